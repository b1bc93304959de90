use jiff::civil::{date, time};

use super::*;
use crate::model::{EventId, Lang, Length, Room, SessionKind, Text};

/// Days of one room, as `name start length slack until`: `-` where there is none.
fn event_of(lines: &[&str]) -> Event {
    let mut event = Event::empty(EventId::new());
    let mut rooms: Vec<Room> = Vec::new();
    for line in lines {
        let parts: Vec<&str> = line.split_whitespace().collect();
        let [name, start, length, slack, until, rest @ ..] = parts.as_slice() else {
            panic!("a line has five parts at least: {line}");
        };
        let mut session = Session::new(SessionKind::Other, date(2025, 6, 3));
        session.title = Text::en(*name);
        if *start != "-" {
            session.start = Start::Fixed(crate::model::parse_clock(start).unwrap());
        }
        session.length = length.parse().unwrap();
        session.slack = slack.parse().ok();
        session.until = crate::model::parse_clock(until).ok();
        if let [name, ..] = rest {
            let known = rooms.iter().find(|room| room.name.text(&Lang::EN) == *name);
            let room = known.cloned().unwrap_or_else(|| {
                let room = Room::new(Text::en(*name));
                event.apply(&room.clone().into()).unwrap();
                rooms.push(room.clone());
                room
            });
            session.room = Some(room.id);
        }
        event.apply(&session.into()).unwrap();
    }
    event
}

fn named(event: &Event, name: &str) -> SessionId {
    let named = |session: &&std::sync::Arc<Session>| session.title.text(&Lang::EN) == name;
    event.sessions.iter().find(named).unwrap().id
}

/// What starts and ends when: `a 09:00-09:30`.
fn shown(event: &Event) -> Vec<String> {
    let plan = Plan::of(event);
    let line = |session: &std::sync::Arc<Session>| {
        let timed = plan.timed(session.id).unwrap();
        let day = if timed.start.date() == session.day {
            ""
        } else {
            "+1 "
        };
        format!(
            "{} {day}{}-{}",
            session.title.text(&Lang::EN),
            timed.start.strftime("%H:%M"),
            timed.end.strftime("%H:%M")
        )
    };
    event.sessions.iter().map(line).collect()
}

fn check(
    lines: &[&str],
    deed: impl FnOnce(&Event, &Plan) -> Option<Edit>,
    expected: Option<&[&str]>,
) {
    let mut event = event_of(lines);
    let before = event.clone();
    let edit = deed(&event, &Plan::of(&event));
    let Some(expected) = expected else {
        assert_eq!(edit, None);
        return;
    };
    let edit = edit.expect("there is something to do");
    let told = retimed(&event, &Plan::of(&event), &edit);
    let undo = event.apply(&edit).unwrap();
    assert_eq!(shown(&event), expected);
    for one in told {
        let timed = *Plan::of(&event).timed(one.session).unwrap();
        assert_eq!(one.new, (timed.start, timed.end), "what was told came");
    }
    event.apply(&undo).unwrap();
    assert_eq!(event, before, "one step takes it back");
}

#[test]
fn times_are_back_timed_from_the_next_fixed_one() {
    // Lunch must begin at 12:30: 50 minutes of items stand before it, from a start at 11:30.
    let event = event_of(&[
        "a 11:30 20m - -",
        "b - 25m - -",
        "c - 5m - -",
        "lunch 12:30 60m - -",
        "after - 10m - -",
    ]);
    let plan = Plan::of(&event);
    let latest = |name| {
        let timed = plan.timed(named(&event, name)).unwrap();
        timed.latest.map(|latest| {
            let spare = timed.spare().unwrap().as_secs() / 60;
            assert_eq!(latest.keeps, named(&event, "lunch"));
            (latest.start.strftime("%H:%M").to_string(), spare)
        })
    };
    assert_eq!(latest("a"), Some(("11:40".into(), 10)));
    assert_eq!(latest("b"), Some(("12:00".into(), 10)));
    assert_eq!(latest("c"), Some(("12:25".into(), 10)));
    assert_eq!(latest("lunch"), None);
    assert_eq!(latest("after"), None);
}

