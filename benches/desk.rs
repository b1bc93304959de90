//! What the figures of the README are measured with: `cargo bench`.

#![allow(
    clippy::expect_used,
    missing_docs,
    clippy::format_push_string,
    reason = "a benchmark that cannot run says so by panicking; what it names itself is for criterion only"
)]

mod big;
mod merge;

use std::{hint::black_box, path::Path, sync::Arc, time::Duration};

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use egui_kittest::Harness;
use runsheet::{
    app::{Begin, Desk},
    exchange::{self, Format, Removal},
    model::{Clock, Deed, Edit, Event, History, Lang, Length, Photo, Session, Standing},
    photo,
    plan::{Changes, Person, Plan},
    print::{self, HouseTemplates, Job, Paper, Typesetter},
    store::{self, Folder, Settings},
    words::{Tongue, Words},
};

const SESSIONS: usize = 1000;
const PARTICIPANTS: usize = 1000;

/// What follows from an event: done once after each edit.
fn plan(c: &mut Criterion) {
    let event = big::event(SESSIONS, PARTICIPANTS);
    c.bench_function("plan of 1,000 sessions and 1,000 participants", |b| {
        b.iter(|| Plan::of(black_box(&event)));
    });
}

/// One letter in a title of a very large event, and all that follows from it.
fn edit_and_plan(c: &mut Criterion) {
    let event = big::event(10 * SESSIONS, 10 * PARTICIPANTS);
    let middle = event.sessions.at(5 * SESSIONS).expect("it is large");
    let of_large = "of 10,000 sessions and 10,000 participants";
    c.bench_function(&format!("the whole plan {of_large}"), |b| {
        b.iter(|| Plan::of(black_box(&event)));
    });
    let mut count = 0_u32;
    let mut edited = |what: &str, change: fn(&Session, u32) -> Session| {
        let mut history = History::saved(event.clone());
        let mut before = Arc::clone(history.event());
        let mut plan = Plan::of(&before);
        c.bench_function(
            &format!("an edit of {what}, its plan and its checks, {of_large}"),
            |b| {
                b.iter(|| {
                    count += 1;
                    let edit = Edit::from(change(middle, count));
                    history.apply(edit).expect("a put succeeds");
                    let now = Arc::clone(history.event());
                    plan = plan.after(&before, &now);
                    before = now;
                });
            },
        );
    };
    edited("a title", |session, count| Session {
        title: (session.title.clone()).with(&Lang::EN, format!("Item {count}")),
        ..session.clone()
    });
    edited("a length", |session, count| Session {
        length: Length::minutes(10 + count % 7).expect("it is a length"),
        ..session.clone()
    });
}

/// One letter in a title, and back.
fn edits(c: &mut Criterion) {
    let event = big::event(SESSIONS, PARTICIPANTS);
    let changed = typed_in(
        &event
            .sessions
            .at(SESSIONS / 2)
            .expect("it is large")
            .clone(),
    );
    let person = event.participants.at(0).expect("it is large").id;
    let words = Words::new(Tongue::ZhHant);
    let fresh = || History::saved(event.clone());
    c.bench_function("an edit of one session in 1,000", |b| {
        let once = |mut history: History| {
            history.apply(changed.clone()).expect("a put succeeds");
            history
        };
        b.iter_batched(fresh, once, BatchSize::LargeInput);
    });
    c.bench_function("undo and redo of one session in 1,000", |b| {
        let mut history = fresh();
        history.apply(changed.clone()).expect("a put succeeds");
        b.iter(|| {
            history.undo().expect("there is a step");
            history.redo().expect("there is a step");
        });
    });
    c.bench_function("removal of one who appears everywhere", |b| {
        let gone = Edit::Remove(person.into());
        let once = |mut history: History| {
            history.apply(gone.clone()).expect("the person is there");
            history
        };
        b.iter_batched(fresh, once, BatchSize::LargeInput);
    });
    c.bench_function("the sentence of an edit", |b| {
        b.iter(|| words.deed(&Deed::of(black_box(&changed), &event)));
    });
}

fn typed_in(session: &Session) -> Edit {
    let title = (session.title.clone()).with(&Lang::EN, "Item 501, said anew");
    Edit::from(Session {
        title,
        ..session.clone()
    })
}

