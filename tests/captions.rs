//! Captions as the press office reads them.

#![allow(
    clippy::unwrap_used,
    reason = "what a test builds is right, or the test fails"
)]

use jiff::civil::{date, datetime};
use runsheet::{
    model::{
        Agreement, Appearance, Edit, Event, EventId, FileName, Item, Lang, Name, NameOrder,
        Organisation, OrganisationKind, Participant, Party, Photo, PixelSize, PositionStyle, Role,
        Session, SessionKind, Text, Who,
    },
    plan::Plan,
    press::caption,
};

/// A forum on June 3, and the people who are seen there.
struct Scene {
    event: Event,
    chan: Who,
    sun: Who,
    lee: Who,
    ho: Who,
    university: Who,
    college: Who,
}

fn person(
    rank: u32,
    en: Name,
    zh: Name,
    post: &str,
    post_zh: &str,
    from: Option<&Organisation>,
) -> Participant {
    let mut person = Participant::new();
    person.name.set(&Lang::EN, en);
    person.name.set(&Lang::ZH_HANT, zh.clone());
    person.name.set(&Lang::ZH_HANS, zh);
    person.post = Text::default()
        .with(&Lang::EN, post)
        .with(&Lang::ZH_HANT, post_zh);
    person.precedence = Some(rank);
    person.organisation = from.map(|organisation| organisation.id);
    person
}

fn organisation(en: &str, zh: &str) -> Organisation {
    let mut organisation = Organisation::new(Text::en(en).with(&Lang::ZH_HANT, zh));
    organisation.kind = OrganisationKind::University;
    organisation
}

fn put(event: &mut Event, item: impl Into<Item>) {
    event.apply(&Edit::Put(item.into())).unwrap();
}

impl Scene {
    fn new() -> Self {
        let mut event = Event::empty(EventId::new());
        let mut details = event.details.clone();
        details.title = Text::en("Talent Forum")
            .with(&Lang::ZH_HANT, "人才論壇")
            .with(&Lang::ZH_HANS, "人才论坛");
        details.days = [date(2025, 6, 3)].into();
        event.apply(&Edit::Details(Box::new(details))).unwrap();
        let university = organisation("The University of the Harbour", "海港大學");
        let college = organisation("Peak College", "山頂書院");
        let given_first = |name: Name| Name {
            order: NameOrder::GivenFirst,
            ..name
        };
        let people = [
            person(
                1,
                Name::new("Mr", "Chan", "Kwok-ki"),
                Name::new("先生", "陳", "國基"),
                "Chief Secretary for Administration",
                "政務司司長",
                None,
            ),
            person(
                2,
                given_first(Name::new("Mr", "Sun", "Chris")),
                Name::new("", "孫", "玉菡"),
                "Secretary for Labour and Welfare",
                "勞工及福利局局長",
                None,
            ),
            person(
                3,
                Name::new("Professor", "Lee", "Ka-yan"),
                Name::new("教授", "李", "家欣"),
                "Provost",
                "首席副校長",
                Some(&university),
            ),
            person(
                4,
                Name::new("Ms", "Ho", "Mei"),
                Name::default(),
                "",
                "",
                Some(&college),
            ),
        ];
        let [chan, sun, lee, ho] = people.each_ref().map(|person| Who::Person(person.id));
        let (u, c) = (university.id, college.id);
        put(&mut event, university);
        put(&mut event, college);
        for person in people {
            put(&mut event, person);
        }
        Self {
            event,
            chan,
            sun,
            lee,
            ho,
            university: Who::RepresentativeOf(u),
            college: Who::RepresentativeOf(c),
        }
    }

    fn session(&mut self, kind: SessionKind, cast: &[(Who, Role)]) -> Session {
        let mut session = Session::new(kind, date(2025, 6, 3));
        session.people = cast
            .iter()
            .map(|&(who, role)| Appearance {
                who,
                role,
                position: String::new(),
            })
            .collect();
        put(&mut self.event, session.clone());
        session
    }

