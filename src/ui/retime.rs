//! Deeds on the times of many sessions at once, with what would follow from them: asked before anything is changed.

use egui::{FocusDirection, Id, Key, ScrollArea, Ui};
use jiff::civil::{Date, DateTime};

use super::{
    Action, Answer, Command, Out, Place, ShowAs, View,
    form::{self, Form},
    grid,
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{
    model::{Clock, Edit, FieldId, Offset, Session, SessionId},
    plan::{Keeps, Scope, Target, Trim, close_gaps, move_block, retimed, shift, trim},
    words::{Words, shortened_to},
};

/// A deed on the times of many sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retiming {
    /// The selected session and everything after it goes later, or earlier.
    Shift,
    /// What starts behind a gap follows what goes before it.
    CloseGaps,
    /// Lengths give way so that a fixed time is kept.
    Trim,
    /// The selected sessions go to another day or room.
    Move,
}

impl Retiming {
    /// The heading of the question: its name, without the dots that promise a question.
    pub(super) fn title(self, words: Words) -> String {
        Action::Retime(self)
            .name(words)
            .trim_end_matches('…')
            .to_owned()
    }
}

/// What is chosen in the question.
#[derive(Clone, Copy, Debug)]
struct Draft {
    by: Offset,
    scope: Scope,
    day: Date,
    room: Target,
}

fn draft_id() -> Id {
    Id::unique("retiming")
}

/// The field of how much later.
fn by_id() -> Id {
    draft_id().with("by")
}

/// Forgets what was chosen: the question is gone.
pub(super) fn forget(ui: &Ui) {
    ui.data_mut(|data| data.remove::<Draft>(draft_id()));
    form::forget_typed::<Offset>(ui, by_id());
}

/// Shows the question.
pub(super) fn show(ui: &mut Ui, view: &View, retiming: Retiming, out: &mut Out) {
    let words = view.words;
    let Some(session) = view.selected_session() else {
        out.send(Command::Answer(Answer::Cancel));
        return;
    };
    ui.set_width(560.0);
    widgets::heading(ui, retiming.title(words));
    // Enter on a button or a list is for it alone: on "Cancel" it must not apply what is proposed.
    let focused = ui.memory(egui::Memory::focused);
    let is_free = focused.is_none() || focused == Some(by_id());
    let is_free = is_free && !egui::Popup::is_any_open(ui.ctx());
    let mut draft = ui
        .data(|data| data.get_temp::<Draft>(draft_id()))
        .unwrap_or(Draft {
            by: Offset::seconds(5 * 60),
            scope: Scope::default(),
            day: session.day,
            room: Target::default(),
        });
    let form = Form {
        words,
        languages: &view.side_by_side,
        item: uuid::Uuid::nil(),
    };
    ui.add_space(space::S);
    // Whether it has been said why nothing would change.
    let mut is_said = false;
    let edit = match retiming {
        Retiming::Shift => {
            by(ui, form, &mut draft);
            scope(ui, view, form, &mut draft);
            let by = draft.by.span();
            shift(view.event, view.plan, session.id, by, draft.scope)
        }
        Retiming::CloseGaps => {
            scope(ui, view, form, &mut draft);
            close_gaps(view.event, view.plan, session.id, draft.scope)
        }
        Retiming::Trim => {
            let found = trim(view.event, view.plan, session.id);
            if let Some(found) = &found {
                trimmed(ui, view, found);
            }
            is_said = found.is_some();
            found.and_then(|found| found.edit(view.event))
        }
        Retiming::Move => {
            if focused.is_none() {
                // The keyboard begins at the day.
                ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
            }
            target(ui, view, form, session, &mut draft);
            let block = block(ui, view, session.id);
            if block.len() > 1 {
                let count = [("count", block.len().into())];
                widgets::dim(ui, words.tf("move-count", count));
            }
            move_block(view.event, view.plan, &block, draft.day, draft.room)
        }
    };
    ui.add_space(space::S);
    if edit.is_some() || !is_said {
        consequences(ui, view, retiming, edit.as_ref());
    }
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        let apply = ui
            .add_enabled_ui(edit.is_some(), |ui| {
                widgets::primary(ui, &words.t("retiming-apply"))
            })
            .inner;
        let entered = is_free && ui.input(|input| input.key_pressed(Key::Enter));
        if let Some(edit) = edit.filter(|_| apply.clicked() || entered) {
            out.send(Command::Edit(edit));
            out.send(Command::Answer(Answer::Cancel));
        }
        if ui.button(words.t("cancel")).clicked() {
            out.send(Command::Answer(Answer::Cancel));
        }
    });
    ui.data_mut(|data| data.insert_temp(draft_id(), draft));
}

fn by(ui: &mut Ui, form: Form, draft: &mut Draft) {
    let words = form.words;
    let label = words.t("shift-by");
    form.row(ui, &label, |ui| {
        let id = by_id();
        let minutes = draft.by.as_secs() / 60;
        let shown = format!("{minutes:+}");
        let value = (&draft.by, shown.as_str());
        let read = form::parsed(ui, id, &label, value, "+5", |typed| {
            typed
                .parse::<Offset>()
                .map_err(|_| words.tf("not-a-length", [("typed", typed.to_owned().into())]))
        });
        draft.by = read.unwrap_or(draft.by);
        if ui.memory(|memory| memory.focused().is_none()) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    });
}

