//! Schedules and calendars through the program itself.

use std::{path::PathBuf, process::Command};

use super::fixture;

/// A folder with the sample event, in which the program is run in English.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.run(0, &["sample", "Symposium"]);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// What the program says: on standard output if it ends with 0, else on standard error.
    #[track_caller]
    fn run(&self, status: i32, arguments: &[&str]) -> String {
        let ran = Command::new(env!("CARGO_BIN_EXE_runsheet"))
            .args(arguments)
            .current_dir(self.0.path())
            .env("LC_ALL", "en_GB.UTF-8")
            .env("XDG_CONFIG_HOME", self.path("config"))
            .output()
            .unwrap();
        let said = if status == 0 { ran.stdout } else { ran.stderr };
        let said = String::from_utf8(said).unwrap();
        assert_eq!(ran.status.code(), Some(status), "{said}");
        said
    }
}

#[test]
fn a_schedule_comes_in_and_goes_out() {
    let desk = Desk::new();
    desk.run(0, &["new", "Congress", "--title", "Harbour Congress"]);
    // Which kind of file it is shows in what stands in it.
    std::fs::write(desk.path("from the organisers"), fixture("congress.json")).unwrap();
    let import = ["import", "Congress", "from the organisers"];
    let said = desk.run(0, &import);
    assert!(
        said.contains("add ‘Opening <all> & \"everything\"’"),
        "{said}"
    );
    let saved = desk.read("Congress/event.ron");
    assert!(
        saved.contains("a0a0fcfe-b7fb-46e3-84b6-97a5406016b4"),
        "{saved}"
    );
    let said = desk.run(0, &import);
    assert!(!said.contains("saved in"), "{said}");
    assert_eq!(desk.read("Congress/event.ron"), saved);
    for (format, begins) in [
        ("schedule.json", "{"),
        ("schedule-xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"),
        ("ical", "BEGIN:VCALENDAR\r\n"),
    ] {
        let out = desk.run(
            0,
            &["export", "Congress", "--format", format, "--out", format],
        );
        assert_eq!(out, format!("{format}\n"));
        assert!(desk.read(format).starts_with(begins), "{format}");
    }
}

#[test]
fn a_calendar_can_be_of_one_room_or_one_person() {
    let desk = Desk::new();
    let export = [
        "export",
        "Symposium",
        "--format",
        "calendar.ics",
        "--out",
        "out.ics",
    ];
    let count = |more: &[&str]| {
        desk.run(0, &[&export[..], more].concat());
        desk.read("out.ics").matches("BEGIN:VEVENT").count()
    };
    let all = count(&[]);
    let staff = count(&["--staff"]);
    let foyer = count(&["--room", "foyer"]);
    let person = count(&["--participant", "Chan Kwok-ki"]);
    assert!(staff > all && all > foyer && foyer > 0 && all > person && person > 0);
    for (more, said) in [
        (
            &["--room", "cellar"][..],
            "has no room called ‘cellar’; its rooms are",
        ),
        (&["--participant", "Nobody"], "nothing and nobody in"),
        (
            &["--participant", "Professor"],
            "‘Professor’ could mean several in",
        ),
    ] {
        let sentence = desk.run(2, &[&export[..], more].concat());
        assert!(sentence.contains(said), "{sentence}");
        assert_eq!(sentence.matches('\n').count(), 1, "{sentence}");
    }
    let table = [
        "export",
        "Symposium",
        "--format",
        "rundown.csv",
        "--out",
        "o.csv",
        "--room",
        "a",
    ];
    let sentence = desk.run(2, &table);
    assert!(
        sentence.contains("‘--room’ is for calendars only"),
        "{sentence}"
    );
    assert!(!desk.path("o.csv").exists());
}

#[test]
fn a_file_that_cannot_be_read_changes_nothing() {
    let desk = Desk::new();
    let before = desk.read("Symposium/event.ron");
    let laughs = "<!DOCTYPE a [<!ENTITY b \"ha\">]><schedule>&b;</schedule>";
    for (file, said) in [
        (laughs, "declares entities"),
        ("{\"schedule\": ", "damaged from line 1 on"),
        ("<html/>", "is no conference schedule"),
    ] {
        std::fs::write(desk.path("in.xml"), file).unwrap();
        let sentence = desk.run(2, &["import", "Symposium", "in.xml"]);
        assert!(
            sentence.contains(said) && sentence.contains("in.xml"),
            "{sentence}"
        );
    }
    assert_eq!(desk.read("Symposium/event.ron"), before);
}
