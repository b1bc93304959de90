use super::*;
use crate::{
    app::tests::{saved_desk, wait_for},
    model::{Edit, Text},
};

#[test]
fn a_folder_that_is_gone_is_told_until_it_is_back() {
    let temp = tempfile::tempdir().unwrap();
    let (mut desk, folder) = saved_desk(&temp);
    let looks = |desk: &mut Desk| {
        for _ in 0..TRIES {
            desk.watch.next = 0.0;
            let ctx = desk.ctx.clone();
            desk.look_now_and_then(&ctx);
            wait_for(desk, |desk| !desk.watch.is_looking);
        }
        let failed = |one: &&crate::ui::Notice| one.tone == Tone::Failed;
        desk.notices.iter().filter(failed).count()
    };
    assert_eq!(looks(&mut desk), 0);
    let aside = temp.path().join("moved away");
    std::fs::rename(folder.path(), &aside).unwrap();
    assert_eq!(looks(&mut desk), 1);
    std::fs::rename(&aside, folder.path()).unwrap();
    assert_eq!(looks(&mut desk), 0);
}

fn look_once(desk: &mut Desk) {
    desk.watch.next = 0.0;
    let ctx = desk.ctx.clone();
    desk.look_now_and_then(&ctx);
    wait_for(desk, |desk| {
        !desk.watch.is_looking && !desk.watch.is_merging
    });
}

/// What another machine has saved, which had this text as its file.
fn saved_elsewhere(before: &str, event: &Event) -> String {
    let temp = tempfile::tempdir().unwrap();
    std::fs::write(temp.path().join("event.ron"), before).unwrap();
    let folder = Folder::at(temp.path()).unwrap();
    folder.save(event).unwrap();
    std::fs::read_to_string(folder.event_file()).unwrap()
}

fn failures(desk: &Desk) -> Vec<String> {
    let failed = |one: &&crate::ui::Notice| one.tone == Tone::Failed;
    let failed = desk.notices.iter().filter(failed);
    failed.map(|one| one.sentence.clone()).collect()
}

fn save(desk: &mut Desk) {
    desk.save();
    let is_saving = |desk: &Desk| desk.open.as_ref().is_some_and(|open| open.is_saving);
    wait_for(desk, |desk| !is_saving(desk) && !desk.watch.is_merging);
}

#[test]
fn a_file_that_is_away_for_a_while_is_neither_told_nor_written_anew() {
    let temp = tempfile::tempdir().unwrap();
    let (mut desk, folder) = saved_desk(&temp);
    let file = folder.event_file();
    let mut theirs = folder.read().unwrap().event;
    theirs.details.venue = Text::en("Their hall");
    let text = saved_elsewhere(&std::fs::read_to_string(&file).unwrap(), &theirs);
    std::fs::remove_file(&file).unwrap();
    for _ in 0..TRIES_AWAY - 1 {
        look_once(&mut desk);
    }
    assert_eq!(failures(&desk), [""; 0]);
    // A save meanwhile writes no old state that nobody asked for, and says so.
    let mut details = desk.event().unwrap().details.clone();
    details.title = Text::en("Mine");
    desk.edit(Edit::Details(Box::new(details)));
    save(&mut desk);
    assert!(!file.exists());
    assert!(desk.open.as_ref().unwrap().history.is_dirty());
    assert!(failures(&desk)[0].contains("is not there at this moment"));
    // What comes then is met, and both are in the file.
    std::fs::write(&file, &text).unwrap();
    look_once(&mut desk);
    save(&mut desk);
    assert_eq!(failures(&desk), [""; 0]);
    let saved = folder.read().unwrap().event;
    assert_eq!(saved.details.venue, theirs.details.venue);
    assert_eq!(saved.details.title, Text::en("Mine"));
}

#[test]
fn a_file_that_comes_back_in_time_is_waited_for_by_saving() {
    let temp = tempfile::tempdir().unwrap();
    let (mut desk, folder) = saved_desk(&temp);
    let file = folder.event_file();
    let mut theirs = folder.read().unwrap().event;
    theirs.details.venue = Text::en("Their hall");
    let text = saved_elsewhere(&std::fs::read_to_string(&file).unwrap(), &theirs);
    let mut details = desk.event().unwrap().details.clone();
    details.title = Text::en("Mine");
    desk.edit(Edit::Details(Box::new(details)));
    std::fs::remove_file(&file).unwrap();
    desk.save();
    std::fs::write(&file, &text).unwrap();
    let is_clean = |desk: &Desk| {
        let open = desk.open.as_ref().unwrap();
        !open.is_saving && !open.history.is_dirty() && !desk.watch.is_merging
    };
    wait_for(&mut desk, is_clean);
    let saved = folder.read().unwrap().event;
    assert_eq!(saved.details.venue, theirs.details.venue);
    assert_eq!(saved.details.title, Text::en("Mine"));
}

#[test]
fn a_file_that_stays_away_is_told_and_saving_writes_it_anew() {
    let temp = tempfile::tempdir().unwrap();
    let (mut desk, folder) = saved_desk(&temp);
    std::fs::remove_file(folder.event_file()).unwrap();
    for _ in 0..TRIES_AWAY {
        look_once(&mut desk);
    }
    let told = failures(&desk);
    assert_eq!(told.len(), 1);
    assert!(
        told[0].contains("has not been there for half a minute"),
        "{told:?}"
    );
    save(&mut desk);
    assert_eq!(folder.read().unwrap().event, *desk.event().unwrap());
    assert_eq!(failures(&desk), [""; 0]);
    // The next time it goes is another time.
    look_once(&mut desk);
    std::fs::remove_file(folder.event_file()).unwrap();
    save(&mut desk);
    assert!(!folder.event_file().exists());
}

#[test]
fn a_file_that_grows_is_being_written_and_one_that_stays_torn_is_told() {
    let temp = tempfile::tempdir().unwrap();
    let (mut desk, folder) = saved_desk(&temp);
    let file = folder.event_file();
    let mut theirs = folder.read().unwrap().event;
    theirs.details.venue = Text::en("Their hall");
    let text = saved_elsewhere(&std::fs::read_to_string(&file).unwrap(), &theirs);
    for part in 1..=8 {
        std::fs::write(&file, &text.as_bytes()[..text.len() * part / 10]).unwrap();
        look_once(&mut desk);
    }
    assert_eq!(failures(&desk), [""; 0]);
    for _ in 0..TRIES {
        look_once(&mut desk);
    }
    assert_eq!(failures(&desk).len(), 1);
    std::fs::write(&file, &text).unwrap();
    look_once(&mut desk);
    assert_eq!(failures(&desk), [""; 0]);
    assert_eq!(desk.event().unwrap().details.venue, theirs.details.venue);
}
