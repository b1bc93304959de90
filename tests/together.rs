//! Two programs on one event: what the other saves comes in, and nothing of either is lost unseen.

use std::{fs, sync::Arc};

use egui::{Key, Modifiers, accesskit::Role};
use runsheet::{
    model::{Edit, Event, EventId, Lang, Session, SessionId, Text},
    plan::Changes,
    store::{Folder, to_ron},
    words::Tongue,
};

use crate::support::desk::{Window, at_the_desk, sample};

/// Another program on the same folder, which saves what it does at once.
pub struct Other(pub Folder);

impl Other {
    pub fn of(window: &Window) -> Self {
        Self(Folder::at(&window.folder).unwrap())
    }

    pub fn event(&self) -> Event {
        self.0.read().unwrap().event
    }

    pub fn entitle(&self, id: SessionId, title: &str) {
        self.0.save(&entitled(&self.event(), id, title)).unwrap();
    }
}

pub fn entitled(event: &Event, id: SessionId, title: &str) -> Event {
    let mut event = event.clone();
    let mut session = (**event.sessions.get(id).unwrap()).clone();
    session.title.set(&Lang::EN, title.into());
    event.apply(&session.into()).unwrap();
    event
}

/// What another machine has saved, which had this text as its file.
pub fn saved_elsewhere(before: &str, event: &Event) -> String {
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("event.ron"), before).unwrap();
    let folder = Folder::at(temp.path()).unwrap();
    folder.save(event).unwrap();
    fs::read_to_string(folder.event_file()).unwrap()
}

pub fn title(event: &Event, id: SessionId) -> String {
    let session: &Arc<Session> = event.sessions.get(id).unwrap();
    session.title.text(&Lang::EN).to_owned()
}

/// The first session, which is selected, and the second.
pub fn two(window: &Window) -> (SessionId, SessionId) {
    let at = |place| window.event().sessions.at(place).unwrap().id;
    (at(0), at(1))
}

pub const TITLE: &str = "Title (English)";

pub fn said(window: &Window) -> String {
    let names = window.names(Role::Alert);
    names.join("\n")
}

#[test]
fn saving_over_what_somebody_else_has_saved_brings_both_together() {
    let mut window = at_the_desk();
    let (mine, hers) = two(&window);
    let before = title(window.event(), mine);
    window.fill(TITLE, "Mine");
    let edited = window.event().clone();
    Other::of(&window).entitle(hers, "Hers");
    window.press(Modifiers::COMMAND, Key::S);
    for event in [window.event(), &window.saved()] {
        assert_eq!(
            (title(event, mine), title(event, hers)),
            ("Mine".into(), "Hers".into())
        );
    }
    assert!(
        said(&window).contains("1 change has come in"),
        "{}",
        said(&window)
    );
    assert!(
        said(&window).contains("‘Hers’ was called"),
        "{}",
        said(&window)
    );
    // The merge is one step, on top of what was done before.
    let merged = window.event().clone();
    window.press(Modifiers::COMMAND, Key::Z);
    // It came in just now.
    window.click("Take it out");
    assert_eq!(window.event(), &edited);
    // What "Undo" would take back now is something else.
    assert!(!said(&window).contains("has come in"), "{}", said(&window));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(title(window.event(), mine), before);
    for _ in 0..2 {
        window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    }
    assert_eq!(window.event(), &merged);
}

