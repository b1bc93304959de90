//! The typeface of the papers and of the window, embedded: Noto Sans CJK in two weights.
//!
//! Each file is a collection of faces that share their outlines and differ in the forms that a region expects.
//! The licence (OFL) is in `assets/fonts/OFL.txt`.

/// The regular weight, as a font collection.
pub static REGULAR: &[u8] = include_bytes!("../assets/fonts/NotoSansCJK-Regular.ttc");

/// The bold weight, as a font collection.
pub static BOLD: &[u8] = include_bytes!("../assets/fonts/NotoSansCJK-Bold.ttc");

/// The place of a face inside both collections, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// Quotation marks and dashes as wide as Latin text wants them.
    Latin,
    /// The forms of the Mainland.
    SimplifiedChinese,
    /// The forms of Hong Kong, with the characters of its supplementary set.
    HongKong,
}

impl Face {
    /// All that the program uses.
    pub const ALL: [Self; 3] = [Self::Latin, Self::SimplifiedChinese, Self::HongKong];

    /// Its place inside both collections.
    #[must_use]
    pub const fn index(self) -> u32 {
        match self {
            Self::Latin => 0,
            Self::SimplifiedChinese => 2,
            Self::HongKong => 4,
        }
    }
}
