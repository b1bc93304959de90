//! The sample event: every fact of the event that it is made from, and a file that is as the program writes it.

#![allow(
    clippy::unwrap_used,
    reason = "what the project carries is right, or the test fails"
)]

mod photos;
mod sound;

use std::{collections::HashSet, fs, path::PathBuf};

use jiff::civil::date;
use runsheet::{
    model::{
        Attendance, Audience, Event, Lang, OrganisationKind, Participant, Region, Role, Session,
        SessionKind, Who,
    },
    plan::Plan,
    store::{from_ron, to_ron},
};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/sample")
}

fn text() -> String {
    fs::read_to_string(folder().join("event.ron")).unwrap()
}

fn sample() -> Event {
    let (event, migrated_from) = from_ron(&text(), &folder().join("event.ron")).unwrap();
    assert_eq!(migrated_from, None);
    event
}

fn person<'a>(event: &'a Event, name: &str) -> &'a Participant {
    event
        .participants
        .iter()
        .find(|person| person.formal_name(&Lang::EN) == name)
        .unwrap_or_else(|| panic!("{name} is not in the sample"))
}

fn of_kind(event: &Event, kind: SessionKind) -> Vec<&Session> {
    event
        .sessions
        .iter()
        .map(AsRef::as_ref)
        .filter(|session| session.kind == kind)
        .collect()
}

/// Who has this role in a session, as a reader of English is told.
fn cast(event: &Event, session: &Session, role: Role) -> Vec<String> {
    session
        .people
        .iter()
        .filter(|appearance| appearance.role == role)
        .map(|appearance| match appearance.who {
            Who::Person(id) => event.participants.get(id).unwrap().formal_name(&Lang::EN),
            Who::RepresentativeOf(id) => {
                let organisation = event.organisations.get(id).unwrap();
                organisation.name.text(&Lang::EN).to_owned()
            }
        })
        .collect()
}

#[test]
fn it_is_written_as_the_program_writes() {
    assert_eq!(to_ron(&sample()), text());
}

#[test]
fn the_event_has_its_title_theme_host_day_and_sequel_in_both_languages() {
    let details = sample().details;
    assert_eq!(*details.languages, [Lang::EN, Lang::ZH_HANT]);
    assert_eq!(details.days, [date(2025, 6, 3)].into());
    assert_eq!(details.time_zone, "Asia/Hong_Kong");
    for (text, part) in [
        (&details.title, "National High-calibre Talent Hub Symposium"),
        (&details.theme, "Regional Collaboration"),
        (&details.theme, "Empowerment through Science and Education"),
        (&details.theme, "Global Talent Attraction"),
        (&details.host, "Hong Kong Special Administrative Region"),
        (&details.next, "Second Global Talent Summit · Hong Kong"),
        (&details.occasion, "Summit"),
        (&details.venue, "Hong Kong"),
    ] {
        assert!(text.text(&Lang::EN).contains(part), "{part}");
        assert!(!text.text(&Lang::ZH_HANT).is_empty(), "{part}");
    }
}

