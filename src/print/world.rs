//! What a template can see: the templates, the fonts, the plan as data, and the photos of the paper. Nothing else.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, LazyLock},
};

use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult, PackageError},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use super::{HouseTemplates, Paper, Photos};
use crate::fonts::{self, Face};

/// The name of the template that the others share.
pub(super) const SHARED: &str = "house.typ";

/// What every paper has in common, made once.
pub(super) struct Shop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    templates: HashMap<FileId, Source>,
}

pub(super) static SHOP: LazyLock<Shop> = LazyLock::new(|| {
    let mut fonts = Vec::new();
    for file in [fonts::REGULAR, fonts::BOLD] {
        let bytes = Bytes::new(file);
        fonts.extend(
            Face::ALL
                .into_iter()
                .filter_map(|face| Font::new(bytes.clone(), face.index())),
        );
    }
    let shared = [
        (SHARED, include_str!("../../assets/papers/house.typ")),
        ("chunks.typ", include_str!("../../assets/papers/chunks.typ")),
    ];
    let papers = Paper::ALL.map(|paper| (template_name(paper), paper.template()));
    let shared = shared.map(|(name, text)| (name.to_owned(), text));
    let templates = (shared.into_iter().chain(papers))
        .filter_map(|(name, text)| {
            let id = file_id(&name)?;
            Some((id, Source::new(id, text.to_owned())))
        })
        .collect();
    Shop {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        templates,
    }
});

impl Shop {
    /// Whether the typeface has a glyph for this character.
    pub(super) fn has_glyph(&self, c: char) -> bool {
        // The faces of one collection cover the same characters.
        self.fonts
            .first()
            .is_some_and(|font| font.info().coverage.contains(u32::from(c)))
    }
}

/// The file name of a paper's template.
pub(super) fn template_name(paper: Paper) -> String {
    format!("{}.typ", paper.key())
}

/// What a template calls the file with this path below its root. None for a path that leaves it.
fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The world of one paper.
pub(super) struct PaperWorld {
    main: FileId,
    house: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
    house_paths: HashMap<FileId, PathBuf>,
}

impl PaperWorld {
    /// A world for `paper` with this data and these photos by their file names.
    pub(super) fn new(
        paper: Paper,
        house: &HouseTemplates,
        data: Vec<u8>,
        photos: &Photos,
    ) -> Option<Self> {
        let mut own = HashMap::new();
        let mut house_paths = HashMap::new();
        for (name, text) in house.iter() {
            if let Some(id) = file_id(name) {
                own.insert(id, Source::new(id, text.to_owned()));
                house_paths.insert(id, house.path(name));
            }
        }
        let mut files = HashMap::new();
        for (number, (name, picture)) in photos.iter().enumerate() {
            let path = photo_path(name);
            // A name that needs no escapes in a drawing.
            let file = format!("photo-{number}");
            let drawing = picture.drawing(&format!("../{file}"));
            let bytes = Bytes::new(Shared(Arc::clone(picture.bytes())));
            files.insert(file_id(&format!("/{file}"))?, bytes.clone());
            let drawing = Bytes::from_string(drawing);
            files.insert(file_id(&format!("{path}{DRAWING}"))?, drawing);
            files.insert(file_id(&path)?, bytes);
        }
        files.insert(file_id("data.json")?, Bytes::new(data));
        Some(Self {
            main: file_id(&template_name(paper))?,
            house: own,
            files,
            house_paths,
        })
    }

    /// How messages name a file, and whether it is one of the house's own.
    pub(super) fn shown(&self, id: FileId) -> (String, bool) {
        match self.house_paths.get(&id) {
            Some(path) => (path.display().to_string(), true),
            None => (id.vpath().get_without_slash().to_owned(), false),
        }
    }
}

/// Where a template finds a photo.
pub(super) fn photo_path(name: &str) -> String {
    format!("/photos/{name}")
}

/// What the name of a photo's drawing has behind that of the photo.
const DRAWING: &str = ".svg";

/// Bytes that somebody else holds too.
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

impl World for PaperWorld {
    fn library(&self) -> &LazyHash<Library> {
        &SHOP.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHOP.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        // A package would have to come over a network.
        if let VirtualRoot::Package(package) = id.root() {
            return Err(FileError::Package(PackageError::NotFound(package.clone())));
        }
        self.house
            .get(&id)
            .or_else(|| SHOP.templates.get(&id))
            .cloned()
            .ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if let Some(bytes) = self.files.get(&id) {
            return Ok(bytes.clone());
        }
        self.source(id)
            .map(|source| Bytes::from_string(source.text().to_owned()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHOP.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        // A paper says nothing of the day on which it happens to be printed: the same event gives the same bytes.
        None
    }
}
