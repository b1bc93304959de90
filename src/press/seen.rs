//! Who is seen in a photo, in which role, and where.

use super::position::{Place, spot};
use crate::model::{Agreement, Event, Photo, Role, Session, Who};

/// Somebody in a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// Who.
    pub who: Who,
    /// What they do in the session; nothing, where they only look on.
    pub roles: Vec<Role>,
    /// Where they stand; unknown where nobody has picked the people of the picture.
    pub place: Option<Place>,
}

impl Seen {
    /// Whether they have this role.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// The people of the picture in order of precedence. Where nobody has picked them, those who stand on stage in
/// its session, without places.
pub(super) fn of(event: &Event, photo: &Photo, session: Option<&Session>) -> Vec<Seen> {
    let rows: Vec<_> = photo.rows.iter().filter(|row| !row.is_empty()).collect();
    let roles = |who| roles_of(event, session, who);
    let mut seen: Vec<Seen> = if rows.is_empty() {
        cast(event, session)
            .into_iter()
            .map(|who| Seen {
                who,
                roles: roles(who),
                place: None,
            })
            .collect()
    } else {
        let place = |row, place, count| Place {
            row,
            rows: rows.len(),
            spot: spot(place, count),
        };
        rows.iter()
            .enumerate()
            .flat_map(|(row, people)| {
                people
                    .iter()
                    .enumerate()
                    .map(move |(nth, who)| (*who, place(row, nth, people.len())))
            })
            .map(|(who, place)| Seen {
                who,
                roles: roles(who),
                place: Some(place),
            })
            .collect()
    };
    seen.sort_by_key(|one| rank(event, one.who));
    seen
}

/// The agreements that are signed in a session.
pub(super) fn signed_in<'a>(
    event: &'a Event,
    session: &'a Session,
) -> impl Iterator<Item = &'a Agreement> {
    event
        .agreements
        .iter()
        .map(AsRef::as_ref)
        .filter(|agreement| agreement.session == Some(session.id))
}

/// Whether this person signs this agreement.
pub(super) fn signs(agreement: &Agreement, who: Who) -> bool {
    agreement
        .parties
        .iter()
        .filter_map(|party| party.signatory)
        .any(|signatory| Who::Person(signatory) == who)
}

/// Those who stand on stage in a session, each once.
fn cast(event: &Event, session: Option<&Session>) -> Vec<Who> {
    let Some(session) = session else {
        return Vec::new();
    };
    let on_stage = session
        .people
        .iter()
        .filter(|appearance| appearance.role.is_for_guests())
        .map(|appearance| appearance.who);
    let at_the_table = signed_in(event, session).flat_map(|agreement| {
        let signatories = agreement.parties.iter().filter_map(|party| party.signatory);
        signatories
            .chain(agreement.witnesses.iter().copied())
            .map(Who::Person)
    });
    let mut cast = Vec::new();
    for who in on_stage.chain(at_the_table) {
        if !cast.contains(&who) {
            cast.push(who);
        }
    }
    cast
}

fn roles_of(event: &Event, session: Option<&Session>, who: Who) -> Vec<Role> {
    let Some(session) = session else {
        return Vec::new();
    };
    let mut roles: Vec<Role> = session
        .people
        .iter()
        .filter(|appearance| appearance.who == who)
        .map(|appearance| appearance.role)
        .collect();
    for agreement in signed_in(event, session) {
        if signs(agreement, who) {
            roles.push(Role::Signatory);
        }
        if matches!(who, Who::Person(id) if agreement.witnesses.contains(&id)) {
            roles.push(Role::Witness);
        }
    }
    roles
}

fn rank(event: &Event, who: Who) -> u32 {
    let rank = match who {
        Who::Person(id) => event
            .participants
            .get(id)
            .and_then(|person| person.precedence),
        Who::RepresentativeOf(_) => None,
    };
    rank.unwrap_or(u32::MAX)
}
