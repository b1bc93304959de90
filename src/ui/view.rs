//! What panels read.

use std::path::{Path, PathBuf};

use egui::{TextureId, Vec2};
use jiff::civil::DateTime;

use super::{
    Kept, LeftBehind, MergeView, Offer, PaperTrouble, PaperWait, PhotoFilter, Place, Recovery,
    SheetDeed, ShowAs, ToldBy,
};
use crate::{
    exchange::{Proposal, Removal, Target, Wanted, table::Layout},
    model::{
        AgreementId, Deed, DelegationId, Event, Issue, ItemId, Lang, OrganisationId, ParticipantId,
        Photo, PhotoId, RoomId, Session, SessionId, Standing,
    },
    plan::{Changes, Plan},
    print::Paper,
    sheet::{Habits, Perspective},
    store::{ListedVersion, Reason, Save, Theme, Twins},
    words::{Tongue, Words},
};

/// What is selected in each place that lists something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// In the run-of-show.
    pub session: Option<SessionId>,
    /// Among the participants.
    pub participant: Option<ParticipantId>,
    /// Among the organisations.
    pub organisation: Option<Body>,
    /// Among the photos.
    pub photo: Option<PhotoId>,
    /// Among the agreements.
    pub agreement: Option<AgreementId>,
    /// On the paper: the item whose form stands beside it.
    pub on_paper: Option<ItemId>,
}

/// What the place of the organisations lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// An organisation.
    Organisation(OrganisationId),
    /// A delegation.
    Delegation(DelegationId),
}

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It is done.
    Done,
    /// It is worth knowing before going on.
    Note,
    /// It was not done.
    Failed,
}

/// A message that stays until it is read.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Which notice.
    pub number: u64,
    /// How it is meant.
    pub tone: Tone,
    /// What it says.
    pub sentence: String,
    /// What it says of each of several things, such as the files of one drop; empty where the sentence says it all.
    pub details: Vec<String>,
    /// When it was said, in seconds since the program began.
    pub since: f64,
    /// Of which state of the event alone it is true; none where it stays true when that is edited.
    pub state: Option<u64>,
    /// What stays true when the event is edited on, for as long as it takes to read it.
    pub rest: Option<String>,
    /// The files that it says were not written, or not taken: it is true until all of them have been. None where it is
    /// about no files.
    pub files: Vec<PathBuf>,
}

/// Slow work that goes on.
#[derive(Clone, Debug)]
pub struct Progress {
    /// What is being done, in words.
    pub doing: String,
    /// How much of it is done.
    pub done: usize,
    /// How much there is; 0 where nobody knows.
    pub of: usize,
    /// Whether it can be cancelled.
    pub can_cancel: bool,
}

/// What takes longer than it should: the folder does not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slow {
    /// Saving.
    Saving,
    /// Opening.
    Opening,
    /// Typesetting: what it waits for.
    Paper(PaperWait),
}

/// A thumbnail, or why there is none yet.
#[derive(Clone, Debug)]
pub enum Thumb {
    /// Here it is, with its size in pixels.
    Ready(TextureId, Vec2),
    /// It is being read.
    Coming,
    /// It cannot be read: why.
    Failed(String),
}

/// Where panels get pictures from. Asking for one that is not there has it read, off the frame.
pub trait Pictures {
    /// The thumbnail of a photo for a place of this width, in pixels.
    fn thumb(&self, photo: &Photo, width: u32) -> Thumb;

    /// The photos whose files hold another picture than the one that was added.
    fn others(&self) -> &[PhotoId];

    /// A page of the preview at this scale (pixels per typographic point); an older or coarser picture of it
    /// while the right one is made.
    fn page(&self, page: usize, scale: f32) -> Option<TextureId>;
}

/// The paper that is shown.
pub struct Preview<'a> {
    /// Which paper.
    pub paper: Paper,
    /// In which languages.
    pub languages: &'a [Lang],
    /// Since which version it shows changes; none shows none.
    pub since: Option<u32>,
    /// How large; none fits the width.
    pub zoom: Option<f32>,
    /// The pages as typeset last; none before the first.
    pub pages: Option<&'a crate::print::Pages>,
    /// What is to be told of the photos on them: those that are held back, or cannot be read.
    pub lacks: &'a [String],
    /// How long typesetting took, in milliseconds.
    pub took_ms: u128,
    /// Why it could not be typeset.
    pub trouble: Option<&'a PaperTrouble>,
    /// Whether it can be typeset without the templates of the house.
    pub can_do_without: bool,
    /// Whether the templates of the house are done without.
    pub is_built_in: bool,
    /// Whether newer pages are being made.
    pub is_working: bool,
    /// The page to scroll to, once.
    pub scroll_to: Option<usize>,
}

