//! A lineage as the lines of a file.

use std::{borrow::Cow, collections::BTreeMap, fmt::Write as _};

use super::{Lineage, MOST, StateId};

/// What stands before the list in the text of a file, and what ends it.
const BEGIN: &str = "\n  lineage: [\n";
const END: &str = "\n  ],";

/// What stands before the salt of a state, behind its parents.
const SALT: &str = " +";

impl Lineage {
    /// The state that a file's text is. A text that lists nothing has no known ancestors; one that is not what its first
    /// line says was changed by another program, and so was made from that state.
    pub(in crate::store) fn of_text(text: &str) -> Self {
        let plain = plain(text);
        let Some((body, listed)) =
            split(&plain).and_then(|(body, lines)| Some((body, parse(lines)?)))
        else {
            return Self::root(&plain);
        };
        let own = listed
            .parents
            .get(&listed.id)
            .map_or(&[][..], Vec::as_slice);
        if StateId::of(body, own, listed.salt) == listed.id {
            return listed;
        }
        Self::child(body, &[listed])
    }

    /// The end of a file's text, behind its body.
    pub(in crate::store) fn text(&self) -> String {
        let mut text = BEGIN.trim_start_matches('\n').to_owned();
        for line in self.lines() {
            writeln!(text, "    \"{line}\",").ok();
        }
        text.push_str(END.trim_start_matches('\n'));
        text.push_str("\n)\n");
        text
    }

    pub(super) fn lines(&self) -> impl Iterator<Item = String> {
        let listed = self.nearest_first().into_iter().chain(self.unmerged());
        listed.map(|id| {
            let mut line = id.to_string();
            for parent in self.parents.get(&id).into_iter().flatten() {
                write!(line, " {parent}").ok();
            }
            if let Some(salt) = self.salt.filter(|_| id == self.id) {
                write!(line, "{SALT}{}", StateId(salt)).ok();
            }
            line
        })
    }
}

impl From<Lineage> for Vec<String> {
    fn from(lineage: Lineage) -> Self {
        lineage.lines().collect()
    }
}

impl TryFrom<Vec<String>> for Lineage {
    type Error = &'static str;

    fn try_from(lines: Vec<String>) -> Result<Self, Self::Error> {
        parse(lines.iter().map(String::as_str)).ok_or("not a lineage")
    }
}

/// Git may have written the line breaks of another system.
fn plain(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        text.replace("\r\n", "\n").into()
    } else {
        text.into()
    }
}

/// A text's body and the lines of its list; none if it has none.
fn split(text: &str) -> Option<(&str, impl Iterator<Item = &str>)> {
    let at = text.rfind(BEGIN)?;
    let (body, rest) = text.split_at(at + 1);
    let list = rest.get(BEGIN.len() - 1..)?;
    let end = list.find(END)?;
    let lines = list[..end].lines();
    let lines = lines.map(|line| line.trim().trim_end_matches(',').trim_matches('"'));
    Some((body, lines))
}

/// A list of states; none if a line is not one.
fn parse<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Lineage> {
    let mut first = None;
    let mut parents = BTreeMap::new();
    for line in lines.take(MOST) {
        let (states, salt) = match line.split_once(SALT) {
            Some((states, salt)) => (states, Some(StateId::parse(salt)?.0)),
            None => (line, None),
        };
        let mut ids = states.split(' ').map(StateId::parse);
        let id = ids.next()??;
        let above: Vec<StateId> = ids.collect::<Option<_>>()?;
        first.get_or_insert((id, salt));
        parents.insert(id, above);
    }
    let (id, salt) = first?;
    Some(Lineage { id, salt, parents })
}
