//! What the list of changes says: what is different since a version, by session and by person.

use serde::Serialize;

use super::readers::{Named, Readers, Texts, widths};
use crate::{
    model::{Event, ItemId, ItemKind, SessionId},
    plan::{
        Changes, Plan, Subject,
        changes::{Change, What},
    },
    print::{Job, Since, spots},
    words::Teller,
};

#[derive(Serialize)]
pub(super) struct ChangeList {
    /// What the paper is called; none where no version was issued.
    title: Option<Texts>,
    /// With what it compares.
    from: Texts,
    /// That nothing has changed, or that there is nothing to compare with; else nothing.
    nothing: Texts,
    /// What is different about the event as a whole.
    event: Vec<Texts>,
    days: Vec<OneDay>,
    people: Vec<Group>,
    others: Vec<Section>,
}

#[derive(Serialize)]
struct OneDay {
    date: Texts,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    item: String,
    start: Texts,
    end: Texts,
    /// When it began, where it begins at another time.
    was: Option<Texts>,
    title: Texts,
    gone: bool,
    lines: Vec<Texts>,
    /// Whether it stands on one page for certain.
    short: bool,
}

/// An item with what is different about it.
#[derive(Serialize)]
struct Group {
    item: String,
    #[serde(flatten)]
    named: Named,
    lines: Vec<Texts>,
    /// Whether it stands on one page for certain.
    short: bool,
}

#[derive(Serialize)]
struct Section {
    title: Texts,
    groups: Vec<Group>,
}

/// More lines than this do not stand on one page for certain.
const MOST_LINES: usize = 36;

/// How many Latin characters stand on a line of the column of names and of that of changes.
const NAME: usize = 32;
const CHANGE: usize = 50;

/// Whether a name and what is told of it stand on one page for certain.
fn is_short(name: &[&Texts], lines: &[Texts]) -> bool {
    let rows = |texts: &Texts, column: usize| -> usize {
        widths(texts)
            .map(|width| width.div_ceil(column).max(1))
            .sum()
    };
    let names: usize = name.iter().map(|texts| rows(texts, NAME)).sum();
    let told: usize = lines.iter().map(|texts| rows(texts, CHANGE) + 1).sum();
    names.max(told) <= MOST_LINES
}

/// The kinds of item that have a section of their own, in order.
const SECTIONS: [ItemKind; 6] = [
    ItemKind::Agreement,
    ItemKind::Organisation,
    ItemKind::Delegation,
    ItemKind::Room,
    ItemKind::Team,
    ItemKind::Photo,
];

pub(super) fn of(job: &Job, readers: &Readers) -> ChangeList {
    let mut list = ChangeList {
        title: None,
        from: Texts::new(),
        nothing: Texts::new(),
        event: Vec::new(),
        days: Vec::new(),
        people: Vec::new(),
        others: Vec::new(),
    };
    let Some(since) = &job.since else {
        list.nothing = readers.each(|reader| reader.words.t("paper-changes-no-version"));
        return list;
    };
    let number = since.issue.number;
    let numbered = |key| readers.each(|reader| reader.words.tf(key, [("number", number.into())]));
    list.title = Some(numbered("paper-changes-since"));
    list.from = readers.each(|reader| {
        let values = [
            ("number", number.into()),
            ("issued", reader.words.issued(&since.issue).into()),
            ("fingerprint", since.issue.fingerprint.clone().into()),
        ];
        reader.words.tf("paper-changes-from", values)
    });
    // What somebody left as it is stands on no paper.
    let changes = Changes::between(&since.event.printed(), &job.event.printed());
    if changes.is_empty() {
        list.nothing = numbered("paper-changes-none");
        return list;
    }
    let telling = Telling {
        job,
        since,
        readers,
    };
    for (subject, changes) in changes.by_subject() {
        match subject {
            Subject::Event => list.event.extend(telling.lines(changes)),
            Subject::Item(ItemId::Session(id)) => telling.session(id, changes, &mut list.days),
            Subject::Item(id) => telling.other(id, changes, &mut list.others),
        }
    }
    list.people = changes
        .people
        .iter()
        .map(|(person, changes)| telling.person(*person, changes))
        .collect();
    list
}

