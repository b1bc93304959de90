//! What is missing or clashes: a list to work through, one problem after the other: mended at once, opened where it
//! is mended, or set aside with a reason.

use egui::{Button, FocusDirection, Id, Key, Modifiers, Rect, Response, Ui, UiBuilder, pos2, vec2};

use super::{
    Command, Out, View, form, jump,
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{
    model::{BatchName, Edit, ProblemKey},
    plan::{Problem, Severity, Subject},
};

/// How high a row is, in points; and one in which a reason is asked.
const ROW: f32 = 46.0;
const ASKING: f32 = 88.0;

/// Which problems are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Filter {
    severity: Option<Severity>,
    set_aside: bool,
}

/// The problem for which a reason is being typed, and what is typed.
#[derive(Clone, Debug)]
struct Asking {
    key: ProblemKey,
    reason: String,
}

/// One row: a problem, and why it was set aside if it was.
type Row<'a> = (&'a Problem, Option<&'a str>);

/// Shows the list, the gravest first.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let plan = view.plan;
    super::other_picture::above_checks(ui, view, out);
    if plan.problems.is_empty() && plan.set_aside.is_empty() {
        let (title, next) = (words.t("checks-empty"), words.t("checks-empty-next"));
        widgets::empty(ui, &title, &next, None);
        return;
    }
    let id = Id::unique("checks filter");
    let mut filter: Filter = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    widgets::toolbar(ui, |ui| toolbar(ui, view, &mut filter));
    ui.data_mut(|data| data.insert_temp(id, filter));
    let rows: Vec<Row> = if filter.set_aside {
        let set_aside = plan.set_aside.iter();
        set_aside
            .map(|(problem, reason)| (problem, Some(reason.as_str())))
            .collect()
    } else {
        let wanted = |problem: &&Problem| {
            filter
                .severity
                .is_none_or(|severity| problem.severity == severity)
        };
        let problems = plan.problems.iter().filter(wanted);
        problems.map(|problem| (problem, None)).collect()
    };
    if rows.is_empty() {
        let (title, next) = (
            words.t("checks-none-open"),
            words.t("checks-none-open-next"),
        );
        widgets::empty(ui, &title, &next, None);
        return;
    }
    let asking = ui.data(|data| data.get_temp::<Asking>(asking_id()));
    let asked = asking.as_ref().and_then(|asking| {
        rows.iter()
            .position(|(problem, _)| problem.key() == asking.key)
    });
    let heights: Vec<f32> = (0..rows.len())
        .map(|place| if asked == Some(place) { ASKING } else { ROW })
        .collect();
    let reveal = keys(ui, view, rows.len());
    widgets::rows(ui, "checks", &heights, reveal, |ui, index, rect| {
        let asking = asking.clone().filter(|_| asked == Some(index));
        row(ui, view, rows[index], index, rect, asking, out);
    });
}

fn row_id(index: usize) -> Id {
    Id::unique(("check", index))
}

/// Up and down go from problem to problem, and back to where a person was when that one is done. Gives the row to
/// scroll to.
fn keys(ui: &Ui, view: &View, count: usize) -> Option<usize> {
    if ui.ctx().text_edit_focused() || view.question.is_some() || egui::Popup::is_any_open(ui.ctx())
    {
        return None;
    }
    let id = Id::unique("check by keys");
    let last = count.checked_sub(1)?;
    let focused = ui.memory(egui::Memory::focused);
    let here = (0..count).find(|index| focused == Some(row_id(*index)));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
    if !down && !up {
        if let Some(here) = here {
            ui.data_mut(|data| data.insert_temp(id, here));
        }
        return None;
    }
    let to = match here {
        Some(here) if down => here + 1,
        Some(here) => here.saturating_sub(1),
        None => ui.data(|data| data.get_temp(id)).unwrap_or(0),
    };
    let to = to.min(last);
    ui.memory_mut(|memory| {
        memory.request_focus(row_id(to));
        // The toolkit would go on to something else in the direction of the arrow.
        memory.move_focus(FocusDirection::None);
    });
    ui.data_mut(|data| data.insert_temp(id, to));
    Some(to)
}

fn asking_id() -> Id {
    Id::unique("reason for setting aside")
}

fn toolbar(ui: &mut Ui, view: &View, filter: &mut Filter) {
    let words = view.words;
    let count = |severity| {
        let of = |problem: &&Problem| problem.severity == severity;
        view.plan.problems.iter().filter(of).count()
    };
    let all = [("count", view.plan.problems.len().into())];
    let mut choices = vec![(Filter::default(), words.tf("checks-all", all))];
    for severity in [Severity::Clash, Severity::Missing, Severity::Look] {
        let values = [
            ("count", count(severity).into()),
            ("severity", words.severity(severity).into()),
        ];
        let only = Filter {
            severity: Some(severity),
            set_aside: false,
        };
        choices.push((only, words.tf("checks-count", values)));
    }
    let set_aside = [("count", view.plan.set_aside.len().into())];
    let only = Filter {
        severity: None,
        set_aside: true,
    };
    choices.push((only, words.tf("checks-set-aside", set_aside)));
    let name = words.t("checks-filter");
    if let Some(picked) = widgets::segmented(ui, &name, *filter, &choices) {
        *filter = picked;
    }
}

