//! How soon the sample is on the screen, beside an empty window of the same library: `cargo bench --bench first_frame`.
//!
//! Needs a display, as `xvfb-run` gives one. Each start is a process of its own, timed from outside until its first
//! frame has been shown, in turns, so that both meet the same machine.

#![allow(
    clippy::expect_used,
    missing_docs,
    reason = "a benchmark that cannot run says so by panicking"
)]

use std::{
    path::PathBuf,
    process::Command,
    time::{Duration, Instant},
};

use runsheet::{
    app::{Begin, Desk},
    store::{self, Settings},
};

const TURNS: usize = 10;

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("empty") => show(|_| Box::new(Empty)),
        Some("sample") => {
            let event = std::env::args().nth(2).map(PathBuf::from);
            show(|ctx| {
                let settings = Settings::default();
                let begin = Begin {
                    event,
                    settings,
                    ..Begin::default()
                };
                Box::new(Sample(Desk::new(ctx, begin)))
            });
        }
        _ => compare(),
    }
}

/// Starts both in turns, and prints the median of each and their ratio.
fn compare() {
    let temp = tempfile::tempdir().expect("a folder");
    let sample = temp.path().join("sample");
    store::write_sample(&sample).expect("the sample");
    let program = std::env::current_exe().expect("this program");
    let time = |arguments: &[&std::ffi::OsStr]| {
        let begun = Instant::now();
        let status = Command::new(&program)
            .args(arguments)
            .status()
            .expect("it starts");
        assert!(status.success(), "there is no window: is there a display?");
        begun.elapsed()
    };
    let (mut empty, mut full) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        empty.push(time(&["empty".as_ref()]));
        full.push(time(&["sample".as_ref(), sample.as_ref()]));
    }
    let median = |mut times: Vec<Duration>| {
        times.sort();
        times[TURNS / 2]
    };
    let (empty, full) = (median(empty), median(full));
    let ratio = full.as_secs_f64() / empty.as_secs_f64();
    println!("an empty window: {empty:.0?}; the sample: {full:.0?}; {ratio:.2} times as long");
}

fn show(make: impl FnOnce(&egui::Context) -> Box<dyn eframe::App>) {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1366.0, 768.0]),
        ..eframe::NativeOptions::default()
    };
    eframe::run_native(
        "first frame",
        options,
        Box::new(|cc| Ok(make(&cc.egui_ctx))),
    )
    .expect("a window");
}

/// A window with nothing in it.
struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
    }
}

/// The program, until the event is on the screen.
struct Sample(Desk);

impl eframe::App for Sample {
    fn logic(&mut self, ctx: &egui::Context, _: &mut eframe::Frame) {
        self.0.logic(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.0.ui(ui);
        if self.0.event().is_some() {
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
        }
    }
}
