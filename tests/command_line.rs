//! The same job without a window, through the program itself: what it writes, says and ends with.

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

use crate::photo_files::jpeg;

/// A desk with a folder of its own, at which the program is run in English and without a display.
struct Desk {
    temp: tempfile::TempDir,
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
    details.languages = vec![runsheet::model::Lang::EN];
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
fn a_photo_whose_file_is_gone_is_a_problem_and_leaves_an_empty_frame() {
    let desk = Desk::new();
    let folder = desk.small();
    desk.file("a.jpg", jpeg(400, 300));
    desk.run(&["photos", "add", "small", "a.jpg"]).went_well();
    fs::remove_file(folder.photos().join("a.jpg")).unwrap();
    let listed = desk.run(&["check", "small"]);
    assert!(listed.out.contains("‘a.jpg’"), "{}", listed.out);
    let printed = desk.run(&["print", "small", "--paper", "photo-sheet", "--out", "p.pdf"]);
    assert_eq!(
        (printed.status, printed.out.as_str()),
        (2, "p.pdf\n"),
        "{}",
        printed.err
    );
    assert!(printed.err.contains("a.jpg"), "{}", printed.err);
    assert!(is_pdf(&desk.path("p.pdf")));
    // Whoever has the picture still gives it again.
    let before = opened(&folder);
    fs::rename(desk.path("a.jpg"), desk.path("b.jpg")).unwrap();
    desk.run(&["photos", "add", "small", "b.jpg"]).went_well();
    assert_eq!(opened(&folder), before);
    assert_eq!(
        fs::read(folder.photos().join("a.jpg")).unwrap(),
        jpeg(400, 300)
    );
}

#[test]
fn photos_are_added_to_the_session_that_is_meant() {
    let desk = Desk::new();
    let folder = desk.small();
    desk.file("card/DSC_10.jpg", jpeg(120, 80));
    desk.file("card/DSC_9.jpg", jpeg(130, 80));
    desk.file("a \"b\"\n合照.jpg", jpeg(140, 80));
    let said = desk
        .run(&[
            "photos",
            "add",
            "small",
            "card",
            "a \"b\"\n合照.jpg",
            "--session",
            "keynote",
        ])
        .went_well();
    assert_eq!(said.lines().count(), 3, "{said}");
    let event = opened(&folder).event;
    let names: Vec<_> = event
        .photos
        .iter()
        .map(|photo| photo.file.as_str())
        .collect();
    assert_eq!(names, ["DSC_9.jpg", "DSC_10.jpg", "a 'b' 合照.jpg"]);
    let keynote = event.sessions.at(0).unwrap().id;
    assert!(
        event
            .photos
            .iter()
            .all(|photo| photo.session == Some(keynote))
    );
    for photo in &event.photos {
        let bytes = fs::read(folder.photo(&photo.file)).unwrap();
        assert_eq!(photo.hash, blake3::hash(&bytes).to_hex().as_str());
    }
    let again = desk
        .run(&["photos", "add", "small", "card/DSC_9.jpg"])
        .went_well();
    assert!(
        again.contains("DSC_9.jpg") && again.contains("already"),
        "{again}"
    );
    assert_eq!(opened(&folder).event, event);
    // One picture under two names in one go is one photo.
    desk.file("x.jpg", jpeg(150, 80));
    desk.file("y.jpg", jpeg(150, 80));
    desk.run(&["photos", "add", "small", "x.jpg", "y.jpg"])
        .went_well();
    assert_eq!(opened(&folder).event.photos.len(), 4);
}

#[test]
fn a_session_that_is_not_clear_changes_nothing() {
    let desk = Desk::new();
    desk.small();
    desk.file("a.jpg", jpeg(120, 80));
    let before = contents(&desk.path("small"));
    let add = |session| desk.run(&["photos", "add", "small", "a.jpg", "--session", session]);
    add("panel").was_refused(&["event.ron", "‘Panel one’ and ‘Panel two’"]);
    add("lunch").was_refused(&["event.ron", "‘lunch’"]);
    add("").was_refused(&["event.ron"]);
    assert_eq!(contents(&desk.path("small")), before);
}

#[test]
fn good_photos_are_added_and_each_bad_one_has_its_sentence() {
    let desk = Desk::new();
    let folder = desk.small();
    desk.file("good.jpg", jpeg(120, 80));
    desk.file("cut.jpg", &jpeg(120, 80)[..500]);
    desk.file("IMG_1.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic");
    desk.file("letter.jpg", "Dear Sir");
    fs::create_dir(desk.path("empty")).unwrap();
    let ran = desk.run(&[
        "photos",
        "add",
        "small",
        "cut.jpg",
        "IMG_1.HEIC",
        "good.jpg",
        "letter.jpg",
        "gone.jpg",
        "empty",
    ]);
    assert_eq!(ran.status, 2);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    let sentences: Vec<_> = ran.err.lines().collect();
    for (sentence, parts) in sentences.iter().zip([
        ["cut.jpg", "ends before"],
        ["IMG_1.HEIC", "export it as JPEG"],
        ["letter.jpg", "not a picture"],
        ["gone.jpg", "not there"],
        ["empty", "no pictures"],
    ]) {
        assert!(
            parts.iter().all(|part| sentence.contains(part)),
            "{sentence}"
        );
    }
    assert_eq!(sentences.len(), 5);
    let event = opened(&folder).event;
    assert_eq!(event.photos.len(), 1);
    assert_eq!(contents(&folder.photos()).len(), 1);
}

#[test]
fn what_cannot_be_read_is_named_with_its_place() {
    let desk = Desk::new();
    let folder = desk.small();
    let good = fs::read_to_string(folder.event_file()).unwrap();
    desk.file("a.jpg", jpeg(120, 80));
    let cases: [(&str, String, &[&str]); 7] = [
        ("no-ron", "Dear Sir,".into(), &["line 1", "column"]),
        (
            "newer",
            "(format: 7, event: {})".into(),
            &["newer", "format 7"],
        ),
        ("cut", good[..good.len() / 2].into(), &["line", "column"]),
        (
            "time",
            good.replacen("start: Follows", "start: Fixed(\"25:61\")", 1),
            &["line", "column", "‘25:61’"],
        ),
        (
            "zero",
            good.replacen("length: \"20m\"", "length: \"0m\"", 1),
            &["line", "column", "‘0m’"],
        ),
        (
            "minus",
            good.replacen("length: \"20m\"", "length: \"-20m\"", 1),
            &["line", "column", "‘-20m’"],
        ),
        (
            "field",
            good.replacen("kind: Keynote", "kind: Keynote, colour: \"red\"", 1),
            &["line", "column", "‘colour’"],
        ),
    ];
    for (name, text, parts) in cases {
        assert_ne!(text, good, "{name}");
        let file = desk.file(&format!("{name}/event.ron"), &text);
        let mut with = vec!["event.ron", name];
        with.extend(parts);
        for arguments in [
            &["check", name][..],
            &["check", name, "--json"],
            &["print", name, "--paper", "all", "--out", "out"],
            &["photos", "add", name, "a.jpg"],
        ] {
            desk.run(arguments).was_refused(&with);
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), text, "{name}");
        assert_eq!(contents(file.parent().unwrap()).len(), 1, "{name}");
    }
    assert!(!desk.path("out").exists());
    fs::create_dir(desk.path("nothing")).unwrap();
    for (path, part) in [
        ("nowhere", "is not there"),
        ("nothing", "event.ron"),
        ("a.jpg", "is not an event"),
        ("a.jpg/event.ron", "is not there"),
    ] {
        desk.run(&["check", path]).was_refused(&[path, part]);
    }
}

