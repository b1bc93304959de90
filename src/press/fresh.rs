//! What a new event begins with.

use jiff::civil::Date;

use super::steps::{said, usual_teams};
use crate::model::{Details, Event, EventId, Lang, Room, Text};

/// A new event of one day, with one room, the usual teams and the house's usual settings; nothing happens in it
/// yet. Without languages it has those that [`Details`] begins with.
#[must_use]
pub fn new_event(title: Text, languages: Vec<Lang>, day: Date) -> Event {
    let mut details = Details {
        title,
        days: [day].into(),
        ..Details::default()
    };
    if !languages.is_empty() {
        details.languages = languages.into();
    }
    let room = Room::new(said("usual-room", &details.languages));
    Event {
        rooms: [room].into_iter().collect(),
        teams: usual_teams(&details.languages).into_iter().collect(),
        details,
        ..Event::empty(EventId::new())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_new_event_has_a_day_a_room_and_teams_and_nothing_else() {
        let day = date(2025, 6, 3);
        let event = new_event(Text::en("Forum"), Vec::new(), day);
        assert_eq!(*event.details.languages, [Lang::EN, Lang::ZH_HANT]);
        assert!(event.details.days.contains(&day));
        assert_eq!(event.teams.len(), 9);
        let room = event.rooms.at(0).map(|room| room.name.clone());
        assert_eq!(
            room,
            Some(Text::en("Main hall").with(&Lang::ZH_HANT, "主會場"))
        );
        assert!(event.sessions.is_empty() && event.participants.is_empty());
    }
}
