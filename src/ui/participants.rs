//! The named persons.

use egui::{Align2, Id, Ui, pos2};

use super::{
    Action, Command, Out, View,
    tokens::{self, colours, size},
    widgets,
};
use crate::{
    model::{Attendance, Lang, Participant},
    plan::{Person, Subject, by_precedence},
};

/// Shows the list, in order of precedence.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    if view.event.participants.is_empty() {
        let deed = words.t("participants-add");
        if widgets::empty(
            ui,
            &words.t("participants-empty"),
            &words.t("participants-empty-next"),
            view.can_change().then_some(&*deed),
        ) {
            out.act(Action::AddParticipant);
        }
        return;
    }
    let filter_id = Id::unique("participants filter");
    let mut filter: String = ui.data(|data| data.get_temp(filter_id)).unwrap_or_default();
    widgets::toolbar(ui, |ui| {
        let hint = words.t("participants-filter");
        ui.scope(|ui| {
            ui.set_max_width(220.0);
            super::form::field_of(ui, filter_id.with("field"), &hint, &mut filter, Some(&hint));
        });
        let tallies = &view.plan.tallies;
        let values = [
            ("named", tallies.named.into()),
            ("people", tallies.people.into()),
        ];
        widgets::dim(ui, words.tf("participants-tally", values));
        widgets::at_right(ui, |ui| {
            if view.can_change() && ui.button(words.t("participants-add")).clicked() {
                out.act(Action::AddParticipant);
            }
        });
    });
    ui.data_mut(|data| data.insert_temp(filter_id, filter.clone()));
    let lang = view.lang();
    let wanted = filter.trim().to_lowercase();
    let people: Vec<_> = by_precedence(view.event)
        .into_iter()
        .filter(|person| wanted.is_empty() || said_of(view, person, &lang).contains(&wanted))
        .collect();
    if people.is_empty() {
        widgets::empty(
            ui,
            &words.t("find-nothing"),
            &words.t("participants-filter-next"),
            None,
        );
        return;
    }
    let order: Vec<_> = people.iter().map(|person| person.id.into()).collect();
    select_by_keys(ui, view, &order, out);
    let reveal = view.selection.participant.filter(|_| view.reveal);
    let reveal = reveal.and_then(|id| people.iter().position(|person| person.id == id));
    let heights = vec![48.0; people.len()];
    widgets::rows(ui, "participants", &heights, reveal, |ui, index, rect| {
        person_row(ui, view, &people[index], rect, out);
    });
}

/// Everything that a filter looks for letters in.
fn said_of(view: &View, person: &Participant, lang: &Lang) -> String {
    let shown = Person::of_participant(view.event, person, lang);
    let names: Vec<_> = person
        .name
        .iter()
        .map(|(lang, name)| name.formal(lang))
        .collect();
    format!("{} {} {}", names.join(" "), shown.post, shown.organisation).to_lowercase()
}

/// Arrows move the selection through a list when no text is being typed.
pub(super) fn select_by_keys(ui: &Ui, view: &View, order: &[crate::model::ItemId], out: &mut Out) {
    use egui::{Key, Modifiers};
    if ui.ctx().text_edit_focused() || view.question.is_some() || egui::Popup::is_any_open(ui.ctx())
    {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
    if !down && !up {
        return;
    }
    let at = view
        .selected()
        .and_then(|id| order.iter().position(|other| *other == id));
    let to = match at {
        Some(at) if down => at + 1,
        Some(at) => at.saturating_sub(1),
        None => 0,
    };
    if let Some(id) = order.get(to) {
        out.send(Command::Select(*id));
    }
}

fn person_row(ui: &Ui, view: &View, person: &Participant, rect: egui::Rect, out: &mut Out) {
    let words = view.words;
    let lang = view.lang();
    let c = colours(ui);
    let shown = Person::of_participant(view.event, person, &lang);
    let name = words.item_name(view.event, person.id.into());
    let is_selected = view.selection.participant == Some(person.id);
    let id = Id::unique(("participant", person.id.uuid()));
    let row = widgets::row(ui, id, rect, is_selected, &name, &shown.post);
    if row.clicked() {
        out.send(Command::Select(person.id.into()));
    }
    let (first, second) = (rect.top() + 5.0, rect.top() + 25.0);
    let rank = person
        .precedence
        .map(|rank| rank.to_string())
        .unwrap_or_default();
    let at = pos2(rect.left() + 38.0, rect.top() + 15.0);
    ui.painter().text(
        at,
        Align2::RIGHT_CENTER,
        rank,
        tokens::font(size::SMALL),
        c.dim,
    );
    let left = rect.left() + 50.0;
    let middle = left + (rect.width() - 50.0) * 0.5;
    let right = rect.right() - 150.0;
    let font = if is_selected {
        tokens::bold_font(size::TEXT)
    } else {
        tokens::font(size::TEXT)
    };
    let end = widgets::line(
        ui,
        pos2(left, first),
        &name,
        font,
        c.ink,
        middle - left - 12.0,
    );
    let other = view
        .languages()
        .iter()
        .find(|other| other.primary() != lang.primary());
    let other = other
        .and_then(|other| Some(person.name.get(other)?.formal(other)))
        .filter(|other| *other != name)
        .unwrap_or_default();
    let at = pos2(end.right() + 8.0, first + 1.0);
    widgets::line(
        ui,
        at,
        &other,
        tokens::font(size::SMALL),
        c.dim,
        widgets::enough(middle - end.right() - 20.0),
    );
    widgets::line(
        ui,
        pos2(left, second),
        &words.post(&shown),
        tokens::font(size::SMALL),
        c.dim,
        middle - left - 12.0,
    );
    widgets::line(
        ui,
        pos2(middle, first),
        &shown.organisation,
        tokens::font(size::TEXT),
        c.ink,
        right - middle - 12.0,
    );
    let appears = view.plan.appearances(person.id).len();
    let appears = if appears == 0 {
        String::new()
    } else {
        words.tf("participants-appears", [("count", appears.into())])
    };
    let appears = widgets::line(
        ui,
        pos2(middle, second),
        &appears,
        tokens::font(size::SMALL),
        c.dim,
        right - middle - 12.0,
    );
    let attendance = words.attendance(person.attendance);
    let ink = if person.attendance == Attendance::Declined {
        c.amber
    } else {
        c.dim
    };
    widgets::line(
        ui,
        pos2(right, first),
        &attendance,
        tokens::font(size::SMALL),
        ink,
        134.0,
    );
    let subject = Subject::Item(person.id.into());
    if let Some(problem) = view.plan.problems_of(subject).next() {
        let gap = if appears.width() > 0.0 { 12.0 } else { 0.0 };
        let at = pos2(appears.right() + gap, second);
        let text = words.trouble(view.event, problem);
        let small = tokens::font(size::SMALL);
        widgets::line(ui, at, &text, small, c.amber, rect.right() - at.x - 16.0);
    }
}
