//! Lists of people.

use runsheet::{
    exchange::Removal,
    model::{Attendance, Lang, NameOrder, Participant},
};

use super::{check, content, empty, event, imported, proposal, table, told};

fn person<'a>(event: &'a runsheet::model::Event, name: &str) -> &'a Participant {
    let mut people = event.participants.iter();
    let found = people.find(|person| person.plain_name(&Lang::EN) == name);
    found.unwrap_or_else(|| panic!("nobody is called {name}"))
}

#[test]
fn columns_are_guessed_in_english_and_chinese() {
    let csv = "Name (English),中文姓名,Title,Post,職銜,Organisation,Attendance,Arrives,E-mail,Tel.\n\
        CHAN Tai Man,陳大文,Dr,Director,署長,Planning Department,Yes,9:50am,chan@x.hk,+852 2810 2545\n";
    let event = imported(event(), csv);
    let chan = person(&event, "Chan Tai Man");
    assert_eq!(chan.formal_name(&Lang::EN), "Dr Chan Tai Man");
    assert_eq!(chan.plain_name(&Lang::ZH_HANT), "陳大文");
    assert_eq!(
        (chan.post.text(&Lang::EN), chan.post.text(&Lang::ZH_HANT)),
        ("Director", "署長")
    );
    assert_eq!(chan.attendance, Attendance::Accepted);
    assert_eq!(
        chan.window.arrives.map(|at| at.to_string()),
        Some("2025-06-03T09:50:00".into())
    );
    assert_eq!(
        (chan.contact.email.as_str(), chan.contact.phone.as_str()),
        ("chan@x.hk", "+852 2810 2545")
    );
    let home = event.organisations.get(chan.organisation.unwrap()).unwrap();
    assert_eq!(home.name.text(&Lang::EN), "Planning Department");
}

#[test]
fn a_second_import_updates_and_adds_nobody_twice() {
    let first =
        "姓名,Name,Post,Organisation\n陳大文,Chan Tai Man,Director,HKU\n,Lee Siu Ming,Dean,HKU\n";
    let event = imported(event(), first);
    check(
        &event,
        first,
        &[
            "Row 2: leave ‘Chan Tai Man’ as it is",
            "Row 3: leave ‘Lee Siu Ming’ as it is",
        ],
    );
    // Spelt otherwise, in another order, with a post that is new and a person who is.
    check(
        &event,
        "Name,Post,Organisation\nMr. LEE Siu-ming,Provost,H.K.U.\nWong Ada,,HKU\n",
        &[
            "Row 2: change ‘Lee Siu Ming’: Post (English) from ‘Dean’ to ‘Provost’",
            "Row 3: add ‘Wong Ada’",
        ],
    );
    assert_eq!(event.participants.len(), 2);
}

#[test]
fn nothing_absent_is_removed_unless_that_is_asked() {
    let event = imported(event(), "Name\nChan Tai Man\nLee Siu Ming\n");
    let content = content("x.csv", "Name\nLee Siu Ming\n");
    let asked = content.propose(&event, None, Removal::ABSENT);
    assert_eq!(
        told(&asked),
        [
            "Row 2: leave ‘Lee Siu Ming’ as it is",
            "remove ‘Chan Tai Man’"
        ]
    );
    let kept = content.propose(&event, None, Removal::NEVER);
    assert_eq!(kept.edit(), None, "{:?}", told(&kept));
}

#[test]
fn namesakes_are_told_apart_by_their_organisations_or_noted() {
    let csv = "Name,Organisation,Post\nChan Tai Man,HKU,Dean\nChan Tai Man,PolyU,Registrar\n";
    let event = imported(event(), csv);
    assert_eq!(event.participants.len(), 2);
    assert_eq!(proposal(&event, csv).edit(), None);
    check(
        &event,
        "Name,Post\nChan Tai Man,Provost\n",
        &[
            "! Row 2: 2 people are called ‘Chan Tai Man’, and nothing says who is meant: add the organisation; the row was left out",
        ],
    );
    check(
        &event,
        "Name,Organisation,Post\nChan Tai Man,PolyU,Provost\nChan Tai Man,CUHK,Fellow\n",
        &[
            "Row 3: add ‘CUHK’",
            "Row 2: change ‘Chan Tai Man’: Post (English) from ‘Registrar’ to ‘Provost’",
            "Row 3: add ‘Chan Tai Man’",
        ],
    );
}

