//! What names what, so that nothing is left dangling when an item goes.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::{
    Agreement, Cue, Details, Event, Item, ItemId, Organisation, OrganisationId, Participant,
    ParticipantId, Photo, Session, Who,
};

/// The event's details without what names `gone`. None where nothing there does.
pub(super) fn details_without(event: &Event, gone: ItemId) -> Option<Details> {
    let set_aside = &event.details.set_aside;
    set_aside.keys().any(|key| key.names(gone)).then(|| {
        let mut details = event.details.clone();
        details.set_aside.retain(|key, _| !key.names(gone));
        details
    })
}

/// How often within one deed the event is looked through for what names an item, before it is noted what is named at all.
const LOOKS: usize = 8;

/// What is named in an event, as far as the edits of one deed have had to know: an import puts thousands of new items, and
/// looking through the event for each of them would take as long as their number squared.
#[derive(Default)]
pub(super) struct Named {
    looks: usize,
    /// All that is named; what no longer is may be among it.
    ids: Option<FxHashSet<ItemId>>,
}

impl Named {
    /// As [`without`]. Whatever has been put since the first question must have been [added](Self::add).
    pub(super) fn without(&mut self, event: &Event, gone: ItemId) -> Vec<Item> {
        self.looks += 1;
        if self.looks > LOOKS {
            let ids = self.ids.get_or_insert_with(|| all_named(event));
            if !ids.contains(&gone) {
                return Vec::new();
            }
        }
        without(event, gone)
    }

    /// Notes what an item names that is put into the event.
    pub(super) fn add(&mut self, item: &Item) {
        let Some(ids) = &mut self.ids else { return };
        let mut note = |id| ids.extend([id]);
        match item {
            Item::Session(session) => session.named(&mut note),
            Item::Participant(person) => person.named(&mut note),
            Item::Organisation(organisation) => organisation.named(&mut note),
            Item::Agreement(agreement) => agreement.named(&mut note),
            Item::Photo(photo) => photo.named(&mut note),
            Item::Delegation(_) | Item::Room(_) | Item::Team(_) => {}
        }
    }
}

/// Everything that an item of the event names.
fn all_named(event: &Event) -> FxHashSet<ItemId> {
    let mut ids = FxHashSet::default();
    let mut note = |id| ids.extend([id]);
    event.sessions.iter().for_each(|one| one.named(&mut note));
    event
        .participants
        .iter()
        .for_each(|one| one.named(&mut note));
    event
        .organisations
        .iter()
        .for_each(|one| one.named(&mut note));
    event.agreements.iter().for_each(|one| one.named(&mut note));
    event.photos.iter().for_each(|one| one.named(&mut note));
    ids
}

/// What names other items.
trait Naming {
    /// Tells each item that this one names.
    fn named(&self, tell: &mut dyn FnMut(ItemId));

    /// Whether it names this one.
    fn mentions(&self, item: ItemId) -> bool {
        let mut is_named = false;
        self.named(&mut |id| is_named |= id == item);
        is_named
    }
}

impl Naming for Session {
    fn named(&self, tell: &mut dyn FnMut(ItemId)) {
        self.room.map(ItemId::Room).into_iter().for_each(&mut *tell);
        let of_steps = self.steps.iter().flat_map(|step| &step.cues);
        for cue in self.cues.iter().chain(of_steps) {
            tell(ItemId::Team(cue.team));
        }
        self.people.iter().for_each(|one| tell(item_of(one.who)));
    }
}

impl Naming for Participant {
    fn named(&self, tell: &mut dyn FnMut(ItemId)) {
        let organisation = self.organisation.map(ItemId::Organisation);
        let portrait = self.portrait.map(ItemId::Photo);
        organisation.into_iter().chain(portrait).for_each(tell);
    }
}

impl Naming for Organisation {
    fn named(&self, tell: &mut dyn FnMut(ItemId)) {
        let delegation = self.delegation.map(ItemId::Delegation);
        delegation.into_iter().for_each(tell);
    }
}

impl Naming for Agreement {
    fn named(&self, tell: &mut dyn FnMut(ItemId)) {
        let session = self.session.map(ItemId::Session);
        let witnesses = self.witnesses.iter().copied().map(ItemId::Participant);
        session.into_iter().chain(witnesses).for_each(&mut *tell);
        for party in &self.parties {
            let signatory = party.signatory.map(ItemId::Participant);
            let organisation = party.organisation.map(ItemId::Organisation);
            signatory
                .into_iter()
                .chain(organisation)
                .for_each(&mut *tell);
        }
    }
}

impl Naming for Photo {
    fn named(&self, tell: &mut dyn FnMut(ItemId)) {
        let session = self.session.map(ItemId::Session);
        session
            .into_iter()
            .chain(self.people().map(item_of))
            .for_each(tell);
    }
}

/// The items that name `gone`, as they are without it.
fn without(event: &Event, gone: ItemId) -> Vec<Item> {
    // Most name nothing of it, and are not copied to find that out: an import of thousands is undone one by one.
    let sessions = event.sessions.iter().filter(|old| old.mentions(gone));
    let sessions = sessions.map(|old| {
        let mut session = (**old).clone();
        session.room = session.room.filter(|room| ItemId::Room(*room) != gone);
        let stays = |cue: &Cue| ItemId::Team(cue.team) != gone;
        session.cues.retain(stays);
        for step in &mut session.steps {
            step.cues.retain(stays);
        }
        session.people.retain(|one| item_of(one.who) != gone);
        Item::Session(Arc::new(session))
    });
    let participants = event.participants.iter().filter(|old| old.mentions(gone));
    let participants = participants.map(|old| {
        let mut person = (**old).clone();
        let is_left = |id: &OrganisationId| ItemId::Organisation(*id) != gone;
        person.organisation = person.organisation.filter(is_left);
        person.portrait = person.portrait.filter(|id| ItemId::Photo(*id) != gone);
        Item::Participant(Arc::new(person))
    });
    let organisations = event.organisations.iter().filter(|old| old.mentions(gone));
    let organisations = organisations.map(|old| {
        let mut organisation = (**old).clone();
        organisation.delegation = None;
        Item::Organisation(Arc::new(organisation))
    });
    let agreements = event.agreements.iter().filter(|old| old.mentions(gone));
    let agreements = agreements.map(|old| {
        let mut agreement = (**old).clone();
        let is_left = |id: &ParticipantId| ItemId::Participant(*id) != gone;
        agreement.session = agreement.session.filter(|id| ItemId::Session(*id) != gone);
        agreement.witnesses.retain(is_left);
        for party in &mut agreement.parties {
            let stays = |id: &OrganisationId| ItemId::Organisation(*id) != gone;
            party.signatory = party.signatory.filter(is_left);
            party.organisation = party.organisation.filter(stays);
        }
        Item::Agreement(Arc::new(agreement))
    });
    let photos = event.photos.iter().filter(|old| old.mentions(gone));
    let photos = photos.map(|old| {
        let mut photo = (**old).clone();
        photo.session = photo.session.filter(|id| ItemId::Session(*id) != gone);
        if photo.people().any(|who| item_of(who) == gone) {
            for row in &mut photo.rows {
                row.retain(|who| item_of(*who) != gone);
            }
            photo.rows.retain(|row| !row.is_empty());
        }
        Item::Photo(Arc::new(photo))
    });
    (sessions.chain(participants).chain(organisations))
        .chain(agreements)
        .chain(photos)
        .collect()
}

fn item_of(who: Who) -> ItemId {
    match who {
        Who::Person(id) => ItemId::Participant(id),
        Who::RepresentativeOf(id) => ItemId::Organisation(id),
    }
}
