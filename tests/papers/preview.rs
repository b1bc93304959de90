//! What the window shows of a paper, and what a click on it finds.

use runsheet::{
    model::{Audience, Edit, ItemId, Text, Who},
    print::Paper,
};

use super::{symposium::symposium, typeset};

#[test]
fn a_click_on_a_line_finds_its_item() {
    let event = symposium();
    let pages = typeset(&event, Paper::RunOfShow, "en");
    let session = event.sessions.at(3).unwrap();
    let found = (0..pages.count()).find_map(|page| {
        let spot = pages
            .spots(page)
            .iter()
            .find(|spot| spot.item == ItemId::Session(session.id))?;
        Some((page, *spot))
    });
    let (page, spot) = found.expect("the welcome remarks are somewhere");
    let (width, _) = pages.size(page);
    assert!(
        spot.rect.right - spot.rect.left > width * 0.7,
        "the whole row: {spot:?}"
    );
    let middle = spot.rect.top.midpoint(spot.rect.bottom);
    assert_eq!(pages.spot_at(page, width / 2.0, middle), Some(spot.item));
    assert_eq!(pages.spot_at(page, 1.0, 1.0), None);

    let programme = typeset(&event, Paper::Programme, "en+zh-Hant");
    let items: Vec<ItemId> = (0..programme.count())
        .flat_map(|page| programme.spots(page).iter().map(|spot| spot.item))
        .collect();
    for session in &event.sessions {
        let shown = items.contains(&session.id.into());
        assert_eq!(shown, session.audience == Audience::Guests);
    }
    for appearance in &event.sessions.at(8).unwrap().people {
        if let Who::Person(person) = appearance.who {
            assert!(items.contains(&person.into()));
        }
    }
    for agreement in &event.agreements {
        assert!(items.contains(&agreement.id.into()));
    }
}

#[test]
fn only_the_pages_that_changed_are_new() {
    let event = symposium();
    let before = typeset(&event, Paper::RunOfShow, "en");
    assert!(before.count() > 1);
    let again = typeset(&event, Paper::RunOfShow, "en");
    assert!((0..before.count()).all(|page| before.is_same_page(page, &again)));

    let before = typeset(&event, Paper::Programme, "en");
    let mut changed = event;
    let mut last = changed.sessions.at(11).unwrap().as_ref().clone();
    last.title = Text::en("Closing words");
    changed.apply(&Edit::from(last)).unwrap();
    let after = typeset(&changed, Paper::Programme, "en");
    assert!(before.is_same_page(0, &after), "the cover is as it was");
    let same = (0..before.count())
        .filter(|page| before.is_same_page(*page, &after))
        .count();
    assert!(same < before.count());
    assert!(!before.is_same_page(99, &after));
}

#[test]
fn a_page_is_drawn_at_the_scale_that_is_asked_for() {
    let pages = typeset(&symposium(), Paper::RunOfShow, "zh-Hant");
    let picture = pages.render(0, 1.5);
    let (width, height) = pages.size(0);
    assert_eq!(
        picture.dimensions(),
        ((width * 1.5).round() as u32, (height * 1.5).round() as u32)
    );
    let red = picture
        .pixels()
        .filter(|p| p.0[0] > 100 && p.0[1] < 60 && p.0[2] < 80)
        .count();
    assert!(red > 200, "the accent is there: {red}");
    assert!(picture.pixels().all(|pixel| pixel.0[3] == 255));
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY, 1e-9] {
        assert!(pages.render(0, scale).width() > 0);
    }
    assert_eq!(pages.render(99, 1.0).dimensions(), (1, 1));
}
