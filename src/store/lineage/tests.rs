use super::*;

fn root(text: &str) -> Lineage {
    Lineage::of_text(text)
}

fn child(body: &str, parents: &[&Lineage]) -> Lineage {
    let parents: Vec<_> = parents.iter().map(|one| (*one).clone()).collect();
    Lineage::child(body, &parents)
}

fn file(body: &str, lineage: &Lineage) -> String {
    format!("{body}{}", lineage.text())
}

#[test]
fn a_text_says_which_state_it_is_and_from_which_it_was_made() {
    let first = root("(\n)\n");
    let second = child("(\n  a,\n", &[&first]);
    let text = file("(\n  a,\n", &second);
    assert_eq!(Lineage::of_text(&text), second);
    assert_eq!(Lineage::of_text(&text.replace('\n', "\r\n")), second);
    assert!(second.includes(first.id()) && second.includes(second.id()));
    assert!(!first.includes(second.id()));
    let lines: Vec<String> = second.clone().into();
    assert_eq!(Lineage::try_from(lines), Ok(second));
}

#[test]
fn two_people_who_do_the_same_are_two_states_and_each_is_read_again() {
    let first = root("(\n)\n");
    let from = std::slice::from_ref(&first);
    let (ours, theirs) = (
        Lineage::saved("(\n  a,\n", from),
        Lineage::saved("(\n  a,\n", from),
    );
    assert_ne!(ours.id(), theirs.id());
    assert_eq!(nearest_common(from, &theirs), [first.id()]);
    assert_eq!(Lineage::of_text(&file("(\n  a,\n", &ours)), ours);
    let lines: Vec<String> = theirs.clone().into();
    assert_eq!(Lineage::try_from(lines), Ok(theirs.clone()));
    // Their merge is one, and lists them without what told them apart.
    let both = [ours.clone(), theirs.clone()];
    let merged = Lineage::merge("(\n  a,\n", &both);
    assert_eq!(merged, Lineage::merge("(\n  a,\n", &[theirs, ours]));
    // What one of them did besides is their own.
    assert_ne!(merged.id(), Lineage::saved("(\n  a,\n", &both).id());
    assert!(merged.lines().all(|line| !line.contains('+')));
    // A salt that was changed is no salt of this state.
    let text = file("(\n  a,\n", &both[0]);
    let salt = text.split_once('+').unwrap().1[..16].to_owned();
    let changed = Lineage::of_text(&text.replace(&salt, "0123456789abcdef"));
    assert_ne!(changed.id(), both[0].id());
    assert!(changed.includes(both[0].id()));
}

#[test]
fn what_another_program_has_changed_was_made_from_what_the_text_says() {
    let first = root("(\n)\n");
    let second = child("(\n  a,\n", &[&first]);
    let edited = Lineage::of_text(&file("(\n  b,\n", &second));
    assert_ne!(edited.id(), second.id());
    assert_eq!(nearest_common(&[edited], &second), [second.id()]);
}

#[test]
fn a_list_that_is_damaged_says_nothing() {
    let second = child("(\n  a,\n", &[&root("(\n)\n")]);
    let text = file("(\n  a,\n", &second);
    let damaged = text.replacen(&second.id().to_string(), "5F0C", 1);
    let read = Lineage::of_text(&damaged);
    assert_eq!(nearest_common(&[read], &second), []);
}

#[test]
fn taking_something_back_is_another_state() {
    let first = root("first");
    let second = child("second", &[&first]);
    let again = child("first", &[&second]);
    assert_ne!(first.id(), again.id());
    let theirs = child("theirs", &[&second]);
    assert_eq!(nearest_common(&[again], &theirs), [second.id()]);
}

#[test]
fn the_same_merge_on_two_machines_is_one_state() {
    let base = root("base");
    let (one, other) = (child("one", &[&base]), child("other", &[&base]));
    assert_eq!(
        nearest_common(std::slice::from_ref(&one), &other),
        [base.id()]
    );
    let here = child("both", &[&one, &other]);
    let there = child("both", &[&other, &one]);
    assert_eq!(here, there);
    assert_eq!(here.text(), there.text());
    // Two merges that crossed, each decided in its own way.
    let decided = child("decided", &[&other, &one]);
    let mut both = [one.id(), other.id()];
    both.sort_unstable();
    assert_eq!(nearest_common(&[here], &decided), both);
}

#[test]
fn what_is_merged_and_not_saved_counts() {
    let base = root("base");
    let (ours, theirs) = (child("ours", &[&base]), child("theirs", &[&base]));
    let later = child("later", &[&theirs]);
    assert_eq!(
        nearest_common(std::slice::from_ref(&ours), &later),
        [base.id()]
    );
    assert_eq!(
        nearest_common(&[ours, theirs.clone()], &later),
        [theirs.id()]
    );
}

