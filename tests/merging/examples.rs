//! What comes together, and what is asked about, one thing at a time.

use super::*;

#[test]
fn two_fields_of_one_item_come_together_whichever_they_are() {
    type Turn = Box<dyn Fn(&mut Session)>;
    let small = Small::new();
    let team = small.team;
    let ben = small.people[1];
    // Each changes one thing of the session; any two of them are no conflict.
    let changes: Vec<Turn> = vec![
        Box::new(|one| one.kind = SessionKind::Signing),
        Box::new(|one| one.title.set(&Lang::EN, "Opening".into())),
        Box::new(|one| one.title.set(&Lang::ZH_HANT, "開幕".into())),
        Box::new(|one| one.summary.set(&Lang::EN, "About".into())),
        Box::new(|one| one.day = jiff::civil::date(2025, 6, 4)),
        Box::new(|one| one.start = Start::Fixed(jiff::civil::time(9, 0, 0, 0))),
        Box::new(|one| one.length = Length::minutes(7).unwrap()),
        Box::new(|one| one.until = Some(jiff::civil::time(11, 0, 0, 0))),
        Box::new(|one| one.slack = Length::minutes(3).ok()),
        Box::new(|one| one.room = None),
        Box::new(|one| one.audience = runsheet::model::Audience::Staff),
        Box::new(|one| one.people[0].role = Role::Moderator),
        Box::new(|one| one.people[0].position = "left".into()),
        Box::new(move |one| one.people.push(appears(ben, Role::Mc))),
        Box::new(|one| one.steps[0].text.set(&Lang::EN, "Walk in".into())),
        Box::new(|one| one.steps[1].offset = Offset::seconds(90)),
        Box::new(|one| one.steps.insert(1, step(30, "Bow"))),
        Box::new(move |one| {
            one.steps[0].cues.push(Cue {
                team,
                text: Text::en("Spot on"),
            });
        }),
        Box::new(|one| one.cues[0].text.set(&Lang::EN, "Lights up".into())),
        Box::new(|one| one.officer = "SEO".into()),
        Box::new(|one| one.remarks = "Careful".into()),
        Box::new(|one| one.extra.set("track", "Main".into())),
        Box::new(|one| one.extra.set("licence", "CC".into())),
    ];
    for (at, mine) in changes.iter().enumerate() {
        for (other_at, other) in changes.iter().enumerate() {
            if at == other_at {
                continue;
            }
            let both = merged(&small.base, &small.session(mine), &small.session(other));
            assert_eq!(both.conflicts, [], "{at} and {other_at}");
            let one_after_the_other = small.session(|one| {
                // What goes between others goes last, so that the places of the others are what they were.
                let (first, then) = if at == 16 {
                    (other, mine)
                } else {
                    (mine, other)
                };
                first(one);
                then(one);
            });
            assert_eq!(both.event(), &one_after_the_other, "{at} and {other_at}");
        }
    }
}

#[test]
fn the_same_field_changed_twice_is_asked_about() {
    let small = Small::new();
    let ours = small.session(|one| one.title.set(&Lang::EN, "Opening".into()));
    let theirs = small.session(|one| one.title.set(&Lang::EN, "Address".into()));
    let both = merged(&small.base, &ours, &theirs);
    let [conflict] = &both.conflicts[..] else {
        panic!("{:?}", both.conflicts)
    };
    assert_eq!(conflict.subject, Subject::Item(small.session.into()));
    assert!(
        matches!(conflict.path.parts(), [Part::Field(_), Part::Lang(lang)] if *lang == Lang::EN)
    );
    assert_eq!(both.event(), &ours);
    assert_eq!(all_theirs(&both), theirs);
}

