//! The deeds of the table, carried out.

use super::{Desk, Then};
use crate::{
    model::{
        Agreement, BatchName, DelegationId, Edit, ItemId, Listed, Organisation, OrganisationId,
        Participant, ParticipantId, Placement, Roll, Session, SessionId, SessionKind, Start, Text,
    },
    plan::reorder,
    ui::{Action, Body, PathPurpose, Place, Question},
};

impl Desk {
    /// Carries out a deed.
    pub(super) fn act(&mut self, action: Action) {
        match action {
            Action::New => self.question = Some(Question::NewEvent),
            Action::Open => self.ask_path(PathPurpose::Open),
            Action::Sample => self.ask_path(PathPurpose::Sample),
            Action::Save => self.save(),
            Action::SaveAs => self.ask_path(PathPurpose::Save),
            Action::Close => self.guard(Then::Close),
            Action::Quit => self.quit(),
            Action::Undo => self.step_back(),
            Action::Redo => self.step_forward(),
            Action::Find => self.question = Some(Question::Find),
            Action::Palette => self.question = Some(Question::Palette),
            Action::Help => self.question = Some(Question::Help),
            Action::AddSession => self.add_session(None),
            Action::Duplicate => self.duplicate(),
            Action::Remove => self.remove(),
            Action::MoveUp => self.shift(-1),
            Action::MoveDown => self.shift(1),
            Action::AddParticipant => {
                let person = Participant::new();
                self.add(person.id, person.into());
            }
            Action::AddOrganisation => {
                let organisation = Organisation::new(Text::default());
                self.add(organisation.id, organisation.into());
            }
            Action::AddAgreement => {
                let session = self.event().and_then(|event| {
                    event
                        .sessions
                        .iter()
                        .find(|session| session.kind == SessionKind::Signing)
                        .map(|session| session.id)
                });
                let agreement = Agreement::between_two(session);
                self.add(agreement.id, agreement.into());
            }
            Action::AddPhotos => self.ask_path(PathPurpose::Photos),
            Action::SavePdf => self.ask_path(PathPurpose::Pdf),
            Action::OpenInViewer => self.open_in_viewer(),
            Action::ToggleForm => self.form_is_shown = !self.form_is_shown,
            Action::ZoomIn => self.set_scale(self.settings.scale + 0.1),
            Action::ZoomOut => self.set_scale(self.settings.scale - 0.1),
            Action::ZoomReset => self.set_scale(1.0),
            Action::Go(place) => self.go(place),
        }
    }

    fn add(&mut self, id: impl Into<ItemId>, edit: Edit) {
        self.edit(edit);
        self.open_item(id.into());
        self.focus_form = true;
    }

    fn step_back(&mut self) {
        let Some(open) = &mut self.open else { return };
        if let Err(error) = open.history.undo() {
            tracing::warn!(%error, "a step could not be taken back");
        }
    }

    fn step_forward(&mut self) {
        let Some(open) = &mut self.open else { return };
        if let Err(error) = open.history.redo() {
            tracing::warn!(%error, "a step could not be done again");
        }
    }

    /// Adds a session after the selected one, on its day and in its room; without one, at the end.
    pub(super) fn add_session(&mut self, kind: Option<SessionKind>) {
        let Some(open) = &self.open else { return };
        let event = open.event();
        let selected = self.selection.session.and_then(|id| event.sessions.get(id));
        let last = selected.or_else(|| event.sessions.iter().last());
        let day = last
            .map(|session| session.day)
            .or_else(|| event.details.days.first().copied());
        let day = day.unwrap_or_else(|| jiff::civil::Date::constant(2025, 1, 1));
        let mut session = Session::new(kind.unwrap_or_default(), day);
        session.room = match last {
            Some(last) => last.room,
            None => event.rooms.at(0).map(|room| room.id),
        };
        if last.is_none() {
            session.start = Start::Fixed(jiff::civil::time(9, 0, 0, 0));
        }
        let (steps, cues) =
            crate::press::usual_steps(session.kind, event, &event.details.languages);
        (session.steps, session.cues) = (steps, cues);
        let id = session.id;
        let after = last
            .and_then(|last| event.sessions.after(last.id))
            .map(|next| next.id);
        let edits = vec![
            Edit::from(session),
            Edit::Place(Placement::Session(id, after)),
        ];
        self.edit(Edit::Batch(BatchName::AddSession, edits));
        self.open_item(id.into());
        self.focus_form = true;
    }

    /// A copy of the selected session, after it.
    fn duplicate(&mut self) {
        let Some(open) = &self.open else { return };
        let Some(old) = self
            .selection
            .session
            .and_then(|id| open.event().sessions.get(id))
        else {
            return;
        };
        let copy = Session {
            id: SessionId::new(),
            start: Start::Follows,
            ..(**old).clone()
        };
        let after = open.event().sessions.after(old.id).map(|next| next.id);
        let id = copy.id;
        let edits = vec![Edit::from(copy), Edit::Place(Placement::Session(id, after))];
        self.edit(Edit::Batch(BatchName::DuplicateSession, edits));
        self.open_item(id.into());
    }

