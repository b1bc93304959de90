//! The named persons, and the form of one.

use egui::{Align2, Button, Id, RichText, Ui, pos2, vec2};
use jiff::civil::{Date, DateTime};

use super::{
    Action, Command, Out, View,
    form::Form,
    session_form::{nothing, open, problems},
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{
    model::{Attendance, Lang, Name, NameOrder, Participant},
    plan::{Person, Subject, by_precedence},
    words::parse_moment,
};

/// Shows the list, in order of precedence.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let filter_id = Id::unique("participants filter");
    let mut filter: String = ui.data(|data| data.get_temp(filter_id)).unwrap_or_default();
    widgets::toolbar(ui, |ui| {
        let hint = words.t("participants-filter");
        ui.scope(|ui| {
            ui.set_max_width(220.0);
            super::form::field_of(ui, filter_id.with("field"), &hint, &mut filter, Some(&hint));
        });
        let tallies = &view.plan.tallies;
        let values = [("named", tallies.named.into()), ("people", tallies.people.into())];
        widgets::dim(ui, words.tf("participants-tally", values));
        widgets::at_right(ui, |ui| {
            if ui.button(words.t("participants-add")).clicked() {
                out.act(Action::AddParticipant);
            }
        });
    });
    ui.data_mut(|data| data.insert_temp(filter_id, filter.clone()));
    if view.event.participants.is_empty() {
        let deed = words.t("participants-add");
        if widgets::empty(ui, &words.t("participants-empty"), &words.t("participants-empty-next"), Some(&deed)) {
            out.act(Action::AddParticipant);
        }
        return;
    }
    let lang = view.lang();
    let wanted = filter.trim().to_lowercase();
    let people: Vec<_> = by_precedence(view.event)
        .into_iter()
        .filter(|person| wanted.is_empty() || said_of(view, person, &lang).contains(&wanted))
        .collect();
    if people.is_empty() {
        widgets::empty(ui, &words.t("find-nothing"), &words.t("participants-filter-next"), None);
        return;
    }
    let order: Vec<_> = people.iter().map(|person| person.id.into()).collect();
    select_by_keys(ui, view, &order, out);
    let reveal = view.selection.participant.filter(|_| view.reveal);
    let reveal = reveal.and_then(|id| people.iter().position(|person| person.id == id));
    let heights = vec![48.0; people.len()];
    widgets::rows(ui, "participants", &heights, reveal, |ui, index, rect| {
        person_row(ui, view, &people[index], rect, out);
    });
}

/// Everything that a filter looks for letters in.
fn said_of(view: &View, person: &Participant, lang: &Lang) -> String {
    let shown = Person::of_participant(view.event, person, lang);
    let names: Vec<_> = person.name.iter().map(|(lang, name)| name.formal(lang)).collect();
    format!("{} {} {}", names.join(" "), shown.post, shown.organisation).to_lowercase()
}

