//! A session as a block of its lane.

use egui::{
    Color32, CornerRadius, CursorIcon, DragAndDrop, FontId, Id, Pos2, Rect, Response, Sense, Shape,
    Stroke, StrokeKind, Ui, accesskit::Role, epaint::text::TextWrapping, pos2, text::LayoutJob,
    vec2,
};

use super::{
    Shown,
    canvas::Canvas,
    hold::{Held, Hold},
    picture::Picture,
    text,
};
use crate::{
    model::{Audience, Session, SessionId, Start},
    plan::{Timed, lanes::Block},
    ui::{
        Action, Command, Out, View, bar, drop_target, photo_drag,
        tokens::{self, colours, kind_colour, kind_ground, size},
        widgets,
    },
};

/// Up to so many blocks of a day are there for a screen reader even where they are not in sight.
const THERE_WHOLE: usize = widgets::DRAWN_WHOLE;

/// The least height of a line of text in a block, in points.
const LINE: f32 = 17.0;

/// The id of a session's block.
fn id(session: SessionId) -> Id {
    Id::unique(("block of a day", session.uuid()))
}

/// Which block has the keyboard, as far as it has been shown or was given it by a key.
pub(super) fn focused(ui: &Ui) -> Option<SessionId> {
    let focused = ui.ctx().memory(egui::Memory::focused)?;
    let last: Option<SessionId> = ui.data(|data| data.get_temp(focused_id()));
    last.filter(|session| id(*session) == focused)
}

/// Gives a block the keyboard.
pub(super) fn focus(ui: &Ui, session: SessionId) {
    ui.data_mut(|data| data.insert_temp(focused_id(), session));
    ui.ctx()
        .memory_mut(|memory| memory.request_focus(id(session)));
}

fn focused_id() -> Id {
    Id::unique("block of a day with the keyboard")
}

/// Shows the blocks of all lanes that are in sight; what is held stands upon the others.
pub(super) fn all(
    ui: &mut Ui,
    canvas: &Canvas,
    picture: &Picture,
    shown: &Shown,
    held: Option<&Held>,
    out: &mut Out,
) {
    let place = |session: Option<SessionId>| session.and_then(|id| picture.place(id));
    let held_at = place(held.map(|held| held.session));
    let chosen = place(canvas.view.selection.session);
    let first = || {
        let lane = picture
            .lanes
            .iter()
            .position(|lane| !lane.blocks.is_empty());
        lane.map(|lane| (lane, 0))
    };
    // Tab goes to one block, and on; the arrows go from block to block. Those are there wherever they are.
    let stops = [chosen.or_else(first), place(focused(ui))];
    let one = |lane: usize, place: usize| {
        let block = &picture.lanes[lane].blocks[place];
        let here = Some((lane, place));
        One {
            canvas,
            shown,
            block,
            rect: canvas.block(lane, block),
            is_held: held_at == here,
            takes_focus: stops.contains(&here),
        }
    };
    let [from, to] = canvas.moments_in_sight();
    let is_whole = picture.count <= THERE_WHOLE;
    for (place, lane) in picture.lanes.iter().enumerate() {
        let in_sight = if is_whole {
            0..lane.blocks.len()
        } else if canvas.lane(place).intersects(canvas.body) {
            picture.between(place, from, to)
        } else {
            0..0
        };
        let is_elsewhere = |at: &&(usize, usize)| at.0 == place && !in_sight.contains(&at.1);
        let mut others: Vec<usize> = (stops.iter().flatten())
            .filter(is_elsewhere)
            .map(|at| at.1)
            .collect();
        others.sort_unstable();
        others.dedup();
        let (before, behind): (Vec<usize>, Vec<usize>) =
            others.into_iter().partition(|at| *at < in_sight.start);
        for at in before.into_iter().chain(in_sight).chain(behind) {
            let one = one(place, at);
            let is_there = is_whole || one.takes_focus || one.rect.intersects(canvas.body);
            if is_there && !one.is_held {
                one.show(ui, out);
            }
        }
    }
    if let Some((lane, place)) = held_at {
        one(lane, place).show(ui, out);
    }
}

struct One<'a> {
    canvas: &'a Canvas<'a>,
    shown: &'a Shown<'a>,
    block: &'a Block,
    rect: Rect,
    is_held: bool,
    takes_focus: bool,
}

