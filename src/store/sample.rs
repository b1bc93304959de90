//! The sample event, which the program carries in itself.

use std::{fs, path::Path};

use super::{Folder, StoreError, format, write::write_whole};

const EVENT: &str = include_str!("../../assets/sample/event.ron");

macro_rules! photos {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_bytes!(concat!("../../assets/sample/photos/", $name)))),*]
    };
}

const PHOTOS: [(&str, &[u8]); 9] = photos![
    "DSC_4012.jpg",
    "DSC_4021.jpg",
    "DSC_4030.jpg",
    "DSC_4038.jpg",
    "DSC_4047.jpg",
    "DSC_4055.jpg",
    "DSC_4071.jpg",
    "DSC_4083.jpg",
    "DSC_4096.jpg",
];

/// Writes the sample event's folder, at a path where nothing is, or an empty folder.
///
/// # Errors
/// As [`Folder::create`].
pub fn write_sample(dir: &Path) -> Result<Folder, StoreError> {
    Folder::make(dir, |folder| {
        let (event, _) = format::from_ron(EVENT, &folder.event_file())?;
        let photos = folder.photos();
        fs::create_dir_all(&photos)
            .map_err(|error| StoreError::Unwritten(photos.clone(), error.into()))?;
        for (name, bytes) in PHOTOS {
            write_whole(&photos.join(name), bytes)?;
        }
        folder.save(&event).map(drop)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_has_its_photos_and_no_others() {
        let folder = tempfile::tempdir().unwrap();
        let sample = write_sample(&folder.path().join("Symposium")).unwrap();
        let event = sample.read().unwrap().event;
        assert_eq!(sample.missing_photos(&event), []);
        let named: Vec<_> = event
            .photos
            .iter()
            .map(|photo| photo.file.as_str())
            .collect();
        let mut carried = PHOTOS.map(|(name, _)| name).to_vec();
        carried.retain(|name| !named.contains(name));
        assert!(carried.is_empty(), "no photo of the event: {carried:?}");
        for photo in &event.photos {
            let bytes = fs::read(sample.photo(&photo.file)).unwrap();
            assert_eq!(
                photo.hash,
                blake3::hash(&bytes).to_hex().as_str(),
                "{}",
                photo.file
            );
        }
    }
}
