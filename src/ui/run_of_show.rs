//! The run-of-show: every session in order of time, on the screen as it will be on paper.

use egui::{Align2, CornerRadius, Id, Key, Modifiers, Pos2, Rect, Stroke, Ui, pos2, vec2};

use super::{
    Action, Command, Out, View,
    tokens::{self, colours, kind_colour, size, space},
    widgets,
};
use crate::{
    model::{Audience, Clock, Role, Session, SessionId, SessionKind, Start, Who},
    plan::{Person, Severity, Subject, Timed, reorder},
};

/// A row of the table: the heading of a day, or a session.
enum Row<'a> {
    Day(String),
    Session(&'a Session, &'a Timed),
}

/// Where the columns stand, from the left of a row, in points.
struct Columns {
    length: f32,
    item: f32,
    people: f32,
    officer: f32,
    right: f32,
}

impl Columns {
    fn of(width: f32) -> Self {
        let right = width - space::L;
        let officer = right - (width * 0.1).clamp(64.0, 120.0);
        let item = 178.0;
        let people = item + (officer - item) * 0.55;
        Self { length: 130.0, item, people, officer, right }
    }
}

/// Shows the place.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    tools(ui, view, out);
    if view.event.sessions.is_empty() {
        let words = view.words;
        if widgets::empty(ui, &words.t("sessions-empty"), &words.t("sessions-empty-next"), Some(&words.t("sessions-add"))) {
            out.act(Action::AddSession);
        }
        return;
    }
    head(ui, view);
    let rows = rows(view);
    keys(ui, view, &rows, out);
    let heights: Vec<f32> = rows
        .iter()
        .map(|row| match row {
            Row::Day(_) => 34.0,
            Row::Session(session, _) => height(session),
        })
        .collect();
    let chosen = view.selection.session;
    let is_chosen = |row: &Row| matches!(row, Row::Session(session, _) if Some(session.id) == chosen);
    let reveal = if view.reveal { rows.iter().position(is_chosen) } else { None };
    let mut landing = None;
    widgets::rows(ui, "run of show", &heights, reveal, |ui, index, rect| match &rows[index] {
        Row::Day(name) => {
            let at = rect.left_center() + vec2(space::L, 4.0);
            ui.painter().text(at, Align2::LEFT_CENTER, name, tokens::bold_font(size::TEXT), colours(ui).ink);
        }
        Row::Session(session, timed) => {
            let next = rows.get(index + 1).and_then(|row| match row {
                Row::Session(next, _) => Some(next.id),
                Row::Day(_) => None,
            });
            session_row(ui, view, session, timed, rect, next, &mut landing, out);
        }
    });
    if let Some((moved, before, day)) = landing
        && ui.input(|input| input.pointer.any_released())
        && let Some(edit) = reorder(view.event, moved, before, day)
    {
        out.edit(edit);
    }
}

fn tools(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    widgets::toolbar(ui, |ui| {
        if view.event.rooms.len() > 1 {
            let mut rooms = vec![(None, words.t("rooms-all"))];
            let lang = view.lang();
            rooms.extend(view.event.rooms.iter().take(6).map(|room| {
                (Some(room.id), room.name.shown(&lang).chars().take(24).collect())
            }));
            if let Some(room) = widgets::segmented(ui, &words.t("label-room"), view.room, &rooms) {
                out.send(Command::ShowRoom(room));
            }
        }
        widgets::at_right(ui, |ui| {
            let button = egui::Button::new(words.t("sessions-add-menu"));
            let response = ui.add(button).accessible_name(words.t("sessions-add"));
            egui::Popup::menu(&response).show(|ui| {
                for kind in SessionKind::ALL {
                    if ui.button(words.session_kind(kind)).clicked() {
                        out.send(Command::AddSession(kind));
                        ui.close();
                    }
                }
            });
        });
    });
}

fn head(ui: &mut Ui, view: &View) {
    let c = colours(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), egui::Sense::hover());
    let columns = Columns::of(rect.width());
    for (x, key) in [
        (space::L, "column-time"),
        (columns.length, "column-length"),
        (columns.item, "column-item"),
        (columns.people, "column-people"),
        (columns.officer, "column-officer"),
    ] {
        let at = pos2(rect.left() + x, rect.top() + 4.0);
        widgets::line(ui, at, &view.words.t(key), tokens::font(size::SMALL), c.dim, 200.0);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, c.line));
    ui.add_space(-ui.spacing().item_spacing.y + 1.0);
}

fn rows<'a>(view: &View<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for day in &view.plan.days {
        if view.has_several_days() {
            rows.push(Row::Day(view.words.date(day.date)));
        }
        for id in &day.sessions {
            let (Some(session), Some(timed)) = (view.event.sessions.get(*id), view.plan.timed(*id)) else { continue };
            if view.room.is_none() || session.room == view.room {
                rows.push(Row::Session(session, timed));
            }
        }
    }
    rows
}

fn height(session: &Session) -> f32 {
    let people = session.people.len();
    if people > 2 { 64.0 } else { 48.0 }
}