#[test]
fn what_ends_at_a_fixed_time_stretches_and_shrinks() {
    let ends = |minutes: u32| {
        let first = format!("a 11:30 {minutes}m - -");
        let event = event_of(&[first.as_str(), "b - 10m - 12:30", "c - 5m - -"]);
        let plan = Plan::of(&event);
        let b = plan.timed(named(&event, "b")).unwrap();
        (
            shown(&event)[1..].join(", "),
            b.length().as_secs() / 60,
            b.overrun.as_secs() / 60,
        )
    };
    assert_eq!(ends(40), ("b 12:10-12:30, c 12:30-12:35".into(), 20, 0));
    assert_eq!(ends(55), ("b 12:25-12:30, c 12:30-12:35".into(), 5, 0));
    assert_eq!(ends(70), ("b 12:40-12:40, c 12:40-12:45".into(), 0, 10));
}

#[test]
fn a_night_goes_on_past_midnight() {
    let event = event_of(&[
        "gala 22:30 60m - -",
        "dance - 40m - 00:20",
        "toast 00:30 10m - -",
        "home - 5m - -",
    ]);
    assert_eq!(
        shown(&event),
        [
            "gala 22:30-23:30",
            "dance 23:30-00:20",
            "toast +1 00:30-00:40",
            "home +1 00:40-00:45"
        ]
    );
}

#[test]
fn everything_after_is_shifted() {
    let day = [
        "a 9:00 30m - -",
        "b - 10m - -",
        "c 10:00 10m - 10:20",
        "d - 5m - -",
    ];
    let by = |minutes, from: &'static str| {
        move |event: &Event, plan: &Plan| {
            let by = SignedDuration::from_mins(minutes);
            shift(event, plan, named(event, from), by, Scope::ThisRoom)
        }
    };
    check(
        &day,
        by(5, "b"),
        Some(&[
            "a 09:00-09:30",
            "b 09:35-09:45",
            "c 10:05-10:25",
            "d 10:25-10:30",
        ]),
    );
    check(
        &day,
        by(-10, "a"),
        Some(&[
            "a 08:50-09:20",
            "b 09:20-09:30",
            "c 09:50-10:10",
            "d 10:10-10:15",
        ]),
    );
    check(&day, by(0, "a"), None);
    // No fixed time leaves its day.
    check(&day, by(15 * 60, "a"), None);
}

#[test]
fn other_rooms_are_shifted_only_when_they_are_meant() {
    let day = [
        "a 9:00 30m - - Hall",
        "x 9:00 10m - - Studio",
        "b - 30m - - Hall",
        "y 9:30 10m - - Studio",
    ];
    let with = |scope| {
        move |event: &Event, plan: &Plan| {
            let by = SignedDuration::from_mins(5);
            shift(event, plan, named(event, "b"), by, scope)
        }
    };
    check(
        &day,
        with(Scope::ThisRoom),
        Some(&[
            "a 09:00-09:30",
            "x 09:00-09:10",
            "b 09:35-10:05",
            "y 09:30-09:40",
        ]),
    );
    check(
        &day,
        with(Scope::AllRooms),
        Some(&[
            "a 09:00-09:30",
            "x 09:00-09:10",
            "b 09:35-10:05",
            "y 09:35-09:45",
        ]),
    );
}

#[test]
fn gaps_are_closed() {
    let deed =
        |event: &Event, plan: &Plan| close_gaps(event, plan, named(event, "a"), Scope::ThisRoom);
    check(
        &[
            "a 9:00 30m - -",
            "b 9:45 10m - -",
            "c 10:00 10m - -",
            "d - 5m - -",
        ],
        deed,
        Some(&[
            "a 09:00-09:30",
            "b 09:30-09:40",
            "c 09:40-09:50",
            "d 09:50-09:55",
        ]),
    );
    check(&["a 9:00 30m - -", "b 9:30 10m - -"], deed, None);
}

#[test]
fn lengths_give_way_by_their_slack() {
    let deed = |event: &Event, plan: &Plan| trim(event, plan, named(event, "a"))?.edit(event);
    check(
        &[
            "a 11:30 30m 10m -",
            "b - 25m - -",
            "c - 20m 5m -",
            "lunch 12:30 60m - -",
        ],
        deed,
        Some(&[
            "a 11:30-11:50",
            "b 11:50-12:15",
            "c 12:15-12:30",
            "lunch 12:30-13:30",
        ]),
    );
    check(
        &["a 11:30 30m 10m -", "b - 36m 20m -", "lunch 12:30 60m - -"],
        deed,
        Some(&["a 11:30-11:58", "b 11:58-12:30", "lunch 12:30-13:30"]),
    );
    check(&["a 9:00 30m 10m -", "b 9:30 10m - -"], deed, None);
}

