//! Versions: issued, listed, read, printed again to the same bytes, brought back.

mod photos;
mod twins;
mod window;

use std::{fs, path::Path, sync::Arc};

use jiff::Timestamp;
use runsheet::{
    model::{Edit, Event, Lang, Photo, PhotoId, Session, SessionKind, Standing, Text, fingerprint},
    plan::Plan,
    print::{HouseTemplates, Job, Paper, Pictures, Since, Typesetter},
    store::{Folder, Sound, StoreError, Version, look_at_state, write_sample},
    words::{Tongue, Words},
};

fn sample() -> (tempfile::TempDir, Folder, Event) {
    let temp = tempfile::tempdir().unwrap();
    let folder = write_sample(&temp.path().join("sample")).unwrap();
    let event = folder.read().unwrap().event;
    (temp, folder, event)
}

/// Five past six in the evening of 2 June 2025 in Hong Kong.
fn evening() -> Timestamp {
    "2025-06-02T10:05:00.7Z".parse().unwrap()
}

fn retitled(event: &Event, title: &str) -> Event {
    let mut event = event.clone();
    let mut details = event.details.clone();
    details.title = Text::en(title);
    event.apply(&Edit::Details(Box::new(details))).unwrap();
    event
}

#[test]
fn a_version_is_read_back_as_it_was_issued_and_is_never_written_over() {
    let (_temp, folder, event) = sample();
    assert_eq!(folder.versions().unwrap(), []);
    let first = folder
        .issue(&event, " To all teams\nby noon ", evening())
        .unwrap();
    assert_eq!(first.issue.number, 1);
    assert_eq!(first.issue.note, "To all teams\nby noon");
    assert_eq!(first.issue.fingerprint, fingerprint(&event));
    assert_eq!(
        first.issue.issued.to_string(),
        "2025-06-02T18:05:00+08:00[Asia/Hong_Kong]"
    );
    let bytes = fs::read(folder.version_file(1)).unwrap();
    let other = retitled(&event, "Another");
    assert_eq!(folder.issue(&other, "", evening()).unwrap().issue.number, 2);
    assert_eq!(fs::read(folder.version_file(1)).unwrap(), bytes);
    let read = folder.version(1).unwrap();
    assert!(*read.event == event && read == first);
    let numbers: Vec<_> = folder
        .versions()
        .unwrap()
        .into_iter()
        .map(|one| one.number)
        .collect();
    assert_eq!(numbers, [1, 2]);
    // A gap is not filled: somebody holds a copy of what stood there.
    fs::remove_file(folder.version_file(1)).unwrap();
    assert_eq!(folder.issue(&event, "", evening()).unwrap().issue.number, 3);
    let leftovers: Vec<_> = fs::read_dir(folder.versions_folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("part"))
        .collect();
    assert!(leftovers.is_empty(), "{leftovers:?}");
}

#[test]
fn of_those_who_issue_at_once_each_gets_a_number_of_their_own() {
    let (_temp, folder, event) = sample();
    let issue = |n: usize| {
        let (folder, event) = (folder.clone(), retitled(&event, &format!("Title {n}")));
        std::thread::spawn(move || {
            let version = folder.issue(&event, "", evening()).unwrap();
            (version.issue.number, event)
        })
    };
    let threads: Vec<_> = (0..4).map(issue).collect();
    let mut issued: Vec<_> = threads.into_iter().map(|one| one.join().unwrap()).collect();
    issued.sort_by_key(|(number, _)| *number);
    for (place, (number, event)) in issued.iter().enumerate() {
        assert_eq!(*number as usize, place + 1);
        assert!(*folder.version(*number).unwrap().event == *event);
    }
}

#[test]
fn a_version_is_also_an_event_and_goes_along_with_a_copy() {
    let (temp, folder, event) = sample();
    folder.issue(&event, "first", evening()).unwrap();
    let (state, issue, _) = look_at_state(&folder.version_file(1)).unwrap();
    assert!(state == event && issue.unwrap().number == 1);
    let (state, issue, _) = look_at_state(folder.path()).unwrap();
    assert!(state == event && issue.is_none());
    let copy = folder
        .save_as(&temp.path().join("copy"), &event, &[])
        .unwrap();
    let version = copy.version(1).unwrap();
    assert_eq!(copy.kept_photos(&version.event).len(), event.photos.len());
    fs::copy(folder.version_file(1), copy.event_file()).unwrap();
    assert!(copy.read().unwrap().event == event);
}

