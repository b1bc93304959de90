//! The run-of-show as a picture of a day: hours downwards, rooms as lanes, sessions as blocks that can be pulled.

mod block;
mod canvas;
mod hold;
mod keys;
mod picture;
mod text;

use egui::{Button, ComboBox, DragAndDrop, Id, Rect, ScrollArea, Ui, UiBuilder, vec2};
use jiff::civil::Date;

use super::{Action, Command, Out, ShowAs, View, photo_drag, run_of_show, widgets};
use crate::{
    model::{Event, FieldId, SessionId},
    plan::{
        Day, Timed,
        lanes::{self, Foreseen, Lane},
    },
};

use self::{
    canvas::{Canvas, GUTTER, HEAD},
    hold::Held,
    picture::Picture,
};

pub(super) use keys::keys;

/// Up to so many days stand beside each other; more are a list with arrows.
const DAYS_ABREAST: usize = 3;

/// Points a minute: the least and the most, and what a person can read at first.
const SCALES: [f32; 2] = [0.3, 16.0];
const READABLE: f32 = 2.2;

/// How much nearer one step of a key or a button goes.
const NEARER: f32 = 1.25;

/// What is remembered of the picture from frame to frame.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    /// Which day; none is that of the selected session, else the first.
    day: Option<Date>,
    /// Points a minute; none before it was shown for the first time.
    scale: Option<f32>,
    /// What keys and buttons ask: to go so much nearer.
    nearer: Option<f32>,
    /// What a button asks: to show the whole day.
    fit: bool,
    /// How far it is scrolled down, in points.
    offset: f32,
    /// The day that was shown last: another begins with its first session.
    shown: Option<Date>,
}

impl State {
    fn id() -> Id {
        Id::unique("picture of a day")
    }

    fn of(ui: &Ui) -> Self {
        ui.data(|data| data.get_temp(Self::id()).unwrap_or_default())
    }

    fn keep(self, ui: &Ui) {
        ui.data_mut(|data| data.insert_temp(Self::id(), self));
    }
}

/// The switch between the table and the picture of a day.
pub(super) fn switch(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let choices = ShowAs::ALL.map(|one| (one, words.t(one.key())));
    let name = words.t("show-as");
    if let Some(show_as) = widgets::segmented(ui, &name, view.show_as, &choices) {
        out.send(Command::ShowAs(show_as));
    }
}

/// Shows the place as a picture.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let mut state = State::of(ui);
    let day = day_of(view, &mut state);
    tools(ui, view, day, &mut state, out);
    let words = view.words;
    match day {
        Some(day) if !view.event.sessions.is_empty() => picture(ui, view, day, &mut state, out),
        _ => {
            if widgets::empty(
                ui,
                &words.t("sessions-empty"),
                &words.t("sessions-empty-next"),
                view.can_change().then_some(&*words.t("sessions-add-first")),
            ) {
                out.act(Action::AddSession);
            }
        }
    }
    state.keep(ui);
}

/// The day that is shown: the one that was chosen, but the selected session's when that has just been selected.
fn day_of<'a>(view: &View<'a>, state: &mut State) -> Option<&'a Day> {
    let days = &view.plan.days;
    let selected = view.selected_session().map(|session| session.day);
    if view.reveal || state.day.is_none() {
        state.day = selected.or(state.day);
    }
    let is_chosen = |day: &&Day| Some(day.date) == state.day;
    days.iter().find(is_chosen).or_else(|| days.first())
}

fn tools(ui: &mut Ui, view: &View, day: Option<&Day>, state: &mut State, out: &mut Out) {
    let words = view.words;
    widgets::toolbar(ui, |ui| {
        switch(ui, view, out);
        if let Some(shown) = day {
            days(ui, view, shown.date, state);
            // What is added goes to the day that is shown, and the form is that of something there.
            let turned = view
                .plan
                .days
                .iter()
                .find(|day| Some(day.date) == state.day && day.date != shown.date);
            if let Some(first) = turned.and_then(|day| day.sessions.first()) {
                out.send(Command::Select((*first).into()));
            }
        }
        widgets::at_right(ui, |ui| {
            run_of_show::add_menu(ui, view, out);
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.add_space(super::tokens::space::S);
            let square = |sign: &str| Button::new(sign.to_owned()).min_size(vec2(28.0, 28.0));
            let nearer = ui
                .add(square("+"))
                .accessible_name(words.t("day-nearer"))
                .on_hover_text(words.t("day-nearer"));
            if nearer.clicked() {
                state.nearer = Some(NEARER);
            }
            let farther = ui
                .add(square("−"))
                .accessible_name(words.t("day-farther"))
                .on_hover_text(words.t("day-farther"));
            if farther.clicked() {
                state.nearer = Some(1.0 / NEARER);
            }
            if ui.button(words.t("day-fit")).clicked() {
                state.fit = true;
            }
        });
    });
}

/// Which day is shown, where there are several.
fn days(ui: &mut Ui, view: &View, date: Date, state: &mut State) {
    let words = view.words;
    let all = &view.plan.days;
    if all.len() < 2 {
        return;
    }
    let named = |day: &Day| (day.date, words.short_date(day.date));
    if all.len() <= DAYS_ABREAST {
        let choices: Vec<_> = all.iter().map(named).collect();
        if let Some(day) = widgets::segmented(ui, &words.label(FieldId::SessionDay), date, &choices)
        {
            state.day = Some(day);
        }
        return;
    }
    let here = all.iter().position(|day| day.date == date).unwrap_or(0);
    let beside = |place: Option<usize>| place.and_then(|place| all.get(place));
    let mut arrow = |ui: &mut Ui, sign: &str, name: &str, to: Option<&Day>| {
        let button = Button::new(sign.to_owned()).min_size(vec2(28.0, 28.0));
        let response = ui.add_enabled(to.is_some(), button);
        if let (true, Some(to)) = (response.accessible_name(words.t(name)).clicked(), to) {
            state.day = Some(to.date);
        }
    };
    arrow(ui, "‹", "day-before", beside(here.checked_sub(1)));
    arrow(ui, "›", "day-after", beside(Some(here + 1)));
    let combo = ComboBox::from_id_salt("day of the picture")
        .selected_text(words.short_date(date))
        .width(110.0)
        .show_ui(ui, |ui| {
            for (day, name) in all.iter().map(named) {
                if ui.selectable_label(day == date, name).clicked() {
                    state.day = Some(day);
                }
            }
        });
    combo
        .response
        .accessible_name(words.label(FieldId::SessionDay));
}