/// Why what is open can only be read. Edits are then refused with a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadOnly {
    /// It is a version that was issued.
    Version(Issue),
    /// The event must not be written over.
    Event(Reason),
    /// It is the event as it was when it was saved at this time.
    Save(DateTime),
    /// Others have it open, and the person wants to read only.
    Elsewhere,
    /// It could not be saved where it is: the sentence that says why, and what to do.
    CannotSave(String),
}

/// The versions that were issued, as panels read them.
pub struct Versions<'a> {
    /// The versions, in order.
    pub list: &'a [ListedVersion],
    /// Numbers that were given to several versions.
    pub twins: &'a [Twins],
    /// Copies of versions that cannot be read: what they are called, and why.
    pub unreadable: &'a [(String, String)],
    /// The last saves, the latest first.
    pub saves: &'a [ToldSave],
    /// How the event stands to them.
    pub standing: &'a Standing,
    /// The one with which the event is compared.
    pub selected: Option<Kept>,
    /// In which order the changes are told.
    pub told_by: ToldBy,
    /// What has changed since the selected one; none until it is read.
    pub compared: Option<Compared<'a>>,
    /// Why the selected one cannot be read.
    pub trouble: Option<&'a str>,
}

/// One of the last saves, and what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldSave {
    /// Which save.
    pub save: Save,
    /// What it changed; none until that is known.
    pub told: Option<SaveTold>,
}

/// What a save did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveTold {
    /// It is the earliest that is kept, so that nothing is known of what went before.
    Earliest,
    /// It changed so many things since the save before, of which this is the first.
    Changes(usize, String),
    /// It cannot be read: why.
    Unreadable(String),
}

/// What has changed since a version.
#[derive(Clone, Copy)]
pub struct Compared<'a> {
    /// The event as it was.
    pub old: &'a Event,
    /// The event as it is.
    pub new: &'a Event,
    /// What is different.
    pub changes: &'a Changes,
    /// The state of the event's history that they were worked out for.
    pub state: u64,
}

/// Somebody else who has the event open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// Who, as their machine calls them; empty where it does not.
    pub user: String,
    /// On which machine.
    pub host: String,
    /// Whether that is this machine: it is another window.
    pub is_here: bool,
    /// Since when, on our clock.
    pub since: DateTime,
    /// Whether that is today.
    pub is_today: bool,
}

/// A question in front of the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// There are unsaved edits: save them before going on?
    Unsaved,
    /// There is no dialog for picking files: type the path.
    Path(PathPurpose),
    /// There is a file of this name already: replace it?
    Replace(PathBuf),
    /// What is the new event?
    NewEvent,
    /// What shall be found?
    Find,
    /// What shall be done?
    Palette,
    /// What an import would do.
    Import,
    /// What shall become of what an earlier program did not save?
    Recover,
    /// Which file is to be made for other programs?
    Export,
    /// What shall be said of the next version?
    Issue,
    /// Which of several versions of this number keeps it?
    Number(u32),
    /// Others have the event open: read only, work on a copy, or work together?
    Elsewhere,
    /// Whose values are taken, where two people have changed the same?
    Merge,
    /// Shall what somebody else has just saved be taken back? This is it, in sentences.
    TakeBack(Vec<String>),
    /// How shall the times of many sessions change?
    Retime(super::Retiming),
    /// The keys, and what this program is.
    Help,
}

/// For what a path is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathPurpose {
    /// An event to open.
    Open,
    /// A folder to save to.
    Save,
    /// Photos to add.
    Photos,
    /// A PDF to write.
    Pdf,
    /// A folder for the sample event.
    Sample,
    /// Another program's file, to be imported.
    Import,
    /// A file for other programs, to be written.
    Export(Wanted),
    /// A folder for copies of the photos for the press; whether they keep the place where they were taken.
    Press(bool),
}

/// A file that is looked at before it is imported.
#[derive(Clone, Copy, Debug)]
pub struct Importing<'a> {
    /// What the file is called.
    pub file: &'a str,
    /// Where its table stands and what its columns hold. None for what is no table.
    pub layout: Option<&'a Layout>,
    /// What the sheets of a workbook are called.
    pub sheets: &'a [String],
    /// What can be chosen for a column.
    pub targets: &'a [Target],
    /// What an import would do.
    pub proposal: &'a Proposal,
    /// Whether what is absent from the file goes.
    pub removal: Removal,
    /// Whether another proposal is being made.
    pub is_working: bool,
}

