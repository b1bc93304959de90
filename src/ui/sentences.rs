//! Sentences in a list: on two lines at most, and whole where the pointer rests.

use std::sync::Arc;

use egui::{Galley, Id, Rect, Response, Sense, Ui, accesskit::Role, vec2};

use super::{
    tokens::{self, colours, size},
    widgets,
};

/// On how many lines a sentence stands at most.
const ROWS: usize = 2;

/// The room above and below a sentence, in points.
pub(super) const MARGIN: f32 = 4.0;

/// Lists that are longer give every sentence the room of two lines: measuring them would hold up a frame.
const MEASURED: usize = 1000;

/// Which sentences were measured, on what width and with which height of a line; and how high their rows are.
type Measured = ((Id, usize, u32, u32), Arc<Vec<f32>>);

fn laid_out(ui: &Ui, sentence: &str, width: f32) -> Arc<Galley> {
    let font = tokens::font(size::TEXT);
    widgets::cut_to(ui, sentence.to_owned(), font, colours(ui).ink, width, ROWS)
}

/// How high the row of each sentence is. `key` says which sentences they are: they are measured once.
pub(super) fn heights(
    ui: &Ui,
    key: Id,
    width: f32,
    count: usize,
    sentence: impl Fn(usize) -> String,
) -> Arc<Vec<f32>> {
    let row = laid_out(ui, "0", width).size().y;
    let of = (key, count, width.to_bits(), row.to_bits());
    let slot = Id::unique("heights of sentences");
    let known = ui.data(|data| data.get_temp::<Measured>(slot));
    if let Some((_, heights)) = known.filter(|(known, _)| *known == of) {
        return heights;
    }
    let height = |index| {
        let text = if count > MEASURED {
            ROWS as f32 * row
        } else {
            laid_out(ui, &sentence(index), width).size().y
        };
        text + 2.0 * MARGIN
    };
    let heights: Arc<Vec<f32>> = Arc::new((0..count).map(height).collect());
    let measured: Measured = (of, Arc::clone(&heights));
    ui.data_mut(|data| data.insert_temp(slot, measured));
    heights
}

/// Draws a sentence in its row.
pub(super) fn draw(ui: &Ui, row: Rect, sentence: &str, width: f32) {
    let galley = laid_out(ui, sentence, width);
    let at = row.min + vec2(0.0, MARGIN);
    ui.painter().galley(at, galley, colours(ui).ink);
}

/// A sentence in its row, which is read whole where the pointer rests, and by a screen reader.
pub(super) fn show(ui: &Ui, id: Id, row: Rect, sentence: &str, width: f32) -> Response {
    draw(ui, row, sentence, width);
    let response = ui.interact(row, id, Sense::hover());
    widgets::named(&response, Role::Label, sentence);
    response.on_hover_text(widgets::said(sentence, tokens::font(size::TEXT)))
}
