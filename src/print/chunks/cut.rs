//! Where a chunk ends, and pages of several documents as those of one.

use typst::{
    foundations::{Content, Value},
    introspection::{Location, MetadataElem, Tag},
    layout::{Frame, FrameItem, Point, Transform},
    model::Destination,
    utils::hash128,
};
use typst_layout::Page;

use crate::print::spots;

/// The label of what stands where a row begins.
const ANCHOR: &str = "anchor";

/// Of the pages of a chunk, the last one that begins with a row, counted from 0, and that row, counted from the first of the
/// chunk. It is never the first page, so what is before it is as it would be if more rows followed.
pub(super) fn last_row_at_the_top(pages: &[Page]) -> Option<(usize, usize)> {
    let candidates = (1..pages.len()).rev();
    candidates
        .filter_map(|number| Some((number, first_row(&pages[number - 1], &pages[number])?)))
        .find(|(_, row)| *row > 0)
}

/// The row with which a page begins. None where it begins with what is left of a row before.
fn first_row(before: &Page, page: &Page) -> Option<usize> {
    let (top, row) = first_anchor(page)?;
    // What ends above is of a row that began on an earlier page; the point allows for rounding. So does a row of which
    // only the cell with the anchor is on this page.
    let spots = spots::on(&page.frame);
    let is_first = spots.iter().all(|spot| spot.rect.bottom > top - 1.0);
    let mut at_top = spots.iter().filter(|spot| spot.rect.top < top + 1.0);
    let earlier = spots::on(&before.frame);
    let has_begun = at_top.any(|spot| earlier.iter().any(|other| other.item == spot.item));
    (is_first && !has_begun).then_some(row)
}

/// How many pages there are before the first row.
pub(super) fn cover_pages(pages: &[Page]) -> usize {
    let mut anchors = pages.iter().map(first_anchor);
    anchors.position(|anchor| anchor.is_some()).unwrap_or(0)
}

/// The uppermost anchor of a page: how far from the top it is, in points, and of which row.
fn first_anchor(page: &Page) -> Option<(f32, usize)> {
    let mut anchors = Vec::new();
    find_anchors(&page.frame, Transform::identity(), &mut anchors);
    anchors.into_iter().min_by(|(a, _), (b, _)| a.total_cmp(b))
}

/// The anchors of rows within a frame, with how far from the top they are, in points.
fn find_anchors(frame: &Frame, transform: Transform, anchors: &mut Vec<(f32, usize)>) {
    for (position, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let transform = transform
                    .pre_concat(Transform::translate(position.x, position.y))
                    .pre_concat(group.transform);
                find_anchors(&group.frame, transform, anchors);
            }
            FrameItem::Tag(Tag::Start(content, _)) => {
                if let Some(row) = row_of(content) {
                    let top = position.transform(transform).y;
                    anchors.push((top.to_pt() as f32, row));
                }
            }
            _ => {}
        }
    }
}

fn row_of(content: &Content) -> Option<usize> {
    content
        .label()
        .filter(|label| *label.resolve() == *ANCHOR)?;
    match content.to_packed::<MetadataElem>()?.value {
        Value::Int(row) => usize::try_from(row).ok(),
        _ => None,
    }
}

/// The same page, on which each element has an identity of its own by this salt. What no PDF tells of is left out.
pub(super) fn relocate(page: &Page, salt: usize) -> Page {
    Page {
        frame: relocate_frame(&page.frame, salt),
        ..page.clone()
    }
}

fn relocate_frame(frame: &Frame, salt: usize) -> Frame {
    let moved = |location: Location| Location::new(hash128(&(location.hash(), salt)));
    let mut relocated = Frame::new(frame.size(), frame.kind());
    if frame.has_baseline() {
        relocated.set_baseline(frame.baseline());
    }
    let items = frame.items().filter_map(|(position, item)| {
        let item = match item {
            FrameItem::Group(group) => {
                let mut group = group.clone();
                group.frame = relocate_frame(&group.frame, salt);
                if let Some(parent) = &mut group.parent {
                    parent.location = moved(parent.location);
                }
                FrameItem::Group(group)
            }
            FrameItem::Tag(Tag::Start(content, flags)) if flags.tagged => {
                let mut content = content.clone();
                content.set_location(moved(content.location()?));
                FrameItem::Tag(Tag::Start(content, *flags))
            }
            FrameItem::Tag(Tag::End(location, key, flags)) if flags.tagged => {
                FrameItem::Tag(Tag::End(moved(*location), *key, *flags))
            }
            FrameItem::Tag(_) => return None,
            FrameItem::Link(Destination::Location(location), size) => {
                FrameItem::Link(Destination::Location(moved(*location)), *size)
            }
            other => other.clone(),
        };
        Some((*position, item))
    });
    relocated.push_multiple(items.collect::<Vec<_>>());
    relocated
}

/// A page with the header and footer that were set on a page of their own.
pub(super) fn with_marginals(mut page: Page, marginals: &Page) -> Page {
    page.frame
        .push_frame(Point::zero(), marginals.frame.clone());
    page
}
