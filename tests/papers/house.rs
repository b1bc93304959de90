//! The house's own templates, and the mistakes in them.

use std::time::{Duration, Instant};

use runsheet::{
    print::{Bounds, HouseTemplates, Job, Paper, PrintError, Typesetter, helper},
    words::{Tongue, Words},
};

use super::{Reading, job, reads, symposium::symposium};
use crate::support::program;

#[test]
fn a_mistake_in_a_house_template_is_shown_with_file_and_line() {
    program::typesets();
    let mistakes = [
        ("programme.typ", "#let x = 1\n\n  #nonsense\n", 3, 4),
        (
            "programme.typ",
            "#import \"house.typ\": *\n#let x = (1\n",
            2,
            0,
        ),
        (
            "house.typ",
            "#let data = json(\"data.json\")\n#data.nothing\n",
            2,
            0,
        ),
        ("programme.typ", "Text\n#read(\"/etc/passwd\")\n", 2, 0),
        (
            "programme.typ",
            "#import \"house.typ\": *\n\n#say(0, (text: 1))\n",
            3,
            0,
        ),
    ];
    for (name, source, line, column) in mistakes {
        let mut job = job(&symposium(), Paper::Programme, "en");
        job.house = HouseTemplates::of("/events/Forum/papers").with(name, source);
        let error = Typesetter::new().typeset(&job).unwrap_err();
        let PrintError::Template {
            file,
            line: found,
            column: at,
            message,
        } = &error
        else {
            panic!("{source}: {error}");
        };
        assert!(
            file.ends_with(name) && file.starts_with("/events/Forum"),
            "{source}: {error}"
        );
        assert_eq!(*found, line, "{source}: {error}");
        assert!(column == 0 || *at == column, "{source}: {error}");
        assert!(!message.is_empty());
        for tongue in Tongue::ALL {
            let sentence = error.sentence(Words::new(tongue));
            assert!(
                sentence.contains(name) && sentence.contains(&line.to_string()),
                "{sentence}"
            );
        }
    }
}

#[test]
fn a_house_template_takes_the_place_of_the_built_in_one() {
    program::typesets();
    let mut job = job(&symposium(), Paper::Programme, "en");
    job.house = HouseTemplates::of("papers").with(
        "programme.typ",
        "#import \"house.typ\": *\n#show: paper\n#heading(level: 1)[Ours: #inline(data.event.title)]\n",
    );
    let pages = Typesetter::new().typeset(&job).unwrap();
    let text = Reading::of(&pages.pdf().unwrap()).text();
    reads(&text, &["Ours:", "Regional Talent Symposium"]);
    job.paper = Paper::NameList;
    let others = Typesetter::new().typeset(&job).unwrap();
    assert!(!Reading::of(&others.pdf().unwrap()).text().contains("Ours"));
}

#[test]
fn a_picture_without_a_description_in_a_house_template_is_told_not_printed() {
    program::typesets();
    let mut job = job(&symposium(), Paper::PhotoSheet, "en");
    job.house = HouseTemplates::of("papers").with(
        "photo-sheet.typ",
        "#import \"house.typ\": *\n#show: paper\n= Photos\n#image(read(data.body.photos.first().picture, encoding: none))\n",
    );
    let pages = Typesetter::new().typeset(&job).unwrap();
    let error = pages.pdf().unwrap_err();
    assert!(
        matches!(&error, PrintError::Pdf { message } if message.contains("alt text")),
        "{error}"
    );
}

#[test]
fn no_language_is_a_clear_mistake() {
    let mut job = job(&symposium(), Paper::Programme, "en");
    job.languages.clear();
    assert_eq!(
        Typesetter::new().typeset(&job).unwrap_err(),
        PrintError::NoLanguage
    );
}

/// A template that takes the place of the programme's.
fn with(source: &str) -> Job {
    program::typesets();
    let mut job = job(&symposium(), Paper::Programme, "en");
    job.house = HouseTemplates::of("/events/Forum/papers").with("programme.typ", source);
    job
}

/// Longer than anything takes on the busiest machine.
const LONG: Duration = Duration::from_mins(10);

/// The processes that typeset for this one, by their numbers.
#[cfg(target_os = "linux")]
fn helpers() -> Vec<u32> {
    let mine = |pid: u32| {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        let parent: u32 = stat
            .rsplit(')')
            .next()?
            .split_whitespace()
            .nth(1)?
            .parse()
            .ok()?;
        let line = std::fs::read_to_string(format!("/proc/{pid}/cmdline")).ok()?;
        (parent == std::process::id() && line.contains(helper::ARGUMENT)).then_some(pid)
    };
    let names = std::fs::read_dir("/proc").unwrap().flatten();
    let pids = names.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    pids.filter_map(mine).collect()
}

