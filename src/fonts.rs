//! The typeface of the window and of the papers: Noto Sans CJK in two weights, as its makers publish it.

/// The regular weight: a collection of faces for Japanese, Korean, Chinese of the Mainland, Taiwan and Hong Kong.
pub static REGULAR: &[u8] = include_bytes!("../assets/fonts/NotoSansCJK-Regular.ttc");

/// The bold weight, with the same faces.
pub static BOLD: &[u8] = include_bytes!("../assets/fonts/NotoSansCJK-Bold.ttc");

/// The face with the forms of simplified Chinese.
pub const FACE_SC: u32 = 2;

/// The face with the forms of Hong Kong.
pub const FACE_HK: u32 = 4;
