//! Where things stand in the picture of a day, and what stands behind the blocks.

use egui::{Align2, Pos2, Rect, Sense, Stroke, Ui, Vec2, accesskit::Role, pos2, vec2};
use jiff::civil::Date;

use super::picture::Picture;
use crate::{
    model::{Clock, RoomId},
    plan::lanes::{self, Block, Lane},
    ui::{
        View, closing,
        tokens::{self, colours, size, space},
        widgets,
    },
};

/// How wide the hours at the left are, in points.
pub(super) const GUTTER: f32 = 52.0;

/// How high the names of the rooms are, in points.
pub(super) const HEAD: f32 = 30.0;

/// No lane is narrower, in points.
const NARROWEST: f32 = 132.0;

/// Between a block and the edge of its lane, in points.
const AIR: f32 = 4.0;

/// The scroll bar, in points.
const BAR: f32 = 8.0;

const HOUR: i64 = 3600;

/// The picture of one day, on the screen.
pub(super) struct Canvas<'a> {
    pub view: &'a View<'a>,
    pub date: Date,
    /// The rooms, from the left.
    pub rooms: Vec<Option<RoomId>>,
    /// Where midnight of the first lane is, as it is scrolled.
    pub origin: Pos2,
    /// What is visible of the lanes.
    pub body: Rect,
    scale: f32,
    /// How far the edges of the lanes are from the first.
    edges: Vec<f32>,
    hours: i64,
}

impl<'a> Canvas<'a> {
    /// The lanes of a day at so many points a minute.
    pub(super) fn new(
        view: &'a View<'a>,
        date: Date,
        picture: &Picture,
        scale: f32,
        body: Rect,
    ) -> Self {
        let end = picture.span.map_or(0, |(_, to)| to);
        let lanes = &picture.lanes;
        Self {
            view,
            date,
            rooms: lanes.iter().map(|lane| lane.room).collect(),
            origin: body.min,
            body,
            scale,
            edges: edges(lanes, body.width() - BAR),
            // Behind what goes past midnight there is room to go on.
            hours: (end / HOUR + 2).clamp(24, 24 * 8),
        }
    }

    /// How large it is as a whole.
    pub(super) fn size(&self) -> Vec2 {
        let width = self.edges.last().copied().unwrap_or_default();
        vec2(width, self.y(self.hours * HOUR) - self.origin.y)
    }

    /// Where a moment is, in seconds from midnight.
    pub(super) fn y(&self, seconds: i64) -> f32 {
        self.origin.y + seconds as f32 / 60.0 * self.scale
    }

    /// Which moment is there, in seconds from midnight.
    pub(super) fn seconds(&self, y: f32) -> i64 {
        ((y - self.origin.y) / self.scale * 60.0).round() as i64
    }

    /// Which lane is there; the nearest, beside them.
    pub(super) fn lane_at(&self, x: f32) -> usize {
        let x = x - self.origin.x;
        let lane = self.edges.iter().skip(1).take_while(|edge| **edge <= x);
        lane.count().min(self.rooms.len().saturating_sub(1))
    }

    /// Where a lane is.
    pub(super) fn lane(&self, lane: usize) -> Rect {
        let edge = |lane: usize| {
            let edge = self.edges.get(lane).or(self.edges.last());
            self.origin.x + edge.copied().unwrap_or_default()
        };
        Rect::from_x_y_ranges(edge(lane)..=edge(lane + 1), self.body.y_range())
    }

    /// The first and the last moment that can be in sight: a block is at least so high, and a little above and below.
    pub(super) fn moments_in_sight(&self) -> [i64; 2] {
        const MORE: f32 = 40.0;
        [self.body.top() - MORE, self.body.bottom() + MORE].map(|y| self.seconds(y))
    }

    /// Where a block of a lane is.
    pub(super) fn block(&self, lane: usize, block: &Block) -> Rect {
        let lane = self.lane(lane).shrink2(vec2(AIR, 0.0));
        let column = lane.width() / block.columns.max(1) as f32;
        let left = lane.left() + column * block.column as f32;
        let right = left + column
            - if block.column + 1 < block.columns {
                2.0
            } else {
                0.0
            };
        let top = self.y(block.start).round() + 0.5;
        let bottom = (self.y(block.end).round() - 0.5).max(top + 3.0);
        Rect::from_x_y_ranges(left.round()..=right.round(), top..=bottom)
    }

