//! The photos, by session; a photo is dragged onto the session that it shows.

use egui::{
    Color32, CornerRadius, Id, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2,
    accesskit::Role, vec2,
};

use super::{
    Action, Command, Out, PhotoFilter, Thumb, View, photo_drag,
    tokens::{self, CORNER, colours, size, space},
    widgets,
};
use crate::model::{Clearance, Clock, Photo, PhotoId, SessionId};

/// How wide a thumbnail in the list is, in points.
const THUMB: Vec2 = vec2(168.0, 112.0);

/// How high the two lines under a thumbnail are, in points.
const CAPTION: f32 = 42.0;

/// Shows the place.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    if view.event.photos.is_empty() {
        let deed = words.t("photos-add");
        if widgets::empty(
            ui,
            &words.t("photos-empty"),
            &words.t("photos-empty-next"),
            view.can_change().then_some(&*deed),
        ) {
            out.act(Action::AddPhotos);
        }
        return;
    }
    widgets::toolbar(ui, |ui| {
        let counted = |filter| {
            view.event
                .photos
                .iter()
                .filter(|photo| passes(view, photo, filter))
                .count()
        };
        let choices = PhotoFilter::ALL.map(|filter| {
            let key = match filter {
                PhotoFilter::All => "photos-all",
                PhotoFilter::ToCaption => "photos-to-caption",
                PhotoFilter::Cleared => "photos-cleared",
            };
            (filter, words.tf(key, [("count", counted(filter).into())]))
        });
        if let Some(filter) =
            widgets::segmented(ui, &words.t("photos-filter"), view.photo_filter, &choices)
        {
            out.send(Command::ShowPhotos(filter));
        }
        widgets::at_right(ui, |ui| {
            if view.can_change() && ui.button(words.t("photos-add")).clicked() {
                out.act(Action::AddPhotos);
            }
        });
    });
    let order: Vec<_> = groups(view)
        .into_iter()
        .flat_map(|group| group.photos)
        .map(Into::into)
        .collect();
    super::participants::select_by_keys(ui, view, &order, out);
    ScrollArea::vertical()
        .id_salt("photos")
        .auto_shrink(false)
        .show_viewport(ui, |ui, viewport| {
            photo_drag::scroll_at_edges(ui);
            sheet(ui, view, viewport, out);
        });
}

fn passes(view: &View, photo: &Photo, filter: PhotoFilter) -> bool {
    match filter {
        PhotoFilter::All => true,
        PhotoFilter::ToCaption => {
            photo.clearance != Clearance::HeldBack
                && view
                    .languages()
                    .iter()
                    .any(|lang| photo.caption.text(lang).trim().is_empty())
        }
        PhotoFilter::Cleared => photo.clearance == Clearance::Cleared,
    }
}

/// The photos of one session, or those that are not placed.
struct Group {
    session: Option<SessionId>,
    photos: Vec<PhotoId>,
}

fn groups(view: &View) -> Vec<Group> {
    let sessions = view
        .plan
        .days
        .iter()
        .flat_map(|day| &day.sessions)
        .map(|id| Some(*id));
    sessions
        .chain([None])
        .map(|session| {
            let photos = view.plan.photos_of(session).iter().copied();
            let photos = photos.filter(|id| {
                view.event
                    .photos
                    .get(*id)
                    .is_some_and(|photo| passes(view, photo, view.photo_filter))
            });
            Group {
                session,
                photos: photos.collect(),
            }
        })
        .filter(|group| !group.photos.is_empty())
        .collect()
}