#[test]
fn a_version_that_cannot_be_read_says_which() {
    let (_temp, folder, event) = sample();
    for _ in 0..3 {
        folder.issue(&event, "", evening()).unwrap();
    }
    let second = folder.version_file(2);
    let text = fs::read_to_string(&second).unwrap();
    fs::write(&second, text.replace("kind: Keynote", "kind: Sermon")).unwrap();
    fs::rename(folder.version_file(3), folder.version_file(7)).unwrap();
    fs::write(folder.versions_folder().join("notes.ron"), "(").unwrap();
    let words = Words::new(Tongue::En);
    let error = folder.version(2).unwrap_err();
    assert!(
        matches!(&error, StoreError::Malformed { line, .. } if *line > 100),
        "{error:?}"
    );
    assert!(
        error.sentence(words).contains("2.ron"),
        "{}",
        error.sentence(words)
    );
    assert_eq!(
        folder.version(7).unwrap_err(),
        StoreError::NotThisVersion(folder.version_file(7))
    );
    for tongue in Tongue::ALL {
        let sentence = folder.version(4).unwrap_err().sentence(Words::new(tongue));
        assert!(
            sentence.contains('4') && sentence.contains('7'),
            "{sentence}"
        );
    }
    let listed = folder.versions().unwrap();
    let readable: Vec<_> = listed
        .iter()
        .map(|one| (one.number, one.issue.is_ok()))
        .collect();
    // The second one is not what was issued any more.
    assert_eq!(readable, [(1, true), (2, false), (7, false)]);
    let standing = folder.standing(&event, &folder.house_templates().unwrap());
    assert_eq!(standing, Ok(Standing::DraftAfter(7)));
}

#[test]
fn a_version_that_was_altered_is_told_in_the_list_also_if_it_was_sound_before() {
    let (_temp, folder, event) = sample();
    folder.issue(&event, "", evening()).unwrap();
    let mut sound = Sound::default();
    for _ in 0..2 {
        let listed = folder.versions_again(&mut sound).unwrap();
        assert!(listed[0].issue.is_ok());
    }
    let file = folder.version_file(1);
    let text = fs::read_to_string(&file).unwrap();
    let altered = text.replacen("Technical rehearsal", "Something else", 1);
    assert_ne!(altered, text);
    fs::write(&file, altered).unwrap();
    let listed = folder.versions_again(&mut sound).unwrap();
    assert_eq!(listed[0].issue, Err(StoreError::Forged(file)));
}

/// The photos of a folder; of a version those that were kept with it.
struct Photos(
    Folder,
    std::collections::HashMap<PhotoId, std::path::PathBuf>,
);

impl Pictures for Photos {
    fn picture(&self, photo: &Photo, max_edge: u32) -> Option<Arc<Vec<u8>>> {
        let path = self
            .1
            .get(&photo.id)
            .cloned()
            .unwrap_or_else(|| self.0.photo(&photo.file));
        runsheet::photo::for_paper(&path, photo, max_edge)
            .ok()
            .map(Arc::new)
    }
}

fn pdf(folder: &Folder, version: &Version, paper: Paper, since: Option<&Version>) -> Vec<u8> {
    let house = version.papers.iter().fold(
        HouseTemplates::of(folder.papers()),
        |house, (name, text)| house.with(name, text),
    );
    let job = Job {
        event: Arc::clone(&version.event),
        plan: Arc::new(Plan::of(&version.event)),
        paper,
        languages: vec![Lang::EN, Lang::ZH_HANT],
        standing: Standing::Version(version.issue.clone()),
        since: since.map(|since| Since {
            issue: since.issue.clone(),
            event: Arc::clone(&since.event),
            plan: Arc::new(Plan::of(&since.event)),
        }),
        house,
        pictures: Arc::new(Photos(folder.clone(), folder.kept_photos(&version.event))),
    };
    crate::support::program::typesets();
    Typesetter::new().typeset(&job).unwrap().pdf().unwrap()
}

