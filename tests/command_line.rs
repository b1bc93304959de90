//! The same job without a window, through the program itself: what it writes, says and ends with.

mod cut_off;
mod exchange;
mod git;
mod merge;
mod outputs;
mod photos;
mod pictures;
mod refused;
mod versions;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use runsheet::{
    model::{Edit, Session, SessionKind, Text},
    store::{Folder, Opened},
};

/// A desk with a folder of its own, at which the program is run in English and without a display.
struct Desk {
    temp: tempfile::TempDir,
    /// What the program keeps for a person.
    data: tempfile::TempDir,
}

/// What came of a run.
struct Ran {
    status: i32,
    out: String,
    err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().expect("ended by itself"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    /// All was done, nothing was complained of.
    #[track_caller]
    fn went_well(self) -> String {
        assert_eq!((self.status, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// Nothing was done; there is one sentence, on one line, that has all of these in it.
    #[track_caller]
    fn was_refused(self, with: &[&str]) -> String {
        assert_eq!((self.status, self.out.as_str()), (2, ""), "{}", self.err);
        assert_eq!(self.err.matches('\n').count(), 1, "{}", self.err);
        assert!(self.err.ends_with('\n'), "{}", self.err);
        for part in with {
            assert!(self.err.contains(part), "{part} in: {}", self.err);
        }
        for key in ["cli-", "files-", "photos-", "fault-", "paper-error"] {
            assert!(!self.err.contains(key), "{}", self.err);
        }
        self.err
    }
}

impl Desk {
    fn new() -> Self {
        Self {
            temp: tempfile::tempdir().unwrap(),
            data: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.temp.path().join(name)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command
            .args(arguments)
            .current_dir(self.temp.path())
            .env("LC_ALL", "en_GB.UTF-8")
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_DATA_HOME", self.data.path())
            .env_remove("RUNSHEET_LOG");
        for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
            command.env_remove(display);
        }
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let program = env!("CARGO_BIN_EXE_runsheet");
        self.command(program, arguments).output().unwrap().into()
    }

    /// As [`run`](Self::run), on a disk on which no file can be larger than so many blocks of 512 bytes or, in some
    /// shells, of a kilobyte.
    #[cfg(unix)]
    fn run_without_room(&self, blocks: u32, arguments: &[&str]) -> Ran {
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        let mut all = vec!["-c", &script, env!("CARGO_BIN_EXE_runsheet")];
        all.extend(arguments);
        self.command("sh", &all).output().unwrap().into()
    }

    fn sample(&self) -> Folder {
        self.run(&["sample", "Symposium"]).went_well();
        Folder::at(&self.path("Symposium")).unwrap()
    }

    /// A small event with a keynote and two panels.
    fn small(&self) -> Folder {
        self.run(&["new", "small", "--title", "Forum"]).went_well();
        let folder = Folder::at(&self.path("small")).unwrap();
        let mut event = folder.read().unwrap().event;
        let day = *event.details.days.first().unwrap();
        for (kind, title) in [
            (SessionKind::Keynote, "Opening keynote"),
            (SessionKind::PanelDiscussion, "Panel one"),
            (SessionKind::PanelDiscussion, "Panel two"),
        ] {
            let mut session = Session::new(kind, day);
            session.title = Text::en(title);
            event.apply(&session.into()).unwrap();
        }
        folder.save(&event).unwrap();
        folder
    }
}

fn opened(folder: &Folder) -> Opened {
    folder.read().unwrap()
}

/// Everything below a folder, with the hash of what is in it: to prove that nothing has changed.
fn contents(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut all = Vec::new();
    let mut entries: Vec<_> = fs::read_dir(folder)
        .map(|entries| entries.map(|entry| entry.unwrap().path()).collect())
        .unwrap_or_default();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            all.push((path.clone(), String::new()));
            all.extend(contents(&path));
        } else {
            let hash = blake3::hash(&fs::read(&path).unwrap()).to_hex();
            all.push((path, hash.to_string()));
        }
    }
    all
}

fn is_pdf(path: &Path) -> bool {
    fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"%PDF-") && bytes.len() > 5_000)
}

