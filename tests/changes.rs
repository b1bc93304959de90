//! What changed between two states of an event, as people are told it.

mod properties;

use jiff::civil::{date, datetime, time};
use runsheet::{
    model::{
        Agreement, Appearance, Attendance, Cue, Edit, Event, EventId, Lang, Length, Name, Offset,
        Organisation, Participant, Party, Role, Room, Session, SessionKind, Start, Step, Team,
        Text, Who,
    },
    plan::{Changes, Subject},
    words::{Teller, Tongue, Words},
};
use uuid::Uuid;

fn both(en: &str, zh: &str) -> Text {
    Text::en(en).with(&Lang::ZH_HANT, zh)
}

fn person(honorific: &str, family: &str, given: &str, zh: (&str, &str, &str)) -> Participant {
    let mut person = Participant::new();
    person.name = person
        .name
        .with(&Lang::EN, Name::new(honorific, family, given))
        .with(&Lang::ZH_HANT, Name::new(zh.2, zh.0, zh.1));
    person.attendance = Attendance::Accepted;
    person
}

fn as_(who: &Participant, role: Role) -> Appearance {
    Appearance {
        who: Who::Person(who.id),
        role,
        position: String::new(),
    }
}

/// A morning in the hall: welcome 10:00, keynote 10:15, panel 10:35, break 11:20, signing 11:35, closing 11:50.
fn morning() -> Event {
    let mut event = Event::empty(EventId::from_uuid(Uuid::from_u128(7)));
    event.details.days = [date(2025, 6, 3)].into();
    event.details.title = both("Forum", "論壇");
    let (hall, foyer) = (
        Room::new(both("Hall A", "A廳")),
        Room::new(both("Foyer", "前廳")),
    );
    let av = Team::new(both("AV", "影音"));
    let sun = person("Mr", "Sun", "Yuk-han", ("孫", "玉菡", "先生"));
    let lee = person("Ms", "Lee", "Mei-lin", ("李", "美蓮", "女士"));
    let wong = person("Mr", "Wong", "Tai-man", ("黃", "大文", "先生"));
    let body = Organisation::new(both("Harbour University", "海港大學"));
    let plan = [
        (SessionKind::WelcomeRemarks, 15, ""),
        (SessionKind::Keynote, 20, ""),
        (SessionKind::PanelDiscussion, 45, "Panel one"),
        (SessionKind::Break, 15, ""),
        (SessionKind::Signing, 15, ""),
        (SessionKind::ClosingRemarks, 10, ""),
    ];
    let mut sessions: Vec<Session> = plan
        .into_iter()
        .map(|(kind, minutes, title)| {
            let mut session = Session::new(kind, date(2025, 6, 3));
            session.length = Length::minutes(minutes).unwrap();
            session.room = Some(hall.id);
            if !title.is_empty() {
                session.title = both(title, "專題一");
            }
            session
        })
        .collect();
    sessions[0].start = Start::Fixed(time(10, 0, 0, 0));
    sessions[0].steps = vec![Step {
        offset: Offset::seconds(540),
        text: both("Guest returns", "嘉賓返回"),
        cues: vec![Cue {
            team: av.id,
            text: both("Slide 3", "第3頁"),
        }],
    }];
    sessions[1].people = vec![as_(&sun, Role::Speaker)];
    sessions[2].people = vec![as_(&wong, Role::Moderator), as_(&sun, Role::Panellist)];
    let mut agreement = Agreement::between_two(Some(sessions[4].id));
    agreement.title = both("Memorandum", "備忘錄");
    agreement.parties[0] = Party {
        organisation: Some(body.id),
        signatory: Some(wong.id),
    };
    let edits = [Edit::from(hall), foyer.into(), av.into(), body.into()];
    let people = [sun, lee, wong].map(Edit::from);
    let sessions = sessions.into_iter().map(Edit::from);
    for edit in edits
        .into_iter()
        .chain(people)
        .chain(sessions)
        .chain([agreement.into()])
    {
        event.apply(&edit).unwrap();
    }
    event
}

