//! Signs to programs in names are seen, and obeyed nowhere.

use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use runsheet::{
    exchange::{self, Format, Removal, Share},
    model::is_sign,
    store::{Folder, from_ron, to_ron},
    words::{Tongue, Words},
};

use super::event_of;
use crate::support::desk::window_of;

const NAME: &str = "Ada\u{202e}gpj.\u{1b}[31m\u{7}\u{9b}2J";
const SEEN: &str = "Ada[U+202E]gpj.[U+001B][31m[U+0007][U+009B]2J";

#[test]
fn the_window_shows_signs_in_every_place() {
    let mut window = window_of(&event_of(&[NAME]), Tongue::En);
    let mut seen = 0;
    for place in [
        "Run-of-show",
        "Participants",
        "Photos",
        "Papers",
        "Checks",
        "Event",
    ] {
        if window.shows(place) {
            window.click(place);
        }
        let mut texts = Vec::new();
        for clipped in &window.harness.output().shapes {
            drawn(&clipped.shape, &mut texts);
        }
        for node in window.harness.query_all(By::new()) {
            let node = node.accesskit_node();
            let said = [node.label(), node.value(), node.description()];
            texts.extend(said.into_iter().flatten());
        }
        for text in &texts {
            let hidden = text.contains(|c| is_sign(c) && !matches!(c, '\n' | '\t'));
            assert!(!hidden, "{place}: {text:?}");
            seen += usize::from(text.contains("Ada[U+202E]"));
        }
    }
    assert!(seen > 5, "{seen}");
}

fn drawn(shape: &egui::Shape, texts: &mut Vec<String>) {
    match shape {
        egui::Shape::Text(text) => texts.push(text.galley.text().to_owned()),
        egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| drawn(shape, texts)),
        _ => {}
    }
}

#[test]
fn nothing_of_them_is_lost_by_opening_and_saving() {
    let event = event_of(&[NAME]);
    let (read, _) = from_ron(&to_ron(&event), std::path::Path::new("x")).unwrap();
    assert_eq!(read, event);
}

#[test]
fn a_terminal_obeys_none() {
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join("a\u{1b}[31mb");
    Folder::create(&path, &event_of(&[NAME])).unwrap();
    let runs: [&[&str]; 4] = [
        &["check"],
        &["check", "--json"],
        &[
            "print",
            "--paper",
            "name-list",
            "--language",
            "xx\u{1b}[31m",
            "--out",
            "x.pdf",
        ],
        &["photos", "add", "no\u{1b}]0;title\u{7}such.jpg"],
    ];
    for arguments in runs {
        let (command, rest) = arguments.split_first().unwrap();
        let (sub, rest) = if *command == "photos" {
            (Some(rest[0]), &rest[1..])
        } else {
            (None, rest)
        };
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_runsheet"))
            .arg(command)
            .args(sub)
            .arg(&path)
            .args(rest)
            .env("LC_ALL", "C.UTF-8")
            .current_dir(temp.path())
            .output()
            .unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(!said.is_empty(), "{arguments:?}");
        assert!(
            !said.contains(|c| is_sign(c) && c != '\n'),
            "{arguments:?}: {said:?}"
        );
        if arguments == ["check", "--json"] {
            let json: serde_json::Value = serde_json::from_str(&said).unwrap();
            assert!(
                json["event"].as_str().unwrap().contains("a\u{1b}[31mb"),
                "{said}"
            );
        }
    }
}

#[test]
fn papers_print_them() {
    use crate::papers;
    for paper in runsheet::print::Paper::ALL {
        let text = papers::text_of(&event_of(&[NAME]), paper, "en+zh-Hant");
        assert!(!text.contains(is_sign), "{text:?}");
        let name = SEEN.replace(' ', "");
        if matches!(
            paper,
            runsheet::print::Paper::Programme | runsheet::print::Paper::RunOfShow
        ) {
            assert!(text.contains(&name), "{}: {text}", paper.key());
        }
    }
}

#[test]
fn a_table_with_signs_comes_back_as_it_was() {
    let event = event_of(&[NAME]);
    for format in [
        Format::ParticipantsXlsx,
        Format::ParticipantsOds,
        Format::ParticipantsCsv,
        Format::RundownXlsx,
        Format::RundownCsv,
    ] {
        let share = Share {
            staff: true,
            ..Share::with_guests(1, jiff::Timestamp::UNIX_EPOCH)
        };
        let bytes = exchange::export(&event, format, Words::default(), share).unwrap();
        let file = exchange::content(std::path::Path::new(format.key()), bytes).unwrap();
        let proposal = file.propose(&event, None, Removal::NEVER);
        let said: Vec<_> = (proposal.lines.iter())
            .map(|line| line.sentence(Words::default()))
            .collect();
        assert!(!proposal.does_something(), "{}: {said:?}", format.key());
    }
}
