//! What an import would do, before it is done.

use egui::{Align, Grid, Id, Layout, ScrollArea, Ui, vec2};

use super::{
    Answer, Command, ImportCommand, Importing, Out, View,
    combo::choice_of,
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{
    exchange::{
        Counts, Fate, Line, NewDay, column_letters,
        table::{Layout as Table, Subject},
    },
    model::{Deed, ItemKind, Text},
    words::Words,
};

/// What is shown of a proposal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    /// What would change.
    #[default]
    Lines,
    /// What was not understood.
    Notes,
}

/// Shows what the import of a file would do.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let Some(import) = view.import else { return };
    let words = view.words;
    let room = ui.ctx().content_rect().size();
    let width = (room.x - 120.0).clamp(480.0, 1080.0);
    let height = (room.y - 280.0).clamp(160.0, 520.0);
    ui.set_width(width);
    widgets::heading(
        ui,
        words.tf("import-title", [("file", words.quoted(import.file).into())]),
    );
    if let Some(table) = import.layout {
        ui.horizontal(|ui| {
            sheets(ui, words, table, &import, out);
            let options = Subject::ALL.map(|subject| (subject, words.t(subject.name_key())));
            let name = words.t("import-about");
            if let Some(subject) = widgets::segmented(ui, &name, table.subject, &options) {
                out.send(Command::Import(ImportCommand::About(subject)));
            }
        });
    }
    ui.add_space(space::S);
    ui.horizontal_top(|ui| {
        let gap = space::XL;
        let columns = if import.layout.is_some() {
            (width * 0.42).floor()
        } else {
            0.0
        };
        if let Some(table) = import.layout {
            ui.allocate_ui_with_layout(vec2(columns, height), Layout::top_down(Align::Min), |ui| {
                ui.set_min_size(vec2(columns, height));
                mapping(ui, words, table, &import, out);
            });
            ui.add_space(gap);
        }
        let rest = vec2(width - columns - gap - space::S, height);
        ui.allocate_ui_with_layout(rest, Layout::top_down(Align::Min), |ui| {
            ui.set_min_size(rest);
            outcome(ui, words, &import, out);
        });
    });
    ui.add_space(space::M);
    foot(ui, view, &import, out);
}

/// Which sheet of a workbook is imported, where there are several.
fn sheets(ui: &mut Ui, words: Words, table: &Table, import: &Importing<'_>, out: &mut Out) {
    if import.sheets.len() < 2 {
        return;
    }
    let sheets = import.sheets.iter().enumerate();
    let options: Vec<_> = sheets.map(|(at, name)| (at, name.clone())).collect();
    let name = words.t("import-sheet");
    ui.label(widgets::said(&name, tokens::font(size::TEXT)));
    ui.scope(|ui| {
        ui.set_max_width(220.0);
        let id = Id::unique("import sheet");
        if let Some(sheet) = choice_of(ui, id, &name, &table.sheet, &options) {
            out.send(Command::Import(ImportCommand::Sheet(sheet)));
        }
    });
    ui.add_space(space::M);
}

/// What each column holds, to be put right by hand.
fn mapping(ui: &mut Ui, words: Words, table: &Table, import: &Importing<'_>, out: &mut Out) {
    ui.label(widgets::said(
        words.t("import-columns"),
        tokens::bold_font(size::TEXT),
    ));
    let mut options = vec![(None, words.t("import-nothing"))];
    options.extend(
        import
            .targets
            .iter()
            .map(|target| (Some(target.clone()), target.name(words))),
    );
    let room = ui.available_width();
    ScrollArea::vertical()
        .id_salt("columns of import")
        .auto_shrink(false)
        .show(ui, |ui| {
            Grid::new("columns of import")
                .num_columns(2)
                .spacing(vec2(space::M, space::S))
                .show(ui, |ui| {
                    for (at, column) in table.columns.iter().enumerate() {
                        if column.heading.is_empty() && column.sample.is_empty() {
                            continue;
                        }
                        let letters = column_letters(at as u32 + 1);
                        let heading = match column.heading.as_str() {
                            "" => words.tf("spot-column", [("column", letters.into())]),
                            heading => heading.to_owned(),
                        };
                        ui.allocate_ui_with_layout(
                            vec2(room * 0.5 - space::XL, 34.0),
                            Layout::top_down(Align::Min),
                            |ui| {
                                ui.set_width(room * 0.5 - space::XL);
                                let font = tokens::font(size::TEXT);
                                ui.add(egui::Label::new(widgets::said(&heading, font)).truncate());
                                let font = tokens::font(size::SMALL);
                                let sample =
                                    widgets::said(&column.sample, font).color(colours(ui).dim);
                                ui.add(egui::Label::new(sample).truncate());
                            },
                        );
                        ui.allocate_ui(vec2(room * 0.5 - space::M, 28.0), |ui| {
                            ui.set_width(room * 0.5 - space::M);
                            let id = Id::unique("import column").with(at);
                            let name = words.tf("import-column", [("heading", heading.into())]);
                            if let Some(target) = choice_of(ui, id, &name, &column.target, &options)
                            {
                                out.send(Command::Import(ImportCommand::Map(at, target)));
                            }
                        });
                        ui.end_row();
                    }
                });
        });
}

