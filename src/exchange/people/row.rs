//! What a row of a list says of a person, before anybody knows who it is.

use std::collections::BTreeMap;

use jiff::civil::DateTime;

use super::names;
use crate::{
    exchange::{
        Field, Of, Proposal, Target, Why, script,
        table::{Cell, Layout, Reader, Row, number, text},
    },
    model::{Attendance, Event, Lang, NameOrder, ParticipantId},
    words::{Tongue, Words},
};

/// The name of one person in one language, as far as a row says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub whole: String,
    pub honorific: String,
    pub family: String,
    pub given: String,
    pub honours: String,
    pub order: Option<NameOrder>,
}

/// What a row says of one person. What it does not say is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Incoming {
    pub id: Option<ParticipantId>,
    pub names: BTreeMap<Lang, Said>,
    /// Honours of the person in every language.
    pub honours: String,
    pub honorific: String,
    pub post: BTreeMap<Lang, String>,
    pub organisation: BTreeMap<Lang, String>,
    pub delegation: BTreeMap<Lang, String>,
    pub biography: BTreeMap<Lang, String>,
    pub acting: Option<bool>,
    pub precedence: Option<u32>,
    pub attendance: Option<Attendance>,
    pub arrives: Option<DateTime>,
    pub leaves: Option<DateTime>,
    pub email: String,
    pub phone: String,
    pub through: String,
}

impl Incoming {
    /// Whether the row names anybody.
    pub(super) fn has_name(&self) -> bool {
        let says = |said: &Said| {
            !(said.whole.is_empty() && said.family.is_empty() && said.given.is_empty())
        };
        self.names.values().any(says)
    }
}

/// Reads the rows of a list of people.
pub(super) struct Rows<'a> {
    event: &'a Event,
    layout: &'a Layout,
    reader: Reader,
    /// The order of a name that comes in two columns: as the columns stand.
    order: NameOrder,
}

impl<'a> Rows<'a> {
    pub(super) fn new(event: &'a Event, layout: &'a Layout) -> Self {
        let (family, given) = (layout.one(Field::Family), layout.one(Field::Given));
        let order = match (family, given) {
            (Some(family), Some(given)) if given < family => NameOrder::GivenFirst,
            _ => NameOrder::FamilyFirst,
        };
        Self {
            event,
            layout,
            reader: Reader::of(event),
            order,
        }
    }

    /// The people of a row; none if it names nobody. What is not understood is noted.
    pub(super) fn read(&self, row: &Row, proposal: &mut Proposal) -> Vec<Incoming> {
        let count = match self.count(row) {
            Ok(count) => count,
            Err((column, why)) => {
                proposal.note(row.spot(column), why);
                return Vec::new();
            }
        };
        (0..count)
            .map(|place| self.person(row, place, count, proposal))
            .collect()
    }

    /// How many people a row names: those in its name cells, if all cells of names and posts agree.
    fn count(&self, row: &Row) -> Result<usize, (usize, Why)> {
        let mut most = 1;
        for (column, _) in self.layout.of(Field::Name) {
            most = most.max(names::pieces(&text(row.cell(column))).len());
        }
        if most == 1 {
            return Ok(1);
        }
        let fields = [Field::Name, Field::Post, Field::Honorific];
        for (column, _) in fields.into_iter().flat_map(|field| self.layout.of(field)) {
            let pieces = names::pieces(&text(row.cell(column))).len();
            if pieces != 0 && pieces != most {
                return Err((column, Why::SeveralPeople(most)));
            }
        }
        Ok(most)
    }

