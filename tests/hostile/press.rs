//! Photos that leave the house say nothing of the place where they were taken, unless somebody wants it.

use std::{fs, process::Command};

use runsheet::{
    model::{Clearance, Edit, Lang, Text},
    photo::{self, Added},
    store::Folder,
};

use super::event_of;

/// A JPEG with a position in its EXIF block, in XMP, in the notes of Photoshop, in a comment, and behind its end.
fn with_place() -> Vec<u8> {
    let mut plain = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([(x * 4) as u8, (y * 5) as u8, 9]))
        .write_to(&mut plain, image::ImageFormat::Jpeg)
        .unwrap();
    let plain = plain.into_inner();
    // Turned by a right angle; then a directory with a position.
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0".to_vec();
    exif.extend(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0");
    exif.extend(b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0PLACE");
    let mut bytes = vec![0xff, 0xd8];
    for (code, body) in [
        (0xe1, exif),
        (
            0xe1,
            b"http://ns.adobe.com/xap/1.0/\0<exif:GPSLatitude>PLACE</exif:GPSLatitude>".to_vec(),
        ),
        (0xed, b"Photoshop 3.0\08BIM\x04\x04 Sha Tin PLACE".to_vec()),
        (0xe5, b"maker PLACE".to_vec()),
        (0xfe, b"comment PLACE".to_vec()),
        (0xe2, b"ICC_PROFILE\0\x01\x01colours".to_vec()),
    ] {
        bytes.extend([0xff, code]);
        bytes.extend((body.len() as u16 + 2).to_be_bytes());
        bytes.extend(body);
    }
    bytes.extend(&plain[2..]);
    bytes.extend(b"trailer PLACE");
    bytes
}

fn has(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

struct Desk {
    temp: tempfile::TempDir,
    folder: Folder,
}

fn desk() -> Desk {
    let temp = tempfile::tempdir().unwrap();
    let mut event = event_of(&["Forum"]);
    let folder = Folder::create(&temp.path().join("event"), &event).unwrap();
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(8, 8)
        .write_to(&mut png, image::ImageFormat::Png)
        .unwrap();
    let mut png = png.into_inner();
    let mut text = 19_u32.to_be_bytes().to_vec();
    text.extend(b"tEXtComment\0the PLACE..");
    text.truncate(8 + 19);
    text.extend([0; 4]);
    png.splice(33..33, text);
    png.extend(b"PLACE");
    for (name, bytes, clearance) in [
        ("a.jpg", with_place(), Clearance::Cleared),
        ("CON.PLAN.png", png, Clearance::Cleared),
        (
            "draft.jpg",
            [with_place(), b"2".to_vec()].concat(),
            Clearance::Draft,
        ),
    ] {
        let path = temp.path().join(name);
        fs::write(&path, bytes).unwrap();
        let Added::New(mut photo) =
            photo::add(&path, &folder.photos(), &|_| None, &|_| false).unwrap()
        else {
            panic!("{name} is there");
        };
        photo.clearance = clearance;
        photo.caption = Text::en("Ada & <Ben>").with(&Lang::ZH_HANT, "合照");
        photo.credit = Text::en("Office");
        event.apply(&Edit::from(photo)).unwrap();
    }
    folder.save(&event).unwrap();
    Desk { temp, folder }
}

fn export(desk: &Desk, more: &[&str]) -> Vec<(String, Vec<u8>)> {
    let out = desk.temp.path().join("press").join(more.len().to_string());
    let output = Command::new(env!("CARGO_BIN_EXE_runsheet"))
        .args(["photos", "export"])
        .arg(desk.folder.path())
        .arg("--out")
        .arg(&out)
        .args(more)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(output.status.success(), "{said}");
    assert!(said.contains("1 photo stays"), "{said}");
    let mut files: Vec<_> = fs::read_dir(&out)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            (
                entry.file_name().into_string().unwrap(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect();
    files.sort();
    files
}

#[test]
fn copies_for_the_press_have_their_caption_and_no_place() {
    let desk = desk();
    let before = fs::read(desk.folder.photos().join("a.jpg")).unwrap();
    let files = export(&desk, &[]);
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["01 a.jpg", "02 _CON.PLAN.png", "captions.txt"]);
    for (name, bytes) in &files {
        for place in ["PLACE", "GPS", "Sha Tin"] {
            assert!(!has(bytes, place), "{name}: {place}");
        }
    }
    let jpeg = &files[0].1;
    for kept in [
        "ICC_PROFILE",
        "Ada &amp; &lt;Ben&gt;",
        "合照",
        "photoshop:Credit=\"Office\"",
    ] {
        assert!(has(jpeg, kept), "{kept}");
    }
    let path = desk.temp.path().join("copy.jpg");
    fs::write(&path, jpeg).unwrap();
    let own = photo::look(&desk.folder.photos().join("a.jpg")).unwrap();
    // It is turned upright as the photo is, and is the same picture.
    assert_eq!(photo::look(&path).unwrap().size, own.size);
    let same = |path| photo::thumbnail(path, 64).unwrap();
    assert!(same(&path) == same(&desk.folder.photos().join("a.jpg")));
    assert!(image::load_from_memory(&files[1].1).is_ok());
    let list = std::str::from_utf8(&files[2].1).unwrap();
    assert!(
        list.contains("01 a.jpg\nAda & <Ben>\n合照\nOffice\n"),
        "{list}"
    );
    assert_eq!(
        fs::read(desk.folder.photos().join("a.jpg")).unwrap(),
        before,
        "never altered"
    );
}

#[test]
fn who_asks_for_the_place_gets_the_file_as_it_is() {
    let files = export(&desk(), &["--keep-location"]);
    assert_eq!(files[0].1, with_place());
}

#[test]
fn papers_hold_no_place_either() {
    let desk = desk();
    let out = desk.temp.path().join("sheet.pdf");
    let output = Command::new(env!("CARGO_BIN_EXE_runsheet"))
        .arg("print")
        .arg(desk.folder.path())
        .args(["--paper", "photo-sheet", "--out"])
        .arg(&out)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let pdf = lopdf::Document::load(&out).unwrap();
    let mut pictures = 0;
    for object in pdf.objects.values() {
        if let Ok(stream) = object.as_stream() {
            let content = stream.decompressed_content().unwrap_or_default();
            let kind = stream.dict.get(b"Subtype").and_then(|it| it.as_name());
            let is_picture = kind.is_ok_and(|kind| kind == b"Image");
            pictures += usize::from(is_picture);
            for bytes in [&stream.content, &content] {
                assert!(!has(bytes, "PLACE") && !has(bytes, "GPS") && !has(bytes, "Exif"));
            }
        }
    }
    assert!(pictures >= 2, "{pictures}");
}
