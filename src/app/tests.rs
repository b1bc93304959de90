//! What comes back late, or at a bad moment.

use std::time::{Duration, Instant};

use egui::Context;
use jiff::civil::date;

use super::{
    Begin, Desk, Then,
    inbox::{Loaded, Picked},
    open::Home,
};
use crate::{
    model::{Edit, Event, Lang, Photo, PixelSize, Session, SessionKind, Text},
    photo::Added,
    press,
    print::Typesetter,
    store::{Folder, StoreError},
    ui::{Answer, PathPurpose, Pictures as _, Place, Question, Tone},
};

fn event(title: &str) -> Event {
    press::new_event(Text::en(title), vec![Lang::EN], date(2025, 6, 3))
}

fn desk_with(title: &str) -> Desk {
    let mut desk = Desk::new(&Context::default(), Begin::default());
    desk.show_new(event(title));
    desk
}

fn loaded(title: &str) -> Box<Loaded> {
    Box::new(Loaded {
        event: event(title),
        home: Home::Draft(std::env::temp_dir().join("runsheet-no-such-draft")),
        stamp: None,
        lineage: None,
        is_new: false,
        has_comments: false,
        found: super::journal::Found::default(),
        recovered: None,
        read_only: None,
        arrival: super::presence::Arrival::default(),
    })
}

fn title(desk: &Desk) -> &str {
    desk.event().unwrap().details.title.text(&Lang::EN)
}

fn photo(name: &str) -> Photo {
    let size = PixelSize {
        width: 4,
        height: 3,
    };
    Photo::new(name.to_owned().try_into().unwrap(), name.into(), size)
}

/// A desk takes finished work in until this holds.
pub(super) fn wait_for(desk: &mut Desk, holds: impl Fn(&Desk) -> bool) {
    let begun = Instant::now();
    while !holds(desk) {
        assert!(begun.elapsed() < Duration::from_mins(4), "it never comes");
        std::thread::sleep(Duration::from_millis(2));
        for finished in desk.inbox.take() {
            desk.take(finished);
        }
    }
}

/// A drop on this session that is not read by anybody, so that a test says what becomes of it.
fn drop_on(desk: &mut Desk, session: &Session) -> u64 {
    desk.add_photos(Vec::new(), Some(session.id));
    desk.drops.begun
}

#[test]
fn an_event_that_was_edited_while_another_was_read_is_asked_about() {
    let mut desk = desk_with("Mine");
    let state = |desk: &Desk| {
        let open = desk.open.as_ref().unwrap();
        (open.session, open.history.state())
    };
    desk.left = Some(state(&desk));
    desk.edit(Session::new(SessionKind::Break, date(2025, 6, 3)).into());
    desk.was_read(desk.readings, Ok(loaded("Theirs")));
    assert_eq!(desk.question, Some(Question::Unsaved));
    assert_eq!(title(&desk), "Mine");
    desk.answer(Answer::Discard);
    assert_eq!(title(&desk), "Theirs");
}

#[test]
fn what_the_person_agreed_to_leave_is_not_asked_about_again() {
    let mut desk = desk_with("Mine");
    let open = desk.open.as_ref().unwrap();
    desk.left = Some((open.session, open.history.state()));
    desk.was_read(desk.readings, Ok(loaded("Theirs")));
    assert_eq!(desk.question, None);
    assert_eq!(title(&desk), "Theirs");
}

#[test]
fn an_event_that_is_read_after_a_later_one_is_not_shown() {
    let mut desk = desk_with("First");
    let late = desk.readings;
    desk.go_on(Then::Show(Box::new(event("Second"))));
    desk.was_read(late, Ok(loaded("Late")));
    assert_eq!(title(&desk), "Second");
}

