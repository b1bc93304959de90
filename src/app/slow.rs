//! Folders that do not answer: nothing waits for them, and it is said that they are slow.

use std::time::Duration;

use egui::Context;

use super::Desk;
use crate::ui::{Place, Slow};

/// After so many seconds it is said that a folder does not answer.
const PATIENCE: f64 = 2.0;

/// What has been going on for how long.
#[derive(Debug, Default)]
pub(super) struct Waits {
    pub saving: Option<f64>,
    opening: Option<f64>,
    /// What has gone on for too long.
    pub slow: Option<Slow>,
}

impl Desk {
    /// Notices what takes long.
    pub(super) fn notice_what_is_slow(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        let is_saving = self.open.as_ref().is_some_and(|open| open.is_saving);
        let is_opening = self.is_opening;
        let waits = &mut self.waits;
        waits.saving = is_saving.then(|| waits.saving.unwrap_or(now));
        waits.opening = is_opening.then(|| waits.opening.unwrap_or(now));
        let is_long = |since: Option<f64>| since.is_some_and(|since| now - since >= PATIENCE);
        let slow = if is_long(waits.saving) {
            Some(Slow::Saving)
        } else if is_long(waits.opening) {
            Some(Slow::Opening)
        } else {
            None
        };
        self.waits.slow = slow.or_else(|| self.paper_is_slow(ctx));
        let waits = &self.waits;
        if let Some(since) = waits
            .saving
            .into_iter()
            .chain(waits.opening)
            .reduce(f64::min)
            && waits.slow.is_none()
        {
            let left = (since + PATIENCE - now).max(0.02);
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        }
    }

    /// What the paper that somebody looks at, or prints, has waited for too long.
    fn paper_is_slow(&self, ctx: &Context) -> Option<Slow> {
        let is_wanted = self.place == Place::Papers && self.preview.view().is_working;
        if !is_wanted && self.progress.is_none() {
            return None;
        }
        let patience = Duration::from_secs_f64(PATIENCE);
        let waited = self.preview.waits_for();
        if let Some((what, _)) = waited.filter(|(_, time)| *time >= patience) {
            return Some(Slow::Paper(what));
        }
        let time = waited.map_or(Duration::ZERO, |(_, time)| time);
        ctx.request_repaint_after(patience.saturating_sub(time) + Duration::from_millis(20));
        None
    }
}
