//! The panels. They read a [`View`] and send [`Command`]s; they never write the event, never touch the disk and
//! never wait.

mod action;
mod agreements;
mod bar;
mod checks;
mod closing;
mod combo;
mod command;
mod copies;
mod day;
mod details;
mod drop_target;
mod elsewhere;
mod entries;
mod export;
mod find;
mod form;
mod grid;
mod hits;
mod import;
mod jump;
mod merge;
mod modal;
mod notices;
mod organisations;
mod other_picture;
mod paper_trouble;
mod papers;
mod participant_form;
mod participants;
mod people_picker;
mod photo_drag;
mod photo_form;
mod photos;
mod places;
mod recovery;
mod retime;
mod row;
mod run_of_show;
mod saves;
mod sentences;
mod session_form;
mod session_parts;
mod session_times;
mod signs;
mod status;
mod take_back;
pub mod tokens;
mod version_twins;
mod versions;
mod view;
mod welcome;
mod widgets;

use egui::{CentralPanel, Event, Frame, IdSalt, Margin, Panel, Rect, ScrollArea, Ui, UiBuilder};

use crate::model::{ItemId, ItemKind};

pub use action::Action;
pub use command::{
    Answer, Command, FileCommand, ImportCommand, Kept, MergeCommand, PaperCommand, PhotoCommand,
    PhotoFilter, Place, RecoveryCommand, SheetDeed, ShowAs, ToldBy, VersionCommand,
};
pub use copies::OtherCopy;
pub use drop_target::{DropTarget, under as drop_target_under};
pub use grid::{has_keyboard as table_has_keyboard, has_several_rows, is_typing};
pub use merge::{AfterMerge, Disputed, MergeView, Offer, Origin};
pub use paper_trouble::{PaperTrouble, PaperWait};
pub use recovery::{LeftBehind, LeftEvent, Recovery, broken};
pub use retime::Retiming;
pub use signs::Signs;
pub use view::{
    Body, Compared, Importing, Neighbour, Notice, PathPurpose, Pictures, Preview, Progress,
    Question, ReadOnly, SaveTold, Selection, Slow, Thumb, ToldSave, Tone, Versions, View,
};

/// What the panels of one frame send.
#[derive(Default, Debug)]
pub struct Out {
    commands: Vec<Command>,
}

