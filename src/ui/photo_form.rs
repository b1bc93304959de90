//! The form of a photo: who is seen, what the reader is told, whether it goes out.

use egui::{Button, RichText, Sense, Ui, vec2};

use super::{
    Action, Out, View,
    form::Form,
    people_picker::{self, Offer, Picked},
    photos,
    session_form::{nothing, problems},
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{
    model::{BatchName, Clearance, Edit, Event, FieldId, Lang, Photo, Who},
    plan::{Person, Plan, Subject},
    press,
};

/// Shows the form of the selected photo.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let Some(old) = view
        .selection
        .photo
        .and_then(|id| view.event.photos.get(id))
    else {
        widgets::empty(ui, &words.t("form-none"), &words.t("form-none-photo"), None);
        return;
    };
    let mut photo = (**old).clone();
    let form = Form {
        words,
        languages: &view.side_by_side,
        item: photo.id.uuid(),
    };
    head(ui, view, &photo, out);
    session(ui, view, form, &mut photo);
    people(ui, view, form, &mut photo, out);
    keep_proposals(view.languages(), (view.event, view.plan), old, &mut photo);
    captions(ui, view, form, &mut photo);
    form.long_texts(ui, FieldId::PhotoCredit, &mut photo.credit, 1, &|_| {
        String::new()
    });
    form.long_texts(
        ui,
        FieldId::PhotoAlternative,
        &mut photo.alternative,
        2,
        &|_| String::new(),
    );
    let label = form.label(FieldId::PhotoClearance);
    form.row(ui, &label, |ui| {
        let choices = Clearance::ALL.map(|state| (state, words.clearance(state)));
        if let Some(state) = widgets::segmented(ui, &label, photo.clearance, &choices) {
            photo.clearance = state;
        }
    });
    let shown = photo
        .number
        .map(|number| number.to_string())
        .unwrap_or_default();
    let counted = view
        .plan
        .photo_number(photo.id)
        .map(|number| number.to_string())
        .unwrap_or_default();
    let read = form.parsed(
        ui,
        FieldId::PhotoNumber,
        (&photo.number, &shown),
        &counted,
        |typed| match typed.trim() {
            "" => Ok(None),
            typed => typed
                .parse::<u32>()
                .ok()
                .filter(|number| *number > 0)
                .map(Some)
                .ok_or_else(|| words.t("not-a-number")),
        },
    );
    photo.number = read.unwrap_or(photo.number);
    if photo != **old {
        out.edit(photo);
    }
}

fn head(ui: &mut Ui, view: &View, photo: &Photo, out: &mut Out) {
    let words = view.words;
    let width = ui.available_width();
    let ratio = photo.size.height as f32 / photo.size.width.max(1) as f32;
    let height = (width * ratio).clamp(80.0, 260.0);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let pixels = width * ui.ctx().pixels_per_point();
    ui.painter()
        .rect_filled(rect, super::tokens::CORNER, colours(ui).desk);
    // The whole picture, as the reader will see it: who stands left must not be cut off.
    let shown = vec2((height / ratio).min(width), height);
    let inner = egui::Rect::from_center_size(rect.center(), shown);
    photos::picture(
        ui,
        view.pictures.thumb(photo, pixels as u32),
        inner,
        colours(ui).line,
    );
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        let taken = photo.taken.map(|taken| {
            words.tf(
                "photo-taken",
                [("time", taken.strftime("%H:%M:%S").to_string().into())],
            )
        });
        let mut facts = vec![
            photo.file.to_string(),
            format!("{} × {}", photo.size.width, photo.size.height),
        ];
        facts.extend(taken);
        let text = RichText::new(facts.join(" · "))
            .size(size::SMALL)
            .color(colours(ui).dim);
        let room = ui.available_width() - 70.0;
        ui.scope(|ui| {
            ui.set_max_width(room);
            ui.add(egui::Label::new(text).truncate());
        });
        widgets::at_right(ui, |ui| {
            if widgets::quiet(ui, &words.t("remove")).clicked() {
                out.act(Action::Remove);
            }
        });
    });
    super::other_picture::in_form(ui, view, photo, out);
    problems(ui, view, Subject::Item(photo.id.into()));
    ui.add_space(space::S);
}

