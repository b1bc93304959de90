//! What two people have changed, each in another way, in words.

use super::{Phrase, Teller};
use crate::{
    model::Value,
    plan::merge::{Conflict, SideValue},
};

impl Teller<'_> {
    /// The whole sentence of a conflict. The teller is that of our side and the other.
    #[must_use]
    pub fn conflict(&self, conflict: &Conflict) -> String {
        let words = self.words;
        let values = [
            ("name", self.name(conflict.subject).into()),
            ("field", self.field(&conflict.path).into()),
            ("ours", self.quoted_value(&conflict.ours).into()),
            ("theirs", self.quoted_value(&conflict.theirs).into()),
        ];
        let both = words.tf("merge-conflict", values);
        let Some(base) = &conflict.base else {
            return both;
        };
        let values = [
            ("both", both.into()),
            ("base", self.quoted_value(base).into()),
        ];
        words.tf("merge-conflict-before", values)
    }

    /// A value of one side as it stands in a sentence.
    fn quoted_value(&self, value: &SideValue) -> String {
        match value {
            SideValue::Value(Value::Text(_) | Value::String(_) | Value::Name(..)) => {
                self.words.quoted(&super::shortened(&self.side(value)))
            }
            value => self.side(value),
        }
    }

    /// The whole of what one side says, however long it is.
    #[must_use]
    pub fn side(&self, value: &SideValue) -> String {
        let words = self.words;
        match value {
            SideValue::Value(value) => self.whole(value),
            SideValue::Changed(whats) => {
                self.one_by_one(whats.iter().map(|what| match self.what(what) {
                    Phrase::Says(what) | Phrase::Notes(what) => what,
                }))
            }
            SideValue::ReferredToBy(items) => {
                let names: Vec<_> = items.iter().map(|id| self.item(*id)).collect();
                words.tf("merge-named-by", [("items", words.series(&names).into())])
            }
            SideValue::Removed => words.t("change-taken-out"),
            SideValue::Present => words.t("merge-present"),
            SideValue::Absent => words.t("merge-absent"),
        }
    }
}
