//! Actions: the one table of what has a name in menus, shortcuts and the palette.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::{Place, Retiming, View};
use crate::words::Words;

/// A menu of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Menu {
    /// The event and its files.
    File,
    /// What is done to what is selected.
    Edit,
    /// What is new.
    Add,
    /// Places.
    Go,
    /// How the window looks.
    View,
    /// The keys, and what this program is.
    Help,
}

/// All that is fixed about an action.
struct Row {
    /// The key of its name.
    key: &'static str,
    shortcut: Option<KeyboardShortcut>,
    /// Whether it changes what is shown.
    changes: bool,
    is_possible: fn(&View) -> bool,
    /// Its menu, and its group in it: a line stands between two groups.
    menu: Option<(Menu, u8)>,
}

const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};
const ALT: Modifiers = Modifiers::ALT;
const BARE: Modifiers = Modifiers::NONE;

fn always(_: &View) -> bool {
    true
}

fn if_open(view: &View) -> bool {
    view.is_open
}

fn if_saved(view: &View) -> bool {
    view.folder.is_some()
}

fn if_done(view: &View) -> bool {
    view.is_open && view.undo.is_some()
}

fn if_undone(view: &View) -> bool {
    view.is_open && view.redo.is_some()
}

fn if_selected(view: &View) -> bool {
    view.is_open && view.selected().is_some()
}

fn if_session(view: &View) -> bool {
    view.is_open && view.place == Place::RunOfShow && view.selected_session().is_some()
}

