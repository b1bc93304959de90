//! The photos of the sample event.

use std::fs;

use runsheet::{
    model::{Clearance, Lang, PixelSize, SessionKind, Who},
    plan::Plan,
    press::caption,
};

use super::{folder, sample};

#[test]
fn the_photos_are_there_as_the_event_says() {
    let event = sample();
    let taken = [
        ("DSC_4012.jpg", "09:12:40"),
        ("DSC_4021.jpg", "09:36:12"),
        ("DSC_4030.jpg", "09:45:05"),
        ("DSC_4038.jpg", "09:58:47"),
        ("DSC_4047.jpg", "10:19:30"),
        ("DSC_4055.jpg", "10:33:18"),
        ("DSC_4071.jpg", "11:12:25"),
        ("DSC_4083.jpg", "11:58:02"),
        ("DSC_4096.jpg", "12:26:44"),
    ];
    assert_eq!(event.photos.len(), taken.len());
    for (photo, (file, time)) in event.photos.iter().zip(taken) {
        assert_eq!(photo.file.as_str(), file);
        let bytes = fs::read(folder().join("photos").join(&photo.file)).unwrap();
        assert_eq!(photo.hash, blake3::hash(&bytes).to_hex().as_str(), "{file}");
        let exif = exif::Reader::new()
            .read_from_container(&mut std::io::Cursor::new(&bytes))
            .unwrap();
        let field = |tag| {
            let field = exif.get_field(tag, exif::In::PRIMARY).unwrap();
            field.display_value().to_string()
        };
        let moment = photo.taken.unwrap();
        assert_eq!(moment.strftime("%H:%M:%S").to_string(), time);
        assert_eq!(
            field(exif::Tag::DateTimeOriginal),
            moment.strftime("%Y-%m-%d %H:%M:%S").to_string()
        );
        let (width, height) = image::ImageReader::new(std::io::Cursor::new(&bytes))
            .with_guessed_format()
            .unwrap()
            .into_dimensions()
            .unwrap();
        let lies_on_its_side = exif
            .get_field(exif::Tag::Orientation, exif::In::PRIMARY)
            .and_then(|field| field.value.get_uint(0))
            .is_some_and(|orientation| orientation > 4);
        assert_eq!(lies_on_its_side, file == "DSC_4083.jpg");
        let upright = if lies_on_its_side {
            (height, width)
        } else {
            (width, height)
        };
        assert_eq!(
            photo.size,
            PixelSize {
                width: upright.0,
                height: upright.1
            }
        );
        assert!(!photo.credit.is_empty());
    }
}

#[test]
fn cleared_photos_say_everything_in_both_languages_and_name_the_people_of_their_sessions() {
    let event = sample();
    let plan = Plan::of(&event);
    let cleared: Vec<_> = event
        .photos
        .iter()
        .filter(|photo| photo.clearance == Clearance::Cleared)
        .collect();
    assert_eq!(cleared.len(), 7);
    for photo in cleared {
        let session = event.sessions.get(photo.session.unwrap()).unwrap();
        for who in photo.people() {
            let appears = session
                .people
                .iter()
                .any(|appearance| appearance.who == who);
            assert!(appears, "{} names a stranger", photo.file);
        }
        assert!(photo.people().next().is_some(), "{}", photo.file);
        for lang in &event.details.languages {
            let written = photo.caption.text(lang);
            assert!(!written.is_empty() && !photo.alternative.text(lang).is_empty());
            let proposed = caption(&event, &plan, photo, lang);
            assert!(!proposed.is_empty(), "{}", photo.file);
            if matches!(
                session.kind,
                SessionKind::WelcomeRemarks | SessionKind::Keynote
            ) {
                assert_eq!(written, proposed, "nobody had to change these");
            }
        }
        let written = photo.caption.text(&Lang::EN);
        for who in photo.people().take(2) {
            if let Who::Person(id) = who
                && photo.rows[0].len() < 4
            {
                let name = event.participants.get(id).unwrap().formal_name(&Lang::EN);
                assert!(written.contains(&name), "{}: {name}", photo.file);
            }
        }
    }
}
