//! The parts of a session's form that are lists: people, steps, cues, agreements, photos.

use egui::{Button, Ui, vec2};

use super::{
    Action, Command, Out, View, combo,
    entries::Entries,
    form::{self, Form},
    people_picker::{self, Offer, Picked},
    photos,
    session_form::{nothing, open},
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{
    model::{
        Agreement, Appearance, BatchName, Cue, Edit, FieldId, Offset, Role, Session, SessionKind,
        Step, Text, Who,
    },
    plan::Person,
    press,
};

/// What is done with one entry of a list.
enum Deed {
    Up(usize),
    Remove(usize),
}

/// Carries it out.
fn carry_out<T>(list: &mut Vec<T>, deed: Option<&Deed>) {
    match deed {
        Some(Deed::Up(at)) if *at > 0 && *at < list.len() => list.swap(*at, at - 1),
        Some(Deed::Remove(at)) if *at < list.len() => drop(list.remove(*at)),
        Some(Deed::Up(_) | Deed::Remove(_)) | None => {}
    }
}

/// The small deeds at the end of an entry.
fn entry_deeds(ui: &mut Ui, view: &View, at: usize, name: &str) -> Option<Deed> {
    let mut deed = None;
    let words = view.words;
    let named = |key, name: &str| words.tf(key, [("name", name.to_owned().into())]);
    if widgets::sign(ui, "×")
        .accessible_name(named("entry-remove", name))
        .clicked()
    {
        deed = Some(Deed::Remove(at));
    }
    if at > 0
        && widgets::sign(ui, "↑")
            .accessible_name(named("entry-up", name))
            .clicked()
    {
        deed = Some(Deed::Up(at));
    }
    deed
}

/// Who appears: with role and position, and a field that names the next one.
pub(super) fn people(ui: &mut Ui, view: &View, form: Form, session: &mut Session, out: &mut Out) {
    let words = view.words;
    form.part(ui, &words.t("part-people"), None);
    let mut deed = None;
    let mut entries = Entries::of(ui, form.id("people"), &session.people);
    let roles = Role::ALL.map(|role| (role, words.role(role)));
    for (at, appearance) in session.people.iter_mut().enumerate() {
        let person = Person::of(view.event, appearance.who, &view.lang()).unwrap_or_default();
        let name = words.person_name(&person);
        ui.horizontal(|ui| {
            widgets::initial(ui, &initial_of(view, appearance.who), 24.0);
            let width = ui.available_width() - 56.0;
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 0.0;
                let link = Button::new(widgets::said(&name, tokens::font(size::TEXT)))
                    .frame(false)
                    .truncate()
                    .min_size(vec2(0.0, 18.0));
                if ui
                    .add(link)
                    .accessible_name(words.tf("open-person", [("name", name.clone().into())]))
                    .clicked()
                {
                    match appearance.who {
                        Who::Person(id) => open(out, id),
                        Who::RepresentativeOf(id) => open(out, id),
                    }
                }
                let post = words.post(&person);
                let under = if post.is_empty() {
                    person.organisation.clone()
                } else {
                    post
                };
                if !under.is_empty() && !person.name.is_empty() {
                    let under =
                        widgets::said(under, tokens::font(size::SMALL)).color(colours(ui).dim);
                    ui.add(egui::Label::new(under).truncate());
                }
            });
            deed = entry_deeds(ui, view, at, &name).or(deed.take());
        });
        ui.horizontal(|ui| {
            ui.add_space(32.0);
            ui.scope(|ui| {
                ui.set_max_width(154.0);
                let label = words.tf("role-of", [("name", name.clone().into())]);
                if let Some(role) = combo::choice_of(
                    ui,
                    form.id(("role", entries.key(at))),
                    &label,
                    &appearance.role,
                    &roles,
                ) {
                    appearance.role = role;
                }
            });
            let label = words.tf("position-of", [("name", name.clone().into())]);
            let hint = words.t("position-hint");
            form::field_of(
                ui,
                form.id(("position", entries.key(at))),
                &label,
                &mut appearance.position,
                Some(&hint),
            );
        });
    }
    carry_out(&mut session.people, deed.as_ref());
    carry_out(entries.keys(), deed.as_ref());
    entries.keep(ui, &session.people);
    let picked = people_picker::show(
        ui,
        view,
        form.row_id(FieldId::SessionPeople),
        &words.t("add-person"),
        Offer::Anybody,
    );
    let role = next_role(session);
    match picked {
        Some(Picked::Known(who)) => {
            session.people.push(Appearance {
                who,
                role,
                position: String::new(),
            });
        }
        Some(Picked::New(person)) => {
            // One deed: who is new and where they appear, so the form sends nothing besides.
            let mut with_person = session.clone();
            let who = Who::Person(person.id);
            with_person.people.push(Appearance {
                who,
                role,
                position: String::new(),
            });
            out.edit(Edit::Batch(
                BatchName::AddPerson,
                vec![Edit::from(*person), Edit::from(with_person)],
            ));
        }
        None => {}
    }
}

