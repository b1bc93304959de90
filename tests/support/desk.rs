//! The whole program in a window without a display, used by its accessible names.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex},
    time::{Duration, Instant},
};

use egui::{Key, Modifiers, Theme, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{By, NodeT, Queryable},
};
use runsheet::{
    app::{Begin, Desk, Patience},
    model::Event,
    store::{self, Settings},
    words::Tongue,
};

use super::dropped::Dropped;

/// How long slow work may take before a journey gives up: far longer than it does on the slowest machine.
const PATIENCE: Duration = Duration::from_mins(4);

/// How long a window that waits draws nothing, if no other thread asks it to: what begins by itself does so by the
/// window's own clock, which goes on from frame to frame.
const NAP: Duration = Duration::from_millis(10);

/// The program with an event open in it.
pub struct Window {
    pub harness: Harness<'static, Desk>,
    pub folder: PathBuf,
    /// Every notice that was shown, once: some go by themselves.
    told: Vec<String>,
    bell: Arc<Bell>,
    _temp: Option<tempfile::TempDir>,
}

/// Rings when another thread has the window drawn, as it does when work is finished.
#[derive(Default)]
struct Bell {
    has_rung: Mutex<bool>,
    rings: Condvar,
}

impl Bell {
    fn of(ctx: &egui::Context) -> Arc<Self> {
        let bell = Arc::new(Self::default());
        let (rung, here) = (Arc::clone(&bell), std::thread::current().id());
        ctx.set_repaint_observer(move |asked| {
            if asked.delay.is_zero() && std::thread::current().id() != here {
                *rung.has_rung.lock().unwrap() = true;
                rung.rings.notify_all();
            }
        });
        bell
    }

    /// Waits until it has rung since the last time, or for a nap.
    fn wait(&self) {
        let has_rung = self.has_rung.lock().unwrap();
        let waited = self
            .rings
            .wait_timeout_while(has_rung, NAP, |has_rung| !*has_rung);
        *waited.unwrap().0 = false;
    }
}

/// The sample event in a window of this size, language and theme.
pub fn sample(size: [f32; 2], tongue: Tongue, theme: Theme) -> Window {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("sample");
    store::write_sample(&folder).unwrap();
    opened(temp, folder, size, tongue, theme)
}

/// This event in a window as large as an office laptop's.
pub fn window_of(event: &Event, tongue: Tongue) -> Window {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("event");
    store::Folder::create(&folder, event).unwrap();
    opened(temp, folder, [1366.0, 768.0], tongue, Theme::Light)
}

/// The event in this folder, which is somebody else's to keep, in a window of its own.
pub fn also_open(folder: &Path) -> Window {
    let temp = tempfile::tempdir().unwrap();
    let folder = folder.to_owned();
    opened(temp, folder, [1366.0, 768.0], Tongue::En, Theme::Light)
}

/// The event of a folder, which goes when the window does, in a window as large as an office laptop's.
pub fn opened_at(temp: tempfile::TempDir, folder: PathBuf, tongue: Tongue) -> Window {
    opened(temp, folder, [1366.0, 768.0], tongue, Theme::Light)
}

/// The sample event in a window as large as an office laptop's.
pub fn at_the_desk() -> Window {
    sample([1366.0, 768.0], Tongue::En, Theme::Light)
}

/// A window whose edits are kept in this data folder until they are saved; with the event of this folder in it, or
/// none.
pub fn kept_in(data: &Path, folder: Option<&Path>) -> Window {
    let begin = Begin {
        event: folder.map(ToOwned::to_owned),
        settings: Settings {
            language: Some(Tongue::En),
            theme: store::Theme::Light,
            recent: folder.map(ToOwned::to_owned).into_iter().collect(),
            ..Settings::default()
        },
        data: Some(data.to_owned()),
        patience: Patience::of(PATIENCE),
        ..Begin::default()
    };
    let folder = folder.unwrap_or(data).to_owned();
    begun(begin, [1366.0, 768.0], Theme::Light, folder, None)
}

