//! What the window is called: the event that is open, and whether it is saved.

use egui::{Context, ViewportCommand};

use super::{Desk, versions::Is};

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
                    Some(reading) => match &reading.past.is {
                        Is::Version(issue, _) => {
                            let number = issue.number.into();
                            let values = [("name", name.into()), ("number", number)];
                            self.words.tf("title-of-version", values)
                        }
                        Is::Save(save) => {
                            let at = self.words.saved_at(save.at()).into();
                            let values = [("name", name.into()), ("at", at)];
                            self.words.tf("title-of-save", values)
                        }
                    },
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
