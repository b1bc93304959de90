//! What is true of the event as a whole: title, theme, venue, days, languages, rooms, teams, and how the house writes.

use egui::{Button, Frame, Margin, ScrollArea, Ui};
use jiff::civil::Date;

use super::{
    Command, Out, View, closing,
    form::{self, Form},
    modal::{languages_field, parse_date},
    row::Row,
    session_form::{nothing, problems},
    tokens::{self, colours, space},
    widgets,
};
use crate::{
    model::{
        Clock, Details, Edit, FieldId, ItemId, Listed, Placement, PositionStyle, Roll, Room, Team,
        Text,
    },
    plan::Subject,
};

/// How wide the form is at most, in points.
const WIDTH: f32 = 720.0;

/// Shows the place.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    ScrollArea::vertical()
        .id_salt("details")
        .auto_shrink(false)
        .show(ui, |ui| {
            Frame::new().inner_margin(Margin::same(24)).show(ui, |ui| {
                ui.set_max_width(WIDTH);
                if !view.can_change() {
                    tokens::only_read(ui);
                }
                all(ui, view, out);
            });
        });
}

fn all(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let old = &view.event.details;
    let mut details = old.clone();
    let form = Form {
        words,
        languages: &view.side_by_side,
        item: view.event.id.uuid(),
    };
    widgets::heading(ui, words.t("place-details"));
    problems(ui, view, Subject::Event);
    ui.add_space(space::S);
    form.language_heads(ui);
    for (field, text) in [
        (FieldId::EventTitle, &mut details.title),
        (FieldId::EventTheme, &mut details.theme),
        (FieldId::EventHost, &mut details.host),
        (FieldId::EventOccasion, &mut details.occasion),
        (FieldId::EventNext, &mut details.next),
        (FieldId::EventVenue, &mut details.venue),
    ] {
        form.texts(ui, field, text);
    }
    co_hosts(ui, form, &mut details);
    form.part(ui, &words.t("part-when"), None);
    days(ui, form, &mut details);
    closing::fields(ui, form, &mut details);
    form.row(ui, &form.label(FieldId::EventLanguages), |ui| {
        languages_field(ui, words, &mut details.languages)
    });
    form.text(ui, FieldId::EventTimeZone, &mut details.time_zone);
    style(ui, form, &mut details);
    form.texts(ui, FieldId::EventUsualCredit, &mut details.usual_credit);
    if details != *old {
        out.edit(Edit::Details(Box::new(details)));
    }
    rooms(ui, view, out);
    teams(ui, view, out);
}

fn co_hosts(ui: &mut Ui, form: Form, details: &mut Details) {
    let words = form.words;
    let mut gone = None;
    for (place, host) in details.co_hosts.iter_mut().enumerate() {
        let row = Row::Element(FieldId::EventCoHosts, place);
        let label = form.label(row);
        form.texts(ui, row, host);
        form.row(ui, "", |ui| {
            let name = words.tf("entry-remove", [("name", label.clone().into())]);
            if widgets::quiet(ui, &words.t("remove"))
                .accessible_name(name)
                .clicked()
            {
                gone = Some(place);
            }
        });
    }
    if let Some(place) = gone {
        details.co_hosts.remove(place);
    }
    form.row(ui, "", |ui| {
        if widgets::quiet(ui, &words.t("co-host-add")).clicked() {
            details.co_hosts.push(Text::default());
        }
    });
}

fn days(ui: &mut Ui, form: Form, details: &mut Details) {
    let words = form.words;
    form.row(ui, &form.label(FieldId::EventDays), |ui| {
        let mut gone = None;
        ui.horizontal_wrapped(|ui| {
            for day in &details.days {
                let name = words.date(*day);
                ui.label(&name);
                let remove = words.tf("entry-remove", [("name", name.into())]);
                if widgets::sign(ui, "×").accessible_name(remove).clicked() {
                    gone = Some(*day);
                }
                ui.add_space(space::S);
            }
        });
        if let Some(day) = gone {
            details.days.remove(&day);
            details.closing.on.remove(&day);
        }
        let id = form.row_id(FieldId::EventDays);
        let mut typed: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let mut added = None;
        // The day after the last is the likeliest.
        let last = details.days.last().copied();
        let hint = match last.and_then(|day| day.tomorrow().ok()) {
            Some(next) => next.to_string(),
            None => words.t("new-day-hint"),
        };
        ui.horizontal(|ui| {
            ui.scope(|ui| {
                ui.set_max_width(160.0);
                let field = form::field_of(ui, id, &words.t("day-new"), &mut typed, Some(&hint));
                if field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                    added = parse_date(&typed);
                }
            });
            let parsed: Option<Date> = parse_date(&typed);
            if ui
                .add_enabled(parsed.is_some(), Button::new(words.t("day-add")))
                .clicked()
            {
                added = parsed;
            }
        });
        if let Some(day) = added {
            details.days.insert(day);
            typed.clear();
        } else if !typed.is_empty() && parse_date(&typed).is_none() && typed.len() >= 8 {
            let sentence = words.tf("not-a-date", [("example", hint.into())]);
            ui.colored_label(colours(ui).alarm, sentence);
        }
        ui.data_mut(|data| data.insert_temp(id, typed));
    });
}

