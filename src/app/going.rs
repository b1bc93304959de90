//! Going to a place, and to an item of it.

use super::Desk;
use crate::{
    model::ItemId,
    plan::by_precedence,
    ui::{Body, PhotoFilter, Place},
};

impl Desk {
    /// Shows a place, with its first item selected where none was.
    pub(super) fn go(&mut self, place: Place) {
        self.place = place;
        self.reveal = true;
        let view = self.view();
        if !view.is_open || view.selected().is_some() {
            return;
        }
        let (event, plan) = (view.event, view.plan);
        let first: Option<ItemId> = match place {
            Place::RunOfShow => plan
                .days
                .iter()
                .find_map(|day| day.sessions.first())
                .map(|id| (*id).into()),
            Place::Participants => by_precedence(event).first().map(|person| person.id.into()),
            Place::Organisations => event
                .organisations
                .at(0)
                .map(|organisation| organisation.id.into()),
            Place::Photos => plan.first_photo().map(Into::into),
            Place::Agreements => event.agreements.at(0).map(|agreement| agreement.id.into()),
            Place::Papers | Place::Details | Place::Checks | Place::Versions => None,
        };
        if let Some(first) = first {
            self.select(first);
        }
    }

    /// Selects an item and shows the place that lists it.
    pub(super) fn open_item(&mut self, item: ItemId) {
        self.form_is_shown = true;
        let place = match item {
            ItemId::Session(_) => Place::RunOfShow,
            ItemId::Participant(_) => Place::Participants,
            ItemId::Organisation(_) | ItemId::Delegation(_) => Place::Organisations,
            ItemId::Agreement(_) => Place::Agreements,
            ItemId::Photo(_) => Place::Photos,
            ItemId::Room(_) | ItemId::Team(_) => Place::Details,
        };
        self.go(place);
        self.select(item);
    }

    pub(super) fn select(&mut self, item: ItemId) {
        match item {
            ItemId::Session(id) => {
                self.selection.session = Some(id);
                // A session that the filter of rooms hides would be selected unseen.
                let room = self
                    .event()
                    .and_then(|event| event.sessions.get(id))
                    .and_then(|session| session.room);
                if self.room.is_some() && self.room != room {
                    self.room = None;
                }
            }
            ItemId::Participant(id) => self.selection.participant = Some(id),
            ItemId::Organisation(id) => self.selection.organisation = Some(Body::Organisation(id)),
            ItemId::Delegation(id) => self.selection.organisation = Some(Body::Delegation(id)),
            ItemId::Agreement(id) => self.selection.agreement = Some(id),
            ItemId::Photo(id) => {
                self.selection.photo = Some(id);
                if self.reveal {
                    self.photo_filter = PhotoFilter::All;
                }
            }
            ItemId::Room(_) | ItemId::Team(_) => {}
        }
    }
}