fn opened(
    temp: tempfile::TempDir,
    folder: PathBuf,
    size: [f32; 2],
    tongue: Tongue,
    theme: Theme,
) -> Window {
    let choice = match theme {
        Theme::Light => store::Theme::Light,
        Theme::Dark => store::Theme::Dark,
    };
    let settings = Settings {
        language: Some(tongue),
        theme: choice,
        ..Settings::default()
    };
    let begin = Begin {
        event: Some(folder.clone()),
        settings,
        patience: Patience::of(PATIENCE),
        ..Begin::default()
    };
    super::program::typesets();
    begun(begin, size, theme, folder, Some(temp))
}

fn begun(
    begin: Begin,
    size: [f32; 2],
    theme: Theme,
    folder: PathBuf,
    temp: Option<tempfile::TempDir>,
) -> Window {
    let harness = super::window(size, theme, 1.0).build_eframe(|cc| Desk::new(&cc.egui_ctx, begin));
    let mut window = Window {
        bell: Bell::of(&harness.ctx),
        harness,
        folder,
        told: Vec::new(),
        _temp: temp,
    };
    window.settle();
    window
}

impl Window {
    /// Draws frames until slow work is done and nothing moves any more. Whatever is then shown to be used has a name.
    pub fn settle(&mut self) {
        let begun = Instant::now();
        loop {
            self.draw();
            if !self.harness.state().is_busy() {
                // What has come in last may need frames to be drawn, or have begun something else.
                self.draw();
                if !self.harness.state().is_busy() {
                    break;
                }
            }
            self.wait(begun, "slow work never ends");
        }
        self.harness.check_accessibility();
    }

    /// Draws frames until this is so, for what begins by itself.
    pub fn wait_until(&mut self, holds: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !holds(self) {
            self.wait(begun, "it never comes to that");
            self.draw();
        }
    }

    /// Draws some frames, and notes the notices that they show.
    fn draw(&mut self) {
        self.harness.run_steps(3);
        for notice in self.names(Role::Alert) {
            if !self.told.contains(&notice) {
                self.told.push(notice);
            }
        }
    }

    /// Whether a notice with these words has been shown, though it may have gone by itself.
    pub fn was_told(&self, words: &str) -> bool {
        self.told.iter().any(|notice| notice.contains(words))
    }

    /// Draws frames until the event's folder was looked at from now on, so that whatever lies there has been seen.
    pub fn wait_for_a_look(&mut self) {
        // One may have begun already, before what it shall see was there.
        let wanted = self.harness.state().looks() + 2;
        self.wait_until(|window| window.harness.state().looks() >= wanted);
    }

    /// Waits for what other threads do, but not for ever.
    fn wait(&self, begun: Instant, complaint: &str) {
        assert!(
            begun.elapsed() < PATIENCE,
            "{complaint}; busy: {}; the window shows {:#?}",
            self.harness.state().is_busy(),
            self.labels()
        );
        self.bell.wait();
    }

    /// The event as it is on the screen.
    pub fn event(&self) -> &Event {
        self.harness.state().event().expect("an event is open")
    }

    /// The event as it is in its file.
    pub fn saved(&self) -> Event {
        store::Folder::at(&self.folder)
            .unwrap()
            .read()
            .unwrap()
            .event
    }

    /// Clicks what has this name; where several have it, the first.
    pub fn click(&mut self, name: &str) {
        let node = self.harness.get_all_by_label(name).next();
        node.unwrap_or_else(|| panic!("nothing is named {name:?}"))
            .click();
        self.settle();
    }

    /// Clicks the row of this name.
    pub fn click_row(&mut self, name: &str) {
        let node = self
            .harness
            .get_all_by_role_and_label(Role::ListItem, name)
            .next();
        node.unwrap_or_else(|| panic!("no row is named {name:?}"))
            .click();
        self.settle();
    }

    /// Replaces what stands in the field of this name, as a person does: click, select all, type.
    pub fn fill(&mut self, name: &str, text: &str) {
        self.harness
            .get_by_role_and_label(Role::TextInput, name)
            .click();
        self.harness.run_steps(2);
        self.press(Modifiers::COMMAND, Key::A);
        if text.is_empty() {
            self.press(Modifiers::NONE, Key::Backspace);
        } else {
            self.harness.event(egui::Event::Text(text.to_owned()));
        }
        self.settle();
    }

