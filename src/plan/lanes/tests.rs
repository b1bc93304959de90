use jiff::civil::{Time, date, time};

use super::*;
use crate::{
    model::{BatchName, Edit, EventId, Length, Room, Session, SessionKind, Start, Text},
    plan::Plan,
};

const DAY: Date = date(2025, 6, 3);

fn at(hour: i64, minute: i64) -> i64 {
    (hour * 60 + minute) * 60
}

/// What a test writes of a session: its title, its fixed start, its minutes, its room.
type Wrote<'a> = (&'a str, Option<Time>, u32, Option<usize>);

fn event(rooms: usize, sessions: &[Wrote]) -> Event {
    let mut event = Event::empty(EventId::new());
    for n in 0..rooms {
        let room = Room::new(Text::en(format!("room {n}")));
        event.apply(&room.into()).unwrap();
    }
    for (title, start, minutes, room) in sessions {
        let mut session = Session::new(SessionKind::Other, DAY);
        session.title = Text::en(*title);
        session.start = start.map_or(Start::Follows, Start::Fixed);
        session.length = Length::minutes(*minutes).unwrap();
        session.room = room.map(|room| event.rooms.at(room).unwrap().id);
        event.apply(&session.into()).unwrap();
    }
    event
}

fn id(event: &Event, title: &str) -> SessionId {
    let mut sessions = event.sessions.iter();
    let found = sessions.find(|one| one.title == Text::en(title));
    found.unwrap().id
}

fn pictured(event: &Event) -> Vec<Lane> {
    let plan = Plan::of(event);
    lanes(event, DAY, &plan.days[0].sessions, |id| plan.timed(id))
}

/// Pulls a session and writes what the day then is: `a! 09:00-09:30 | b 09:30-09:40`, one text a lane, with a mark on
/// each fixed start.
fn pull(event: &Event, title: &str, grip: Grip, to: i64, step: i64) -> Option<Vec<String>> {
    let plan = Plan::of(event);
    let foreseen = pulled(event, &plan, id(event, title), grip, to, step * 60)?;
    let mut after = event.clone();
    let undo = after.apply(&foreseen.edit).unwrap();
    let written = written(&after);
    assert_eq!(after, foreseen.event);
    after.apply(&undo).unwrap();
    assert_eq!(after, *event);
    Some(written)
}

fn written(event: &Event) -> Vec<String> {
    let plan = Plan::of(event);
    let rooms = event.rooms.iter().map(|room| Some(room.id)).chain([None]);
    let lane = |room| {
        let sessions = event.sessions.iter().filter(|one| one.room == room);
        let sessions = sessions.map(|one| {
            let timed = plan.timed(one.id).unwrap();
            format!(
                "{}{} {}-{}",
                one.title.shown(&crate::model::Lang::EN),
                if one.start == Start::Follows { "" } else { "!" },
                timed.start.strftime("%H:%M"),
                timed.end.strftime("%H:%M"),
            )
        });
        sessions.collect::<Vec<_>>().join(" | ")
    };
    rooms.map(lane).filter(|lane| !lane.is_empty()).collect()
}

fn check(event: &Event, title: &str, grip: Grip, to: i64, expected: &[&str]) {
    assert_eq!(
        pull(event, title, grip, to, 5).unwrap_or_default(),
        expected,
        "{title} pulled to {to}"
    );
}

/// "a" at nine for half an hour, and three that follow it.
fn chain() -> Event {
    let nine = Some(time(9, 0, 0, 0));
    event(
        0,
        &[
            ("a", nine, 30, None),
            ("b", None, 10, None),
            ("c", None, 20, None),
            ("d", None, 30, None),
        ],
    )
}

#[test]
fn lanes_are_the_rooms_in_their_order_and_then_what_has_none() {
    let wrote: [Wrote; 3] = [
        ("a", Some(time(9, 0, 0, 0)), 30, Some(1)),
        ("b", None, 10, None),
        ("c", Some(time(9, 45, 0, 0)), 10, Some(1)),
    ];
    let with = event(3, &wrote);
    let lanes = pictured(&with);
    let counts: Vec<_> = lanes
        .iter()
        .map(|lane| (lane.room.is_some(), lane.blocks.len()))
        .collect();
    assert_eq!(counts, [(true, 0), (true, 2), (true, 0), (false, 1)]);
    assert_eq!(lanes[1].gaps, [(at(9, 30), at(9, 45))]);
    assert_eq!(span(&lanes), Some((at(9, 0), at(9, 55))));
    // Nothing is without a room: there is no lane for it.
    assert_eq!(pictured(&event(3, &wrote[..1])).len(), 3);
    // Without any room there is one lane.
    assert_eq!(pictured(&event(0, &[("a", None, 10, None)])).len(), 1);
}

