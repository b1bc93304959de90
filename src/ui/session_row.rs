//! A session as a row of the run-of-show.

use egui::{CornerRadius, Id, Pos2, Rect, Stroke, Ui, pos2, vec2};

use super::{
    Action, Command, Out, View,
    tokens::{self, colours, kind_colour, size, space},
    widgets,
};
use crate::{
    model::{Audience, Clock, Role, Session, SessionId, Start, Who},
    plan::{Person, Severity, Subject, Timed},
};

/// Where the columns stand, from the left of a row, in points.
pub(super) struct Columns {
    pub length: f32,
    pub item: f32,
    pub people: f32,
    pub officer: f32,
    pub right: f32,
}

impl Columns {
    /// For a row of this width.
    pub(super) fn of(width: f32) -> Self {
        let right = width - space::L;
        let officer = right - (width * 0.1).clamp(64.0, 120.0);
        let item = 190.0;
        let people = item + (officer - item) * 0.55;
        Self {
            length: 132.0,
            item,
            people,
            officer,
            right,
        }
    }
}

/// Where a dragged session would land: which, before which, on which day.
pub(super) type Landing = Option<(SessionId, Option<SessionId>, jiff::civil::Date)>;

#[allow(
    clippy::too_many_arguments,
    reason = "a row is drawn from all that is known of it"
)]
pub(super) fn show(
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
    accept(ui, session, rect, next, landing);
    row.context_menu(|ui| menu(ui, view, session.id, out));
    let c = colours(ui);
    if ui.ctx().input(|input| !input.raw.hovered_files.is_empty())
        && ui
            .ctx()
            .pointer_latest_pos()
            .is_some_and(|at| rect.contains(at))
    {
        ui.painter().rect_stroke(
            rect.shrink(1.0),
            CornerRadius::same(3),
            Stroke::new(1.5, c.accent),
            egui::StrokeKind::Inside,
        );
    }
    cells(ui, view, session, timed, rect, &name, is_selected);
    super::photo_drag::receive(ui, &row, rect, Some(session.id), out);
}

/// While another session is dragged over this row, shows where it would land.
fn accept(ui: &Ui, session: &Session, rect: Rect, next: Option<SessionId>, landing: &mut Landing) {
    let Some(dragged) = egui::DragAndDrop::payload::<SessionId>(ui.ctx()) else {
        return;
    };
    let Some(at) = ui
        .ctx()
        .pointer_interact_pos()
        .filter(|at| rect.contains(*at))
    else {
        return;
    };
    if *dragged == session.id {
        return;
    }
    let above = at.y < rect.center().y;
    let y = if above { rect.top() } else { rect.bottom() };
    ui.painter()
        .hline(rect.x_range(), y, Stroke::new(2.0, colours(ui).accent));
    let before = if above { Some(session.id) } else { next };
    *landing = Some((*dragged, before, session.day));
}

fn menu(ui: &mut Ui, view: &View, session: SessionId, out: &mut Out) {
    for action in [
        Action::AddSession,
        Action::Duplicate,
        Action::MoveUp,
        Action::MoveDown,
        Action::Remove,
    ] {
        let button = egui::Button::new(action.name(view.words))
            .shortcut_text(super::bar::shortcut_text(ui, action));
        if ui.add(button).clicked() {
            out.send(Command::Select(session.into()));
            out.act(action);
            ui.close();
        }
    }
}