    /// The hours as lines, and the lanes.
    pub(super) fn ground(&self, ui: &Ui) {
        let c = colours(ui);
        let right = self.origin.x + self.size().x;
        for (seconds, is_hour) in self.marks(30) {
            let ink = if is_hour {
                c.line
            } else {
                c.line.gamma_multiply(0.45)
            };
            let y = self.y(seconds).round();
            let stroke = Stroke::new(1.0, ink);
            ui.painter().hline(self.body.left()..=right, y, stroke);
        }
        for lane in 1..self.rooms.len() {
            let x = self.lane(lane).left().round();
            let stroke = Stroke::new(1.0, c.line);
            ui.painter().vline(x, self.body.y_range(), stroke);
        }
    }

    /// How long a room is empty between two sessions, where there is room to say it.
    pub(super) fn gaps(&self, ui: &Ui, lanes: &[Lane]) {
        let c = colours(ui);
        for (place, lane) in lanes.iter().enumerate() {
            let [first, last] = self.moments_in_sight();
            let from = lane.gaps.partition_point(|(_, to)| *to < first);
            for &(from, to) in lane.gaps.iter().skip(from) {
                if from > last {
                    break;
                }
                let (top, bottom) = (self.y(from), self.y(to));
                let x = self.lane(place).center().x;
                let at = pos2(x, f32::midpoint(top, bottom));
                if bottom - top < 11.0 || !self.body.expand(40.0).contains(at) {
                    continue;
                }
                let length = self
                    .view
                    .words
                    .duration(jiff::SignedDuration::from_secs(to - from));
                let text = self.view.words.tf("day-gap", [("length", length.into())]);
                let font = tokens::font_for(&text, tokens::font(size::SMALL));
                let painter = ui.painter();
                let said = painter.text(at, Align2::CENTER_CENTER, text, font, c.dim);
                for (from, to) in [(top + 3.0, said.top()), (said.bottom(), bottom - 3.0)] {
                    if to - from > 6.0 {
                        let path = [pos2(x, from), pos2(x, to)];
                        let stroke = Stroke::new(1.0, c.line);
                        painter.extend(egui::Shape::dashed_line(&path, stroke, 2.0, 3.0));
                    }
                }
            }
        }
    }

    /// By when the venue must be left.
    pub(super) fn closing(&self, ui: &Ui) {
        let Some(closes) = self.view.event.details.closing.of(self.date) else {
            return;
        };
        let y = self.y(lanes::seconds(self.date, closes)).round();
        if self.body.y_range().contains(y) {
            let said = closing::sentence(self.view.words, self.date, closes);
            closing::told_line(ui, self.body, y, &said);
        }
    }

    /// Where the day is by now.
    pub(super) fn now(&self, ui: &Ui) {
        let Some(y) = self.now_at() else { return };
        let c = colours(ui);
        let right = self.origin.x + self.size().x;
        // What it crosses can still be read.
        let stroke = Stroke::new(1.5, c.accent.gamma_multiply(0.65));
        ui.painter().hline(self.body.left()..=right, y, stroke);
    }

    fn now_at(&self) -> Option<f32> {
        let seconds = lanes::seconds(self.date, self.view.now?);
        let is_here = (0..=self.hours * HOUR).contains(&seconds);
        is_here.then(|| self.y(seconds).round())
    }

