//! The running program: what is open, what is shown, and what is done when a panel sends a command.

mod arrivals;
mod clock;
mod deeds;
mod dialogs;
mod drops;
mod exchange;
mod files;
mod going;
mod inbox;
mod issuing;
mod journal;
mod left_over;
pub mod made_from;
mod merging;
mod open;
mod originals;
pub(crate) mod paper_photos;
mod patience;
mod pictures;
mod presence;
pub mod press;
mod preview;
mod printing;
mod questions;
mod refusals;
mod results;
mod run;
mod saves;
mod saving;
mod settings;
mod shell;
mod slow;
#[cfg(test)]
mod tests;
mod title;
mod version_twins;
mod versions;
mod watch;

use std::{path::PathBuf, sync::Arc};

use egui::{Context, Ui};

use crate::{
    model::{Edit, Event, EventId},
    plan::Plan,
    sheet::Perspective,
    store::{Settings, SettingsFile},
    ui::{
        self, Command, Notice, PhotoCommand, PhotoFilter, Place, Progress, Question, Selection,
        SheetDeed, ShowAs, View, tokens,
    },
    words::Words,
};

use self::{
    arrivals::Taking,
    drops::Drops,
    exchange::Importing,
    inbox::{Inbox, Loaded},
    journal::{Journal, LeftBehind, Recovering},
    merging::Merging,
    open::Open,
    pictures::Pictures,
    preview::Preview,
    versions::Reading,
    watch::Watch,
};

pub use left_over::{clear_left_over, note_additions};
pub use patience::Patience;
pub use run::{StartError, data_folder, run};
pub use shell::Shell;

/// What waits for the answer about unsaved edits.
#[derive(Debug)]
enum Then {
    Quit,
    Close,
    Open(PathBuf),
    Show(Box<Event>),
    /// An event that was read while the one that is open was edited.
    Loaded(Box<Loaded>),
    Sample(PathBuf),
    /// An event that was never saved, out of this journal.
    Recover(PathBuf),
}

/// The program's window and everything behind it.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about what is shown"
)]
pub struct Desk {
    ctx: Context,
    inbox: Inbox,
    /// The windows of this program, as other programs see them.
    own: presence::Own,
    settings: Settings,
    settings_file: Arc<SettingsFile>,
    /// Whether settings are kept on the disk; a test's are not.
    keeps_settings: bool,
    /// Whether the system's own dialogs are asked for paths.
    has_dialogs: bool,
    patience: Patience,
    words: Words,
    open: Option<Open>,
    /// The version that is shown in place of the event.
    reading: Option<Reading>,
    /// An event without anything, which the welcome screen reads.
    nothing: (Event, Plan),
    opened: u64,
    /// Counts what was read, so that one that is late does not take the place of a later one.
    readings: u64,
    /// Whether an event is being read.
    is_opening: bool,
    waits: slow::Waits,
    originals: originals::Originals,
    /// The event and its state that the person agreed to leave, when reading another began.
    left: Option<(u64, u64)>,
    place: Place,
    selection: Selection,
    reveal: bool,
    /// Whether the first field of the form shall have the keyboard.
    focus_form: bool,
    show_as: ShowAs,
    room: Option<crate::model::RoomId>,
    perspective: Perspective,
    only_cued: bool,
    /// What a menu asked of the rows that are selected, until the table has seen it.
    asked: Option<SheetDeed>,
    photo_filter: PhotoFilter,
    form_is_shown: bool,
    notices: Vec<Notice>,
    noticed: u64,
    question: Option<Question>,
    then: Option<Then>,
    progress: Option<Progress>,
    pictures: Pictures,
    preview: Preview,
    drops: Drops,
    importing: Option<Importing>,
    /// What is done and not saved, on its way to the disk; a test's is not kept there.
    journal: Option<Journal>,
    /// What an earlier program did not save of the event that is open.
    recovering: Option<Recovering>,
    /// What earlier programs did not save at all.
    left_behind: LeftBehind,
    /// Counts the files that were read and the proposals that were asked for, so that a late one is known.
    imports: u64,
    /// What is known of the event's folder from the last look.
    watch: Watch,
    /// Counts the looks at the event's folder that have ended.
    looks: u64,
    /// What came into the event from elsewhere and waits for a decision.
    merging: Option<Merging>,
    focused: Option<egui::Id>,
    title: String,
    may_quit: bool,
}

/// How a desk begins.
#[derive(Clone, Debug, Default)]
pub struct Begin {
    /// The event to open.
    pub event: Option<PathBuf>,
    /// The person's settings.
    pub settings: Settings,
    /// Whether changed settings are written back.
    pub keeps_settings: bool,
    /// The person's own data folder of this program. Without one no journal of edits is kept.
    pub data: Option<PathBuf>,
    /// Whether paths are asked for with the system's own dialogs; in a test they are typed.
    pub has_dialogs: bool,
    /// How long disks are waited for.
    pub patience: Patience,
}