/// The name whose first letter marks somebody: without the honorific that many share.
fn initial_of(view: &View, who: Who) -> String {
    let lang = view.lang();
    match who {
        Who::Person(id) => view
            .event
            .participants
            .get(id)
            .map(|person| person.plain_name(&lang)),
        Who::RepresentativeOf(id) => {
            let organisation = view.event.organisations.get(id);
            organisation.map(|organisation| organisation.name.shown(&lang).to_owned())
        }
    }
    .unwrap_or_default()
}

/// The role of whoever is added next: a kind's usual roles come one after the other, and its first again where it
/// can be had by many.
fn next_role(session: &Session) -> Role {
    let usual = session.kind.usual_roles();
    let many = |role| matches!(role, Role::Panellist | Role::Signatory | Role::Officiating);
    let is_open =
        |role: &&Role| many(**role) || !session.people.iter().any(|one| one.role == **role);
    usual
        .iter()
        .find(is_open)
        .or(usual.first())
        .copied()
        .unwrap_or(Role::Speaker)
}

/// What happens within the session, to the minute.
pub(super) fn steps(ui: &mut Ui, view: &View, form: Form, session: &mut Session) {
    let words = view.words;
    if form.part(ui, &words.t("part-steps"), Some(&words.t("steps-add"))) {
        let last = session
            .steps
            .last()
            .map_or(0, |step| step.offset.as_secs() + 30);
        session.steps.push(Step {
            offset: Offset::seconds(last),
            ..Step::default()
        });
    }
    if session.steps.is_empty() {
        nothing(ui, &words.t("steps-none"));
        if press::has_usual_steps(session.kind)
            && widgets::quiet(ui, &words.t("steps-usual")).clicked()
        {
            let (steps, cues) = press::usual_steps(session.kind, view.event, view.languages());
            session.steps = steps;
            if session.cues.is_empty() {
                session.cues = cues;
            }
        }
        return;
    }
    let mut deed = None;
    let mut entries = Entries::of(ui, form.id("steps"), &session.steps);
    for (at, step) in session.steps.iter_mut().enumerate() {
        let (number, key) = (at + 1, entries.key(at));
        let numbered = |key| words.tf(key, [("number", number.into())]);
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(66.0);
                let shown = step.offset.to_string();
                let name = numbered("step-offset");
                let read = form::parsed(
                    ui,
                    form.id(("offset", key)),
                    &name,
                    (&step.offset, &shown),
                    "+1:30",
                    |typed| {
                        typed
                            .parse::<Offset>()
                            .map_err(|error| words.tf("not-an-offset", [("typed", error.0.into())]))
                    },
                );
                step.offset = read.unwrap_or(step.offset);
            });
            let width = ui.available_width() - 56.0;
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = space::XS;
                texts(
                    ui,
                    form,
                    &numbered("step-text"),
                    ("step", key),
                    &mut step.text,
                );
                let mut gone = None;
                for (place, cue) in step.cues.iter_mut().enumerate() {
                    let values = [("number", number.into()), ("cue", (place + 1).into())];
                    let label = words.tf("step-cue", values);
                    cue_line(ui, view, form, ("step cue", key, place), &label, cue);
                    let remove = words.tf("entry-remove", [("name", label.into())]);
                    if widgets::quiet(ui, &words.t("cue-remove"))
                        .accessible_name(remove)
                        .clicked()
                    {
                        gone = Some(place);
                    }
                }
                if let Some(place) = gone {
                    step.cues.remove(place);
                }
                if let Some(team) = view.event.teams.at(0)
                    && widgets::quiet(ui, &words.t("cue-add"))
                        .accessible_name(numbered("step-cue-add"))
                        .clicked()
                {
                    step.cues.push(Cue {
                        team: team.id,
                        text: Text::default(),
                    });
                }
            });
            deed = entry_deeds(ui, view, at, &numbered("step-text")).or(deed.take());
        });
    }
    carry_out(&mut session.steps, deed.as_ref());
    carry_out(entries.keys(), deed.as_ref());
    entries.keep(ui, &session.steps);
}

