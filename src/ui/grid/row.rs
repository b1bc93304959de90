//! A row: what its cells say, its number, and what is wrong with it.

use egui::{Align2, CornerRadius, Id, Rect, Response, Stroke, Ui, pos2, vec2};
use jiff::civil::Time;

use super::{
    Grid,
    body::{self, Place},
    state::State,
};
use crate::{
    model::{Audience, Clock, Role, Session, Start},
    plan::{Person, Problem, Severity, Subject},
    sheet::{Column, Row},
    ui::{
        Out,
        tokens::{self, Colours, colours, kind_colour, size},
        widgets,
    },
};

/// Between the edge of a cell and what it says, in points.
const PAD: f32 = 7.0;

/// The ground of a row: what a screen reader takes for the session, and what files are dropped on.
pub(super) fn ground(
    ui: &Ui,
    grid: &Grid,
    session: &Session,
    rect: Rect,
    out: &mut Out,
) -> Response {
    let view = grid.view;
    let words = view.words;
    let is_selected = view.selection.session == Some(session.id);
    let name = words.session_name(session, &view.lang());
    let description = view.plan.timed(session.id).map(|timed| {
        let time = words.time_range(timed.start.time(), timed.end.time(), Clock::Hours24);
        let gap = gap(grid, session, colours(ui)).map(|(gap, _)| format!(" · {gap}"));
        let gap = gap.unwrap_or_default();
        format!("{time} · {}{gap}", words.length(session.length))
    });
    let id = Id::unique(("session", session.id.uuid()));
    let description = description.unwrap_or_default();
    let row = widgets::row(ui, id, rect, is_selected, &name, &description);
    body::takes_files(ui, rect, session.id);
    crate::ui::photo_drag::receive(ui, &row, rect, Some(session.id), out);
    row
}

/// What the cells of a session say.
pub(super) fn cells(ui: &Ui, grid: &Grid, session: &Session, place: &Place, index: usize) {
    let problem = problem(grid, session);
    let is_clash = problem.is_some_and(|problem| problem.severity == Severity::Clash);
    let first_title = grid
        .columns
        .iter()
        .position(|one| matches!(one.column, Column::Title(_)));
    for (column, shown) in grid.columns.iter().enumerate() {
        let rect = place.cell(grid, index, column);
        if !rect.intersects(place.clip) {
            continue;
        }
        if first_title == Some(column) {
            title(ui, grid, session, &shown.column, rect, problem);
            continue;
        }
        let text = shown_text(grid, session, &shown.column);
        if text.is_empty() {
            continue;
        }
        let is_fixed = (shown.column == Column::Start && matches!(session.start, Start::Fixed(_)))
            || (shown.column == Column::End && session.until.is_some());
        let ink = ink_of(ui, &shown.column, is_fixed, is_clash);
        let font = if is_fixed {
            tokens::bold_font(size::TEXT)
        } else {
            tokens::font(size::TEXT)
        };
        let is_number = matches!(
            shown.column,
            Column::Length | Column::Slack | Column::Before(_) | Column::After(_)
        );
        if is_number {
            let at = pos2(rect.right() - PAD, rect.center().y);
            ui.painter().text(at, Align2::RIGHT_CENTER, text, font, ink);
            continue;
        }
        let said = put(ui, rect, &text, font, ink);
        let room = rect.with_min_x(said.right() + 2.0);
        let mark = if shown.column == Column::Start {
            gap(grid, session, colours(ui))
        } else if shown.column == Column::End {
            late(grid, session, colours(ui))
        } else {
            None
        };
        beside(ui, room, mark);
    }
}

/// What stands behind the time in a cell, at its right end, where there is room for it.
fn beside(ui: &Ui, room: Rect, mark: Option<(String, egui::Color32)>) {
    let Some((text, ink)) = mark else { return };
    let font = tokens::font_for(&text, tokens::font(size::SMALL));
    let text = ui.painter().layout_no_wrap(text, font, ink);
    let size = text.size();
    let at = pos2(room.right() - 4.0 - size.x, room.center().y - size.y / 2.0);
    if at.x >= room.left() {
        ui.painter().galley(at, text, ink);
    }
}

/// How long nothing happens in the room before a session, `+10′`, or by how much it overlaps, `−5′`.
fn gap(grid: &Grid, session: &Session, c: &Colours) -> Option<(String, egui::Color32)> {
    let timed = grid.view.plan.timed(session.id)?;
    let gap = timed.gap.as_mins();
    timed.previous.filter(|_| gap != 0)?;
    let (sign, ink) = if gap < 0 {
        ('−', c.amber)
    } else {
        ('+', c.dim)
    };
    let minutes = gap.unsigned_abs();
    let text = if minutes < 100 {
        format!("{sign}{minutes}′")
    } else {
        format!("{sign}{}h{:02}", minutes / 60, minutes % 60)
    };
    Some((text, ink))
}