/// What changed between two versions of an event of ten thousand sessions, which share nothing in memory: every
/// hundredth session is longer, so that those behind it move, and has another title.
fn changes(c: &mut Criterion) {
    let old = big::event(10_000, SESSIONS);
    let text = store::to_ron(&old);
    let (mut new, _) = store::from_ron(&text, Path::new("event.ron")).expect("it reads");
    for place in (0..10_000).step_by(100) {
        let session = new.sessions.at(place).expect("it is large").clone();
        let mut longer = (*session).clone();
        longer.length = Length::minutes(95).expect("a length");
        new.apply(&typed_in(&longer)).expect("a put succeeds");
    }
    c.bench_function("changes between two versions of 10,000 sessions", |b| {
        b.iter(|| Changes::between(black_box(&old), black_box(&new)));
    });
}

/// The event's file, there and back.
fn files(c: &mut Criterion) {
    let event = big::event(SESSIONS, PARTICIPANTS);
    let temp = tempfile::tempdir().expect("a folder");
    let folder = Folder::create(&temp.path().join("event"), &event).expect("an event");
    c.bench_function(
        "open an event of 1,000 sessions and 1,000 participants",
        |b| {
            b.iter(|| {
                let opened = folder.read().expect("it reads");
                Plan::of(&opened.event)
            });
        },
    );
    c.bench_function("save it", |b| {
        b.iter(|| folder.save(&event).expect("it is saved"));
    });
}

/// A window with this event in it, as large as an office laptop's.
fn window(folder: &Path) -> Harness<'static, Desk> {
    let settings = Settings {
        language: Some(Tongue::En),
        ..Settings::default()
    };
    let begin = Begin {
        event: Some(folder.to_owned()),
        settings,
        keeps_settings: false,
        // What is typed is kept safe while it is measured.
        data: Some(folder.with_extension("data")),
        ..Begin::default()
    };
    let mut harness = Harness::builder()
        .with_size([1366.0, 768.0])
        .build_eframe(|cc| Desk::new(&cc.egui_ctx, begin));
    while harness.state().event().is_none() || harness.state().is_busy() {
        harness.step();
        std::thread::sleep(Duration::from_millis(5));
    }
    harness.run_steps(5);
    harness
}

/// What a frame costs: layout, what panels send, and what follows from it; not the graphics card's part.
fn frames(c: &mut Criterion) {
    let temp = tempfile::tempdir().expect("a folder");
    for (name, sessions, people) in [
        ("20 sessions", 20, 20),
        (
            "1,000 sessions and 1,000 participants",
            SESSIONS,
            PARTICIPANTS,
        ),
        (
            "10,000 sessions and 10,000 participants",
            10 * SESSIONS,
            10 * PARTICIPANTS,
        ),
    ] {
        let folder = temp.path().join(sessions.to_string());
        Folder::create(&folder, &big::event(sessions, people)).expect("an event");
        let mut harness = window(&folder);
        let ctx = harness.ctx.clone();
        c.bench_function(&format!("a frame of {name}, scrolling"), |b| {
            b.iter(|| {
                harness.hover_at(egui::pos2(500.0, 500.0));
                harness.event(egui::Event::MouseWheel {
                    unit: egui::MouseWheelUnit::Point,
                    delta: egui::vec2(0.0, -30.0),
                    phase: egui::TouchPhase::Move,
                    source: egui::MouseWheelSource::Wheel,
                    modifiers: egui::Modifiers::NONE,
                });
                harness.step();
            });
        });
        let first = harness
            .state()
            .event()
            .and_then(|event| event.sessions.at(0))
            .expect("a session")
            .id;
        let field = egui::Id::unique((first.uuid(), ("title", Lang::EN)));
        ctx.memory_mut(|memory| memory.request_focus(field));
        harness.run_steps(3);
        c.bench_function(&format!("a frame of {name}, typing"), |b| {
            b.iter(|| {
                harness.event(egui::Event::Text("a".into()));
                harness.step();
            });
        });
    }
}

