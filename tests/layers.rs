//! The rules of the house, proved from its sources: which room may know which, and what each must not know.

use crate::support::source::{Kind, NamedPath, Source, tree};

/// The rooms, from the lowest. A room knows those of the lines above it in this list, never its neighbours.
const HOUSE: [&[&str]; 11] = [
    &["limits"],
    &["model"],
    &["plan"],
    &["words"],
    &["sheet"],
    &["fonts"],
    &["store", "print", "photo", "press", "exchange"],
    &["ui"],
    &["app"],
    &["cli"],
    &["main", "lib"],
];

/// The rooms that are values and what follows from them: they know no window, file, clock or thread.
const PURE: [&str; 3] = ["model", "plan", "sheet"];

/// The one file that knows colours.
const COLOURS: &str = "src/ui/tokens.rs";

/// A file is asked why beyond this, and split beyond [`LONGEST`].
const LONG: usize = 500;
const LONGEST: usize = 600;

/// Files that are longer than [`LONG`], each with why.
const WHY_LONG: [(&str, &str); 0] = [];

/// What breaks a rule in one file: the line (0 for the whole file) and why.
type Breach = (usize, String);

fn level(room: &str) -> Option<usize> {
    HOUSE.iter().position(|line| line.contains(&room))
}

fn breaches(source: &Source) -> Vec<Breach> {
    let mut found = Vec::new();
    for path in source.paths() {
        found.extend(upward(source, &path));
        found.extend(impure(source, &path));
        found.extend(colour(source, &path));
    }
    found.extend(bare_unwraps(source));
    found.extend(written_colours(source));
    found.extend(length(source));
    found.sort();
    found.dedup();
    found
}

/// A path that leads to a room which this one must not know.
fn upward(source: &Source, path: &NamedPath) -> Option<Breach> {
    let [top, rest @ ..] = path.segments.as_slice() else {
        return None;
    };
    if top != "crate" || source.is_root() {
        return None;
    }
    let from = source.room();
    let breach = |why: String| Some((path.line, why));
    let Some(to) = rest.first().filter(|room| *room != "*") else {
        return breach("the whole crate is named".into());
    };
    match (level(&from), level(to)) {
        (Some(_), None) => breach(format!("{to} is not in the house")),
        (Some(here), Some(there)) if *to != from && there >= here => {
            breach(format!("{from} knows {to}"))
        }
        // A room that has no place itself is reported once, by the test of the tree.
        (None | Some(_), _) => None,
    }
}

/// A window, a file, a clock or a thread where there must be none.
fn impure(source: &Source, path: &NamedPath) -> Option<Breach> {
    let room = source.room();
    let names: Vec<&str> = path.segments.iter().map(String::as_str).collect();
    let pure = PURE.contains(&room.as_str());
    let forbidden = match names.as_slice() {
        ["std", "time", "Duration", ..] => false,
        ["std", "fs" | "thread" | "*", ..] | ["std"] => pure || room == "ui",
        ["egui" | "eframe" | "egui_extras" | "rfd" | "image", ..]
        | ["std", "time" | "process" | "net" | "env", ..]
        | [.., "now"] => pure,
        _ => false,
    };
    (forbidden && !path.test).then(|| (path.line, format!("{room} names {}", names.join("::"))))
}

/// A colour outside of the one file of colours.
fn colour(source: &Source, path: &NamedPath) -> Option<Breach> {
    let at = path.segments.iter().position(|name| name == "Color32")?;
    let made = path.segments.get(at + 1)?;
    // Neither is a colour of ours: one draws nothing, the other leaves a picture as it is.
    let neutral = ["TRANSPARENT", "WHITE", "PLACEHOLDER"].contains(&made.as_str());
    let wrong = source.file != COLOURS && !path.test && !neutral;
    wrong.then(|| (path.line, format!("Color32::{made} outside of {COLOURS}")))
}

/// A colour that is written as text, such as "#336699".
fn written_colours(source: &Source) -> Vec<Breach> {
    let is_colour = |text: &str| {
        text.strip_prefix('#').is_some_and(|digits| {
            [3, 6, 8].contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_hexdigit())
        })
    };
    (source.tokens.iter())
        .filter(|token| token.kind == Kind::Quoted && is_colour(&token.text) && !token.test)
        .filter(|_| source.file != COLOURS)
        .map(|token| (token.line, format!("{} outside of {COLOURS}", token.text)))
        .collect()
}

/// An `unwrap` or `expect` without a word on why it holds, on its line or the three above.
fn bare_unwraps(source: &Source) -> Vec<Breach> {
    (source.tokens.windows(3))
        .filter(|three| three[0].is(".") && three[2].is("("))
        .map(|three| &three[1])
        .filter(|name| (name.is("unwrap") || name.is("expect")) && !name.test)
        .filter(|name| {
            let near = name.line.saturating_sub(3)..=name.line;
            source.comments.range(near).next().is_none()
        })
        .map(|name| (name.line, format!("{} without a proof", name.text)))
        .collect()
}

fn length(source: &Source) -> Option<Breach> {
    let excused = WHY_LONG.iter().any(|(file, _)| *file == source.file);
    let most = if excused { LONGEST } else { LONG };
    (source.lines > most).then(|| (0, format!("{} lines, {most} at most", source.lines)))
}

