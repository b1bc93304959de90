//! What reading another program's file allows at most, in one place. Each limit has its sentence in
//! [`ExchangeError`](super::ExchangeError) or, for what costs one cell alone, in [`Why`](super::Why).

/// The largest file, in bytes.
pub const FILE_BYTES: u64 = 128 * 1024 * 1024;
/// The most that a packed file (XLSX, ODS) may hold unpacked, in bytes: a small file that unpacks without end is a trap.
pub const UNPACKED_BYTES: u64 = 192 * 1024 * 1024;
/// The most rows of a table.
pub const ROWS: usize = 100_000;
/// The most columns of a table.
pub const COLUMNS: usize = 1_000;
/// The most cells of a file, with those that are empty before one that is not, and those that are repeated.
pub const CELLS: usize = 4_000_000;
/// The most text in the cells of a file, in bytes: one text may stand in each of them and need no room in the file.
pub const TEXT_BYTES: usize = 128 * 1024 * 1024;
/// The longest text of one cell, in characters; what is longer is cut, and said.
pub const CELL_CHARS: usize = 32_767;
/// The most notes that are kept of one file; how many more there were is said.
pub const NOTES: usize = 1_000;
/// How deep a value of a schedule may lie inside others.
pub const DEPTH: usize = 64;
