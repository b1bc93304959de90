//! Which item of the event stands where on a page.
//!
//! Templates label the blocks that show an item with its kind and identity; the typesetter keeps the labels on the
//! frames, and neither the layout nor the tags of the PDF notice.

use typst::layout::{Frame, FrameItem, Transform};
use uuid::Uuid;

use crate::model::{
    AgreementId, DelegationId, ItemId, ItemKind, OrganisationId, ParticipantId, PhotoId, RoomId,
    SessionId, TeamId,
};

/// A rectangle on a page, in points from the page's upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub left: f32,
    /// The upper edge.
    pub top: f32,
    /// The right edge.
    pub right: f32,
    /// The lower edge.
    pub bottom: f32,
}

impl Rect {
    /// Whether this point lies inside it.
    #[must_use]
    pub fn contains(&self, x: f32, y: f32) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    fn area(&self) -> f32 {
        (self.right - self.left) * (self.bottom - self.top)
    }

    fn shares_lines_with(&self, other: &Self) -> bool {
        self.top < other.bottom && other.top < self.bottom
    }

    /// The part of it that lies on a page of this size.
    fn within(&self, width: f32, height: f32) -> Self {
        Self {
            left: self.left.clamp(0.0, width),
            top: self.top.clamp(0.0, height),
            right: self.right.clamp(0.0, width),
            bottom: self.bottom.clamp(0.0, height),
        }
    }

    fn and(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

/// A place on a page that shows an item of the event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Where.
    pub rect: Rect,
    /// What a click there opens.
    pub item: ItemId,
}

/// The label of the blocks that show an item.
pub(super) fn label_of(item: ItemId) -> String {
    format!("{}:{}", item.kind().tag(), item.uuid())
}

/// The spots of labels with their places: left, top, right, bottom.
pub(super) fn from_labels(labels: &[(String, [f32; 4])]) -> Vec<Spot> {
    let spot = |(label, [left, top, right, bottom]): &(String, [f32; 4])| {
        let rect = Rect {
            left: *left,
            top: *top,
            right: *right,
            bottom: *bottom,
        };
        item_of(label).map(|item| Spot { rect, item })
    };
    labels.iter().filter_map(spot).collect()
}

/// The item at a point: of several, the one with the smallest place.
pub(super) fn at(spots: &[Spot], x: f32, y: f32) -> Option<ItemId> {
    spots
        .iter()
        .filter(|spot| spot.rect.contains(x, y))
        .min_by(|a, b| a.rect.area().total_cmp(&b.rect.area()))
        .map(|spot| spot.item)
}

/// Every place on a page that shows an item. Pieces of one item side by side are one place. What is higher than its page
/// ends with it: nobody can click below the paper.
pub(super) fn on(page: &Frame) -> Vec<Spot> {
    let mut spots = Vec::new();
    collect(page, Transform::identity(), &mut spots);
    let size = page.size();
    let (width, height) = (size.x.to_pt() as f32, size.y.to_pt() as f32);
    for spot in &mut spots {
        spot.rect = spot.rect.within(width, height);
    }
    spots
}

fn collect(frame: &Frame, transform: Transform, spots: &mut Vec<Spot>) {
    for (position, item) in frame.items() {
        let FrameItem::Group(group) = item else {
            continue;
        };
        let transform = transform
            .pre_concat(Transform::translate(position.x, position.y))
            .pre_concat(group.transform);
        if let Some(item) = group.label.and_then(|label| item_of(&label.resolve())) {
            let size = group.frame.size();
            let (left, top) = (transform.tx.to_pt() as f32, transform.ty.to_pt() as f32);
            let rect = Rect {
                left,
                top,
                right: left + size.x.to_pt() as f32,
                bottom: top + size.y.to_pt() as f32,
            };
            add(spots, Spot { rect, item });
        }
        collect(&group.frame, transform, spots);
    }
}

/// Adds a spot, or widens the one that was added shortly before in the same lines: the cells of a row.
fn add(spots: &mut Vec<Spot>, spot: Spot) {
    const CELLS: usize = 48;
    let near = spots.iter_mut().rev().take(CELLS);
    for earlier in near {
        if earlier.item == spot.item && earlier.rect.shares_lines_with(&spot.rect) {
            earlier.rect = earlier.rect.and(&spot.rect);
            return;
        }
    }
    spots.push(spot);
}

/// The item that a label names. None for a label that a house template set for its own ends.
fn item_of(label: &str) -> Option<ItemId> {
    let (word_of_kind, uuid) = label.split_once(':')?;
    let uuid = Uuid::parse_str(uuid).ok()?;
    ItemKind::ALL
        .into_iter()
        .find(|kind| kind.tag() == word_of_kind)
        .map(|kind| match kind {
            ItemKind::Session => SessionId::from_uuid(uuid).into(),
            ItemKind::Participant => ParticipantId::from_uuid(uuid).into(),
            ItemKind::Organisation => OrganisationId::from_uuid(uuid).into(),
            ItemKind::Delegation => DelegationId::from_uuid(uuid).into(),
            ItemKind::Room => RoomId::from_uuid(uuid).into(),
            ItemKind::Team => TeamId::from_uuid(uuid).into(),
            ItemKind::Agreement => AgreementId::from_uuid(uuid).into(),
            ItemKind::Photo => PhotoId::from_uuid(uuid).into(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_leads_back_to_its_item() {
        let uuid = Uuid::from_u128(7);
        for item in [
            ItemId::Session(SessionId::from_uuid(uuid)),
            ItemId::Participant(ParticipantId::from_uuid(uuid)),
            ItemId::Organisation(OrganisationId::from_uuid(uuid)),
            ItemId::Delegation(DelegationId::from_uuid(uuid)),
            ItemId::Room(RoomId::from_uuid(uuid)),
            ItemId::Team(TeamId::from_uuid(uuid)),
            ItemId::Agreement(AgreementId::from_uuid(uuid)),
            ItemId::Photo(PhotoId::from_uuid(uuid)),
        ] {
            assert_eq!(item_of(&label_of(item)), Some(item));
        }
        assert_eq!(item_of("session:tomorrow"), None);
        assert_eq!(item_of("chapter-1"), None);
    }

    #[test]
    fn the_smallest_place_wins_and_a_row_is_one_place() {
        let rect = |left, top, right, bottom| Rect {
            left,
            top,
            right,
            bottom,
        };
        let session = ItemId::Session(SessionId::from_uuid(Uuid::from_u128(1)));
        let person = ItemId::Participant(ParticipantId::from_uuid(Uuid::from_u128(2)));
        let mut spots = Vec::new();
        for (rect, item) in [
            (rect(0.0, 0.0, 50.0, 20.0), session),
            (rect(10.0, 5.0, 40.0, 10.0), person),
            (rect(60.0, 0.0, 90.0, 12.0), session),
        ] {
            add(&mut spots, Spot { rect, item });
        }
        assert_eq!(spots.len(), 2);
        assert_eq!(at(&spots, 20.0, 7.0), Some(person));
        assert_eq!(at(&spots, 55.0, 15.0), Some(session));
        assert_eq!(at(&spots, 95.0, 15.0), None);
    }
}