/// Changes one session of the morning, counted from 0.
fn session(event: &mut Event, place: usize, change: impl Fn(&Event, &mut Session)) {
    let mut session = (**event.sessions.at(place).unwrap()).clone();
    change(event, &mut session);
    event.apply(&session.into()).unwrap();
}

fn guest(event: &Event, place: usize) -> Participant {
    (**event.participants.at(place).unwrap()).clone()
}

/// What is told of these edits in a language.
fn told(tongue: Tongue, edits: impl Fn(&mut Event)) -> Vec<String> {
    let old = morning();
    let mut new = old.clone();
    edits(&mut new);
    let teller = Teller::new(Words::new(tongue), &old, &new);
    let changes = Changes::between(&old, &new);
    changes
        .all
        .iter()
        .map(|change| teller.sentence(change))
        .collect()
}

#[track_caller]
fn check(edits: impl Fn(&mut Event), expected: &[&str]) {
    assert_eq!(told(Tongue::En, edits), expected);
}

#[test]
fn nothing_is_told_of_the_same_event() {
    check(|_| {}, &[]);
}

#[test]
fn a_session_is_told_by_title_or_by_kind_and_speaker() {
    check(
        |event| {
            session(event, 1, |_, it| {
                it.start = Start::Fixed(time(10, 30, 0, 0));
            });
        },
        &[
            "Keynote by Mr Sun Yuk-han and the 4 sessions after it, up to ‘Closing remarks’, start 15 min later \
             (10:30 instead of 10:15)",
        ],
    );
    check(
        |event| session(event, 5, |_, it| it.start = Start::Fixed(time(12, 0, 0, 0))),
        &["‘Closing remarks’ moved from 11:50 to 12:00"],
    );
    check(
        |event| session(event, 5, |_, it| it.day = date(2025, 6, 4)),
        &["‘Closing remarks’ moved from Tue 3 June 11:50 to Wed 4 June 09:00"],
    );
}

#[test]
fn what_follows_from_a_longer_session_is_told_once() {
    check(
        |event| session(event, 1, |_, it| it.length = Length::minutes(25).unwrap()),
        &[
            "Keynote by Mr Sun Yuk-han is now 25 min instead of 20 min",
            "‘Panel one’ and the 3 sessions after it, up to ‘Closing remarks’, start 5 min later (10:40 instead of \
             10:35)",
        ],
    );
    check(
        |event| session(event, 3, |_, it| it.length = Length::minutes(10).unwrap()),
        &[
            "‘Break’ is now 10 min instead of 15 min",
            "‘Signing ceremony’ moved from 11:35 to 11:30",
            "‘Closing remarks’ moved from 11:50 to 11:45",
        ],
    );
}

#[test]
fn a_run_in_one_of_several_rooms_is_told_with_its_room() {
    let old = {
        let mut event = morning();
        let foyer = event.rooms.at(1).unwrap().id;
        for _ in 0..6 {
            let mut beside = Session::new(SessionKind::Performance, date(2025, 6, 3));
            beside.room = Some(foyer);
            beside.length = Length::minutes(25).unwrap();
            event.apply(&beside.into()).unwrap();
        }
        event
    };
    let mut new = old.clone();
    session(&mut new, 0, |_, it| {
        it.length = Length::minutes(10).unwrap();
    });
    let changes = Changes::between(&old, &new);
    let teller = Teller::new(Words::default(), &old, &new);
    let told: Vec<_> = changes.all.iter().map(|one| teller.sentence(one)).collect();
    assert_eq!(
        told,
        [
            "‘Welcome remarks’ is now 10 min instead of 15 min",
            "Keynote by Mr Sun Yuk-han and the 4 sessions after it in Hall A, up to ‘Closing remarks’, start 5 min \
             earlier (10:10 instead of 10:15)",
        ]
    );
}