impl Desk {
    /// A desk in this window.
    #[must_use]
    pub fn new(ctx: &Context, begin: Begin) -> Self {
        let inbox = Inbox::new(ctx.clone());
        let preview = Preview::new(&inbox);
        let pictures = Pictures::new(ctx.clone(), inbox.outbox());
        let journal = begin
            .data
            .map(|data| Journal::new(&inbox, &data, begin.patience));
        let nothing = Event::empty(EventId::new());
        let plan = Plan::of(&nothing);
        let mut desk = Self {
            ctx: ctx.clone(),
            inbox,
            own: presence::Own::default(),
            settings_file: Arc::new(SettingsFile::with(begin.settings.clone())),
            settings: begin.settings,
            keeps_settings: begin.keeps_settings,
            has_dialogs: begin.has_dialogs,
            patience: begin.patience,
            words: Words::default(),
            open: None,
            reading: None,
            nothing: (nothing, plan),
            opened: 0,
            readings: 0,
            is_opening: false,
            waits: slow::Waits::default(),
            originals: originals::Originals::default(),
            left: None,
            place: Place::default(),
            selection: Selection::default(),
            reveal: false,
            focus_form: false,
            show_as: ShowAs::default(),
            room: None,
            perspective: Perspective::default(),
            only_cued: true,
            asked: None,
            photo_filter: PhotoFilter::default(),
            form_is_shown: true,
            notices: Vec::new(),
            noticed: 0,
            question: None,
            then: None,
            progress: None,
            pictures,
            preview,
            drops: Drops::default(),
            importing: None,
            journal,
            recovering: None,
            left_behind: LeftBehind::default(),
            imports: 0,
            watch: Watch::default(),
            looks: 0,
            merging: None,
            focused: None,
            title: String::new(),
            may_quit: false,
        };
        tokens::install_style(ctx);
        ctx.add_plugin(ui::Signs);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        desk.apply_settings();
        match begin.event {
            Some(event) => desk.read(event),
            None => desk.look_for_left_behind(),
        }
        desk
    }

    /// Does what has to be done before a frame: takes in finished work, follows the event, notices drops.
    pub fn logic(&mut self, ctx: &Context) {
        self.pictures.begin_frame();
        for finished in self.inbox.take() {
            self.take(finished);
            self.tell_journal();
        }
        self.show_paper(ctx);
        if let Some(open) = &mut self.open {
            open.follow();
            open.versions
                .follow(&open.history, self.place == Place::Versions);
            if self.place == Place::Papers {
                self.preview.follow(open, self.reading.as_ref(), self.words);
            }
        }
        self.look_at_saves();
        self.ask_about_others();
        self.notice_what_is_slow(ctx);
        self.seal_when_done(ctx);
        self.take_in_what_waited();
        self.tell_journal();
        self.look_at_drops(ctx);
        self.guard_closing(ctx);
        self.forget_read_notices(ctx);
        self.set_title(ctx);
        self.wait_for_the_minute(ctx);
        self.look_now_and_then(ctx);
        self.look_at_originals(ctx);
    }

    /// Shows a frame, and does what people did in it.
    pub fn ui(&mut self, ui: &mut Ui) {
        let out = ui::show(ui, &self.view());
        self.reveal = false;
        self.focus_form = false;
        self.asked = None;
        self.preview.scroll_to = None;
        for command in out.into_commands() {
            self.carry_out(command);
            self.tell_journal();
        }
        self.notice_replaced();
    }

    /// The event that is open.
    #[must_use]
    pub fn event(&self) -> Option<&Event> {
        self.open.as_ref().map(|open| &**open.event())
    }

    /// How many looks at the event's folder have ended: what lay there before one began has been seen at its end.
    #[must_use]
    pub fn looks(&self) -> u64 {
        self.looks
    }