#[test]
fn what_overlaps_stands_beside_each_other() {
    let lanes = pictured(&event(
        0,
        &[
            ("a", Some(time(9, 0, 0, 0)), 60, None),
            ("b", Some(time(9, 30, 0, 0)), 60, None),
            ("c", Some(time(10, 0, 0, 0)), 15, None),
            ("d", Some(time(10, 30, 0, 0)), 15, None),
        ],
    ));
    let columns: Vec<_> = lanes[0]
        .blocks
        .iter()
        .map(|block| (block.column, block.columns))
        .collect();
    // "c" has the column that "a" has left; "d" has the lane for itself.
    assert_eq!(columns, [(0, 2), (1, 2), (0, 2), (0, 1)]);
    assert!(lanes[0].gaps.is_empty());
}

#[test]
fn what_goes_past_midnight_is_drawn_past_it() {
    let lanes = pictured(&event(
        0,
        &[
            ("gala", Some(time(22, 0, 0, 0)), 180, None),
            ("toast", None, 15, None),
        ],
    ));
    assert_eq!(span(&lanes), Some((at(22, 0), at(25, 15))));
}

#[test]
fn what_follows_moves_with_what_is_moved() {
    check(
        &chain(),
        "b",
        Grip::Whole(None),
        at(9, 36),
        &["a! 09:00-09:30 | b! 09:35-09:45 | c 09:45-10:05 | d 10:05-10:35"],
    );
    check(
        &chain(),
        "a",
        Grip::Whole(None),
        at(8, 0),
        &["a! 08:00-08:30 | b 08:30-08:40 | c 08:40-09:00 | d 09:00-09:30"],
    );
}

#[test]
fn what_passes_its_neighbour_stands_behind_it_in_the_list() {
    // Past the middle of "c", which closes up; and it follows where it comes to lie right behind it.
    check(
        &chain(),
        "b",
        Grip::Whole(None),
        at(9, 51),
        &["a! 09:00-09:30 | c 09:30-09:50 | b 09:50-10:00 | d 10:00-10:30"],
    );
    check(
        &chain(),
        "d",
        Grip::Whole(None),
        at(9, 30),
        &["a! 09:00-09:30 | d 09:30-10:00 | b 10:00-10:10 | c 10:10-10:30"],
    );
    // The fixed start stays with the place.
    check(
        &chain(),
        "a",
        Grip::Whole(None),
        at(10, 30),
        &["b! 09:00-09:10 | c 09:10-09:30 | d 09:30-10:00 | a! 10:30-11:00"],
    );
}

#[test]
fn a_session_moves_to_another_room() {
    let two = event(
        2,
        &[
            ("a", Some(time(9, 0, 0, 0)), 30, Some(0)),
            ("b", Some(time(9, 45, 0, 0)), 10, Some(0)),
            ("c", None, 20, Some(0)),
            ("x", None, 30, Some(1)),
            ("y", None, 30, Some(1)),
        ],
    );
    let other = Grip::Whole(Some(two.rooms.at(1).unwrap().id));
    // Between the two, which are asked to make room; what followed it keeps its hour.
    check(
        &two,
        "b",
        other,
        at(9, 31),
        &[
            "a! 09:00-09:30 | c! 09:45-10:05",
            "x 09:00-09:30 | b! 09:30-09:40 | y 09:40-10:10",
        ],
    );
    // Before the first, whose hour nobody has fixed: it stays.
    check(
        &two,
        "b",
        other,
        at(8, 30),
        &[
            "a! 09:00-09:30 | c! 09:45-10:05",
            "b! 08:30-08:40 | x! 09:00-09:30 | y 09:30-10:00",
        ],
    );
    let none = Grip::Whole(None);
    check(
        &two,
        "c",
        none,
        at(9, 0),
        &[
            "a! 09:00-09:30 | b! 09:45-09:55",
            "x 09:00-09:30 | y 09:30-10:00",
            "c! 09:00-09:20",
        ],
    );
}