#[test]
fn rooms_titles_and_fixed_starts_are_told() {
    check(
        |event| {
            let foyer = event.rooms.at(1).unwrap().id;
            session(event, 5, |_, it| it.room = Some(foyer));
            session(event, 5, |_, it| {
                it.start = Start::Fixed(time(11, 50, 0, 0));
            });
            session(event, 2, |_, it| it.title = both("Panel two", "專題二"));
        },
        &[
            "‘Panel two’ was called ‘Panel one’ before",
            "‘Closing remarks’ moved to Foyer from Hall A",
            "‘Closing remarks’ is now fixed at 11:50",
        ],
    );
    check(
        |event| session(event, 2, |_, it| it.title = both("Panel one", "專題二")),
        &["‘Panel one’: title (繁體中文) changed from ‘專題一’ to ‘專題二’"],
    );
    check(
        |event| session(event, 0, |_, it| it.remarks = "x ".repeat(80)),
        &[&format!(
            "‘Welcome remarks’: remarks added: ‘{}…’",
            "x ".repeat(45).trim_end()
        )],
    );
}

#[test]
fn who_appears_is_told() {
    check(
        |event| {
            let lee = guest(event, 1);
            session(event, 2, |_, it| it.people[0] = as_(&lee, Role::Moderator));
        },
        &["‘Panel one’: Ms Lee Mei-lin replaces Mr Wong Tai-man as moderator"],
    );
    check(
        |event| {
            let lee = guest(event, 1);
            session(event, 2, |_, it| {
                it.people.push(as_(&lee, Role::Panellist));
                it.people[1].role = Role::Interpreter;
            });
        },
        &[
            "‘Panel one’: Mr Sun Yuk-han appears as interpreter instead of panellist",
            "‘Panel one’: Ms Lee Mei-lin joins as panellist",
        ],
    );
    check(
        |event| session(event, 2, |_, it| drop(it.people.pop())),
        &["‘Panel one’: Mr Sun Yuk-han no longer appears as panellist"],
    );
    check(
        |event| session(event, 2, |_, it| it.people.reverse()),
        &["‘Panel one’: the same people are named in another order"],
    );
    check(
        |event| session(event, 2, |_, it| it.people[0].position = "chair 1".into()),
        &["‘Panel one’: position of Mr Wong Tai-man added: ‘chair 1’"],
    );
}

#[test]
fn steps_and_cues_are_told() {
    check(
        |event| {
            session(event, 0, |_, it| {
                it.steps[0].offset = Offset::seconds(600);
                it.steps[0].cues[0].text = both("Slide 4", "第4頁");
                it.steps.push(Step {
                    offset: Offset::seconds(60),
                    text: Text::en("Applause"),
                    cues: Vec::new(),
                });
            });
        },
        &[
            "‘Welcome remarks’: step ‘Guest returns’ at +10:00 instead of +9:00",
            "‘Welcome remarks’: cue for AV at +10:00 changed from ‘Slide 3’ to ‘Slide 4’",
            "‘Welcome remarks’: step at +1:00 added: ‘Applause’",
        ],
    );
    check(
        |event| {
            session(event, 0, |_, it| {
                it.steps[0].text = Text::en("Guest leaves");
            });
        },
        &["‘Welcome remarks’: step at +9:00 changed from ‘Guest returns’ to ‘Guest leaves’"],
    );
    check(
        |event| session(event, 0, |_, it| it.steps.clear()),
        &["‘Welcome remarks’: step at +9:00 taken out: ‘Guest returns’"],
    );
}

#[test]
fn what_is_added_and_taken_out_is_told_once() {
    check(
        |event| {
            let gone = event.sessions.at(4).unwrap().id;
            event.apply(&Edit::Remove(gone.into())).unwrap();
        },
        // That the agreement lost its session goes without saying.
        &[
            "‘Signing ceremony’ is taken out",
            "‘Closing remarks’ moved from 11:50 to 11:35",
        ],
    );
    check(
        |event| {
            let gone = event.participants.at(2).unwrap().id;
            event.apply(&Edit::Remove(gone.into())).unwrap();
            let mut late = Session::new(SessionKind::Performance, date(2025, 6, 3));
            late.room = event.sessions.at(0).unwrap().room;
            event.apply(&late.into()).unwrap();
        },
        &["‘Performance’ is added", "Mr Wong Tai-man is taken out"],
    );
}