/// How long after the closing hour a session ends, `+20′`; else on which day after the one on which it begins, `+1d`.
fn late(grid: &Grid, session: &Session, c: &Colours) -> Option<(String, egui::Color32)> {
    let timed = grid.view.plan.timed(session.id)?;
    if timed.late.is_positive() {
        return Some((format!("+{}′", (timed.late.as_secs() + 59) / 60), c.amber));
    }
    let days = timed.start.date().until(timed.end.date()).ok()?.get_days();
    // At midnight sharp it is over before the next day has begun.
    let is_over = timed.end.time() == Time::midnight() && days == 1;
    let said = || grid.view.words.tf("days-later", [("days", days.into())]);
    (days > 0 && !is_over).then(|| (said(), c.dim))
}

/// What people look for first is dark; what follows from it, and what is for the staff, is not.
fn ink_of(ui: &Ui, column: &Column, is_fixed: bool, is_clash: bool) -> egui::Color32 {
    let c = colours(ui);
    match column {
        Column::Start if is_clash => c.amber,
        Column::End if !is_fixed => c.dim,
        Column::Start
        | Column::End
        | Column::Length
        | Column::Title(_)
        | Column::People
        | Column::Cues(_)
        | Column::Before(_)
        | Column::After(_) => c.ink,
        Column::Day
        | Column::Slack
        | Column::Kind
        | Column::Summary(_)
        | Column::Room
        | Column::Officer
        | Column::Remarks
        | Column::Audience => c.dim,
    }
}

/// A cell as it is shown: as it says, but a length with its mark and lines in one.
fn shown_text(grid: &Grid, session: &Session, column: &Column) -> String {
    let text = || grid.sheet.text(session, column);
    match column {
        Column::People => on_stage(grid, session),
        Column::Day => grid.view.words.short_date(session.day),
        Column::Length | Column::Slack => marked(&text()),
        Column::Audience if session.audience == Audience::Guests => String::new(),
        Column::Start
        | Column::End
        | Column::Kind
        | Column::Title(_)
        | Column::Summary(_)
        | Column::Room
        | Column::Officer
        | Column::Remarks
        | Column::Audience
        | Column::Cues(_)
        | Column::Before(_)
        | Column::After(_) => text().replace('\n', " · "),
    }
}

/// The names of those on stage; where nobody is, of the staff in it. What they are there is in the cell's own text.
fn on_stage(grid: &Grid, session: &Session) -> String {
    let is_staff = |role: Role| matches!(role, Role::Mc | Role::Interpreter);
    let names = |of_staff: bool| -> Vec<String> {
        let people = session.people.iter();
        let people = people.filter(|one| is_staff(one.role) == of_staff);
        let lang = grid.view.lang();
        people
            .filter_map(|one| Person::of(grid.view.event, one.who, &lang))
            .map(|person| grid.view.words.person_name(&person))
            .collect()
    };
    let stage = names(false);
    let shown = if stage.is_empty() { names(true) } else { stage };
    shown.join("; ")
}

/// Minutes with their mark: `20′`; what has seconds is written out.
fn marked(minutes: &str) -> String {
    if !minutes.is_empty() && minutes.bytes().all(|b| b.is_ascii_digit()) {
        format!("{minutes}′")
    } else {
        minutes.to_owned()
    }
}

/// A line of text in the middle of a cell's height, cut where the cell ends.
fn put(ui: &Ui, rect: Rect, text: &str, font: egui::FontId, ink: egui::Color32) -> Rect {
    let at = pos2(rect.left() + PAD, rect.center().y - font.size * 0.74);
    widgets::line(ui, at, text, font, ink, rect.width() - 2.0 * PAD)
}

/// The title, and behind it what is wrong with the session, or that it is for the staff only.
fn title(
    ui: &Ui,
    grid: &Grid,
    session: &Session,
    column: &Column,
    rect: Rect,
    problem: Option<&Problem>,
) {
    let c = colours(ui);
    let words = grid.view.words;
    let said = grid.sheet.text(session, column);
    // What has no title is called by its kind, on paper as well.
    let (text, ink) = if said.is_empty() {
        (words.session_name(session, &grid.view.lang()), c.dim)
    } else {
        (said, c.ink)
    };
    let is_selected = grid.view.selection.session == Some(session.id);
    let font = if is_selected {
        tokens::bold_font(size::TEXT)
    } else {
        tokens::font(size::TEXT)
    };
    let problem = problem.filter(|problem| problem.severity == Severity::Clash);
    let room = if problem.is_some() {
        rect.with_max_x(rect.left() + rect.width() * 0.62)
    } else {
        rect
    };
    let is_staff = session.audience == Audience::Staff
        && grid.place_of(&Column::Audience).is_none()
        && problem.is_none();
    let mark = words.t("audience-staff-mark");
    let room = if is_staff {
        room.with_max_x(room.right() - 44.0)
    } else {
        room
    };
    let end = put(ui, room, &text, font, ink).right();
    if is_staff {
        let at = pos2(rect.right() - PAD, rect.center().y);
        let font = tokens::font_for(&mark, tokens::font(size::SMALL));
        ui.painter()
            .text(at, Align2::RIGHT_CENTER, mark, font, c.dim);
    }
    if let Some(problem) = problem {
        let rect = rect.with_min_x(end + PAD).with_max_x(rect.right() - PAD);
        if rect.width() > 40.0 {
            warning(ui, rect, &words.trouble(grid.view.event, problem));
        }
    }
}