#[test]
fn where_a_paper_cannot_go_nothing_is_lost() {
    let desk = Desk::new();
    let folder = desk.small();
    fs::create_dir(desk.path("folder")).unwrap();
    desk.file("letter.txt", "Dear Sir");
    let before = contents(desk.temp.path());
    let print = |out: &str| desk.run(&["print", "small", "--paper", "programme", "--out", out]);
    print("folder").was_refused(&["folder", "it is a folder"]);
    print("no/such/F.pdf").was_refused(&["F.pdf", "folder is not there"]);
    print("letter.txt/F.pdf").was_refused(&["F.pdf", "is a file and not a folder"]);
    print("letter.txt").was_refused(&["letter.txt", "not a PDF"]);
    print("small/event.ron").was_refused(&["event.ron", "not a PDF"]);
    desk.run(&[
        "print",
        "small",
        "--paper",
        "all",
        "--out",
        "letter.txt/below",
    ])
    .was_refused(&["letter.txt", "is a file and not a folder"]);
    for (language, parts) in [
        ("english", ["‘english’", "zh-Hant"]),
        ("en+", ["‘’", "zh-Hant"]),
        ("zh-Hans", ["event.ron", "en and zh-Hant"]),
    ] {
        desk.run(&[
            "print",
            "small",
            "--paper",
            "programme",
            "--language",
            language,
            "--out",
            "F.pdf",
        ])
        .was_refused(&parts);
    }
    assert_eq!(contents(desk.temp.path()), before);
    // What was printed before may be replaced.
    print("F.pdf").went_well();
    print("F.pdf").went_well();
    assert!(is_pdf(&desk.path("F.pdf")));
    drop(folder);
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
fn a_mistake_in_a_house_template_is_named_with_its_line() {
    let desk = Desk::new();
    let folder = desk.small();
    desk.file("small/papers/programme.typ", "= Ours\n\n#let x = (");
    desk.run(&["print", "small", "--paper", "programme", "--out", "F.pdf"])
        .was_refused(&["papers/programme.typ", "3"]);
    fs::write(folder.papers().join("programme.typ"), [0xff, 0xfe]).unwrap();
    desk.run(&["print", "small", "--paper", "programme", "--out", "F.pdf"])
        .was_refused(&["programme.typ", "not text"]);
    assert!(!desk.path("F.pdf").exists());
}

#[cfg(unix)]
#[test]
fn on_a_full_disk_everything_stays_as_it_was() {
    let desk = Desk::new();
    let folder = desk.sample();
    desk.run(&[
        "print",
        "Symposium",
        "--paper",
        "name-list",
        "--out",
        "F.pdf",
    ])
    .went_well();
    desk.file("large.jpg", jpeg(1600, 1200));
    desk.file("little.jpg", jpeg(16, 12));
    let little = fs::metadata(desk.path("little.jpg")).unwrap().len();
    let event = fs::metadata(folder.event_file()).unwrap().len();
    assert!(little < 2048 && event > 16 * 1024, "{little} {event}");
    let before = contents(desk.temp.path());
    let no_room = "no room";

    // The photo does not fit.
    desk.run_without_room(4, &["photos", "add", "Symposium", "large.jpg"])
        .was_refused(&["photos", no_room]);
    // The photo fits, and the event does not.
    desk.run_without_room(8, &["photos", "add", "Symposium", "little.jpg"])
        .was_refused(&["event.ron", no_room]);
    // Neither a new event nor the sample fits.
    desk.run_without_room(1, &["new", "other", "--title", &"x".repeat(10_000)])
        .was_refused(&["event.ron", no_room]);
    desk.run_without_room(8, &["sample", "other"])
        .was_refused(&["other", no_room]);
    // The paper does not fit.
    desk.run_without_room(
        4,
        &[
            "print",
            "Symposium",
            "--paper",
            "name-list",
            "--out",
            "F.pdf",
        ],
    )
    .was_refused(&["F.pdf", no_room]);
    assert_eq!(contents(desk.temp.path()), before);
    #[cfg(target_os = "linux")]
    desk.run(&[
        "print",
        "Symposium",
        "--paper",
        "name-list",
        "--out",
        "/dev/full",
    ])
    .was_refused(&["/dev/full", no_room]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let folder = desk.small();
    desk.file("a.jpg", jpeg(120, 80));
    // Whoever runs this may be root, for whom rights are no bar; a locked file is one for everybody.
    fs::set_permissions(folder.event_file(), fs::Permissions::from_mode(0o444)).unwrap();
    let before = contents(folder.path());
    desk.run(&["photos", "add", "small", "a.jpg"])
        .was_refused(&["event.ron", "no permission to write"]);
    assert_eq!(contents(folder.path()), before);
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn without_a_display_the_command_that_prints_is_named() {
    let desk = Desk::new();
    desk.small();
    for arguments in [&[][..], &["small"], &["nowhere"]] {
        desk.run(arguments)
            .was_refused(&["no display", "runsheet print EVENT"]);
    }
    let mut command = desk.command(env!("CARGO_BIN_EXE_runsheet"), &["small"]);
    let ran = Ran::from(command.env("DISPLAY", ":4321").output().unwrap());
    ran.was_refused(&["‘:4321’", "does not answer", "runsheet print EVENT"]);
}

#[test]
fn arguments_that_make_no_sense_are_answered_in_one_sentence() {
    let desk = Desk::new();
    desk.run(&["print", "e"])
        .was_refused(&["--paper", "--help"]);
    desk.run(&["print", "e", "--paper", "poster", "--out", "x"])
        .was_refused(&["‘poster’", "name-list"]);
    desk.run(&["new", "e", "--titel", "x"])
        .was_refused(&["--titel"]);
    desk.run(&["photos", "add", "e"]).was_refused(&["FILE"]);
    let help = desk.run(&["--help"]).went_well();
    assert!(help.contains("photos") && help.contains("print"), "{help}");
    assert!(
        desk.run(&["--version"])
            .went_well()
            .starts_with("runsheet ")
    );
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
