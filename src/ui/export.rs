//! What is made for other programs: what at the left, how at the right, and one button that does it.

use egui::{FocusDirection, Id, Key, Modifiers, RadioButton, Response, Ui};

use super::{
    Answer, Command, Out, View,
    combo::choice_of,
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{
    exchange::{Format, Wanted, Whose},
    model::ItemId,
};

/// How wide the list is, and the options beside it, in points.
const LIST: f32 = 330.0;
const OPTIONS: f32 = 300.0;

/// What is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    File(Format),
    /// The folder of the cleared photos.
    Photos,
}

/// What is chosen so far.
#[derive(Clone, Copy, Debug)]
struct Choice {
    what: What,
    whose: Whose,
    staff: bool,
    keep_location: bool,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            what: What::File(Format::ALL[0]),
            whose: Whose::Everybody,
            staff: false,
            keep_location: false,
        }
    }
}

/// Asks what is to be made.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    ui.set_width(LIST + space::L + OPTIONS);
    widgets::heading(ui, words.t("export-title"));
    ui.add_space(space::M);
    let id = Id::unique("export");
    let mut choice: Choice = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let is_open = egui::Popup::is_any_open(ui.ctx());
    let cancel_id = Id::unique("export cancel");
    let is_leaving = ui.data(|data| data.get_temp(cancel_id)).unwrap_or(false);
    // Wherever the keyboard is in the list, Enter is the button.
    let is_entered = !is_open
        && !is_leaving
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let list = ui
            .vertical(|ui| formats(ui, view, &mut choice))
            .response
            .rect;
        let line = egui::Stroke::new(1.0, colours(ui).line);
        let x = list.right() + space::L / 2.0;
        ui.painter().vline(x, list.y_range(), line);
        ui.vertical(|ui| {
            ui.set_width(OPTIONS);
            options(ui, view, &mut choice);
        });
    });
    ui.data_mut(|data| data.insert_temp(id, choice));
    ui.add_space(space::L);
    widgets::at_right_of_row(ui, |ui| {
        let is_clicked = widgets::primary(ui, &words.t("export-go")).clicked();
        if is_clicked || is_entered {
            out.send(match choice.what {
                What::File(format) => Command::Export(Wanted {
                    format,
                    whose: if has_calendars(format) {
                        choice.whose
                    } else {
                        Whose::Everybody
                    },
                    staff: choice.staff && has_staff(format),
                }),
                What::Photos => Command::Press(choice.keep_location),
            });
        }
        let cancel = ui.button(words.t("cancel"));
        let is_leaving = cancel.has_focus();
        ui.data_mut(|data| data.insert_temp(cancel_id, is_leaving));
        if cancel.clicked() {
            out.send(Command::Answer(Answer::Cancel));
        }
    });
}

fn formats(ui: &mut Ui, view: &View, choice: &mut Choice) {
    let words = view.words;
    ui.set_width(LIST);
    ui.spacing_mut().interact_size.y = 28.0;
    ui.spacing_mut().item_spacing.y = 0.0;
    let files = Format::ALL.map(|format| (What::File(format), words.t(format.name_key())));
    let photos = (What::Photos, words.t("press-photos"));
    let all: Vec<_> = files.into_iter().chain([photos]).collect();
    let mut rows = Vec::new();
    for (what, name) in &all {
        let text = widgets::said(name, tokens::font(size::TEXT));
        let radio = RadioButton::new(choice.what == *what, text);
        let row = ui.add(radio);
        if row.clicked() {
            choice.what = *what;
        }
        rows.push(row);
    }
    if ui.memory(|memory| memory.focused().is_none())
        && let Some(chosen) = all.iter().position(|(what, _)| *what == choice.what)
    {
        rows[chosen].request_focus();
    }
    let Some(here) = rows.iter().position(Response::has_focus) else {
        return;
    };
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let to = if pressed(Key::ArrowDown) {
        here + 1
    } else if pressed(Key::ArrowUp) {
        here.saturating_sub(1)
    } else {
        return;
    };
    let to = to.min(all.len() - 1);
    choice.what = all[to].0;
    rows[to].request_focus();
    // The toolkit would go on to something else in the direction of the arrow.
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
}

fn options(ui: &mut Ui, view: &View, choice: &mut Choice) {
    let words = view.words;
    match choice.what {
        What::Photos => {
            ui.checkbox(&mut choice.keep_location, words.t("press-location"));
        }
        What::File(format) => {
            if has_calendars(format) {
                let name = words.t("export-whose");
                ui.label(widgets::said(&name, tokens::font(size::TEXT)));
                let options = calendars(view);
                let id = Id::unique("export whose");
                if let Some(other) = choice_of(ui, id, &name, &choice.whose, &options) {
                    choice.whose = other;
                }
                ui.add_space(space::S);
            }
            if has_staff(format) {
                ui.checkbox(&mut choice.staff, words.t("export-staff"));
            } else {
                widgets::dim(ui, words.t("export-all-of-it"));
            }
        }
    }
}

/// Whether it can be for one room or person.
const fn has_calendars(format: Format) -> bool {
    match format {
        Format::Calendar => true,
        Format::ParticipantsXlsx
        | Format::ParticipantsOds
        | Format::ParticipantsCsv
        | Format::RundownXlsx
        | Format::RundownCsv
        | Format::ScheduleJson
        | Format::ScheduleXml => false,
    }
}

/// Whether it can be without what only the staff see; tables always have that.
const fn has_staff(format: Format) -> bool {
    match format {
        Format::Calendar | Format::ScheduleJson | Format::ScheduleXml => true,
        Format::ParticipantsXlsx
        | Format::ParticipantsOds
        | Format::ParticipantsCsv
        | Format::RundownXlsx
        | Format::RundownCsv => false,
    }
}

/// Forgets what was chosen, when nobody is asked.
pub(super) fn forget(ui: &Ui) {
    ui.data_mut(|data| data.remove::<Choice>(Id::unique("export")));
}

/// Everybody whose calendar there can be: the rooms, and those who appear in a session.
fn calendars(view: &View) -> Vec<(Whose, String)> {
    let words = view.words;
    let name = |id: ItemId| words.item_name(view.event, id);
    let rooms = view.event.rooms.iter();
    let people = view.event.participants.iter();
    let mut all = vec![(Whose::Everybody, words.t("export-everybody"))];
    all.extend(rooms.map(|room| (Whose::Room(room.id), name(room.id.into()))));
    all.extend(
        people
            .filter(|person| !view.plan.appearances(person.id).is_empty())
            .map(|person| (Whose::Participant(person.id), name(person.id.into()))),
    );
    all
}
