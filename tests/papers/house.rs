//! The house's own templates, and the mistakes in them.

use runsheet::{
    print::{HouseTemplates, Paper, PrintError, Typesetter},
    words::{Tongue, Words},
};

use super::{Reading, job, reads, symposium::symposium};

#[test]
fn a_mistake_in_a_house_template_is_shown_with_file_and_line() {
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