/// A text in each language, one under the other, each with its language dim in the empty field.
fn texts(
    ui: &mut Ui,
    form: Form,
    label: &str,
    field: impl std::hash::Hash + std::fmt::Debug + Copy,
    text: &mut Text,
) {
    for lang in form.languages {
        let mut value = text.text(lang).to_owned();
        let name = form.in_language(label, lang);
        if form::growing(
            ui,
            form.id((field, lang)),
            &name,
            &mut value,
            Some(lang.endonym()),
        )
        .changed()
        {
            text.set(lang, value);
        }
    }
}

fn cue_line(
    ui: &mut Ui,
    view: &View,
    form: Form,
    field: impl std::hash::Hash + std::fmt::Debug + Copy,
    label: &str,
    cue: &mut Cue,
) {
    let words = view.words;
    let lang = view.lang();
    let teams: Vec<_> = view
        .event
        .teams
        .iter()
        .map(|team| (team.id, team.name.shown(&lang).to_owned()))
        .collect();
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(96.0);
            let name = words.tf("cue-team", [("cue", label.to_owned().into())]);
            if let Some(team) =
                combo::choice_of(ui, form.id((field, "team")), &name, &cue.team, &teams)
            {
                cue.team = team;
            }
        });
        let width = ui.available_width();
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = space::XS;
            texts(ui, form, label, (field, "text"), &mut cue.text);
        });
    });
}

/// What each team does for the whole session.
pub(super) fn cues(ui: &mut Ui, view: &View, form: Form, session: &mut Session) {
    let words = view.words;
    let add = view.event.teams.at(0).map(|_| words.t("cue-add"));
    if form.part(ui, &words.t("part-cues"), add.as_deref())
        && let Some(team) = view.event.teams.at(0)
    {
        session.cues.push(Cue {
            team: team.id,
            text: Text::default(),
        });
    }
    if session.cues.is_empty() {
        nothing(ui, &words.t("cues-none"));
    }
    let mut deed = None;
    let mut entries = Entries::of(ui, form.id("cues"), &session.cues);
    for (at, cue) in session.cues.iter_mut().enumerate() {
        let label = words.tf("cue-text", [("number", (at + 1).into())]);
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - 56.0;
            ui.vertical(|ui| {
                ui.set_width(width);
                cue_line(ui, view, form, ("cue", entries.key(at)), &label, cue);
            });
            deed = entry_deeds(ui, view, at, &label).or(deed.take());
        });
    }
    carry_out(&mut session.cues, deed.as_ref());
    carry_out(entries.keys(), deed.as_ref());
    entries.keep(ui, &session.cues);
}

/// What is signed in the session.
pub(super) fn agreements(ui: &mut Ui, view: &View, form: Form, session: &Session, out: &mut Out) {
    let words = view.words;
    let signed: Vec<_> = view
        .event
        .agreements
        .iter()
        .filter(|one| one.session == Some(session.id))
        .collect();
    if signed.is_empty() && session.kind != SessionKind::Signing {
        return;
    }
    if form.part(
        ui,
        &words.t("part-agreements"),
        Some(&words.t("agreement-add")),
    ) {
        out.edit(Agreement::between_two(Some(session.id)));
    }
    if signed.is_empty() {
        nothing(ui, &words.t("agreements-none"));
    }
    for agreement in signed {
        let name = words.item_name(view.event, agreement.id.into());
        if ui.add(Button::new(name).frame(false).truncate()).clicked() {
            open(out, agreement.id);
        }
    }
}

/// The photos that show the session; more can be dropped here.
pub(super) fn photos(ui: &mut Ui, view: &View, form: Form, session: &Session, out: &mut Out) {
    let words = view.words;
    if form.part(ui, &words.t("part-photos"), Some(&words.t("photos-add"))) {
        out.act(Action::AddPhotos);
    }
    let shown = view.plan.photos_of(Some(session.id));
    if shown.is_empty() {
        nothing(ui, &words.t("session-photos-none"));
    }
    ui.horizontal_wrapped(|ui| {
        for photo in shown
            .iter()
            .take(12)
            .filter_map(|id| view.event.photos.get(*id))
        {
            let response = photos::thumb_button(ui, view, photo, vec2(116.0, 78.0));
            if response.clicked() {
                out.send(Command::Open(photo.id.into()));
            }
        }
    });
}
