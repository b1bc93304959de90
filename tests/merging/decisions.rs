//! What is decided is what is in the merged event, whatever is decided about everything else.

use std::collections::BTreeSet;

use proptest::prelude::*;
use runsheet::{
    model::{Cue, Edit, Event, Length, Role, Text},
    plan::merge::{Choices, Conflict, Key, Merged, Side},
};

use super::{Small, all_theirs, appears, merged, three, throws};
use crate::support::dice::everything;

/// The event that these sides make, one for each conflict.
fn decided(merged: &Merged, sides: &[Side]) -> Event {
    let keys = merged.conflicts.iter().map(|one| one.key.clone());
    let choices: Choices = keys.zip(sides.iter().copied()).collect();
    merged.decided(&choices)
}

const fn other(side: Side) -> Side {
    match side {
        Side::Ours => Side::Theirs,
        Side::Theirs => Side::Ours,
    }
}

/// Whether a conflict names something that is not in the event, so that deciding it may come to nothing.
fn is_about_gone(conflict: &Conflict, event: &Event, sides: [&Event; 2]) -> bool {
    let told = format!("{conflict:?}");
    let mut gone = (sides.into_iter().flat_map(everything)).filter(|id| !event.contains(*id));
    gone.any(|id| told.contains(&id.uuid().to_string()))
}

/// A session in which Ada and Ben appear.
fn two() -> Small {
    let mut small = Small::new();
    let both = small.people;
    small.base = small.session(|session| {
        session.people = vec![
            appears(both[0], Role::Speaker),
            appears(both[1], Role::Speaker),
        ];
    });
    small
}

#[test]
fn a_role_is_decided_where_who_stands_before_it_goes() {
    let small = two();
    let [ada, ben] = small.people;
    let ours = {
        let mut event = small.person(|ada| ada.post = Text::en("Dean"));
        let session = small.session(|session| session.people[1].role = Role::Moderator);
        let session = session.sessions.get(small.session).unwrap();
        event.apply(&(**session).clone().into()).unwrap();
        event
    };
    let theirs = {
        let mut event = small.session(|session| session.people[1].role = Role::Panellist);
        event.apply(&Edit::Remove(ada.into())).unwrap();
        event
    };
    let both = merged(&small.base, &ours, &theirs);
    assert_eq!(both.conflicts.len(), 2, "{:?}", both.conflicts);
    assert_eq!(all_theirs(&both), theirs);
    let people = |sides: [Side; 2]| {
        let event = decided(&both, &sides);
        event.sessions.get(small.session).unwrap().people.clone()
    };
    let (mine, other) = (Role::Moderator, Role::Panellist);
    let stays = appears(ada, Role::Speaker);
    for (sides, expected) in [
        (
            [Side::Ours, Side::Ours],
            vec![stays.clone(), appears(ben, mine)],
        ),
        ([Side::Ours, Side::Theirs], vec![stays, appears(ben, other)]),
        ([Side::Theirs, Side::Ours], vec![appears(ben, mine)]),
        ([Side::Theirs, Side::Theirs], vec![appears(ben, other)]),
    ] {
        assert_eq!(people(sides), expected, "{sides:?}");
    }
}

/// What a side does: to each person, to their appearances, and whether it turns them round.
fn edits() -> impl Strategy<Value = ([u8; 2], [u8; 2], [u8; 2], bool)> {
    let one = || [0..3_u8, 0..3_u8];
    (one(), one(), one(), any::<bool>())
}

fn edited(small: &Small, edits: ([u8; 2], [u8; 2], [u8; 2], bool)) -> Event {
    let (fates, roles, others, is_turned) = edits;
    let mut event = small.session(|session| {
        let all = session.people.iter_mut().zip(roles);
        for (one, role) in all {
            one.role = [Role::Speaker, Role::Moderator, Role::Panellist][usize::from(role)];
        }
        if is_turned {
            session.people.reverse();
        }
        for (step, offset) in session.steps.iter_mut().zip(others) {
            step.cues = (0..offset)
                .map(|text| Cue {
                    team: small.team,
                    text: Text::en(format!("Cue {text}")),
                })
                .collect();
        }
        session.length = Length::minutes(20 + u32::from(others[0])).unwrap();
    });
    for (id, fate) in small.people.into_iter().zip(fates) {
        let edit = match fate {
            0 => continue,
            1 => Edit::Remove(id.into()),
            _ => {
                let mut person = (**event.participants.get(id).unwrap()).clone();
                person.post = Text::en(format!("Dean {roles:?}{is_turned}"));
                person.into()
            }
        };
        event.apply(&edit).unwrap();
    }
    event
}

fn carried_out(base: &Event, ours: &Event, theirs: &Event, toss: u64) -> Result<(), TestCaseError> {
    let here = merged(base, ours, theirs);
    let keys: BTreeSet<&Key> = here.conflicts.iter().map(|one| &one.key).collect();
    prop_assert_eq!(keys.len(), here.conflicts.len(), "two conflicts of one key");
    let sides: Vec<Side> = (0..here.conflicts.len())
        .map(|at| Side::ALL[usize::from(toss >> (at % 64) & 1 == 1)])
        .collect();
    let event = decided(&here, &sides);

    // Turned round alone, each makes another event.
    for (at, conflict) in here.conflicts.iter().enumerate() {
        let mut turned = sides.clone();
        turned[at] = other(turned[at]);
        let turned = decided(&here, &turned);
        let is_gone = |event| is_about_gone(conflict, event, [ours, theirs]);
        prop_assert!(
            turned != event || is_gone(&event),
            "decided for nothing: {:?}",
            conflict
        );
    }

    // Seen from the other side, the same decisions make the same event.
    let there = merged(base, theirs, ours);
    let mut from_there = Vec::new();
    for conflict in &there.conflicts {
        let is_it = |one: &&(&Conflict, &Side)| {
            one.0.subject == conflict.subject
                && one.0.base == conflict.base
                && one.0.ours == conflict.theirs
                && one.0.theirs == conflict.ours
        };
        let pairs: Vec<_> = here.conflicts.iter().zip(&sides).collect();
        let same: Vec<_> = pairs.iter().filter(is_it).collect();
        // What looks the same in two places is not told apart here.
        prop_assume!(same.len() == 1);
        from_there.push(other(*same[0].1));
    }
    prop_assert_eq!(decided(&there, &from_there), event);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3_000) })]

    #[test]
    fn each_decision_is_carried_out(throws in throws(), toss in any::<u64>()) {
        let (base, ours, theirs) = three(throws);
        carried_out(&base, &ours, &theirs, toss)?;
    }

    /// Where nearly everything is disputed: few people in one session, whom both sides change, move and take out.
    #[test]
    fn each_decision_is_carried_out_in_a_crowd(mine in edits(), other in edits(), toss in any::<u64>()) {
        let small = two();
        carried_out(&small.base, &edited(&small, mine), &edited(&small, other), toss)?;
    }
}