#[test]
fn two_drops_at_once_go_each_to_its_own_session() {
    let mut desk = desk_with("Forum");
    let sessions =
        [SessionKind::Break, SessionKind::Meal].map(|kind| Session::new(kind, date(2025, 6, 3)));
    for session in &sessions {
        desk.edit(session.clone().into());
    }
    let [first, second] = sessions
        .each_ref()
        .map(|session| drop_on(&mut desk, session));
    desk.photo_added(first, Ok(Added::New(photo("a.jpg"))));
    desk.photo_added(second, Ok(Added::New(photo("b.jpg"))));
    desk.photos_done(first);
    desk.photo_added(second, Ok(Added::New(photo("c.jpg"))));
    desk.photo_added(second, Ok(Added::New(photo("a.jpg"))));
    desk.photos_done(second);
    let photos: Vec<_> = desk.event().unwrap().photos.iter().cloned().collect();
    let places: Vec<_> = photos
        .iter()
        .map(|photo| (photo.hash.as_str(), photo.session))
        .collect();
    let [first, second] = sessions.each_ref().map(|session| Some(session.id));
    assert_eq!(
        places,
        [("a.jpg", first), ("b.jpg", second), ("c.jpg", second)]
    );
    assert!(!desk.drops.is_adding());
}

#[test]
fn photos_of_an_event_that_was_left_are_not_put_into_the_next() {
    let mut desk = desk_with("First");
    let session = Session::new(SessionKind::Break, date(2025, 6, 3));
    let late = drop_on(&mut desk, &session);
    desk.show_new(event("Second"));
    let now = drop_on(&mut desk, &session);
    desk.photo_added(late, Ok(Added::New(photo("late.jpg"))));
    desk.photos_done(late);
    desk.photo_added(now, Ok(Added::New(photo("now.jpg"))));
    let photos = &desk.event().unwrap().photos;
    let names: Vec<_> = photos.iter().map(|photo| photo.file.as_str()).collect();
    assert_eq!(names, ["now.jpg"]);
}

#[test]
fn a_photo_of_a_session_that_was_removed_meanwhile_is_not_placed() {
    let mut desk = desk_with("Forum");
    let session = Session::new(SessionKind::Break, date(2025, 6, 3));
    desk.edit(session.clone().into());
    let drop = drop_on(&mut desk, &session);
    desk.edit(Edit::Remove(session.id.into()));
    desk.photo_added(drop, Ok(Added::New(photo("a.jpg"))));
    assert_eq!(desk.event().unwrap().photos.at(0).unwrap().session, None);
}

#[test]
fn an_event_moves_to_a_folder_when_its_photos_are_all_there() {
    let temp = tempfile::tempdir().unwrap();
    let to = temp.path().join("Forum");
    let mut desk = desk_with("Forum");
    let session = Session::new(SessionKind::Break, date(2025, 6, 3));
    let drop = drop_on(&mut desk, &session);
    desk.save_to(to.clone());
    assert!(
        !desk.open.as_ref().unwrap().is_moving,
        "it waits for the photos"
    );
    desk.photos_done(drop);
    assert!(desk.open.as_ref().unwrap().is_moving);
    // What comes while it moves waits until it is there.
    desk.add_photos(Vec::new(), None);
    assert!(!desk.drops.is_adding());
    wait_for(&mut desk, |desk| !desk.open.as_ref().unwrap().is_saving);
    assert_eq!(desk.open.as_ref().unwrap().home.path(), Some(to.as_path()));
    assert!(desk.drops.is_adding());
}

/// A desk with an event that is in a folder of its own, as it is in its file.
pub(super) fn saved_desk(temp: &tempfile::TempDir) -> (Desk, Folder) {
    let folder = Folder::create(&temp.path().join("Forum"), &event("Forum")).unwrap();
    let mut desk = Desk::new(&Context::default(), Begin::default());
    desk.read(folder.path().to_owned());
    wait_for(&mut desk, |desk| desk.open.is_some());
    (desk, folder)
}

/// How much is said that failed.
fn failed(desk: &Desk) -> usize {
    let notices = desk.notices.iter();
    notices.filter(|one| one.tone == Tone::Failed).count()
}