#[test]
fn people_agreements_and_the_event_itself_are_told() {
    check(
        |event| {
            let mut sun = guest(event, 0);
            sun.post = both("Secretary", "局長");
            sun.attendance = Attendance::Declined;
            sun.window.arrives = Some(datetime(2025, 6, 3, 9, 50, 0, 0));
            sun.contact.phone = "9123 4567".into();
            sun.acting = true;
            sun.name = sun.name.with(&Lang::EN, Name::new("Dr", "Sun", "Yuk-han"));
            event.apply(&sun.into()).unwrap();
            let mut agreement = (**event.agreements.at(0).unwrap()).clone();
            agreement.parties[0].signatory = Some(guest(event, 1).id);
            event.apply(&agreement.into()).unwrap();
            let mut details = event.details.clone();
            details.venue = Text::en("Harbour Hall");
            details.days.insert(date(2025, 6, 4));
            event.apply(&Edit::Details(Box::new(details))).unwrap();
        },
        &[
            "The event: venue added: ‘Harbour Hall’",
            "The event: Wednesday, 4 June 2025 is now a day of the event",
            "‘Memorandum’: signatory of party 1 changed from Mr Wong Tai-man to Ms Lee Mei-lin",
            "Dr Sun Yuk-han was called ‘Mr Sun Yuk-han’ before",
            "Dr Sun Yuk-han: post added: ‘Secretary’",
            "Dr Sun Yuk-han now holds the post as acting",
            "Dr Sun Yuk-han: attendance changed from Accepted to Declined",
            "Dr Sun Yuk-han: arrival added: Tue 3 June 09:50",
            "Dr Sun Yuk-han: contact details changed",
        ],
    );
}

#[test]
fn the_same_is_told_in_chinese() {
    let edits = |event: &mut Event| {
        let lee = guest(event, 1);
        session(event, 2, |_, it| it.people[0] = as_(&lee, Role::Moderator));
        session(event, 1, |_, it| it.length = Length::minutes(25).unwrap());
    };
    assert_eq!(
        told(Tongue::ZhHant, edits),
        [
            "孫玉菡先生的主題演講時長由20分鐘改為25分鐘",
            "「專題一」及其後3個環節（至「總結發言」）順延5分鐘（10:35改為10:40）",
            "「專題一」：主持由黃大文先生改為李美蓮女士",
        ]
    );
    assert_eq!(
        told(Tongue::ZhHans, edits)[1],
        "“專題一”及其后3个环节（至“总结发言”）顺延5分钟（10:35改为10:40）"
    );
}

#[test]
fn each_person_is_told_what_concerns_them() {
    let old = morning();
    let mut new = old.clone();
    let lee = guest(&new, 1);
    session(&mut new, 2, |_, it| {
        it.people[0] = as_(&lee, Role::Moderator);
    });
    session(&mut new, 1, |_, it| {
        it.length = Length::minutes(25).unwrap();
    });
    let changes = Changes::between(&old, &new);
    let teller = Teller::new(Words::default(), &old, &new);
    let told: Vec<(String, Vec<String>)> = changes
        .people
        .iter()
        .map(|(id, changes)| {
            let sentences = changes.iter().map(|change| teller.sentence(change));
            (
                teller.name(Subject::Item((*id).into())),
                sentences.collect(),
            )
        })
        .collect();
    let replaced = "‘Panel one’: Ms Lee Mei-lin replaces Mr Wong Tai-man as moderator";
    let expected: [(&str, &[&str]); 3] = [
        (
            "Mr Sun Yuk-han",
            &[
                "Keynote by Mr Sun Yuk-han is now 25 min instead of 20 min",
                "‘Panel one’ moved from 10:35 to 10:40",
            ],
        ),
        ("Ms Lee Mei-lin", &[replaced]),
        ("Mr Wong Tai-man", &[replaced]),
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(name, told)| {
            (
                name.to_owned(),
                told.iter().map(ToString::to_string).collect(),
            )
        })
        .collect();
    assert_eq!(told, expected);
}
