//! git merges events with this program.

use std::{fs, path::Path};

use runsheet::{
    model::Event,
    store::{Folder, from_ron, to_ron},
};

use super::{
    Desk, Ran,
    merge::{state, titled, titles},
};

/// A repository whose git merges events with this program, as the README says.
struct Repository(Desk);

impl Repository {
    fn new() -> Self {
        let repository = Self(Desk::new());
        repository.git(&["init", "-q", "-b", "main"]);
        let driver = "merge.runsheet.driver";
        let program = env!("CARGO_BIN_EXE_runsheet");
        let call = format!("'{program}' merge %O %A %B --out %A --name %P");
        for (key, value) in [
            ("user.name", "Secretary"),
            ("user.email", "secretary@example.org"),
            (driver, call.as_str()),
        ] {
            repository.git(&["config", key, value]);
        }
        repository
            .0
            .file(".gitattributes", "event.ron merge=runsheet\n");
        // What each machine keeps for itself is no part of the event.
        repository.0.file(".gitignore", "backups/\n.runsheet/\n");
        repository.0.small();
        repository.commit("Both");
        repository
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let mut git = self.0.command("git", arguments);
        for config in ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"] {
            git.env(config, self.0.path("no config"));
        }
        git.output().unwrap().into()
    }

    #[track_caller]
    fn git(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
        ran.out
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", message]);
    }

    fn event(&self) -> Event {
        let file = self.0.path("small/event.ron");
        let text = fs::read_to_string(&file).unwrap();
        from_ron(&text, Path::new("event.ron")).unwrap().0
    }

    fn entitle(&self, place: usize, title: &str) {
        let folder = Folder::at(&self.0.path("small")).unwrap();
        folder.save(&titled(&self.event(), place, title)).unwrap();
        self.commit(title);
    }
}

#[test]
fn git_merges_two_branches_of_an_event() {
    let repository = Repository::new();
    repository.git(&["checkout", "-q", "-b", "hers"]);
    repository.entitle(1, "Panel the first");
    repository.git(&["checkout", "-q", "main"]);
    repository.entitle(0, "Opening");
    let said = repository.git(&["merge", "hers", "-m", "Merged"]);
    assert!(said.contains("1 change came in"), "{said}");
    let event = repository.event();
    assert_eq!(titles(&event), ["Opening", "Panel the first", "Panel two"]);
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
}

#[test]
fn git_is_left_in_conflict_where_people_have_to_decide() {
    let repository = Repository::new();
    repository.git(&["checkout", "-q", "-b", "hers"]);
    repository.entitle(0, "Address");
    repository.git(&["checkout", "-q", "main"]);
    repository.entitle(0, "Opening");
    let ran = repository.run(&["merge", "hers", "-m", "Merged"]);
    assert_eq!(ran.status, 1, "{}{}", ran.out, ran.err);
    assert!(
        ran.out.contains("ours ‘Opening’, theirs ‘Address’"),
        "{}",
        ran.out
    );
    // The file is called as people know it, not as git's copy is.
    assert!(
        ran.out.contains("‘small/event.ron’ has ours"),
        "{}",
        ran.out
    );
    let status = repository.git(&["status", "--porcelain"]);
    assert_eq!(status, "UU small/event.ron\n");
    // What is there is an event still, with our title.
    assert_eq!(titles(&repository.event())[0], "Opening");
}

#[test]
fn git_merges_an_event_in_a_chinese_folder_with_the_line_ends_of_windows() {
    let repository = Repository::new();
    repository.git(&["mv", "small", "人才樞紐 論壇"]);
    repository.commit("Moved");
    let file = repository.0.path("人才樞紐 論壇/event.ron");
    let read = || {
        let text = fs::read_to_string(&file).unwrap();
        (from_ron(&text, Path::new("event.ron")).unwrap().0, text)
    };
    repository.git(&["checkout", "-q", "-b", "hers"]);
    let hers = to_ron(&titled(&read().0, 1, "專題討論（一）"));
    fs::write(&file, hers.replace('\n', "\r\n")).unwrap();
    repository.commit("Hers, from Windows");
    repository.git(&["checkout", "-q", "main"]);
    fs::write(&file, to_ron(&titled(&read().0, 0, "致歡迎辭"))).unwrap();
    repository.commit("Ours");
    repository.git(&["merge", "hers", "-m", "Merged"]);
    let (event, text) = read();
    assert_eq!(titles(&event), ["致歡迎辭", "專題討論（一）", "Panel two"]);
    assert!(!text.contains('\r'));
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
}

