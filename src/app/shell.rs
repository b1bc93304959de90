//! A fault of the program: what was done is on the disk before anything is said of it, and the window stays.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
};

use egui::{Context, Ui};

use super::{Begin, Desk, journal};
use crate::{store::Settings, ui, words::Words};

/// The window: the desk, or what is said when that has failed.
pub struct Shell {
    ctx: Context,
    state: State,
    /// How the first desk began.
    begin: Begin,
}

enum State {
    Works(Box<Desk>),
    Broken(Box<Broken>),
}

/// What is known of a desk that has failed.
struct Broken {
    words: Words,
    settings: Settings,
    /// The event that was open, if it has a folder.
    event: Option<PathBuf>,
    /// Where what was not saved is kept; none if nothing was open.
    place: Option<PathBuf>,
}

/// From now on a fault anywhere has the journal written first, whatever comes of it.
pub fn keep_work_when_failing() {
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |fault| {
        journal::write_now();
        told(fault);
    }));
}

impl Shell {
    /// A desk in this window.
    #[must_use]
    pub fn new(ctx: &Context, begin: Begin) -> Self {
        Self {
            ctx: ctx.clone(),
            begin: begin.clone(),
            state: State::Works(Box::new(Desk::new(ctx, begin))),
        }
    }

    /// The desk, while it works.
    #[must_use]
    pub fn desk(&self) -> Option<&Desk> {
        match &self.state {
            State::Works(desk) => Some(desk),
            State::Broken(_) => None,
        }
    }

    /// Does something with the desk. If that fails, the desk is given up with everything on the disk.
    pub fn attempt(&mut self, work: impl FnOnce(&mut Desk)) {
        let State::Works(desk) = &mut self.state else {
            return;
        };
        if catch_unwind(AssertUnwindSafe(|| work(desk))).is_ok() {
            return;
        }
        tracing::error!("the desk has failed");
        // What was done in the frame that failed has not been told yet.
        catch_unwind(AssertUnwindSafe(|| desk.tell_journal())).ok();
        let event = desk.open.as_ref().and_then(|open| open.home.path());
        let event = event.map(ToOwned::to_owned);
        let is_open = desk.open.is_some();
        let broken = State::Broken(Box::new(Broken {
            words: desk.words,
            settings: desk.settings.clone(),
            place: event
                .clone()
                .or(self.begin.data.clone())
                .filter(|_| is_open),
            event,
        }));
        let failed = std::mem::replace(&mut self.state, broken);
        // The journal is written and let go with the desk; the next one finds it as if the program had been killed.
        catch_unwind(AssertUnwindSafe(|| drop(failed))).ok();
        self.ctx.request_repaint();
    }

    /// Begins again, with the event that was open.
    pub fn start_again(&mut self) {
        if let State::Broken(broken) = &self.state {
            let begin = Begin {
                event: broken.event.clone(),
                settings: broken.settings.clone(),
                ..self.begin.clone()
            };
            self.state = State::Works(Box::new(Desk::new(&self.ctx, begin)));
        }
    }

    /// Does what has to be done before a frame.
    pub fn logic(&mut self, ctx: &Context) {
        self.attempt(|desk| desk.logic(ctx));
    }

    /// Shows a frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        self.attempt(|desk| desk.ui(ui));
        if let State::Broken(broken) = &self.state
            && ui::broken(ui, broken.words, broken.place.as_deref())
        {
            self.start_again();
        }
    }
}

impl eframe::App for Shell {
    fn logic(&mut self, ctx: &Context, _: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        Self::ui(self, ui);
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use jiff::civil::date;

    use super::*;
    use crate::{
        model::{Lang, Session, SessionKind, Text},
        press,
        store::Folder,
        ui::{Answer, Question},
    };

    fn wait_for(shell: &mut Shell, holds: impl Fn(&Desk) -> bool) {
        let begun = Instant::now();
        while !shell.desk().is_some_and(&holds) {
            assert!(begun.elapsed() < Duration::from_mins(4), "it never comes");
            std::thread::sleep(Duration::from_millis(2));
            shell.attempt(|desk| {
                for finished in desk.inbox.take() {
                    desk.take(finished);
                }
            });
        }
    }

    #[test]
    fn a_fault_costs_no_edit_and_the_window_stays() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("event");
        let event = press::new_event(Text::en("Forum"), vec![Lang::EN], date(2025, 6, 3));
        Folder::create(&path, &event).unwrap();
        let before = std::fs::read(path.join("event.ron")).unwrap();
        let begin = Begin {
            event: Some(path.clone()),
            data: Some(temp.path().join("data")),
            ..Begin::default()
        };
        let mut shell = Shell::new(&Context::default(), begin);
        wait_for(&mut shell, |desk| desk.event().is_some());
        let session = Session::new(SessionKind::Break, date(2025, 6, 3));
        let (id, count) = (session.id, event.sessions.len());
        // The edit and the fault are of one frame: nobody has told the journal yet.
        shell.attempt(|desk| {
            desk.edit(session.into());
            panic!("a fault that the test makes");
        });
        assert!(shell.desk().is_none());
        assert_eq!(std::fs::read(path.join("event.ron")).unwrap(), before);
        shell.start_again();
        wait_for(&mut shell, |desk| desk.question.is_some());
        let desk = shell.desk().unwrap();
        assert_eq!(desk.question, Some(Question::Recover));
        assert_eq!(desk.event().unwrap().sessions.len(), count);
        shell.attempt(|desk| desk.answer(Answer::Recover));
        assert!(shell.desk().unwrap().event().unwrap().sessions.contains(id));
    }
}
