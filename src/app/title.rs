//! What the window is called: the event that is open, and whether it is saved.

use egui::{Context, ViewportCommand};

use super::Desk;

impl Desk {
    /// Calls the window by the event that is open.
    pub(super) fn set_title(&mut self, ctx: &Context) {
        let app = self.words.t("app-name");
        let title = match &self.open {
            None => app,
            Some(open) => {
                let name = open
                    .event()
                    .details
                    .title
                    .shown(&self.words.tongue.lang())
                    .trim();
                let name = if name.is_empty() {
                    self.words.t("event-untitled")
                } else {
                    name.chars().take(120).collect()
                };
                let name = match &self.reading {
                    Some(reading) => self.words.tf(
                        "title-of-version",
                        [("name", name.into()), ("number", reading.number().into())],
                    ),
                    None => name,
                };
                let mark = if open.history.is_dirty() { "● " } else { "" };
                format!("{mark}{name} — {app}")
            }
        };
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(ViewportCommand::Title(title));
        }
    }
}
