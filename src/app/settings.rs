//! The person's own settings, and the messages at the foot of the window.

use std::{path::PathBuf, sync::Arc};

use egui::Context;

use super::{Desk, inbox::Finished};
use crate::{
    store::{Settings, SettingsFile, StoreError, Theme, Turn},
    ui::{Notice, Tone, tokens},
    words::{Tongue, Words},
};

impl Desk {
    pub(super) fn apply_settings(&mut self) {
        let tongue = self.settings.language.unwrap_or_else(|| {
            sys_locale::get_locale().map_or(Tongue::En, |tag| Tongue::for_system(&tag))
        });
        self.words = Words::new(tongue);
        self.pictures.set_words(self.words);
        tokens::install_fonts(&self.ctx, tongue);
        self.ctx.set_theme(match self.settings.theme {
            Theme::System => egui::ThemePreference::System,
            Theme::Light => egui::ThemePreference::Light,
            Theme::Dark => egui::ThemePreference::Dark,
        });
        self.ctx
            .set_zoom_factor(self.settings.scale.clamp(0.6, 2.5));
    }

    pub(super) fn set_scale(&mut self, scale: f32) {
        self.settings.scale = (scale.clamp(0.6, 2.5) * 10.0).round() / 10.0;
        self.ctx.set_zoom_factor(self.settings.scale);
        self.keep_settings();
    }

    /// Remembers how large the window was when it is closed.
    pub(super) fn keep_window_size(&mut self) {
        let size = self.ctx.content_rect().size() * self.ctx.zoom_factor();
        self.settings.window = Some((size.x, size.y));
        if self.keeps_settings {
            // The program ends with this frame, so nothing is waiting for the disk.
            write(
                &self.settings_file,
                self.settings_file.turn(),
                &self.settings,
            );
        }
    }

    /// Writes the settings down. Where that fails they last until the program ends, which harms no event.
    pub(super) fn keep_settings(&self) {
        if self.keeps_settings {
            let (settings, file) = (self.settings.clone(), Arc::clone(&self.settings_file));
            let turn = file.turn();
            let words = self.words;
            self.inbox.spawn(move |outbox| {
                if let Some(unread) = write(&file, turn, &settings) {
                    outbox.hand_in(Finished::Warned(unread.sentence(words)));
                }
            });
        }
    }

    /// Says that the settings are not those that the person had, since their file could not be read.
    pub fn say_of_settings(&mut self, unread: &StoreError) {
        self.say(Tone::Failed, unread.sentence(self.words));
    }

    /// Says something at the foot of the window.
    pub(super) fn say(&mut self, tone: Tone, sentence: String) {
        self.say_each(tone, sentence, Vec::new());
    }

    /// Says something, and under it what is to be said of each of several things.
    pub(super) fn say_each(&mut self, tone: Tone, sentence: String, details: Vec<String>) {
        self.noticed += 1;
        let now = self.ctx.input(|input| input.time);
        let is_same = |notice: &Notice| notice.sentence == sentence && notice.details == details;
        self.notices.retain(|notice| !is_same(notice));
        self.notices.push(Notice {
            number: self.noticed,
            tone,
            sentence,
            details,
            since: now,
            state: None,
            files: Vec::new(),
        });
        self.ctx.request_repaint();
    }

    pub(super) fn dismiss(&mut self, number: u64) {
        self.notices.retain(|notice| notice.number != number);
    }

    /// What was said last is true until all of these files have been written, or taken.
    pub(super) fn said_of(&mut self, files: Vec<PathBuf>) {
        if let Some(notice) = self.notices.last_mut() {
            notice.files = files;
        }
    }

    /// What was said of these files alone is over: they were written, or came again.
    pub(super) fn are_done(&mut self, files: &[PathBuf]) {
        let is_over = |notice: &Notice| {
            !notice.files.is_empty() && notice.files.iter().all(|file| files.contains(file))
        };
        self.notices.retain(|notice| !is_over(notice));
    }

    /// Says what is true until the event is edited on: that "Undo" takes it back, say.
    pub(super) fn say_of_state(&mut self, sentence: String, details: Vec<String>) {
        self.say_each(Tone::Note, sentence, details);
        let state = self.open.as_ref().map(|open| open.history.state());
        if let Some(notice) = self.notices.last_mut() {
            notice.state = state;
        }
    }

    /// What is done goes by itself, and what is not true any more; what went wrong stays until it has been read.
    pub(super) fn forget_read_notices(&mut self, ctx: &Context) {
        const SECONDS: f64 = 5.0;
        let now = ctx.input(|input| input.time);
        let state = self.open.as_ref().map(|open| open.history.state());
        self.notices.retain(|notice| {
            let is_fresh = notice.tone != Tone::Done || now - notice.since < SECONDS;
            is_fresh && (notice.state.is_none() || notice.state == state)
        });
        if self.notices.iter().any(|notice| notice.tone == Tone::Done) {
            ctx.request_repaint_after(std::time::Duration::from_secs(1));
        }
    }
}

/// Writes the settings. Gives what is to be said of those that were there.
fn write(file: &SettingsFile, turn: Turn, settings: &Settings) -> Option<StoreError> {
    match file.write(turn, settings, &Settings::file()?) {
        Ok(told) => told,
        Err(error) => {
            tracing::warn!(%error, "settings were not saved");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::app::Begin;

    #[test]
    fn settings_that_could_not_be_read_are_told_in_the_window() {
        let mut desk = Desk::new(&Context::default(), Begin::default());
        let kept = Path::new("settings.unreadable.ron").to_owned();
        for kept in [Some(kept), None] {
            let unread = StoreError::Settings("settings.ron".into(), kept);
            desk.say_of_settings(&unread);
            let notice = desk.notices.last().unwrap();
            assert_eq!(notice.tone, Tone::Failed);
            assert_eq!(notice.sentence, unread.sentence(desk.words));
        }
    }
}
