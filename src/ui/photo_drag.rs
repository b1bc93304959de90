//! A photo that is dragged with the mouse: what the pointer carries, and the sessions that can receive it.

use egui::{
    Area, CornerRadius, DragAndDrop, Frame, Id, Margin, Order, Rect, Response, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, accesskit::Role, pos2, vec2,
};

use super::{
    Command, Out, PhotoCommand, Place, View, photos,
    tokens::{self, CORNER, colours, size, space},
    widgets,
};
use crate::model::{Clock, Photo, PhotoId, SessionId};

/// A photo that is being dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Dragged(PhotoId);

/// How high a session is in the list that receives a photo, in points.
const ROW: f32 = 36.0;

/// Lets a thumbnail be dragged.
pub(super) fn source(ui: &Ui, photo: &Photo, thumb: &Response) {
    if thumb.drag_started() {
        thumb.dnd_set_drag_payload(Dragged(photo.id));
    }
    if thumb.dragged() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    }
}

/// Receives the photo that is let go here, and shows that it would be received.
pub(super) fn receive(
    ui: &Ui,
    here: &Response,
    rect: Rect,
    session: Option<SessionId>,
    out: &mut Out,
) {
    if here.dnd_hover_payload::<Dragged>().is_some() {
        let ring = Stroke::new(2.0, colours(ui).accent);
        let corner = CornerRadius::same(CORNER);
        ui.painter()
            .rect_stroke(rect, corner, ring, StrokeKind::Inside);
    }
    if let Some(dragged) = here.dnd_release_payload::<Dragged>() {
        let put = PhotoCommand::Put(vec![dragged.0], session);
        out.send(Command::Photo(put));
        out.send(Command::Select(dragged.0.into()));
    }
}

/// While a photo of the place is dragged: every session of the event in the room of the form, and the photo at the
/// pointer. The photos themselves stay where they are, so that nothing moves away under the pointer.
pub(super) fn show(ui: &Ui, view: &View, room: Rect, out: &mut Out) {
    let Some(dragged) = DragAndDrop::payload::<Dragged>(ui.ctx()) else {
        return;
    };
    carried(ui, view, dragged.0);
    // In the run-of-show the sessions are there already.
    if view.place != Place::Photos {
        return;
    }
    let c = colours(ui);
    let frame = Frame::new()
        .fill(c.ground)
        .inner_margin(Margin::symmetric(16, 12));
    Area::new(Id::unique("sessions for a photo"))
        .order(Order::Foreground)
        .fixed_pos(room.min)
        .constrain(false)
        .fade_in(false)
        .show(ui.ctx(), |ui| {
            ui.set_clip_rect(room);
            frame.show(ui, |ui| {
                ui.set_width(room.width() - 32.0);
                ui.set_height(room.height() - 24.0);
                sessions(ui, view, dragged.0, out);
            });
            ui.painter()
                .vline(room.left(), room.y_range(), Stroke::new(1.0, c.line));
        });
}

fn sessions(ui: &mut Ui, view: &View, dragged: PhotoId, out: &mut Out) {
    let words = view.words;
    widgets::heading(ui, words.t("photo-drag"));
    ui.add_space(space::S);
    let shown = view.event.photos.get(dragged).map(|photo| photo.session);
    ScrollArea::vertical()
        .id_salt("sessions for a photo")
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            scroll_at_edges(ui);
            let sessions = view.plan.days.iter().flat_map(|day| &day.sessions);
            for session in sessions.copied().map(Some).chain([None]) {
                let is_its = shown == Some(session);
                receiver(ui, view, session, is_its, out);
            }
        });
}

/// One session, or that the photo belongs to none.
fn receiver(ui: &mut Ui, view: &View, session: Option<SessionId>, is_its: bool, out: &mut Out) {
    let words = view.words;
    let c = colours(ui);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let known = session.and_then(|id| view.event.sessions.get(id).zip(view.plan.timed(id)));
    let (time, name) = match known {
        Some((session, timed)) => {
            let clock = if view.has_several_days() {
                words.moment(timed.start, true)
            } else {
                words.time(timed.start.time(), Clock::Hours24)
            };
            (clock, words.session_name(session, &view.lang()))
        }
        None => (String::new(), words.t("photos-not-placed")),
    };
    let id = Id::unique(("photo to", session.map(SessionId::uuid)));
    let here = ui.interact(rect, id, Sense::hover());
    let said = words.tf("photo-put-to", [("name", name.clone().into())]);
    widgets::named(&here, Role::ListItem, &said);
    if !ui.is_rect_visible(rect) {
        return;
    }
    if is_its {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(CORNER), c.selection);
    }
    let y = rect.top() + 9.0;
    let left = rect.left() + 10.0;
    let small = tokens::font(size::SMALL);
    let end = widgets::line(ui, pos2(left, y + 1.0), &time, small, c.dim, 140.0);
    let left = if time.is_empty() {
        left
    } else {
        end.right() + 10.0
    };
    let width = rect.right() - left - 10.0;
    let font = tokens::font(size::TEXT);
    widgets::line(ui, pos2(left, y), &name, font, c.ink, width);
    receive(ui, &here, rect, session, out);
}

/// The photo at the pointer.
fn carried(ui: &Ui, view: &View, photo: PhotoId) {
    let (Some(at), Some(photo)) = (ui.ctx().pointer_latest_pos(), view.event.photos.get(photo))
    else {
        return;
    };
    Area::new(Id::unique("dragged photo"))
        .order(Order::Tooltip)
        .fixed_pos(at + vec2(14.0, 14.0))
        .constrain(false)
        .interactable(false)
        .fade_in(false)
        .show(ui.ctx(), |ui| {
            let (_, rect) = ui.allocate_space(vec2(96.0, 64.0));
            let pixels = (rect.width() * ui.ctx().pixels_per_point()) as u32;
            let thumb = view.pictures.thumb(photo, pixels);
            photos::picture(ui, thumb, rect, colours(ui).line);
        });
}

/// Scrolls what is shown here while something is dragged near its upper or lower end.
pub(super) fn scroll_at_edges(ui: &Ui) {
    const EDGE: f32 = 40.0;
    const STEP: f32 = 10.0;
    if !DragAndDrop::has_any_payload(ui.ctx()) {
        return;
    }
    let room = ui.clip_rect();
    let Some(at) = ui
        .ctx()
        .pointer_latest_pos()
        .filter(|at| room.contains(*at))
    else {
        return;
    };
    let by = if at.y < room.top() + EDGE {
        STEP
    } else if at.y > room.bottom() - EDGE {
        -STEP
    } else {
        return;
    };
    ui.scroll_with_delta_animation(vec2(0.0, by), egui::style::ScrollAnimation::none());
    ui.ctx().request_repaint();
}
