//! Photos whose files hold another picture than the one that was added: said where the photo is, and among the checks.

use egui::Ui;

use super::{
    Command, Out, PhotoCommand, ReadOnly, View, photos,
    tokens::{colours, space},
    widgets,
};
use crate::model::Photo;

/// Whether the file of this photo holds another picture.
pub(super) fn is_other(view: &View, photo: &Photo) -> bool {
    others(view).any(|other| other.id == photo.id)
}

/// The photos whose files hold other pictures. What is read in place of the event has photos of its own.
fn others<'a>(view: &'a View) -> impl Iterator<Item = &'a Photo> {
    let is_past = matches!(
        view.read_only,
        Some(ReadOnly::Version(_) | ReadOnly::Save(_))
    );
    let ids = if is_past { &[] } else { view.pictures.others() };
    ids.iter()
        .filter_map(|id| view.event.photos.get(*id))
        .map(AsRef::as_ref)
}

impl View<'_> {
    /// How many things there are to look at.
    pub(super) fn to_look_at(&self) -> usize {
        self.plan.problems.len() + others(self).count()
    }
}

/// Says so in the form of the photo, with what can be done.
pub(super) fn in_form(ui: &mut Ui, view: &View, photo: &Photo, out: &mut Out) {
    if is_other(view, photo) {
        told(ui, view, photo, out);
    }
}

/// Says so of each above the checks.
pub(super) fn above_checks(ui: &mut Ui, view: &View, out: &mut Out) {
    let others: Vec<_> = others(view).collect();
    if others.is_empty() {
        return;
    }
    egui::Frame::new()
        .fill(colours(ui).amber_ground)
        .inner_margin(egui::Margin::symmetric(space::L as i8, space::S as i8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            egui::ScrollArea::vertical()
                .id_salt("other pictures")
                .max_height(150.0)
                .show(ui, |ui| {
                    for photo in others {
                        ui.push_id(photo.id, |ui| told(ui, view, photo, out));
                    }
                });
        });
}

fn told(ui: &mut Ui, view: &View, photo: &Photo, out: &mut Out) {
    let words = view.words;
    let name = photos::name(view, photo);
    let file = photo.file.to_string();
    let sentence = words.tf("photo-other", [("file", file.into())]);
    widgets::alert(ui, &sentence, colours(ui).amber);
    ui.horizontal(|ui| {
        let named = |key: &str| words.tf(key, [("name", name.clone().into())]);
        if view.can_change()
            && widgets::quiet(ui, &words.t("photo-other-accept"))
                .accessible_name(named("photo-other-accept-name"))
                .clicked()
        {
            out.send(Command::Photo(PhotoCommand::Accept(photo.id)));
        }
        if view.place != super::Place::Photos {
            let show = widgets::quiet(ui, &words.t("photo-other-show"));
            if show
                .accessible_name(named("photo-other-show-name"))
                .clicked()
            {
                out.send(Command::Open(photo.id.into()));
            }
        }
    });
}