/// Arrows move the selection through a list when no text is being typed.
pub(super) fn select_by_keys(ui: &Ui, view: &View, order: &[crate::model::ItemId], out: &mut Out) {
    use egui::{Key, Modifiers};
    if ui.ctx().text_edit_focused() || view.question.is_some() || egui::Popup::is_any_open(ui.ctx()) {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
    if !down && !up {
        return;
    }
    let at = view.selected().and_then(|id| order.iter().position(|other| *other == id));
    let to = match at {
        Some(at) if down => at + 1,
        Some(at) => at.saturating_sub(1),
        None => 0,
    };
    if let Some(id) = order.get(to) {
        out.send(Command::Select(*id));
    }
}

fn person_row(ui: &Ui, view: &View, person: &Participant, rect: egui::Rect, out: &mut Out) {
    let words = view.words;
    let lang = view.lang();
    let c = colours(ui);
    let shown = Person::of_participant(view.event, person, &lang);
    let name = words.item_name(view.event, person.id.into());
    let is_selected = view.selection.participant == Some(person.id);
    let id = Id::unique(("participant", person.id.uuid()));
    let row = widgets::row(ui, id, rect, is_selected, &name, &shown.post);
    if row.clicked() {
        out.send(Command::Select(person.id.into()));
    }
    let (first, second) = (rect.top() + 5.0, rect.top() + 25.0);
    let rank = person.precedence.map(|rank| rank.to_string()).unwrap_or_default();
    let at = pos2(rect.left() + 38.0, rect.top() + 15.0);
    ui.painter().text(at, Align2::RIGHT_CENTER, rank, tokens::font(size::SMALL), c.dim);
    let left = rect.left() + 50.0;
    let middle = left + (rect.width() - 50.0) * 0.5;
    let right = rect.right() - 150.0;
    let font = if is_selected { tokens::bold_font(size::TEXT) } else { tokens::font(size::TEXT) };
    let end = widgets::line(ui, pos2(left, first), &name, font, c.ink, middle - left - 12.0);
    let other = view.languages().iter().find(|other| other.primary() != lang.primary());
    let other = other.and_then(|other| Some(person.name.get(other)?.formal(other))).unwrap_or_default();
    let at = pos2(end.right() + 8.0, first + 1.0);
    widgets::line(ui, at, &other, tokens::font(size::SMALL), c.dim, middle - end.right() - 20.0);
    widgets::line(ui, pos2(left, second), &words.post(&shown), tokens::font(size::SMALL), c.dim, middle - left - 12.0);
    widgets::line(ui, pos2(middle, first), &shown.organisation, tokens::font(size::TEXT), c.ink, right - middle - 12.0);
    let appears = view.plan.appearances(person.id).len();
    let appears = if appears == 0 { String::new() } else { words.tf("participants-appears", [("count", appears.into())]) };
    widgets::line(ui, pos2(middle, second), &appears, tokens::font(size::SMALL), c.dim, right - middle - 12.0);
    let problem = view.plan.problems_of(Subject::Item(person.id.into())).next();
    let attendance = words.attendance(person.attendance);
    let ink = if person.attendance == Attendance::Declined { c.amber } else { c.dim };
    widgets::line(ui, pos2(right, first), &attendance, tokens::font(size::SMALL), ink, 134.0);
    if let Some(problem) = problem {
        let text = words.trouble(view.event, problem);
        widgets::line(ui, pos2(right, second), &text, tokens::font(size::SMALL), c.amber, 134.0);
    }
}

/// Shows the form of the selected participant.
pub(super) fn form(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let Some(old) = view.selection.participant.and_then(|id| view.event.participants.get(id)) else {
        widgets::empty(ui, &words.t("form-none"), &words.t("form-none-participant"), None);
        return;
    };
    let mut person = (**old).clone();
    let form = Form { words, languages: view.languages(), item: person.id.uuid() };
    let lang = view.lang();
    ui.horizontal(|ui| {
        let name = words.item_name(view.event, person.id.into());
        widgets::initial(ui, &person.plain_name(&lang), 32.0);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - 90.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            widgets::heading(ui, name);
            widgets::dim(ui, words.post(&Person::of_participant(view.event, &person, &lang)));
        });
        widgets::at_right(ui, |ui| {
            if widgets::quiet(ui, &words.t("remove")).clicked() {
                out.act(Action::Remove);
            }
        });
    });
    problems(ui, view, Subject::Item(person.id.into()));
    ui.add_space(space::S);
    names(ui, form, &mut person);
    form.texts(ui, &words.t("label-post"), "post", &mut person.post);
    form.row(ui, "", |ui| ui.checkbox(&mut person.acting, words.t("label-acting")));
    let mut organisations = vec![(None, words.t("organisation-none"))];
    organisations.extend(
        view.event.organisations.iter().map(|one| (Some(one.id), one.name.shown(&lang).to_owned())),
    );
    let label = words.t("label-organisation");
    if let Some(organisation) = form.choice(ui, &label, "organisation", &person.organisation, &organisations) {
        person.organisation = organisation;
    }
    let attendance = Attendance::ALL.map(|state| (state, words.attendance(state)));
    if let Some(state) = form.choice(ui, &words.t("label-attendance"), "attendance", &person.attendance, &attendance) {
        person.attendance = state;
    }
    let shown = person.precedence.map(|rank| rank.to_string()).unwrap_or_default();
    let read = form.parsed(ui, &words.t("label-precedence"), "precedence", &shown, "1", |typed| match typed.trim() {
        "" => Ok(None),
        number => number.parse::<u32>().map(Some).map_err(|_| words.t("not-a-number")),
    });
    person.precedence = read.unwrap_or(person.precedence);
    window(ui, view, form, &mut person);
    appearances(ui, view, form, &person, out);
    form.part(ui, &words.t("part-about"), None);
    form.long_texts(ui, &words.t("label-biography"), "biography", &mut person.biography, 3, &|_| String::new());
    portrait(ui, view, form, &mut person);
    form.part(ui, &words.t("part-contact"), None);
    form.text(ui, &words.t("label-phone"), "phone", &mut person.contact.phone);
    form.text(ui, &words.t("label-email"), "email", &mut person.contact.email);
    form.text(ui, &words.t("label-through"), "through", &mut person.contact.through);
    if person != **old {
        out.edit(person);
    }
}