fn row(
    ui: &mut Ui,
    view: &View,
    (problem, reason): Row,
    index: usize,
    rect: Rect,
    asking: Option<Asking>,
    out: &mut Out,
) {
    let words = view.words;
    let sentence = words.problem(view.event, problem);
    let severity = words.severity(problem.severity);
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), ROW));
    let buttons = buttons_width(rect.width());
    let ground = head.with_max_x(head.right() - buttons);
    let row = widgets::row(ui, row_id(index), rect, false, &sentence, &severity);
    if row.clicked() {
        jump::to(ui, view, problem, out);
    }
    said(ui, view, (problem, reason), ground);
    let mut right = ui.new_child(
        UiBuilder::new()
            .max_rect(head.with_min_x(ground.right()).shrink2(vec2(space::M, 8.0)))
            .layout(egui::Layout::right_to_left(egui::Align::Center))
            .id_salt(("check deeds", index)),
    );
    let ui = &mut right;
    let named = |response: Response, label: &str| {
        let values = [
            ("deed", label.to_owned().into()),
            ("problem", sentence.clone().into()),
        ];
        response.accessible_name(words.tf("check-deed", values))
    };
    if reason.is_some() {
        let label = words.t("check-show-again");
        if named(ui.add(Button::new(&label)), &label).clicked() {
            set_aside(view, problem.key(), None, out);
        }
        return;
    }
    let label = words.t("check-set-aside");
    if asking.is_none() && named(ui.add(Button::new(&label)), &label).clicked() {
        let asking = Asking {
            key: problem.key(),
            reason: String::new(),
        };
        ui.data_mut(|data| data.insert_temp(asking_id(), asking));
    }
    if let Some(mend) = problem.mend(view.event, view.plan) {
        let label = words.mend(view.event, &mend);
        let button = Button::new(widgets::said(&label, tokens::font(size::TEXT))).truncate();
        if named(ui.add(button), &label).clicked()
            && let Some(edit) = mend.edit(view.event, view.plan)
        {
            out.send(Command::Edit(edit));
        }
    }
    if let Some(asking) = asking {
        ask(ui, view, asking, rect.with_min_y(head.bottom()), out);
    }
}

/// How much of a row its buttons have, in points.
fn buttons_width(width: f32) -> f32 {
    (width * 0.42).clamp(220.0, 430.0)
}

/// What is wrong, with what; and why it was set aside.
fn said(ui: &Ui, view: &View, (problem, reason): Row, rect: Rect) {
    let words = view.words;
    let c = colours(ui);
    let ink = match problem.severity {
        Severity::Clash => c.alarm,
        Severity::Missing => c.amber,
        Severity::Look => c.dim,
    };
    let at = rect.min + vec2(space::L, 13.0);
    let severity = words.severity(problem.severity);
    widgets::line(ui, at, &severity, tokens::bold_font(size::SMALL), ink, 84.0);
    let left = rect.left() + 110.0;
    let (subject, kind) = match problem.subject {
        Subject::Event => (words.t("the-event"), String::new()),
        Subject::Item(id) => (words.item_name(view.event, id), words.item_kind(id.kind())),
    };
    let width = rect.right() - left;
    let at = pos2(left, rect.top() + 4.0);
    let font = tokens::font(size::TEXT);
    let name = widgets::line(ui, at, &subject, font, c.ink, width - 90.0);
    let at = pos2(name.right() + 8.0, rect.top() + 5.0);
    widgets::line(ui, at, &kind, tokens::font(size::SMALL), c.dim, 80.0);
    let mut trouble = words.trouble(view.event, problem);
    if let Some(reason) = reason {
        let values = [
            ("trouble", trouble.into()),
            ("reason", reason.to_owned().into()),
        ];
        trouble = words.tf("check-because", values);
    }
    let at = pos2(left, rect.top() + 23.0);
    widgets::line(ui, at, &trouble, tokens::font(size::SMALL), c.dim, width);
}

/// The field for the reason, under the row.
fn ask(ui: &mut Ui, view: &View, mut asking: Asking, rect: Rect, out: &mut Out) {
    let words = view.words;
    let line = rect
        .shrink2(vec2(space::M, 4.0))
        .with_min_x(rect.left() + 110.0);
    let mut ui = ui.new_child(
        UiBuilder::new()
            .max_rect(line)
            .layout(egui::Layout::left_to_right(egui::Align::Min)),
    );
    let ui = &mut ui;
    let id = asking_id().with("field");
    let name = words.t("check-reason");
    let field = ui
        .scope(|ui| {
            ui.set_max_width((line.width() - 220.0).max(120.0));
            let hint = words.t("check-reason-hint");
            form::field_of(ui, id, &name, &mut asking.reason, Some(&hint))
        })
        .inner;
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let escaped = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    if asking.reason.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    let has_reason = !asking.reason.trim().is_empty();
    let button = ui
        .add_enabled_ui(has_reason, |ui| {
            widgets::primary(ui, &words.t("check-set-aside-now"))
        })
        .inner;
    let cancelled = ui.button(words.t("cancel")).clicked() || escaped;
    if has_reason && (button.clicked() || entered) {
        let reason = asking.reason.trim().to_owned();
        set_aside(view, asking.key.clone(), Some(reason), out);
    }
    let is_over = cancelled || (has_reason && (button.clicked() || entered));
    ui.data_mut(|data| {
        if is_over {
            data.remove::<Asking>(asking_id());
        } else {
            data.insert_temp(asking_id(), asking);
        }
    });
}

fn set_aside(view: &View, key: ProblemKey, reason: Option<String>, out: &mut Out) {
    let mut details = view.event.details.clone();
    match reason {
        Some(reason) => details.set_aside.insert(key, reason),
        None => details.set_aside.remove(&key),
    };
    let edit = Edit::Details(Box::new(details));
    out.send(Command::Edit(Edit::Batch(BatchName::SetAside, vec![edit])));
}