/// What would change, and what was not understood.
fn outcome(ui: &mut Ui, words: Words, import: &Importing<'_>, out: &mut Out) {
    let proposal = import.proposal;
    let id = Id::unique("import shown");
    let mut shown: Shown = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let counted = |key: &str, count: usize| words.tf(key, [("count", count.into())]);
    let options = [
        (Shown::Lines, counted("import-lines", proposal.changes())),
        (Shown::Notes, counted("import-notes", proposal.notes.len())),
    ];
    ui.horizontal(|ui| {
        if let Some(other) = widgets::segmented(ui, &words.t("import-shown"), shown, &options) {
            shown = other;
            ui.data_mut(|data| data.insert_temp(id, shown));
        }
        if import.is_working {
            ui.spinner();
        }
    });
    for kind in ItemKind::for_people() {
        let counts = proposal.counts(kind);
        if kind == proposal.kind || counts != Counts::default() {
            widgets::dim(ui, proposal.summary(kind, words));
        }
    }
    if let Some(days) = proposal.summary_of_days(words) {
        widgets::dim(ui, days);
    }
    ui.add_space(space::XS);
    // Notes wrap; the lines are one row each, so that a table of 100,000 costs no more than what is seen.
    let area = ScrollArea::vertical()
        .id_salt(("import", shown == Shown::Notes))
        .auto_shrink(false);
    match shown {
        Shown::Lines => {
            let days = proposal.days.len();
            let mut height = ui.text_style_height(&egui::TextStyle::Body) + space::XS;
            if days > 0 {
                height = height.max(ui.spacing().interact_size.y);
            }
            area.show_rows(ui, height, days + proposal.lines.len(), |ui, rows| {
                for at in rows {
                    if let Some(day) = proposal.days.get(at) {
                        one_day(ui, words, day, out);
                    } else if let Some(line) = proposal.lines.get(at - days) {
                        if days == 0 {
                            one_line(ui, words, line);
                            continue;
                        }
                        // As high as the days above: where a row stands follows from that.
                        ui.horizontal(|ui| {
                            ui.set_min_height(height);
                            one_line(ui, words, line);
                        });
                    }
                }
            });
        }
        Shown::Notes => {
            area.show(ui, |ui| {
                if proposal.notes.is_empty() {
                    widgets::dim(ui, words.t("import-all-understood"));
                }
                for note in &proposal.notes {
                    ui.label(widgets::said(
                        note.sentence(words),
                        tokens::font(size::TEXT),
                    ));
                    ui.add_space(space::XS);
                }
            });
        }
    }
}

/// A day that the event does not have, to be ticked off where the file is wrong.
fn one_day(ui: &mut Ui, words: Words, day: &NewDay, out: &mut Out) {
    let mut is_taken = day.is_taken;
    ui.checkbox(&mut is_taken, day.sentence(words))
        .on_hover_text(words.t("import-day-hint"));
    if is_taken != day.is_taken {
        out.send(Command::Import(ImportCommand::Day(day.date, is_taken)));
    }
}

fn one_line(ui: &mut Ui, words: Words, line: &Line) {
    let c = colours(ui);
    let ink = match line.fate {
        Fate::Add | Fate::Change(_) => c.ink,
        Fate::Leave => c.dim,
        Fate::Remove => c.alarm,
    };
    let sentence = line.sentence(words);
    let text = widgets::said(&sentence, tokens::font(size::TEXT)).color(ink);
    ui.add(egui::Label::new(text).truncate())
        .on_hover_text(sentence);
}

fn foot(ui: &mut Ui, view: &View, import: &Importing<'_>, out: &mut Out) {
    let words = view.words;
    let mut removal = import.removal;
    let kind = match import.proposal.kind {
        ItemKind::Session => "import-remove-sessions",
        _ => "import-remove-people",
    };
    ui.checkbox(&mut removal.absent, words.t(kind));
    // Only in a table is there a cell for what somebody left empty.
    if import.layout.is_some() {
        ui.checkbox(&mut removal.cleared, words.t("import-clear-empty"));
    }
    if removal != import.removal {
        out.send(Command::Import(ImportCommand::Removal(removal)));
    }
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        let does_something = import.proposal.does_something();
        let name = if does_something {
            words.deed(&Deed::Batch(import.proposal.batch_name(), Text::default()))
        } else {
            words.t("import-nothing-to-do")
        };
        let go = ui
            .add_enabled_ui(does_something && !import.is_working, |ui| {
                widgets::primary(ui, &name)
            })
            .inner;
        if go.clicked() {
            out.send(Command::Import(ImportCommand::Import));
        }
        let cancel = ui.button(words.t("cancel"));
        if cancel.clicked() {
            out.send(Command::Answer(Answer::Cancel));
        }
        if ui.memory(|memory| memory.focused().is_none()) {
            if does_something {
                go.request_focus();
            } else {
                cancel.request_focus();
            }
        }
    });
}