#[test]
fn why_a_save_failed_is_told_until_one_has_not() {
    let temp = tempfile::tempdir().unwrap();
    let (mut desk, folder) = saved_desk(&temp);
    desk.edit(Session::new(SessionKind::Break, date(2025, 6, 3)).into());
    // A folder stands where the file was.
    let (file, aside) = (folder.event_file(), temp.path().join("aside.ron"));
    std::fs::rename(&file, &aside).unwrap();
    std::fs::create_dir(&file).unwrap();
    desk.save();
    wait_for(&mut desk, |desk| !desk.open.as_ref().unwrap().is_saving);
    assert_eq!(failed(&desk), 1);
    std::fs::remove_dir(&file).unwrap();
    std::fs::rename(&aside, &file).unwrap();
    desk.save();
    wait_for(&mut desk, |desk| !desk.open.as_ref().unwrap().is_saving);
    assert_eq!(failed(&desk), 0);
    assert_eq!(folder.read().unwrap().event.sessions.len(), 1);
}

#[test]
fn why_a_file_was_not_written_is_told_until_it_is() {
    let temp = tempfile::tempdir().unwrap();
    let mut desk = Desk::new(&Context::default(), Begin::default());
    let (folder, other) = (temp.path().join("傳媒照片"), temp.path().join("傳媒照片 2"));
    let full = || std::io::ErrorKind::StorageFull.into();
    let table = temp.path().join("a.xlsx");
    for (out, path) in [
        (&folder, folder.join("01.jpg")),
        (&other, other.join("01.jpg")),
        (&table, table.clone()),
    ] {
        let sentence = StoreError::Unwritten(path, full()).sentence(desk.words);
        desk.exported(out.clone(), Err(sentence));
    }
    assert_eq!(failed(&desk), 3);
    desk.exported(folder, Ok(()));
    assert_eq!(failed(&desk), 2);
    desk.exported(table, Ok(()));
    assert_eq!(failed(&desk), 1);
}

#[test]
fn why_a_photo_was_not_added_is_told_until_it_is() {
    let temp = tempfile::tempdir().unwrap();
    let (mut desk, folder) = saved_desk(&temp);
    let (card, other) = (temp.path().join("a.png"), temp.path().join("b.png"));
    image::RgbImage::new(4, 3).save(&card).unwrap();
    image::RgbImage::new(5, 3).save(&other).unwrap();
    let drop = |desk: &mut Desk, photos: &[&std::path::PathBuf]| {
        let photos = photos.iter().map(|photo| (*photo).clone()).collect();
        desk.add_photos(photos, None);
        wait_for(desk, |desk| !desk.drops.is_adding());
    };
    // A file stands where the photos belong.
    std::fs::write(folder.path().join("photos"), "").unwrap();
    drop(&mut desk, &[&card]);
    drop(&mut desk, &[&card]);
    assert_eq!(failed(&desk), 1);
    std::fs::remove_file(folder.path().join("photos")).unwrap();
    drop(&mut desk, &[&other]);
    assert_eq!(failed(&desk), 1);
    drop(&mut desk, &[&other, &card]);
    assert_eq!(failed(&desk), 0);
    assert_eq!(desk.open.as_ref().unwrap().event().photos.len(), 2);
}

#[test]
fn a_journal_that_is_written_again_is_not_told_to_be_unwritten() {
    let temp = tempfile::tempdir().unwrap();
    let begin = Begin {
        data: Some(temp.path().to_owned()),
        ..Begin::default()
    };
    let mut desk = Desk::new(&Context::default(), begin);
    desk.show_new(event("Forum"));
    let full = std::io::ErrorKind::StorageFull.into();
    desk.journalled(Some(StoreError::Unwritten(temp.path().to_owned(), full)));
    assert!(desk.notices.iter().any(|one| one.tone == Tone::Failed));
    desk.journalled(None);
    let tones: Vec<_> = desk.notices.iter().map(|one| one.tone).collect();
    assert_eq!(tones, [Tone::Done]);
}