    /// Removes what is selected; then the next one is.
    fn remove(&mut self) {
        let Some(id) = self.view().selected() else {
            return;
        };
        let Some(open) = &self.open else { return };
        let event = open.event();
        let next: Option<ItemId> = match id {
            ItemId::Session(id) => {
                let order: Vec<_> = open
                    .plan
                    .days
                    .iter()
                    .flat_map(|day| &day.sessions)
                    .copied()
                    .collect();
                beside(&order, id).map(Into::into)
            }
            ItemId::Participant(id) => neighbour(&event.participants, id).map(Into::into),
            ItemId::Organisation(id) => neighbour(&event.organisations, id).map(Into::into),
            ItemId::Photo(id) => neighbour(&event.photos, id).map(Into::into),
            ItemId::Agreement(id) => neighbour(&event.agreements, id).map(Into::into),
            ItemId::Delegation(_) | ItemId::Room(_) | ItemId::Team(_) => None,
        };
        self.edit(Edit::Remove(id));
        if let Some(next) = next {
            self.select(next);
        }
    }

    /// Moves what is selected one place up or down.
    fn shift(&mut self, by: i32) {
        let Some(open) = &self.open else { return };
        let event = open.event();
        let edit = match self.place {
            Place::RunOfShow => self
                .selection
                .session
                .and_then(|id| self.shifted_session(id, by)),
            Place::Participants => shifted(&event.participants, self.selection.participant, by)
                .map(|(id, before): (ParticipantId, _)| {
                    Edit::Place(Placement::Participant(id, before))
                }),
            Place::Organisations => match self.selection.organisation {
                Some(Body::Organisation(id)) => shifted(&event.organisations, Some(id), by).map(
                    |(id, before): (OrganisationId, _)| {
                        Edit::Place(Placement::Organisation(id, before))
                    },
                ),
                Some(Body::Delegation(id)) => shifted(&event.delegations, Some(id), by).map(
                    |(id, before): (DelegationId, _)| {
                        Edit::Place(Placement::Delegation(id, before))
                    },
                ),
                None => None,
            },
            Place::Photos => shifted(&event.photos, self.selection.photo, by)
                .map(|(id, before)| Edit::Place(Placement::Photo(id, before))),
            Place::Agreements => shifted(&event.agreements, self.selection.agreement, by)
                .map(|(id, before)| Edit::Place(Placement::Agreement(id, before))),
            Place::Papers | Place::Details | Place::Checks => None,
        };
        if let Some(edit) = edit {
            self.edit(edit);
            self.reveal = true;
        }
    }

    /// The edit that moves a session past its neighbour of the same room, as the day is shown.
    fn shifted_session(&self, id: SessionId, by: i32) -> Option<Edit> {
        let open = self.open.as_ref()?;
        let event = open.event();
        let session = event.sessions.get(id)?;
        let day = open.plan.days.iter().find(|day| day.date == session.day)?;
        let chain: Vec<SessionId> = day
            .sessions
            .iter()
            .copied()
            .filter(|other| {
                event
                    .sessions
                    .get(*other)
                    .is_some_and(|other| other.room == session.room)
            })
            .collect();
        let at = chain.iter().position(|other| *other == id)?;
        let before = if by < 0 {
            Some(chain[at.checked_sub(1)?])
        } else {
            chain.get(at + 1)?;
            chain.get(at + 2).copied()
        };
        reorder(event, id, before, session.day)
    }
}

/// What stands after an entry of a list, or before the last one.
fn beside<T: Copy + PartialEq>(order: &[T], one: T) -> Option<T> {
    let at = order.iter().position(|other| *other == one)?;
    order
        .get(at + 1)
        .or_else(|| order.get(at.checked_sub(1)?))
        .copied()
}

fn neighbour<T: Listed>(roll: &Roll<T>, id: T::Id) -> Option<T::Id> {
    let at = roll.place(id)?;
    roll.at(at + 1)
        .or_else(|| roll.at(at.checked_sub(1)?))
        .map(|item| item.id())
}

/// An entry, and the one before which it stands when it is moved one place up or down.
fn shifted<T: Listed>(
    roll: &Roll<T>,
    id: Option<T::Id>,
    by: i32,
) -> Option<(T::Id, Option<T::Id>)> {
    let id = id?;
    let at = roll.place(id)?;
    if by < 0 {
        return Some((id, Some(roll.at(at.checked_sub(1)?)?.id())));
    }
    roll.at(at + 1)?;
    Some((id, roll.at(at + 2).map(|item| item.id())))
}