/// What is wrong with a row, in the row, in words.
fn warning(ui: &Ui, rect: Rect, text: &str) {
    let c = colours(ui);
    let ground = ui.painter().add(egui::Shape::Noop);
    let at = pos2(rect.left() + 5.0, rect.center().y - size::SMALL * 0.74);
    let font = tokens::font(size::SMALL);
    let said = widgets::line(ui, at, text, font, c.amber, rect.width() - 10.0);
    let around = said.expand2(vec2(5.0, 1.0));
    let shape = egui::Shape::rect_filled(around, CornerRadius::same(4), c.amber_ground);
    ui.painter().set(ground, shape);
}

fn problem<'a>(grid: &Grid<'a>, session: &Session) -> Option<&'a Problem> {
    let subject = Subject::Item(session.id.into());
    grid.view.plan.problems_of(subject).next()
}

/// What is wrong with a session, when the pointer rests on its number.
pub(super) fn troubles(grid: &Grid, row: Row, response: Response) -> Response {
    let Some(id) = row.session().filter(|_| response.hovered()) else {
        return response;
    };
    let (plan, words) = (grid.view.plan, grid.view.words);
    let problems = plan.problems_of(Subject::Item(id.into())).take(6);
    let said: Vec<_> = problems
        .map(|problem| words.trouble(grid.view.event, problem))
        .collect();
    if said.is_empty() {
        response
    } else {
        response.on_hover_text(said.join("\n"))
    }
}

/// The row in which a new session is typed.
pub(super) fn invitation(ui: &Ui, grid: &Grid, state: &State, place: &Place, index: usize) {
    let c = colours(ui);
    let rect = place.row(index);
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, c.line),
    );
    let column = grid.place_of(&grid.usual_column()).unwrap_or_default();
    let is_typed = state.editing.is_some() && state.cursor().row == grid.rows.list[index];
    if !is_typed {
        let text = grid.view.words.t("sheet-new-row");
        let rect = place.cell(grid, index, column);
        put(ui, rect, &text, tokens::font(size::TEXT), c.dim);
    }
}

/// The number of a row with the colour of its kind, and a mark where something is wrong with it.
pub(super) fn number(
    ui: &Ui,
    grid: &Grid,
    row: Row,
    index: usize,
    rect: Rect,
    is_chosen: bool,
    is_hovered: bool,
) {
    let c = colours(ui);
    let ground = if is_chosen {
        c.selection
    } else if is_hovered {
        c.hover
    } else {
        c.sheet
    };
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::ZERO, ground);
    painter.hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, c.line),
    );
    let session = row
        .session()
        .and_then(|id| grid.view.event.sessions.get(id));
    let problem = session.and_then(|session| problem(grid, session));
    let number = match row {
        Row::New(_) => "+".to_owned(),
        Row::Session(_) | Row::Day(_) => grid.rows.numbers[index].to_string(),
    };
    let ink = if problem.is_some() { c.amber } else { c.dim };
    let font = if is_chosen {
        tokens::bold_font(size::SMALL)
    } else {
        tokens::font(size::SMALL)
    };
    let at = pos2(rect.right() - 12.0, rect.center().y);
    painter.text(at, Align2::RIGHT_CENTER, number, font, ink);
    if problem.is_some_and(|problem| problem.severity == Severity::Clash) {
        let at = pos2(rect.left() + 8.0, rect.center().y);
        let font = tokens::bold_font(size::TEXT);
        painter.text(at, Align2::CENTER_CENTER, "!", font, c.amber);
    }
    if let Some(session) = session {
        let bar = Rect::from_min_max(
            pos2(rect.right() - 6.0, rect.top() + 5.0),
            pos2(rect.right() - 2.0, rect.bottom() - 5.0),
        );
        painter.rect_filled(bar, CornerRadius::same(2), kind_colour(session.kind));
    }
}