#[test]
fn quitting_while_photos_are_added_asks_once_and_waits_for_them() {
    let temp = tempfile::tempdir().unwrap();
    let (mut desk, folder) = saved_desk(&temp);
    let drop = drop_on(
        &mut desk,
        &Session::new(SessionKind::Break, date(2025, 6, 3)),
    );
    desk.quit();
    assert_eq!(desk.question, Some(Question::Unsaved));
    desk.answer(Answer::Save);
    assert!(!desk.may_quit && desk.question.is_none(), "it waits");
    desk.photo_added(drop, Ok(Added::New(photo("a.jpg"))));
    wait_for(&mut desk, |desk| desk.may_quit);
    assert_eq!(desk.question, None);
    assert_eq!(folder.read().unwrap().event.photos.len(), 1);
}

#[test]
fn photos_that_were_there_already_leave_nothing_to_ask_about() {
    let temp = tempfile::tempdir().unwrap();
    let (mut desk, _folder) = saved_desk(&temp);
    drop_on(
        &mut desk,
        &Session::new(SessionKind::Break, date(2025, 6, 3)),
    );
    wait_for(&mut desk, |desk| !desk.drops.is_adding());
    desk.quit();
    assert!(desk.may_quit && desk.question.is_none());
}

#[test]
fn a_pdf_replaces_another_only_when_the_person_says_so() {
    let temp = tempfile::tempdir().unwrap();
    let there = temp.path().join("x.pdf");
    std::fs::write(&there, "%PDF- the minister's copy").unwrap();
    let mut desk = desk_with("Forum");
    let print = |desk: &mut Desk| {
        desk.question = Some(Question::Path(PathPurpose::Pdf));
        desk.answer(Answer::Path(temp.path().join("x")));
        wait_for(desk, |desk| desk.progress.is_none());
    };
    print(&mut desk);
    assert_eq!(desk.question, Some(Question::Replace(there.clone())));
    desk.answer(Answer::Cancel);
    assert_eq!(std::fs::read(&there).unwrap(), b"%PDF- the minister's copy");
    print(&mut desk);
    desk.answer(Answer::Replace);
    wait_for(&mut desk, |desk| desk.progress.is_none());
    assert!(std::fs::read(&there).unwrap().starts_with(b"%PDF-1"));
    // A dialog of the system has asked about the name that it gave, and not about the one that this becomes.
    std::fs::write(&there, "%PDF- another copy").unwrap();
    desk.picked(PathPurpose::Pdf, Picked::Paths(vec![temp.path().join("x")]));
    wait_for(&mut desk, |desk| desk.progress.is_none());
    assert_eq!(desk.question, Some(Question::Replace(there.clone())));
    desk.answer(Answer::Cancel);
    desk.picked(PathPurpose::Pdf, Picked::Paths(vec![there.clone()]));
    wait_for(&mut desk, |desk| desk.progress.is_none());
    assert!(std::fs::read(&there).unwrap().starts_with(b"%PDF-1"));
}

#[test]
fn that_comments_will_be_lost_is_said_when_the_event_is_opened() {
    let temp = tempfile::tempdir().unwrap();
    let (mut desk, folder) = saved_desk(&temp);
    let notes = |desk: &Desk| {
        let notes = desk.notices.iter().filter(|one| one.tone == Tone::Note);
        notes.map(|one| one.sentence.clone()).collect::<Vec<_>>()
    };
    assert_eq!(notes(&desk), [""; 0]);
    let text = std::fs::read_to_string(folder.event_file()).unwrap();
    std::fs::write(folder.event_file(), format!("// from the office\n{text}")).unwrap();
    let before = desk.opened;
    desk.read(folder.path().to_owned());
    wait_for(&mut desk, |desk| desk.opened > before);
    let notes = notes(&desk);
    assert!(
        notes.len() == 1 && notes[0].contains("comments in event.ron"),
        "{notes:?}"
    );
}

