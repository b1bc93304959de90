//! What the programme says: the sessions for guests, and who comes. Never a cue, an officer or a telephone number.

use serde::Serialize;

use super::{
    printable,
    readers::{Named, Reader, Readers, Texts, widths},
};
use crate::{
    model::{
        Agreement, Appearance, Audience, DelegationId, Organisation, OrganisationKind, Region,
        Role, Session, SessionKind, Who,
    },
    plan::{Timed, organisations_of},
    print::{Job, spots},
};

/// A session of more lines than this may break between two of its guests.
const KEPT_TOGETHER: usize = 20;

/// A title and abstract that take more lines than this with the first guests may break anywhere.
const MOST_LINES: usize = 40;

/// How many Latin characters stand on a line, with one language and with two side by side.
const LINE: [usize; 2] = [72, 36];

#[derive(Serialize)]
pub(super) struct Programme {
    days: Vec<OneDay>,
    organisations: Vec<Group>,
    tallies: Vec<Tally>,
}

#[derive(Serialize)]
struct OneDay {
    date: Texts,
    sessions: Vec<OneSession>,
}

#[derive(Serialize)]
struct OneSession {
    item: String,
    /// From when, with the word or mark that leads to the end.
    from: Texts,
    to: Texts,
    title: Texts,
    /// The kind, where the title does not say it.
    kind: Texts,
    summary: Texts,
    room: Texts,
    people: Vec<Part>,
    agreements: Vec<Signed>,
    /// Whether it is short enough to be kept on one page.
    together: bool,
    /// Whether at least its head, the first guests, and each single guest are.
    short_head: bool,
}

/// Everybody with one role in a session.
#[derive(Serialize)]
struct Part {
    /// The role; nothing where it goes without saying.
    role: Texts,
    people: Vec<Guest>,
}

#[derive(Serialize)]
struct Guest {
    item: String,
    #[serde(flatten)]
    named: Named,
}

#[derive(Serialize)]
struct Signed {
    item: String,
    title: Texts,
    parties: Vec<Side>,
    witnesses: Vec<Guest>,
}

#[derive(Serialize)]
struct Side {
    organisation: Texts,
    signatory: Option<Guest>,
}

/// Organisations that come together.
#[derive(Serialize)]
struct Group {
    item: Option<String>,
    name: Texts,
    members: Vec<Member>,
}

#[derive(Serialize)]
struct Member {
    item: String,
    name: Texts,
}

/// How many bodies of one kind come, by region.
#[derive(Serialize)]
struct Tally {
    kind: Texts,
    regions: Vec<Count>,
}

#[derive(Serialize)]
struct Count {
    region: Texts,
    count: u32,
}

pub(super) fn of(job: &Job, readers: &Readers) -> Programme {
    let sessions = |ids: &[_]| -> Vec<OneSession> {
        ids.iter()
            .filter_map(|id| {
                let session = job.event.sessions.get(*id)?;
                let seen = session.audience == Audience::Guests;
                seen.then(|| session_of(job, readers, session, job.plan.timed(*id)))
            })
            .collect()
    };
    Programme {
        days: job
            .plan
            .days
            .iter()
            .map(|day| OneDay {
                date: readers.each(|reader| reader.words.paper_date(day.date)),
                sessions: sessions(&day.sessions),
            })
            .filter(|day| !day.sessions.is_empty())
            .collect(),
        organisations: organisations(job, readers),
        tallies: tallies(job, readers),
    }
}

fn session_of(
    job: &Job,
    readers: &Readers,
    session: &Session,
    timed: Option<&Timed>,
) -> OneSession {
    let event = &*job.event;
    let clock = event.details.style.guest_clock;
    let span = timed.map(|timed| (timed.start.time(), timed.end.time()));
    let (from, to) = span.map_or_else(Default::default, |(start, end)| {
        let to = |reader: &Reader| reader.words.time(end, clock);
        let from = |reader: &Reader| {
            let range = reader.words.time_range(start, end, clock);
            let from = range.strip_suffix(&to(reader)).unwrap_or(&range);
            from.trim_end().to_owned()
        };
        (readers.each(from), readers.each(to))
    });
    let kind = readers.each(|reader| reader.words.session_kind(session.kind));
    let title = readers.line_or(&session.title, |reader| {
        reader.words.session_kind(session.kind)
    });
    let room = session
        .room
        .filter(|_| event.rooms.len() > 1)
        .and_then(|id| event.rooms.get(id));
    let agreements: Vec<_> = event
        .agreements
        .iter()
        .filter(|agreement| agreement.session == Some(session.id))
        .collect();
    let mut one = OneSession {
        item: spots::label_of(session.id.into()),
        from,
        to,
        kind: if session.kind == SessionKind::Other || kind == title {
            Texts::new()
        } else {
            kind
        },
        title,
        summary: readers.lines(&session.summary),
        room: room.map_or_else(Texts::new, |room| readers.line(&room.name)),
        people: parts(job, readers, session, &agreements),
        agreements: agreements
            .iter()
            .map(|agreement| signed(job, readers, session, agreement))
            .collect(),
        together: true,
        short_head: true,
    };
    let line = LINE[usize::from(readers.0.len() > 1)];
    one.together = head_lines(&one, line) + guest_lines(&one, line) <= KEPT_TOGETHER;
    one.short_head = head_lines(&one, line) + 3 * tallest_piece(&one, line) <= MOST_LINES;
    one
}