#[test]
fn everybody_who_is_named_has_post_organisation_and_rank() {
    let event = sample();
    let people = [
        (
            "Mr Chan Kwok-ki",
            "Chief Secretary for Administration",
            "Chief Secretary for Administration’s Office",
        ),
        (
            "Mr Yu Jiadong",
            "Vice Minister of Human Resources and Social Security",
            "Ministry of Human Resources and Social Security",
        ),
        (
            "Mr Chris Sun",
            "Secretary for Labour and Welfare",
            "Labour and Welfare Bureau",
        ),
        (
            "Mr Zhang Ruobing",
            "Director of the Beijing Municipal Talent Work Bureau",
            "Beijing Municipal Talent Work Bureau",
        ),
        (
            "Mr Pan Xiaogang",
            "Director of the Shanghai Municipal Talent Work Bureau",
            "Shanghai Municipal Talent Work Bureau",
        ),
        (
            "Mr Man Xincheng",
            "Deputy Director of the Talent Work Leading Group Office of the CPC Guangdong Provincial Committee",
            "Talent Work Leading Group Office of the CPC Guangdong Provincial Committee",
        ),
        (
            "Mr Chao Chong-hang",
            "Secretary-General of the Talent Development Committee of the Macao SAR Government",
            "Talent Development Committee of the Macao SAR Government",
        ),
        (
            "Ms Liang Ke",
            "Deputy Secretary of the Party Working Committee of Shenzhen Qianhai Cooperation Zone",
            "Shenzhen Qianhai Cooperation Zone",
        ),
        (
            "Mr Zhang Jiabing",
            "Director of the Talent Work Leading Group Office of the CPC Guangzhou Nansha District Committee and member of its Standing Committee",
            "Guangzhou Nansha",
        ),
        (
            "Professor Richard Wong",
            "Provost and Deputy Vice-Chancellor",
            "The University of Hong Kong",
        ),
        (
            "Professor Li Wen-jung",
            "Vice-President (Talent and International Strategy)",
            "City University of Hong Kong",
        ),
        (
            "Mr Anthony Lau",
            "Director of Hong Kong Talent Engage",
            "Hong Kong Talent Engage",
        ),
    ];
    assert_eq!(event.participants.len(), people.len());
    for (rank, (name, post, organisation)) in (1..).zip(people) {
        let person = person(&event, name);
        assert_eq!(person.post.text(&Lang::EN), post);
        assert!(!person.post.text(&Lang::ZH_HANT).is_empty(), "{name}");
        let from = event.organisations.get(person.organisation.unwrap());
        assert_eq!(from.unwrap().name.text(&Lang::EN), organisation);
        assert!(from.unwrap().delegation.is_some(), "{name}");
        assert_eq!(person.precedence, Some(rank), "{name}");
        assert!(
            matches!(
                person.attendance,
                Attendance::Accepted | Attendance::Arrived
            ),
            "{name}"
        );
    }
}

#[test]
fn each_part_of_the_programme_has_its_people() {
    let event = sample();
    let speakers = |kind| -> Vec<String> {
        of_kind(&event, kind)
            .into_iter()
            .flat_map(|session| cast(&event, session, Role::Speaker))
            .collect()
    };
    assert_eq!(speakers(SessionKind::WelcomeRemarks), ["Mr Chan Kwok-ki"]);
    assert_eq!(speakers(SessionKind::VideoAddress), ["Mr Yu Jiadong"]);
    assert_eq!(
        speakers(SessionKind::Keynote),
        ["Professor Richard Wong", "Professor Li Wen-jung"]
    );
    assert_eq!(speakers(SessionKind::ClosingRemarks), ["Mr Chris Sun"]);
    let panels = of_kind(&event, SessionKind::PanelDiscussion);
    assert_eq!(panels.len(), 2);
    assert_eq!(
        cast(&event, panels[0], Role::Panellist),
        [
            "Mr Chris Sun",
            "Mr Zhang Ruobing",
            "Mr Pan Xiaogang",
            "Mr Man Xincheng",
            "Mr Chao Chong-hang"
        ]
    );
    assert_eq!(
        cast(&event, panels[1], Role::Panellist),
        [
            "Tsinghua University",
            "Peking University",
            "Fudan University",
            "Harbin Institute of Technology",
            "The Hong Kong University of Science and Technology"
        ]
    );
}

#[test]
fn one_director_signs_two_agreements_before_one_witness() {
    let event = sample();
    let signing = of_kind(&event, SessionKind::Signing)[0].id;
    let (lau, sun) = (
        person(&event, "Mr Anthony Lau").id,
        person(&event, "Mr Chris Sun").id,
    );
    let others = ["Ms Liang Ke", "Mr Zhang Jiabing"];
    assert_eq!(event.agreements.len(), others.len());
    for (agreement, other) in event.agreements.iter().zip(others) {
        let title = agreement.title.text(&Lang::EN);
        assert!(title.starts_with("Memorandum of Understanding"), "{title}");
        assert_eq!(agreement.session, Some(signing));
        assert_eq!(agreement.witnesses, [sun]);
        let signatories: Vec<_> = agreement
            .parties
            .iter()
            .map(|party| (party.signatory.unwrap(), party.organisation))
            .collect();
        let other = person(&event, other);
        let hkte = person(&event, "Mr Anthony Lau").organisation;
        assert_eq!(signatories, [(lau, hkte), (other.id, other.organisation)]);
    }
}