fn scope(ui: &mut Ui, view: &View, form: Form, draft: &mut Draft) {
    if view.event.rooms.is_empty() {
        return;
    }
    let words = form.words;
    let label = words.t("retiming-scope");
    let choices = Scope::ALL.map(|scope| {
        let key = match scope {
            Scope::ThisRoom => "scope-this-room",
            Scope::AllRooms => "scope-all-rooms",
        };
        (scope, words.t(key))
    });
    form.row(ui, &label, |ui| {
        if let Some(scope) = widgets::segmented(ui, &label, draft.scope, &choices) {
            draft.scope = scope;
        }
    });
}

/// The sessions that are moved: all whose rows are selected in the table, or the one whose form is shown.
fn block(ui: &Ui, view: &View, session: SessionId) -> Vec<SessionId> {
    let is_table = view.place == Place::RunOfShow && view.show_as == ShowAs::Table;
    if is_table && grid::has_several_rows(ui.ctx()) {
        grid::selected(ui, view)
    } else {
        vec![session]
    }
}

fn target(ui: &mut Ui, view: &View, form: Form, session: &Session, draft: &mut Draft) {
    let words = form.words;
    let mut days: Vec<Date> = view.plan.days.iter().map(|day| day.date).collect();
    if !days.contains(&session.day) {
        days.push(session.day);
    }
    let days: Vec<_> = days.into_iter().map(|day| (day, words.date(day))).collect();
    if let Some(day) = form.choice(ui, FieldId::SessionDay, &draft.day, &days) {
        draft.day = day;
    }
    let mut rooms = vec![(Target::SameRoom, words.t("move-same-room"))];
    rooms.extend(view.event.rooms.iter().map(|room| {
        let name = room.name.shown(&view.lang()).to_owned();
        (Target::Room(room.id), name)
    }));
    rooms.push((Target::NoRoom, words.t("room-none")));
    if let Some(room) = form.choice(ui, FieldId::SessionRoom, &draft.room, &rooms) {
        draft.room = room;
    }
}

/// What is overrun, which lengths would give way, and what is left.
fn trimmed(ui: &mut Ui, view: &View, found: &Trim) {
    let words = view.words;
    let name = |id| {
        let session = view.event.sessions.get(id)?;
        Some(words.session_name(session, &view.lang()))
    };
    let over = words.duration(found.over);
    ui.label(match found.keeps {
        Keeps::Session(id) => {
            let name = words.quoted(&name(id).unwrap_or_default());
            words.tf("trim-over", [("name", name.into()), ("over", over.into())])
        }
        Keeps::Closing(closes) => {
            let time = words.time(closes.time(), Clock::Hours24);
            let values = [("time", time.into()), ("over", over.into())];
            words.tf("trim-over-closing", values)
        }
    });
    for (id, old, new) in &found.shorter {
        let values = [
            ("name", name(*id).unwrap_or_default().into()),
            ("old", words.length(*old).into()),
            ("new", words.length(*new).into()),
        ];
        ui.label(words.tf("trim-line", values));
    }
    if !found.left.is_zero() {
        let values = [("left", words.duration(found.left).into())];
        let sentence = words.tf("trim-left", values);
        widgets::alert(ui, &sentence, colours(ui).amber);
    }
}

/// Which sessions would start or end at another time.
fn consequences(ui: &mut Ui, view: &View, retiming: Retiming, edit: Option<&Edit>) {
    let words = view.words;
    let Some(edit) = edit else {
        let key = match retiming {
            Retiming::Shift => "shift-nothing",
            Retiming::CloseGaps => "close-gaps-nothing",
            Retiming::Trim => "trim-nothing",
            Retiming::Move => "move-nothing",
        };
        widgets::dim(ui, words.t(key));
        return;
    };
    let lines = retimed(view.event, view.plan, edit);
    widgets::dim(
        ui,
        words.tf("retiming-count", [("count", lines.len().into())]),
    );
    let height = tokens::font(size::TEXT).size * 1.6;
    let c = colours(ui);
    ScrollArea::vertical()
        .max_height(220.0)
        .auto_shrink([false, true])
        .show_rows(ui, height, lines.len(), |ui, visible| {
            for line in &lines[visible] {
                let Some(session) = view.event.sessions.get(line.session) else {
                    continue;
                };
                let days = line.old.0.date() != line.new.0.date();
                let range = |(from, to): (DateTime, DateTime)| {
                    let range = words.time_range(from.time(), to.time(), Clock::Hours24);
                    if days {
                        format!("{} {range}", words.short_date(from.date()))
                    } else {
                        range
                    }
                };
                ui.horizontal(|ui| {
                    ui.set_min_height(height);
                    let values = [
                        ("old", range(line.old).into()),
                        ("new", range(line.new).into()),
                    ];
                    let times = words.tf("retiming-line", values);
                    let name = shortened_to(&words.session_name(session, &view.lang()), 60);
                    ui.label(widgets::said(&times, tokens::font(size::SMALL)).color(c.dim));
                    ui.add(
                        egui::Label::new(widgets::said(&name, tokens::font(size::TEXT))).truncate(),
                    );
                });
            }
        });
}
