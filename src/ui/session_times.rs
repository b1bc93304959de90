//! When a session starts and ends, in its form: each fixed, or following.

use egui::Ui;
use jiff::civil::Time;

use super::{View, form::Form, session_form::read_length, widgets};
use crate::{
    model::{Clock, FieldId, Length, Session, SessionId, Start, parse_clock},
    plan::Timed,
    words::shortened_to,
};

/// Shows day, start, end, length and slack.
pub(super) fn show(ui: &mut Ui, view: &View, form: Form, session: &mut Session) {
    let timed = view.plan.timed(session.id).copied();
    start(ui, form, session, timed.as_ref());
    length(ui, form, session, timed.as_ref());
    end(ui, form, session, timed.as_ref());
    slack(ui, form, session);
    let words = view.words;
    let days = &view.plan.days;
    if days.len() > 1 {
        // Each date is written only while the list is open.
        let options = |place: usize| (days[place].date, words.date(days[place].date));
        let shown = words.date(session.day);
        let current = (&session.day, shown.as_str());
        let row = FieldId::SessionDay;
        if let Some(day) = form.choice_of_many(ui, row, current, days.len(), &options) {
            session.day = day;
        }
    }
}

/// When it has to start at the latest, for what, and how far that is away. None if no fixed time comes after it.
pub(super) fn spare(view: &View, session: SessionId, timed: &Timed) -> Option<String> {
    let words = view.words;
    let latest = timed.latest?;
    let spare = timed.spare()?;
    let keeps = if latest.keeps == session {
        words.t("latest-own-end")
    } else {
        let keeps = view.event.sessions.get(latest.keeps)?;
        let name = words.session_name(keeps, &view.lang());
        words.quoted(&shortened_to(&name, 40))
    };
    let key = if spare.is_negative() {
        "latest-too-late"
    } else if spare.is_zero() {
        "latest-exact"
    } else {
        "latest-spare"
    };
    let values = [
        (
            "time",
            words.time(latest.start.time(), Clock::Hours24).into(),
        ),
        ("name", keeps.into()),
        ("spare", words.duration(spare).into()),
    ];
    Some(words.tf(key, values))
}

/// Whether a moment is fixed, and the time if it is.
struct Moment<'a> {
    /// The label of the row and of the choice.
    label: &'a str,
    /// What the choice says when it is not fixed, and when it is.
    choices: [(bool, String); 2],
    /// The name of the field of the time.
    name: &'a str,
    /// Which field that is.
    field: FieldId,
    /// Whether it is fixed.
    is_fixed: bool,
}

/// The row of a moment. Gives what it was changed to.
fn moment(ui: &mut Ui, form: Form, row: &Moment, now: Option<Time>) -> Option<Start> {
    let words = form.words;
    form.row(ui, row.label, |ui| {
        ui.horizontal_top(|ui| {
            let picked = widgets::segmented(ui, row.label, row.is_fixed, &row.choices);
            let of = |time: Option<Time>| time.map_or(Start::Follows, Start::Fixed);
            let mut changed = picked.map(|fix| of(now.filter(|_| fix)));
            let width = ui.available_width();
            ui.vertical(|ui| {
                ui.set_width(width);
                let shown = now
                    .map(|time| words.time(time, Clock::Hours24))
                    .unwrap_or_default();
                let value = (&(row.is_fixed, now), shown.as_str());
                let id = form.row_id(row.field);
                let read = super::form::parsed(ui, id, row.name, value, "9:30", |typed| {
                    parse_clock(typed)
                        .map(|time| (true, Some(time)))
                        .map_err(|error| words.tf("not-a-time", [("typed", error.0.into())]))
                });
                if let Some((is_fixed, time)) = read.filter(|(_, time)| *time != now) {
                    changed = Some(of(time.filter(|_| is_fixed)));
                }
            });
            changed
        })
        .inner
    })
}

fn start(ui: &mut Ui, form: Form, session: &mut Session, timed: Option<&Timed>) {
    let words = form.words;
    let row = Moment {
        label: &words.label(FieldId::SessionStart),
        choices: [
            (false, words.t("start-follows")),
            (true, words.t("start-fixed")),
        ],
        name: &words.t("label-start-time"),
        field: FieldId::SessionStart,
        is_fixed: matches!(session.start, Start::Fixed(_)),
    };
    let changed = moment(ui, form, &row, timed.map(|timed| timed.start.time()));
    session.start = changed.unwrap_or(session.start);
}

fn end(ui: &mut Ui, form: Form, session: &mut Session, timed: Option<&Timed>) {
    let words = form.words;
    let row = Moment {
        label: &words.t("label-end"),
        choices: [
            (false, words.t("end-follows")),
            (true, words.t("start-fixed")),
        ],
        name: &words.t("label-end-time"),
        field: FieldId::SessionUntil,
        is_fixed: session.until.is_some(),
    };
    let now = session.until.or(timed.map(|timed| timed.end.time()));
    match moment(ui, form, &row, now) {
        Some(Start::Fixed(time)) => session.until = Some(time),
        Some(Start::Follows) => session.until = None,
        None => {}
    }
}

fn length(ui: &mut Ui, form: Form, session: &mut Session, timed: Option<&Timed>) {
    let words = form.words;
    let shown = words.length(session.length);
    let label = words.label(FieldId::SessionLength);
    form.row(ui, &label, |ui| {
        let id = form.row_id(FieldId::SessionLength);
        let value = (&session.length, shown.as_str());
        let read = super::form::parsed(ui, id, &label, value, "20 min", |typed| {
            read_length(words, typed)
        });
        session.length = read.unwrap_or(session.length);
        let really = timed.map(Timed::length);
        if let Some(really) = really.filter(|really| *really != session.length.span()) {
            let values = [("length", words.duration(really).into())];
            widgets::dim(ui, words.tf("length-really", values));
        }
    });
}

fn slack(ui: &mut Ui, form: Form, session: &mut Session) {
    let words = form.words;
    let shown = session
        .slack
        .map(|slack| words.length(slack))
        .unwrap_or_default();
    let read = form.parsed(
        ui,
        FieldId::SessionSlack,
        (&session.slack, &shown),
        &words.t("slack-hint"),
        |typed| {
            if matches!(typed.trim(), "" | "0" | "-" | "–") {
                return Ok(None);
            }
            read_length(words, typed).map(|length: Length| Some(length))
        },
    );
    session.slack = read.unwrap_or(session.slack);
}
