//! The running program: what is open, what is shown, and what is done when a panel sends a command.

mod deeds;
mod drops;
mod files;
mod inbox;
mod open;
mod pictures;
mod preview;
mod printing;
mod run;

use std::path::PathBuf;

use egui::{Context, Ui, ViewportCommand};

use crate::{
    model::{Edit, Event, EventId, ItemId},
    plan::Plan,
    store::{Settings, Theme},
    ui::{
        self, Answer, Body, Command, Notice, PaperCommand, PathPurpose, PhotoCommand, PhotoFilter, Place, Progress,
        Question, Selection, Tone, View, tokens,
    },
    words::{Tongue, Words},
};

use self::{
    drops::Drops,
    inbox::{Finished, Inbox, Picked},
    open::Open,
    pictures::Pictures,
    preview::Preview,
};

pub use run::{StartError, run};

/// What waits for the answer about unsaved edits.
#[derive(Debug)]
enum Then {
    Quit,
    Close,
    Open(PathBuf),
    Show(Box<Event>),
    Sample(PathBuf),
}

/// The program's window and everything behind it.
pub struct Desk {
    ctx: Context,
    inbox: Inbox,
    settings: Settings,
    /// Whether settings are kept on the disk; a test's are not.
    keeps_settings: bool,
    words: Words,
    open: Option<Open>,
    /// An event without anything, which the welcome screen reads.
    nothing: (Event, Plan),
    opened: u64,
    place: Place,
    selection: Selection,
    reveal: bool,
    room: Option<crate::model::RoomId>,
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
    focused: Option<egui::Id>,
    title: String,
    may_quit: bool,
}

/// How a desk begins.
#[derive(Debug, Default)]
pub struct Begin {
    /// The event to open.
    pub event: Option<PathBuf>,
    /// The person's settings.
    pub settings: Settings,
    /// Whether changed settings are written back.
    pub keeps_settings: bool,
}

impl Desk {
    /// A desk in this window.
    #[must_use]
    pub fn new(ctx: &Context, begin: Begin) -> Self {
        let inbox = Inbox::new(ctx.clone());
        let preview = Preview::new(&inbox);
        let pictures = Pictures::new(ctx.clone(), inbox.outbox());
        let nothing = Event::empty(EventId::new());
        let plan = Plan::of(&nothing);
        let mut desk = Self {
            ctx: ctx.clone(),
            inbox,
            settings: begin.settings,
            keeps_settings: begin.keeps_settings,
            words: Words::default(),
            open: None,
            nothing: (nothing, plan),
            opened: 0,
            place: Place::default(),
            selection: Selection::default(),
            reveal: false,
            room: None,
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
            focused: None,
            title: String::new(),
            may_quit: false,
        };
        tokens::install_style(ctx);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        desk.apply_settings();
        if let Some(event) = begin.event {
            desk.read(event);
        }
        desk
    }

    /// Does what has to be done before a frame: takes in finished work, follows the event, notices drops.
    pub fn logic(&mut self, ctx: &Context) {
        self.pictures.begin_frame();
        for finished in self.inbox.take() {
            self.take(finished);
        }
        if let Some(open) = &mut self.open {
            open.follow();
            if self.place == Place::Papers {
                self.preview.follow(open, self.words);
            }
        }
        self.seal_when_done(ctx);
        self.look_at_drops(ctx);
        self.guard_closing(ctx);
        self.forget_read_notices(ctx);
        self.set_title(ctx);
    }

    /// Shows a frame, and does what people did in it.
    pub fn ui(&mut self, ui: &mut Ui) {
        let out = ui::show(ui, &self.view());
        self.reveal = false;
        self.preview.scroll_to = None;
        for command in out.into_commands() {
            self.carry_out(command);
        }
    }

    /// The event that is open.
    #[must_use]
    pub fn event(&self) -> Option<&Event> {
        self.open.as_ref().map(|open| &**open.event())
    }