/// The parts of the name, in each language.
fn names(ui: &mut Ui, form: Form, person: &mut Participant) {
    let words = form.words;
    form.language_heads(ui);
    type Part = fn(&mut Name) -> &mut String;
    let parts: [(&str, Part); 4] = [
        ("label-honorific", |name| &mut name.honorific),
        ("label-family-name", |name| &mut name.family),
        ("label-given-name", |name| &mut name.given),
        ("label-honours", |name| &mut name.honours),
    ];
    for (key, part) in parts {
        let mut text = crate::model::Text::default();
        for lang in form.languages {
            let mut name = person.name.get(lang).cloned().unwrap_or_default();
            text.set(lang, std::mem::take(part(&mut name)));
        }
        if form.texts(ui, &words.t(key), key, &mut text) {
            for lang in form.languages {
                let mut name = person.name.get(lang).cloned().unwrap_or_default();
                text.text(lang).clone_into(part(&mut name));
                person.name.set(lang, name);
            }
        }
    }
    // In Chinese the family name is always first: the order is asked only where there is one.
    let orders = NameOrder::ALL.map(|order| (order, words.name_order(order)));
    for lang in form.languages.iter().filter(|lang| !lang.is_chinese()) {
        let Some(mut name) = person.name.get(lang).cloned() else { continue };
        let label = words.t("label-name-order");
        if let Some(order) = form.choice(ui, &label, &format!("order {lang}"), &name.order, &orders) {
            name.order = order;
            person.name.set(lang, name);
        }
    }
}

/// When the person can be there.
fn window(ui: &mut Ui, view: &View, form: Form, person: &mut Participant) {
    let words = view.words;
    let day = view.event.details.days.first().copied().or_else(|| view.plan.days.first().map(|day| day.date));
    let day = day.unwrap_or(Date::constant(2000, 1, 1));
    let several = view.has_several_days();
    let shown = |at: Option<DateTime>| match at {
        Some(at) if several || at.date() != day => at.strftime("%Y-%m-%d %H:%M").to_string(),
        Some(at) => at.strftime("%H:%M").to_string(),
        None => String::new(),
    };
    let read = |typed: &str| match typed.trim() {
        "" => Ok(None),
        typed => parse_moment(typed, day)
            .map(Some)
            .map_err(|error| words.tf("not-a-time", [("typed", error.0.into())])),
    };
    let arrives = shown(person.window.arrives);
    let arrives = form.parsed(ui, &words.t("label-arrives"), "arrives", &arrives, "9:50", read);
    person.window.arrives = arrives.unwrap_or(person.window.arrives);
    let leaves = shown(person.window.leaves);
    let leaves = form.parsed(ui, &words.t("label-leaves"), "leaves", &leaves, "11:40", read);
    person.window.leaves = leaves.unwrap_or(person.window.leaves);
}

/// Where the person appears.
fn appearances(ui: &mut Ui, view: &View, form: Form, person: &Participant, out: &mut Out) {
    let words = view.words;
    form.part(ui, &words.t("part-appears"), None);
    let appearances = view.plan.appearances(person.id);
    if appearances.is_empty() {
        nothing(ui, &words.t("appears-nowhere"));
    }
    for (id, role) in appearances {
        let (Some(session), Some(timed)) = (view.event.sessions.get(*id), view.plan.timed(*id)) else { continue };
        let time = words.moment(timed.start, view.has_several_days());
        ui.horizontal(|ui| {
            ui.label(RichText::new(time).font(tokens::bold_font(size::SMALL)));
            let name = words.session_name(session, &view.lang());
            if ui.add(Button::new(name).frame(false).truncate()).clicked() {
                open(out, *id);
            }
            widgets::dim(ui, words.role(*role));
        });
    }
    let pictures = view.event.photos.iter().filter(|photo| {
        photo.people().any(|who| who == crate::model::Who::Person(person.id))
    });
    ui.horizontal_wrapped(|ui| {
        for photo in pictures.take(6) {
            if super::photos::thumb_button(ui, view, photo, vec2(84.0, 58.0)).clicked() {
                open(out, photo.id);
            }
        }
    });
}

/// Which of the event's photos is the portrait.
fn portrait(ui: &mut Ui, view: &View, form: Form, person: &mut Participant) {
    let words = view.words;
    if view.event.photos.is_empty() {
        return;
    }
    let mut photos = vec![(None, words.t("portrait-none"))];
    photos.extend(view.event.photos.iter().map(|photo| (Some(photo.id), photo.file.to_string())));
    if let Some(portrait) = form.choice(ui, &words.t("label-portrait"), "portrait", &person.portrait, &photos) {
        person.portrait = portrait;
    }
}