#[test]
fn every_file_keeps_the_rules_of_the_house() {
    let found: Vec<String> = tree()
        .iter()
        .flat_map(|source| {
            let told = |(line, why)| format!("{}:{line}: {why}", source.file);
            breaches(source).into_iter().map(told).collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_room_has_its_place_and_every_place_its_room() {
    let sources = tree();
    for source in &sources {
        assert!(level(&source.room()).is_some(), "{}", source.file);
    }
    for room in HOUSE.into_iter().flatten() {
        let built = sources.iter().any(|source| source.room() == *room);
        assert!(built, "nothing is in the room {room}");
    }
    for (file, why) in WHY_LONG {
        let long = sources.iter().find(|source| source.file == file);
        let long = long.is_some_and(|source| source.lines > LONG);
        assert!(long && !why.is_empty(), "{file} needs no excuse");
    }
}

/// Expects these breaches in a made-up file, each as "line: why".
#[track_caller]
fn check(file: &str, text: &str, expected: &[&str]) {
    let found: Vec<String> = breaches(&Source::read(file, text))
        .into_iter()
        .map(|(line, why)| format!("{line}: {why}"))
        .collect();
    assert_eq!(found, expected, "{file}\n{text}");
}

#[test]
fn a_room_that_looks_up_or_beside_is_caught() {
    check(
        "src/model/text.rs",
        "use crate::plan::Plan;",
        &["1: model knows plan"],
    );
    check(
        "src/ui/form.rs",
        "use crate::{model::Event, app::State};",
        &["1: ui knows app"],
    );
    check(
        "src/store/read.rs",
        "use crate::{\n    ui,\n    words::{Words, Tongue},\n    print::{self as paper, Paper},\n};",
        &["1: store knows print", "1: store knows ui"],
    );
    check(
        "src/words/mod.rs",
        "fn f() {\n    crate::print::all()\n}",
        &["2: words knows print"],
    );
    check(
        "src/plan/mod.rs",
        "use super::words::Words;",
        &["1: plan knows words"],
    );
    check(
        "src/plan/checks/mod.rs",
        "use super::super::ui::Panel;",
        &["1: plan knows ui"],
    );
    check(
        "src/print/mod.rs",
        "mod inner {\n    use super::super::press::Caption;\n}\nuse super::press;",
        &["2: print knows press", "4: print knows press"],
    );
    check(
        "src/cli.rs",
        "use crate::main;\nuse crate::kitchen;",
        &["1: cli knows main", "2: kitchen is not in the house"],
    );
    check(
        "src/ui/mod.rs",
        "use crate as house;\nuse crate::*;\nuse super::*;",
        &[
            "1: the whole crate is named",
            "2: the whole crate is named",
            "3: the whole crate is named",
        ],
    );
}

#[test]
fn a_room_that_looks_down_or_at_itself_is_left_alone() {
    check(
        "src/ui/form.rs",
        "use crate::{model::Event, press, words::Words};\nuse super::tokens;",
        &[],
    );
    check(
        "src/app/mod.rs",
        "use crate::ui::{self, Panel};\npub(crate) fn f() {}",
        &[],
    );
    check("src/main.rs", "use runsheet::{app, cli};", &[]);
    check(
        "src/plan/mod.rs",
        "mod tests {\n    use super::*;\n    use super::super::model;\n}",
        &[],
    );
    check(
        "src/model/id.rs",
        "// crate::ui\nconst A: &str = \"use crate::ui;\"; /* crate::app */",
        &[],
    );
    check(
        "src/model/id.rs",
        "fn f<'a>(c: char) -> bool { c == '\"' || c == '\\'' } // \"",
        &[],
    );
    check(
        "src/model/id.rs",
        "const A: &str = r#\"\"; use crate::ui; \"#;",
        &[],
    );
}

#[test]
fn a_value_that_knows_a_file_a_window_or_a_clock_is_caught() {
    check(
        "src/model/event.rs",
        "use std::{collections::BTreeMap, fs, time::{Duration, Instant}};\nuse egui::Color32;",
        &[
            "1: model names std::fs",
            "1: model names std::time::Instant",
            "2: model names egui::Color32",
        ],
    );
    check(
        "src/plan/mod.rs",
        "fn f() { std::thread::spawn(|| image::open(path)); jiff::Zoned::now(); }",
        &[
            "1: plan names image::open",
            "1: plan names jiff::Zoned::now",
            "1: plan names std::thread::spawn",
        ],
    );
    check(
        "src/ui/mod.rs",
        "use std::fs::File;\nuse std::time::Instant;",
        &["1: ui names std::fs::File"],
    );
    check("src/store/mod.rs", "use std::{fs, thread};", &[]);
    check(
        "src/plan/mod.rs",
        "#[cfg(test)]\nmod tests {\n    fn f() { std::fs::read(\"x\"); }\n}",
        &[],
    );
}

#[test]
fn colours_proofs_and_lengths_are_asked_for() {
    check(
        "src/ui/row.rs",
        "let a = Color32::from_rgb(1, 2, 3);\nlet b = egui::Color32::TRANSPARENT;",
        &["1: Color32::from_rgb outside of src/ui/tokens.rs"],
    );
    check(
        "src/press/mod.rs",
        "let a = \"#33aaFF\"; let b = \"#tag\";",
        &["1: #33aaFF outside of src/ui/tokens.rs"],
    );
    check(
        "src/ui/tokens.rs",
        "let a = Color32::from_rgb(1, 2, 3);",
        &[],
    );
    check(
        "src/app/mod.rs",
        "a.unwrap();\n\n\n\n// There is always one.\nb.expect(\"one\");\nc.unwrap_or(1);",
        &["1: unwrap without a proof"],
    );
    check(
        "src/app/mod.rs",
        "#[cfg(test)]\nmod tests {\n    fn f() { a.unwrap() }\n}\n\nfn g() { a.unwrap() }",
        &["6: unwrap without a proof"],
    );
    check("src/plan/checks/tests.rs", "fn f() { a.unwrap() }", &[]);
    check(
        "src/ui/long.rs",
        &"\n".repeat(501),
        &["0: 501 lines, 500 at most"],
    );
}
