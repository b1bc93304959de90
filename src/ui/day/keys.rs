//! The picture of a day by the keyboard: from block to block, and blocks to other times and rooms.

use egui::{FocusDirection, InputState, Key, Modifiers, Ui};

use super::{NEARER, State, block, day_of};
use crate::{
    model::SessionId,
    plan::{
        Day,
        lanes::{self, Grip, Lane, pulled},
    },
    ui::{Command, Out, Place, ShowAs, View},
};

/// By how many seconds a block goes with one key.
const STEP: i64 = 300;

/// What is held while the arrows move a block.
const MOVES: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::ALT
};

const ARROWS: [Key; 4] = [
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
];

/// Takes the keys that mean the picture, before they mean anything else.
pub(in crate::ui) fn keys(ui: &Ui, view: &View, out: &mut Out) {
    let is_shown = view.is_open
        && view.place == Place::RunOfShow
        && view.show_as == ShowAs::Day
        && view.question.is_none();
    if !is_shown || egui::Popup::is_any_open(ui.ctx()) {
        return;
    }
    let mut state = State::of(ui);
    let Some(day) = day_of(view, &mut state) else {
        return;
    };
    let focused = ui.ctx().memory(egui::Memory::focused);
    let chosen = view.selected_session().map(|session| session.id);
    let is_here = |id: &SessionId| {
        let session = view.event.sessions.get(*id);
        session.is_some_and(|session| session.day == day.date)
    };
    let here = block::focused(ui).filter(is_here);
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F6)) {
        // As in the table: from the picture to the form and back.
        match chosen.filter(|chosen| here.is_none() && is_here(chosen)) {
            Some(there) => block::focus(ui, there),
            None => out.send(Command::FocusForm),
        }
        return;
    }
    // Something else that has the keyboard keeps it.
    if focused.is_some() && here.is_none() {
        return;
    }
    zoom(ui, &mut state);
    state.keep(ui);
    let here = here.or(chosen.filter(is_here));
    let pressed = |modifiers| ui.input_mut(|input| arrow(input, modifiers));
    if let Some(arrow) = pressed(MOVES) {
        shift(view, day, here, arrow, out);
    } else if let Some(arrow) = pressed(Modifiers::NONE) {
        let lanes = lanes_of(view, day);
        let to = match here {
            Some(here) => beside(&lanes, here, arrow),
            None => day.sessions.first().copied(),
        };
        if let Some(to) = to {
            out.send(Command::Select(to.into()));
            block::focus(ui, to);
        }
    } else {
        return;
    }
    // The toolkit would go on to something else in the direction of the arrow.
    ui.ctx()
        .memory_mut(|memory| memory.move_focus(FocusDirection::None));
}

/// Takes an arrow that was pressed with just these keys: in one frame others may be let go again already.
fn arrow(input: &mut InputState, wanted: Modifiers) -> Option<Key> {
    let mut found = None;
    input.events.retain(|event| match event {
        egui::Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } if *modifiers == wanted && found.is_none() && ARROWS.contains(key) => {
            found = Some(*key);
            false
        }
        _ => true,
    });
    found
}

fn zoom(ui: &Ui, state: &mut State) {
    let typed = |wanted: [&str; 2]| {
        ui.input(|input| {
            let mut events = input.events.iter();
            events.any(
                |event| matches!(event, egui::Event::Text(text) if wanted.contains(&text.as_str())),
            )
        })
    };
    if typed(["+", "="]) {
        state.nearer = Some(NEARER);
    } else if typed(["-", "−"]) {
        state.nearer = Some(1.0 / NEARER);
    } else if typed(["0", "０"]) {
        state.fit = true;
    }
}

fn lanes_of(view: &View, day: &Day) -> Vec<Lane> {
    let timed = |id| view.plan.timed(id);
    lanes::lanes(view.event, day.date, &day.sessions, timed)
}

/// The block above, below, at the left or at the right of another; none at an end.
fn beside(lanes: &[Lane], here: SessionId, arrow: Key) -> Option<SessionId> {
    let (lane, place) = lanes.iter().enumerate().find_map(|(lane, one)| {
        let place = one.blocks.iter().position(|block| block.session == here)?;
        Some((lane, place))
    })?;
    let blocks = &lanes[lane].blocks;
    let found = match arrow {
        Key::ArrowUp => blocks.get(place.checked_sub(1)?),
        Key::ArrowDown => blocks.get(place + 1),
        _ => {
            let start = blocks[place].start;
            let nearest = |lane: &Lane| {
                let blocks = lane.blocks.iter();
                blocks
                    .min_by_key(|block| (block.start - start).abs())
                    .copied()
            };
            let found = if arrow == Key::ArrowRight {
                lanes.iter().skip(lane + 1).find_map(nearest)
            } else {
                lanes[..lane].iter().rev().find_map(nearest)
            };
            return found.map(|block| block.session);
        }
    };
    found.map(|block| block.session)
}

/// Five minutes earlier or later, or to the next room.
fn shift(view: &View, day: &Day, here: Option<SessionId>, arrow: Key, out: &mut Out) {
    let known = here.and_then(|id| view.event.sessions.get(id).zip(view.plan.timed(id)));
    let Some((session, timed)) = known else {
        return;
    };
    let start = lanes::seconds(day.date, timed.start);
    let rooms: Vec<_> = lanes_of(view, day).iter().map(|lane| lane.room).collect();
    let lane = rooms.iter().position(|room| *room == session.room);
    let to = match arrow {
        Key::ArrowUp => Some((session.room, start - STEP)),
        Key::ArrowDown => Some((session.room, start + STEP)),
        Key::ArrowLeft => lane
            .and_then(|lane| rooms.get(lane.checked_sub(1)?))
            .map(|room| (*room, start)),
        _ => lane
            .and_then(|lane| rooms.get(lane + 1))
            .map(|room| (*room, start)),
    };
    let Some((room, start)) = to.filter(|(_, start)| *start >= 0) else {
        return;
    };
    let grip = Grip::Whole(room);
    if let Some(foreseen) = pulled(view.event, view.plan, session.id, grip, start, 60) {
        out.edit(foreseen.edit);
        out.send(Command::Select(session.id.into()));
    }
}