    fn sign(&mut self, session: &Session, title: &str, one: Who, other: Who, witness: Who) {
        let id = |who| match who {
            Who::Person(id) => Some(id),
            Who::RepresentativeOf(_) => None,
        };
        let mut agreement = Agreement::between_two(Some(session.id));
        agreement.title = Text::en(title);
        agreement.parties = [one, other]
            .map(|who| Party {
                organisation: None,
                signatory: id(who),
            })
            .into();
        agreement.witnesses = id(witness).into_iter().collect();
        put(&mut self.event, agreement);
    }

    #[track_caller]
    fn check(&self, session: Option<&Session>, rows: &[&[Who]], expected: &[&str]) {
        let mut photo = photo();
        photo.session = session.map(|session| session.id);
        photo.rows = rows.iter().map(|row| row.to_vec()).collect();
        let plan = Plan::of(&self.event);
        let langs = [Lang::EN, Lang::ZH_HANT, Lang::ZH_HANS];
        for (expected, lang) in expected.iter().zip(langs) {
            assert_eq!(caption(&self.event, &plan, &photo, &lang), *expected);
        }
    }
}

fn photo() -> Photo {
    let file = FileName::try_from("a.jpg".to_owned()).unwrap();
    let size = PixelSize {
        width: 3,
        height: 2,
    };
    Photo::new(file, String::new(), size)
}

#[test]
fn one_person_speaks_and_needs_no_position() {
    let mut scene = Scene::new();
    let chan = scene.chan;
    let session = scene.session(SessionKind::WelcomeRemarks, &[(chan, Role::Officiating)]);
    scene.check(
        Some(&session),
        &[&[chan]],
        &[
            "The Chief Secretary for Administration, Mr Chan Kwok-ki, delivers welcome remarks at the Talent Forum on June 3.",
            "圖示政務司司長陳國基六月三日在人才論壇上致歡迎辭。",
            "图为政務司司長陳國基六月三日在人才论坛上致欢迎辞。",
        ],
    );
}

#[test]
fn without_people_picked_those_on_stage_are_named_without_positions() {
    let mut scene = Scene::new();
    let (lee, ho) = (scene.lee, scene.ho);
    let session = scene.session(
        SessionKind::Keynote,
        &[(ho, Role::Mc), (lee, Role::Speaker)],
    );
    scene.check(
        Some(&session),
        &[],
        &[
            "The Provost of the University of the Harbour, Professor Lee Ka-yan, delivers a keynote speech at the Talent Forum on June 3.",
            "圖示海港大學首席副校長李家欣教授六月三日在人才論壇上發表主題演講。",
        ],
    );
}

#[test]
fn a_speaker_and_whoever_else_is_in_the_picture() {
    let mut scene = Scene::new();
    let (chan, sun) = (scene.chan, scene.sun);
    let session = scene.session(SessionKind::VideoAddress, &[(sun, Role::Speaker)]);
    scene.check(
        Some(&session),
        &[&[sun, chan]],
        &[
            "The Secretary for Labour and Welfare, Mr Chris Sun (left), delivers an address by video at the Talent Forum on June 3, joined on stage by the Chief Secretary for Administration, Mr Chan Kwok-ki (right).",
            "圖示勞工及福利局局長孫玉菡(左)六月三日在人才論壇上以視像方式致辭，同台的還有政務司司長陳國基(右)。",
        ],
    );
}

