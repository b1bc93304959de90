//! What a block says: as much as there is room for, and all of it where the pointer rests and to a screen reader.

use crate::{
    model::{Audience, Clock, Role, Session, Start},
    plan::{Person, Problem, Severity, Subject, Timed},
    ui::{View, session_times},
};

/// What the block of a session is called: "Keynote, 09:50 – 10:10, Main hall".
pub(super) fn name(view: &View, session: &Session, timed: &Timed) -> String {
    let words = view.words;
    let name = words.session_name(session, &view.lang());
    let times = times(view, timed);
    if view.event.rooms.is_empty() {
        return words.tf(
            "day-block",
            [("name", name.into()), ("times", times.into())],
        );
    }
    words.tf(
        "day-block-in-room",
        [
            ("name", name.into()),
            ("times", times.into()),
            ("room", room(view, session).into()),
        ],
    )
}

/// From when to when.
pub(super) fn times(view: &View, timed: &Timed) -> String {
    let (start, end) = (timed.start.time(), timed.end.time());
    view.words.time_range(start, end, Clock::Hours24)
}

fn room(view: &View, session: &Session) -> String {
    let room = session.room.and_then(|room| view.event.rooms.get(room));
    room.map_or_else(
        || view.words.t("room-none"),
        |room| room.name.shown(&view.lang()).to_owned(),
    )
}

/// Who is on stage; where nobody is, the staff in it.
pub(super) fn people(view: &View, session: &Session) -> String {
    let is_staff = |role: Role| matches!(role, Role::Mc | Role::Interpreter);
    let names = |of_staff: bool| -> Vec<String> {
        let people = session.people.iter();
        let lang = view.lang();
        people
            .filter(|one| is_staff(one.role) == of_staff)
            .filter_map(|one| Person::of(view.event, one.who, &lang))
            .map(|person| view.words.person_name(&person))
            .collect()
    };
    let stage = names(false);
    let shown = if stage.is_empty() { names(true) } else { stage };
    shown.join(" · ")
}

/// The clash of a session, if it has one.
pub(super) fn clash<'a>(view: &View<'a>, session: &Session) -> Option<&'a Problem> {
    let mut problems = view.plan.problems_of(Subject::Item(session.id.into()));
    problems.find(|problem| problem.severity == Severity::Clash)
}

/// What else there is to know: what is fixed, who sees it, when it has to start, what is wrong.
pub(super) fn more(view: &View, session: &Session, timed: &Timed) -> Vec<String> {
    let words = view.words;
    let mut more = Vec::new();
    if let Start::Fixed(_) = session.start {
        more.push(words.t("day-start-fixed"));
    }
    if session.until.is_some() {
        more.push(words.t("day-end-fixed"));
    }
    if session.audience == Audience::Staff {
        more.push(words.t("audience-staff"));
    }
    more.extend(session_times::spare(view, session.id, timed));
    let problems = view.plan.problems_of(Subject::Item(session.id.into()));
    more.extend(problems.take(6).map(|one| words.trouble(view.event, one)));
    more
}