macro_rules! actions {
    (
        $($(#[$doc:meta])* $name:ident: $key:literal, $keys:tt, $effect:ident, $when:ident, $menu:tt;)*
        [$($(#[$family_doc:meta])* $family:ident($argument:ident) {
            $($value:ident: $value_key:literal, $value_keys:tt, $value_effect:ident, $value_when:ident, $value_menu:tt;)*
        })*]
    ) => {
        /// An action of the menus, the shortcuts and the palette.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            $($(#[$doc])* $name,)*
            $($(#[$family_doc])* $family($argument),)*
        }

        impl Action {
            /// Every action, in the order of the palette.
            pub const ALL: &'static [Self] = &[
                $(Self::$name,)*
                $($(Self::$family($argument::$value),)*)*
            ];

            const fn row(self) -> Row {
                match self {
                    $(Self::$name => actions!(@row $key, $keys, $effect, $when, $menu),)*
                    $($(Self::$family($argument::$value) => {
                        actions!(@row $value_key, $value_keys, $value_effect, $value_when, $value_menu)
                    })*)*
                }
            }
        }
    };
    (@row $key:literal, $keys:tt, $effect:ident, $when:ident, $menu:tt) => {
        Row {
            key: $key,
            shortcut: actions!(@keys $keys),
            changes: actions!(@$effect),
            is_possible: $when,
            menu: actions!(@menu $menu),
        }
    };
    (@keys ()) => { None };
    (@keys ($modifiers:ident $key:ident)) => { Some(KeyboardShortcut::new($modifiers, Key::$key)) };
    (@menu ()) => { None };
    (@menu ($menu:ident $group:literal)) => { Some((Menu::$menu, $group)) };
    (@changes) => { true };
    (@reads) => { false };
}

// The key of its name, its shortcut, whether it changes what is shown, when it is possible, its menu and its group there.
actions! {
    /// Ask for the title and day of a new event.
    New: "action-new", (CTRL N), reads, always, (File 1);
    /// Ask which event to open.
    Open: "action-open", (CTRL O), reads, always, (File 1);
    /// Open the sample event, as a copy of one's own.
    Sample: "action-sample", (), reads, always, (File 1);
    /// Save.
    Save: "action-save", (CTRL S), reads, if_open, (File 2);
    /// Save to another folder, and go on there.
    SaveAs: "action-save-as", (SHIFT S), reads, if_open, (File 2);
    /// Freeze the event as its next version.
    IssueVersion: "action-issue-version", (SHIFT I), changes, if_open, (File 3);
    /// Save the paper that is shown as a PDF.
    SavePdf: "action-save-pdf", (CTRL P), reads, if_open, (File 3);
    /// Hand the paper to the system's viewer.
    OpenInViewer: "action-open-in-viewer", (SHIFT O), reads, if_open, (File 3);
    /// Take over another program's file.
    Import: "action-import", (CTRL I), changes, if_open, (File 4);
    /// Make a file for another program.
    Export: "action-export", (SHIFT E), reads, if_open, (File 4);
    /// Show what earlier programs did not save of the event.
    Unsaved: "action-unsaved", (), reads, if_saved, (File 5);
    /// Go back to the welcome screen.
    Close: "action-close", (CTRL W), reads, if_open, (File 5);
    /// Leave the program.
    Quit: "action-quit", (CTRL Q), reads, always, (File 5);
    /// Take the last step back.
    Undo: "action-undo", (CTRL Z), changes, if_done, (Edit 1);
    /// Do it again.
    Redo: "action-redo", (SHIFT Z), changes, if_undone, (Edit 1);
    /// A copy of what is selected.
    Duplicate: "action-duplicate", (SHIFT D), changes, if_session, (Edit 2);
    /// Fill the first of the selected cells down into the others.
    FillDown: "action-fill-down", (CTRL D), changes, if_session, (Edit 2);
    /// Remove what is selected.
    Remove: "action-remove", (), changes, if_selected, (Edit 2);
    /// Move what is selected before the one above.
    MoveUp: "action-move-up", (ALT ArrowUp), changes, if_selected, (Edit 2);
    /// Move what is selected behind the one below.
    MoveDown: "action-move-down", (ALT ArrowDown), changes, if_selected, (Edit 2);
    /// Find anything by a few letters.
    Find: "action-find", (CTRL K), reads, if_open, (Edit 4);
    /// All actions by name.
    Palette: "action-palette", (SHIFT P), reads, always, (Edit 4);
    /// Another session, after the selected one.
    AddSession: "action-add-session", (CTRL Enter), changes, if_open, (Add 1);
    /// Another participant.
    AddParticipant: "action-add-participant", (), changes, if_open, (Add 1);
    /// Another organisation.
    AddOrganisation: "action-add-organisation", (), changes, if_open, (Add 1);
    /// Another agreement.
    AddAgreement: "action-add-agreement", (), changes, if_open, (Add 1);
    /// Pick photos from the disk.
    AddPhotos: "action-add-photos", (SHIFT A), changes, if_open, (Add 2);
    /// Show or hide the form.
    ToggleForm: "action-toggle-form", (CTRL B), reads, if_open, (View 1);
    /// Larger.
    ZoomIn: "action-zoom-in", (CTRL Plus), reads, always, (View 1);
    /// Smaller.
    ZoomOut: "action-zoom-out", (CTRL Minus), reads, always, (View 1);
    /// As designed.
    ZoomReset: "action-zoom-reset", (CTRL Num0), reads, always, (View 1);
    /// Show the run-of-show as a table, or as a picture of a day.
    TurnDay: "action-turn-day", (CTRL L), reads, if_open, ();
    /// The keys, and what this program is.
    Help: "action-help", (BARE F1), reads, always, (Help 1);
    [
        /// Ask how the times of many sessions shall change.
        Retime(Retiming) {
            Shift: "action-shift", (SHIFT T), changes, if_session, (Edit 3);
            CloseGaps: "action-close-gaps", (), changes, if_session, (Edit 3);
            Trim: "action-trim", (SHIFT F), changes, if_session, (Edit 3);
            Move: "action-move-block", (SHIFT M), changes, if_session, (Edit 3);
        }
        /// Show a place.
        Go(Place) {
            RunOfShow: "place-run-of-show", (CTRL Num1), reads, if_open, (Go 1);
            Participants: "place-participants", (CTRL Num2), reads, if_open, (Go 1);
            Organisations: "place-organisations", (CTRL Num3), reads, if_open, (Go 1);
            Photos: "place-photos", (CTRL Num4), reads, if_open, (Go 1);
            Papers: "place-papers", (CTRL Num5), reads, if_open, (Go 1);
            Details: "place-details", (CTRL Num6), reads, if_open, (Go 2);
            Agreements: "place-agreements", (CTRL Num7), reads, if_open, (Go 2);
            Checks: "place-checks", (CTRL Num8), reads, if_open, (Go 2);
            Versions: "place-versions", (CTRL Num9), reads, if_open, (Go 2);
        }
    ]
}

impl Menu {
    /// The actions of the menu, group by group.
    pub(super) fn groups(self) -> Vec<Vec<Action>> {
        let mut found: Vec<(u8, Action)> = (Action::ALL.iter())
            .filter_map(|action| match action.row().menu {
                Some((menu, group)) if menu == self => Some((group, *action)),
                Some(_) | None => None,
            })
            .collect();
        found.sort_by_key(|(group, _)| *group);
        let groups = found.chunk_by(|one, next| one.0 == next.0);
        groups
            .map(|group| group.iter().map(|(_, action)| *action).collect())
            .collect()
    }
}

impl Action {
    /// The keys that do it.
    #[must_use]
    pub const fn shortcut(self) -> Option<KeyboardShortcut> {
        self.row().shortcut
    }

    /// The key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.row().key
    }

    /// Its name; of undo and redo with the deed that they are about.
    #[must_use]
    pub fn label(self, view: &View) -> String {
        let of = |key, deed| view.words.tf(key, [("deed", view.words.deed(deed).into())]);
        match (self, view.undo, view.redo) {
            (Self::Undo, Some(deed), _) => of("action-undo-of", deed),
            (Self::Redo, _, Some(deed)) => of("action-redo-of", deed),
            _ => self.name(view.words),
        }
    }

    /// Its bare name.
    #[must_use]
    pub fn name(self, words: Words) -> String {
        words.t(self.key())
    }

    /// Whether it is offered: it is possible, and does not change what can only be read.
    #[must_use]
    pub fn is_offered(self, view: &View) -> bool {
        self.is_possible(view) && (view.can_change() || !self.row().changes)
    }

    /// Whether it can be done now.
    #[must_use]
    pub fn is_possible(self, view: &View) -> bool {
        (self.row().is_possible)(view)
    }
}
