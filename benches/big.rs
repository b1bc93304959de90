//! Events as large as nobody has yet: what the program must still be quick with.

use jiff::civil::{date, time};
use runsheet::model::{
    Agreement, Appearance, BatchName, Clearance, Cue, Delegation, Edit, Event, EventId, FileName,
    Lang, Name, Offset, Organisation, OrganisationKind, Participant, Party, Photo, PixelSize,
    Region, Room, Session, SessionKind, Start, Step, Team, Text, Who,
};

/// Sessions on one day; the days follow each other.
const SESSIONS_A_DAY: usize = 60;

/// Rooms in which they run beside each other.
const ROOMS: usize = 6;

/// The same event with all of its sessions on its first day, in each room one behind the other.
pub fn on_one_day(mut event: Event) -> Event {
    let Some(first) = event.details.days.first().copied() else {
        return event;
    };
    let moved: Vec<Session> = (event.sessions.iter())
        .filter(|session| session.day != first)
        .map(|session| Session {
            day: first,
            start: Start::Follows,
            ..(**session).clone()
        })
        .collect();
    for session in moved {
        event
            .apply(&Edit::from(session))
            .expect("a session that is there can be changed");
    }
    event
}

/// An event in English and Traditional Chinese with so many sessions and participants, and half as many photos as
/// sessions. Each time the same, but for the identities.
pub fn event(sessions: usize, participants: usize) -> Event {
    let mut event = Event::empty(EventId::new());
    event.details.title = both("Festival of Everything", "萬事大會");
    event.details.venue = both("Harbour Hall, 1 Harbour Road", "海港堂，海港道1號");
    event.details.host = both("Secretariat of the Festival", "大會秘書處");
    let first = date(2025, 6, 3);
    let mut day = first;
    for _ in 0..sessions.div_ceil(SESSIONS_A_DAY) {
        event.details.days.insert(day);
        // The calendar goes on for longer than any event.
        day = day.tomorrow().unwrap_or(first);
    }
    let mut edits: Vec<Edit> = Vec::new();
    let rooms: Vec<Room> = (1..=ROOMS)
        .map(|n| Room::new(both(format!("Hall {n}"), format!("{n}號廳"))))
        .collect();
    let teams = [("AV", "視聽"), ("Stage", "舞台"), ("Protocol", "禮賓")]
        .map(|(en, zh)| Team::new(both(en, zh)));
    let delegations: Vec<Delegation> = (1..=20)
        .map(|n| Delegation::new(both(format!("Delegation {n}"), format!("第{n}代表團"))))
        .collect();
    let organisations: Vec<Organisation> = (0..participants.div_ceil(8).max(1))
        .map(|n| organisation(n, &delegations))
        .collect();
    let people: Vec<Participant> = (0..participants)
        .map(|n| participant(n, &organisations))
        .collect();
    let days: Vec<_> = event.details.days.iter().copied().collect();
    let items: Vec<Session> = (0..sessions)
        .map(|n| {
            let mut session = session(n, &teams, &people);
            session.day = days[n / SESSIONS_A_DAY];
            session.room = Some(rooms[n % ROOMS].id);
            if n % SESSIONS_A_DAY < ROOMS {
                session.start = Start::Fixed(time(9, 0, 0, 0));
            }
            session
        })
        .collect();
    edits.extend(rooms.into_iter().map(Edit::from));
    edits.extend(teams.map(Edit::from));
    edits.extend(delegations.into_iter().map(Edit::from));
    let naming: Vec<Edit> = (0..sessions / 50)
        .map(|n| agreement(n, &items, &organisations, &people).into())
        .chain((0..sessions / 2).map(|n| photo(n, &items, &people).into()))
        .collect();
    edits.extend(organisations.into_iter().map(Edit::from));
    edits.extend(people.into_iter().map(Edit::from));
    edits.extend(items.into_iter().map(Edit::from));
    edits.extend(naming);
    // One deed, in which nothing is named before it is there: else the whole event would be looked through for what names
    // a new item, for each of them.
    event
        .apply(&Edit::Batch(BatchName::Restore, edits))
        .expect("items can always be put");
    event
}

fn both(en: impl Into<String>, zh: impl Into<String>) -> Text {
    Text::en(en).with(&Lang::ZH_HANT, zh)
}

