//! Clearing what stands in a field whose cell is empty, where somebody asked for it.

use super::row::Rows;
use crate::{
    exchange::{
        Datum, Field, Of, Target, script,
        table::{Cell, Row},
    },
    model::{Audience, Cue, Lang, Session, Start, Text},
    words::Words,
};

impl Rows<'_> {
    /// Clears those fields of a session that is there, before what the row says is taken over. Its day, its kind and its
    /// length stay: there is no session without.
    pub(super) fn clear(&self, session: &mut Session, there: &Session, row: &Row) {
        let is_empty = |at: usize| *row.cell(at) == Cell::Empty;
        let columns = self.layout.columns.iter().enumerate();
        for (_, column) in columns.filter(|(at, _)| is_empty(*at)) {
            let Some(target) = &column.target else {
                continue;
            };
            for target in self.each(target) {
                // What an export would leave empty is as the file has it.
                if self.context.fact(there, &target, Words::default()) != Datum::Nothing {
                    self.clear_one(session, &target, row);
                }
            }
        }
    }

    /// A target of a cell in two languages as those of each.
    fn each(&self, target: &Target) -> Vec<Target> {
        if target.of == Of::One && target.field.has_languages() {
            let event = self.context.event;
            return [script::other_of(event), script::chinese_of(event)]
                .iter()
                .map(|lang| target.field.in_lang(lang))
                .collect();
        }
        vec![target.clone()]
    }

    fn clear_one(&self, session: &mut Session, target: &Target, row: &Row) {
        let says = |field: Field| {
            let mut columns = self.layout.of(field);
            columns.any(|(at, _)| *row.cell(at) != Cell::Empty)
        };
        let lang = match &target.of {
            Of::Lang(lang) | Of::TeamIn(_, lang) => Some(lang),
            Of::One | Of::Team(_) => None,
        };
        let clear = |text: &mut Text| {
            if let Some(lang) = lang {
                text.set(lang, String::new());
            }
        };
        match target.field {
            Field::Start => session.start = Start::Follows,
            Field::End => session.until = None,
            Field::Slack => session.slack = None,
            Field::Fixed => {
                session.start = Start::Follows;
                session.until = None;
            }
            Field::Title => clear(&mut session.title),
            Field::Summary => clear(&mut session.summary),
            Field::Room if !says(Field::Room) => session.room = None,
            Field::Audience => session.audience = Audience::default(),
            Field::People => session.people.clear(),
            Field::Officer => session.officer.clear(),
            Field::Remarks => session.remarks.clear(),
            Field::Steps => {
                session.steps.retain_mut(|step| {
                    let had = !step.text.is_empty();
                    clear(&mut step.text);
                    // A step that says nothing any more is kept for its cues.
                    !(had && step.text.is_empty() && step.cues.is_empty())
                });
            }
            Field::Cues => self.clear_cues(session, &target.of, lang),
            Field::Room
            | Field::Day
            | Field::Length
            | Field::Kind
            | Field::Id
            | Field::Honorific
            | Field::Name
            | Field::Family
            | Field::Given
            | Field::Order
            | Field::Honours
            | Field::Post
            | Field::Acting
            | Field::Organisation
            | Field::Delegation
            | Field::Precedence
            | Field::Attendance
            | Field::Arrives
            | Field::Leaves
            | Field::Email
            | Field::Phone
            | Field::Through
            | Field::Biography
            | Field::Extra => {}
        }
    }

    fn clear_cues(&self, session: &mut Session, of: &Of, lang: Option<&Lang>) {
        let (Of::Team(name) | Of::TeamIn(name, _)) = of else {
            return;
        };
        let key = crate::exchange::organisations::key(name);
        let Some(team) = self.context.teams.get(&key).copied() else {
            return;
        };
        let retain = |cues: &mut Vec<Cue>| {
            cues.retain_mut(|cue| {
                if cue.team != team {
                    return true;
                }
                match lang {
                    Some(lang) => cue.text.set(lang, String::new()),
                    None => cue.text = Text::default(),
                }
                !cue.text.is_empty()
            });
        };
        retain(&mut session.cues);
        session.steps.retain_mut(|step| {
            let had = !step.cues.is_empty();
            retain(&mut step.cues);
            !(had && step.cues.is_empty() && step.text.is_empty())
        });
    }
}