#[test]
fn what_both_have_changed_is_decided_by_the_keyboard() {
    let mut window = at_the_desk();
    let (mine, hers) = two(&window);
    window.fill(TITLE, "Mine");
    let second = title(window.event(), hers);
    window.click_row(&second);
    window.fill(TITLE, "Also mine");
    let other = Other::of(&window);
    other
        .0
        .save(&entitled(
            &entitled(&other.event(), mine, "Hers"),
            hers,
            "Also hers",
        ))
        .unwrap();
    window.press(Modifiers::COMMAND, Key::S);
    assert!(window.shows("Somebody else has saved this event"));
    // When, for the telephone.
    let told = window.labels();
    assert!(
        told.iter()
            .any(|told| told.starts_with("The other was last saved: ")),
        "{told:?}"
    );
    // Nothing is written or taken in before it is decided.
    assert_eq!(title(&window.saved(), mine), "Hers");
    assert_eq!(title(window.event(), mine), "Mine");
    let is_at = |window: &Window, who: &str, value: &str| {
        let focused = window.focused().unwrap();
        assert!(
            focused.starts_with(who) && focused.ends_with(value),
            "{focused}"
        );
    };
    let chosen = |window: &Window| {
        let chosen = window.chosen();
        let is_of_us =
            |name: &&String| name.starts_with("Yours – ") || name.starts_with("A colleague’s – ");
        chosen.iter().filter(is_of_us).count()
    };
    // One has the keyboard from the start, and nothing is chosen for anybody.
    is_at(&window, "Yours – ", ": Mine");
    assert_eq!(chosen(&window), 0);
    window.press(Modifiers::NONE, Key::ArrowRight);
    is_at(&window, "A colleague’s – ", ": Hers");
    assert_eq!(chosen(&window), 1);
    // Tab stops once at each value: at what is chosen there.
    window.press(Modifiers::NONE, Key::Tab);
    is_at(&window, "Yours – ", ": Also mine");
    window.press(Modifiers::NONE, Key::ArrowUp);
    is_at(&window, "A colleague’s – ", ": Hers");
    // Enter goes on to what is not decided, and takes nothing in before all of it is.
    window.press(Modifiers::NONE, Key::Enter);
    is_at(&window, "Yours – ", ": Also mine");
    window.press(Modifiers::NONE, Key::Enter);
    is_at(&window, "Yours – ", ": Also mine");
    assert_eq!(chosen(&window), 2);
    assert_eq!(title(window.event(), mine), "Mine");
    window.press(Modifiers::NONE, Key::Enter);
    for event in [window.event(), &window.saved()] {
        assert_eq!(title(event, mine), "Hers");
        assert_eq!(title(event, hers), "Also mine");
    }
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(title(window.event(), mine), "Mine");
}

#[test]
fn a_decision_that_is_put_off_loses_nothing_and_can_be_made_later() {
    let mut window = at_the_desk();
    let (mine, _) = two(&window);
    window.fill(TITLE, "Mine");
    Other::of(&window).entitle(mine, "Hers");
    window.press(Modifiers::COMMAND, Key::S);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("Merge and save"));
    assert_eq!(title(&window.saved(), mine), "Hers");
    assert_eq!(title(window.event(), mine), "Mine");
    // It is offered once, however often it was put off.
    window.press(Modifiers::COMMAND, Key::S);
    window.press(Modifiers::NONE, Key::Escape);
    let names = window.names(Role::Button);
    let offered = names.iter().filter(|name| *name == "Decide and save…");
    assert_eq!(offered.count(), 1);
    window.click("Decide and save…");
    window.click("All yours");
    window.click("Merge and save");
    assert_eq!(title(&window.saved(), mine), "Mine");
    assert!(!window.shows("Decide and save…"));
}