fn sheet(ui: &mut Ui, view: &View, viewport: Rect, out: &mut Out) {
    let origin = ui.min_rect().min;
    let width = ui.available_width() - 2.0 * space::L;
    let across = ((width + space::M) / (THUMB.x + space::M)).floor().max(1.0) as usize;
    let groups = groups(view);
    let mut at = (space::S, 0);
    let mut line_height = 0.0;
    for group in &groups {
        let columns = group.photos.len().clamp(1, across);
        if at.1 + columns > across {
            at = (at.0 + line_height, 0);
            line_height = 0.0;
        }
        let lines = group.photos.len().div_ceil(columns);
        let cells = vec2(
            columns as f32 * (THUMB.x + space::M),
            lines as f32 * (THUMB.y + CAPTION + space::M),
        );
        let size = vec2(cells.x, 30.0 + cells.y + space::S);
        let left = space::L + at.1 as f32 * (THUMB.x + space::M);
        let rect = Rect::from_min_size(origin + vec2(left, at.0), size);
        let is_chosen = |id: &PhotoId| Some(*id) == view.selection.photo;
        let chosen = group
            .photos
            .iter()
            .position(is_chosen)
            .filter(|_| view.reveal);
        if let Some(place) = chosen {
            let line = (place / columns) as f32;
            let y = rect.top() + 30.0 + line * (THUMB.y + CAPTION + space::M);
            let size = vec2(THUMB.x, THUMB.y + CAPTION);
            ui.scroll_to_rect(Rect::from_min_size(egui::pos2(rect.left(), y), size), None);
        }
        let is_visible = at.0 <= viewport.max.y && at.0 + size.y >= viewport.min.y;
        if is_visible || chosen.is_some() {
            group_of(ui, view, group, rect, columns, out);
        }
        line_height = size.y.max(line_height);
        at.1 += columns;
    }
    ui.set_height(at.0 + line_height + space::XL);
}

fn group_of(ui: &mut Ui, view: &View, group: &Group, rect: Rect, columns: usize, out: &mut Out) {
    let words = view.words;
    let c = colours(ui);
    let session = group.session.and_then(|id| view.event.sessions.get(id));
    let (name, about) = match session {
        Some(session) => {
            let timed = view.plan.timed(session.id);
            let time = timed
                .map(|timed| words.time(timed.start.time(), Clock::Hours24))
                .unwrap_or_default();
            (words.session_name(session, &view.lang()), time)
        }
        None => (
            words.t("photos-not-placed"),
            words.t("photos-not-placed-next"),
        ),
    };
    let ground = ui.interact(
        rect,
        Id::unique(("photos of", group.session)),
        Sense::hover(),
    );
    super::drop_target::register(ui, rect, group.session);
    widgets::named(&ground, Role::Group, &name);
    let around = rect.expand2(vec2(6.0, -2.0));
    photo_drag::receive(ui, &ground, around, group.session, out);
    let at = rect.min + vec2(0.0, 6.0);
    let room = rect.width() - space::M;
    let end = widgets::line(
        ui,
        at,
        &name,
        tokens::bold_font(size::TEXT),
        c.ink,
        room - 44.0,
    );
    let about_at = egui::pos2(end.right() + 8.0, at.y + 1.0);
    // Nothing stands at the right of those that are not placed.
    let about_end = match session {
        Some(_) => at.x + room,
        None => ui.max_rect().right() - space::L,
    };
    widgets::line(
        ui,
        about_at,
        &about,
        tokens::font(size::SMALL),
        c.dim,
        about_end - about_at.x,
    );
    // Of many only those are drawn, and read, that can be seen.
    let are_many = group.photos.len() > widgets::DRAWN_WHOLE;
    for (place, id) in group.photos.iter().enumerate() {
        let Some(photo) = view.event.photos.get(*id) else {
            continue;
        };
        let (column, line) = (place % columns, place / columns);
        let offset = vec2(
            column as f32 * (THUMB.x + space::M),
            32.0 + line as f32 * (THUMB.y + CAPTION + space::M),
        );
        let thumb_rect = Rect::from_min_size(rect.min + offset, THUMB);
        let is_seen = ui.is_rect_visible(thumb_rect.expand2(vec2(0.0, CAPTION)));
        if is_seen || !are_many || view.reveal && view.selection.photo == Some(*id) {
            cell(ui, view, photo, thumb_rect, out);
        }
    }
}