fn organisation(n: usize, delegations: &[Delegation]) -> Organisation {
    let mut organisation = Organisation::new(both(
        format!("University of the {}th District", n + 1),
        format!("第{}區大學", n + 1),
    ));
    organisation.kind = OrganisationKind::ALL[n % OrganisationKind::ALL.len()];
    organisation.region = Region::ALL[n % Region::ALL.len()];
    organisation.delegation = Some(delegations[n % delegations.len()].id);
    organisation
}

fn participant(n: usize, organisations: &[Organisation]) -> Participant {
    const FAMILIES: [(&str, &str); 7] = [
        ("Chan", "陳"),
        ("Wong", "黃"),
        ("Lee", "李"),
        ("Cheung", "張"),
        ("Lau", "劉"),
        ("Ng", "吳"),
        ("Leung", "梁"),
    ];
    const GIVEN: [(&str, &str); 5] = [
        ("Ka-yan", "嘉欣"),
        ("Chi-ming", "志明"),
        ("Mei-ling", "美玲"),
        ("Wai-man", "偉文"),
        ("Sze-wing", "詩穎"),
    ];
    let (family, family_zh) = FAMILIES[n % FAMILIES.len()];
    let (given, given_zh) = GIVEN[n / FAMILIES.len() % GIVEN.len()];
    let mut person = Participant::new();
    person.name.set(
        &Lang::EN,
        Name::new("Dr", family, &format!("{given} {}", n + 1)),
    );
    person.name.set(
        &Lang::ZH_HANT,
        Name::new("博士", family_zh, &format!("{given_zh}{}", n + 1)),
    );
    person.post = both("Director of Studies", "教務總監");
    person.organisation = Some(organisations[n % organisations.len()].id);
    person.precedence = u32::try_from(n + 1).ok();
    person
}

fn session(n: usize, teams: &[Team], people: &[Participant]) -> Session {
    let kind = SessionKind::ALL[n % SessionKind::ALL.len()];
    let mut session = Session::new(kind, date(2025, 6, 3));
    session.title = both(
        format!("Item {} of the festival: bridges between cities", n + 1),
        format!("大會第{}項：城市之間的橋樑", n + 1),
    );
    session.summary = both(
        "Speakers from four regions compare how talent moves, what keeps it, and what a city can do.",
        "來自四地的講者比較人才如何流動、因何留下，以及城市可以做些甚麼。",
    );
    session.officer = format!("EO {}", n % 9 + 1);
    let usual = kind.usual_roles();
    for place in 0..people.len().min(3) {
        session.people.push(Appearance {
            who: Who::Person(people[(n * 3 + place) % people.len()].id),
            role: usual[place % usual.len()],
            position: String::new(),
        });
    }
    let cue = |place: usize| Cue {
        team: teams[place % teams.len()].id,
        text: both("Lights down, then the film", "調暗燈光，播放短片"),
    };
    session.cues = vec![cue(n)];
    session.steps = [0, 60, 120]
        .map(|offset| Step {
            offset: Offset::seconds(offset),
            text: both("MC introduces the speaker", "司儀介紹講者"),
            cues: vec![cue(n + 1)],
        })
        .into();
    session
}

fn agreement(
    n: usize,
    sessions: &[Session],
    organisations: &[Organisation],
    people: &[Participant],
) -> Agreement {
    let signing = (sessions.iter())
        .filter(|session| session.kind == SessionKind::Signing)
        .nth(n)
        .map(|session| session.id);
    let mut agreement = Agreement::between_two(signing);
    agreement.title = both(format!("Agreement {}", n + 1), format!("第{}號協議", n + 1));
    agreement.parties = [n, n + 1]
        .map(|n| Party {
            organisation: Some(organisations[n % organisations.len()].id),
            signatory: people.get(n).map(|person| person.id),
        })
        .into();
    agreement
}

fn photo(n: usize, sessions: &[Session], people: &[Participant]) -> Photo {
    let file = FileName::try_from(format!("DSC_{n:05}.jpg")).expect("a plain file name");
    let size = PixelSize {
        width: 6000,
        height: 4000,
    };
    let mut photo = Photo::new(file, format!("{n:064x}"), size);
    photo.session = Some(sessions[n * 2 % sessions.len()].id);
    photo.caption = both("Speakers on the stage.", "圖示各位講者在台上合照。");
    photo.clearance = Clearance::Cleared;
    let row = people.iter().cycle().skip(n).take(people.len().min(4));
    photo.rows = vec![row.map(|person| Who::Person(person.id)).collect()];
    photo
}