#[test]
fn parts_of_a_name_come_together_and_the_same_part_is_asked_about() {
    let small = Small::new();
    let name = |change: fn(&mut Name)| {
        small.person(|person| {
            let mut name = person.name.get(&Lang::EN).unwrap().clone();
            change(&mut name);
            person.name.set(&Lang::EN, name);
        })
    };
    let (doctor, ada) = (
        name(|name| name.honorific = "Dr".into()),
        name(|name| name.given = "Adah".into()),
    );
    let both = merged(&small.base, &doctor, &ada);
    assert_eq!(both.conflicts, []);
    let person = both.event().participants.get(small.people[0]).unwrap();
    assert_eq!(person.formal_name(&Lang::EN), "Dr Lee Adah");
    let both = merged(&small.base, &ada, &name(|name| name.given = "Aida".into()));
    assert_eq!(both.conflicts.len(), 1);
}

#[test]
fn what_one_takes_out_and_the_other_changes_is_asked_about() {
    let small = Small::new();
    let ours = small.without(small.session);
    let theirs = small.session(|one| one.remarks = "Careful".into());
    let both = merged(&small.base, &ours, &theirs);
    assert_eq!(both.conflicts.len(), 1, "{:?}", both.conflicts);
    assert_eq!(both.event(), &ours);
    assert_eq!(all_theirs(&both), theirs);
}

#[test]
fn what_one_takes_out_and_the_other_newly_names_is_asked_about() {
    let small = Small::new();
    let ben = small.people[1];
    let ours = small.without(ben);
    let theirs = small.session(|one| one.people.push(appears(ben, Role::Mc)));
    let both = merged(&small.base, &ours, &theirs);
    let subjects: Vec<_> = both.conflicts.iter().map(|one| one.subject).collect();
    assert_eq!(subjects, [Subject::Item(ben.into())]);
    assert_eq!(both.event(), &ours);
    assert_eq!(all_theirs(&both), theirs);
}

#[test]
fn what_follows_from_taking_out_is_no_change_of_its_own() {
    let small = Small::new();
    // We take out the hall, the university and the team, all of which the other items named.
    let mut ours = small.base.clone();
    for gone in [
        ItemId::Room(small.room),
        ItemId::Organisation(small.organisation),
        ItemId::Team(small.team),
    ] {
        ours.apply(&Edit::Remove(gone)).unwrap();
    }
    // They take out the session and the person who were changed by that, and nothing else.
    let mut theirs = small.base.clone();
    theirs.apply(&Edit::Remove(small.session.into())).unwrap();
    theirs.apply(&Edit::Remove(small.people[0].into())).unwrap();
    let both = merged(&small.base, &ours, &theirs);
    assert_eq!(both.conflicts, []);
    assert_eq!(everything(both.event()), [small.people[1].into()]);
}

#[test]
fn two_people_in_the_place_of_one_are_asked_about() {
    let mut small = Small::new();
    let cam = Participant::new();
    let cam_id = cam.id;
    small.base.apply(&cam.into()).unwrap();
    let ben = small.people[1];
    let put = |who| small.session(move |one| one.people = vec![appears(who, Role::Speaker)]);
    let both = merged(&small.base, &put(ben), &put(cam_id));
    assert_eq!(both.conflicts.len(), 1, "{:?}", both.conflicts);
    assert_eq!(both.event(), &put(ben));
    assert_eq!(all_theirs(&both), put(cam_id));
}

#[test]
fn days_and_languages_and_co_hosts_come_together() {
    let small = Small::new();
    let ours = small.details(|details| {
        details.days.insert(day());
        details.languages.add(Lang::ZH_HANS);
        details.co_hosts.push(Text::en("City"));
        details.style.family_capitals = false;
    });
    let theirs = small.details(|details| {
        details.days.insert(jiff::civil::date(2025, 6, 4));
        details.languages.remove(&Lang::EN);
        details.co_hosts.push(Text::en("University"));
        details.style.staff_clock = runsheet::model::Clock::Hours12;
        details.usual_credit = Text::en("Photographer");
    });
    let both = merged(&small.base, &ours, &theirs);
    assert_eq!(both.conflicts, []);
    let details = &both.event().details;
    assert_eq!(details.days.len(), 2);
    assert_eq!(*details.languages, [Lang::ZH_HANT, Lang::ZH_HANS]);
    assert_eq!(details.co_hosts.len(), 2);
    assert!(!details.style.family_capitals);
    assert_eq!(details.style.staff_clock, runsheet::model::Clock::Hours12);
    assert_eq!(details.usual_credit, Text::en("Photographer"));
}