#[test]
fn what_somebody_else_saves_comes_in_by_itself() {
    let mut window = at_the_desk();
    let (mine, hers) = two(&window);
    Other::of(&window).entitle(hers, "Hers");
    window.wait_until(|window| said(window).contains("1 change has come in"));
    assert_eq!(title(window.event(), hers), "Hers");
    // Nothing was to be saved, and nothing is.
    window.settle();
    assert_eq!(window.saved(), *window.event());
    assert!(Changes::between(&window.saved(), window.event()).is_empty());
    // With something unsaved it is merged in the same way, and stays unsaved.
    window.fill(TITLE, "Mine");
    Other::of(&window).entitle(hers, "Hers again");
    window.wait_until(|window| title(window.event(), hers) == "Hers again");
    assert_eq!(title(window.event(), mine), "Mine");
    assert_ne!(title(&window.saved(), mine), "Mine");
    // What contradicts waits to be decided, and disturbs nobody.
    Other::of(&window).entitle(mine, "Not mine");
    window.wait_until(|window| window.shows("Decide and save…"));
    assert_eq!(title(window.event(), mine), "Mine");
    window.click("Decide and save…");
    window.click("All the colleague’s");
    window.click("Merge and save");
    assert_eq!(title(window.event(), mine), "Not mine");
}

#[test]
fn a_half_typed_cell_is_left_in_peace() {
    let mut window = at_the_desk();
    let (mine, hers) = two(&window);
    window.click_row("Technical rehearsal");
    // What is typed into the cell of the cursor, its title, is not in the event yet.
    window.type_text("Half a ti");
    assert_ne!(title(window.event(), mine), "Half a ti");
    Other::of(&window).entitle(hers, "Hers");
    // Looks at the disk find it, and let it be.
    for _ in 0..3 {
        window.wait_for_a_look();
    }
    assert_ne!(title(window.event(), hers), "Hers");
    window.type_text("tle");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(title(window.event(), mine), "Half a title");
    window.wait_until(|window| title(window.event(), hers) == "Hers");
    assert_eq!(title(window.event(), mine), "Half a title");
}

#[test]
fn a_file_that_is_being_written_is_waited_for() {
    let mut window = at_the_desk();
    let (_, hers) = two(&window);
    let file = window.folder.join("event.ron");
    let before = fs::read_to_string(&file).unwrap();
    let whole = saved_elsewhere(&before, &entitled(window.event(), hers, "Hers"));
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    // A look finds half a file, and says nothing of it.
    window.wait_for_a_look();
    assert_eq!(said(&window), "");
    fs::write(&file, &whole).unwrap();
    window.wait_until(|window| title(window.event(), hers) == "Hers");
    // Half a file that stays is told.
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    window.wait_until(|window| said(window).contains("event.ron"));
    assert_eq!(title(window.event(), hers), "Hers");
}

#[test]
fn a_conflict_copy_is_offered_merged_and_set_aside() {
    let mut window = sample([1366.0, 768.0], Tongue::En, egui::Theme::Light);
    let (mine, hers) = two(&window);
    let base = window.saved();
    let before = fs::read_to_string(window.folder.join("event.ron")).unwrap();
    // This laptop saves, and so keeps the state before both.
    window.fill(TITLE, "Mine");
    window.press(Modifiers::COMMAND, Key::S);
    let copy = window.folder.join("event-SEC-LAPTOP.ron");
    let text = saved_elsewhere(&before, &entitled(&base, hers, "Hers"));
    fs::write(&copy, &text).unwrap();
    window.wait_until(|window| window.shows("Merge…"));
    window.click("Merge…");
    assert!(window.shows("Merge ‘event-SEC-LAPTOP.ron’"));
    // Nothing comes in before it is looked at.
    assert_ne!(title(window.event(), hers), "Hers");
    window.click("Merge");
    assert_eq!(title(window.event(), hers), "Hers");
    assert_eq!(title(window.event(), mine), "Mine");
    assert!(copy.exists(), "the copy is there until the event is saved");
    window.press(Modifiers::COMMAND, Key::S);
    window.wait_until(|_| !copy.exists());
    let aside = window
        .folder
        .join("backups/event (SEC-LAPTOP's conflicted copy).ron");
    assert_eq!(fs::read_to_string(aside).unwrap(), text);
    assert_eq!(title(&window.saved(), hers), "Hers");
    window.wait_until(|window| !window.shows("Merge…"));
    // One notice says both, by the name inside the folder.
    window.wait_until(|window| {
        let said = said(window);
        said.contains("Saved. The merged copy is kept as")
            && said.contains("backups/event (SEC-LAPTOP's conflicted copy).ron")
    });
    let notices = said(&window);
    assert!(!notices.contains("is merged"), "{notices}");
    let inside = window.folder.to_string_lossy().into_owned();
    assert!(
        !notices.contains(&inside),
        "no path of the machine: {notices}"
    );
    window.click("Edit");
    assert!(window.shows("Undo: Take in the copy of SEC-LAPTOP"));
}