fn cells(
    ui: &Ui,
    view: &View,
    session: &Session,
    timed: &Timed,
    rect: Rect,
    name: &str,
    is_selected: bool,
) {
    let words = view.words;
    let c = colours(ui);
    let columns = Columns::of(rect.width());
    let (first, second) = (rect.top() + 5.0, rect.top() + 25.0);
    let x = |offset: f32| rect.left() + offset;
    let clock = |moment: jiff::civil::DateTime| words.time(moment.time(), Clock::Hours24);
    let problem = view
        .plan
        .problems_of(Subject::Item(session.id.into()))
        .next();
    let is_clash = problem.is_some_and(|problem| problem.severity == Severity::Clash);
    let ink = if is_clash { c.amber } else { c.ink };
    let start = widgets::line(
        ui,
        pos2(x(space::L), first),
        &clock(timed.start),
        tokens::bold_font(size::TEXT),
        ink,
        60.0,
    );
    let end = pos2(start.right() + 6.0, first);
    widgets::line(
        ui,
        end,
        &clock(timed.end),
        tokens::font(size::TEXT),
        c.dim,
        60.0,
    );
    if matches!(session.start, Start::Fixed(_)) {
        let at = pos2(x(space::L), second);
        widgets::line(
            ui,
            at,
            &words.t("start-fixed-mark"),
            tokens::font(size::SMALL),
            c.dim,
            100.0,
        );
    }
    let length = short_length(session.length.as_secs());
    widgets::line(
        ui,
        pos2(x(columns.length), first),
        &length,
        tokens::font(size::TEXT),
        c.ink,
        44.0,
    );
    let bar = Rect::from_min_max(
        pos2(x(columns.item) - 10.0, rect.top() + 7.0),
        pos2(x(columns.item) - 6.0, rect.bottom() - 7.0),
    );
    ui.painter()
        .rect_filled(bar, CornerRadius::same(2), kind_colour(session.kind));

    let font = if is_selected {
        tokens::bold_font(size::TEXT)
    } else {
        tokens::font(size::TEXT)
    };
    let item_width = columns.people - columns.item - space::M;
    let mut title_width = item_width;
    if session.audience == Audience::Staff {
        let mark = words.t("audience-staff-mark");
        let at = pos2(x(columns.people) - space::M - 52.0, first + 1.0);
        widgets::line(ui, at, &mark, tokens::font(size::SMALL), c.dim, 52.0);
        title_width -= 56.0;
    }
    widgets::line(
        ui,
        pos2(x(columns.item), first),
        name,
        font,
        c.ink,
        title_width,
    );
    let under = pos2(x(columns.item), second);
    if let Some(problem) = problem.filter(|problem| problem.severity != Severity::Look) {
        let text = words.trouble(view.event, problem);
        warning(ui, under, &text, item_width);
    } else {
        let other = other_title(view, session);
        widgets::line(
            ui,
            under,
            &other,
            tokens::font(size::SMALL),
            c.dim,
            item_width,
        );
    }
    people(
        ui,
        view,
        session,
        pos2(x(columns.people), first),
        columns.officer - columns.people - space::M,
    );
    let officer = pos2(x(columns.officer), first + 1.0);
    widgets::line(
        ui,
        officer,
        &session.officer,
        tokens::font(size::SMALL),
        c.dim,
        columns.right - columns.officer,
    );
}

/// What is wrong with a row, in the row, in words.
fn warning(ui: &Ui, at: Pos2, text: &str, width: f32) {
    let c = colours(ui);
    let ground = ui.painter().add(egui::Shape::Noop);
    let rect = widgets::line(
        ui,
        at + vec2(6.0, 0.0),
        text,
        tokens::font(size::SMALL),
        c.amber,
        width - 12.0,
    );
    ui.painter().set(
        ground,
        egui::Shape::rect_filled(
            rect.expand2(vec2(6.0, 0.0)),
            CornerRadius::same(4),
            c.amber_ground,
        ),
    );
}

/// The title in the next language of the event, or the kind where the title says something else.
fn other_title(view: &View, session: &Session) -> String {
    let lang = view.lang();
    let other = view
        .languages()
        .iter()
        .find(|other| other.primary() != lang.primary());
    let title = other
        .map(|other| session.title.text(other))
        .unwrap_or_default();
    if title.is_empty() && !session.title.is_empty() {
        view.words.session_kind(session.kind)
    } else {
        title.to_owned()
    }
}

fn people(ui: &Ui, view: &View, session: &Session, at: Pos2, width: f32) {
    let c = colours(ui);
    let words = view.words;
    let lang = view.lang();
    let person = |who: Who| Person::of(view.event, who, &lang);
    let on_stage: Vec<_> = session
        .people
        .iter()
        .filter(|one| !matches!(one.role, Role::Mc | Role::Interpreter))
        .collect();
    match on_stage.as_slice() {
        [] => {
            let staff: Vec<_> = session
                .people
                .iter()
                .filter_map(|one| Some(words.person_name(&person(one.who)?)))
                .collect();
            widgets::line(
                ui,
                at,
                &staff.join(", "),
                tokens::font(size::TEXT),
                c.ink,
                width,
            );
        }
        [one] => {
            let Some(person) = person(one.who) else {
                return;
            };
            widgets::line(
                ui,
                at,
                &words.person_name(&person),
                tokens::font(size::TEXT),
                c.ink,
                width,
            );
            let post = words.post(&person);
            let under = if post.is_empty() {
                person.organisation
            } else {
                post
            };
            widgets::line(
                ui,
                at + vec2(0.0, 20.0),
                &under,
                tokens::font(size::SMALL),
                c.dim,
                width,
            );
        }
        several => {
            let names: Vec<_> = several
                .iter()
                .filter_map(|one| Some(words.person_name(&person(one.who)?)))
                .collect();
            let lines = if several.len() > 2 { 3 } else { 2 };
            for (index, name) in names.iter().take(lines).enumerate() {
                let is_last = index + 1 == lines && names.len() > lines;
                let text = if is_last {
                    format!("{name}  +{}", names.len() - lines)
                } else {
                    name.clone()
                };
                let y = index as f32 * if lines == 3 { 18.0 } else { 20.0 };
                let font = tokens::font(if lines == 3 {
                    size::SMALL + 0.5
                } else {
                    size::TEXT
                });
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