#[test]
fn a_group_is_named_by_precedence_and_found_by_position() {
    let mut scene = Scene::new();
    let (chan, sun, lee, ho) = (scene.chan, scene.sun, scene.lee, scene.ho);
    let session = scene.session(SessionKind::GroupPhoto, &[]);
    scene.check(
        Some(&session),
        &[&[sun, chan]],
        &[
            "The Chief Secretary for Administration, Mr Chan Kwok-ki (right), and the Secretary for Labour and Welfare, Mr Chris Sun (left), pose for a group photo at the Talent Forum on June 3.",
            "圖示政務司司長陳國基(右)和勞工及福利局局長孫玉菡(左)六月三日在人才論壇上合照。",
        ],
    );
    scene.check(
        Some(&session),
        &[&[sun, chan, lee], &[], &[ho]],
        &[
            "The Chief Secretary for Administration, Mr Chan Kwok-ki (front row, centre); the Secretary for Labour and Welfare, Mr Chris Sun (front row, left); the Provost of the University of the Harbour, Professor Lee Ka-yan (front row, right); and Ms Ho Mei (back row) of Peak College pose for a group photo at the Talent Forum on June 3.",
            "圖示政務司司長陳國基(前排中)、勞工及福利局局長孫玉菡(前排左)、海港大學首席副校長李家欣教授(前排右)和山頂書院 Ms Ho Mei(後排)六月三日在人才論壇上合照。",
        ],
    );
}

#[test]
fn a_panel_has_a_moderator_and_representatives_of_institutions() {
    let mut scene = Scene::new();
    let (sun, university, college) = (scene.sun, scene.university, scene.college);
    let session = scene.session(
        SessionKind::PanelDiscussion,
        &[
            (sun, Role::Moderator),
            (university, Role::Panellist),
            (college, Role::Panellist),
        ],
    );
    scene.check(
        Some(&session),
        &[&[sun, university, college]],
        &[
            "The Secretary for Labour and Welfare, Mr Chris Sun (left), moderates a panel discussion with representatives of the University of the Harbour (centre) and Peak College (right) at the Talent Forum on June 3.",
            "圖示勞工及福利局局長孫玉菡(左)六月三日在人才論壇上主持專題討論，與海港大學(中)和山頂書院(右)的代表交流。",
        ],
    );
    scene.check(
        Some(&session),
        &[&[university]],
        &[
            "A representative of the University of the Harbour joins a panel discussion at the Talent Forum on June 3.",
            "圖示海港大學代表六月三日在人才論壇上參與專題討論。",
        ],
    );
    scene.check(
        Some(&session),
        &[&[sun]],
        &["The Secretary for Labour and Welfare, Mr Chris Sun, moderates a panel discussion at the Talent Forum on June 3."],
    );
}

#[test]
fn a_signing_says_who_signs_what_with_whom_and_who_witnesses_it() {
    let mut scene = Scene::new();
    let (chan, sun, lee, ho) = (scene.chan, scene.sun, scene.lee, scene.ho);
    let session = scene.session(SessionKind::Signing, &[]);
    scene.sign(&session, "The Memorandum on Talent", lee, sun, chan);
    scene.sign(&session, "Memorandum on Research", lee, ho, chan);
    scene.check(
        Some(&session),
        &[&[lee, chan, sun]],
        &[
            "The Provost of the University of the Harbour, Professor Lee Ka-yan (left), signs the Memorandum on Talent with the Secretary for Labour and Welfare, Mr Chris Sun (right), at the Talent Forum on June 3, witnessed by the Chief Secretary for Administration, Mr Chan Kwok-ki (centre).",
            "圖示在政務司司長陳國基(中)見證下，海港大學首席副校長李家欣教授(左)六月三日在人才論壇上與勞工及福利局局長孫玉菡(右)簽署《Memorandum on Talent》。",
        ],
    );
    scene.check(
        Some(&session),
        &[],
        &["The Provost of the University of the Harbour, Professor Lee Ka-yan, signs agreements with the Secretary for Labour and Welfare, Mr Chris Sun, and Ms Ho Mei of Peak College respectively at the Talent Forum on June 3, witnessed by the Chief Secretary for Administration, Mr Chan Kwok-ki."],
    );
    scene.check(
        Some(&session),
        &[&[chan]],
        &["The Chief Secretary for Administration, Mr Chan Kwok-ki, witnesses a signing ceremony at the Talent Forum on June 3."],
    );
    scene.check(
        Some(&session),
        &[&[ho]],
        &["Ms Ho Mei of Peak College signs the Memorandum on Research at the Talent Forum on June 3."],
    );
}

