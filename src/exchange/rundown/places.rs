//! Rooms and teams that a table names: those that are there, and new ones.

use std::collections::{BTreeMap, HashMap};

use crate::{
    exchange::{Proposal, Spot, organisations::key, script},
    model::{Event, Lang, Room, RoomId, Team, TeamId, Text},
};

/// Finds rooms and teams by name, and keeps those that are not there yet.
pub(super) struct Places<'a> {
    event: &'a Event,
    rooms: HashMap<String, RoomId>,
    teams: HashMap<String, TeamId>,
    new_rooms: Vec<(Spot, Room)>,
    new_teams: Vec<(Spot, Team)>,
}

impl<'a> Places<'a> {
    pub(super) fn of(event: &'a Event, teams: &HashMap<String, TeamId>) -> Self {
        let mut rooms = HashMap::new();
        for room in &event.rooms {
            for (_, name) in room.name.iter() {
                rooms.entry(key(name)).or_insert(room.id);
            }
        }
        Self {
            event,
            rooms,
            teams: teams.clone(),
            new_rooms: Vec::new(),
            new_teams: Vec::new(),
        }
    }

    /// The room with one of these names.
    pub(super) fn room(&mut self, names: &BTreeMap<Lang, String>, spot: &Spot) -> Option<RoomId> {
        if names.is_empty() {
            return None;
        }
        if let Some(id) = names.values().find_map(|name| self.rooms.get(&key(name))) {
            return Some(*id);
        }
        let name = (names.iter()).fold(Text::default(), |text, (lang, name)| {
            text.with(lang, name.clone())
        });
        let room = Room::new(name);
        let id = room.id;
        for name in names.values() {
            self.rooms.insert(key(name), id);
        }
        self.new_rooms.push((spot.clone(), room));
        Some(id)
    }

    /// The team with this name.
    pub(super) fn team(&mut self, name: &str, spot: &Spot) -> TeamId {
        if let Some(id) = self.teams.get(&key(name)) {
            return *id;
        }
        let lang = script::lang_of(name, self.event);
        let team = Team::new(Text::default().with(&lang, name));
        let id = team.id;
        self.teams.insert(key(name), id);
        self.new_teams.push((spot.clone(), team));
        id
    }

    /// Proposes what is new.
    pub(super) fn propose(self, proposal: &mut Proposal) {
        for (spot, room) in self.new_rooms {
            proposal.put(self.event, spot, room.into(), Vec::new());
        }
        for (spot, team) in self.new_teams {
            proposal.put(self.event, spot, team.into(), Vec::new());
        }
    }
}