/// Arrows move the selection when no text is being typed.
fn keys(ui: &Ui, view: &View, rows: &[Row], out: &mut Out) {
    if ui.ctx().text_edit_focused() || view.question.is_some() || egui::Popup::is_any_open(ui.ctx()) {
        return;
    }
    let (down, up) = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        (pressed(Key::ArrowDown), pressed(Key::ArrowUp))
    });
    if !down && !up {
        return;
    }
    let sessions: Vec<SessionId> = rows
        .iter()
        .filter_map(|row| match row {
            Row::Session(session, _) => Some(session.id),
            Row::Day(_) => None,
        })
        .collect();
    let at = view.selection.session.and_then(|id| sessions.iter().position(|other| *other == id));
    let to = match at {
        Some(at) if down => at + 1,
        Some(at) => at.saturating_sub(1),
        None => 0,
    };
    if let Some(session) = sessions.get(to) {
        out.send(Command::Select((*session).into()));
    }
}

type Landing = Option<(SessionId, Option<SessionId>, jiff::civil::Date)>;

#[allow(clippy::too_many_arguments, reason = "a row is drawn from all that is known of it")]
fn session_row(
    ui: &mut Ui,
    view: &View,
    session: &Session,
    timed: &Timed,
    rect: Rect,
    next: Option<SessionId>,
    landing: &mut Landing,
    out: &mut Out,
) {
    let words = view.words;
    let lang = view.lang();
    let is_selected = view.selection.session == Some(session.id);
    let name = words.session_name(session, &lang);
    let time = words.time_range(timed.start.time(), timed.end.time(), Clock::Hours24);
    let description = format!("{time} · {}", words.length(session.length));
    let id = Id::unique(("session", session.id.uuid()));
    let row = widgets::row(ui, id, rect, is_selected, &name, &description);
    super::drop_target::register(ui, rect, Some(session.id));
    if row.clicked() {
        out.send(Command::Select(session.id.into()));
    }
    if row.drag_started() {
        out.send(Command::Select(session.id.into()));
        row.dnd_set_drag_payload(session.id);
    }
    if let Some(photo) = row.dnd_release_payload::<super::photos::Dragged>() {
        out.send(Command::Photo(super::PhotoCommand::Put(vec![photo.0], Some(session.id))));
    }
    accept(ui, session, rect, next, landing);
    row.context_menu(|ui| menu(ui, view, session.id, out));
    let c = colours(ui);
    if ui.ctx().input(|input| !input.raw.hovered_files.is_empty())
        && ui.ctx().pointer_latest_pos().is_some_and(|at| rect.contains(at))
    {
        ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::same(3), Stroke::new(1.5, c.accent), egui::StrokeKind::Inside);
    }
    cells(ui, view, session, timed, rect, &name, is_selected);
}

/// While another session is dragged over this row, shows where it would land.
fn accept(ui: &Ui, session: &Session, rect: Rect, next: Option<SessionId>, landing: &mut Landing) {
    let Some(dragged) = egui::DragAndDrop::payload::<SessionId>(ui.ctx()) else { return };
    let Some(at) = ui.ctx().pointer_interact_pos().filter(|at| rect.contains(*at)) else { return };
    if *dragged == session.id {
        return;
    }
    let above = at.y < rect.center().y;
    let y = if above { rect.top() } else { rect.bottom() };
    ui.painter().hline(rect.x_range(), y, Stroke::new(2.0, colours(ui).accent));
    let before = if above { Some(session.id) } else { next };
    *landing = Some((*dragged, before, session.day));
}

fn menu(ui: &mut Ui, view: &View, session: SessionId, out: &mut Out) {
    for action in [Action::AddSession, Action::Duplicate, Action::MoveUp, Action::MoveDown, Action::Remove] {
        let button = egui::Button::new(action.name(view.words)).shortcut_text(super::bar::shortcut_text(ui, action));
        if ui.add(button).clicked() {
            out.send(Command::Select(session.into()));
            out.act(action);
            ui.close();
        }
    }
}