/// Rooms called A to F in this order.
fn letters(order: &str) -> Event {
    let mut event = empty();
    for letter in order.chars() {
        let id = runsheet::model::RoomId::from_uuid(Uuid::from_u128(u128::from(letter)));
        let mut room = Room::new(Text::en(letter.to_string()));
        room.id = id;
        event.apply(&room.into()).unwrap();
    }
    event
}

#[test]
fn orders_come_together_or_are_asked_about() {
    for (base, ours, theirs, expected) in [
        ("ABCDEF", "BACDEF", "ABCDFE", "BACDFE"),
        ("ABCD", "BCDA", "DABC", "DBCA"),
        ("ABCD", "ABCDE", "ABCDF", "ABCDEF"),
        ("ABCD", "XABCD", "DCBA", "XDCBA"),
        ("ABCD", "AXBCD", "CDAB", "CDAXB"),
        ("ABCD", "ACD", "DABC", "DAC"),
        ("ABCD", "ABYCD", "ABXCD", "ABXYCD"),
    ] {
        let both = merged(&letters(base), &letters(ours), &letters(theirs));
        assert_eq!(both.conflicts, [], "{base} {ours} {theirs}");
        assert_eq!(both.event(), &letters(expected), "{base} {ours} {theirs}");
    }
    // Both have moved B, to different ends.
    let both = merged(&letters("ABC"), &letters("BAC"), &letters("ACB"));
    assert_eq!(both.conflicts.len(), 1);
    assert_eq!(both.event(), &letters("BAC"));
    assert_eq!(all_theirs(&both), letters("ACB"));
}

#[test]
fn what_nobody_touched_is_shared_and_costs_nothing() {
    let base = big::event(10_000, 2_000);
    let id = base.sessions.at(5_000).unwrap().id;
    let last = base.sessions.at(9_999).unwrap().id;
    let title = |id, title: &str| {
        let mut event = base.clone();
        let mut session = (**event.sessions.get(id).unwrap()).clone();
        session.title = Text::en(title);
        event.apply(&session.into()).unwrap();
        event
    };
    let both = merged(&base, &title(id, "Here"), &title(last, "There"));
    let event = both.event();
    assert_eq!(both.conflicts, []);
    assert_eq!(event.sessions.get(id).unwrap().title, Text::en("Here"));
    assert_eq!(event.sessions.get(last).unwrap().title, Text::en("There"));
    let mut touched = 0;
    for (one, other) in event.sessions.iter().zip(&base.sessions) {
        touched += usize::from(!Arc::ptr_eq(one, other));
    }
    assert_eq!(touched, 2);
    assert!(event.participants.shares_all_with(&base.participants));
}

#[test]
fn what_came_in_is_told() {
    let small = Small::new();
    let ours = small.session(|one| one.officer = "SEO".into());
    let mut theirs = small.base.clone();
    let person = theirs.participants.get(small.people[0]).unwrap();
    let mut person = (**person).clone();
    person.attendance = Attendance::Declined;
    theirs.apply(&person.into()).unwrap();
    let room = Placement::Room(small.room, None);
    theirs.apply(&Edit::Place(room)).unwrap();
    let both = merged(&small.base, &ours, &theirs);
    assert_eq!(both.incoming(), Changes::between(&ours, both.event()));
    assert_eq!(both.incoming().all.len(), 1);
    let Some(Edit::Batch(_, edits)) = both.edit(&Choices::new()) else {
        panic!("nothing came in")
    };
    assert!(
        matches!(&edits[..], [Edit::Put(Item::Participant(_))]),
        "{edits:?}"
    );
}