fn style(ui: &mut Ui, form: Form, details: &mut Details) {
    let words = form.words;
    form.part(ui, &words.t("part-style"), None);
    let style = &mut details.style;
    form.row(ui, &words.t("label-names"), |ui| {
        widgets::tick(ui, &mut style.family_capitals, words.t("style-capitals"))
    });
    let clocks = Clock::ALL.map(|clock| (clock, words.clock(clock)));
    for (field, clock) in [
        (FieldId::StyleGuestClock, &mut style.guest_clock),
        (FieldId::StyleStaffClock, &mut style.staff_clock),
    ] {
        let label = form.label(field);
        form.row(ui, &label, |ui| {
            let said_as = |clock: &str| format!("{label} {clock}");
            if let Some(picked) = widgets::segmented_named(ui, &label, *clock, &clocks, said_as) {
                *clock = picked;
            }
        });
    }
    let positions = PositionStyle::ALL.map(|style| (style, words.position_style(style)));
    let label = form.label(FieldId::StylePositions);
    form.row(ui, &label, |ui| {
        if let Some(picked) = widgets::segmented(ui, &label, style.positions, &positions) {
            style.positions = picked;
        }
    });
}

fn rooms(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let head = event_form(view);
    if head.part(ui, &words.t("part-rooms"), Some(&words.t("room-add"))) {
        out.edit(Room::new(Text::default()));
    }
    if view.event.rooms.is_empty() {
        nothing(ui, &words.t("rooms-none"));
    }
    let label = |number: usize| words.tf("label-room-number", [("number", number.into())]);
    let rooms = &view.event.rooms;
    named_list(
        ui,
        head,
        rooms,
        &label,
        (FieldId::RoomName, |room| &mut room.name),
        Placement::Room,
        out,
    );
}

fn teams(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let head = event_form(view);
    if head.part(ui, &words.t("part-teams"), Some(&words.t("team-add"))) {
        out.edit(Team::new(Text::default()));
    }
    let label = |number: usize| words.tf("label-team-number", [("number", number.into())]);
    let teams = &view.event.teams;
    named_list(
        ui,
        head,
        teams,
        &label,
        (FieldId::TeamName, |team| &mut team.name),
        Placement::Team,
        out,
    );
}

/// The form of the event itself.
fn event_form<'a>(view: &View<'a>) -> Form<'a> {
    Form {
        words: view.words,
        languages: &view.event.details.languages,
        item: view.event.id.uuid(),
    }
}

/// Items that have nothing but a name, each with its name and its deeds. `label` names one by its number, from 1.
fn named_list<T>(
    ui: &mut Ui,
    head: Form,
    items: &Roll<T>,
    label: &dyn Fn(usize) -> String,
    (field, name): (FieldId, fn(&mut T) -> &mut Text),
    placed: fn(T::Id, Option<T::Id>) -> Placement,
    out: &mut Out,
) where
    T: Listed + Clone + PartialEq,
    Edit: From<T>,
    ItemId: From<T::Id>,
{
    for (place, old) in items.iter().enumerate() {
        let mut item = (**old).clone();
        let id = ItemId::from(old.id());
        let form = Form {
            item: id.uuid(),
            ..head
        };
        let label = label(place + 1);
        form.texts_called(ui, &label, field, name(&mut item));
        if item != **old {
            out.edit(item);
        }
        let above = place.checked_sub(1).and_then(|above| items.at(above));
        let earlier = above.map(|above| placed(old.id(), Some(above.id())));
        entry_deeds(ui, form, &label, id, earlier, out);
    }
}

/// Remove an entry, or put it before the one above.
fn entry_deeds(
    ui: &mut Ui,
    form: Form,
    label: &str,
    id: ItemId,
    earlier: Option<Placement>,
    out: &mut Out,
) {
    let words = form.words;
    let named = |key| words.tf(key, [("name", label.to_owned().into())]);
    form.row(ui, "", |ui| {
        ui.horizontal(|ui| {
            if widgets::quiet(ui, &words.t("remove"))
                .accessible_name(named("entry-remove"))
                .clicked()
            {
                out.send(Command::Edit(Edit::Remove(id)));
            }
            if let Some(earlier) = earlier
                && widgets::quiet(ui, &words.t("order-earlier"))
                    .accessible_name(named("entry-up"))
                    .clicked()
            {
                out.send(Command::Edit(Edit::Place(earlier)));
            }
        });
    });
}
