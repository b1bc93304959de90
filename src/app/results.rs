//! What becomes of slow work that is done.

use super::{Desk, inbox::Finished};
use crate::ui::Tone;

impl Desk {
    pub(super) fn take(&mut self, finished: Finished) {
        match finished {
            Finished::Opened { reading, result } => self.was_read(reading, result),
            Finished::Saved {
                session,
                event,
                result,
            } => self.saved(session, event, result),
            Finished::PhotoAdded { drop, result } => self.photo_added(drop, result),
            Finished::Dropped {
                of,
                files,
                session,
                event,
            } => self.dropped(of, (files, session), event),
            Finished::PhotosFound { drop, count } => self.photos_found(drop, count),
            Finished::PhotosDone(drop) => self.photos_done(drop),
            Finished::Originals(found) => self.originals_seen(found),
            Finished::Typeset(typeset) => {
                if let Some((generation, pages)) = self.preview.take(typeset) {
                    self.pictures.set_pages(generation, pages);
                }
            }
            Finished::Thumb { key, result } => self.pictures.put_thumb(&key, result),
            Finished::Page {
                generation,
                page,
                scale,
                image,
            } => self.pictures.put_page(generation, page, scale, &image),
            Finished::Exported { path, result } => self.exported(path, result),
            Finished::Warned(sentence) => self.say(Tone::Failed, sentence),
            Finished::Imported { reading, result } => self.import_was_read(reading, result),
            Finished::Proposed {
                number,
                proposal,
                state,
            } => self.was_proposed(number, *proposal, state),
            Finished::Printed { path, result } => self.printed(path, result),
            Finished::Versions { session, result } => self.versions_found(session, result),
            Finished::Seen { session, seen } => self.saw(session, seen),
            Finished::Saves {
                session,
                is_all,
                result,
            } => self.saves_found(session, is_all, result),
            Finished::KeptRead {
                session,
                kept,
                wish,
                result,
            } => self.kept_was_read(session, (kept, wish), result),
            Finished::Issued {
                session,
                event,
                saved,
                result,
            } => self.issued(session, event, saved, result),
            Finished::Numbered {
                session,
                number,
                result,
            } => self.numbered(session, number, result),
            Finished::Picked {
                session,
                purpose,
                picked,
            } => self.dialog_closed(session, purpose, picked),
            Finished::LeftBehind(left) => self.left_behind = left,
            Finished::Unsaved { session, found } => self.unsaved_found(session, found),
            Finished::LeftForLater(undone) => self.left_for_later(undone),
            Finished::Journalled(trouble) => self.journalled(trouble),
            Finished::Merging(met) => self.take_merging(met),
            Finished::Looked(looked) => self.looked(looked),
            Finished::CopyRead { session, result } => self.copy_was_read(session, result),
            Finished::Broke => {
                let sentence = self.words.t("app-work-broke");
                self.say(Tone::Failed, sentence);
            }
        }
    }
}
