//! Where files that are dropped on the window belong: the rows and groups that this frame showed.

use egui::{Context, Id, Pos2, Rect, Ui};

use crate::model::SessionId;

/// What lies under a point of the window, for files that are dropped there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DropTarget {
    /// This session.
    Session(SessionId),
    /// The photos that are not placed.
    NotPlaced,
}

#[derive(Clone, Debug, Default)]
struct Targets(Vec<(Rect, DropTarget)>);

fn targets_id() -> Id {
    Id::unique("drop targets")
}

/// Forgets the targets of the last frame.
pub(super) fn begin(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(targets_id(), Targets::default()));
}

/// What is dropped into this rectangle belongs to this session, or to none.
pub(super) fn register(ui: &Ui, rect: Rect, session: Option<SessionId>) {
    let target = session.map_or(DropTarget::NotPlaced, DropTarget::Session);
    let rect = rect.intersect(ui.clip_rect());
    ui.data_mut(|data| {
        data.get_temp_mut_or_default::<Targets>(targets_id())
            .0
            .push((rect, target));
    });
}

/// What lies under a point of the window, as it was last shown.
#[must_use]
pub fn under(ctx: &Context, at: Pos2) -> Option<DropTarget> {
    let targets: Targets = ctx.data(|data| data.get_temp(targets_id()))?;
    targets
        .0
        .into_iter()
        .find(|(rect, _)| rect.contains(at))
        .map(|(_, target)| target)
}