    /// What the row says of the person at `place` of the `count` whom it names.
    fn person(&self, row: &Row, place: usize, count: usize, proposal: &mut Proposal) -> Incoming {
        let mut found = Incoming::default();
        for (column, it) in self.layout.columns.iter().enumerate() {
            let Some(target) = &it.target else { continue };
            let cell = row.cell(column);
            match cell {
                Cell::Empty => continue,
                Cell::Fault => {
                    proposal.note(row.spot(column), Why::Fault(target.clone()));
                    continue;
                }
                Cell::Text(_)
                | Cell::Number(_)
                | Cell::Moment(_)
                | Cell::Time(_)
                | Cell::Span(_)
                | Cell::Flag(_) => {}
            }
            let whole = text(cell);
            let typed = if count > 1
                && matches!(target.field, Field::Name | Field::Post | Field::Honorific)
            {
                names::pieces(&whole)
                    .get(place)
                    .cloned()
                    .unwrap_or_default()
            } else {
                whole.into_owned()
            };
            if let Err(why) = self.take(&mut found, target, cell, &typed) {
                proposal.note(row.spot(column), why);
            }
        }
        found
    }

    /// Takes over what a cell says. An error is what is not taken over.
    fn take(
        &self,
        found: &mut Incoming,
        target: &Target,
        cell: &Cell,
        typed: &str,
    ) -> Result<(), Why> {
        let wrong = || Why::NotUnderstood(target.clone(), typed.to_owned());
        match target.field {
            Field::Id => {
                // Somebody else's numbers are no identities of ours.
                let uuid = uuid::Uuid::try_parse(typed).map_err(|_| wrong())?;
                found.id = Some(ParticipantId::from_uuid(uuid));
            }
            Field::Name => return self.take_name(found, target, typed),
            Field::Honorific if target.of == Of::One && found.names.len() != 1 => {
                typed.clone_into(&mut found.honorific);
            }
            Field::Honours if target.of == Of::One => typed.clone_into(&mut found.honours),
            Field::Honorific | Field::Family | Field::Given | Field::Honours => {
                for (lang, text) in self.by_language(&target.of, typed) {
                    let said = found.names.entry(lang).or_default();
                    match target.field {
                        Field::Honorific => said.honorific = text,
                        Field::Family => said.family = text,
                        Field::Given => said.given = text,
                        _ => said.honours = text,
                    }
                }
            }
            Field::Order => {
                let order = one_of(&NameOrder::ALL, typed, Words::name_order).ok_or_else(wrong)?;
                for (lang, _) in self.by_language(&target.of, typed) {
                    found.names.entry(lang).or_default().order = Some(order);
                }
            }
            Field::Post => found.post.extend(self.by_language(&target.of, typed)),
            Field::Organisation => found
                .organisation
                .extend(self.by_language(&target.of, typed)),
            Field::Delegation => found.delegation.extend(self.by_language(&target.of, typed)),
            Field::Biography => found.biography.extend(self.by_language(&target.of, typed)),
            Field::Acting => found.acting = Some(flag(cell, typed).ok_or_else(wrong)?),
            Field::Precedence => found.precedence = Some(number(cell).ok_or_else(wrong)?),
            Field::Attendance => found.attendance = Some(attendance(typed).ok_or_else(wrong)?),
            Field::Arrives => found.arrives = Some(self.reader.moment(cell).ok_or_else(wrong)?),
            Field::Leaves => found.leaves = Some(self.reader.moment(cell).ok_or_else(wrong)?),
            Field::Email => typed.clone_into(&mut found.email),
            Field::Phone => typed.clone_into(&mut found.phone),
            Field::Through => typed.clone_into(&mut found.through),
            Field::Day
            | Field::Start
            | Field::End
            | Field::Length
            | Field::Fixed
            | Field::Slack
            | Field::Kind
            | Field::Title
            | Field::Summary
            | Field::Room
            | Field::Audience
            | Field::People
            | Field::Steps
            | Field::Cues
            | Field::Officer
            | Field::Remarks
            | Field::Extra => {}
        }
        Ok(())
    }

    fn take_name(&self, found: &mut Incoming, target: &Target, typed: &str) -> Result<(), Why> {
        let mut behind = Ok(());
        for (lang, text) in self.by_language(&target.of, typed) {
            let piece = names::piece(&text);
            let said = found.names.entry(lang.clone()).or_default();
            said.whole = piece.name;
            if !piece.honours.is_empty() {
                said.honours = piece.honours;
            }
            if !piece.rest.is_empty() {
                behind = Err(Why::TakenAsPost(piece.rest.clone()));
                found.post.entry(lang).or_insert(piece.rest);
            }
        }
        behind
    }