impl Out {
    /// Sends a command.
    pub fn send(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Sends a deed of the table.
    pub fn act(&mut self, action: Action) {
        self.send(Command::Do(action));
    }

    /// Sends an edit.
    pub fn edit(&mut self, edit: impl Into<crate::model::Edit>) {
        self.send(Command::Edit(edit.into()));
    }

    /// How much has been sent so far.
    fn len(&self) -> usize {
        self.commands.len()
    }

    /// What was sent, in order.
    #[must_use]
    pub fn into_commands(self) -> Vec<Command> {
        self.commands
    }
}

/// Shows the whole window; gives what people did in it.
pub fn show(ui: &mut Ui, view: &View) -> Out {
    let mut out = Out::default();
    drop_target::begin(ui);
    leave_letters_to_menus(ui);
    day::keys(ui, view, &mut out);
    shortcuts(ui, view, &mut out);
    Panel::top("bar")
        .frame(bar_frame(ui, 8))
        .show(ui, |ui| bar::show(ui, view, &mut out));
    if let Some(why) = view.read_only {
        Panel::top("read only")
            .frame(bar_frame(ui, 6).fill(tokens::colours(ui).amber_ground))
            .show(ui, |ui| elsewhere::banner(ui, view, why, &mut out));
    }
    merge::offers(ui, view, &mut out);
    version_twins::offers(ui, view, &mut out);
    if view.is_open {
        // Its room is taken before the rest is laid out, but it is filled last: Tab goes through it at the end.
        let status = room_of(
            ui,
            Panel::bottom("status")
                .exact_size(tokens::STATUS_HEIGHT)
                .resizable(false)
                .frame(bar_frame(ui, 5)),
        );
        places_and_form(ui, view, &mut out);
        fill(ui, "status", status, |ui| status::show(ui, view, &mut out));
    } else {
        CentralPanel::default()
            .frame(Frame::new().fill(tokens::colours(ui).ground))
            .show(ui, |ui| {
                welcome::show(ui, view, &mut out);
            });
    }
    notices::show(ui, view, &mut out);
    modal::show(ui, view, &mut out);
    out
}

fn bar_frame(ui: &Ui, vertical: i8) -> Frame {
    Frame::new()
        .fill(tokens::colours(ui).ground)
        .inner_margin(Margin::symmetric(16, vertical))
}

/// Takes the room of a panel that is filled later.
fn room_of(ui: &mut Ui, panel: Panel) -> Rect {
    let taken = panel.show(ui, |ui| {
        let room = ui.max_rect();
        ui.expand_to_include_rect(room);
        room
    });
    taken.inner
}

/// Fills a room that was taken before.
fn fill(ui: &mut Ui, name: &str, room: Rect, add: impl FnOnce(&mut Ui)) {
    let mut ui = ui.new_child(UiBuilder::new().id_salt(name).max_rect(room));
    ui.shrink_clip_rect(room);
    add(&mut ui);
}

fn places_and_form(ui: &mut Ui, view: &View, out: &mut Out) {
    let ground = tokens::colours(ui).ground;
    Panel::left("places")
        .exact_size(tokens::PLACES_WIDTH)
        .resizable(false)
        .frame(Frame::new().fill(ground).inner_margin(Margin {
            left: 8,
            right: 8,
            top: 12,
            bottom: 8,
        }))
        .show(ui, |ui| places::show(ui, view, out));
    let all = ui.available_rect_before_wrap();
    let at_right = all.with_min_x(all.right() - tokens::FORM_WIDTH);
    // The form's room is taken before the list gets the rest, but it is filled after the list: that is the order
    // in which Tab goes through them. What stands in it never makes it wider.
    let form = (view.form_is_shown && has_form(view)).then(|| {
        // A wide window has a width of its own for the form, so that what is chosen on a laptop is not taken along.
        let (name, width) = if all.width() < tokens::WIDE {
            ("form", tokens::FORM_WIDTH)
        } else {
            ("wide form", tokens::WIDE_FORM_WIDTH)
        };
        let panel = Panel::right(name)
            .default_size(width)
            .size_range(340.0..=640.0)
            .frame(Frame::new().fill(ground));
        let room = room_of(ui, panel);
        // The toolkit's own name for the handle is English in every language.
        let handle = ui.scope_id().with_salt(IdSalt::new(name)).with("__resize");
        if ui.ctx().has_accesskit_node(handle) {
            let name = view.words.t("form-resize");
            ui.ctx()
                .accesskit_node_builder(handle, |node| node.set_label(name));
        }
        room
    });
    let sheet = tokens::colours(ui).sheet;
    CentralPanel::default()
        .frame(Frame::new().fill(sheet))
        .show(ui, |ui| match view.place {
            Place::RunOfShow => run_of_show::show(ui, view, out),
            Place::Participants => participants::show(ui, view, out),
            Place::Organisations => organisations::show(ui, view, out),
            Place::Photos => photos::show(ui, view, out),
            Place::Papers => papers::show(ui, view, out),
            Place::Details => details::show(ui, view, out),
            Place::Agreements => agreements::show(ui, view, out),
            Place::Checks => checks::show(ui, view, out),
            Place::Versions => versions::show(ui, view, out),
        });
    photo_drag::show(ui, view, form.unwrap_or(at_right), out);
    if let Some(room) = form {
        fill(ui, "form", room, |ui| form_panel(ui, view, out));
    }
}

/// The form in its own room: each item's form begins at its top, and keeps its place while it is edited.
fn form_panel(ui: &mut Ui, view: &View, out: &mut Out) {
    let salt = ("form", view.place, view.selected());
    ScrollArea::vertical()
        .id_salt(salt)
        .auto_shrink(false)
        .show(ui, |ui| {
            Frame::new()
                .inner_margin(Margin {
                    left: 16,
                    right: 16,
                    top: 14,
                    bottom: 24,
                })
                .show(ui, |ui| {
                    if !view.can_change() {
                        tokens::only_read(ui);
                    }
                    form_of(ui, view, out);
                });
        });
}

/// Whether a form stands beside what the place shows: beside an empty list there is nothing to choose.
fn has_form(view: &View) -> bool {
    let event = view.event;
    match view.place {
        Place::RunOfShow => !event.sessions.is_empty(),
        Place::Participants => !event.participants.is_empty(),
        Place::Organisations => !event.organisations.is_empty() || !event.delegations.is_empty(),
        Place::Photos => !event.photos.is_empty(),
        Place::Agreements => !event.agreements.is_empty(),
        Place::Papers => view.selected().is_some(),
        Place::Details | Place::Checks | Place::Versions => false,
    }
}

fn form_of(ui: &mut Ui, view: &View, out: &mut Out) {
    match view.place {
        Place::RunOfShow => session_form::show(ui, view, out),
        Place::Participants => participant_form::show(ui, view, out),
        Place::Organisations => organisations::form(ui, view, out),
        Place::Photos => photo_form::show(ui, view, out),
        Place::Agreements => agreements::form(ui, view, out),
        Place::Papers => form_beside_paper(ui, view, out),
        Place::Details | Place::Checks | Place::Versions => {}
    }
}

/// The form of what was clicked on the paper: the paper changes while people type in it.
fn form_beside_paper(ui: &mut Ui, view: &View, out: &mut Out) {
    widgets::at_right_of_row(ui, |ui| {
        if widgets::quiet(ui, &view.words.t("paper-form-close")).clicked() {
            out.send(Command::Paper(PaperCommand::Form(None)));
        }
    });
    match view.selected().map(ItemId::kind) {
        Some(ItemKind::Session) => session_form::show(ui, view, out),
        Some(ItemKind::Participant) => participant_form::show(ui, view, out),
        Some(ItemKind::Organisation | ItemKind::Delegation) => organisations::form(ui, view, out),
        Some(ItemKind::Photo) => photo_form::show(ui, view, out),
        Some(ItemKind::Agreement) => agreements::form(ui, view, out),
        Some(ItemKind::Room | ItemKind::Team) | None => {}
    }
}

/// What is pressed with Alt is for a menu and is typed nowhere, as Windows and Linux have it. With Control as well it is
/// the key for other signs, and on a Mac Alt alone is.
fn leave_letters_to_menus(ui: &Ui) {
    ui.input_mut(|input| {
        // A letter comes as a key and as a text, in one frame.
        let is_for_menus = |event: &Event| match event {
            Event::Key { modifiers, .. } => modifiers.alt && !modifiers.ctrl,
            _ => false,
        };
        if !cfg!(target_os = "macos") && input.events.iter().any(is_for_menus) {
            let is_typed = |event: &Event| matches!(event, Event::Text(_));
            input.events.retain(|event| !is_typed(event));
        }
    });
}

/// Turns pressed shortcuts into the deeds of the table.
fn shortcuts(ui: &Ui, view: &View, out: &mut Out) {
    // One that needs Shift would be taken for the one that does not, so it is asked first.
    let (with_shift, without): (Vec<_>, Vec<_>) = Action::ALL
        .iter()
        .filter_map(|action| Some((*action, action.shortcut()?)))
        .partition(|(_, shortcut)| shortcut.modifiers.shift);
    for (action, shortcut) in with_shift.into_iter().chain(without) {
        let is_zoom = matches!(action, Action::ZoomIn | Action::ZoomOut | Action::ZoomReset);
        // Ctrl+Enter ends typing in a cell, for all that are selected.
        let is_typed = action == Action::AddSession && grid::is_editing(ui);
        let is_free = (view.question.is_none() || is_zoom) && !is_typed;
        if is_free
            && action.is_possible(view)
            && ui.input_mut(|input| input.consume_shortcut(&shortcut))
        {
            // What is being typed in a cell is in it before it is saved, or undone.
            if is_zoom || !grid::is_editing(ui) || grid::finish(ui, view, out) {
                out.act(action);
            }
        }
    }
    let can_remove =
        !ui.ctx().text_edit_focused() && view.question.is_none() && view.selected().is_some();
    if can_remove
        && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Delete))
    {
        out.act(Action::Remove);
    }
}
