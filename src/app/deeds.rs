//! The deeds of the table, carried out.

use super::{Desk, Then, arrivals::Taking};
use crate::{
    model::{
        Agreement, BatchName, Edit, ItemId, Listed, Organisation, Participant, ParticipantId,
        Placement, Roll, Session, SessionId, SessionKind, Start, Text,
    },
    plan::{by_precedence, organisations_of, reorder, shifted_person},
    ui::{self, Action, Body, PathPurpose, Place, Question, SheetDeed, ShowAs, Tone},
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
            Action::Unsaved => self.look_for_unsaved(true),
            Action::Close => self.guard(Then::Close),
            Action::Quit => self.quit(),
            Action::Undo => self.step_back(),
            Action::Redo => self.step_forward(),
            Action::Find => self.question = Some(Question::Find),
            Action::Palette => self.question = Some(Question::Palette),
            Action::Retime(retiming) => self.question = Some(Question::Retime(retiming)),
            Action::Help => self.question = Some(Question::Help),
            Action::AddSession => self.add_session(None),
            Action::Duplicate if self.has_several_rows() => {
                self.asked = Some(SheetDeed::Duplicate);
            }
            Action::Duplicate => self.duplicate(),
            Action::FillDown => self.asked = Some(SheetDeed::FillDown),
            Action::Remove if self.has_several_rows() => self.asked = Some(SheetDeed::Remove),
            Action::MoveUp if self.has_several_rows() => self.asked = Some(SheetDeed::MoveUp),
            Action::MoveDown if self.has_several_rows() => self.asked = Some(SheetDeed::MoveDown),
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
            Action::IssueVersion => self.ask_issue(),
            Action::SavePdf => self.ask_path(PathPurpose::Pdf),
            Action::OpenInViewer => self.open_in_viewer(),
            Action::Import => self.ask_path(PathPurpose::Import),
            Action::Export => self.question = Some(Question::Export),
            Action::TurnDay => self.turn_day(),
            Action::ToggleForm => self.form_is_shown = !self.form_is_shown,
            Action::ZoomIn => self.set_scale(self.settings.scale + 0.1),
            Action::ZoomOut => self.set_scale(self.settings.scale - 0.1),
            Action::ZoomReset => self.set_scale(1.0),
            Action::Go(place) => self.go(place),
        }
    }

    /// Whether a deed is about several rows of the run-of-show, which only the table knows.
    fn has_several_rows(&self) -> bool {
        self.place == Place::RunOfShow
            && self.show_as == ShowAs::Table
            && ui::has_several_rows(&self.ctx)
    }

    /// Shows the run-of-show, in its other form where it is shown already.
    fn turn_day(&mut self) {
        self.show_as = match (self.place, self.show_as) {
            (Place::RunOfShow, ShowAs::Day) => ShowAs::Table,
            (Place::RunOfShow, ShowAs::Table) | (_, ShowAs::Day | ShowAs::Table) => ShowAs::Day,
        };
        self.go(Place::RunOfShow);
    }

    fn add(&mut self, id: impl Into<ItemId>, edit: Edit) {
        if self.refuses_edits() {
            return;
        }
        self.edit(edit);
        self.open_item(id.into());
        self.focus_form = true;
    }

    pub(super) fn step_back(&mut self) {
        if !self.refuses_edits() && self.asks_before(Taking::Undo).is_some() {
            self.undo();
        }
    }

    pub(super) fn undo(&mut self) {
        let Some(open) = &mut self.open else { return };
        if let Err(error) = open.history.undo() {
            tracing::warn!(%error, "a step could not be taken back");
        }
    }

    fn step_forward(&mut self) {
        if self.refuses_edits() {
            return;
        }
        let Some(open) = &mut self.open else { return };
        if let Err(error) = open.history.redo() {
            tracing::warn!(%error, "a step could not be done again");
        }
    }

    /// Adds a session after the selected one, on its day and in its room; without one, at the end.
    pub(super) fn add_session(&mut self, kind: Option<SessionKind>) {
        if self.refuses_edits() {
            return;
        }
        let Some(open) = &self.open else { return };
        let event = open.event();
        let selected = self.selection.session.and_then(|id| event.sessions.get(id));
        let last = selected.or_else(|| event.sessions.iter().last());
        let day = last
            .map(|session| session.day)
            .or_else(|| event.details.days.first().copied());
        let day = day.unwrap_or_else(|| jiff::Zoned::now().date());
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
        if self.refuses_edits() {
            return;
        }
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
        if self.refuses_edits() {
            return;
        }
        let Some(id) = self.view().selected() else {
            return;
        };
        let next = beside(&self.listed(), id);
        self.edit(Edit::Remove(id));
        if let Some(next) = next {
            self.select(next);
        }
    }

    /// What the place lists, in the order in which it shows it.
    fn listed(&self) -> Vec<ItemId> {
        let Some(open) = &self.open else {
            return Vec::new();
        };
        let event = open.event();
        let sessions = || open.plan.days.iter().flat_map(|day| &day.sessions).copied();
        match self.place {
            Place::RunOfShow => sessions()
                .filter(|id| {
                    let session = event.sessions.get(*id);
                    self.room.is_none() || session.is_some_and(|one| one.room == self.room)
                })
                .map(Into::into)
                .collect(),
            Place::Participants => by_precedence(event)
                .iter()
                .map(|person| person.id.into())
                .collect(),
            Place::Organisations => {
                let delegations = event.delegations.iter().map(|one| Some(one.id));
                delegations
                    .chain([None])
                    .flat_map(|id| {
                        let organisations = organisations_of(event, id);
                        let organisations = organisations.into_iter().map(|one| one.id.into());
                        id.map(ItemId::from).into_iter().chain(organisations)
                    })
                    .collect()
            }
            Place::Photos => sessions()
                .map(Some)
                .chain([None])
                .flat_map(|session| open.plan.photos_of(session))
                .map(|id| (*id).into())
                .collect(),
            Place::Agreements => event.agreements.iter().map(|one| one.id.into()).collect(),
            Place::Papers | Place::Details | Place::Checks | Place::Versions => Vec::new(),
        }
    }

    /// Moves what is selected one place up or down, past what it is shown beside: a person in the order of precedence,
    /// an organisation within its delegation, a photo within its session.
    fn shift(&mut self, by: i32) {
        let Some(open) = &self.open else { return };
        let event = open.event();
        let placement = match self.place {
            Place::RunOfShow => {
                let session = self.selection.session;
                let edit = session.and_then(|id| self.shifted_session(id, by));
                if let Some(edit) = edit {
                    self.edit(edit);
                    self.reveal = true;
                }
                return;
            }
            Place::Participants => {
                let person = self.selection.participant;
                let moved = person.and_then(|id| shifted_person(event, id, by));
                if let Some(moved) = moved {
                    self.edit(moved.edit);
                    self.say_ranks(&moved.ranked);
                    self.reveal = true;
                }
                return;
            }
            Place::Organisations => match self.selection.organisation {
                Some(Body::Organisation(id)) => {
                    let delegation = event.organisations.get(id).and_then(|one| one.delegation);
                    let order: Vec<_> = organisations_of(event, delegation)
                        .iter()
                        .map(|one| one.id)
                        .collect();
                    shifted(&event.organisations, &order, id, by)
                        .map(|(id, before)| Placement::Organisation(id, before))
                }
                Some(Body::Delegation(id)) => {
                    let order: Vec<_> = event.delegations.iter().map(|one| one.id).collect();
                    shifted(&event.delegations, &order, id, by)
                        .map(|(id, before)| Placement::Delegation(id, before))
                }
                None => None,
            },
            Place::Photos => self.selection.photo.and_then(|id| {
                let order = open.plan.photos_of(event.photos.get(id)?.session);
                let (id, before) = shifted(&event.photos, order, id, by)?;
                Some(Placement::Photo(id, before))
            }),
            Place::Agreements => self.selection.agreement.and_then(|id| {
                let order: Vec<_> = event.agreements.iter().map(|one| one.id).collect();
                let (id, before) = shifted(&event.agreements, &order, id, by)?;
                Some(Placement::Agreement(id, before))
            }),
            Place::Papers | Place::Details | Place::Checks | Place::Versions => None,
        };
        if let Some(placement) = placement {
            self.edit(Edit::Place(placement));
            self.reveal = true;
        }
    }

    /// Says who has which precedence from now on: the order follows from it, so moving somebody changed it.
    fn say_ranks(&mut self, ranked: &[(ParticipantId, u32)]) {
        let Some(open) = &self.open else { return };
        let words = self.words;
        let said: Vec<_> = ranked
            .iter()
            .map(|(id, rank)| {
                let name = words.item_name(open.event(), (*id).into());
                words.tf(
                    "app-has-precedence",
                    [("name", name.into()), ("rank", (*rank).into())],
                )
            })
            .collect();
        if !said.is_empty() {
            let sentence = words.tf(
                "app-precedence-changed",
                [("people", words.series(&said).into())],
            );
            self.say(Tone::Done, sentence);
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

/// An item, and the one of its list before which it stands when it is moved one place up or down in an order of some of them. None
/// if it is at the end of that order already.
fn shifted<T: Listed>(
    roll: &Roll<T>,
    order: &[T::Id],
    id: T::Id,
    by: i32,
) -> Option<(T::Id, Option<T::Id>)> {
    let at = order.iter().position(|other| *other == id)?;
    if by < 0 {
        return Some((id, Some(order[at.checked_sub(1)?])));
    }
    let behind = *order.get(at + 1)?;
    Some((id, roll.after(behind).map(|next| next.id())))
}
