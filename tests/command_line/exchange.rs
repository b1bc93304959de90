//! `runsheet import` and `runsheet export`.

use std::fs;

use runsheet::store::Folder;

use super::Desk;

fn people(event: &std::path::Path) -> usize {
    Folder::at(event)
        .unwrap()
        .read()
        .unwrap()
        .event
        .participants
        .len()
}

#[test]
fn an_import_says_what_it_does_and_does_it() {
    let desk = Desk::new();
    let event = desk.sample().path().to_owned();
    let before = people(&event);
    let list = desk.file("list.csv", "Name,Job\nWong Ada,Clerk\nCHAN Kwok-ki,\n");
    let (event_arg, list_arg) = (event.to_str().unwrap(), list.to_str().unwrap());
    let out = desk
        .run(&["import", event_arg, list_arg, "--dry-run"])
        .went_well();
    assert!(out.contains("+ Row 2: add ‘Wong Ada’"), "{out}");
    assert!(
        out.contains("Participants: 1 to add, 1 as they are"),
        "{out}"
    );
    assert_eq!(people(&event), before, "only said");
    desk.run(&["import", event_arg, list_arg, "--map", "B=remarks"])
        .went_well();
    assert_eq!(people(&event), before + 1);
    desk.run(&["import", event_arg, list_arg]).went_well();
    assert_eq!(people(&event), before + 1, "a second import doubles nobody");
    let out = desk
        .run(&["import", event_arg, list_arg, "--clear-empty", "--dry-run"])
        .went_well();
    assert!(out.contains("Post (English) cleared (was "), "{out}");
    let out = desk
        .run(&["import", event_arg, list_arg, "--remove-missing"])
        .went_well();
    assert!(out.contains("- remove"), "{out}");
    assert_eq!(people(&event), 2);
}

#[test]
fn a_sheet_is_named_and_a_wrong_name_is_answered_with_those_that_there_are() {
    let desk = Desk::new();
    let event = desk.sample().path().to_owned();
    let event_arg = event.to_str().unwrap();
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, guest) in [("Guests", "Wong Ada"), ("Late replies", "Ho Ben")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.write(0, 0, "Name").unwrap();
        sheet.write(1, 0, guest).unwrap();
    }
    let list = desk.file("list.xlsx", book.save_to_buffer().unwrap());
    let import = |sheet: &str| {
        let list = list.to_str().unwrap();
        desk.run(&["import", event_arg, list, "--dry-run", "--sheet", sheet])
    };
    let out = import("late replies").went_well();
    assert!(
        out.contains("add ‘Ho Ben’") && !out.contains("Wong"),
        "{out}"
    );
    import("Replies").was_refused(&["list.xlsx", "‘Replies’", "‘Guests’ and ‘Late replies’"]);
    let text = desk.file("list.csv", "Name\nWong Ada\n");
    desk.run(&["import", event_arg, text.to_str().unwrap(), "--sheet", "S"])
        .was_refused(&["list.csv", "--sheet"]);
}

#[test]
fn an_export_is_written_and_comes_back() {
    let desk = Desk::new();
    let event = desk.sample().path().to_owned();
    let event_arg = event.to_str().unwrap();
    for format in [
        "participants.xlsx",
        "participants.ods",
        "participants.csv",
        "rundown.xlsx",
        "rundown.csv",
    ] {
        let out = desk.path(format);
        let out_arg = out.to_str().unwrap();
        let said = desk
            .run(&["export", event_arg, "--format", format, "--out", out_arg])
            .went_well();
        assert_eq!(said.trim(), out_arg);
        let said = desk
            .run(&["import", event_arg, out_arg, "--dry-run"])
            .went_well();
        assert!(
            !said.contains("to add") && !said.contains("to change"),
            "{said}"
        );
    }
}

#[test]
fn what_cannot_be_done_is_one_sentence() {
    let desk = Desk::new();
    let event = desk.sample().path().to_owned();
    let event_arg = event.to_str().unwrap();
    let list = desk.file("list.csv", "Name,Job\nWong Ada,Clerk\n");
    let list_arg = list.to_str().unwrap();
    let text = desk.file("list.docx", "x");
    desk.run(&["import", event_arg, text.to_str().unwrap()])
        .was_refused(&["list.docx", ".xlsx"]);
    desk.run(&["import", event_arg, "nowhere.csv"])
        .was_refused(&["nowhere.csv"]);
    desk.run(&["import", event_arg, list_arg, "--map", "Job"])
        .was_refused(&["Job", "COLUMN=FIELD"]);
    desk.run(&["import", event_arg, list_arg, "--map", "Job=colour"])
        .was_refused(&["colour", "post"]);
    desk.run(&["import", event_arg, list_arg, "--map", "Hat=post:en"])
        .was_refused(&["Hat"]);
    let folder = desk.path("out");
    fs::create_dir(&folder).unwrap();
    desk.run(&[
        "export",
        event_arg,
        "--format",
        "rundown.csv",
        "--out",
        folder.to_str().unwrap(),
    ])
    .was_refused(&["out"]);
    desk.run(&["export", event_arg, "--format", "poster", "--out", "x"])
        .was_refused(&["rundown.xlsx"]);
}
