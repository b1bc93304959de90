//! Nothing is read or written by a way that leads out of an event's folder.
#![cfg(unix)]

use std::{fs, os::unix::fs::symlink, path::Path, process::Command};

use runsheet::{
    exchange::{self, ExchangeError},
    photo::{self, PhotoError},
    store::{
        Folder, Person, Sign, StoreError, Watch,
        journal::{self, Head, JournalFile},
    },
    words::{Tongue, Words},
};

use super::event_of;

struct Place {
    temp: tempfile::TempDir,
    folder: Folder,
}

fn place() -> Place {
    let temp = tempfile::tempdir().unwrap();
    let folder = Folder::create(&temp.path().join("event"), &event_of(&["Forum"])).unwrap();
    Place { temp, folder }
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[track_caller]
fn is_outside(error: &StoreError, name: &str) {
    assert!(matches!(error, StoreError::Outside(_)), "{error:?}");
    for tongue in Tongue::ALL {
        let sentence = error.sentence(Words::new(tongue));
        assert!(sentence.contains(name), "{sentence}");
    }
}

#[test]
fn an_event_that_is_a_link_is_neither_read_nor_replaced() {
    let Place { temp, folder } = place();
    let elsewhere = temp.path().join("elsewhere.ron");
    let event = folder.read().unwrap().event;
    fs::rename(folder.event_file(), &elsewhere).unwrap();
    symlink(&elsewhere, folder.event_file()).unwrap();
    is_outside(
        &Folder::at(folder.path()).unwrap().read().unwrap_err(),
        "event.ron",
    );
    is_outside(&folder.save(&event).unwrap_err(), "event.ron");
    is_outside(&folder.stamp().unwrap_err(), "event.ron");
    assert!(folder.event_file().symlink_metadata().unwrap().is_symlink());
    // The folder itself may be a link, which a person has made for themselves.
    fs::remove_file(folder.event_file()).unwrap();
    fs::rename(&elsewhere, folder.event_file()).unwrap();
    let by_link = temp.path().join("by link");
    symlink(folder.path(), &by_link).unwrap();
    assert_eq!(Folder::at(&by_link).unwrap().read().unwrap().event, event);
}

#[test]
fn folders_of_an_event_that_are_links_lead_nowhere() {
    let Place { temp, folder } = place();
    let event = folder.read().unwrap().event;
    let elsewhere = temp.path().join("elsewhere");
    fs::create_dir_all(elsewhere.join("photos")).unwrap();
    fs::write(elsewhere.join("programme.typ"), "= Theirs").unwrap();
    fs::copy(folder.event_file(), elsewhere.join("1.ron")).unwrap();
    symlink(&elsewhere, folder.papers()).unwrap();
    is_outside(&folder.house_templates().unwrap_err(), "programme.typ");
    fs::remove_file(folder.papers()).unwrap();
    symlink(&elsewhere, folder.versions_folder()).unwrap();
    is_outside(&folder.version(1).unwrap_err(), "1.ron");
    is_outside(
        &folder
            .issue(&event, "", jiff::Timestamp::UNIX_EPOCH)
            .unwrap_err(),
        "versions",
    );
    assert!(!elsewhere.join("2.ron").exists());
    symlink(&elsewhere, folder.photos()).unwrap();
    let name = "x.jpg".to_owned().try_into().unwrap();
    fs::write(elsewhere.join("x.jpg"), "x").unwrap();
    is_outside(&folder.photo_inside(&name).unwrap_err(), "x.jpg");
    let picture = temp.path().join("p.png");
    image::RgbImage::new(4, 4).save(&picture).unwrap();
    for refused in [
        photo::add(&picture, &folder.photos(), &|_| None, &|_| false).map(drop),
        photo::put_back(
            &picture,
            &folder.photos(),
            &"y.png".to_owned().try_into().unwrap(),
        ),
    ] {
        assert_eq!(refused, Err(PhotoError::Outside(folder.photos())));
    }
    assert!(!elsewhere.join("y.png").exists());
    let kept = folder.versions_folder();
    fs::remove_file(&kept).unwrap();
    fs::create_dir(&kept).unwrap();
    symlink(elsewhere.join("photos"), kept.join("photos")).unwrap();
    is_outside(
        &folder
            .issue(&event, "", jiff::Timestamp::UNIX_EPOCH)
            .unwrap_err(),
        "photos",
    );
}

/// What lies about for a minute, as what was cut off does.
fn old(path: &Path) {
    fs::write(path, "theirs").unwrap();
    let hours_ago = std::time::SystemTime::now() - std::time::Duration::from_hours(2);
    let file = fs::File::options().write(true).open(path).unwrap();
    file.set_modified(hours_ago).unwrap();
}

/// The files of a window that has ended, as they would be taken away.
fn sign(folder: &Path, me: &Person) -> [std::path::PathBuf; 2] {
    let id = uuid::Uuid::from_u128(5);
    let text = format!(
        "(user: \"x\", host: {:?}, pid: 1, since: \"2026-11-22T14:00:00Z\", beat: 3)",
        me.host
    );
    let files = ["ron", "lock"].map(|end| folder.join(format!("{id}.{end}")));
    fs::create_dir_all(folder).unwrap();
    fs::write(&files[0], text).unwrap();
    fs::write(&files[1], "").unwrap();
    files
}

#[test]
fn nothing_is_written_or_taken_away_where_a_folder_of_ours_leads_out() {
    let me = Person::myself();
    for linked in [".runsheet", ".runsheet/open", ".runsheet/journal"] {
        let Place { temp, folder } = place();
        let event = folder.read().unwrap().event;
        let elsewhere = temp.path().join("elsewhere");
        let part = format!(".{}.part", uuid::Uuid::from_u128(7));
        let theirs = [
            &elsewhere,
            &elsewhere.join("journal"),
            &elsewhere.join("open"),
        ];
        for place in theirs {
            fs::create_dir_all(place).unwrap();
            old(&place.join("letter.new"));
            old(&place.join(&part));
        }
        let mut kept: Vec<_> = sign(&elsewhere, &me).into();
        kept.extend(sign(&elsewhere.join("open"), &me));
        let link = folder.path().join(linked);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(&elsewhere, &link).unwrap();
        symlink(&elsewhere, folder.photos()).unwrap();
        let is_of_signs = linked != ".runsheet/journal";
        if is_of_signs {
            assert!(Sign::put_up(&folder, &me).is_none(), "{linked}");
            assert_eq!(Watch::default().look(&folder, &me, &[]), [], "{linked}");
        }
        if linked != ".runsheet/open" {
            let head = Head::new(event.id, event.details.title.clone());
            let begun = JournalFile::begin(&folder.journals(), &head, &event, &[]);
            assert!(matches!(begun, Err(StoreError::Unwritten(..))), "{linked}");
            assert_eq!(journal::in_event(&folder, None, None), []);
        }
        folder.save(&event).unwrap();
        for place in theirs {
            assert!(place.join("letter.new").is_file() && place.join(&part).is_file());
        }
        assert!(kept.iter().all(|file| file.is_file()), "{linked}");
        let count = |place: &Path| fs::read_dir(place).unwrap().count();
        assert_eq!(theirs.map(|place| count(place)), [6, 2, 4], "{linked}");
    }
    // Nor is a copy moved there.
    let Place { temp, folder } = place();
    let elsewhere = temp.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    let copy = folder
        .path()
        .join("event (conflicted copy 2026-11-22 210405).ron");
    fs::copy(folder.event_file(), &copy).unwrap();
    let (_, state) = folder.read_copy(&copy).unwrap();
    fs::remove_dir_all(folder.backups_folder()).unwrap();
    symlink(&elsewhere, folder.backups_folder()).unwrap();
    is_outside(
        &folder.set_copy_aside(&copy, state.stamp).unwrap_err(),
        "backups",
    );
    assert!(copy.is_file());
}

#[test]
fn pipes_among_the_files_of_windows_and_journals_hold_nobody_up() {
    let me = Person::myself();
    let Place {
        temp: _temp,
        folder,
    } = place();
    let [sign, lock] = sign(&folder.path().join(".runsheet/open"), &me);
    fs::remove_file(&lock).unwrap();
    pipe(&lock);
    pipe(&sign.with_file_name(format!("{}.ron", uuid::Uuid::from_u128(6))));
    let seen = Watch::default().look(&folder, &me, &[]);
    assert_eq!(seen.len(), 1, "{seen:?}");
    fs::create_dir_all(folder.journals()).unwrap();
    for end in ["journal", "kept"] {
        let name = format!("{}.{end}", uuid::Uuid::from_u128(8));
        pipe(&folder.journals().join(name));
    }
    assert_eq!(journal::in_event(&folder, None, None), []);
    for name in [
        "event-PC.ron",
        "papers/x.typ",
        "versions/1.ron",
        "backups/2026-11-22 21.04.05.ron",
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        pipe(&path);
    }
    assert!(folder.conflict_copies().is_empty());
    assert!(folder.house_templates().unwrap().is_empty());
    assert!(folder.versions().unwrap().is_empty());
    assert!(folder.version(1).is_err());
    let event = folder.read().unwrap().event;
    folder.save(&event).unwrap();
    let mut other = event.clone();
    other.details.venue = runsheet::model::Text::en("Elsewhere");
    folder.save(&other).unwrap();
}

#[test]
fn pipes_and_devices_are_refused_at_once() {
    let Place { temp, folder } = place();
    let event = folder.read().unwrap().event;
    fs::remove_file(folder.event_file()).unwrap();
    pipe(&folder.event_file());
    let error = folder.read().unwrap_err();
    assert!(matches!(error, StoreError::NotAnEvent(_)), "{error:?}");
    assert!(folder.save(&event).is_err());
    fs::create_dir(folder.photos()).unwrap();
    let photo = folder.photos().join("pipe.jpg");
    pipe(&photo);
    for path in [
        photo.as_path(),
        Path::new("/dev/zero"),
        Path::new("/dev/null"),
    ] {
        let error = photo::look(path).unwrap_err();
        assert_eq!(error, PhotoError::NotAPicture(path.to_owned()));
        let error = exchange::read(path).unwrap_err();
        assert_eq!(error, ExchangeError::UnknownKind(path.to_owned()));
    }
    // In a folder that is dropped, links are passed over.
    let dropped = temp.path().join("dropped");
    fs::create_dir(&dropped).unwrap();
    image::RgbImage::new(4, 4)
        .save(dropped.join("own.png"))
        .unwrap();
    symlink("/dev/zero", dropped.join("a.jpg")).unwrap();
    symlink(temp.path().join("private.png"), dropped.join("b.png")).unwrap();
    image::RgbImage::new(4, 4)
        .save(temp.path().join("private.png"))
        .unwrap();
    pipe(&dropped.join("c.jpg"));
    assert_eq!(photo::pictures_in(&dropped), [dropped.join("own.png")]);
}

#[test]
fn papers_are_not_written_where_no_folder_can_be() {
    let Place {
        temp: _temp,
        folder,
    } = place();
    for out in ["/dev/full", "/dev/null"] {
        let output = Command::new(env!("CARGO_BIN_EXE_runsheet"))
            .arg("print")
            .arg(folder.path())
            .args(["--paper", "all", "--out", out])
            .env("LC_ALL", "C.UTF-8")
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.contains(out) && said.contains("not a folder"),
            "{said}"
        );
    }
}

#[test]
fn a_version_that_was_changed_is_not_that_version() {
    let Place {
        temp: _temp,
        folder,
    } = place();
    let event = folder.read().unwrap().event;
    folder
        .issue(&event, "", jiff::Timestamp::UNIX_EPOCH)
        .unwrap();
    let file = folder.version_file(1);
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("Forum", "Farce")).unwrap();
    let error = folder.version(1).unwrap_err();
    assert_eq!(error, StoreError::Forged(file));
    for tongue in Tongue::ALL {
        assert!(error.sentence(Words::new(tongue)).contains("1.ron"));
    }
}
