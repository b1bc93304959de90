//! The clock: what the time is where the event is, on its days.

use std::time::Duration;

use egui::Context;
use jiff::{Timestamp, ToSpan, civil::DateTime, tz::TimeZone};

use super::Desk;
use crate::{
    model::Event,
    plan::Plan,
    ui::{Place, ShowAs},
};

impl Desk {
    /// What the clock says where the event is, while the picture of a day shows it.
    pub(super) fn now(&self) -> Option<DateTime> {
        let open = self.open.as_ref()?;
        let is_shown = self.place == Place::RunOfShow && self.show_as == ShowAs::Day;
        is_shown
            .then(|| now_at(open.event(), &open.plan, Timestamp::now()))
            .flatten()
    }

    /// The next frame is drawn when the minute is over, where the clock is shown.
    pub(super) fn wait_for_the_minute(&self, ctx: &Context) {
        if let Some(now) = self.now() {
            let left = 60 - u64::try_from(now.second()).unwrap_or_default();
            ctx.request_repaint_after(Duration::from_secs(left));
        }
    }
}

/// A moment by the clock of this machine, and whether it is today.
pub(super) fn told(moment: Timestamp) -> (DateTime, bool) {
    let zone = TimeZone::system();
    let at = zone.to_datetime(moment);
    (at, at.date() == zone.to_datetime(Timestamp::now()).date())
}

/// What the time is where the event is. None on other days than the event's own, and the night after each; and where
/// its time zone is not known.
fn now_at(event: &Event, plan: &Plan, now: Timestamp) -> Option<DateTime> {
    let zone = event.details.zone()?;
    let now = zone.to_datetime(now);
    let is_near = |date: jiff::civil::Date| {
        date == now.date()
            || date
                .checked_add(1.day())
                .is_ok_and(|next| next == now.date())
    };
    plan.days.iter().any(|day| is_near(day.date)).then_some(now)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};

    use super::*;
    use crate::model::EventId;

    #[test]
    fn the_clock_is_that_of_the_event_on_its_days() {
        let mut event = Event::empty(EventId::new());
        event.details.days.insert(date(2025, 6, 3));
        let plan = Plan::of(&event);
        let at = |time: &str| now_at(&event, &plan, time.parse().unwrap());
        // Hong Kong is eight hours ahead.
        let nine = Some(datetime(2025, 6, 3, 9, 30, 0, 0));
        assert_eq!(at("2025-06-03T01:30:00Z"), nine);
        assert_eq!(at("2025-06-02T15:59:00Z"), None);
        // A night that goes on belongs to its day.
        assert!(at("2025-06-03T17:00:00Z").is_some());
        assert_eq!(at("2025-06-04T16:01:00Z"), None);
        event.details.time_zone = "Nowhere/At_All".into();
        assert_eq!(now_at(&event, &plan, Timestamp::now()), None);
    }
}