#[test]
fn the_closing_hour_is_kept_by_what_can_give() {
    let mut event = event_of(&[
        "a 16:00 60m 20m -",
        "b - 40m 10m -",
        "c - 40m - -",
        "x 17:30 45m 10m - Foyer",
    ]);
    let plan = Plan::of(&event);
    assert_eq!(trim(&event, &plan, named(&event, "a")), None);
    let mut details = event.details.clone();
    details.closing.by = Some(time(18, 0, 0, 0));
    event.apply(&Edit::Details(Box::new(details))).unwrap();
    let plan = Plan::of(&event);
    let late = |name| plan.timed(named(&event, name)).unwrap().late.as_mins();
    assert_eq!(["a", "b", "c", "x"].map(late), [0, 0, 20, 15]);
    let found = trim(&event, &plan, named(&event, "b")).unwrap();
    let closes = date(2025, 6, 3).at(18, 0, 0, 0);
    assert_eq!(found.keeps, Keeps::Closing(closes));
    assert_eq!(found.over, SignedDuration::from_mins(20));
    assert!(found.left.is_zero());
    let edit = found.edit(&event).unwrap();
    event.apply(&edit).unwrap();
    assert_eq!(
        shown(&event)[..3],
        ["a 16:00-16:46", "b 16:46-17:20", "c 17:20-18:00"]
    );
}

#[test]
fn nothing_before_a_fixed_end_is_made_shorter_for_what_comes_behind_it() {
    let lines = ["a 9:00 30m 20m -", "b - 30m 10m 10:00", "c 9:50 10m - -"];
    let event = event_of(&lines);
    let found = trim(&event, &Plan::of(&event), named(&event, "a")).unwrap();
    assert_eq!(found.keeps, Keeps::Session(named(&event, "c")));
    assert_eq!(found.shorter, []);
    assert_eq!(found.left, SignedDuration::from_mins(10));
}

#[test]
fn what_cannot_be_trimmed_is_told() {
    let event = event_of(&["a 11:30 30m 4m -", "b - 40m - -", "lunch 12:30 60m - -"]);
    let found = trim(&event, &Plan::of(&event), named(&event, "b")).unwrap();
    assert_eq!(found.keeps, Keeps::Session(named(&event, "lunch")));
    assert_eq!(found.over, SignedDuration::from_mins(10));
    assert_eq!(found.left, SignedDuration::from_mins(6));
    let (a, b) = (Length::minutes(30).unwrap(), Length::minutes(26).unwrap());
    assert_eq!(found.shorter, [(named(&event, "a"), a, b)]);
}

#[test]
fn a_block_goes_to_another_day_and_keeps_its_hours() {
    let mut event = event_of(&[
        "a 9:00 30m - -",
        "b - 10m - -",
        "c - 20m - -",
        "d - 5m - -",
        "x 9:00 15m - -",
        "y 11:00 15m - -",
    ]);
    let next_day = date(2025, 6, 4);
    for name in ["x", "y"] {
        let mut session = (**event.sessions.get(named(&event, name)).unwrap()).clone();
        session.day = next_day;
        event.apply(&session.into()).unwrap();
    }
    let block = [named(&event, "b"), named(&event, "c")];
    let edit = move_block(
        &event,
        &Plan::of(&event),
        &block,
        next_day,
        Target::SameRoom,
    )
    .unwrap();
    event.apply(&edit).unwrap();
    assert_eq!(
        shown(&event),
        [
            "a 09:00-09:30",
            "d 09:30-09:35",
            "x 09:00-09:15",
            "b 09:30-09:40",
            "c 09:40-10:00",
            "y 11:00-11:15"
        ]
    );
    assert_eq!(
        move_block(
            &event,
            &Plan::of(&event),
            &block,
            next_day,
            Target::SameRoom
        ),
        None
    );
    assert_eq!(
        event.sessions.get(block[0]).unwrap().start,
        Start::Fixed(time(9, 30, 0, 0))
    );
}