#[test]
fn several_copies_are_one_banner_and_each_is_merged_by_its_own_button() {
    let mut window = at_the_desk();
    let (mine, hers) = two(&window);
    let here = window.saved();
    let both = entitled(&entitled(&here, hers, "Hers"), mine, "There");
    for (name, event) in [("PC", entitled(&here, hers, "Hers")), ("LAPTOP", both)] {
        let copy = window.folder.join(format!("event-{name}.ron"));
        fs::write(&copy, to_ron(&event)).unwrap();
    }
    window.wait_until(|window| window.shows("2 other copies of this event"));
    let labels = window.labels();
    let told = |start: &str, end: &str| {
        labels
            .iter()
            .find(|one| one.starts_with(start) && one.ends_with(end))
            .cloned()
    };
    assert!(
        told("Merge… PC, ", "· 1 difference").is_some(),
        "{labels:?}"
    );
    let laptop = told("Merge… LAPTOP, ", "· 2 differences").unwrap();
    window.click(&laptop);
    assert!(window.shows("Merge ‘event-LAPTOP.ron’"));
}

#[test]
fn without_a_state_before_both_every_difference_is_decided() {
    let mut window = at_the_desk();
    let (mine, hers) = two(&window);
    let mut there = entitled(window.event(), mine, "There");
    let new = Session::new(
        runsheet::model::SessionKind::Break,
        window.event().sessions.at(0).unwrap().day,
    );
    let added = new.id;
    there.apply(&Edit::from(new)).unwrap();
    there.apply(&Edit::Remove(hers.into())).unwrap();
    let copy = window
        .folder
        .join("event.sync-conflict-20261122-210405-ABCDEFG.ron");
    fs::write(&copy, to_ron(&there)).unwrap();
    window.wait_until(|window| window.shows("Merge…"));
    window.click("Merge…");
    assert!(!window.shows("Before"));
    window.click("All in the copy");
    window.click("Merge");
    // What only one of the two has is decided as well: it may be new there, or taken out here.
    assert!(window.event().sessions.contains(added));
    assert!(!window.event().sessions.contains(hers));
    assert_eq!(title(window.event(), mine), "There");
}

#[test]
fn a_copy_of_another_event_and_one_that_cannot_be_read_are_left_alone() {
    let mut window = at_the_desk();
    let other = Event {
        id: EventId::new(),
        ..window.event().clone()
    };
    let stranger = window.folder.join("event-OTHER.ron");
    fs::write(&stranger, to_ron(&other)).unwrap();
    window.wait_until(|window| said(window).contains("‘event-OTHER.ron’ beside this event"));
    let broken = window
        .folder
        .join("event (conflicted copy 2026-11-22 210405).ron");
    fs::write(&broken, "half a f").unwrap();
    window.wait_until(|window| said(window).contains("conflicted copy"));
    assert!(!window.shows("Merge…"));
    assert!(stranger.exists() && broken.exists());
    // Another event in place of this one is no state of it.
    let mut event = other;
    event.details.title = Text::en("Another");
    fs::write(window.folder.join("event.ron"), to_ron(&event)).unwrap();
    window.wait_until(|window| said(window).contains("another event"));
    assert_ne!(window.event().id, event.id);
}