fn session(ui: &mut Ui, view: &View, form: Form, photo: &mut Photo) {
    let words = view.words;
    let lang = view.lang();
    let name_of = |id| {
        let (session, timed) = view.event.sessions.get(id).zip(view.plan.timed(id))?;
        let time = words.moment(timed.start, view.has_several_days());
        Some(format!("{time}  {}", words.session_name(session, &lang)))
    };
    let days = || view.plan.days.iter().flat_map(|day| &day.sessions).copied();
    form.item(
        ui,
        FieldId::PhotoSession,
        &mut photo.session,
        &words.t("photos-not-placed"),
        &name_of,
        &|| days().collect(),
    );
}

/// Who is seen, row by row from the front, each from the reader's left.
fn people(ui: &mut Ui, view: &View, form: Form, photo: &mut Photo, out: &mut Out) {
    let words = view.words;
    let name_of = |who: Who| {
        words.person_name(&Person::of(view.event, who, &view.lang()).unwrap_or_default())
    };
    form.row(ui, &form.label(FieldId::PhotoPeople), |ui| {
        let mut gone = None;
        let mut swapped = None;
        if photo.rows.is_empty() {
            nothing(ui, &words.t("photo-people-none"));
        }
        let several = photo.rows.len() > 1;
        for (row, people) in photo.rows.iter().enumerate() {
            if several {
                let key = if row == 0 {
                    "row-front"
                } else if row + 1 == photo.rows.len() {
                    "row-back"
                } else {
                    "row-middle"
                };
                widgets::dim(ui, words.t(key));
            }
            ui.horizontal_wrapped(|ui| {
                for (place, who) in people.iter().enumerate() {
                    let name = name_of(*who);
                    let text = format!("{} {}", place + 1, name);
                    let remove = words.tf("entry-remove", [("name", name.clone().into())]);
                    ui.spacing_mut().item_spacing.x = 2.0;
                    let button = ui.button(widgets::said(text, tokens::font(size::SMALL)));
                    if button.clicked() && place > 0 {
                        swapped = Some((row, place));
                    }
                    let button = button.on_hover_text(words.t("photo-person-hover"));
                    button.accessible_name(words.tf(
                        "photo-person",
                        [("name", name.into()), ("place", (place + 1).into())],
                    ));
                    if widgets::sign(ui, "×").accessible_name(remove).clicked() {
                        gone = Some((row, place));
                    }
                    ui.add_space(space::XS);
                }
            });
        }
        if let Some((row, place)) = swapped {
            photo.rows[row].swap(place, place - 1);
        }
        if let Some((row, place)) = gone {
            photo.rows[row].remove(place);
            photo.rows.retain(|row| !row.is_empty());
        }
        from_session(ui, view, photo);
        let label = words.t("photo-add-person");
        let picked = people_picker::show(
            ui,
            view,
            form.row_id(FieldId::PhotoPeople),
            &label,
            Offer::Anybody,
        );
        name(view, photo, picked, add, out);
        if !photo.rows.is_empty() && widgets::quiet(ui, &words.t("photo-add-row")).clicked() {
            ui.data_mut(|data| data.insert_temp(form.id("new row"), true));
        }
        if ui
            .data(|data| data.get_temp(form.id("new row")))
            .unwrap_or(false)
        {
            widgets::dim(ui, words.t("photo-new-row"));
            let label = words.t("photo-add-person-behind");
            let id = form.id("person behind");
            let picked = people_picker::show(ui, view, id, &label, Offer::Anybody);
            if picked.is_some() {
                ui.data_mut(|data| data.insert_temp(form.id("new row"), false));
            }
            name(view, photo, picked, add_behind, out);
        }
    });
}

/// Adds somebody at the right end of the last row, unless the picture has them already.
fn add(photo: &mut Photo, who: Who) {
    if photo.people().any(|other| other == who) {
        return;
    }
    match photo.rows.last_mut() {
        Some(row) => row.push(who),
        None => photo.rows.push(vec![who]),
    }
}

/// Adds somebody at the left end of a new row behind the last.
fn add_behind(photo: &mut Photo, who: Who) {
    if photo.people().all(|other| other != who) {
        photo.rows.push(vec![who]);
    }
}

