//! A block that is being pulled: what becomes of the day, and what is said beside the pointer.

use egui::{Area, Frame, Id, Margin, Order, Pos2, Rect, Shape, Stroke, Ui, vec2};

use super::{Shown, canvas::Canvas};
use crate::{
    model::{Clock, SessionId},
    plan::lanes::{self, Block, Foreseen, Grip, pulled},
    ui::{
        tokens::{self, colours, size},
        widgets,
    },
};

/// To how many seconds a block goes, and to how many with Alt.
const STEPS: [i64; 2] = [300, 60];

/// Where a block is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hold {
    Whole,
    Start,
    End,
}

/// A block that is being pulled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held {
    pub session: SessionId,
    hold: Hold,
    /// How far the pointer was from the moment that is pulled, in seconds.
    beside: i64,
}

impl Held {
    /// A block that is pulled from there.
    pub(super) fn new(canvas: &Canvas, block: &Block, hold: Hold, from: Pos2) -> Self {
        let moment = match hold {
            Hold::Whole | Hold::Start => block.start,
            Hold::End => block.end,
        };
        Self {
            session: block.session,
            hold,
            beside: canvas.seconds(from.y) - moment,
        }
    }

    /// Where a block of this size on the screen is held.
    pub(super) fn hold_at(rect: Rect, at: Pos2) -> Hold {
        // A small block is rather moved than made longer.
        let edge = (rect.height() * 0.3).min(6.0);
        if at.y > rect.bottom() - edge {
            Hold::End
        } else if at.y < rect.top() + edge && rect.height() > 14.0 {
            Hold::Start
        } else {
            Hold::Whole
        }
    }

    /// What becomes of the event if it is let go at the pointer.
    pub(super) fn foresee(&self, ui: &Ui, canvas: &Canvas) -> Option<Foreseen> {
        // Nothing is let go in a lane that is not in sight.
        let body = canvas.body.shrink(1.0);
        let at = body.clamp(ui.ctx().pointer_latest_pos()?);
        let step = STEPS[usize::from(ui.input(|input| input.modifiers.alt))];
        let grip = match self.hold {
            Hold::Whole => Grip::Whole(canvas.rooms.get(canvas.lane_at(at.x)).copied()?),
            Hold::Start => Grip::Start,
            Hold::End => Grip::End,
        };
        let to = (canvas.seconds(at.y) - self.beside).max(0);
        let (event, plan) = (canvas.view.event, canvas.view.plan);
        pulled(event, plan, self.session, grip, to, step)
    }

    /// Where the block was, and its new hours beside the pointer.
    pub(super) fn show(&self, ui: &Ui, canvas: &Canvas, shown: &Shown) {
        let view = canvas.view;
        let (Some(old), Some(new)) = (
            view.plan.timed(self.session),
            shown.timed(view, self.session),
        ) else {
            return;
        };
        let (Some(was), Some(session)) = (
            view.event.sessions.get(self.session),
            shown.event.sessions.get(self.session),
        ) else {
            return;
        };
        if let Some(lane) = canvas.rooms.iter().position(|room| *room == was.room) {
            let block = Block {
                session: self.session,
                start: lanes::seconds(canvas.date, old.start),
                end: lanes::seconds(canvas.date, old.end),
                column: 0,
                columns: 1,
            };
            ghost(ui, canvas.block(lane, &block));
        }
        let words = view.words;
        let times = words.time_range(new.start.time(), new.end.time(), Clock::Hours24);
        let length = words.duration(new.length());
        let mut lines = vec![length];
        if was.room != session.room {
            let room = session.room.and_then(|room| view.event.rooms.get(room));
            lines.push(room.map_or_else(
                || words.t("room-none"),
                |room| room.name.shown(&view.lang()).to_owned(),
            ));
        }
        let others = others(canvas, shown, self.session);
        if others > 0 {
            lines.push(words.tf("day-others", [("count", others.into())]));
        }
        beside_pointer(ui, &times, &lines);
    }
}

/// How many other sessions get other hours.
fn others(canvas: &Canvas, shown: &Shown, held: SessionId) -> usize {
    let hours = |timed: &crate::plan::Timed| (timed.start, timed.end);
    let day = canvas
        .view
        .plan
        .days
        .iter()
        .find(|day| day.date == canvas.date);
    let sessions = day.map_or(&[][..], |day| &day.sessions);
    let changes = |id: &&SessionId| {
        **id != held
            && shown.timed(canvas.view, **id).map(hours) != canvas.view.plan.timed(**id).map(hours)
    };
    sessions.iter().filter(changes).count()
}

/// Scrolls to the rooms beside those that are seen, while a block is held near the edge.
pub(super) fn scroll_sideways(ui: &Ui, body: Rect) {
    const EDGE: f32 = 24.0;
    const STEP: f32 = 8.0;
    let Some(at) = ui.ctx().pointer_latest_pos() else {
        return;
    };
    let by = if at.x > body.right() - EDGE {
        -STEP
    } else if at.x < body.left() + EDGE {
        STEP
    } else {
        return;
    };
    ui.scroll_with_delta_animation(vec2(by, 0.0), egui::style::ScrollAnimation::none());
    ui.ctx().request_repaint();
}

fn ghost(ui: &Ui, rect: Rect) {
    let stroke = Stroke::new(1.0, colours(ui).dim);
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    ui.painter()
        .extend(Shape::dashed_line(&corners, stroke, 3.0, 3.0));
}

fn beside_pointer(ui: &Ui, times: &str, lines: &[String]) {
    let Some(at) = ui.ctx().pointer_latest_pos() else {
        return;
    };
    let c = colours(ui);
    Area::new(Id::unique("hours of what is pulled"))
        .order(Order::Tooltip)
        .fixed_pos(at + vec2(16.0, 12.0))
        .interactable(false)
        .fade_in(false)
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(c.sheet)
                .stroke(Stroke::new(1.0, c.line))
                .shadow(ui.visuals().popup_shadow)
                .corner_radius(tokens::CORNER)
                .inner_margin(Margin::symmetric(10, 6))
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
                    ui.label(widgets::said(times, tokens::bold_font(size::TEXT)));
                    for line in lines {
                        widgets::dim(ui, line);
                    }
                });
        });
}
