//! Signs to programs in what people typed (control characters, and those that turn the direction of reading) are seen in
//! the window, whichever panel shows them: in what is drawn, in what a screen reader says, and in the window's title.
//!
//! This is done in one place, with what a frame has put out, so that no panel can forget it.

use egui::{
    Context, FullOutput, Plugin, Shape, ViewportCommand,
    accesskit::{Node, Role, TreeUpdate},
    text::{ByteIndex, LayoutJob},
};

use crate::model::{is_sign, mark_of, shown, shown_on_a_line};

/// Shows signs in everything that a window puts out.
#[derive(Debug, Default)]
pub struct Signs;

impl Plugin for Signs {
    fn debug_name(&self) -> &'static str {
        "signs"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        for clipped in &mut output.shapes {
            draw(ctx, &mut clipped.shape);
        }
        if let Some(update) = &mut output.platform_output.accesskit_update {
            say(update);
        }
        for viewport in output.viewport_output.values_mut() {
            for command in &mut viewport.commands {
                if let ViewportCommand::Title(title) = command
                    && has_signs(title)
                {
                    *title = shown_on_a_line(title).into_owned();
                }
            }
        }
    }
}

/// Whether there is a sign in a text that is to be seen.
fn has_signs(text: &str) -> bool {
    matches!(shown(text), std::borrow::Cow::Owned(_))
}

fn draw(ctx: &Context, shape: &mut Shape) {
    match shape {
        Shape::Text(text) if has_signs(text.galley.text()) => {
            let job = with_marks(&text.galley.job);
            let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
            text.galley = galley;
        }
        Shape::Vec(shapes) => shapes.iter_mut().for_each(|shape| draw(ctx, shape)),
        Shape::Noop
        | Shape::Circle(_)
        | Shape::Ellipse(_)
        | Shape::LineSegment { .. }
        | Shape::Path(_)
        | Shape::Rect(_)
        | Shape::Band(_)
        | Shape::Text(_)
        | Shape::Mesh(_)
        | Shape::QuadraticBezier(_)
        | Shape::CubicBezier(_)
        | Shape::Callback(_) => {}
    }
}

/// The same text with its signs as marks, each in the font and colour of its place.
fn with_marks(job: &LayoutJob) -> LayoutJob {
    let mut marked = job.clone();
    marked.text = String::with_capacity(job.text.len() + 16);
    for (section, old) in marked.sections.iter_mut().zip(&job.sections) {
        let text = job
            .text
            .get(old.byte_range.start.0..old.byte_range.end.0)
            .unwrap_or_default();
        let start = marked.text.len();
        marked.text.push_str(&shown(text));
        section.byte_range = ByteIndex(start)..ByteIndex(marked.text.len());
    }
    marked
}

/// What a screen reader says.
fn say(update: &mut TreeUpdate) {
    for (_, node) in &mut update.nodes {
        if node.role() == Role::TextRun {
            run(node);
            continue;
        }
        if let Some(label) = node.label().filter(|label| has_signs(label)) {
            let label = shown(label).into_owned();
            node.set_label(label);
        }
        if let Some(value) = node.value().filter(|value| has_signs(value)) {
            let value = shown(value).into_owned();
            node.set_value(value);
        }
        if let Some(description) = node.description().filter(|text| has_signs(text)) {
            let description = shown(description).into_owned();
            node.set_description(description);
        }
        if let Some(tooltip) = node.tooltip().filter(|text| has_signs(text)) {
            let tooltip = shown(tooltip).into_owned();
            node.set_tooltip(tooltip);
        }
    }
}

/// A run of text in a field: how long each of its characters is, in bytes, stays right.
fn run(node: &mut Node) {
    let Some(value) = node.value().filter(|value| has_signs(value)) else {
        return;
    };
    let mut marked = String::new();
    let mut lengths = Vec::new();
    let mut at = 0;
    for length in node.character_lengths() {
        let end = at + usize::from(*length);
        let start = marked.len();
        for c in value.get(at..end).unwrap_or_default().chars() {
            if is_sign(c) && !matches!(c, '\n' | '\t') {
                marked.push_str(&mark_of(c));
            } else {
                marked.push(c);
            }
        }
        lengths.push(u8::try_from(marked.len() - start).unwrap_or(u8::MAX));
        at = end;
    }
    node.set_value(marked);
    node.set_character_lengths(lengths);
}