#[test]
fn a_version_prints_the_same_bytes_whatever_becomes_of_the_event() {
    let (_temp, folder, event) = sample();
    fs::create_dir_all(folder.papers()).unwrap();
    let own = "#import \"house.typ\": *\n#show: paper\n#heading(level: 1)[Ours]\n#inline(version)";
    fs::write(folder.papers().join("name-list.typ"), own).unwrap();
    let issued = folder.issue(&event, "", evening()).unwrap();
    let print = |version: &Version| {
        [Paper::RunOfShow, Paper::PhotoSheet, Paper::NameList]
            .map(|paper| pdf(&folder, version, paper, None))
    };
    let first = print(&issued);
    assert!(first == print(&folder.version(1).unwrap()));
    // Everything changes: the event, the house's template, a photo; another photo goes.
    folder.save(&retitled(&event, "Another")).unwrap();
    fs::write(folder.papers().join("name-list.typ"), "#panic()").unwrap();
    let mut photos = event.photos.iter().map(|photo| folder.photo(&photo.file));
    let (altered, gone) = (photos.next().unwrap(), photos.next().unwrap());
    fs::remove_file(&altered).unwrap();
    fs::write(&altered, fs::read(photos.next().unwrap()).unwrap()).unwrap();
    fs::remove_file(gone).unwrap();
    assert!(first == print(&folder.version(1).unwrap()));
}

/// The event with the first of its problems left as it is.
fn with_one_set_aside(event: &Event) -> Event {
    let mut details = event.details.clone();
    let key = Plan::of(event).problems[0].key();
    details.set_aside.insert(key, "so be it".into());
    let mut event = event.clone();
    event.apply(&Edit::Details(Box::new(details))).unwrap();
    event
}

#[test]
fn a_problem_that_is_set_aside_makes_no_draft_of_a_version() {
    let (_temp, folder, event) = sample();
    let aside = with_one_set_aside(&event);
    assert_ne!(aside, event);
    // The digits on paper are those of an event in which nothing was set aside, as they always were.
    assert_eq!(fingerprint(&aside), fingerprint(&event));
    assert_eq!(fingerprint(&event), plain_fingerprint(&event));
    let issued = folder.issue(&event, "", evening()).unwrap();
    let papers = folder.house_templates().unwrap();
    let standing = |event: &Event| folder.standing(event, &papers).unwrap();
    assert_eq!(standing(&aside), Standing::Version(issued.issue.clone()));
    // The papers are the same to the byte, those of what has changed among them.
    let as_printed = Version {
        event: Arc::new(aside.clone()),
        ..issued.clone()
    };
    for paper in [Paper::RunOfShow, Paper::Changes] {
        let print = |version| pdf(&folder, version, paper, Some(&issued));
        assert!(print(&issued) == print(&as_printed), "{paper:?}");
    }
    let other = retitled(&aside, "Another");
    assert_eq!(standing(&other), Standing::DraftAfter(1));
    // It is in the file, and in the next version.
    let next = folder.issue(&aside, "", evening()).unwrap();
    assert_eq!(*folder.version(2).unwrap().event, aside);
    assert_eq!(standing(&event), Standing::Version(next.issue));
}

/// As the digits of every version were made that has been issued with nothing set aside.
fn plain_fingerprint(event: &Event) -> String {
    let hash = blake3::hash(&serde_json::to_vec(event).unwrap());
    hash.to_hex().as_str()[..4].to_uppercase()
}

#[test]
fn an_event_stands_to_the_last_version_as_it_would_print() {
    let (_temp, folder, event) = sample();
    let papers = folder.house_templates().unwrap();
    let standing = |event: &Event| {
        folder
            .standing(event, &folder.house_templates().unwrap())
            .unwrap()
    };
    assert_eq!(standing(&event), Standing::Draft);
    let issue = folder.issue(&event, "", evening()).unwrap().issue;
    assert_eq!(standing(&event), Standing::Version(issue.clone()));
    let other = retitled(&event, "Another");
    assert_eq!(standing(&other), Standing::DraftAfter(1));
    folder.issue(&other, "", evening()).unwrap();
    // What is equal to an earlier version is nothing that was issued since.
    assert_eq!(standing(&event), Standing::DraftAfter(2));
    assert!(papers.is_empty());
    fs::create_dir_all(folder.papers()).unwrap();
    fs::write(folder.papers().join("house.typ"), "").unwrap();
    assert_eq!(standing(&other), Standing::DraftAfter(2));
    let words = Words::new(Tongue::En);
    assert_eq!(
        words.version_line(&Standing::Version(issue.clone()), "0000"),
        format!(
            "Version 1 · issued 2 June 2025 18:05 · {}",
            issue.fingerprint
        )
    );
    assert_eq!(
        words.version_line(&Standing::DraftAfter(2), "7F3A"),
        "Draft after version 2 · 7F3A"
    );
    assert_eq!(words.version_line(&Standing::Draft, "7F3A"), "Draft · 7F3A");
    let chinese = Words::new(Tongue::ZhHant);
    assert_eq!(
        chinese.version_line(&Standing::Version(issue.clone()), "0000"),
        format!("第1版 · 2025年6月2日18:05發出 · {}", issue.fingerprint)
    );
}