#[test]
fn the_house_may_count_in_figures() {
    let mut scene = Scene::new();
    let mut details = scene.event.details.clone();
    details.style.positions = PositionStyle::Ordinals;
    scene
        .event
        .apply(&Edit::Details(Box::new(details)))
        .unwrap();
    let (chan, sun, lee, ho) = (scene.chan, scene.sun, scene.lee, scene.ho);
    let mut photo = photo();
    photo.rows = vec![vec![sun, chan, lee, ho]];
    let text = caption(&scene.event, &Plan::of(&scene.event), &photo, &Lang::EN);
    assert!(text.contains("Mr Chan Kwok-ki (2nd left)"), "{text}");
    assert!(text.contains("Professor Lee Ka-yan (2nd right)"), "{text}");
}

#[test]
fn where_nothing_is_known_nothing_is_said() {
    let mut scene = Scene::new();
    let (chan, sun) = (scene.chan, scene.sun);
    scene.check(None, &[], &["", "", ""]);
    scene.check(
        None,
        &[&[chan]],
        &[
            "The Chief Secretary for Administration, Mr Chan Kwok-ki, is pictured at the Talent Forum on June 3.",
        ],
    );
    let lunch = scene.session(SessionKind::Break, &[]);
    scene.check(
        Some(&lunch),
        &[],
        &[
            "Guests exchange views during a break at the Talent Forum on June 3.",
            "圖示嘉賓六月三日在人才論壇上於小休時交流。",
        ],
    );
    let empty = Event::empty(EventId::new());
    let mut photo = photo();
    // A person whom the event does not have is not named.
    photo.rows = vec![vec![chan]];
    assert_eq!(caption(&empty, &Plan::of(&empty), &photo, &Lang::EN), "");
    // Without a title the day is left, and without that the deed alone.
    let mut details = scene.event.details.clone();
    details.title = Text::default();
    details.days.clear();
    scene
        .event
        .apply(&Edit::Details(Box::new(details)))
        .unwrap();
    photo.rows = vec![vec![sun]];
    let say = |photo: &Photo| caption(&scene.event, &Plan::of(&scene.event), photo, &Lang::EN);
    assert_eq!(
        say(&photo),
        "The Secretary for Labour and Welfare, Mr Chris Sun, is pictured."
    );
    photo.taken = Some(datetime(2025, 6, 4, 9, 0, 0, 0));
    assert_eq!(
        say(&photo),
        "The Secretary for Labour and Welfare, Mr Chris Sun, is pictured on June 4."
    );
}

#[test]
fn every_kind_of_session_has_its_sentence_in_every_language() {
    for kind in SessionKind::ALL {
        for role in Role::ALL {
            let mut scene = Scene::new();
            let (chan, ho) = (scene.chan, scene.ho);
            let session = scene.session(kind, &[(chan, role), (ho, role)]);
            for rows in [vec![], vec![vec![ho, chan]]] {
                let mut photo = photo();
                photo.session = Some(session.id);
                photo.rows = rows;
                for lang in [Lang::EN, Lang::ZH_HANT, Lang::ZH_HANS] {
                    let text = caption(&scene.event, &Plan::of(&scene.event), &photo, &lang);
                    assert!(text.ends_with(['.', '。']), "{kind:?} {role:?}: {text}");
                    assert!(
                        !text.contains("caption-") && !text.contains('$'),
                        "a message is missing: {text}"
                    );
                    assert!(!text.contains(",,") && !text.contains("  "), "{text}");
                }
            }
        }
    }
}
