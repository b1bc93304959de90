//! That the sample event is sound.

use runsheet::{
    model::{Item, ItemId, Lang, Who},
    plan::{Plan, Severity, Trouble},
};

use super::sample;

#[test]
fn nothing_refers_to_what_is_not_there() {
    let event = sample();
    let has = |id: ItemId| assert!(event.contains(id), "{id:?} is named and is not there");
    let who = |who: Who| match who {
        Who::Person(id) => has(id.into()),
        Who::RepresentativeOf(id) => has(id.into()),
    };
    for session in &event.sessions {
        session.room.into_iter().for_each(|id| has(id.into()));
        session.people.iter().for_each(|one| who(one.who));
        let cues = session.steps.iter().flat_map(|step| &step.cues);
        cues.chain(&session.cues)
            .for_each(|cue| has(cue.team.into()));
    }
    for person in &event.participants {
        person
            .organisation
            .into_iter()
            .for_each(|id| has(id.into()));
        person.portrait.into_iter().for_each(|id| has(id.into()));
    }
    for organisation in &event.organisations {
        organisation
            .delegation
            .into_iter()
            .for_each(|id| has(id.into()));
    }
    for agreement in &event.agreements {
        agreement.session.into_iter().for_each(|id| has(id.into()));
        let signatories = agreement.parties.iter().filter_map(|party| party.signatory);
        signatories
            .chain(agreement.witnesses.iter().copied())
            .for_each(|id| has(id.into()));
        let organisations = agreement
            .parties
            .iter()
            .filter_map(|party| party.organisation);
        organisations.for_each(|id| has(id.into()));
    }
    for photo in &event.photos {
        photo.session.into_iter().for_each(|id| has(id.into()));
        photo.people().for_each(who);
        assert!(
            matches!(event.item(photo.id.into()), Some(Item::Photo(same)) if same.file == photo.file)
        );
    }
}

#[test]
fn the_checks_have_something_to_show_and_nothing_clashes() {
    let event = sample();
    let plan = Plan::of(&event);
    assert!(
        (5..=12).contains(&plan.problems.len()),
        "{:#?}",
        plan.problems
    );
    assert!(
        plan.problems
            .iter()
            .all(|problem| problem.severity != Severity::Clash)
    );
    for expected in [
        Trouble::NoModerator,
        Trouble::NotPlaced,
        Trouble::NotCleared,
        Trouble::TextMissing(Lang::ZH_HANT),
    ] {
        assert!(
            plan.problems
                .iter()
                .any(|problem| problem.trouble == expected),
            "{expected:?}"
        );
    }
}
