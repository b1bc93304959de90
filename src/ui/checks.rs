//! What is missing or clashes: a list to work through.

use egui::{Id, Ui, pos2, vec2};

use super::{
    Command, Out, Place, View,
    tokens::{self, colours, size, space},
    widgets,
};
use crate::plan::{Problem, Severity, Subject};

/// Shows the list, the gravest first.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let problems = &view.plan.problems;
    if problems.is_empty() {
        widgets::empty(
            ui,
            &words.t("checks-empty"),
            &words.t("checks-empty-next"),
            None,
        );
        return;
    }
    widgets::toolbar(ui, |ui| {
        let counted: Vec<_> = [Severity::Clash, Severity::Missing, Severity::Look]
            .into_iter()
            .filter_map(|severity| {
                let count = problems
                    .iter()
                    .filter(|problem| problem.severity == severity)
                    .count();
                let values = [
                    ("count", count.into()),
                    ("severity", words.severity(severity).into()),
                ];
                (count > 0).then(|| words.tf("checks-count", values))
            })
            .collect();
        widgets::dim(ui, counted.join(" · "));
    });
    let heights = vec![46.0; problems.len()];
    widgets::rows(ui, "checks", &heights, None, |ui, index, rect| {
        row(ui, view, &problems[index], index, rect, out);
    });
}

fn row(ui: &Ui, view: &View, problem: &Problem, index: usize, rect: egui::Rect, out: &mut Out) {
    let words = view.words;
    let c = colours(ui);
    let sentence = words.problem(view.event, problem);
    let row = widgets::row(
        ui,
        Id::unique(("check", index)),
        rect,
        false,
        &sentence,
        &words.severity(problem.severity),
    );
    if row.clicked() {
        match problem.subject {
            Subject::Event => out.send(Command::Go(Place::Details)),
            Subject::Item(id) => out.send(Command::Open(id)),
        }
    }
    let ink = match problem.severity {
        Severity::Clash => c.alarm,
        Severity::Missing => c.amber,
        Severity::Look => c.dim,
    };
    let at = rect.min + vec2(space::L, 13.0);
    widgets::line(
        ui,
        at,
        &words.severity(problem.severity),
        tokens::bold_font(size::SMALL),
        ink,
        84.0,
    );
    let left = rect.left() + 110.0;
    let (subject, kind) = match problem.subject {
        Subject::Event => (words.t("the-event"), String::new()),
        Subject::Item(id) => (words.item_name(view.event, id), words.item_kind(id.kind())),
    };
    let trouble = words.trouble(view.event, problem);
    let name = widgets::line(
        ui,
        pos2(left, rect.top() + 4.0),
        &subject,
        tokens::font(size::TEXT),
        c.ink,
        rect.width() * 0.6,
    );
    let at = pos2(name.right() + 8.0, rect.top() + 5.0);
    widgets::line(ui, at, &kind, tokens::font(size::SMALL), c.dim, 160.0);
    let at = pos2(left, rect.top() + 23.0);
    widgets::line(
        ui,
        at,
        &trouble,
        tokens::font(size::SMALL),
        c.dim,
        rect.width() - 130.0,
    );
}