    /// A text by its language: that of the column, or that of its characters where the column has several.
    fn by_language(&self, of: &Of, typed: &str) -> Vec<(Lang, String)> {
        match of {
            Of::Lang(lang) => vec![(lang.clone(), typed.to_owned())],
            Of::One | Of::Team(_) | Of::TeamIn(..) => {
                let (other, chinese) = script::apart(typed);
                let other = other.map(|text| (script::other_of(self.event), text));
                let chinese = chinese.map(|text| (script::chinese_of(self.event), text));
                other.into_iter().chain(chinese).collect()
            }
        }
    }

    pub(super) const fn order(&self) -> NameOrder {
        self.order
    }
}

/// The value of a closed set that is called so in any language.
pub(in crate::exchange) fn one_of<T: Copy>(
    all: &[T],
    typed: &str,
    name: impl Fn(Words, T) -> String,
) -> Option<T> {
    let wanted = typed.trim().to_lowercase();
    let tongues = Tongue::ALL.map(Words::new);
    all.iter().copied().find(|value| {
        tongues
            .iter()
            .any(|words| name(*words, *value).to_lowercase() == wanted)
    })
}

fn flag(cell: &Cell, typed: &str) -> Option<bool> {
    if let Cell::Flag(flag) = cell {
        return Some(*flag);
    }
    match typed.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "✓" | "✔" | "x" | "是" | "acting" | "署理" | "署任"
        | "代理" => Some(true),
        "no" | "n" | "false" | "0" | "-" | "否" => Some(false),
        _ => None,
    }
}

fn attendance(typed: &str) -> Option<Attendance> {
    const YES: &[&str] = &[
        "yes",
        "y",
        "true",
        "attending",
        "attend",
        "confirmed",
        "will attend",
        "accept",
        "accepts",
        "ok",
        "✓",
        "✔",
        "1",
        "出席",
        "會出席",
        "会出席",
        "確認",
        "确认",
        "已確認",
        "已确认",
        "參加",
        "参加",
        "是",
        "确认出席",
        "確認出席",
    ];
    const NO: &[&str] = &[
        "no",
        "n",
        "false",
        "not attending",
        "regret",
        "regrets",
        "apologies",
        "absent",
        "decline",
        "declines",
        "cancelled",
        "0",
        "✗",
        "✘",
        "不出席",
        "未能出席",
        "缺席",
        "婉拒",
        "請假",
        "请假",
        "否",
        "不参加",
        "不參加",
        "無法出席",
        "无法出席",
    ];
    const ASKED: &[&str] = &[
        "pending",
        "tbc",
        "tba",
        "unknown",
        "no reply",
        "awaiting",
        "awaiting reply",
        "invitation sent",
        "待覆",
        "待回覆",
        "待定",
        "待确认",
        "待確認",
        "未覆",
        "未回覆",
        "未回复",
        "已邀請",
        "已邀请",
        "?",
        "？",
    ];
    const HERE: &[&str] = &[
        "here",
        "present",
        "checked in",
        "on site",
        "已到",
        "到場",
        "到场",
        "已签到",
        "已簽到",
    ];
    let plain = typed.trim().to_lowercase();
    let is = |names: &[&str]| names.contains(&plain.as_str());
    one_of(&Attendance::ALL, typed, Words::attendance).or_else(|| {
        [
            (YES, Attendance::Accepted),
            (NO, Attendance::Declined),
            (ASKED, Attendance::Invited),
            (HERE, Attendance::Arrived),
        ]
        .into_iter()
        .find(|(names, _)| is(names))
        .map(|(_, attendance)| attendance)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_in_two_languages() {
        for (typed, expected) in [
            ("Accepted", Attendance::Accepted),
            ("yes", Attendance::Accepted),
            ("出席", Attendance::Accepted),
            ("不出席", Attendance::Declined),
            ("Regrets", Attendance::Declined),
            ("TBC", Attendance::Invited),
            ("已到", Attendance::Arrived),
        ] {
            assert_eq!(attendance(typed), Some(expected), "{typed}");
        }
        assert_eq!(attendance("maybe later"), None);
    }
}