#[test]
fn it_goes_to_five_minutes_or_to_the_end_of_what_is_before_it() {
    let mut odd = chain();
    let mut a = (**odd.sessions.at(0).unwrap()).clone();
    a.length = Length::minutes(32).unwrap();
    odd.apply(&a.into()).unwrap();
    let b = |to: i64, step: i64| {
        let days = pull(&odd, "b", Grip::Whole(None), to, step);
        let day = days.map(|lanes| lanes[0].clone());
        day.and_then(|day| day.split(" | ").nth(1).map(str::to_owned))
    };
    assert_eq!(b(at(9, 43), 5).as_deref(), Some("b! 09:45-09:55"));
    assert_eq!(b(at(9, 43), 1).as_deref(), Some("b! 09:43-09:53"));
    // It is there already, and follows.
    assert_eq!(b(at(9, 31), 5), None);
    assert_eq!(b(at(9, 32), 5), None);
}

#[test]
fn an_edge_changes_the_length_and_what_follows_goes_along() {
    check(
        &chain(),
        "b",
        Grip::End,
        at(9, 49),
        &["a! 09:00-09:30 | b 09:30-09:50 | c 09:50-10:10 | d 10:10-10:40"],
    );
    check(
        &chain(),
        "c",
        Grip::Start,
        at(9, 50),
        &["a! 09:00-09:30 | b 09:30-09:40 | c! 09:50-10:00 | d 10:00-10:30"],
    );
    // Nothing is shorter than nothing.
    assert_eq!(pull(&chain(), "b", Grip::End, at(9, 30), 5), None);
    assert_eq!(pull(&chain(), "b", Grip::Start, at(9, 45), 5), None);
}

#[test]
fn a_fixed_end_is_what_its_edge_changes_and_moves_along() {
    let mut fixed = chain();
    let mut b = (**fixed.sessions.at(1).unwrap()).clone();
    b.until = Some(time(9, 45, 0, 0));
    fixed.apply(&b.into()).unwrap();
    let plan = Plan::of(&fixed);
    let b = id(&fixed, "b");
    let put = |grip, to| {
        let foreseen = pulled(&fixed, &plan, b, grip, to, 300).unwrap();
        let after = foreseen.event.sessions.get(b).unwrap();
        (after.until, after.length)
    };
    let ten = Length::minutes(10).unwrap();
    assert_eq!(put(Grip::End, at(10, 0)), (Some(time(10, 0, 0, 0)), ten));
    assert_eq!(
        put(Grip::Whole(None), at(9, 40)),
        (Some(time(9, 55, 0, 0)), ten)
    );
    assert_eq!(put(Grip::Start, at(9, 40)), (Some(time(9, 45, 0, 0)), ten));
}

#[test]
fn what_cannot_start_then_stays() {
    // Nothing goes before it in the evening: a quarter past midnight would be this day's.
    let alone = event(0, &[("a", Some(time(22, 0, 0, 0)), 60, None)]);
    assert_eq!(pull(&alone, "a", Grip::Whole(None), at(24, 15), 5), None);
    let gala = event(
        0,
        &[
            ("gala", Some(time(22, 0, 0, 0)), 60, None),
            ("toast", None, 15, None),
        ],
    );
    check(
        &gala,
        "toast",
        Grip::Whole(None),
        at(24, 15),
        &["gala! 22:00-23:00 | toast! 00:15-00:30"],
    );
}

#[test]
fn the_edit_has_a_name() {
    let event = chain();
    let plan = Plan::of(&event);
    let name = |grip, to| match pulled(&event, &plan, id(&event, "b"), grip, to, 300) {
        Some(Foreseen {
            edit: Edit::Batch(name, _),
            ..
        }) => name,
        other => panic!("no batch: {other:?}"),
    };
    assert_eq!(name(Grip::Whole(None), at(11, 0)), BatchName::Move);
    assert_eq!(name(Grip::End, at(11, 0)), BatchName::Resize);
}