fn cell(ui: &mut Ui, view: &View, photo: &Photo, rect: Rect, out: &mut Out) {
    let words = view.words;
    let c = colours(ui);
    let response = thumb(ui, view, photo, rect, Sense::click_and_drag());
    if response.clicked() {
        out.send(Command::Select(photo.id.into()));
    }
    photo_drag::source(ui, photo, &response);
    let number = view
        .plan
        .photo_number(photo.id)
        .map(|number| format!("{number} "))
        .unwrap_or_default();
    let at = rect.left_bottom() + vec2(0.0, 4.0);
    let number = widgets::line(ui, at, &number, tokens::bold_font(size::SMALL), c.ink, 40.0);
    let caption = photo.caption.shown(&view.lang());
    let is_other = super::other_picture::is_other(view, photo);
    let (text, ink) = match (caption.is_empty(), photo.clearance) {
        (_, Clearance::HeldBack) => (words.clearance(Clearance::HeldBack), c.dim),
        (true, _) => (words.t("photo-no-caption"), c.amber),
        (false, _) => (caption.to_owned(), c.dim),
    };
    let (text, ink) = if is_other {
        (words.t("photo-other-short"), c.amber)
    } else {
        (text, ink)
    };
    let at = egui::pos2(
        number.right() + if number.width() > 0.0 { 2.0 } else { 0.0 },
        at.y,
    );
    let width = rect.right() - at.x;
    let font = tokens::font_for(&text, tokens::font(size::SMALL));
    let mut job = egui::text::LayoutJob::simple(text, font, ink, width);
    job.wrap.max_rows = 2;
    let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(at, galley, ink);
}

/// A thumbnail that can be clicked and dragged, at the next place of the layout.
pub(super) fn thumb_button(ui: &mut Ui, view: &View, photo: &Photo, size: Vec2) -> Response {
    let (_, rect) = ui.allocate_space(size);
    let response = thumb(ui, view, photo, rect, Sense::click_and_drag());
    photo_drag::source(ui, photo, &response);
    response
}

/// What a photo is called where it is chosen: its number and its file.
pub(super) fn name(view: &View, photo: &Photo) -> String {
    match view.plan.photo_number(photo.id) {
        Some(number) => view.words.tf(
            "photo-name",
            [
                ("number", number.into()),
                ("file", photo.file.to_string().into()),
            ],
        ),
        None => photo.file.to_string(),
    }
}

fn thumb(ui: &Ui, view: &View, photo: &Photo, rect: Rect, sense: Sense) -> Response {
    let c = colours(ui);
    let id = ui.scope_id().with(("thumb", photo.id.uuid()));
    let response = ui.interact(rect, id, sense);
    let name = name(view, photo);
    let is_selected = view.selection.photo == Some(photo.id);
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_selected, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::ListItem);
        node.set_label(name.clone());
        node.set_selected(is_selected);
        let alternative = photo.alternative.shown(&view.lang());
        if !alternative.is_empty() {
            node.set_description(alternative.to_owned());
        }
    });
    let corner = CornerRadius::same(CORNER);
    let width = rect.width() * ui.ctx().pixels_per_point();
    if ui.is_rect_visible(rect) {
        picture(ui, view.pictures.thumb(photo, width as u32), rect, c.line);
    }
    if is_selected && view.place == super::Place::Photos || response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand(2.0),
            corner,
            Stroke::new(2.0, c.accent),
            StrokeKind::Outside,
        );
    } else if response.hovered() {
        ui.painter()
            .rect_stroke(rect, corner, Stroke::new(1.5, c.dim), StrokeKind::Inside);
    }
    response
}

/// A picture that fills a rectangle, cut at its longer sides; a quiet ground while it is being read.
pub(super) fn picture(ui: &Ui, thumb: Thumb, rect: Rect, ground: Color32) {
    let corner = CornerRadius::same(CORNER);
    match thumb {
        Thumb::Ready(texture, pixels) => {
            let scale = (rect.width() / pixels.x).max(rect.height() / pixels.y);
            let shown = rect.size() / (pixels * scale);
            let uv = Rect::from_center_size(egui::pos2(0.5, 0.5), shown);
            ui.painter().add(
                egui::epaint::RectShape::filled(rect, corner, Color32::WHITE)
                    .with_texture(texture, uv),
            );
        }
        Thumb::Coming => {
            ui.painter().rect_filled(rect, corner, ground);
        }
        Thumb::Failed(why) => {
            ui.painter().rect_filled(rect, corner, ground);
            let galley = ui.painter().layout(
                why,
                tokens::font(size::SMALL),
                colours(ui).dim,
                rect.width() - 16.0,
            );
            ui.painter().with_clip_rect(rect).galley(
                rect.min + vec2(8.0, 8.0),
                galley,
                colours(ui).dim,
            );
        }
    }
}