#[test]
fn what_changed_is_printed_by_session_and_person_and_in_the_margin() {
    let (_temp, folder, event) = sample();
    let old = folder.issue(&event, "", evening()).unwrap();
    let mut now = event.clone();
    let keynote = now
        .sessions
        .iter()
        .find(|one| one.kind == SessionKind::Keynote)
        .unwrap();
    let mut keynote = (**keynote).clone();
    keynote.length = runsheet::model::Length::minutes(25).unwrap();
    let group = now
        .sessions
        .iter()
        .find(|one| one.kind == SessionKind::GroupPhoto)
        .unwrap()
        .id;
    let mut new = Session::new(SessionKind::Performance, keynote.day);
    new.title = Text::en("Lion dance");
    for edit in [Edit::from(keynote), Edit::Remove(group.into()), new.into()] {
        now.apply(&edit).unwrap();
    }
    let now = folder.issue(&now, "", evening()).unwrap();
    let read = |paper| {
        let pdf = pdf(&folder, &now, paper, Some(&old));
        let document = lopdf::Document::load_mem(&pdf).unwrap();
        let pages: Vec<u32> = document.get_pages().keys().copied().collect();
        let text: String = document.extract_text(&pages).unwrap();
        text.split_whitespace().collect::<String>()
    };
    let list = read(Paper::Changes);
    for said in [
        "Whatchangedsinceversion1",
        "Comparedwithversion1,issued2June202518:05",
        "isnow25mininsteadof20min",
        "時長由20分鐘改為25分鐘",
        "istakenout",
        "Liondance",
        "isadded",
        "Byperson",
        "MrChrisSUN",
        "‘Groupphoto’istakenout",
        "Version2·issued2June202518:05",
    ] {
        assert!(list.contains(said), "{said} in {list}");
    }
    let table = read(Paper::RunOfShow);
    for said in [
        "Whatchangedsinceversion1",
        "2520",
        "Takenout",
        "New",
        "Liondance",
    ] {
        assert!(table.contains(said), "{said} in {table}");
    }
    let plain = pdf(&folder, &now, Paper::RunOfShow, None);
    assert!(plain != pdf(&folder, &now, Paper::RunOfShow, Some(&old)));
}

#[test]
fn behind_the_last_number_nothing_is_issued_and_nothing_written() {
    let (_keep, folder, event) = sample();
    let forged = folder.version_file(u32::MAX);
    fs::create_dir_all(folder.versions_folder()).unwrap();
    fs::write(&forged, "mine").unwrap();
    let error = folder.issue(&event, "", evening()).unwrap_err();
    let sentence = error.sentence(Words::default());
    assert!(sentence.contains("4294967295.ron"), "{sentence}");
    let left: Vec<_> = fs::read_dir(folder.versions_folder()).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(fs::read(&forged).unwrap(), b"mine");
}

#[test]
fn a_link_does_not_lead_a_version_elsewhere() {
    let (temp, folder, event) = sample();
    let outside = temp.path().join("outside.jpg");
    fs::write(&outside, "secret").unwrap();
    let photo = folder.photo(&event.photos.at(0).unwrap().file);
    fs::remove_file(&photo).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&outside, &photo).unwrap();
    folder.issue(&event, "", evening()).unwrap();
    let kept = folder.kept_photos(&event);
    assert_eq!(kept.len(), event.photos.len() - 1);
    let leads_out = |path: &Path| fs::read(path).unwrap() == b"secret";
    assert!(!kept.values().any(|path| leads_out(path)));
}