    /// Types into whatever has the keyboard.
    pub fn type_text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    /// Presses a key.
    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Where the thing of this role and name is.
    pub fn place_of(&self, role: Role, name: &str) -> egui::Rect {
        let node = self.harness.query_all_by_role_and_label(role, name).next();
        node.unwrap_or_else(|| panic!("no {role:?} is named {name:?}"))
            .rect()
    }

    /// Drags with the mouse from one point to another, as a hand does.
    pub fn drag(&mut self, from: egui::Pos2, to: egui::Pos2) {
        self.drag_and_look(from, to, |_| to);
    }

    /// Drags with the mouse; on the way, `look` says where to let go.
    pub fn drag_and_look(
        &mut self,
        from: egui::Pos2,
        to: egui::Pos2,
        look: impl FnOnce(&Self) -> egui::Pos2,
    ) -> egui::Pos2 {
        let button = |pos, pressed| egui::Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.harness.hover_at(from);
        self.harness.run_steps(2);
        self.harness.event(button(from, true));
        self.harness.run_steps(2);
        self.move_to(from, to);
        let end = look(self);
        self.move_to(to, end);
        self.harness.event(button(end, false));
        self.settle();
        end
    }

    fn move_to(&mut self, from: egui::Pos2, to: egui::Pos2) {
        for step in 1..=10 {
            self.harness.hover_at(from.lerp(to, step as f32 / 10.0));
            self.harness.run_steps(1);
        }
    }

    /// What has the keyboard.
    pub fn focused(&self) -> Option<String> {
        let mut nodes = self.harness.query_all(By::new()).filter_map(|node| {
            let node = node.accesskit_node();
            node.is_focused().then(|| node.label())
        });
        nodes.next().flatten()
    }

    /// What stands in the field of this name.
    pub fn value(&self, name: &str) -> String {
        let fields = self
            .harness
            .query_all_by_role_and_label(Role::TextInput, name);
        let mut values = fields.filter_map(|node| node.accesskit_node().value());
        values
            .next()
            .unwrap_or_else(|| panic!("no field is named {name:?}"))
    }

    /// Whether something of this name is shown.
    pub fn shows(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    /// Everything that is shown, in words.
    pub fn labels(&self) -> Vec<String> {
        let nodes = self.harness.query_all(By::new());
        let told = nodes.filter_map(|node| {
            let node = node.accesskit_node();
            node.label().or_else(|| node.value())
        });
        told.collect()
    }

    /// Every name of this role that is shown.
    pub fn names(&self, role: Role) -> Vec<String> {
        let nodes = self.harness.query_all_by_role(role);
        nodes
            .filter_map(|node| node.accesskit_node().label())
            .collect()
    }

    /// Whether the field of this name takes what is typed.
    pub fn takes_text(&self, name: &str) -> bool {
        let mut fields = self
            .harness
            .query_all_by_role_and_label(Role::TextInput, name);
        fields.any(|node| !node.accesskit_node().is_disabled())
    }

    /// The names of the choices of which each is made.
    pub fn chosen(&self) -> Vec<String> {
        let nodes = self.harness.query_all_by_role(Role::RadioButton);
        let chosen = nodes
            .filter(|node| node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True));
        chosen
            .filter_map(|node| node.accesskit_node().label())
            .collect()
    }

    /// Drops files with the pointer over what has this name.
    pub fn drop_files(&mut self, files: &[&Path], row: &str) {
        self.let_go(files, row);
        self.settle();
    }

    /// As [`drop_files`](Self::drop_files), without waiting for what becomes of them.
    pub fn let_go(&mut self, files: &[&Path], row: &str) {
        let at = self
            .harness
            .get_all_by_role_and_label(Role::ListItem, row)
            .next()
            .unwrap()
            .rect()
            .center();
        let dropped = files.iter().map(|path| {
            Arc::new(Dropped(path.to_path_buf())) as Arc<dyn egui::DroppedFile + Send + Sync>
        });
        self.harness.input_mut().dropped_files.extend(dropped);
        self.harness.step();
        self.harness.input_mut().dropped_files.clear();
        // A real drag ends with the pointer over the window.
        self.harness.hover_at(at);
        self.harness.run_steps(2);
    }
}