/// Everything that panels read. It is made anew for each frame, of references.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that panels show"
)]
pub struct View<'a> {
    /// Whether an event is open; else the welcome screen is shown.
    pub is_open: bool,
    /// The event.
    pub event: &'a Event,
    /// What follows from it.
    pub plan: &'a Plan,
    /// The texts of the interface.
    pub words: Words,
    /// The languages of the event as they stand side by side in forms: the reader's own first.
    pub side_by_side: Vec<Lang>,
    /// The language that was chosen; none follows the system.
    pub tongue_choice: Option<Tongue>,
    /// The theme that was chosen.
    pub theme: Theme,
    /// How much larger than designed.
    pub scale: f32,
    /// Where we are.
    pub place: Place,
    /// What is selected.
    pub selection: Selection,
    /// Whether the selection has just changed and should be scrolled to.
    pub reveal: bool,
    /// Whether the first field of the form shall have the keyboard: the item is new.
    pub focus_form: bool,
    /// Which event is open, and which state of it this is: both are another number when they are others.
    pub revision: (u64, u64),
    /// Which view of the run-of-show is shown.
    pub perspective: Perspective,
    /// Whether the view of a team has only rows with its cues.
    pub only_cued: bool,
    /// How the person likes the views of the run-of-show.
    pub habits: &'a Habits,
    /// What a menu asked of the rows that are selected, once.
    pub asked: Option<SheetDeed>,
    /// How the run-of-show is shown.
    pub show_as: ShowAs,
    /// What the clock says where the event is; none where nobody has to know.
    pub now: Option<DateTime>,
    /// Only sessions of this room are listed.
    pub room: Option<RoomId>,
    /// Which photos are listed.
    pub photo_filter: PhotoFilter,
    /// Whether the form is shown.
    pub form_is_shown: bool,
    /// Why it can only be read; none where it can be edited.
    pub read_only: Option<&'a ReadOnly>,
    /// The versions that were issued.
    pub versions: Versions<'a>,
    /// Who else has it open.
    pub others: &'a [Neighbour],
    /// The event's folder; none if it was never saved.
    pub folder: Option<&'a Path>,
    /// Whether there are unsaved edits.
    pub is_dirty: bool,
    /// Whether the program ends when the question about unsaved edits is answered.
    pub is_quitting: bool,
    /// Whether it is being saved.
    pub is_saving: bool,
    /// What takes longer than it should.
    pub slow: Option<Slow>,
    /// Whether photos are being added, so that there will be more to save.
    pub is_adding: bool,
    /// What undo would take back.
    pub undo: Option<&'a Deed>,
    /// What redo would do again.
    pub redo: Option<&'a Deed>,
    /// Events that were open lately.
    pub recent: &'a [PathBuf],
    /// Messages.
    pub notices: &'a [Notice],
    /// Slow work.
    pub progress: Option<&'a Progress>,
    /// The question in front of the window.
    pub question: Option<&'a Question>,
    /// The file that the question of an import is about.
    pub import: Option<Importing<'a>>,
    /// What an earlier program did not save of this event.
    pub recovery: Option<Recovery<'a>>,
    /// What earlier programs did not save, of which the welcome screen tells.
    pub left_behind: LeftBehind<'a>,
    /// What came in from elsewhere, where the question is about that.
    pub merging: Option<MergeView<'a>>,
    /// What there is to be merged.
    pub offers: &'a [Offer],
    /// Pictures.
    pub pictures: &'a dyn Pictures,
    /// The paper that is shown.
    pub preview: Preview<'a>,
}

impl View<'_> {
    /// The language in which the interface shows content.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.words.tongue.lang()
    }

    /// Whether what is shown can be changed.
    #[must_use]
    pub const fn can_change(&self) -> bool {
        self.read_only.is_none()
    }

    /// The languages of the event.
    #[must_use]
    pub fn languages(&self) -> &[Lang] {
        &self.event.details.languages
    }

    /// What is selected in this place.
    #[must_use]
    pub fn selected(&self) -> Option<ItemId> {
        let selection = &self.selection;
        let id: ItemId = match self.place {
            Place::RunOfShow => selection.session?.into(),
            Place::Participants => selection.participant?.into(),
            Place::Organisations => match selection.organisation? {
                Body::Organisation(id) => id.into(),
                Body::Delegation(id) => id.into(),
            },
            Place::Photos => selection.photo?.into(),
            Place::Agreements => selection.agreement?.into(),
            Place::Papers => selection.on_paper?,
            Place::Details | Place::Checks | Place::Versions => return None,
        };
        self.event.contains(id).then_some(id)
    }

    /// The session that is selected in the run-of-show.
    #[must_use]
    pub fn selected_session(&self) -> Option<&Session> {
        self.selection
            .session
            .and_then(|id| self.event.sessions.get(id))
            .map(AsRef::as_ref)
    }

    /// Whether the event has several days.
    #[must_use]
    pub fn has_several_days(&self) -> bool {
        self.plan.days.len() > 1
    }
}
