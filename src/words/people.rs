//! People as sentences name them, and series of them.

use super::Words;
use crate::plan::Person;

impl Words {
    /// A person by name, or as representative of their organisation.
    #[must_use]
    pub fn person_name(self, person: &Person) -> String {
        if person.name.is_empty() && !person.organisation.is_empty() {
            self.tf(
                "representative-of",
                [("organisation", person.organisation.clone().into())],
            )
        } else {
            person.name.clone()
        }
    }

    /// The post as it is printed: with the mark of an acting holder.
    #[must_use]
    pub fn post(self, person: &Person) -> String {
        if person.acting && !person.post.is_empty() {
            self.tf("acting-post", [("post", person.post.clone().into())])
        } else {
            person.post.clone()
        }
    }

    /// A series: "a, b and c"; 甲、乙和丙. An item that has a comma in it makes the marks semicolons.
    #[must_use]
    pub fn series(self, items: &[String]) -> String {
        let Some((last, rest)) = items.split_last() else {
            return String::new();
        };
        if rest.is_empty() {
            return last.clone();
        }
        let grave = items.iter().any(|item| item.contains([',', '，']));
        let mark = self.t(if grave {
            "series-mark-grave"
        } else {
            "series-mark"
        });
        let key = match (grave, rest.len()) {
            (true, 2..) => "series-end-grave",
            _ => "series-end",
        };
        self.tf(
            key,
            [
                ("rest", rest.join(&mark).into()),
                ("last", last.clone().into()),
            ],
        )
    }
}