struct Telling<'a> {
    job: &'a Job,
    since: &'a Since,
    readers: &'a Readers,
}

impl<'a> Telling<'a> {
    fn tell(&self, tell: impl Fn(&Teller) -> String) -> Texts {
        self.readers.each(|reader| {
            let teller = Teller::new(reader.words, &self.since.event, &self.job.event);
            super::printable::line(&tell(&teller))
        })
    }

    /// Each change without the name of what it is about.
    fn lines(&self, changes: &[Change]) -> Vec<Texts> {
        changes
            .iter()
            .map(|change| self.tell(|teller| teller.phrase(change)))
            .collect()
    }

    /// The state that has this item.
    fn state_of(&self, id: ItemId) -> (&'a Event, &'a Plan) {
        if self.job.event.contains(id) {
            (&self.job.event, &self.job.plan)
        } else {
            (&self.since.event, &self.since.plan)
        }
    }

    fn session(&self, id: SessionId, changes: &[Change], days: &mut Vec<OneDay>) {
        let (event, plan) = self.state_of(id.into());
        let (Some(session), Some(timed)) = (event.sessions.get(id), plan.timed(id)) else {
            return;
        };
        let clock = event.details.style.staff_clock;
        let time = |at: jiff::civil::DateTime| {
            let readers = self.readers;
            readers.each_once(|reader| reader.words.time(at.time(), clock))
        };
        let before = self.since.plan.timed(id).map(|timed| timed.start);
        let title = self.readers.line_or(&session.title, |reader| {
            reader.words.session_kind(session.kind)
        });
        let lines = self.lines(changes);
        let row = Row {
            short: is_short(&[&title], &lines),
            item: spots::label_of(id.into()),
            start: time(timed.start),
            end: time(timed.end),
            was: before
                .filter(|before| before.time() != timed.start.time())
                .map(time),
            title,
            gone: changes.iter().any(|change| change.what == What::TakenOut),
            lines,
        };
        let date = session.day;
        let texts = self.readers.each(|reader| reader.words.date(date));
        match days.iter_mut().find(|day| day.date == texts) {
            Some(day) => day.rows.push(row),
            None => days.push(OneDay {
                date: texts,
                rows: vec![row],
            }),
        }
    }

    fn person(&self, id: crate::model::ParticipantId, changes: &[Change]) -> Group {
        let event = self.state_of(id.into()).0;
        let named = event
            .participants
            .get(id)
            .map(|person| {
                let capitals = event.details.style.family_capitals;
                self.readers.participant(event, person, capitals)
            })
            .unwrap_or_default();
        let own = Subject::Item(id.into());
        let tell = |change: &Change| {
            self.tell(|teller| {
                if change.subject == own {
                    teller.phrase(change)
                } else {
                    teller.sentence(change)
                }
            })
        };
        group(id.into(), named, changes.iter().map(tell).collect())
    }

    fn other(&self, id: ItemId, changes: &[Change], sections: &mut Vec<Section>) {
        // Participants have their own part of the paper.
        if !SECTIONS.contains(&id.kind()) {
            return;
        }
        let named = Named {
            name: self.tell(|teller| teller.heading(Subject::Item(id))),
            ..Named::default()
        };
        let group = group(id, named, self.lines(changes));
        let title = self
            .readers
            .each(|reader| reader.words.item_kind(id.kind()));
        match sections.iter_mut().find(|section| section.title == title) {
            Some(section) => section.groups.push(group),
            None => sections.push(Section {
                title,
                groups: vec![group],
            }),
        }
    }
}

fn group(id: ItemId, named: Named, lines: Vec<Texts>) -> Group {
    Group {
        item: spots::label_of(id),
        short: is_short(&[&named.name, &named.post, &named.organisation], &lines),
        named,
        lines,
    }
}