#[test]
fn beyond_the_limit_descent_is_not_known() {
    let base = root("base");
    let saved = |count: usize, name: &str| {
        (0..count).fold(base.clone(), |last, n| {
            child(&format!("{name} {n}"), &[&last])
        })
    };
    let theirs = saved(1, "theirs");
    assert_eq!(
        nearest_common(&[saved(MOST - 1, "ours")], &theirs),
        [base.id()]
    );
    let long = saved(MOST * 2, "ours");
    assert_eq!(long.lines().count(), MOST);
    assert_eq!(nearest_common(&[long], &theirs), []);
}

/// So many saves, one after the other.
fn saves(first: &Lineage, count: usize, name: &str) -> Vec<Lineage> {
    let next = |last: &mut Lineage, n: usize| {
        *last = child(&format!("{name} {n}"), &[last]);
        Some(last.clone())
    };
    (0..count).scan(first.clone(), next).collect()
}

#[test]
fn a_way_through_an_old_copy_does_not_hide_that_a_nearer_ancestor_is_not_known() {
    let base = root("base");
    let all = saves(&base, 300, "save");
    let nearer = &all[49];
    let theirs = child("theirs", &[nearer]);
    let old = child("old copy", &[&base]);
    let last = all.last().unwrap();
    // Before the copy comes in, the list ends before both.
    assert_eq!(nearest_common(std::slice::from_ref(last), &theirs), []);
    let ours = child("ours", &[last, &old]);
    assert!(ours.includes(base.id()) && !ours.includes(nearer.id()));
    assert_eq!(nearest_common(std::slice::from_ref(&ours), &theirs), []);
    assert_eq!(nearest_common(std::slice::from_ref(&theirs), &ours), []);
    // A copy that was merged and is not saved is no other.
    assert_eq!(nearest_common(&[last.clone(), old], &theirs), []);
}

#[test]
fn a_long_history_has_the_base_that_its_lists_have_in_common() {
    let base = root("base");
    let all = saves(&base, 500, "save");
    let (last, before) = (all.last().unwrap(), &all[479]);
    let theirs = child("theirs", &[before]);
    let ours = std::slice::from_ref(last);
    assert_eq!(nearest_common(ours, &theirs), [before.id()]);
    assert_eq!(nearest_common(ours, before), [before.id()]);
    assert_eq!(
        nearest_common(std::slice::from_ref(before), last),
        [before.id()]
    );
}

#[test]
fn what_the_other_goes_on_from_is_the_base_whatever_it_was_merged_with() {
    let base = root("base");
    let ours = saves(&base, 20, "save").pop().unwrap();
    let elsewhere = saves(&base, 300, "elsewhere").pop().unwrap();
    let theirs = child("theirs", &[&ours, &elsewhere]);
    assert_eq!(
        nearest_common(std::slice::from_ref(&ours), &theirs),
        [ours.id()]
    );
    assert_eq!(nearest_common(&[theirs], &ours), [ours.id()]);
}

#[test]
fn a_merge_that_left_conflicts_says_so_and_was_not_made_from_what_is_left() {
    let base = root("base");
    let (ours, theirs) = (child("ours", &[&base]), child("theirs", &[&base]));
    let from = std::slice::from_ref(&ours);
    let left = Lineage::merged("left\n", from, Some(&theirs));
    assert!(left.is_unmerged() && !left.includes(theirs.id()));
    let again = Lineage::merged("left\n", from, Some(&theirs));
    assert_eq!(again.id(), left.id());
    assert_ne!(again.text(), left.text());
    let read = Lineage::of_text(&file("left\n", &left));
    assert_eq!(read, left);
    assert_eq!(
        nearest_common(std::slice::from_ref(&left), &theirs),
        [base.id()]
    );
    // Merging it with a third goes on saying so; a person's save does not, nor what has the other in it.
    let third = child("third", &[&base]);
    let further = Lineage::merged("further", &[left.clone(), third], None);
    assert!(further.is_unmerged());
    assert!(!child("saved", &[&left]).is_unmerged());
    let both = Lineage::merged("both", &[left, theirs], None);
    assert!(!both.is_unmerged());
    // It is as long as any other.
    let long = saves(&base, MOST * 2, "save").pop().unwrap();
    let left = Lineage::merged("left\n", &[long], Some(&ours));
    assert_eq!(left.lines().count(), MOST);
    assert_eq!(Lineage::of_text(&file("left\n", &left)), left);
}
