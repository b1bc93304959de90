//! What panels send: edits of the event, and deeds of the program. They carry out nothing themselves.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::{
    exchange::{Removal, Target, Wanted, table::Subject},
    model::{Edit, ItemId, Lang, PhotoId, SessionId, SessionKind},
    plan::merge::Side,
    print::Paper,
    sheet::{Habits, Perspective},
    store::{Save, Stamp, Theme},
    words::Tongue,
};

/// The places of the window: what is listed in the middle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Place {
    /// The sessions, in order of time.
    #[default]
    RunOfShow,
    /// The named persons.
    Participants,
    /// Organisations and delegations.
    Organisations,
    /// The photos.
    Photos,
    /// The papers as they will print.
    Papers,
    /// Title, theme, venue, days, rooms, teams.
    Details,
    /// The agreements.
    Agreements,
    /// What is missing or clashes.
    Checks,
    /// What was issued, and what has changed since.
    Versions,
}

impl Place {
    /// Every place, in the order in which they stand at the left.
    pub const ALL: [Self; 9] = [
        Self::RunOfShow,
        Self::Participants,
        Self::Organisations,
        Self::Photos,
        Self::Papers,
        Self::Details,
        Self::Agreements,
        Self::Checks,
        Self::Versions,
    ];
}

/// How the run-of-show is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ShowAs {
    /// As a table of sessions.
    #[default]
    Table,
    /// As a picture of a day.
    Day,
}

impl ShowAs {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Table, Self::Day];

    /// The key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Table => "show-as-table",
            Self::Day => "show-as-day",
        }
    }
}

/// What a panel sends.
#[derive(Clone, Debug)]
pub enum Command {
    /// Change the event.
    Edit(Edit),
    /// Say why what is shown cannot be changed.
    SayReadOnly,
    /// A deed that menus, keys and the palette know by name.
    Do(super::Action),
    /// Add a session of this kind, after the selected one.
    AddSession(SessionKind),
    /// Show a place.
    Go(Place),
    /// Select an item, in the place that lists it.
    Open(ItemId),
    /// Select an item without leaving the place.
    Select(ItemId),
    /// Something about files.
    File(FileCommand),
    /// Something about photos.
    Photo(PhotoCommand),
    /// Something about the preview.
    Paper(PaperCommand),
    /// Something about another program's file.
    Import(ImportCommand),
    /// Ask where this file for other programs shall be, and make it.
    Export(Wanted),
    /// Copy the cleared photos for the press; whether the copies keep the place where they were taken.
    Press(bool),
    /// Something about the versions that were issued.
    Version(VersionCommand),
    /// Show another part of what was not saved.
    Recovery(RecoveryCommand),
    /// Something about what came in from elsewhere.
    Merge(MergeCommand),
    /// Speak this language from now on; none follows the system.
    Speak(Option<Tongue>),
    /// Look like this from now on.
    Theme(Theme),
    /// Show everything this much larger; 1 is as designed.
    Scale(f32),
    /// Edit the event though others have it open.
    Together,
    /// What the person answered to the question in front.
    Answer(Answer),
    /// Something that the person should know, and what is to be said of each of several things.
    Note(String, Vec<String>),
    /// The notice with this number has been read.
    Dismiss(u64),
    /// Only sessions of this room are listed; none lists all.
    ShowRoom(Option<crate::model::RoomId>),
    /// Show the run-of-show so.
    ShowAs(ShowAs),
    /// Which photos are listed.
    ShowPhotos(PhotoFilter),
    /// Show this view of the run-of-show.
    Look(Perspective),
    /// Whether the view of a team has only rows with its cues.
    OnlyCued(bool),
    /// The views of the run-of-show are liked so from now on.
    Habits(Box<Habits>),
    /// Give the first field of the form the keyboard.
    FocusForm,
}

/// A deed on all the rows, or cells, that are selected in the run-of-show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetDeed {
    /// The cells say what the first of them says.
    FillDown,
    /// Copies of the rows stand behind them.
    Duplicate,
    /// The rows go.
    Remove,
    /// The rows go before the one above them.
    MoveUp,
    /// The rows go behind the one below them.
    MoveDown,
}

/// Which photos are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PhotoFilter {
    /// All.
    #[default]
    All,
    /// Those without a caption in some language.
    ToCaption,
    /// Those that may go out.
    Cleared,
}

