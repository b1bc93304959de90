//! A template of the house that cannot be used: there is a plain sentence, and a way to print all the same.

use std::{fs, process::Command};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use runsheet::words::{Tongue, Words};

use super::reading::Reading;
use crate::support::desk::{Window, at_the_desk, sample};

const BUILT_IN: &str = "Print with the built-in template this time";
const IS_BUILT_IN: &str = "This is the built-in template";

fn write(window: &Window, template: &str, source: &str) {
    let papers = window.folder.join("papers");
    fs::create_dir_all(&papers).unwrap();
    fs::write(papers.join(template), source).unwrap();
}

fn says(window: &Window, part: &str) -> bool {
    window.labels().iter().any(|label| label.contains(part))
}

/// Saves the paper that is shown, by the keyboard, and reads it back.
fn printed(window: &mut Window, name: &str) -> String {
    let pdf = window.folder.join(name);
    window.press(Modifiers::COMMAND, Key::P);
    window.wait_until(|window| window.shows("Path"));
    window.fill("Path", pdf.to_str().unwrap());
    window.click("Continue");
    window.wait_until(|window| says(window, name));
    Reading::of(&fs::read(pdf).unwrap()).text()
}

#[test]
fn a_broken_template_of_the_house_keeps_nobody_from_printing() {
    let mut window = at_the_desk();
    let built_in = printed(&mut window, "before.pdf");
    write(&window, "programme.typ", "#let x = 1\n  #nonsense\n");
    window.press(Modifiers::COMMAND, Key::Num5);
    window.wait_until(|window| window.shows(BUILT_IN));
    let alerts = window.names(Role::Alert);
    let sentence = "papers/programme.typ cannot be used: there is a mistake in it.";
    assert!(alerts.iter().any(|one| one == sentence), "{alerts:?}");
    assert!(says(&window, "Line 2, character 4: unknown variable"));
    assert!(!says(&window, "Click a line to edit it"));
    let printing = window.harness.get_by_label("Save PDF…");
    assert!(printing.accesskit_node().is_disabled());

    window.click(BUILT_IN);
    window.wait_until(|window| says(window, IS_BUILT_IN));
    assert!(says(&window, "Click a line to edit it") && !window.shows(BUILT_IN));
    assert_eq!(printed(&mut window, "after.pdf"), built_in);
    assert!(says(&window, "PDF saved, with the built-in template"));

    // Another paper is typeset as ever; coming back, the house is asked again.
    window.click("Name list");
    assert!(!says(&window, IS_BUILT_IN) && !window.shows(BUILT_IN));
    window.click("Programme");
    window.wait_until(|window| window.shows(BUILT_IN));
    window.click(BUILT_IN);
    window.wait_until(|window| says(window, IS_BUILT_IN));

    // A template that is mended is used at once.
    let mended = "#import \"house.typ\": *\n#show: paper\n#heading(level: 1)[Ours again]\n";
    write(&window, "programme.typ", mended);
    window.wait_until(|window| !says(window, IS_BUILT_IN));
    assert!(!window.shows(BUILT_IN));
    let ours = printed(&mut window, "ours.pdf");
    assert!(ours.contains("Oursagain"), "{ours}");
}

#[test]
fn a_template_that_is_no_text_can_be_done_without() {
    let mut window = at_the_desk();
    let papers = window.folder.join("papers");
    fs::create_dir_all(&papers).unwrap();
    fs::write(papers.join("house.typ"), [0xff, 0xfe, 0x00, 0xd8]).unwrap();
    window.press(Modifiers::COMMAND, Key::Num5);
    window.wait_until(|window| window.shows(BUILT_IN));
    window.click(BUILT_IN);
    window.wait_until(|window| says(window, IS_BUILT_IN) && says(window, "Click a line"));
}

#[test]
fn a_template_of_which_no_accessible_pdf_can_be_made_is_found_when_it_is_saved() {
    let mut window = at_the_desk();
    window.press(Modifiers::COMMAND, Key::Num5);
    let source = "#import \"house.typ\": *\n#show: paper\n= Ours\n\
        #image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\"))\n";
    let before = window.labels();
    write(&window, "programme.typ", source);
    window.wait_until(|window| window.labels() != before);
    window.press(Modifiers::COMMAND, Key::P);
    let pdf = window.folder.join("ours.pdf");
    window.wait_until(|window| window.shows("Path"));
    window.fill("Path", pdf.to_str().unwrap());
    window.click("Continue");
    window.wait_until(|window| window.shows(BUILT_IN));
    assert!(!pdf.exists());
    assert!(says(&window, "no accessible PDF can be made"));
}

#[test]
fn the_command_line_prints_without_the_house_too() {
    let temp = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_runsheet"))
            .args(arguments)
            .current_dir(temp.path())
            .env("LC_ALL", "en_GB.UTF-8")
            .output()
            .unwrap()
    };
    assert!(run(&["sample", "event"]).status.success());
    let print = |more: &[&str]| {
        let mut all = vec!["print", "event", "--paper", "programme", "--out", "p.pdf"];
        all.extend(more);
        run(&all)
    };
    let papers = temp.path().join("event/papers");
    fs::create_dir(&papers).unwrap();
    for source in [&b"#nonsense"[..], &[0xff, 0xfe]] {
        fs::write(papers.join("programme.typ"), source).unwrap();
        let refused = print(&[]);
        assert_eq!(refused.status.code(), Some(2));
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(said.contains("programme.typ"), "{said}");
        assert!(
            said.contains("--built-in") || source != b"#nonsense",
            "{said}"
        );
        let done = print(&["--built-in"]);
        assert_eq!(done.status.code(), Some(0));
        let pdf = fs::read(temp.path().join("p.pdf")).unwrap();
        assert!(Reading::of(&pdf).text().contains("Talent"));
        fs::remove_file(temp.path().join("p.pdf")).unwrap();
    }
}

#[test]
fn papers_open_in_the_language_of_the_window_and_then_in_the_one_that_was_chosen() {
    let mut window = sample([1366.0, 768.0], Tongue::ZhHant, egui::Theme::Light);
    window.press(Modifiers::COMMAND, Key::Num5);
    let path = window.folder.join("p.pdf");
    let words = Words::new(Tongue::ZhHant);
    let language = |window: &mut Window| {
        window.press(Modifiers::COMMAND, Key::P);
        window.wait_until(|window| window.shows(&words.t("path-label")));
        window.fill(&words.t("path-label"), path.to_str().unwrap());
        window.click(&words.t("path-go-on"));
        window.wait_until(|_| path.exists());
        window.settle();
        let language = Reading::of(&fs::read(&path).unwrap()).language();
        fs::remove_file(&path).unwrap();
        language
    };
    let first = language(&mut window);
    assert!(first.starts_with("zh"), "{first}");
    window.click("English");
    assert!(language(&mut window).starts_with("en"));
    // The same event, opened again while the program runs.
    window.press(Modifiers::COMMAND, Key::W);
    let name = window
        .folder
        .file_name()
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned();
    let again = window
        .labels()
        .into_iter()
        .find(|label| label.starts_with(&name));
    window.click(&again.expect("events that were open lately are listed"));
    window.press(Modifiers::COMMAND, Key::Num5);
    assert!(language(&mut window).starts_with("en"));
}
