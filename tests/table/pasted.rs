//! Rows that go through a spreadsheet, or are copied here; and what has no column.

use super::*;

#[test]
fn all_selected_rows_are_duplicated_together_and_taken_back_at_once() {
    let mut typist = Typist::at(empty()).with_four_rows();
    typist
        .press(CTRL, Key::Home)
        .press(NONE, Key::ArrowDown)
        .press(SHIFT, Key::ArrowDown);
    typist.press(CTRL | SHIFT, Key::D);
    let doubled = ["One", "Two", "Three", "Two", "Three", "Four"];
    assert_eq!(typist.titles(), doubled);
    // The copies are what is selected now.
    typist.press(NONE, Key::Delete);
    assert_eq!(typist.titles(), ["One", "Two", "Three", "Four"]);
    typist.press(CTRL, Key::Z).press(CTRL, Key::Z);
    assert_eq!(typist.titles(), ["One", "Two", "Three", "Four"], "one step");
}

#[test]
fn every_column_that_is_not_known_is_named_where_it_covers_nothing() {
    let mut typist = Typist::at(empty());
    typist.pastes("Start\tTitle\tRed\n10:00\tOne\tx\n");
    let few = "There is no column for Red; the rest was pasted.";
    assert!(typist.window.shows(few));
    let heads = ["Red", "Green", "Blue", "Cyan", "Pink", "Grey"];
    let text = format!(
        "Start\tEnd\tLength\tTitle\t{}\n10:00\t\t\tTwo\n",
        heads.join("\t")
    );
    typist.pastes(&text);
    assert_eq!(typist.titles(), ["One", "Two"]);
    let count = "There is no column for 6 things";
    let mut said = typist.window.harness.query_all_by_label_contains(count);
    assert!(said.next().is_some());
    drop(said);
    for head in heads {
        assert!(typist.window.shows(head), "{head}");
    }
}