    /// The names of the rooms, above their lanes.
    pub(super) fn head(&self, ui: &Ui, all: Rect) {
        let c = colours(ui);
        let room = all.with_max_y(self.body.top()).with_min_x(self.body.left());
        let painter = ui.painter().with_clip_rect(room.intersect(ui.clip_rect()));
        let lang = self.view.lang();
        for (place, id) in self.rooms.iter().enumerate() {
            let lane = self.lane(place);
            let known = id.and_then(|id| self.view.event.rooms.get(id));
            let name = match known {
                Some(room) => room.name.shown(&lang).to_owned(),
                None if self.view.event.rooms.is_empty() => continue,
                None => self.view.words.t("room-none"),
            };
            let rect = Rect::from_x_y_ranges(lane.x_range(), room.y_range());
            if !rect.intersects(room) {
                continue;
            }
            let id = egui::Id::unique(("lane", place));
            let response = ui.interact(rect.intersect(room), id, Sense::hover());
            widgets::named(&response, Role::ColumnHeader, &name);
            let font = tokens::bold_font(size::SMALL);
            let font = tokens::font_for(&name, font);
            let shown: String = name.chars().take(120).collect();
            let mut job = egui::text::LayoutJob::simple_singleline(shown, font, c.ink);
            let width = lane.width() - 2.0 * space::S;
            job.wrap = egui::text::TextWrapping::truncate_at_width(width);
            let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job));
            if galley.elided {
                response.on_hover_text(widgets::said(name, tokens::font(size::SMALL)));
            }
            let at = rect.left_center() + vec2(space::S, -galley.size().y / 2.0);
            painter.galley(at, galley, c.ink);
        }
        let painter = ui.painter();
        let y = self.body.top() - 0.5;
        painter.hline(all.x_range(), y, Stroke::new(1.0, c.line));
    }

    /// The hours, beside the lanes.
    pub(super) fn hours(&self, ui: &Ui, all: Rect) {
        let c = colours(ui);
        let room = all.with_max_x(self.body.left()).with_min_y(self.body.top());
        let painter = ui.painter().with_clip_rect(room.intersect(ui.clip_rect()));
        painter.vline(room.right() - 0.5, room.y_range(), Stroke::new(1.0, c.line));
        let now = self.now_at();
        for (seconds, is_hour) in self.marks(15) {
            let y = self.y(seconds).round();
            let is_taken = now.is_some_and(|now| (now - y).abs() < 15.0);
            let Some(moment) = lanes::moment(self.date, seconds).filter(|_| !is_taken) else {
                continue;
            };
            let text = self.view.words.time(moment.time(), Clock::Hours24);
            let ink = if is_hour { c.ink } else { c.dim };
            let at = pos2(room.right() - space::S, y);
            let font = tokens::font(size::SMALL);
            painter.text(at, Align2::RIGHT_CENTER, text, font, ink);
        }
        let Some((y, now)) = now.zip(self.view.now) else {
            return;
        };
        let text = self.view.words.time(now.time(), Clock::Hours24);
        let font = tokens::bold_font(size::SMALL);
        let at = pos2(room.right() - space::S, y);
        let galley = painter.layout_no_wrap(text, font, c.on_accent);
        let rect = Align2::RIGHT_CENTER.anchor_size(at, galley.size());
        painter.rect_filled(rect.expand2(vec2(4.0, 0.0)), 3, c.accent);
        painter.galley(rect.min, galley, c.on_accent);
        let said = self.view.words.t("day-now");
        let id = egui::Id::unique("now");
        let response = ui.interact(rect.intersect(room), id, Sense::hover());
        widgets::named(&response, Role::Label, &said);
        response.on_hover_text(said);
    }

    /// The visible marks of the hours and of their parts of at least so many minutes, and which of them are hours.
    fn marks(&self, least: i64) -> impl Iterator<Item = (i64, bool)> {
        const APART: f32 = 26.0;
        let parts = [5, 10, 15, 30, 60, 120, 180, 240];
        let part = parts
            .into_iter()
            .find(|minutes| *minutes >= least.min(60) && *minutes as f32 * self.scale >= APART);
        let step = part.unwrap_or(360) * 60;
        let from = self.seconds(self.body.top()).max(0) / step;
        let to = self.seconds(self.body.bottom()).min(self.hours * HOUR) / step + 1;
        (from..=to).map(move |mark| (mark * step, mark * step % HOUR == 0))
    }
}

/// Where the lanes begin and end: a room in which much happens is twice as wide as one in which little does.
fn edges(lanes: &[Lane], width: f32) -> Vec<f32> {
    let counts = lanes.iter().map(|lane| lane.blocks.len());
    let most = counts.clone().max().unwrap_or_default();
    let weights: Vec<f32> = counts
        .map(|count| if count * 2 > most { 2.0 } else { 1.0 })
        .collect();
    let share = width / weights.iter().sum::<f32>().max(1.0);
    let mut edge = 0.0;
    let ends = weights.iter().map(|weight| {
        edge += (weight * share).max(NARROWEST).floor();
        edge
    });
    std::iter::once(0.0).chain(ends).collect()
}
