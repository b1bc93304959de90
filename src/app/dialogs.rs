//! Asking for a path with the system's own dialog, which is waited for off the frame.

use std::{path::PathBuf, pin::Pin};

use super::{
    Desk,
    files::file_name_of,
    inbox::{Finished, Picked},
};
use crate::{exchange, ui::PathPurpose};

/// How soon a dialog that was really shown is closed without a path, in milliseconds. One that gives none sooner does not
/// exist on this system: on a busy machine it takes a while to find that out, and whoever has closed a dialog so quickly
/// closes what is asked instead as well.
const DIALOG_MS: u128 = 1000;

/// The paths that a dialog will give; none for Cancel.
type Paths = Pin<Box<dyn Future<Output = Vec<PathBuf>> + Send>>;

/// The paths of the files that a dialog will give.
fn paths_of<P>(picked: impl Future<Output = P> + Send + 'static) -> Paths
where
    P: IntoIterator<Item = rfd::FileHandle>,
{
    let path = |file: rfd::FileHandle| file.path().to_owned();
    Box::pin(async move { picked.await.into_iter().map(path).collect() })
}

impl Desk {
    /// Asks with the system's own dialog. Where there is none, the path is typed instead.
    pub(super) fn ask_path(&mut self, purpose: PathPurpose) {
        if !self.has_dialogs {
            return self.inbox.outbox().hand_in(Finished::Picked {
                session: self.open.as_ref().map(|open| open.session),
                purpose,
                picked: Picked::NoDialog,
            });
        }
        let words = self.words;
        let name = self
            .open
            .as_ref()
            .map(|open| file_name_of(open.event(), words))
            .unwrap_or_default();
        let dialog = rfd::AsyncFileDialog::new();
        // Made here, since macOS wants its dialogs on the first thread; waited for elsewhere.
        let answer: Paths = match purpose {
            PathPurpose::Open => {
                let dialog = dialog
                    .set_title(words.t("path-open"))
                    .add_filter(words.t("files-event"), &["ron"]);
                let picked = dialog.pick_file();
                paths_of(picked)
            }
            PathPurpose::Save => {
                let picked = dialog
                    .set_title(words.t("path-save"))
                    .set_file_name(name)
                    .save_file();
                paths_of(picked)
            }
            PathPurpose::Sample => {
                let picked = dialog
                    .set_title(words.t("path-sample"))
                    .set_file_name(words.t("sample-folder"))
                    .save_file();
                paths_of(picked)
            }
            PathPurpose::Photos => {
                let kinds = [
                    "jpg", "jpeg", "png", "tif", "tiff", "webp", "JPG", "JPEG", "PNG", "TIF",
                    "TIFF",
                ];
                let dialog = dialog
                    .set_title(words.t("path-photos"))
                    .add_filter(words.t("files-photos"), &kinds);
                let picked = dialog.pick_files();
                paths_of(async { picked.await.unwrap_or_default() })
            }
            PathPurpose::Import => {
                let dialog = dialog
                    .set_title(words.t("path-import"))
                    .add_filter(words.t("files-tables"), &exchange::READABLE);
                let picked = dialog.pick_file();
                paths_of(picked)
            }
            PathPurpose::Export(wanted) => {
                let end = wanted.format.extension();
                let name = self.name_of_export(&name, wanted);
                let dialog = dialog
                    .set_title(words.t("path-export"))
                    .add_filter(end.to_uppercase(), &[end])
                    .set_file_name(format!("{name}.{end}"));
                let picked = dialog.save_file();
                paths_of(picked)
            }
            PathPurpose::Press(_) => {
                let picked = dialog
                    .set_title(words.t("path-press"))
                    .set_file_name(words.t("press-folder"))
                    .save_file();
                paths_of(picked)
            }
            PathPurpose::Pdf => {
                let name = format!("{name} – {}.pdf", self.preview.paper.name(words));
                let dialog = dialog
                    .set_title(words.t("path-pdf"))
                    .add_filter("PDF", &["pdf"])
                    .set_file_name(name);
                let picked = dialog.save_file();
                paths_of(picked)
            }
        };
        let session = self.open.as_ref().map(|open| open.session);
        let begun = std::time::Instant::now();
        self.inbox.spawn(move |outbox| {
            let paths = pollster::block_on(answer);
            let picked = match paths.is_empty() {
                false => Picked::Paths(paths),
                true if begun.elapsed().as_millis() < DIALOG_MS => Picked::NoDialog,
                true => Picked::Nothing,
            };
            outbox.hand_in(Finished::Picked {
                session,
                purpose,
                picked,
            });
        });
    }
}