#[test]
fn git_without_the_program_stops_and_leaves_ours() {
    let repository = Repository::new();
    repository.git(&["checkout", "-q", "-b", "hers"]);
    repository.entitle(1, "Panel the first");
    repository.git(&["checkout", "-q", "main"]);
    repository.entitle(0, "Opening");
    let absent = "runsheet-that-is-not-there merge %O %A %B --out %A --name %P";
    repository.git(&["config", "merge.runsheet.driver", absent]);
    let ran = repository.run(&["merge", "hers", "-m", "Merged"]);
    assert_eq!(ran.status, 1, "{}{}", ran.out, ran.err);
    let status = repository.git(&["status", "--porcelain"]);
    assert_eq!(status, "UU small/event.ron\n");
    assert_eq!(titles(&repository.event())[0], "Opening");
    // As the README says: back, and again where the program is.
    repository.git(&["merge", "--abort"]);
    let program = env!("CARGO_BIN_EXE_runsheet");
    let call = format!("'{program}' merge %O %A %B --out %A --name %P");
    repository.git(&["config", "merge.runsheet.driver", &call]);
    repository.git(&["merge", "hers", "-m", "Merged"]);
    assert_eq!(
        titles(&repository.event())[..2],
        ["Opening", "Panel the first"]
    );
}

#[test]
fn git_asks_again_after_merges_that_crossed_and_were_decided_apart() {
    // git takes a base that is one side's file for nothing having changed there, and calls nobody: it must not be.
    let repository = Repository::new();
    repository.git(&["checkout", "-q", "-b", "hers"]);
    repository.entitle(0, "Address");
    repository.git(&["tag", "theirs"]);
    repository.git(&["checkout", "-q", "main"]);
    repository.entitle(0, "Opening");
    repository.git(&["tag", "ours"]);
    // Each keeps its own title, one of them without a save.
    assert_eq!(repository.run(&["merge", "-q", "theirs"]).status, 1);
    repository.commit("Ours is kept");
    repository.git(&["checkout", "-q", "hers"]);
    assert_eq!(repository.run(&["merge", "-q", "ours"]).status, 1);
    repository.entitle(2, "Panel the last");
    for (here, there, kept) in [("main", "hers", "Opening"), ("hers", "main", "Address")] {
        repository.git(&["checkout", "-q", here]);
        let ran = repository.run(&["merge", there, "-m", "Merged"]);
        assert_eq!(ran.status, 1, "{here}: {}{}", ran.out, ran.err);
        assert!(ran.out.contains("title (English)"), "{}", ran.out);
        assert_eq!(titles(&repository.event())[0], kept);
        repository.git(&["merge", "--abort"]);
    }
}

#[test]
fn git_picks_one_change_and_merges_the_others_later() {
    let repository = Repository::new();
    repository.git(&["checkout", "-q", "-b", "hers"]);
    repository.entitle(1, "Panel the first");
    repository.entitle(2, "Panel the last");
    let hers = state(&repository.0.path("small"));
    repository.git(&["checkout", "-q", "main"]);
    repository.entitle(0, "Opening");
    repository.git(&["cherry-pick", "hers"]);
    let picked = ["Opening", "Panel one", "Panel the last"];
    assert_eq!(titles(&repository.event()), picked);
    assert!(!state(&repository.0.path("small")).includes(hers.id()));
    repository.git(&["merge", "hers", "-m", "Merged"]);
    let all = ["Opening", "Panel the first", "Panel the last"];
    assert_eq!(titles(&repository.event()), all);
    assert!(state(&repository.0.path("small")).includes(hers.id()));
}