#[test]
fn the_sample_is_written_checked_and_printed() {
    let desk = Desk::new();
    let folder = desk.sample();
    let event = opened(&folder).event;
    assert_eq!(
        folder.missing_photos(&event),
        [],
        "every photo is in the folder"
    );

    let checked = desk.run(&["check", "Symposium"]);
    assert_eq!(checked.err, "");
    let plan = runsheet::plan::Plan::of(&event);
    assert_eq!(checked.status, i32::from(!plan.problems.is_empty()));
    assert_eq!(
        checked.out.lines().count(),
        plan.problems.len() + 1,
        "{}",
        checked.out
    );

    let printed = desk.run(&[
        "print",
        "Symposium/event.ron",
        "--paper",
        "programme",
        "--language",
        "en+zh-Hant",
        "--out",
        "F.pdf",
    ]);
    assert_eq!(printed.went_well(), "F.pdf\n");
    assert!(is_pdf(&desk.path("F.pdf")));

    let first = fs::read(desk.path("F.pdf")).unwrap();
    let again = [
        "print",
        "Symposium",
        "--paper",
        "programme",
        "--language",
        "en+zh-Hant",
        "--out",
        "F.pdf",
    ];
    desk.run(&again).went_well();
    assert!(
        first == fs::read(desk.path("F.pdf")).unwrap(),
        "the same event is the same PDF"
    );
}

#[test]
fn all_papers_go_into_a_folder_or_beside_a_name() {
    let desk = Desk::new();
    desk.small();
    let out = desk.run(&[
        "print",
        "small",
        "--paper",
        "all",
        "--language",
        "en",
        "--out",
        "out/papers",
    ]);
    let names = ["programme", "run-of-show", "photo-sheet", "name-list"];
    let expected = names.map(|name| format!("out/papers/{name}.en.pdf"));
    assert_eq!(out.went_well().lines().collect::<Vec<_>>(), expected);
    let out = desk.run(&["print", "small", "--paper", "all", "--out", "F.pdf"]);
    let beside = names.map(|name| format!("F-{name}.pdf"));
    assert_eq!(out.went_well().lines().collect::<Vec<_>>(), beside);
    for path in expected.iter().chain(&beside) {
        assert!(is_pdf(&desk.path(path)), "{path}");
    }
}

#[test]
fn a_new_event_is_made_only_where_nothing_is() {
    let desk = Desk::new();
    let made = desk
        .run(&["new", "人才 Forum", "--title", "人才論壇"])
        .went_well();
    assert!(made.trim_end().ends_with("人才 Forum/event.ron"), "{made}");
    let event = opened(&Folder::at(&desk.path("人才 Forum")).unwrap()).event;
    assert_eq!(
        event.details.title.text(&runsheet::model::Lang::ZH_HANT),
        "人才論壇"
    );
    assert_eq!(
        event.details.main_language(),
        &runsheet::model::Lang::ZH_HANT
    );
    desk.file("full/letter.txt", "Dear Sir");
    let before = contents(desk.temp.path());
    desk.run(&["new", "人才 Forum", "--title", "Other"])
        .was_refused(&["人才 Forum", "has an event already"]);
    desk.run(&["new", "full", "--title", "Other"])
        .was_refused(&["full", "not empty"]);
    desk.run(&["sample", "full"])
        .was_refused(&["full", "not empty"]);
    desk.run(&["sample", "full/letter.txt"])
        .was_refused(&["letter.txt", "is a file"]);
    desk.run(&["sample", "full/letter.txt/below"])
        .was_refused(&["below", "is a file and not a folder"]);
    assert_eq!(contents(desk.temp.path()), before);
}

#[test]
fn whatever_people_type_is_kept_and_printed() {
    let desk = Desk::new();
    for (number, title) in [
        "#import \"x\" *bold* _it_ $x^2$ `raw` \\ <label> @ref // no /* comment */ = = - +",
        "A “quote”, an 'apostrophe', a \u{202e}turn and 陳𨋢镕",
        &"A long title that does not end ".repeat(323)[..10_000],
        &"長".repeat(10_000),
    ]
    .into_iter()
    .enumerate()
    {
        let dir = format!("e{number}");
        desk.run(&["new", &dir, "--title", title]).went_well();
        let event = opened(&Folder::at(&desk.path(&dir)).unwrap()).event;
        let kept = event
            .details
            .title
            .best(event.details.main_language())
            .unwrap();
        assert_eq!(kept, title.trim());
        let pdf = format!("{dir}.pdf");
        desk.run(&["print", &dir, "--paper", "programme", "--out", &pdf])
            .went_well();
        assert!(is_pdf(&desk.path(&pdf)));
    }
}