fn cells(ui: &Ui, view: &View, session: &Session, timed: &Timed, rect: Rect, name: &str, is_selected: bool) {
    let words = view.words;
    let c = colours(ui);
    let columns = Columns::of(rect.width());
    let (first, second) = (rect.top() + 5.0, rect.top() + 25.0);
    let x = |offset: f32| rect.left() + offset;
    let clock = |moment: jiff::civil::DateTime| words.time(moment.time(), Clock::Hours24);
    let problem = view.plan.problems_of(Subject::Item(session.id.into())).next();
    let is_clash = problem.is_some_and(|problem| problem.severity == Severity::Clash);
    let ink = if is_clash { c.amber } else { c.ink };
    let start = widgets::line(ui, pos2(x(space::L), first), &clock(timed.start), tokens::bold_font(size::TEXT), ink, 60.0);
    let end = pos2(start.right() + 6.0, first);
    widgets::line(ui, end, &clock(timed.end), tokens::font(size::TEXT), c.dim, 60.0);
    if matches!(session.start, Start::Fixed(_)) {
        let at = pos2(x(space::L), second);
        widgets::line(ui, at, &words.t("start-fixed-mark"), tokens::font(size::SMALL), c.dim, 100.0);
    }
    let length = short_length(session.length.as_secs());
    widgets::line(ui, pos2(x(columns.length), first), &length, tokens::font(size::TEXT), c.ink, 44.0);
    let bar = Rect::from_min_max(pos2(x(columns.item) - 10.0, rect.top() + 7.0), pos2(x(columns.item) - 6.0, rect.bottom() - 7.0));
    ui.painter().rect_filled(bar, CornerRadius::same(2), kind_colour(session.kind));

    let font = if is_selected { tokens::bold_font(size::TEXT) } else { tokens::font(size::TEXT) };
    let item_width = columns.people - columns.item - space::M;
    let mut title_width = item_width;
    if session.audience == Audience::Staff {
        let mark = words.t("audience-staff-mark");
        let at = pos2(x(columns.people) - space::M - 52.0, first + 1.0);
        widgets::line(ui, at, &mark, tokens::font(size::SMALL), c.dim, 52.0);
        title_width -= 56.0;
    }
    widgets::line(ui, pos2(x(columns.item), first), name, font, c.ink, title_width);
    let under = pos2(x(columns.item), second);
    if let Some(problem) = problem.filter(|problem| problem.severity != Severity::Look) {
        let text = words.trouble(view.event, problem);
        warning(ui, under, &text, item_width);
    } else {
        let other = other_title(view, session);
        widgets::line(ui, under, &other, tokens::font(size::SMALL), c.dim, item_width);
    }
    people(ui, view, session, pos2(x(columns.people), first), columns.officer - columns.people - space::M);
    let officer = pos2(x(columns.officer), first + 1.0);
    widgets::line(ui, officer, &session.officer, tokens::font(size::SMALL), c.dim, columns.right - columns.officer);
}

/// What is wrong with a row, in the row, in words.
fn warning(ui: &Ui, at: Pos2, text: &str, width: f32) {
    let c = colours(ui);
    let ground = ui.painter().add(egui::Shape::Noop);
    let rect = widgets::line(ui, at + vec2(6.0, 0.0), text, tokens::font(size::SMALL), c.amber, width - 12.0);
    ui.painter().set(ground, egui::Shape::rect_filled(rect.expand2(vec2(6.0, 0.0)), CornerRadius::same(4), c.amber_ground));
}

/// The title in the next language of the event, or the kind where the title says something else.
fn other_title(view: &View, session: &Session) -> String {
    let lang = view.lang();
    let other = view.languages().iter().find(|other| other.primary() != lang.primary());
    let title = other.map(|other| session.title.text(other)).unwrap_or_default();
    if title.is_empty() && !session.title.is_empty() { view.words.session_kind(session.kind) } else { title.to_owned() }
}

fn people(ui: &Ui, view: &View, session: &Session, at: Pos2, width: f32) {
    let c = colours(ui);
    let words = view.words;
    let lang = view.lang();
    let person = |who: Who| Person::of(view.event, who, &lang);
    let on_stage: Vec<_> = session.people.iter().filter(|one| !matches!(one.role, Role::Mc | Role::Interpreter)).collect();
    match on_stage.as_slice() {
        [] => {
            let staff: Vec<_> = session.people.iter().filter_map(|one| Some(words.person_name(&person(one.who)?))).collect();
            widgets::line(ui, at, &staff.join(", "), tokens::font(size::TEXT), c.ink, width);
        }
        [one] => {
            let Some(person) = person(one.who) else { return };
            widgets::line(ui, at, &words.person_name(&person), tokens::font(size::TEXT), c.ink, width);
            let post = words.post(&person);
            let under = if post.is_empty() { person.organisation } else { post };
            widgets::line(ui, at + vec2(0.0, 20.0), &under, tokens::font(size::SMALL), c.dim, width);
        }
        several => {
            let names: Vec<_> = several.iter().filter_map(|one| Some(words.person_name(&person(one.who)?))).collect();
            let lines = if several.len() > 2 { 3 } else { 2 };
            for (index, name) in names.iter().take(lines).enumerate() {
                let is_last = index + 1 == lines && names.len() > lines;
                let text = if is_last { format!("{name}  +{}", names.len() - lines) } else { name.clone() };
                let y = index as f32 * if lines == 3 { 18.0 } else { 20.0 };
                let font = tokens::font(if lines == 3 { size::SMALL + 0.5 } else { size::TEXT });
                widgets::line(ui, at + vec2(0.0, y), &text, font, c.ink, width);
            }
        }
    }
}

/// A length for a narrow column: `20′`, `1:20`.
fn short_length(seconds: u32) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match (minutes, rest) {
        (60.., _) => format!("{}:{:02}", minutes / 60, minutes % 60),
        (_, 0) => format!("{minutes}′"),
        (0, _) => format!("{rest}″"),
        _ => format!("{minutes}′{rest:02}″"),
    }
}