impl PhotoFilter {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::All, Self::ToCaption, Self::Cleared];
}

/// Something about files.
#[derive(Clone, Debug)]
pub enum FileCommand {
    /// Open this event, after the guard of what is unsaved.
    Open(PathBuf),
    /// Open the event that was never saved and of which this journal tells.
    Recover(PathBuf),
    /// Make an event with this title, on this day.
    Create(Box<crate::model::Event>),
}

/// Something about photos.
#[derive(Clone, Debug)]
pub enum PhotoCommand {
    /// These photos belong to this session, or to none.
    Put(Vec<PhotoId>, Option<SessionId>),
    /// The picture is meant that the file of this photo holds now.
    Accept(PhotoId),
    /// Stop reading the files that were dropped.
    Cancel,
}

/// Something about the preview.
#[derive(Clone, Debug)]
pub enum PaperCommand {
    /// Show this paper.
    Show(Paper),
    /// Show it in these languages.
    Languages(Vec<Lang>),
    /// Do without the templates of the house that cannot be used, or with them again.
    BuiltIn(bool),
    /// Show it this large; 1 is as on paper at 96 points an inch. None fits the width.
    Zoom(Option<f32>),
    /// Show what has changed since this version; none shows no changes where the paper can do without.
    Since(Option<u32>),
    /// Scroll to this page, counted from 0.
    Page(usize),
    /// Show the form of this item beside the paper, or none.
    Form(Option<ItemId>),
}

/// Something about the file that is to be imported.
#[derive(Clone, Debug)]
pub enum ImportCommand {
    /// The column at this place, from 0, holds this, or nothing that is wanted.
    Map(usize, Option<Target>),
    /// The table is about this.
    About(Subject),
    /// The sheet at this place of the workbook, from 0, is meant.
    Sheet(usize),
    /// What the import takes away.
    Removal(Removal),
    /// This day is added to the event, or not.
    Day(Date, bool),
    /// Import it.
    Import,
}

/// A state of the event that was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kept {
    /// The version of this number.
    Version(u32),
    /// Of several versions of this number, one that is not in its place: the one that holds this.
    Twin(u32, Stamp),
    /// One of the last saves.
    Save(Save),
}

/// Something about the versions that were issued, and the last saves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionCommand {
    /// Compare the event with this state.
    Select(Kept),
    /// Tell the changes in this order.
    Tell(ToldBy),
    /// Show this state, to read only.
    Read(Kept),
    /// Show the papers of this state; of a version, as they were printed.
    Print(Kept),
    /// Make the event what it was in this state.
    BringBack(Kept),
    /// Ask which of several versions of this number keeps it.
    AskNumber(u32),
    /// Go back to the event from what can only be read.
    Leave,
}

/// Something about what an earlier program did not save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryCommand {
    /// Show what is in the journal at this place of the list.
    Choose(usize),
    /// Whether it is shown what differs from the file, in place of the edits.
    Compare(bool),
}

/// Something about what came in from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeCommand {
    /// The conflict at this place, from 0, is decided for this side.
    Choose(usize, Side),
    /// Every conflict is decided for this side.
    ChooseAll(Side),
    /// Take it in as it is decided.
    Merge,
    /// Show what waits for a decision.
    Decide,
    /// Merge the conflict copy of this name.
    Copy(String),
    /// Leave the conflict copy of this name for now.
    Later(String),
}

/// In which order changes are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ToldBy {
    /// By session, and what else the event has.
    #[default]
    Item,
    /// By the person whom they concern.
    Person,
}

impl ToldBy {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Item, Self::Person];
}

/// What a person answered to the question in front of the window.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Save first, then go on.
    Save,
    /// Go on without saving.
    Discard,
    /// Replace what is there.
    Replace,
    /// Do not go on.
    Cancel,
    /// This path.
    Path(PathBuf),
    /// Issue a version, with this note.
    Issue(String),
    /// Of several versions of this number, the one that holds this keeps it.
    Number(u32, Stamp),
    /// Open the event with what was not saved.
    Recover,
    /// Open the event as it was saved.
    AsSaved,
    /// Read only, while others have it open.
    ReadOnly,
    /// Work on a copy.
    Copy,
    /// Work together with those who have it open.
    Together,
    /// Take back what somebody else has just saved.
    TakeBack,
}
