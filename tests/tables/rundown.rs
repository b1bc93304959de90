//! Runs-of-show in other people's tables.

use jiff::civil::time;
use runsheet::{
    exchange::Removal,
    model::{Event, Lang, Role, Session, SessionKind, Start, Who},
    plan::Plan,
};

use super::{check, content, event, imported, proposal, told};

const TABLE: &str = "Rundown of the forum\n\
    Time,Item,項目,Venue,Mins,Speakers,PIC,AV cues\n\
    9:00,Registration,,Foyer,30,,EO 1,Holding slide\n\
    0930-0940,Welcome remarks,致歡迎辭,Main hall,,Mr CHAN Kwok-ki,SEO,Lectern microphone\n\
    9.40,Panel: talent,專題討論,Main hall,45,Prof WONG Ada [left]; Visitor,,\n\
    10:40,Tea break,,Foyer,20 mins,,,\n";

fn session<'a>(event: &'a Event, title: &str) -> &'a Session {
    let mut sessions = event.sessions.iter();
    let found = sessions.find(|session| session.title.shown(&Lang::EN) == title);
    found.unwrap_or_else(|| panic!("no session is called {title}"))
}

fn times(event: &Event) -> Vec<(String, String)> {
    let plan = Plan::of(event);
    let timed = event
        .sessions
        .iter()
        .map(|session| plan.timed(session.id).unwrap());
    let clock = |at: jiff::civil::DateTime| at.strftime("%H:%M").to_string();
    timed
        .map(|timed| (clock(timed.start), clock(timed.end)))
        .collect()
}

#[test]
fn a_spreadsheet_becomes_a_run_of_show() {
    let event = imported(event(), TABLE);
    let told: Vec<_> = times(&event);
    let told: Vec<_> = told
        .iter()
        .map(|(from, to)| (from.as_str(), to.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("09:00", "09:30"),
            ("09:30", "09:40"),
            ("09:40", "10:25"),
            ("10:40", "11:00")
        ]
    );
    let kinds: Vec<_> = event.sessions.iter().map(|session| session.kind).collect();
    assert_eq!(
        kinds,
        [
            SessionKind::Registration,
            SessionKind::WelcomeRemarks,
            SessionKind::PanelDiscussion,
            SessionKind::Break
        ]
    );
    // A title that only says the kind is none: papers say it in every language.
    assert!(event.sessions.at(0).unwrap().title.is_empty());
    let panel = session(&event, "Panel: talent");
    assert_eq!(panel.title.text(&Lang::ZH_HANT), "專題討論");
    assert_eq!(
        panel.start,
        Start::Follows,
        "it begins when the session before it ends"
    );
    let (role, position) = (panel.people[0].role, panel.people[0].position.as_str());
    assert_eq!(
        (panel.people.len(), role, position),
        (1, Role::Panellist, "left")
    );
    assert!(matches!(panel.people[0].who, Who::Person(id) if event.participants.contains(id)));
    let welcome = session(&event, "Welcome remarks");
    assert_eq!((welcome.officer.as_str(), welcome.cues.len()), ("SEO", 1));
    assert_eq!(welcome.start, Start::Fixed(time(9, 30, 0, 0)));
    let rooms: Vec<_> = event
        .rooms
        .iter()
        .map(|room| room.name.shown(&Lang::EN))
        .collect();
    assert_eq!(
        rooms,
        ["Main hall", "Foyer"],
        "the room that was there is the one that is meant"
    );
}

#[test]
fn what_is_changed_in_the_spreadsheet_is_changed_and_nothing_else() {
    let event = imported(event(), TABLE);
    assert_eq!(
        proposal(&event, TABLE).edit(),
        None,
        "{:?}",
        told(&proposal(&event, TABLE))
    );
    let changed = TABLE
        .replace(
            "Panel: talent,專題討論,Main hall,45",
            "Panel: talent,專題討論,Main hall,50",
        )
        .replace("10:40,Tea", "10:45,Tea");
    check(
        &event,
        &changed,
        &[
            "! Row 5, column F: nobody is called ‘Visitor’; import or add the person first, or write Mr or Ms before the name",
            "Row 3: leave ‘Registration’ as it is",
            "Row 4: leave ‘Welcome remarks’ as it is",
            "Row 5: change ‘Panel: talent’: Duration from ‘45 min’ to ‘50 min’",
            "Row 6: change ‘Tea break’: Start from ‘10:40’ to ‘10:45’",
        ],
    );
}

#[test]
fn new_rows_stand_where_the_table_has_them() {
    let event = imported(event(), TABLE);
    let with_row = TABLE.replace(
        "9.40,Panel",
        "9:40,Video address,,Main hall,5,,,\n9:45,Panel",
    );
    let event = imported(event, &with_row);
    let kinds: Vec<_> = event.sessions.iter().map(|session| session.kind).collect();
    assert_eq!(kinds[2], SessionKind::VideoAddress, "{kinds:?}");
    assert_eq!(times(&event)[3], ("09:45".into(), "10:30".into()));
}

#[test]
fn sessions_that_the_table_has_not_go_only_when_that_is_asked() {
    let event = imported(event(), TABLE);
    let content = content("x.csv", "Time,Item\n9:30,Welcome remarks\n");
    assert_eq!(content.propose(&event, None, Removal::NEVER).edit(), None);
    let mut without = event.clone();
    let asked = content.propose(&event, None, Removal::ABSENT);
    without.apply(&asked.edit().unwrap()).unwrap();
    assert_eq!(without.sessions.len(), 1);
}

#[test]
fn what_is_not_understood_is_said_with_row_and_column() {
    check(
        &event(),
        "Day,Start,End,Duration,Session\nsome day,9:00,9:30,20,Opening\n,25:61,,,Talk\n,,,x,\n",
        &[
            "! Row 2, column A: ‘some day’ cannot be understood as “Day”; it was left out",
            "! Row 2, column C: the end is not the start and the duration together; the duration was used",
            "! Row 3, column B: ‘25:61’ cannot be understood as “Start”; it was left out",
            "! Row 4: the row has neither a title nor a kind and was left out",
            "Row 2: add ‘Opening’",
            "Row 3: add ‘Talk’",
        ],
    );
}

#[test]
fn a_heading_across_the_table_says_the_day_of_what_follows() {
    let csv =
        "Time,Item\nDay 1 – 3 June 2025,\n9:00,Opening\nDay 2 – 4 June 2025,\n9:30,Workshop\n";
    let event = imported(event(), csv);
    let days: Vec<_> = event
        .sessions
        .iter()
        .map(|session| session.day.day())
        .collect();
    assert_eq!(days, [3, 4]);
}