/// What a frame of the picture of a day costs, of which as much is in sight.
fn day_frames(c: &mut Criterion) {
    let temp = tempfile::tempdir().expect("a folder");
    for (name, event) in [
        ("20 sessions", big::event(20, 20)),
        (
            "500 sessions on one day",
            big::on_one_day(big::event(500, 500)),
        ),
        (
            "10,000 sessions",
            big::event(10 * SESSIONS, 10 * PARTICIPANTS),
        ),
        (
            "10,000 sessions on one day",
            big::on_one_day(big::event(10 * SESSIONS, 10 * PARTICIPANTS)),
        ),
    ] {
        let folder = temp.path().join(name);
        Folder::create(&folder, &event).expect("an event");
        let mut harness = window(&folder);
        harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::L);
        harness.run_steps(5);
        let mut down = true;
        c.bench_function(&format!("a frame of the day of {name}, scrolling"), |b| {
            b.iter(|| {
                down = !down;
                harness.hover_at(egui::pos2(500.0, 500.0));
                harness.event(egui::Event::MouseWheel {
                    unit: egui::MouseWheelUnit::Point,
                    delta: egui::vec2(0.0, if down { -30.0 } else { 30.0 }),
                    phase: egui::TouchPhase::Move,
                    source: egui::MouseWheelSource::Wheel,
                    modifiers: egui::Modifiers::NONE,
                });
                harness.step();
            });
        });
    }
}

/// No photos: what is measured is the typesetting.
struct NoPictures;

impl print::Pictures for NoPictures {
    fn picture(&self, _: &Photo, _: u32) -> Option<Arc<Vec<u8>>> {
        None
    }
}

fn job(event: &Event, paper: Paper, house: HouseTemplates) -> Job {
    job_in(vec![Lang::EN, Lang::ZH_HANT], event, paper, house)
}

fn job_in(languages: Vec<Lang>, event: &Event, paper: Paper, house: HouseTemplates) -> Job {
    Job {
        event: Arc::new(event.clone()),
        plan: Arc::new(Plan::of(event)),
        paper,
        languages,
        standing: Standing::Draft,
        since: None,
        house,
        pictures: Arc::new(NoPictures),
    }
}

/// The programme beside what the typesetter needs for the same words as plain markup.
fn papers(c: &mut Criterion) {
    let mut event = big::event(600, 200);
    let typesetter = Typesetter::new().trusting();
    let mut group = c.benchmark_group("papers");
    group.sample_size(10);
    let mut count = 0_u32;
    let mut touched = |event: &mut Event| {
        count += 1;
        let session = event.sessions.at(0).expect("a session");
        let title = session
            .title
            .clone()
            .with(&Lang::EN, format!("Opening {count}"));
        let edit = Edit::from(Session {
            title,
            ..(**session).clone()
        });
        event.apply(&edit).expect("a put succeeds");
    };
    group.bench_function(
        "programme of 600 sessions in two languages, from nothing",
        |b| {
            b.iter(|| {
                comemo::evict(0);
                touched(&mut event);
                typesetter
                    .typeset(&job(&event, Paper::Programme, HouseTemplates::default()))
                    .expect("it typesets")
            });
        },
    );
    let plain = plain_markup(&event);
    group.bench_function("the same words as plain markup, from nothing", |b| {
        b.iter(|| {
            comemo::evict(0);
            touched(&mut event);
            let house = HouseTemplates::of("house").with("programme.typ", plain.clone());
            typesetter
                .typeset(&job(&event, Paper::Programme, house))
                .expect("it typesets")
        });
    });
    let sample = tempfile::tempdir().expect("a folder");
    let folder = store::write_sample(&sample.path().join("sample")).expect("the sample");
    let mut event = folder.read().expect("it reads").event;
    for (languages, what) in [
        (vec![Lang::EN], "English"),
        (vec![Lang::EN, Lang::ZH_HANT], "both languages"),
    ] {
        for paper in Paper::ALL {
            group.bench_function(
                format!("{} of the sample in {what} after a keystroke", paper.key()),
                |b| {
                    b.iter(|| {
                        touched(&mut event);
                        let job =
                            job_in(languages.clone(), &event, paper, HouseTemplates::default());
                        typesetter
                            .typeset(&job)
                            .expect("it typesets")
                            .render(0, 1.0)
                    });
                },
            );
        }
    }
    group.finish();
}