/// The event that is shown: as it is, or as it would be if what is pulled were let go.
struct Shown<'a> {
    event: &'a Event,
    foreseen: Option<&'a Foreseen>,
}

impl Shown<'_> {
    fn timed<'t>(&'t self, view: &'t View, session: SessionId) -> Option<&'t Timed> {
        match self.foreseen {
            Some(foreseen) => foreseen.timed(session),
            None => view.plan.timed(session),
        }
    }
}

fn picture(ui: &mut Ui, view: &View, day: &Day, state: &mut State, out: &mut Out) {
    let all = ui.available_rect_before_wrap();
    // Without rooms there are no names above the one lane.
    let head = if view.event.rooms.is_empty() {
        0.0
    } else {
        HEAD
    };
    let body = Rect::from_min_max(all.min + vec2(GUTTER, head), all.max);
    let as_it_is = Picture::of(ui, view, day);
    let jump = rescale(ui, state, as_it_is.span, body, day.date);
    let scale = state.scale.unwrap_or(READABLE);
    let mut canvas = Canvas::new(view, day.date, &as_it_is, scale, body);
    let mut inner = ui.new_child(UiBuilder::new().id_salt("day").max_rect(body));
    inner.shrink_clip_rect(body);
    let mut area = ScrollArea::both().id_salt("day").auto_shrink(false);
    if let Some(offset) = jump {
        area = area.vertical_scroll_offset(offset);
    }
    let size = canvas.size();
    let scrolled = area.show_viewport(&mut inner, |ui, _| {
        photo_drag::scroll_at_edges(ui);
        canvas.origin = ui.min_rect().min;
        ui.set_min_size(size);
        let held = DragAndDrop::payload::<Held>(ui.ctx());
        if held.is_some() {
            hold::scroll_sideways(ui, body);
        }
        let foreseen = held.as_deref().and_then(|held| held.foresee(ui, &canvas));
        let shown = Shown {
            event: foreseen.as_ref().map_or(view.event, |after| &after.event),
            foreseen: foreseen.as_ref(),
        };
        let as_it_would_be = foreseen.as_ref().map(|after| {
            let mut lanes =
                lanes::lanes(&after.event, day.date, &day.sessions, |id| after.timed(id));
            // A lane that would be empty stays under the pointer until it is.
            lanes.extend(as_it_is.lanes.get(lanes.len()).map(|lane| Lane {
                blocks: Vec::new(),
                gaps: Vec::new(),
                ..lane.clone()
            }));
            Picture::new(lanes)
        });
        let picture = as_it_would_be.as_ref().unwrap_or(&as_it_is);
        canvas.ground(ui);
        canvas.gaps(ui, &picture.lanes);
        block::all(ui, &canvas, picture, &shown, held.as_deref(), out);
        canvas.closing(ui);
        canvas.now(ui);
        if let Some(held) = held.as_deref() {
            held.show(ui, &canvas, &shown);
            let is_released = ui.input(|input| input.pointer.any_released());
            if let Some(foreseen) = foreseen.filter(|_| is_released) {
                out.edit(foreseen.edit);
                out.send(Command::Select(held.session.into()));
            }
        }
    });
    state.offset = scrolled.state.clamped_offset().y;
    canvas.head(ui, all);
    canvas.hours(ui, all);
    ui.advance_cursor_after_rect(all);
}

/// How large a minute is now, and where to scroll for it; none where it stays.
fn rescale(
    ui: &Ui,
    state: &mut State,
    span: Option<(i64, i64)>,
    body: Rect,
    date: Date,
) -> Option<f32> {
    const AIR: f32 = 14.0;
    let (from, to) = span.unwrap_or((9 * 3600, 17 * 3600));
    let minutes = (to - from) as f32 / 60.0;
    let fit = ((body.height() - 2.0 * AIR) / minutes.max(30.0)).clamp(SCALES[0], SCALES[1]);
    let is_other_day = state.shown.replace(date) != Some(date);
    let old = state.scale;
    let fits = std::mem::take(&mut state.fit);
    let (wheel, at) = ui.input(|input| (input.zoom_delta(), input.pointer.latest_pos()));
    let at_wheel = at.filter(|at| (wheel - 1.0).abs() > f32::EPSILON && body.contains(*at));
    let nearer = state.nearer.take().or(at_wheel.map(|_| wheel));
    let scale = match (old, nearer) {
        _ if fits => fit,
        (None, _) => fit.clamp(READABLE, 2.0 * READABLE),
        (Some(old), Some(nearer)) => (old * nearer).clamp(SCALES[0], SCALES[1]),
        (Some(old), None) => old,
    };
    state.scale = Some(scale);
    let Some(old) = old.filter(|_| !fits && !is_other_day) else {
        return Some((from as f32 / 60.0 * scale - AIR).max(0.0));
    };
    nearer.map(|_| {
        let at = at_wheel.map_or(body.height() / 2.0, |at| at.y - body.top());
        ((state.offset + at) / old * scale - at).max(0.0)
    })
}
