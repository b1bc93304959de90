//! What the photo sheet says: the photos that may go out, by number.

use serde::Serialize;

use super::{
    printable,
    readers::{Readers, Said, Texts, widths},
    shortened,
};
use crate::{
    model::{Clearance, Photo},
    print::{Job, Photos, picture::Picture, spots, world::photo_path},
};

/// The longest edge of a picture on the sheet, in pixels: 83 mm at 200 to the inch.
const LONGEST_EDGE: u32 = 656;

/// A caption of more than this many characters may break across pages.
const LONGEST_CAPTION: usize = 900;

#[derive(Serialize)]
pub(super) struct PhotoSheet {
    photos: Vec<OnePhoto>,
}

#[derive(Serialize)]
struct OnePhoto {
    item: String,
    number: u32,
    /// Where the template finds the picture; none if it cannot be read.
    picture: Option<String>,
    alternative: String,
    caption: Texts,
    credit: Texts,
    file: Option<Said>,
    session: Texts,
    cleared: bool,
    clearance: Texts,
    together: bool,
}

pub(super) fn of(job: &Job, readers: &Readers, pictures: &mut Photos) -> PhotoSheet {
    let mut numbered: Vec<_> = job
        .event
        .photos
        .iter()
        .filter_map(|photo| Some((job.plan.photo_number(photo.id)?, photo)))
        .collect();
    numbered.sort_by_key(|(number, _)| *number);
    PhotoSheet {
        photos: numbered
            .into_iter()
            .map(|(number, photo)| one(job, readers, pictures, number, photo))
            .collect(),
    }
}

fn one(
    job: &Job,
    readers: &Readers,
    pictures: &mut Photos,
    number: u32,
    photo: &Photo,
) -> OnePhoto {
    let name = photo.file.as_str();
    let picture = job
        .pictures
        .picture(photo, LONGEST_EDGE)
        .and_then(Picture::of)
        .map(|picture| {
            // Two pictures may have had one name when a version was issued.
            let name = match pictures.get(name) {
                Some(other) if *other != picture => format!("{} {name}", photo.id),
                Some(_) | None => name.to_owned(),
            };
            let path = photo_path(&name);
            pictures.insert(name, picture);
            path
        });
    let caption = readers.lines(&photo.caption);
    let credit = if photo.credit.is_empty() {
        &job.event.details.usual_credit
    } else {
        &photo.credit
    };
    let session = photo.session.and_then(|id| job.event.sessions.get(id));
    OnePhoto {
        item: spots::label_of(photo.id.into()),
        number,
        picture,
        alternative: alternative(readers, photo, number),
        together: widths(&caption).sum::<usize>() <= LONGEST_CAPTION,
        caption,
        credit: readers.line(credit),
        file: readers.typed(printable::line(name)),
        session: session.map_or_else(Texts::new, |session| {
            readers.line_or(&session.title, |reader| {
                reader.words.session_kind(session.kind)
            })
        }),
        cleared: photo.clearance == Clearance::Cleared,
        clearance: readers.each(|reader| reader.words.clearance(photo.clearance)),
    }
}

/// What a reader who cannot see the photo is told: in the main language.
fn alternative(readers: &Readers, photo: &Photo, number: u32) -> String {
    let Some(reader) = readers.0.first() else {
        return String::new();
    };
    let texts = [&photo.alternative, &photo.caption];
    let said = texts
        .into_iter()
        .map(|text| shortened(&printable::line(text.shown(&reader.lang))))
        .find(|text| !text.is_empty());
    said.unwrap_or_else(|| {
        let values = [("number", number.to_string().into())];
        reader.words.tf("paper-photo-undescribed", values)
    })
}