    /// Whether slow work goes on whose result a test would wait for.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.inbox.is_working()
            || self.progress.is_some()
            || self.watch.is_merging
            || self.drops.is_adding()
            || self
                .importing
                .as_ref()
                .is_some_and(|importing| importing.is_working)
            || self
                .open
                .as_ref()
                .is_some_and(|open| open.is_saving || open.versions.is_working())
            || (self.place == Place::Papers && self.preview.view().is_working)
    }

    fn view(&self) -> View<'_> {
        let (event, plan) = match (&self.reading, &self.open) {
            (Some(reading), _) => (&*reading.past.event, &*reading.plan),
            (None, Some(open)) => (&**open.event(), &*open.plan),
            (None, None) => (&self.nothing.0, &self.nothing.1),
        };
        View {
            is_open: self.open.is_some(),
            event,
            plan,
            words: self.words,
            side_by_side: event
                .details
                .languages
                .for_reader(&self.words.tongue.lang()),
            tongue_choice: self.settings.language,
            theme: self.settings.theme,
            scale: self.settings.scale,
            place: self.place,
            selection: self.selection,
            reveal: self.reveal,
            focus_form: self.focus_form,
            revision: self
                .open
                .as_ref()
                .map_or((0, 0), |open| (open.session, open.history.state())),
            perspective: self.perspective,
            only_cued: self.only_cued,
            habits: &self.settings.sheet,
            asked: self.asked,
            show_as: self.show_as,
            now: self.now(),
            room: self.room,
            photo_filter: self.photo_filter,
            form_is_shown: self.form_is_shown,
            read_only: self.read_only(),
            versions: self.versions_view(),
            others: (self.open.as_ref()).map_or(&[], |open| &open.present.others),
            folder: self.open.as_ref().and_then(|open| open.home.path()),
            is_quitting: matches!(self.then, Some(Then::Quit)),
            is_dirty: self
                .open
                .as_ref()
                .is_some_and(|open| open.history.is_dirty()),
            is_adding: self.drops.has_more(),
            is_saving: self.open.as_ref().is_some_and(|open| open.is_saving),
            slow: self.waits.slow,
            undo: self.open.as_ref().and_then(|open| open.history.undoable()),
            redo: self.open.as_ref().and_then(|open| open.history.redoable()),
            recent: &self.settings.recent,
            notices: &self.notices,
            progress: self.progress.as_ref().or(self.drops.progress()),
            question: self.question.as_ref(),
            merging: self.merging_view(),
            offers: &self.watch.offers,
            import: self.importing.as_ref().map(Importing::view),
            recovery: self.recovering.as_ref().and_then(Recovering::view),
            left_behind: self.left_behind.view(),
            pictures: &self.pictures,
            preview: self.preview.view(),
        }
    }

    fn carry_out(&mut self, command: Command) {
        match command {
            Command::Edit(edit) => self.edit(edit),
            Command::SayReadOnly => {
                self.refuses_edits();
            }
            Command::Do(action) => self.act(action),
            Command::AddSession(kind) => self.add_session(Some(kind)),
            Command::Go(place) => self.go(place),
            Command::Open(item) => self.open_item(item),
            Command::Select(item) => {
                self.select(item);
                self.reveal = true;
            }
            Command::File(ui::FileCommand::Open(path)) => self.guard(Then::Open(path)),
            Command::File(ui::FileCommand::Recover(file)) => self.guard(Then::Recover(file)),
            Command::Recovery(command) => self.turn_recovery(command),
            Command::File(ui::FileCommand::Create(event)) => {
                self.question = None;
                self.guard(Then::Show(event));
            }
            Command::Photo(PhotoCommand::Put(photos, session)) => self.put_photos(&photos, session),
            Command::Photo(PhotoCommand::Accept(id)) => self.accept_picture(id),
            Command::Photo(PhotoCommand::Cancel) => self.cancel_photos(),
            Command::Paper(command) => self.turn_paper(command),
            Command::Import(command) => self.turn_import(command),
            Command::Export(wanted) => self.ask_where(ui::PathPurpose::Export(wanted)),
            Command::Press(keep) => self.ask_where(ui::PathPurpose::Press(keep)),
            Command::Version(command) => self.version_command(command),
            Command::Merge(command) => self.merge_command(command),
            Command::Speak(tongue) => {
                self.settings.language = tongue;
                self.apply_settings();
                self.keep_settings();
            }
            Command::Theme(theme) => {
                self.settings.theme = theme;
                self.apply_settings();
                self.keep_settings();
            }
            Command::Scale(scale) => self.set_scale(scale),
            Command::Together => self.work_together(),
            Command::Answer(answer) => self.answer(answer),
            Command::Note(sentence, details) => self.say_each(ui::Tone::Note, sentence, details),
            Command::Dismiss(number) => self.dismiss(number),
            Command::ShowAs(show_as) => self.show_as = show_as,
            Command::ShowRoom(room) => self.room = room,
            Command::ShowPhotos(filter) => self.photo_filter = filter,
            Command::Look(perspective) => self.perspective = perspective,
            Command::OnlyCued(only) => self.only_cued = only,
            Command::Habits(habits) => {
                self.settings.sheet = *habits;
                // While an edge is dragged they change with each frame.
                if !self.ctx.input(|input| input.pointer.any_down()) {
                    self.keep_settings();
                }
            }
            Command::FocusForm => {
                self.form_is_shown = true;
                self.focus_form = true;
            }
        }
    }

    /// Makes an edit of the event.
    fn edit(&mut self, edit: Edit) {
        if self.refuses_edits() {
            return;
        }
        let taking = Taking::Edit(Box::new(edit));
        if let Some(Taking::Edit(edit)) = self.asks_before(taking) {
            self.apply(*edit);
        }
    }

    fn apply(&mut self, edit: Edit) {
        let Some(open) = &mut self.open else { return };
        if let Err(error) = open.history.apply(edit) {
            // A panel acted on what another edit of the same frame had removed: nothing has changed.
            tracing::warn!(%error, "an edit could not be made");
        }
    }

    /// What a person did is one step until they go on to something else.
    fn seal_when_done(&mut self, ctx: &Context) {
        let focused = ctx.memory(egui::Memory::focused);
        let released = ctx.input(|input| input.pointer.any_released());
        if focused != self.focused || released {
            self.focused = focused;
            if let Some(open) = &mut self.open {
                open.history.seal();
            }
        }
    }
}

impl eframe::App for Desk {
    fn logic(&mut self, ctx: &Context, _: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        Self::ui(self, ui);
    }
}
