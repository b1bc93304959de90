//! What was done, as the Edit menu says it.

use super::Words;
use crate::model::{BatchName, Deed, ItemKind, Text, Verb};

impl Words {
    /// The sentence of a deed: "Move ‘Closing remarks’".
    #[must_use]
    pub fn deed(self, deed: &Deed) -> String {
        match deed {
            Deed::Item {
                verb,
                kind,
                name,
                session,
            } => {
                let shown = name.shown(&self.tongue.lang()).trim().to_owned();
                let name = match (shown.is_empty(), session) {
                    (false, _) => self.quoted(&shown),
                    (true, Some(kind)) => self.quoted(&self.session_kind(*kind)),
                    (true, None) => self.item_kind(*kind),
                };
                let key = match verb {
                    Verb::Add => "deed-add",
                    Verb::Change => "deed-change",
                    Verb::Remove => "deed-remove",
                    Verb::Move => "deed-move",
                };
                self.tf(key, [("name", name.into())])
            }
            Deed::Details => self.t("deed-details"),
            Deed::Batch(name, about) => self.batch(name, about),
        }
    }

    fn batch(self, name: &BatchName, about: &Text) -> String {
        let about = about.shown(&self.tongue.lang()).trim();
        let about = match (name, about) {
            // A new one has no name yet.
            (BatchName::AddPerson, "") => self.item_kind(ItemKind::Participant),
            // These may be about anything.
            (BatchName::Mend | BatchName::Restore, "") => String::new(),
            (_, "") => self.item_kind(ItemKind::Session),
            (_, about) => self.quoted(about),
        };
        let named = |key| self.tf(key, [("name", about.clone().into())]);
        let counted = |key, count: usize| self.tf(key, [("count", count.into())]);
        match name {
            BatchName::AddPhotos(count) => counted("deed-add-photos", *count),
            BatchName::AddPerson => named("deed-add-person"),
            BatchName::DuplicateSession => named("deed-duplicate-session"),
            BatchName::DuplicateSessions(count) => counted("deed-duplicate-sessions", *count),
            BatchName::AddSession => named("deed-add-session"),
            BatchName::Move | BatchName::MoveSessions(1) => named("deed-move"),
            BatchName::Resize => named("deed-resize"),
            BatchName::RemoveItems(count) => counted("deed-remove-items", *count),
            BatchName::PlacePhotos(count) => counted("deed-place-photos", *count),
            BatchName::ShiftAfter(minutes) => {
                let sign = if *minutes < 0 { "−" } else { "+" };
                let by = format!("{sign}{}", minutes.unsigned_abs());
                self.tf(
                    "deed-shift-after",
                    [("name", about.into()), ("minutes", by.into())],
                )
            }
            BatchName::CloseGaps => self.t("deed-close-gaps"),
            BatchName::TrimToFit => self.t("deed-trim-to-fit"),
            BatchName::MoveBlock(count) => counted("deed-move-block", *count),
            BatchName::Mend => named("deed-mend"),
            BatchName::SetAside => self.t("deed-set-aside"),
            BatchName::Import {
                kind,
                added,
                changed,
                removed,
            } => self.import(*kind, added + changed, *removed),
            BatchName::BringBack(number) => {
                self.tf("deed-bring-back", [("number", (*number).into())])
            }
            BatchName::BringBackSave(at) => {
                self.tf("deed-bring-back-save", [("at", self.saved_at(*at).into())])
            }
            BatchName::SetCells(1) => named("deed-change"),
            BatchName::SetCells(count) => counted("deed-set-cells", *count),
            BatchName::ClearCells(count) => counted("deed-clear-cells", *count),
            BatchName::FillDown(count) => counted("deed-fill-down", *count),
            BatchName::PasteCells(count) => counted("deed-paste-cells", *count),
            BatchName::PasteRows(count) => counted("deed-paste-rows", *count),
            BatchName::MoveSessions(count) => counted("deed-move-sessions", *count),
            BatchName::Merge => self.t("deed-merge"),
            BatchName::MergeCopy(owner) => self.tf(
                "deed-merge-copy",
                [("owner", self.copy_owner(owner).into())],
            ),
            BatchName::Restore => named("deed-restore"),
        }
    }

    /// Whose copy of the event it is: nobody's, if its file's name does not tell it.
    #[must_use]
    pub fn copy_owner(self, owner: &str) -> String {
        if owner.is_empty() {
            self.t("copies-another-computer")
        } else {
            owner.to_owned()
        }
    }

    /// What an import does that puts so many items of a kind into the event, or only takes some out.
    fn import(self, kind: ItemKind, put: usize, removed: usize) -> String {
        let counted = |key, count: usize| self.tf(key, [("count", count.into())]);
        if put == 0 && removed > 0 {
            return counted("deed-import-removes", removed);
        }
        if put == 0 {
            return self.t("deed-import-details");
        }
        let imported = match kind {
            ItemKind::Participant => counted("deed-import-participants", put),
            ItemKind::Session => counted("deed-import-sessions", put),
            ItemKind::Organisation
            | ItemKind::Delegation
            | ItemKind::Room
            | ItemKind::Team
            | ItemKind::Agreement
            | ItemKind::Photo => counted("deed-import-items", put),
        };
        if removed == 0 {
            return imported;
        }
        self.tf(
            "deed-import-and-remove",
            [("deed", imported.into()), ("count", removed.into())],
        )
    }
}
