//! The one table of deeds that have a name: menus, shortcuts and the palette read it.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::{Place, Retiming, View};
use crate::words::Words;

/// A deed that has a name and needs nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Ask for the title and day of a new event.
    New,
    /// Ask which event to open.
    Open,
    /// Open the sample event, as a copy of one's own.
    Sample,
    /// Save.
    Save,
    /// Save to another folder, and go on there.
    SaveAs,
    /// Show what earlier programs did not save of the event.
    Unsaved,
    /// Go back to the welcome screen.
    Close,
    /// Leave the program.
    Quit,
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Find anything by a few letters.
    Find,
    /// All deeds by name.
    Palette,
    /// Another session, after the selected one.
    AddSession,
    /// A copy of what is selected.
    Duplicate,
    /// Fill the first of the selected cells down into the others.
    FillDown,
    /// Remove what is selected.
    Remove,
    /// Move what is selected before the one above.
    MoveUp,
    /// Move what is selected behind the one below.
    MoveDown,
    /// Ask how the times of many sessions shall change.
    Retime(Retiming),
    /// Another participant.
    AddParticipant,
    /// Another organisation.
    AddOrganisation,
    /// Another agreement.
    AddAgreement,
    /// Pick photos from the disk.
    AddPhotos,
    /// Freeze the event as its next version.
    IssueVersion,
    /// Save the paper that is shown as a PDF.
    SavePdf,
    /// Hand the paper to the system's viewer.
    OpenInViewer,
    /// Take over another program's file.
    Import,
    /// Make a file for another program.
    Export,
    /// Show or hide the form.
    ToggleForm,
    /// Show the run-of-show as a table, or as a picture of a day.
    TurnDay,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// As designed.
    ZoomReset,
    /// Show a place.
    Go(Place),
    /// The keys, and what this program is.
    Help,
}

impl Action {
    /// Every deed, in the order of the palette.
    pub const ALL: [Self; 46] = [
        Self::New,
        Self::Open,
        Self::Sample,
        Self::Save,
        Self::SaveAs,
        Self::Unsaved,
        Self::Close,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::Find,
        Self::Palette,
        Self::AddSession,
        Self::Duplicate,
        Self::FillDown,
        Self::Remove,
        Self::MoveUp,
        Self::MoveDown,
        Self::Retime(Retiming::Shift),
        Self::Retime(Retiming::CloseGaps),
        Self::Retime(Retiming::Trim),
        Self::Retime(Retiming::Move),
        Self::AddParticipant,
        Self::AddOrganisation,
        Self::AddAgreement,
        Self::AddPhotos,
        Self::IssueVersion,
        Self::SavePdf,
        Self::OpenInViewer,
        Self::Import,
        Self::Export,
        Self::ToggleForm,
        Self::TurnDay,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::Help,
        Self::Go(Place::RunOfShow),
        Self::Go(Place::Participants),
        Self::Go(Place::Organisations),
        Self::Go(Place::Photos),
        Self::Go(Place::Papers),
        Self::Go(Place::Details),
        Self::Go(Place::Agreements),
        Self::Go(Place::Checks),
        Self::Go(Place::Versions),
    ];