#[test]
fn a_page_that_was_shown_larger_or_forgotten_is_drawn_again() {
    let mut desk = desk_with("Forum");
    desk.place = Place::Papers;
    let open = desk.open.as_ref().unwrap();
    let (job, _) = desk.preview.job(open, None, vec![Lang::EN]);
    let pages = Typesetter::new().typeset(&job).unwrap();
    desk.pictures.set_pages(1, pages);
    let shown = |desk: &Desk, scale| {
        let texture = desk.pictures.page(0, scale)?;
        let size = desk.ctx.tex_manager().read().meta(texture)?.size;
        Some(size[0])
    };
    let width = |desk: &mut Desk, scale: f32| {
        // An A4 page is 595 points wide.
        let right = (595.3 * scale).round() as usize;
        let near = |width: usize| width.abs_diff(right) <= 2;
        wait_for(desk, |desk| shown(desk, scale).is_some_and(near));
    };
    width(&mut desk, 1.0);
    width(&mut desk, 1.5);
    width(&mut desk, 1.0);
    // Enough others that this one has to go.
    for step in 0..20_u8 {
        width(&mut desk, 2.0 + f32::from(step) / 50.0);
        for _ in 0..3 {
            desk.pictures.begin_frame();
        }
    }
    width(&mut desk, 1.0);
}

#[test]
fn what_is_edited_while_a_folder_does_not_answer_is_saved_when_it_does() {
    let temp = tempfile::tempdir().unwrap();
    let mut desk = desk_with("Mine");
    desk.save_to(temp.path().join("event"));
    wait_for(&mut desk, |desk| !desk.open.as_ref().unwrap().is_saving);
    let folder = Folder::at(&temp.path().join("event")).unwrap();
    let add = |desk: &mut Desk| {
        desk.edit(Session::new(SessionKind::Break, date(2025, 6, 3)).into());
    };
    add(&mut desk);
    // A save goes on, and nothing is heard of it.
    let open = desk.open.as_mut().unwrap();
    open.is_saving = true;
    let (session, event) = (open.session, open.event().clone());
    desk.waits.saving = Some(-2.0);
    let ctx = desk.ctx.clone();
    desk.notice_what_is_slow(&ctx);
    assert_eq!(desk.view().slow, Some(crate::ui::Slow::Saving));
    add(&mut desk);
    let whole = desk.event().unwrap().clone();
    desk.guard(Then::Close);
    desk.answer(Answer::Save);
    assert_eq!(desk.question, None);
    // At last: the later edit is saved as well, before the event is closed, and nothing is asked again.
    let saved = folder.save(&event).unwrap();
    desk.saved(session, event, Ok((folder.clone(), saved)));
    wait_for(&mut desk, |desk| desk.open.is_none());
    assert_eq!(desk.question, None);
    assert_eq!(folder.read().unwrap().event, whole);
}

#[test]
fn a_paper_that_nobody_looks_at_is_forgotten_after_a_while_and_set_again() {
    let mut desk = desk_with("Forum");
    desk.place = Place::Papers;
    let follow = |desk: &mut Desk| {
        let open = desk.open.as_mut().unwrap();
        desk.preview.follow(open, None, desk.words);
        wait_for(desk, |desk| desk.preview.view().pages.is_some());
    };
    follow(&mut desk);
    assert_eq!(desk.preview.show(true, false, 100.0), None);
    assert_eq!(desk.preview.show(false, false, 110.0), Some(20.0));
    assert!(!desk.preview.rests(), "it may be looked at again soon");
    assert_eq!(desk.preview.show(false, false, 130.0), None);
    assert!(desk.preview.rests() && desk.preview.view().pages.is_none());
    assert_eq!(desk.preview.show(false, false, 140.0), None);
    follow(&mut desk);
    assert_eq!(desk.preview.show(true, false, 150.0), None);
    assert!(!desk.preview.rests());
}
