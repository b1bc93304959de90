//! How photos are numbered and to which session they belong.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::model::{Clearance, Event, PhotoId, SessionId};

/// Numbers the photos that may go out: a fixed number stays, the others take the free ones in order.
pub(super) fn numbers(event: &Event) -> FxHashMap<PhotoId, u32> {
    let out = || {
        event
            .photos
            .iter()
            .filter(|photo| photo.clearance != Clearance::HeldBack)
    };
    let fixed: BTreeSet<u32> = out().filter_map(|photo| photo.number).collect();
    let mut free = (1..).filter(|number| !fixed.contains(number));
    out()
        .filter_map(|photo| Some((photo.id, photo.number.or_else(|| free.next())?)))
        .collect()
}

/// The photos of each session, in the order of the event's list; under `None` those that are not placed.
pub(super) fn by_session(event: &Event) -> FxHashMap<Option<SessionId>, Vec<PhotoId>> {
    let mut found: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for photo in &event.photos {
        let session = photo
            .session
            .filter(|session| event.sessions.contains(*session));
        found.entry(session).or_default().push(photo.id);
    }
    found
}