impl One<'_> {
    fn show(&self, ui: &mut Ui, out: &mut Out) {
        let view = self.canvas.view;
        let Some(session) = self.shown.event.sessions.get(self.block.session) else {
            return;
        };
        let Some(timed) = self.shown.timed(view, session.id) else {
            return;
        };
        let response = self.respond(ui, session, timed, out);
        let is_chosen = view.selection.session == Some(session.id);
        if view.reveal && is_chosen && !self.is_held {
            self.reveal(ui);
        }
        let is_pulled = DragAndDrop::has_payload_of_type::<Held>(ui.ctx());
        if !self.rect.intersects(self.canvas.body) {
            return;
        }
        self.paint(ui, session, timed, &response);
        photo_drag::receive(ui, &response, self.rect, Some(session.id), out);
        if !is_pulled && response.hovered() {
            response.on_hover_ui(|ui| {
                hint(ui, self.canvas, session, timed);
            });
        }
    }

    /// What the pointer and the keys do to it.
    fn respond(&self, ui: &mut Ui, session: &Session, timed: &Timed, out: &mut Out) -> Response {
        let view = self.canvas.view;
        let id = id(session.id);
        let mut sense = Sense::CLICK | Sense::DRAG;
        if self.takes_focus {
            sense |= Sense::FOCUSABLE;
        }
        let response = ui.interact(self.rect, id, sense);
        let is_chosen = view.selection.session == Some(session.id);
        // Made only for whoever asks: there may be hundreds of blocks.
        let name = || text::name(view, session, timed);
        response.widget_info(|| {
            egui::WidgetInfo::selected(egui::Role::Button, true, is_chosen, name())
        });
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::ListItem);
            node.set_label(name());
            node.set_selected(is_chosen);
            let more = text::more(view, session, timed);
            if !more.is_empty() {
                node.set_description(more.join("\n"));
            }
        });
        drop_target::register(ui, self.rect, Some(session.id));
        if response.has_focus() {
            ui.data_mut(|data| data.insert_temp(focused_id(), session.id));
        }
        if response.clicked() {
            out.send(Command::Open(session.id.into()));
            if response.clicked_by(egui::PointerButton::Primary) {
                focus(ui, session.id);
            } else {
                // Who opens a form by the keyboard goes on typing in it.
                out.send(Command::FocusForm);
            }
        }
        if response.drag_started()
            && let Some(from) = ui.input(|input| input.pointer.press_origin())
        {
            let hold = Held::hold_at(self.rect, from);
            out.send(Command::Select(session.id.into()));
            focus(ui, session.id);
            response.dnd_set_drag_payload(Held::new(self.canvas, self.block, hold, from));
        }
        let at = response.hover_pos().filter(|_| response.hovered());
        if let Some(at) = at.filter(|_| !response.dragged()) {
            match Held::hold_at(self.rect, at) {
                Hold::Start | Hold::End => ui.ctx().set_cursor_icon(CursorIcon::ResizeVertical),
                Hold::Whole => {}
            }
        }
        if response.secondary_clicked() || egui::Popup::is_any_open(ui.ctx()) {
            response.context_menu(|ui| menu(ui, view, session.id, out));
        }
        response
    }

    /// Scrolls to it, unless enough of it is in sight.
    fn reveal(&self, ui: &Ui) {
        let seen = self.rect.intersect(self.canvas.body);
        let enough = self.rect.height().min(24.0);
        if seen.height() < enough || seen.width() < self.rect.width().min(60.0) {
            ui.scroll_to_rect(self.rect.expand(8.0), None);
        }
    }

    fn paint(&self, ui: &Ui, session: &Session, timed: &Timed, response: &Response) {
        let c = colours(ui);
        let view = self.canvas.view;
        let rect = self.rect;
        let painter = ui.painter().clone();
        let is_chosen = view.selection.session == Some(session.id);
        let is_staff = session.audience == Audience::Staff;
        let clash = text::clash(view, session);
        let corner = CornerRadius::same(if rect.height() > 10.0 { 4 } else { 1 });
        if self.is_held {
            let shadow = ui.visuals().popup_shadow.as_shape(rect, corner);
            painter.add(shadow);
        }
        let ground = if is_staff {
            c.sheet
        } else if response.hovered() || is_chosen {
            kind_ground(ui, session.kind, true)
        } else {
            kind_ground(ui, session.kind, false)
        };
        painter.rect_filled(rect, corner, ground);
        let kind = kind_colour(session.kind);
        let bar = rect.with_max_x(rect.left() + 4.0);
        let left = CornerRadius {
            ne: 0,
            se: 0,
            ..corner
        };
        painter.rect_filled(bar, left, kind);
        if is_staff {
            let rim = [
                rect.left_top(),
                rect.right_top(),
                rect.right_bottom(),
                rect.left_bottom(),
            ]
            .map(|corner| corner + (rect.center() - corner).normalized() * 0.5);
            painter.extend(Shape::dashed_line(&rim, Stroke::new(1.0, kind), 4.0, 3.0));
        }
        if clash.is_some() {
            let stroke = Stroke::new(1.5, c.amber);
            painter.rect_stroke(rect, corner, stroke, StrokeKind::Inside);
        }
        if let Start::Fixed(_) = session.start {
            pin(ui, rect.right_top() + vec2(-9.0, 0.0), 1.0);
        }
        if session.until.is_some() {
            pin(ui, rect.right_bottom() + vec2(-9.0, 0.0), -1.0);
        }
        self.write(ui, session, timed, clash.is_some());
        if is_chosen || response.has_focus() {
            let stroke = Stroke::new(if response.has_focus() { 2.0 } else { 1.5 }, c.accent);
            painter.rect_stroke(rect, corner, stroke, StrokeKind::Inside);
        }
        let carries = ui.input(|input| !input.raw.hovered_files.is_empty());
        let at = ui.ctx().pointer_latest_pos();
        if carries && at.is_some_and(|at| rect.contains(at)) {
            let stroke = Stroke::new(2.0, c.accent);
            painter.rect_stroke(rect, corner, stroke, StrokeKind::Inside);
        }
    }

    /// As much of what there is to say as there is room for.
    fn write(&self, ui: &Ui, session: &Session, timed: &Timed, clashes: bool) {
        let c = colours(ui);
        let view = self.canvas.view;
        let rect = self.rect;
        let mut room = Rect::from_min_max(rect.min + vec2(11.0, 0.0), rect.max - vec2(6.0, 0.0));
        if room.height() < 11.0 || room.width() < 24.0 {
            return;
        }
        // What reaches above what is in sight says its name where it begins to be seen.
        if room.height() > 60.0 {
            let lowest = room.bottom() - 42.0;
            room.min.y = room.top().max(self.canvas.body.top().min(lowest));
        }
        let small = tokens::font(size::SMALL);
        let name = view.words.session_name(session, &view.lang());
        let times = text::times(view, timed);
        let is_chosen = view.selection.session == Some(session.id);
        let title_font = match (is_chosen, room.height() < 20.0) {
            (true, true) => tokens::bold_font(size::SMALL),
            (true, false) => tokens::bold_font(size::TEXT),
            (false, true) => small.clone(),
            (false, false) => tokens::font(size::TEXT),
        };
        let mark = clashes.then(|| badge(ui, room));
        let is_fixed = matches!(session.start, Start::Fixed(_));
        let width = match mark {
            Some(mark) => mark.left() - 4.0 - room.left(),
            None if is_fixed => room.width() - 10.0,
            None => room.width(),
        };
        let quiet = c.ink.gamma_multiply(0.78);
        if room.height() < 2.0 * LINE + 4.0 {
            let galley = laid_out(ui, &name, title_font, c.ink, width, 1);
            let y = room.center().y - galley.size().y / 2.0;
            let end = room.left() + galley.size().x + 8.0;
            ui.painter().galley(pos2(room.left(), y), galley, c.ink);
            let galley = laid_out(ui, &times, small, quiet, width, 1);
            if end + galley.size().x < room.left() + width {
                let y = room.center().y - galley.size().y / 2.0;
                ui.painter().galley(pos2(end, y), galley, quiet);
            }
            return;
        }
        let lines = (room.height() - 6.0) / LINE;
        let mut y = room.top() + 3.0;
        let mut put = |text: &str, font: FontId, ink: Color32, width: f32, rows: usize| {
            let left = room.bottom() - y;
            if text.is_empty() || left < LINE - 1.0 {
                return;
            }
            let rows = rows.min((left / LINE) as usize).max(1);
            let galley = laid_out(ui, text, font, ink, width, rows);
            let height = galley.size().y;
            ui.painter().galley(pos2(room.left(), y), galley, ink);
            y += height.min(rows as f32 * 20.0);
        };
        put(
            &name,
            title_font,
            c.ink,
            width,
            if lines >= 4.0 { 2 } else { 1 },
        );
        let staff =
            (session.audience == Audience::Staff).then(|| view.words.t("audience-staff-mark"));
        let under = match staff {
            Some(staff) => format!("{times} · {staff}"),
            None => times,
        };
        put(&under, small.clone(), quiet, room.width(), 1);
        if let Some(problem) = text::clash(view, session) {
            let sentence = view.words.trouble(view.event, problem);
            put(&sentence, small.clone(), c.amber, room.width(), 2);
        }
        put(&text::people(view, session), small, quiet, room.width(), 3);
    }
}