    /// Whether slow work goes on whose result a test would wait for.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.progress.is_some()
            || self.open.as_ref().is_some_and(|open| open.is_saving)
            || (self.place == Place::Papers && self.preview.view().is_working)
    }

    fn view(&self) -> View<'_> {
        let (event, plan) = match &self.open {
            Some(open) => (&**open.event(), &*open.plan),
            None => (&self.nothing.0, &self.nothing.1),
        };
        View {
            is_open: self.open.is_some(),
            event,
            plan,
            words: self.words,
            tongue_choice: self.settings.language,
            theme: self.settings.theme,
            scale: self.settings.scale,
            place: self.place,
            selection: self.selection,
            reveal: self.reveal,
            room: self.room,
            photo_filter: self.photo_filter,
            form_is_shown: self.form_is_shown,
            folder: self.open.as_ref().and_then(|open| open.home.path()),
            is_dirty: self.open.as_ref().is_some_and(|open| open.history.is_dirty()),
            is_saving: self.open.as_ref().is_some_and(|open| open.is_saving),
            undo: self.open.as_ref().and_then(|open| open.history.undoable()),
            redo: self.open.as_ref().and_then(|open| open.history.redoable()),
            recent: &self.settings.recent,
            notices: &self.notices,
            progress: self.progress.as_ref(),
            question: self.question.as_ref(),
            pictures: &self.pictures,
            preview: self.preview.view(),
        }
    }

    fn carry_out(&mut self, command: Command) {
        match command {
            Command::Edit(edit) => self.edit(edit),
            Command::Do(action) => self.act(action),
            Command::AddSession(kind) => self.add_session(Some(kind)),
            Command::Go(place) => self.go(place),
            Command::Open(item) => self.open_item(item),
            Command::Select(item) => {
                self.select(item);
                self.reveal = true;
            }
            Command::File(ui::FileCommand::Open(path)) => self.guard(Then::Open(path)),
            Command::File(ui::FileCommand::Create(event)) => {
                self.question = None;
                self.guard(Then::Show(event));
            }
            Command::Photo(PhotoCommand::Put(photos, session)) => self.put_photos(&photos, session),
            Command::Photo(PhotoCommand::Cancel) => self.cancel_photos(),
            Command::Paper(command) => self.turn_paper(command),
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
            Command::Answer(answer) => self.answer(answer),
            Command::Dismiss(number) => self.dismiss(number),
            Command::ShowRoom(room) => self.room = room,
            Command::ShowPhotos(filter) => self.photo_filter = filter,
        }
    }

    fn take(&mut self, finished: Finished) {
        match finished {
            Finished::Opened(result) => self.opened(result),
            Finished::Saved { session, state, result } => self.saved(session, state, result),
            Finished::PhotoAdded { session, result } => self.photo_added(session, result),
            Finished::PhotosFound(count) => self.photos_found(count),
            Finished::PhotosDone => self.photos_done(),
            Finished::Typeset(typeset) => {
                if let Some((generation, pages)) = self.preview.take(typeset) {
                    self.pictures.set_pages(generation, pages);
                }
            }
            Finished::Thumb { key, result } => self.pictures.put_thumb(key, result),
            Finished::Page { generation, page, scale, image } => self.pictures.put_page(generation, page, scale, &image),
            Finished::Printed { result, in_viewer } => self.printed(result, in_viewer),
            Finished::Picked(purpose, picked) => self.picked(purpose, picked),
            Finished::Broke => {
                self.progress = None;
                let sentence = self.words.t("app-work-broke");
                self.say(Tone::Failed, sentence);
            }
        }
    }

    /// Makes an edit of the event.
    fn edit(&mut self, edit: Edit) {
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

    fn go(&mut self, place: Place) {
        self.place = place;
        self.reveal = true;
    }

    /// Selects an item and shows the place that lists it.
    fn open_item(&mut self, item: ItemId) {
        self.form_is_shown = true;
        let place = match item {
            ItemId::Session(_) => Place::RunOfShow,
            ItemId::Participant(_) => Place::Participants,
            ItemId::Organisation(_) | ItemId::Delegation(_) => Place::Organisations,
            ItemId::Agreement(_) => Place::Agreements,
            ItemId::Photo(_) => Place::Photos,
            ItemId::Room(_) | ItemId::Team(_) => Place::Details,
        };
        self.go(place);
        self.select(item);
    }

    fn select(&mut self, item: ItemId) {
        match item {
            ItemId::Session(id) => {
                self.selection.session = Some(id);
                // A session that the filter of rooms hides would be selected unseen.
                let room = self.event().and_then(|event| event.sessions.get(id)).and_then(|session| session.room);
                if self.room.is_some() && self.room != room {
                    self.room = None;
                }
            }
            ItemId::Participant(id) => self.selection.participant = Some(id),
            ItemId::Organisation(id) => self.selection.organisation = Some(Body::Organisation(id)),
            ItemId::Delegation(id) => self.selection.organisation = Some(Body::Delegation(id)),
            ItemId::Agreement(id) => self.selection.agreement = Some(id),
            ItemId::Photo(id) => {
                self.selection.photo = Some(id);
                if self.reveal {
                    self.photo_filter = PhotoFilter::All;
                }
            }
            ItemId::Room(_) | ItemId::Team(_) => {}
        }
    }

    fn turn_paper(&mut self, command: PaperCommand) {
        match command {
            PaperCommand::Show(paper) => {
                self.preview.paper = paper;
                self.preview.turn();
            }
            PaperCommand::Languages(languages) => {
                self.preview.languages = languages;
                self.preview.turn();
            }
            PaperCommand::Zoom(zoom) => self.preview.zoom = zoom,
            PaperCommand::Page(page) => self.preview.scroll_to = Some(page),
        }
    }

    fn apply_settings(&mut self) {
        let tongue = self.settings.language.unwrap_or_else(|| {
            sys_locale::get_locale().map_or(Tongue::En, |tag| Tongue::for_system(&tag))
        });
        self.words = Words::new(tongue);
        self.pictures.set_words(self.words);
        tokens::install_fonts(&self.ctx, tongue);
        self.ctx.set_theme(match self.settings.theme {
            Theme::System => egui::ThemePreference::System,
            Theme::Light => egui::ThemePreference::Light,
            Theme::Dark => egui::ThemePreference::Dark,
        });
        self.ctx.set_zoom_factor(self.settings.scale.clamp(0.6, 2.5));
    }

    fn set_scale(&mut self, scale: f32) {
        self.settings.scale = (scale.clamp(0.6, 2.5) * 10.0).round() / 10.0;
        self.ctx.set_zoom_factor(self.settings.scale);
        self.keep_settings();
    }

    /// Writes the settings down. Where that fails they last until the program ends, which harms no event.
    fn keep_settings(&self) {
        if self.keeps_settings {
            let settings = self.settings.clone();
            self.inbox.spawn(move |_| {
                if let Err(error) = settings.save() {
                    tracing::warn!(%error, "settings were not saved");
                }
            });
        }
    }

    /// Says something at the foot of the window.
    fn say(&mut self, tone: Tone, sentence: String) {
        self.noticed += 1;
        let now = self.ctx.input(|input| input.time);
        self.notices.retain(|notice| notice.sentence != sentence);
        self.notices.push(Notice { number: self.noticed, tone, sentence, since: now });
        self.ctx.request_repaint();
    }

    fn dismiss(&mut self, number: u64) {
        self.notices.retain(|notice| notice.number != number);
    }

    /// What is done goes by itself; what went wrong stays until it has been read.
    fn forget_read_notices(&mut self, ctx: &Context) {
        const SECONDS: f64 = 5.0;
        let now = ctx.input(|input| input.time);
        self.notices.retain(|notice| notice.tone == Tone::Failed || now - notice.since < SECONDS);
        if self.notices.iter().any(|notice| notice.tone == Tone::Done) {
            ctx.request_repaint_after(std::time::Duration::from_secs(1));
        }
    }

    fn set_title(&mut self, ctx: &Context) {
        let app = self.words.t("app-name");
        let title = match &self.open {
            None => app,
            Some(open) => {
                let name = open.event().details.title.shown(&self.words.tongue.lang()).trim();
                let name = if name.is_empty() { self.words.t("event-untitled") } else { name.chars().take(120).collect() };
                let mark = if open.history.is_dirty() { "● " } else { "" };
                format!("{mark}{name} — {app}")
            }
        };
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(ViewportCommand::Title(title));
        }
    }

    /// Closing the window with unsaved edits asks once.
    fn guard_closing(&mut self, ctx: &Context) {
        if ctx.input(|input| input.viewport().close_requested()) && !self.may_quit {
            if self.open.as_ref().is_some_and(|open| open.history.is_dirty()) {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                self.guard(Then::Quit);
            } else {
                self.may_quit = true;
            }
        }
    }

    /// Goes on with `then`, after asking what shall become of unsaved edits.
    fn guard(&mut self, then: Then) {
        if self.open.as_ref().is_some_and(|open| open.history.is_dirty()) {
            self.then = Some(then);
            self.question = Some(Question::Unsaved);
        } else {
            self.go_on(then);
        }
    }

    fn go_on(&mut self, then: Then) {
        match then {
            Then::Quit => {
                self.may_quit = true;
                self.ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Then::Close => self.close(),
            Then::Open(path) => self.read(path),
            Then::Show(event) => self.show_new(*event),
            Then::Sample(path) => self.make_sample(path),
        }
    }

    fn answer(&mut self, answer: Answer) {
        let question = self.question.take();
        match (question, answer) {
            (Some(Question::Unsaved), Answer::Save) => self.save(),
            (Some(Question::Unsaved), Answer::Discard) => {
                if let Some(then) = self.then.take() {
                    self.go_on(then);
                }
            }
            (Some(Question::Path(purpose)), Answer::Path(path)) => self.picked(purpose, Picked::Paths(vec![path])),
            (_, _) => self.then = None,
        }
    }

    fn picked(&mut self, purpose: PathPurpose, picked: Picked) {
        let mut paths = match picked {
            Picked::NoDialog => {
                self.question = Some(Question::Path(purpose));
                return;
            }
            Picked::Nothing => {
                self.then = None;
                return;
            }
            Picked::Paths(paths) => paths,
        };
        if purpose == PathPurpose::Photos {
            self.add_photos(paths, self.selection.session);
            return;
        }
        let Some(path) = paths.pop() else { return };
        match purpose {
            PathPurpose::Open => self.guard(Then::Open(path)),
            PathPurpose::Save => self.save_to(path),
            PathPurpose::Sample => self.guard(Then::Sample(path)),
            PathPurpose::Pdf => self.print_to(path, false),
            PathPurpose::Photos => {}
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