/// The people of a session by their roles, without those whom an agreement names as its signatories.
fn parts(
    job: &Job,
    readers: &Readers,
    session: &Session,
    agreements: &[&std::sync::Arc<Agreement>],
) -> Vec<Part> {
    let signs = |who: Who| {
        agreements
            .iter()
            .flat_map(|agreement| &agreement.parties)
            .filter_map(|party| party.signatory)
            .any(|id| who == Who::Person(id))
    };
    let shown = |role: Role, appearance: &&Appearance| {
        appearance.role == role && !(role == Role::Signatory && signs(appearance.who))
    };
    Role::ALL
        .into_iter()
        .filter(|role| role.is_for_guests())
        .filter_map(|role| {
            let people: Vec<_> = session
                .people
                .iter()
                .filter(|appearance| shown(role, appearance))
                .filter_map(|appearance| guest(job, readers, appearance.who))
                .collect();
            let role = role_of_several(readers, role, people.len());
            (!people.is_empty()).then_some(Part { role, people })
        })
        .collect()
}

/// The role as it stands above the names of so many people; nothing where it goes without saying.
fn role_of_several(readers: &Readers, role: Role, people: usize) -> Texts {
    let key = match role {
        Role::Speaker => return Texts::new(),
        Role::Officiating => "paper-role-officiating",
        Role::Moderator => "paper-role-moderator",
        Role::Panellist => "paper-role-panellist",
        Role::Signatory => "paper-role-signatory",
        Role::Witness => "paper-role-witness",
        // Not for guests; were they, they would be called what they are called elsewhere.
        Role::Mc | Role::Interpreter => return readers.each(|reader| reader.words.role(role)),
    };
    readers.each(|reader| reader.words.tf(key, [("count", people.into())]))
}

fn guest(job: &Job, readers: &Readers, who: Who) -> Option<Guest> {
    let item = match who {
        Who::Person(id) => spots::label_of(id.into()),
        Who::RepresentativeOf(id) => spots::label_of(id.into()),
    };
    let named = readers.who(&job.event, who, false)?;
    Some(Guest { item, named })
}

fn signed(job: &Job, readers: &Readers, session: &Session, agreement: &Agreement) -> Signed {
    let event = &*job.event;
    let witnesses_session = |id| {
        session
            .people
            .iter()
            .any(|one| one.role == Role::Witness && one.who == Who::Person(id))
    };
    Signed {
        item: spots::label_of(agreement.id.into()),
        title: readers.line_or(&agreement.title, |reader| {
            reader.words.item_kind(crate::model::ItemKind::Agreement)
        }),
        parties: agreement
            .parties
            .iter()
            .map(|party| {
                let body = party
                    .organisation
                    .and_then(|id| event.organisations.get(id));
                let who = party.signatory.map(Who::Person);
                let signatory = who.and_then(|who| guest(job, readers, who));
                let mut organisation =
                    body.map_or_else(Texts::new, |body| readers.line(&body.name));
                if let Some(signatory) = &signatory {
                    leave_out_what_is_said(&mut organisation, &signatory.named);
                }
                Side {
                    organisation,
                    signatory,
                }
            })
            .filter(|side| side.signatory.is_some() || !side.organisation.is_empty())
            .collect(),
        witnesses: agreement
            .witnesses
            .iter()
            .filter(|id| !witnesses_session(**id))
            .filter_map(|id| guest(job, readers, Who::Person(*id)))
            .collect(),
    }
}

