//! Who appears in a session, and who did.

use super::What;
use crate::model::Appearance;

/// Puts down what is different about the people of a session.
pub(super) fn of(old: &[Appearance], new: &[Appearance], found: &mut Vec<What>) {
    if old == new {
        return;
    }
    let key = |one: &Appearance| (one.who, one.role);
    let unmatched = |these: &[Appearance], those: &[Appearance]| -> Vec<(usize, Appearance)> {
        let gone = |one: &&Appearance| !those.iter().any(|other| key(other) == key(one));
        let mut left = Vec::new();
        for (place, one) in these.iter().enumerate() {
            if gone(&one) {
                left.push((place, one.clone()));
            }
        }
        left
    };
    let mut left = unmatched(old, new);
    let mut joined = unmatched(new, old);
    recast(&mut left, &mut joined, found);
    replaced(&mut left, &mut joined, found);
    found.extend(
        joined
            .iter()
            .map(|(_, one)| What::Joined(one.who, one.role)),
    );
    found.extend(left.iter().map(|(_, one)| What::Left(one.who, one.role)));
    for now in new {
        let before = old.iter().find(|one| key(one) == key(now));
        if let Some(before) = before.filter(|before| before.position != now.position) {
            let (from, to) = (before.position.clone(), now.position.clone());
            found.push(What::Position(now.who, from, to));
        }
    }
    if left.is_empty() && joined.is_empty() {
        let stayed = |these: &[Appearance], those: &[Appearance]| -> Vec<_> {
            let kept = these.iter().map(key);
            kept.filter(|one| those.iter().any(|other| key(other) == *one))
                .collect()
        };
        if stayed(old, new) != stayed(new, old) {
            found.push(What::CastOrder);
        }
    }
}

type Placed = Vec<(usize, Appearance)>;

/// The same person as something else.
fn recast(left: &mut Placed, joined: &mut Placed, found: &mut Vec<What>) {
    left.retain(|(_, before)| {
        let Some(at) = joined.iter().position(|(_, now)| now.who == before.who) else {
            return true;
        };
        let (_, now) = joined.remove(at);
        found.push(What::Recast(before.who, before.role, now.role));
        false
    });
}

/// Somebody else as the same: the only one of the role who left for the only one who came, or one at whose place in
/// the list the other now stands.
fn replaced(left: &mut Placed, joined: &mut Placed, found: &mut Vec<What>) {
    let alone =
        |these: &Placed, role| these.iter().filter(|(_, one)| one.role == role).count() == 1;
    let is_alone: Vec<_> = left
        .iter()
        .map(|(_, one)| alone(left, one.role) && alone(joined, one.role))
        .collect();
    let mut is_alone = is_alone.into_iter();
    left.retain(|(place, before)| {
        let alone = is_alone.next().unwrap_or_default();
        let heir = joined
            .iter()
            .position(|(at, now)| now.role == before.role && (alone || at == place));
        let Some(heir) = heir else { return true };
        let (_, now) = joined.remove(heir);
        found.push(What::Replaced {
            role: before.role,
            before: before.who,
            now: now.who,
        });
        false
    });
}