#[test]
fn the_counts_are_those_of_the_event() {
    let event = sample();
    let tallies = Plan::of(&event).tallies;
    assert!((140..=160).contains(&tallies.people), "{}", tallies.people);
    let bodies = |kind, region| {
        tallies
            .organisations
            .get(&(kind, region))
            .copied()
            .unwrap_or_default()
    };
    assert_eq!(bodies(OrganisationKind::University, Region::Mainland), 23);
    assert_eq!(bodies(OrganisationKind::University, Region::HongKong), 5);
    assert_eq!(bodies(OrganisationKind::Platform, Region::Mainland), 4);
    assert_eq!(bodies(OrganisationKind::Government, Region::Macao), 1);
    let cities = event
        .organisations
        .iter()
        .find(|organisation| organisation.stands_for == 9);
    assert!(
        cities
            .unwrap()
            .name
            .text(&Lang::EN)
            .contains("Mainland cities")
    );
    assert_eq!(tallies.delegations.len(), event.delegations.len());
}

#[test]
fn the_day_runs_as_planned() {
    let event = sample();
    let plan = Plan::of(&event);
    let day: Vec<String> = plan.days[0]
        .sessions
        .iter()
        .filter_map(|id| event.sessions.get(*id))
        .filter(|session| session.audience == Audience::Guests)
        .map(|session| {
            let timed = plan.timed(session.id).unwrap();
            let clock = |moment: jiff::civil::DateTime| moment.strftime("%H:%M").to_string();
            format!(
                "{} {} {:?}",
                clock(timed.start),
                clock(timed.end),
                session.kind
            )
        })
        .collect();
    assert_eq!(
        day,
        [
            "09:00 09:30 Registration",
            "09:30 09:32 Other",
            "09:32 09:42 WelcomeRemarks",
            "09:42 09:50 VideoAddress",
            "09:50 10:10 Keynote",
            "10:10 10:30 Keynote",
            "10:30 10:40 GroupPhoto",
            "10:40 10:55 Break",
            "10:55 11:40 PanelDiscussion",
            "11:40 12:20 PanelDiscussion",
            "12:20 12:35 Signing",
            "12:35 12:45 ClosingRemarks",
            "12:50 14:05 Meal",
        ]
    );
    assert_eq!(plan.days.len(), 1);
}

#[test]
fn steps_stay_inside_their_sessions_and_every_team_has_cues() {
    let event = sample();
    let mut teams = HashSet::new();
    for session in &event.sessions {
        let length = i32::try_from(session.length.as_secs()).unwrap();
        let offsets: Vec<i32> = session
            .steps
            .iter()
            .map(|step| step.offset.as_secs())
            .collect();
        assert!(offsets.is_sorted(), "{:?}", session.title);
        assert!(
            offsets.iter().all(|offset| *offset <= length),
            "{:?}",
            session.title
        );
        assert!(!session.officer.is_empty(), "{:?}", session.title);
        let on_stage = session.kind.needs_speaker()
            || matches!(
                session.kind,
                SessionKind::PanelDiscussion | SessionKind::Signing | SessionKind::GroupPhoto
            );
        assert!(!on_stage || session.steps.len() >= 3, "{:?}", session.title);
        let steps = session.steps.iter().flat_map(|step| &step.cues);
        teams.extend(steps.chain(&session.cues).map(|cue| cue.team));
    }
    assert_eq!(teams.len(), event.teams.len());
}