/// Takes out the name of a party where its signatory's post tells it.
fn leave_out_what_is_said(organisation: &mut Texts, signatory: &Named) {
    for (place, name) in organisation.iter_mut().enumerate() {
        let posts = [&signatory.post, &signatory.organisation];
        let mut posts = posts
            .into_iter()
            .filter_map(|texts| texts.get(place)?.as_ref());
        let is_said = name
            .as_ref()
            .is_some_and(|name| posts.any(|post| post.text().contains(name.text())));
        if is_said {
            *name = None;
        }
    }
}

/// The organisations by delegation; those without one by their region, where there are delegations at all.
fn organisations(job: &Job, readers: &Readers) -> Vec<Group> {
    let event = &*job.event;
    let member = |organisation: &Organisation| Member {
        item: spots::label_of(organisation.id.into()),
        name: readers.line_or(&organisation.name, |reader| {
            reader.words.t("paper-nameless")
        }),
    };
    let mut groups: Vec<Group> = event
        .delegations
        .iter()
        .map(|delegation| Group {
            item: Some(spots::label_of(delegation.id.into())),
            name: readers.line_or(&delegation.name, |reader| {
                reader.words.item_kind(crate::model::ItemKind::Delegation)
            }),
            members: members(job, Some(delegation.id))
                .map(|body| member(&body))
                .collect(),
        })
        .collect();
    for region in Region::ALL {
        groups.push(Group {
            item: None,
            name: readers.each(|reader| reader.words.region(region)),
            members: members(job, None)
                .filter(|organisation| organisation.region == region)
                .map(|body| member(&body))
                .collect(),
        });
    }
    groups.retain(|group| !group.members.is_empty());
    groups
}

fn members(
    job: &Job,
    delegation: Option<DelegationId>,
) -> impl Iterator<Item = std::sync::Arc<Organisation>> {
    organisations_of(&job.event, delegation).into_iter()
}

fn tallies(job: &Job, readers: &Readers) -> Vec<Tally> {
    let counted = &job.plan.tallies.organisations;
    OrganisationKind::ALL
        .into_iter()
        .filter(|kind| *kind != OrganisationKind::Other)
        .map(|kind| Tally {
            kind: readers.each(|reader| reader.words.organisation_kind(kind)),
            regions: Region::ALL
                .into_iter()
                .filter_map(|region| {
                    let count = *counted.get(&(kind, region))?;
                    Some(Count {
                        region: readers.each(|reader| reader.words.region(region)),
                        count,
                    })
                })
                .collect(),
        })
        .filter(|tally| !tally.regions.is_empty())
        .collect()
}

fn lines_of(texts: &Texts, line: usize) -> usize {
    let each = widths(texts).map(|width| width.div_ceil(line));
    each.max().unwrap_or(0)
}

/// How many lines a session takes before its first guest, roughly: of two languages side by side, the longer.
fn head_lines(session: &OneSession, line: usize) -> usize {
    let paragraphs = |text: &str| -> usize {
        text.lines()
            .map(|text| printable::width(text).div_ceil(line).max(1))
            .sum()
    };
    let summary = session
        .summary
        .iter()
        .flatten()
        .map(|said| paragraphs(said.text()));
    lines_of(&session.title, line) * 2 + lines_of(&session.kind, line) + summary.max().unwrap_or(0)
}

/// How many lines its guests and agreements take.
fn guest_lines(session: &OneSession, line: usize) -> usize {
    pieces(session, line).sum()
}

/// How many lines the tallest of them takes.
fn tallest_piece(session: &OneSession, line: usize) -> usize {
    pieces(session, line).max().unwrap_or(0)
}

fn pieces(session: &OneSession, line: usize) -> impl Iterator<Item = usize> {
    let guest = move |guest: &Guest| {
        lines_of(&guest.named.name, line)
            + lines_of(&guest.named.post, line)
            + lines_of(&guest.named.organisation, line)
    };
    let people = session.people.iter().flat_map(move |part| {
        let role = std::iter::once(lines_of(&part.role, line));
        role.chain(part.people.iter().map(guest))
    });
    let agreements = session.agreements.iter().flat_map(move |signed| {
        let parties = signed.parties.iter().map(move |side| {
            lines_of(&side.organisation, line) + side.signatory.as_ref().map_or(0, guest)
        });
        std::iter::once(lines_of(&signed.title, line))
            .chain(parties)
            .chain(signed.witnesses.iter().map(guest))
    });
    people.chain(agreements)
}
