//! What every reader allows at most, in one place. Whatever lies beyond a limit is refused with a sentence of its own
//! that names the file, the limit and what to do; nothing that was there before is lost by it.
//!
//! Sizes are in bytes, unless a name says otherwise.

/// An event's folder: `event.ron`, its versions and backups, the house's templates.
pub mod event {
    /// The largest `event.ron`: a hundred times an event of 1,000 sessions and 1,000 participants.
    pub const EVENT_BYTES: u64 = 64 * 1024 * 1024;
    /// The largest version: an event with its house's templates.
    pub const VERSION_BYTES: u64 = 2 * EVENT_BYTES;
    /// How many saves are kept.
    pub const BACKUPS: usize = 10;
    /// How many states are kept for merges besides the last saves.
    pub const ANCESTORS: usize = 40;
    /// The largest file of a window that has an event open.
    pub const PRESENCE_BYTES: u64 = 4 * 1024;
    /// Of how many such windows is told.
    pub const WINDOWS: usize = 64;
    /// The largest house template.
    pub const TEMPLATE_BYTES: u64 = 1024 * 1024;
    /// The most house templates of one event: a version keeps them all.
    pub const TEMPLATES: usize = 32;
    /// How deep a value may lie inside others; the model needs nine.
    pub const DEPTH: usize = 32;
    /// The largest journal of edits that were not saved. A program that has more to write begins a new one.
    pub const JOURNAL_BYTES: u64 = 256 * 1024 * 1024;
    /// How many records a journal may have.
    pub const JOURNAL_RECORDS: usize = 1_000_000;
    /// How deep a value of a journal's record may lie inside others; an item in a batch needs a dozen.
    pub const JOURNAL_DEPTH: usize = 48;
    /// How many journals of one folder are looked at.
    pub const JOURNALS: usize = 100;
    /// The most items of one kind (sessions, participants, photos, …): ten times what the figures are measured with.
    pub const ITEMS: usize = 100_000;
}

/// A person's settings.
pub mod settings {
    /// The largest settings file; a larger one counts as unreadable, and the usual settings are used.
    pub const SETTINGS_BYTES: u64 = 256 * 1024;
    /// How many events the settings remember.
    pub const RECENT: usize = 10;
    /// Of how many tables the settings remember what their columns held.
    pub const MAPPINGS: usize = 40;
}

/// Picture files.
pub mod photo {
    /// The largest file: a picture of 150 megapixels without compression would fit.
    pub const FILE_BYTES: u64 = 512 * 1024 * 1024;
    /// The longest edge, in pixels: longer than any camera's panorama.
    pub const EDGE: u32 = 32_000;
    /// The most pixels, in all: more than the largest sensor of a telephone.
    pub const PIXELS: u64 = 250_000_000;
    /// The most memory that one picture may take while it is decoded whole. A progressive JPEG is held whole however
    /// small it is shown.
    pub const DECODED_BYTES: u64 = 512 * 1024 * 1024;
    /// The most scans of a JPEG, each of which goes over the whole picture in a few bytes; programs write a dozen.
    pub const SCANS: usize = 100;
    /// How many folders deep pictures are looked for.
    pub const DEPTH: usize = 12;
    /// How many pictures are taken out of one folder.
    pub const FOUND: usize = 20_000;
}

/// Other programs' files. What costs one cell alone is a note of the import.
pub mod exchange {
    /// The largest file.
    pub const FILE_BYTES: u64 = 128 * 1024 * 1024;
    /// The most that a packed file (XLSX, ODS) may hold unpacked: a small file that unpacks without end is a trap.
    pub const UNPACKED_BYTES: u64 = 192 * 1024 * 1024;
    /// The most parts of a packed file: a sheet is one, and so is a picture.
    pub const PARTS: usize = 2_000;
    /// The most rows of a table.
    pub const ROWS: usize = 100_000;
    /// The most columns of a table.
    pub const COLUMNS: usize = 1_000;
    /// The most cells of a file, with those that are empty before one that is not, and those that are repeated.
    pub const CELLS: usize = 4_000_000;
    /// The most text in the cells of a file: one text may stand in each of them and need no room in the file.
    pub const TEXT_BYTES: usize = 128 * 1024 * 1024;
    /// The longest text of one cell, in characters; what is longer is cut, and said.
    pub const CELL_CHARS: usize = 32_767;
    /// The most notes that are kept of one file; how many more there were is said.
    pub const NOTES: usize = 1_000;
    /// How deep a value of a schedule, or an element of XML, may lie inside others.
    pub const DEPTH: usize = 64;
}

/// What a workbook may hold, as its format has it: no program opens one that holds more.
pub mod workbook {
    /// The longest text of a cell, in units of UTF-16.
    pub const CELL_UNITS: usize = 32_767;
    /// The most rows of a sheet.
    pub const ROWS: usize = 1_048_576;
    /// The most columns of a sheet.
    pub const COLUMNS: usize = 16_384;
    /// The longest name of a sheet, in units of UTF-16.
    pub const SHEET_NAME_UNITS: usize = 31;
    /// The longest line at the head of its pages, in units of UTF-16.
    pub const HEADER_UNITS: usize = 255;
}

/// Papers of many rows, and papers that nobody looks at.
pub mod long_paper {
    use std::time::Duration;

    /// A paper of more data than this, in bytes of JSON, is set in chunks: some 150 sessions with people, cues and steps in two
    /// languages. One piece of this size takes some 200 MB.
    pub const WHOLE_BYTES: usize = 256 * 1024;
    /// How much data a chunk has, in bytes of JSON.
    pub const CHUNK_BYTES: usize = 128 * 1024;
    /// Of how many chunks the pages are kept: those that were looked at last.
    pub const RECENT_CHUNKS: usize = 3;
    /// How long the PDF of a paper may take that is set in chunks: thousands of pages on a slow machine.
    pub const TIME: Duration = Duration::from_mins(30);
    /// How long a paper is kept that nobody looks at.
    pub const UNSEEN: Duration = Duration::from_secs(30);
}

/// The process that typesets with a house's own templates, which are programs by somebody else.
pub mod paper {
    use std::time::Duration;

    /// How long one paper, or one picture of a page, may take: a hundred times the largest of the figures.
    pub const TIME: Duration = Duration::from_secs(20);
    /// The most memory of the process.
    pub const MEMORY_BYTES: u64 = 2 * 1024 * 1024 * 1024;
    /// The most pages of a paper of the house's own.
    pub const PAGES: usize = 10_000;
    /// The longest edge of a page's picture, in pixels: a house template may make its page as large as it likes.
    pub const EDGE: f32 = 12_000.0;
    /// The largest message from one process to the other.
    pub const MESSAGE_BYTES: u64 = 1024 * 1024 * 1024;
    /// How long the preview leaves templates alone that went beyond a limit, if nobody changes them: typing shall not
    /// start the same endless work at every letter.
    pub const REST: Duration = Duration::from_mins(1);
}
