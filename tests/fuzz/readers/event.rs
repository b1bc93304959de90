//! What is in the event's own folder, and the person's settings.

use std::path::Path;

use runsheet::{
    limits::settings as limits,
    model::{Event, Lang, Standing},
    sheet::Perspective,
    store::{Opened, Settings, StoreError, Version},
};

use super::held;

/// `event.ron`.
pub fn event(bytes: &[u8]) {
    match Opened::of(bytes, Path::new("event.ron")) {
        Ok(opened) => held::event(&opened.event),
        Err(error) => refused(&error, bytes),
    }
}

/// A version of an event.
pub fn version(bytes: &[u8]) {
    match Version::of(bytes, Path::new("3.ron")) {
        Ok(version) => {
            held::event(&version.event);
            let standing = version.standing(&version.event, &version.papers);
            assert_eq!(standing, Standing::Version(version.issue.clone()));
            // Somebody may take a version for an event.
            let opened = Opened::of(bytes, Path::new("event.ron"));
            assert_eq!(
                opened.map(|opened| opened.event),
                Ok(Event::clone(&version.event))
            );
        }
        Err(error) => refused(&error, bytes),
    }
}

/// A fault names a place that the file has, and has its sentence.
fn refused(error: &StoreError, bytes: &[u8]) {
    if let StoreError::Malformed { line, column, .. } = error {
        // Whoever looks for the place counts lines as editors do.
        let text = String::from_utf8_lossy(bytes);
        assert!((1..=text.split('\n').count()).contains(line), "{error}");
        let longest = text.split('\n').map(|line| line.chars().count()).max();
        assert!(
            *column >= 1 && *column <= longest.unwrap_or_default() + 1,
            "{error}"
        );
    }
    held::said(|words| error.sentence(words));
}

/// A person's settings: whatever stands there, a window can be drawn by them, and they are kept as they are.
pub fn settings(bytes: &[u8]) {
    let settings = Settings::of(bytes);
    assert!(settings.scale.is_finite() && settings.scale > 0.0);
    assert!(settings.side_width.is_finite() && settings.form_width.is_finite());
    assert!(settings.recent.len() <= limits::RECENT && settings.mappings.len() <= limits::MAPPINGS);
    assert_eq!(Settings::of(settings.to_ron().as_bytes()), settings);
    let event = held::day();
    for view in Perspective::all(&event) {
        let columns = view.columns(&event, &settings.sheet, &Lang::EN);
        assert!(columns.iter().any(|column| column.is_shown));
        assert!(columns.iter().all(|column| column.width.is_finite()));
    }
}