/// Names whoever was picked: one whom the event has, or somebody new, who becomes a participant in the same step.
fn name(
    view: &View,
    photo: &mut Photo,
    picked: Option<Picked>,
    add: fn(&mut Photo, Who),
    out: &mut Out,
) {
    match picked {
        Some(Picked::Known(who)) => add(photo, who),
        Some(Picked::New(person)) => {
            // The form sends nothing besides, so that it is one deed. The caption can name only whom the event has.
            let mut event = view.event.clone();
            if event.apply(&Edit::from((*person).clone())).is_err() {
                return;
            }
            let plan = Plan::of(&event);
            let mut with_person = photo.clone();
            add(&mut with_person, Who::Person(person.id));
            keep_proposals(view.languages(), (&event, &plan), photo, &mut with_person);
            out.edit(Edit::Batch(
                BatchName::AddPerson,
                vec![Edit::from(*person), Edit::from(with_person)],
            ));
        }
        None => {}
    }
}

/// The people of the session who are not in the picture yet: one click each, from the left.
fn from_session(ui: &mut Ui, view: &View, photo: &mut Photo) {
    let words = view.words;
    let Some(session) = photo.session.and_then(|id| view.event.sessions.get(id)) else {
        return;
    };
    let left: Vec<Who> = session
        .people
        .iter()
        .map(|one| one.who)
        .filter(|who| !photo.people().any(|other| other == *who))
        .collect();
    if left.is_empty() {
        return;
    }
    widgets::dim(ui, words.t("photo-next-person"));
    ui.horizontal_wrapped(|ui| {
        for who in left.into_iter().take(12) {
            let name =
                words.person_name(&Person::of(view.event, who, &view.lang()).unwrap_or_default());
            let label = words.tf("photo-pick", [("name", name.clone().into())]);
            let button = Button::new(
                widgets::said(format!("+ {name}"), tokens::font(size::SMALL))
                    .color(colours(ui).dim),
            )
            .frame(false);
            if ui.add(button).accessible_name(label).clicked() {
                add(photo, who);
            }
        }
    });
}

/// A caption that is still the proposed one follows the session and the people; one that a person wrote stays.
fn keep_proposals(
    languages: &[Lang],
    (event, plan): (&Event, &Plan),
    old: &Photo,
    photo: &mut Photo,
) {
    if old.session == photo.session && old.rows == photo.rows {
        return;
    }
    for lang in languages {
        let have = photo.caption.text(lang);
        if !have.is_empty() && have == press::caption(event, plan, old, lang) {
            let proposed = press::caption(event, plan, photo, lang);
            photo.caption.set(lang, proposed);
        }
    }
}

fn captions(ui: &mut Ui, view: &View, form: Form, photo: &mut Photo) {
    let words = view.words;
    let proposed = |lang: &Lang| press::caption(view.event, view.plan, photo, lang);
    let proposals: Vec<_> = view
        .languages()
        .iter()
        .map(|lang| (lang.clone(), proposed(lang)))
        .collect();
    let hint = |lang: &Lang| {
        proposals
            .iter()
            .find(|(other, _)| other == lang)
            .map(|(_, text)| text.clone())
            .unwrap_or_default()
    };
    form.long_texts(ui, FieldId::PhotoCaption, &mut photo.caption, 2, &hint);
    let is_new = proposals
        .iter()
        .any(|(lang, text)| !text.is_empty() && photo.caption.text(lang) != text);
    form.row(ui, "", |ui| {
        if proposals.iter().all(|(_, text)| text.is_empty()) {
            widgets::dim(ui, words.t("caption-no-proposal"));
        } else if !is_new {
            widgets::dim(ui, words.t("caption-is-proposed"));
        } else {
            let is_empty = view
                .languages()
                .iter()
                .all(|lang| photo.caption.text(lang).is_empty());
            let key = if is_empty {
                "caption-propose"
            } else {
                "caption-propose-again"
            };
            if widgets::quiet(ui, &words.t(key)).clicked() {
                for (lang, text) in &proposals {
                    if !text.is_empty() {
                        photo.caption.set(lang, text.clone());
                    }
                }
            }
        }
    });
}