/// The deeds of a right click.
fn menu(ui: &mut Ui, view: &View, session: SessionId, out: &mut Out) {
    for action in [
        Action::AddSession,
        Action::Duplicate,
        Action::MoveUp,
        Action::MoveDown,
        Action::Remove,
    ] {
        let keys = bar::shortcut_text(ui, action);
        let button = egui::Button::new(action.name(view.words)).shortcut_text(keys);
        if ui.add(button).clicked() {
            out.send(Command::Select(session.into()));
            out.act(action);
            ui.close();
        }
    }
}

/// A fixed moment: a pin in the edge.
fn pin(ui: &Ui, at: Pos2, down: f32) {
    let ink = colours(ui).ink;
    let painter = ui.painter();
    let head = at + vec2(0.0, 4.5 * down);
    let bar = Stroke::new(2.0, ink);
    painter.hline(at.x - 5.0..=at.x + 5.0, at.y + 0.5 * down, bar);
    painter.circle_filled(head, 2.5, ink);
}

/// The mark of a clash, at the right; gives where it is.
fn badge(ui: &Ui, room: Rect) -> Rect {
    let c = colours(ui);
    let side = room.height().clamp(9.0, 14.0);
    let y = if room.height() < 2.0 * LINE + 4.0 {
        room.center().y
    } else {
        room.top() + 5.0 + side / 2.0
    };
    // A pin has the corner.
    let centre = pos2(room.right() - 8.0 - side / 2.0, y);
    let rect = Rect::from_center_size(centre, vec2(side, side));
    ui.painter().circle_filled(centre, side / 2.0, c.amber);
    let (top, foot) = (centre.y - side * 0.28, centre.y + side * 0.26);
    let stroke = Stroke::new(1.5, c.sheet);
    ui.painter()
        .vline(centre.x, top..=foot - side * 0.17, stroke);
    ui.painter()
        .circle_filled(pos2(centre.x, foot), 0.9, c.sheet);
    rect
}

fn laid_out(
    ui: &Ui,
    text: &str,
    font: FontId,
    ink: Color32,
    width: f32,
    rows: usize,
) -> std::sync::Arc<egui::Galley> {
    let shown: String = text
        .chars()
        .take(240)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let font = tokens::font_for(&shown, font);
    let mut job = LayoutJob::simple(shown, font, ink, width);
    job.wrap = TextWrapping {
        max_rows: rows,
        break_anywhere: rows == 1,
        ..TextWrapping::wrap_at_width(width)
    };
    ui.ctx().fonts_mut(|fonts| fonts.layout_job(job))
}

/// All of it, where the pointer rests.
fn hint(ui: &mut Ui, canvas: &Canvas, session: &Session, timed: &Timed) {
    let view = canvas.view;
    let name = view.words.session_name(session, &view.lang());
    ui.set_max_width(340.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.label(widgets::said(name, tokens::bold_font(size::TEXT)));
    let length = view.words.duration(timed.length());
    let times = format!("{} · {length}", text::times(view, timed));
    widgets::dim(ui, times);
    let people = text::people(view, session);
    if !people.is_empty() {
        widgets::dim(ui, people);
    }
    for line in text::more(view, session, timed) {
        widgets::dim(ui, line);
    }
}