/// The words of the programme, as somebody would write them by hand for the typesetter: the same times, titles,
/// people and organisations, with the same count of pages at the foot.
fn plain_markup(event: &Event) -> String {
    let plain = |text: &str| -> String {
        let is_markup = |c| "#*_$<>@`~[]\\/\"'=-+".contains(c);
        text.chars()
            .map(|c| if is_markup(c) { ' ' } else { c })
            .collect()
    };
    let plan = Plan::of(event);
    let mut source = String::from(
        "#set text(font: \"Noto Sans CJK HK\", size: 9.5pt)\n#set page(numbering: \"1 of 1\")\n",
    );
    for session in &event.sessions {
        for (lang, tongue) in [(Lang::EN, Tongue::En), (Lang::ZH_HANT, Tongue::ZhHant)] {
            let words = Words::new(tongue);
            let timed = plan.timed(session.id).expect("it is timed");
            let time = words.time_range(timed.start.time(), timed.end.time(), Clock::Hours12);
            let room = session
                .room
                .and_then(|id| event.rooms.get(id))
                .expect("a room");
            source += &format!("{}\n\n{}\n\n", plain(&time), plain(room.name.shown(&lang)));
            let (kind, title) = (words.session_kind(session.kind), session.title.shown(&lang));
            source += &format!(
                "{}\n\n== {}\n\n{}\n\n",
                plain(&kind),
                plain(title),
                plain(session.summary.shown(&lang))
            );
            for one in session.people.iter().filter(|one| one.role.is_for_guests()) {
                if let Some(person) = Person::of(event, one.who, &lang) {
                    let (role, post) = (words.role(one.role), plain(&person.post));
                    let organisation = plain(&person.organisation);
                    source += &format!(
                        "{}\n\n*{}*\n\n{post}, {organisation}\n\n",
                        plain(&role),
                        plain(&person.name)
                    );
                }
            }
        }
    }
    for organisation in &event.organisations {
        for lang in [Lang::EN, Lang::ZH_HANT] {
            source += &format!("{}\n\n", plain(organisation.name.shown(&lang)));
        }
    }
    source
}

/// A photo of 24 megapixels to a thumbnail.
fn photos(c: &mut Criterion) {
    let temp = tempfile::tempdir().expect("a folder");
    let file = temp.path().join("24.jpg");
    let picture = image::RgbImage::from_fn(6000, 4000, |x, y| {
        image::Rgb([(x / 24) as u8, (y / 16) as u8, ((x * y) >> 12) as u8])
    });
    picture.save(&file).expect("a picture");
    c.bench_function("a JPEG of 24 megapixels to a thumbnail, on one core", |b| {
        b.iter(|| photo::thumbnail(&file, 512).expect("a thumbnail"));
    });
}

/// A list of 10,000 people as a workbook, read, and made into a proposal for an event that has half of them.
fn imports(c: &mut Criterion) {
    const ROWS: usize = 10_000;
    let path = Path::new("people.xlsx");
    let people = big::event(0, ROWS);
    let share = exchange::Share::with_guests(0, jiff::Timestamp::UNIX_EPOCH);
    let sheet = exchange::export(
        &people,
        Format::ParticipantsXlsx,
        Words::new(Tongue::En),
        share,
    )
    .expect("it is exported");
    let half = big::event(0, ROWS / 2);
    c.bench_function(
        "10,000 rows of XLSX, read and compared with 5,000 people",
        |b| {
            b.iter(|| {
                let content = exchange::content(path, sheet.clone()).expect("it is a table");
                content.propose(&half, None, Removal::NEVER)
            });
        },
    );
    let rundown = big::event(ROWS, 100);
    let sheet = exchange::export(&rundown, Format::RundownXlsx, Words::new(Tongue::En), share)
        .expect("it is exported");
    c.bench_function(
        "10,000 sessions of XLSX, read and compared with 10,000",
        |b| {
            b.iter(|| {
                let content = exchange::content(path, sheet.clone()).expect("it is a table");
                content.propose(&rundown, None, Removal::NEVER)
            });
        },
    );
}

criterion_group! {
    name = desk;
    config = Criterion::default().sample_size(30);
    targets = plan, edit_and_plan, edits, changes, files, frames, day_frames, imports, merge::merging, papers, photos
}
criterion_main!(desk);