    /// The keys that do it.
    #[must_use]
    pub const fn shortcut(self) -> Option<KeyboardShortcut> {
        #[allow(
            clippy::unnecessary_wraps,
            reason = "the table reads without a Some in each line"
        )]
        const fn on(modifiers: Modifiers, key: Key) -> Option<KeyboardShortcut> {
            Some(KeyboardShortcut::new(modifiers, key))
        }
        const CTRL: Modifiers = Modifiers::COMMAND;
        const CTRL_SHIFT: Modifiers = Modifiers {
            shift: true,
            ..Modifiers::COMMAND
        };
        match self {
            Self::New => on(CTRL, Key::N),
            Self::Open => on(CTRL, Key::O),
            Self::Save => on(CTRL, Key::S),
            Self::SaveAs => on(CTRL_SHIFT, Key::S),
            Self::Close => on(CTRL, Key::W),
            Self::Quit => on(CTRL, Key::Q),
            Self::Undo => on(CTRL, Key::Z),
            Self::Redo => on(CTRL_SHIFT, Key::Z),
            Self::Find => on(CTRL, Key::K),
            Self::Palette => on(CTRL_SHIFT, Key::P),
            Self::AddSession => on(CTRL, Key::Enter),
            Self::Duplicate => on(CTRL_SHIFT, Key::D),
            Self::FillDown => on(CTRL, Key::D),
            Self::MoveUp => on(Modifiers::ALT, Key::ArrowUp),
            Self::MoveDown => on(Modifiers::ALT, Key::ArrowDown),
            Self::Retime(Retiming::Shift) => on(CTRL_SHIFT, Key::T),
            Self::Retime(Retiming::Trim) => on(CTRL_SHIFT, Key::F),
            Self::Retime(Retiming::Move) => on(CTRL_SHIFT, Key::M),
            Self::AddPhotos => on(CTRL_SHIFT, Key::A),
            Self::IssueVersion => on(CTRL_SHIFT, Key::I),
            Self::SavePdf => on(CTRL, Key::P),
            Self::OpenInViewer => on(CTRL_SHIFT, Key::O),
            Self::Import => on(CTRL, Key::I),
            Self::Export => on(CTRL_SHIFT, Key::E),
            Self::ToggleForm => on(CTRL, Key::B),
            Self::TurnDay => on(CTRL, Key::L),
            Self::ZoomIn => on(CTRL, Key::Plus),
            Self::ZoomOut => on(CTRL, Key::Minus),
            Self::ZoomReset => on(CTRL, Key::Num0),
            Self::Help => on(Modifiers::NONE, Key::F1),
            Self::Go(Place::RunOfShow) => on(CTRL, Key::Num1),
            Self::Go(Place::Participants) => on(CTRL, Key::Num2),
            Self::Go(Place::Organisations) => on(CTRL, Key::Num3),
            Self::Go(Place::Photos) => on(CTRL, Key::Num4),
            Self::Go(Place::Papers) => on(CTRL, Key::Num5),
            Self::Go(Place::Details) => on(CTRL, Key::Num6),
            Self::Go(Place::Agreements) => on(CTRL, Key::Num7),
            Self::Go(Place::Checks) => on(CTRL, Key::Num8),
            Self::Go(Place::Versions) => on(CTRL, Key::Num9),
            Self::Sample
            | Self::Unsaved
            | Self::Remove
            | Self::Retime(Retiming::CloseGaps)
            | Self::AddParticipant
            | Self::AddOrganisation
            | Self::AddAgreement => None,
        }
    }

    /// The key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::New => "action-new",
            Self::Open => "action-open",
            Self::Sample => "action-sample",
            Self::Save => "action-save",
            Self::SaveAs => "action-save-as",
            Self::Unsaved => "action-unsaved",
            Self::Close => "action-close",
            Self::Quit => "action-quit",
            Self::Undo => "action-undo",
            Self::Redo => "action-redo",
            Self::Find => "action-find",
            Self::Palette => "action-palette",
            Self::AddSession => "action-add-session",
            Self::Duplicate => "action-duplicate",
            Self::FillDown => "action-fill-down",
            Self::Remove => "action-remove",
            Self::MoveUp => "action-move-up",
            Self::MoveDown => "action-move-down",
            Self::Retime(retiming) => retiming.key(),
            Self::AddParticipant => "action-add-participant",
            Self::AddOrganisation => "action-add-organisation",
            Self::AddAgreement => "action-add-agreement",
            Self::AddPhotos => "action-add-photos",
            Self::IssueVersion => "action-issue-version",
            Self::SavePdf => "action-save-pdf",
            Self::OpenInViewer => "action-open-in-viewer",
            Self::Import => "action-import",
            Self::Export => "action-export",
            Self::ToggleForm => "action-toggle-form",
            Self::TurnDay => "action-turn-day",
            Self::ZoomIn => "action-zoom-in",
            Self::ZoomOut => "action-zoom-out",
            Self::ZoomReset => "action-zoom-reset",
            Self::Go(place) => place.key(),
            Self::Help => "action-help",
        }
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
        self.is_possible(view) && (view.can_change() || !self.changes())
    }

    /// Whether it changes what is shown.
    const fn changes(self) -> bool {
        match self {
            Self::Undo
            | Self::Redo
            | Self::Duplicate
            | Self::FillDown
            | Self::Retime(_)
            | Self::Remove
            | Self::MoveUp
            | Self::MoveDown
            | Self::AddSession
            | Self::AddParticipant
            | Self::AddOrganisation
            | Self::AddAgreement
            | Self::AddPhotos
            | Self::IssueVersion
            | Self::Import => true,
            Self::New
            | Self::Open
            | Self::Sample
            | Self::Quit
            | Self::Palette
            | Self::Help
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset
            | Self::Unsaved
            | Self::Save
            | Self::SaveAs
            | Self::Close
            | Self::Find
            | Self::SavePdf
            | Self::OpenInViewer
            | Self::Export
            | Self::ToggleForm
            | Self::TurnDay
            | Self::Go(_) => false,
        }
    }

    /// Whether it can be done now.
    #[must_use]
    pub fn is_possible(self, view: &View) -> bool {
        match self {
            Self::New
            | Self::Open
            | Self::Sample
            | Self::Quit
            | Self::Palette
            | Self::Help
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset => true,
            Self::Unsaved => view.folder.is_some(),
            Self::Undo => view.is_open && view.undo.is_some(),
            Self::Redo => view.is_open && view.redo.is_some(),
            Self::Duplicate | Self::FillDown | Self::Retime(_) => {
                view.is_open && view.place == Place::RunOfShow && view.selected_session().is_some()
            }
            Self::Remove | Self::MoveUp | Self::MoveDown => {
                view.is_open && view.selected().is_some()
            }
            Self::Save
            | Self::SaveAs
            | Self::Close
            | Self::Find
            | Self::AddSession
            | Self::AddParticipant
            | Self::AddOrganisation
            | Self::AddAgreement
            | Self::AddPhotos
            | Self::IssueVersion
            | Self::SavePdf
            | Self::OpenInViewer
            | Self::Import
            | Self::Export
            | Self::ToggleForm
            | Self::TurnDay
            | Self::Go(_) => view.is_open,
        }
    }
}
