//! Moving a person in the order of precedence.

use crate::model::{BatchName, Edit, Event, Participant, ParticipantId, Placement};

use super::by_precedence;

/// What moves a person past a neighbour.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonMoved {
    /// The edit.
    pub edit: Edit,
    /// Whose precedence it changes, and to what.
    pub ranked: Vec<(ParticipantId, u32)>,
}

/// Moves a person past the one above (`by` below zero) or below, in order of precedence; none at the end of the list.
///
/// The order follows from precedence. Two of the same change places in the list; two of different precedence exchange
/// it; and of two of whom one has none, that one takes the other's, so that no precedence is lost.
#[must_use]
pub fn shifted_person(event: &Event, id: ParticipantId, by: i32) -> Option<PersonMoved> {
    let order = by_precedence(event);
    let at = order.iter().position(|person| person.id == id)?;
    let above = if by < 0 { at.checked_sub(1)? } else { at };
    let (upper, lower) = (order.get(above)?, order.get(above + 1)?);
    let mut ranks = [
        (
            lower,
            upper
                .precedence
                .filter(|_| lower.precedence != upper.precedence),
        ),
        (
            upper,
            lower
                .precedence
                .filter(|_| lower.precedence != upper.precedence),
        ),
    ];
    // The deed is named after its first item.
    if upper.id == id {
        ranks.swap(0, 1);
    }
    let puts = ranks.iter().map(|(person, rank)| {
        Edit::from(Participant {
            precedence: rank.or(person.precedence),
            ..(***person).clone()
        })
    });
    let mut edits: Vec<_> = puts.collect();
    edits.push(Edit::Place(Placement::Participant(
        lower.id,
        Some(upper.id),
    )));
    // Of those who have the precedence that the upper one takes over, it is the first.
    if let Some(next) = order.get(above + 2)
        && next.precedence.is_some()
        && next.precedence == lower.precedence
        && lower.precedence != upper.precedence
    {
        edits.push(Edit::Place(Placement::Participant(upper.id, Some(next.id))));
    }
    let ranked = ranks.iter();
    let ranked = ranked.filter_map(|(person, rank)| Some((person.id, (*rank)?)));
    Some(PersonMoved {
        ranked: ranked.collect(),
        edit: Edit::Batch(BatchName::Move, edits),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EventId, Lang, Name};

    /// People with these ranks, each with its letter, in the order of the list.
    fn check(people: &[(&str, Option<u32>)], moved: &str, by: i32, expected: &str) {
        let mut event = Event::empty(EventId::new());
        for (name, precedence) in people {
            let mut person = Participant::new();
            person.name.set(&Lang::EN, Name::guess(name, &Lang::EN));
            person.precedence = *precedence;
            event.apply(&person.into()).unwrap();
        }
        let name = |person: &Participant| person.plain_name(&Lang::EN);
        let id = event.participants.iter().find(|one| name(one) == moved);
        if let Some(moved) = shifted_person(&event, id.unwrap().id, by) {
            event.apply(&moved.edit).unwrap();
        }
        let found: Vec<_> = by_precedence(&event)
            .iter()
            .map(|person| match person.precedence {
                Some(rank) => format!("{}{rank}", name(person)),
                None => name(person),
            })
            .collect();
        assert_eq!(found.join(" "), expected, "{people:?} {moved} {by}");
    }

    #[test]
    fn a_person_moves_past_the_neighbour_that_is_seen() {
        let (one, two) = (Some(1), Some(2));
        let equals = [("a", one), ("b", one), ("c", one)];
        check(&equals, "b", -1, "b1 a1 c1");
        check(&equals, "b", 1, "a1 c1 b1");
        check(&equals, "a", -1, "a1 b1 c1");
        let ranks = [("c", Some(3)), ("b", two), ("a", one)];
        check(&ranks, "b", -1, "b1 a2 c3");
        check(&ranks, "b", 1, "a1 c2 b3");
        // However the list stands, nobody else changes places.
        let groups = [("d", two), ("a", one), ("c", two), ("b", one)];
        check(&groups, "d", -1, "a1 d1 b2 c2");
        check(&groups, "b", 1, "a1 d1 b2 c2");
        let without = [("u", None), ("v", None), ("a", one), ("b", one)];
        check(&without, "u", -1, "a1 u1 b1 v");
        check(&without, "b", 1, "a1 u1 b1 v");
        check(&without, "v", -1, "a1 b1 v u");
    }
}