#[test]
fn who_has_moved_is_the_same_person_and_that_is_said() {
    let event = imported(event(), "Name,Organisation\nChan Tai Man,HKU\n");
    check(
        &event,
        "Name,Organisation\nChan Tai Man,PolyU\nChan Tai Man,PolyU\n",
        &[
            "! Row 3: the same as row 2 already is; this one was left out",
            "Row 2: add ‘PolyU’",
            "Row 2: add ‘Chan Tai Man’",
        ],
    );
    check(
        &event,
        "Name,Organisation\nChan Tai Man,PolyU\n",
        &[
            "! Row 2: somebody of this name is here from ‘HKU’ and was taken as the same person",
            "Row 2: add ‘PolyU’",
            "Row 2: change ‘Chan Tai Man’: Organisation (English) from ‘HKU’ to ‘PolyU’",
        ],
    );
}

#[test]
fn what_is_not_understood_is_said_with_row_and_column() {
    check(
        &empty(),
        "Guest list of the forum\n\nName,Seat,Attendance,Arrives\nAda Wong,A1,maybe,soon\n,A2,yes,\nBo Lam; Cy Au,A3,no,\n",
        &[
            "! Column B: the column ‘Seat’ was not understood and is left out; choose what it holds",
            "! Row 4, column C: ‘maybe’ cannot be understood as “Attendance”; it was left out",
            "! Row 4, column D: ‘soon’ cannot be understood as “Arrives”; it was left out",
            "! Row 5: the row names nobody and was left out",
            "Row 4: add ‘Ada Wong’",
            "Row 6: add ‘Bo Lam’",
            "Row 6: add ‘Cy Au’",
        ],
    );
    check(
        &empty(),
        "Name,Post\n\"Bo Lam\nCy Au\",Clerk\n\"Ada Wong, Head of Protocol\",\n",
        &[
            "! Row 2, column B: 2 people stand in one cell, and not every cell says as much of each: give each a row; this one was left out",
            "! Row 3, column A: ‘Head of Protocol’ stands behind the name and was taken as the post",
            "Row 3: add ‘Ada Wong’",
        ],
    );
    check(
        &empty(),
        "Colour,Size\nred,9\n",
        &[
            "! Column A: the column ‘Colour’ was not understood and is left out; choose what it holds",
            "! Column B: the column ‘Size’ was not understood and is left out; choose what it holds",
            "! no column holds “Name”: choose which one does",
        ],
    );
}

#[test]
fn two_languages_and_names_in_parts_are_understood() {
    let csv = "Given name,Surname,姓,名,Organisation,Honours\n\
        Chris,Sun,孫,玉菡,Labour and Welfare Bureau 勞工及福利局,\"GBS, JP\"\n";
    let event = imported(event(), csv);
    let sun = person(&event, "Chris Sun");
    let name = sun.name.get(&Lang::EN).unwrap();
    assert_eq!(
        (name.order, name.honours.as_str()),
        (NameOrder::GivenFirst, "GBS, JP")
    );
    assert_eq!(sun.plain_name(&Lang::ZH_HANT), "孫玉菡");
    let home = event.organisations.get(sun.organisation.unwrap()).unwrap();
    assert_eq!(home.name.text(&Lang::ZH_HANT), "勞工及福利局");
    assert_eq!(home.name.text(&Lang::EN), "Labour and Welfare Bureau");
}

#[test]
fn a_column_can_be_mapped_by_hand_and_the_mapping_kept() {
    let content = content("x.csv", "Who,Job\nAda Wong,Clerk\n");
    let event = empty();
    let mut layout = content.layout(&event).unwrap();
    layout.remember(&["name:en".into(), "post:en".into()]);
    let proposal = content.propose(&event, Some(&layout), Removal::NEVER);
    assert_eq!(told(&proposal), ["Row 2: add ‘Ada Wong’"]);
    assert_eq!(layout.headings(), ["Who", "Job"]);
    assert_eq!(layout.targets(), ["name:en", "post:en"]);
}

#[test]
fn a_hundred_thousand_rows_are_read() {
    let row = |number| {
        format!(
            "Chan Number-{number},Organisation {},{number}",
            number % 700
        )
    };
    let rows: Vec<String> = (0..100_000).map(row).collect();
    let csv = format!("Name,Organisation,Phone\n{}\n", rows.join("\n"));
    let read = content("x.csv", &csv);
    let book = table(&read);
    assert_eq!(book.sheets[0].rows.len(), 100_001);
    let proposal = content("x.csv", &csv).propose(&empty(), None, Removal::NEVER);
    assert_eq!((proposal.lines.len(), proposal.notes.len()), (100_700, 0));
}
