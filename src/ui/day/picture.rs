//! The lanes of the day that is shown: made once per state of the event, so that a frame costs what is in sight.

use std::{collections::HashMap, ops::Range, sync::Arc};

use egui::{Id, Ui};
use jiff::civil::Date;

use crate::{
    model::SessionId,
    plan::{
        Day,
        lanes::{self, Lane},
    },
    ui::View,
};

/// The lanes of a day, and how to find in them.
#[derive(Debug, Default)]
pub(super) struct Picture {
    pub lanes: Vec<Lane>,
    /// From the first moment to the last.
    pub span: Option<(i64, i64)>,
    /// How many blocks there are.
    pub count: usize,
    /// Of each lane, when the last of its blocks up to each of them has ended.
    ended: Vec<Vec<i64>>,
    /// In which lane each session is, and as which of its blocks.
    places: HashMap<SessionId, (usize, usize)>,
}

/// The picture that was shown last, with what it was made of.
#[derive(Clone)]
struct Kept {
    revision: (u64, u64),
    date: Date,
    picture: Arc<Picture>,
}

impl Picture {
    pub(super) fn new(lanes: Vec<Lane>) -> Self {
        let mut picture = Self {
            span: lanes::span(&lanes),
            count: lanes.iter().map(|lane| lane.blocks.len()).sum(),
            ..Self::default()
        };
        for (at, lane) in lanes.iter().enumerate() {
            let mut until = i64::MIN;
            let mut ended = Vec::with_capacity(lane.blocks.len());
            for (place, block) in lane.blocks.iter().enumerate() {
                until = until.max(block.end);
                ended.push(until);
                picture.places.insert(block.session, (at, place));
            }
            picture.ended.push(ended);
        }
        picture.lanes = lanes;
        picture
    }

    /// That of a day as it is, made anew only where the event or the day is another one.
    pub(super) fn of(ui: &Ui, view: &View, day: &Day) -> Arc<Self> {
        let id = Id::unique("lanes of a day");
        let kept: Option<Kept> = ui.data(|data| data.get_temp(id));
        let is_it = |kept: &Kept| kept.revision == view.revision && kept.date == day.date;
        if let Some(kept) = kept.filter(is_it) {
            return kept.picture;
        }
        let timed = |id| view.plan.timed(id);
        let lanes = lanes::lanes(view.event, day.date, &day.sessions, timed);
        let picture = Arc::new(Self::new(lanes));
        let kept = Kept {
            revision: view.revision,
            date: day.date,
            picture: Arc::clone(&picture),
        };
        ui.data_mut(|data| data.insert_temp(id, kept));
        picture
    }

    /// Where the block of a session is: its lane, and its place there.
    pub(super) fn place(&self, session: SessionId) -> Option<(usize, usize)> {
        self.places.get(&session).copied()
    }

    /// Which blocks of a lane can be in sight between two moments: none before them, none behind.
    pub(super) fn between(&self, lane: usize, from: i64, to: i64) -> Range<usize> {
        let (Some(one), Some(ended)) = (self.lanes.get(lane), self.ended.get(lane)) else {
            return 0..0;
        };
        let first = ended.partition_point(|end| *end < from);
        let last = one.blocks.partition_point(|block| block.start <= to);
        first..last.max(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lanes::Block;

    #[test]
    fn what_began_long_before_is_still_in_sight() {
        let hours = [(9, 18), (10, 11), (11, 12), (14, 15), (19, 20)];
        let block = |(start, end): (i64, i64)| Block {
            session: SessionId::new(),
            start: start * 3600,
            end: end * 3600,
            column: 0,
            columns: 1,
        };
        let picture = Picture::new(vec![Lane {
            room: None,
            blocks: hours.map(block).into(),
            gaps: Vec::new(),
        }]);
        assert_eq!(picture.between(0, 13 * 3600, 16 * 3600), 0..4);
        assert_eq!(picture.between(0, 18 * 3600 + 1, 20 * 3600), 4..5);
        assert_eq!(picture.between(0, 21 * 3600, 22 * 3600), 5..5);
        assert_eq!(picture.between(0, 0, 3600), 0..0);
        assert_eq!(picture.between(1, 0, 3600), 0..0);
        assert_eq!(picture.count, 5);
        let last = picture.lanes[0].blocks[4].session;
        assert_eq!(picture.place(last), Some((0, 4)));
        assert_eq!(picture.place(SessionId::new()), None);
    }
}
