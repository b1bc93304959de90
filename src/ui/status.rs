//! The line at the bottom: when the day ends, how much there is to look at, what goes on.

use egui::{Button, ProgressBar, RichText, Ui};

use super::{
    Command, Out, PhotoCommand, Place, View,
    tokens::{colours, size, space},
    widgets,
};
use crate::model::Clock;

/// Shows the line.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        match view.place {
            Place::Papers => paper(ui, view),
            _ => days(ui, view),
        }
        let progress = view.progress.filter(|_| view.slow.is_none());
        if let Some(progress) = progress {
            ui.label(RichText::new(&progress.doing).size(size::SMALL));
            if progress.of > 0 {
                let share = progress.done as f32 / progress.of as f32;
                let bar = ProgressBar::new(share)
                    .desired_width(120.0)
                    .desired_height(6.0);
                ui.add(bar);
            }
            if progress.can_cancel && widgets::quiet(ui, &words.t("cancel")).clicked() {
                out.send(Command::Photo(PhotoCommand::Cancel));
            }
        }
        super::elsewhere::told(ui, view);
        super::elsewhere::slow(ui, view);
        super::merge::waits(ui, view);
        widgets::at_right(ui, |ui| {
            let c = colours(ui);
            if (view.scale - 1.0).abs() > 0.01 {
                widgets::dim(ui, format!("{:.0}%", view.scale * 100.0));
            }
            widgets::dim(ui, languages(view));
            let standing = words.standing(view.versions.standing);
            let text = RichText::new(standing).size(size::SMALL).color(c.dim);
            if ui.add(Button::new(text).frame(false)).clicked() {
                out.send(Command::Go(Place::Versions));
            }
            let count = view.to_look_at();
            let text = words.tf("status-to-look-at", [("count", count.into())]);
            let ink = if count > 0 { c.amber } else { c.dim };
            let button = Button::new(RichText::new(text).size(size::SMALL).color(ink)).frame(false);
            if ui.add(button).clicked() {
                out.send(Command::Go(Place::Checks));
            }
        });
    });
}

fn languages(view: &View) -> String {
    let names: Vec<_> = view
        .languages()
        .iter()
        .map(|lang| lang.endonym().to_owned())
        .collect();
    names.join(" · ")
}

/// When each day ends.
fn days(ui: &mut Ui, view: &View) {
    let words = view.words;
    for day in view.plan.days.iter().take(4) {
        let Some(ends) = day.ends else { continue };
        let values = [
            ("day", words.short_date(day.date).into()),
            ("time", words.time(ends.time(), Clock::Hours24).into()),
        ];
        widgets::dim(ui, words.tf("status-day-ends", values));
    }
    let people = view.plan.tallies.people;
    if people > 0 {
        widgets::dim(ui, words.tf("status-people", [("count", people.into())]));
    }
}

/// How the paper was typeset.
fn paper(ui: &mut Ui, view: &View) {
    let words = view.words;
    let text = match (view.preview.trouble, view.preview.pages) {
        (Some(_), _) => words.t("status-paper-trouble"),
        (None, None) => words.t("status-typesetting"),
        (None, Some(_)) => {
            let ms = i64::try_from(view.preview.took_ms).unwrap_or(i64::MAX);
            words.tf("status-typeset", [("ms", ms.into())])
        }
    };
    widgets::dim(ui, text);
    if view.preview.pages.is_some() {
        widgets::dim(ui, words.t("status-click-a-line"));
    }
}
