//! Somebody at a real desk in a process of its own, which uses it by its accessible names; and numbers at random.

use std::{path::Path, time::Duration};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};
use runsheet::{
    app::{Begin, Desk},
    model::{Event, Lang},
    store::{Settings, Theme},
    words::Tongue,
};

/// What the field is called that has a session's title.
pub const TITLE: &str = "Title (English)";

/// Numbers at random, the same for the same seed.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }
}

/// Whoever sits at the desk.
pub struct Person {
    pub harness: Harness<'static, Desk>,
    pub random: Random,
    watched: Option<Watched>,
}

/// The title of a session, as it is before the eyes of whoever sits there.
struct Watched {
    place: usize,
    text: String,
    /// Since when, by the clock of the frames.
    since: f64,
}

impl Person {
    /// A desk in a window of this size, with this data folder, and with an event on it or none.
    pub fn at_the_desk(size: [f32; 2], data: &Path, seed: u64, event: Option<&Path>) -> Self {
        let begin = Begin {
            event: event.map(ToOwned::to_owned),
            settings: Settings {
                language: Some(Tongue::En),
                theme: Theme::Light,
                ..Settings::default()
            },
            keeps_settings: false,
            data: Some(data.to_owned()),
            ..Begin::default()
        };
        let harness = Harness::builder()
            .with_size(size)
            .build_eframe(|cc| Desk::new(&cc.egui_ctx, begin));
        Self {
            harness,
            random: Random(seed),
            watched: None,
        }
    }

    pub fn event(&self) -> Option<&Event> {
        self.harness.state().event()
    }

    /// Draws so many frames.
    pub fn steps(&mut self, count: usize) {
        for _ in 0..count {
            self.harness.run_steps(1);
            self.look();
        }
    }

    /// What the clock of the frames says.
    pub fn seconds(&self) -> f64 {
        self.harness.ctx.input(|input| input.time)
    }

    /// Keeps an eye on the title of the session at this place.
    pub fn watch(&mut self, place: usize) {
        self.watched = Some(Watched {
            place,
            text: String::new(),
            since: 0.0,
        });
        self.look();
    }

    fn look(&mut self) {
        let now = self.seconds();
        let event = self.harness.state().event();
        let (Some(watched), Some(event)) = (&mut self.watched, event) else {
            return;
        };
        let session = event.sessions.at(watched.place).unwrap();
        let text = session.title.text(&Lang::EN);
        if watched.text != text {
            text.clone_into(&mut watched.text);
            watched.since = now;
        }
    }

    /// What the title that is watched is, and since when.
    pub fn shown(&self) -> (String, f64) {
        let shown = self.watched.as_ref();
        shown.map_or_else(Default::default, |shown| (shown.text.clone(), shown.since))
    }

    /// Whether this stands in the field that is typed into.
    pub fn is_in_field(&self, text: &str) -> bool {
        let mut fields = self
            .harness
            .query_all_by_role_and_label(Role::TextInput, TITLE);
        fields.any(|field| field.accesskit_node().value().as_deref() == Some(text))
    }

    pub fn shows(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    pub fn wait_for(&mut self, holds: impl Fn(&Self) -> bool) {
        loop {
            self.steps(1);
            if holds(self) {
                return;
            }
            std::thread::sleep(Duration::from_millis(3));
        }
    }

    pub fn click(&mut self, name: &str) {
        let node = self.harness.get_all_by_label(name).next();
        node.expect(name).click();
        self.steps(2);
    }

    pub fn fill(&mut self, name: &str, text: &str) {
        self.wait_until_still(name);
        let field = self.harness.get_by_role_and_label(Role::TextInput, name);
        field.click();
        self.steps(2);
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.steps(1);
    }

    /// Draws frames until the field of this name stays where it is: what was done last may have moved it, and a hand that
    /// reaches for where it was before meets something else.
    fn wait_until_still(&mut self, name: &str) {
        let place = |person: &Self| {
            let field = person
                .harness
                .query_by_role_and_label(Role::TextInput, name);
            field.map(|field| field.rect())
        };
        let mut before = None;
        for _ in 0..200 {
            self.steps(2);
            let now = place(self);
            if now.is_some() && now == before {
                return;
            }
            before = now;
        }
        panic!("{name:?} never stays in one place");
    }

    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.steps(1);
    }
}