#[test]
fn saving_under_the_events_own_name_brings_both_together() {
    let mut window = at_the_desk();
    let (mine, hers) = two(&window);
    window.fill(TITLE, "Mine");
    Other::of(&window).entitle(hers, "Hers");
    // The same folder, by another way.
    let name = window.folder.file_name().unwrap().to_owned();
    let same = window.folder.join("..").join(name);
    window.harness.state_mut().save_to(same.clone());
    window.settle();
    for event in [window.event(), &window.saved()] {
        assert_eq!(
            (title(event, mine), title(event, hers)),
            ("Mine".into(), "Hers".into())
        );
    }
    // What contradicts is asked about, and nothing is written before.
    window.fill(TITLE, "Mine again");
    Other::of(&window).entitle(mine, "Hers too");
    window.harness.state_mut().save_to(same);
    window.settle();
    assert!(window.shows("Merge and save"));
    assert_eq!(title(&window.saved(), mine), "Hers too");
    window.click("All yours");
    window.click("Merge and save");
    assert_eq!(title(&window.saved(), mine), "Mine again");
}

fn issues(window: &mut Window) {
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    window.type_text("issue version");
    window.press(Modifiers::NONE, Key::Enter);
    window.wait_until(|window| window.shows("Issue"));
    window.click("Issue");
}

fn version(window: &Window, number: u32) -> Arc<Event> {
    let folder = Folder::at(&window.folder).unwrap();
    folder.version(number).unwrap().event
}

#[test]
fn a_version_has_what_somebody_else_has_saved() {
    let mut window = at_the_desk();
    let (mine, hers) = two(&window);
    // Nothing of our own is unsaved: what is on the disk is looked at all the same.
    Other::of(&window).entitle(hers, "Hers");
    issues(&mut window);
    assert_eq!(title(&version(&window, 1), hers), "Hers");
    assert!(
        said(&window).contains("1 change has come in"),
        "{}",
        said(&window)
    );
    // Ours is saved with it.
    window.press(Modifiers::COMMAND, Key::Num1);
    window.fill(TITLE, "Mine");
    Other::of(&window).entitle(hers, "Hers again");
    issues(&mut window);
    for event in [&*version(&window, 2), &window.saved()] {
        assert_eq!(
            (title(event, mine), title(event, hers)),
            ("Mine".into(), "Hers again".into())
        );
    }
}

#[test]
fn a_version_waits_until_what_contradicts_is_decided() {
    let mut window = at_the_desk();
    let (mine, _) = two(&window);
    window.fill(TITLE, "Mine");
    Other::of(&window).entitle(mine, "Hers");
    issues(&mut window);
    assert!(window.shows("Merge, save and issue"));
    let folder = Folder::at(&window.folder).unwrap();
    assert!(folder.version_numbers().unwrap().is_empty());
    window.press(Modifiers::NONE, Key::Escape);
    assert!(folder.version_numbers().unwrap().is_empty());
    assert_eq!(title(&window.saved(), mine), "Hers");
    issues(&mut window);
    window.click("All the colleague’s");
    window.click("Merge, save and issue");
    assert_eq!(title(&version(&window, 1), mine), "Hers");
    assert_eq!(window.saved(), *window.event());
}

#[test]
fn a_version_that_cannot_be_issued_is_saved_all_the_same() {
    let mut window = at_the_desk();
    let (mine, _) = two(&window);
    window.fill(TITLE, "Mine");
    // Something else stands where versions would go.
    std::fs::write(window.folder.join("versions"), "").unwrap();
    issues(&mut window);
    assert_eq!(title(&window.saved(), mine), "Mine");
    assert!(!window.shows("● unsaved"));
    // The person's own save is no other's, which would be merged.
    let before = window.event().clone();
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.shows("● unsaved"));
    window.press(Modifiers::COMMAND, Key::S);
    assert_eq!(title(&window.saved(), mine), title(window.event(), mine));
    assert_ne!(*window.event(), before);
    assert!(!said(&window).contains("come in"), "{}", said(&window));
}