#[test]
fn a_check_tells_people_and_programs() {
    let desk = Desk::new();
    let folder = desk.small();
    let listed = desk.run(&["check", "small"]);
    assert_eq!((listed.status, listed.err.as_str()), (1, ""));
    assert!(listed.out.contains("‘Panel one’"), "{}", listed.out);
    let json = desk.run(&["check", "small", "--json"]);
    assert_eq!((json.status, json.err.as_str()), (1, ""));
    let list: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let problems = list["problems"].as_array().unwrap();
    assert_eq!(problems.len() + 1, listed.out.lines().count());
    let panel = problems
        .iter()
        .find(|problem| problem["message"].as_str().unwrap().contains("moderator"))
        .unwrap();
    assert_eq!(panel["about"], "session");
    assert_eq!(panel["field"], "people");
    let ids: Vec<_> = opened(&folder)
        .event
        .sessions
        .iter()
        .map(|session| session.id.to_string())
        .collect();
    assert!(ids.contains(&panel["id"].as_str().unwrap().to_owned()));
}

#[test]
fn an_event_without_problems_is_told_so() {
    let desk = Desk::new();
    let folder = desk.small();
    let mut event = opened(&folder).event;
    let ids: Vec<_> = event.sessions.iter().map(|session| session.id).collect();
    for id in ids {
        event.apply(&Edit::Remove(id.into())).unwrap();
    }
    let mut details = event.details.clone();
    details.languages = [runsheet::model::Lang::EN].into();
    details.theme = Text::en("Order");
    details.host = Text::en("The Secretariat");
    details.venue = Text::en("City Hall");
    let mut tea = Session::new(SessionKind::Break, *details.days.first().unwrap());
    tea.title = Text::en("Tea");
    tea.room = Some(event.rooms.at(0).unwrap().id);
    event.apply(&Edit::Details(Box::new(details))).unwrap();
    event.apply(&tea.into()).unwrap();
    folder.save(&event).unwrap();
    let said = desk.run(&["check", "small"]).went_well();
    assert_eq!(said, "Nothing is missing, and nothing clashes.\n");
    let list = desk.run(&["check", "small", "--json"]).went_well();
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    assert_eq!(list["problems"], serde_json::json!([]));
}

#[test]
fn an_event_that_names_no_language_is_printed_in_the_one_it_is_shown_in() {
    let desk = Desk::new();
    let folder = desk.sample();
    let text = fs::read_to_string(folder.event_file()).unwrap();
    let (head, rest) = text.split_once("languages: [").unwrap();
    let (_, tail) = rest.split_once(']').unwrap();
    fs::write(folder.event_file(), format!("{head}languages: []{tail}")).unwrap();
    let out = desk.path("programme.pdf");
    let print = |language: &str| {
        let event = folder.path().to_str().unwrap();
        let out = out.to_str().unwrap();
        desk.run(&[
            "print",
            event,
            "--paper",
            "programme",
            "--language",
            language,
            "--out",
            out,
        ])
    };
    print("en").went_well();
    assert!(is_pdf(&out));
    print("fr").was_refused(&["‘fr’", "choose from en"]);
}

#[test]
fn the_program_speaks_the_language_of_the_system() {
    let desk = Desk::new();
    for (locale, part) in [
        ("zh_HK.UTF-8", "找不到"),
        ("zh_CN.UTF-8", "查找"),
        ("fr_FR.UTF-8", "is not there"),
    ] {
        let mut command = desk.command(env!("CARGO_BIN_EXE_runsheet"), &["check", "nowhere"]);
        let ran = Ran::from(command.env("LC_ALL", locale).output().unwrap());
        ran.was_refused(&["nowhere", part]);
    }
}
