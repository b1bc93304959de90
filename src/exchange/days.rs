//! Days that a file speaks of and the event does not have.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Proposal, Spot};
use crate::{
    model::{Details, Edit, Event},
    words::Words,
};

/// A day that would be added to the event, unless somebody leaves it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDay {
    /// Where the file speaks of it first.
    pub spot: Spot,
    /// Which day.
    pub date: Date,
    /// Whether it is added. What stands on it comes in all the same, and is a problem of the event then.
    pub is_taken: bool,
}

impl NewDay {
    /// What would be done, in one sentence: `Row 7: add the day Tuesday, 3 June 2025`.
    #[must_use]
    pub fn sentence(&self, words: Words) -> String {
        let date = || [("date", words.date(self.date).into())];
        match self.spot.said(words) {
            spot if spot.is_empty() => words.tf("import-add-day", date()),
            spot => {
                let what = words.tf("import-adds-day", date());
                words.tf("note-at", [("spot", spot.into()), ("what", what.into())])
            }
        }
    }
}

impl Proposal {
    /// Would add those of these days that the event does not have.
    pub(super) fn add_days(&mut self, event: &Event, days: impl IntoIterator<Item = (Spot, Date)>) {
        let mut first: BTreeMap<Date, Spot> = BTreeMap::new();
        for (spot, date) in days {
            if !event.details.days.contains(&date) {
                first.entry(date).or_insert(spot);
            }
        }
        self.days
            .extend(first.into_iter().map(|(date, spot)| NewDay {
                spot,
                date,
                is_taken: true,
            }));
        if !self.days.is_empty() {
            self.details
                .get_or_insert_with(|| Box::new(event.details.clone()));
        }
    }

    /// Would change what the event says of itself, apart from its days.
    pub(super) fn put_details(&mut self, event: &Event, details: Details) {
        if details != event.details {
            self.details = Some(Box::new(details));
            self.changes_details = true;
        }
    }

    /// These days are not added.
    pub fn leave_out(&mut self, left: &BTreeSet<Date>) {
        for day in &mut self.days {
            day.is_taken = !left.contains(&day.date);
        }
    }

    /// How many days would be added, in one sentence. None where the file speaks of none that is new.
    #[must_use]
    pub fn summary_of_days(&self, words: Words) -> Option<String> {
        let count = self.days.iter().filter(|day| day.is_taken).count();
        let said = || words.tf("import-days", [("count", count.into())]);
        (!self.days.is_empty()).then(said)
    }

    /// The edit of the event's details. None if they would stay as they are.
    pub(super) fn edit_of_details(&self) -> Option<Edit> {
        let taken = self.days.iter().filter(|day| day.is_taken);
        let days: Vec<Date> = taken.map(|day| day.date).collect();
        if days.is_empty() && !self.changes_details {
            return None;
        }
        let mut details = self.details.clone()?;
        details.days.extend(days);
        Some(Edit::Details(details))
    }
}