/// Waits until there is no more than the one process that typesets next: while they are listed, one can end for another
/// test and the next begin. One that went on would do so for ever.
#[cfg(target_os = "linux")]
fn is_stopped() {
    let begun = Instant::now();
    while helpers().len() > 1 {
        let all = helpers();
        assert!(begun.elapsed() < LONG, "what was stopped goes on: {all:?}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn templates_that_never_end_are_stopped_and_the_next_paper_is_typeset() {
    let loops =
        "#for a in range(10000) { for b in range(10000) { for c in range(10000) { let x = a } } }";
    // A module of WebAssembly whose one function repeats itself for ever.
    let wasm = "#plugin(bytes((0,97,115,109,1,0,0,0, 1,5,1,96,0,1,127, 3,2,1,0, 5,3,1,0,1, \
        7,14,2,6,109,101,109,111,114,121,2,0,1,102,0,0, 10,11,1,9,0,3,64,12,0,11,65,0,11))).f()";
    for endless in [loops, wasm] {
        let bounds = Bounds {
            time: Duration::from_secs(3),
            ..Bounds::default()
        };
        let error = Typesetter::new()
            .within(bounds)
            .typeset(&with(endless))
            .unwrap_err();
        let expected = PrintError::TooSlow {
            file: "/events/Forum/papers/programme.typ".into(),
            seconds: 3,
        };
        assert_eq!(error, expected, "{endless}");
        assert!(error.is_beyond_bounds());
        for tongue in Tongue::ALL {
            let sentence = error.sentence(Words::new(tongue));
            assert!(
                sentence.contains("programme.typ") && sentence.contains('3'),
                "{sentence}"
            );
        }
        let good = Typesetter::new().typeset(&with("= After")).unwrap();
        assert_eq!(good.count(), 1);
        #[cfg(target_os = "linux")]
        is_stopped();
    }
}

#[test]
fn a_template_that_fills_the_memory_is_stopped() {
    let bomb =
        "#let x = \"a\" * 4000000\n#let all = ()\n#for a in range(9999) { all.push(x + str(a)) }";
    let bounds = Bounds {
        time: LONG,
        memory: 700 * 1024 * 1024,
    };
    let error = Typesetter::new()
        .within(bounds)
        .typeset(&with(bomb))
        .unwrap_err();
    let expected = PrintError::TooMuchMemory {
        file: "/events/Forum/papers/programme.typ".into(),
        megabytes: 700,
    };
    assert_eq!(error, expected);
}

#[test]
fn a_template_reads_nothing_but_what_the_event_gives_it() {
    for source in [
        "#read(\"/etc/passwd\")",
        "#read(\"../event.ron\")",
        "#read(\"../../../../etc/passwd\")",
        "#read(\"event.ron\")",
        "#image(\"/etc/passwd\", alt: \"x\")",
        "#image(\"photos/another.jpg\", alt: \"x\")",
        "#json(\"/proc/self/environ\")",
        "#plugin(\"/tmp/x.wasm\")",
        "#import \"@preview/cetz:0.3.0\": *",
        "#import \"@local/secret:0.1.0\": *",
        "#include \"/dev/zero\"",
        "#bibliography(\"https://example.com/x.bib\")",
    ] {
        let error = Typesetter::new().typeset(&with(source)).unwrap_err();
        assert!(
            matches!(error, PrintError::Template { .. }),
            "{source}: {error}"
        );
    }
    let own = "#read(\"data.json\").len() #read(\"programme.typ\").len()";
    assert!(Typesetter::new().typeset(&with(own)).is_ok());
}

#[test]
fn pages_of_the_house_look_and_print_the_same_whoever_typesets_them() {
    program::typesets();
    let built_in = include_str!("../../assets/papers/programme.typ");
    let job = job(&symposium(), Paper::Programme, "en");
    let here = Typesetter::new().typeset(&job).unwrap();
    let there = Typesetter::new().typeset(&with(built_in)).unwrap();
    assert_eq!(here.count(), there.count());
    for page in 0..here.count() {
        assert_eq!(here.size(page), there.size(page));
        assert_eq!(here.spots(page), there.spots(page));
        assert!(here.render(page, 0.5) == there.render(page, 0.5));
    }
    assert!(here.pdf() == there.pdf());
    // Papers that the other process has forgotten meanwhile are typeset again.
    for number in 0..5 {
        Typesetter::new()
            .typeset(&with(&format!("= {number}")))
            .unwrap();
    }
    assert!(here.pdf() == there.pdf());
    assert_eq!(
        there.render(0, 0.5).dimensions(),
        here.render(0, 0.5).dimensions()
    );
}
