//! Where somebody stands in a picture, counted as a caption counts: from the reader's nearer side.

use crate::{model::PositionStyle, words::Words};

/// A place in a row, as a caption names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// Nobody else is in the row: there is nothing to tell apart.
    Alone,
    /// At the reader's left end.
    Left,
    /// So many from the reader's left, the end being 1.
    FromLeft(usize),
    /// In the middle of an odd number of three or more.
    Centre,
    /// So many from the reader's right, the end being 1.
    FromRight(usize),
    /// At the reader's right end.
    Right,
}

/// The spot of the `place`-th (from 0, from the reader's left) in a row of `count` people.
///
/// A place beyond the row is its right end.
#[must_use]
pub fn spot(place: usize, count: usize) -> Spot {
    if count <= 1 {
        return Spot::Alone;
    }
    let from_left = place.min(count - 1) + 1;
    let from_right = count - from_left + 1;
    if from_left == 1 {
        Spot::Left
    } else if from_right == 1 {
        Spot::Right
    } else if from_left == from_right {
        Spot::Centre
    } else if from_left < from_right {
        Spot::FromLeft(from_left)
    } else {
        Spot::FromRight(from_right)
    }
}

/// Where somebody stands in a picture of one or more rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Which row, from 0, from the front.
    pub row: usize,
    /// How many rows there are.
    pub rows: usize,
    /// Where in the row.
    pub spot: Spot,
}

impl Place {
    /// The place in words, with its brackets; empty where there is nothing to tell apart.
    pub fn words(self, words: Words, style: PositionStyle) -> String {
        let place = match (self.row_words(words), self.spot_words(words, style)) {
            (None, None) => return String::new(),
            (Some(only), None) | (None, Some(only)) => only,
            (Some(row), Some(spot)) => words.tf(
                "caption-row-and-spot",
                [("row", row.into()), ("spot", spot.into())],
            ),
        };
        words.tf("caption-position", [("place", place.into())])
    }

    fn row_words(self, words: Words) -> Option<String> {
        let key = match (self.row, self.rows) {
            (_, 0 | 1) => return None,
            (0, _) => "caption-row-front",
            (row, rows) if row + 1 >= rows => "caption-row-back",
            (_, 3) => "caption-row-middle",
            (row, _) => return Some(words.tf("caption-row-nth", [("number", (row + 1).into())])),
        };
        Some(words.t(key))
    }

    fn spot_words(self, words: Words, style: PositionStyle) -> Option<String> {
        let nth = |key, number: usize| {
            let nth = words.tf(
                match style {
                    PositionStyle::Words => "caption-nth-word",
                    PositionStyle::Ordinals => "caption-nth-ordinal",
                },
                [("number", number.into())],
            );
            Some(words.tf(key, [("nth", nth.into())]))
        };
        match self.spot {
            Spot::Alone => None,
            Spot::Left => Some(words.t("caption-left")),
            Spot::Centre => Some(words.t("caption-centre")),
            Spot::Right => Some(words.t("caption-right")),
            Spot::FromLeft(number) => nth("caption-nth-left", number),
            Spot::FromRight(number) => nth("caption-nth-right", number),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::words::Tongue;

    fn row(count: usize, tongue: Tongue, style: PositionStyle) -> Vec<String> {
        (0..count)
            .map(|place| {
                let place = Place {
                    row: 0,
                    rows: 1,
                    spot: spot(place, count),
                };
                place.words(Words::new(tongue), style).trim().to_owned()
            })
            .collect()
    }

    #[test]
    fn a_row_is_counted_from_its_nearer_end() {
        let words = |count| row(count, Tongue::En, PositionStyle::Words);
        assert_eq!(words(1), [""]);
        assert_eq!(words(2), ["(left)", "(right)"]);
        assert_eq!(words(3), ["(left)", "(centre)", "(right)"]);
        assert_eq!(
            words(6),
            [
                "(left)",
                "(second left)",
                "(third left)",
                "(third right)",
                "(second right)",
                "(right)"
            ]
        );
        assert_eq!(
            row(5, Tongue::ZhHant, PositionStyle::Words),
            ["(左)", "(左二)", "(中)", "(右二)", "(右)"]
        );
        assert_eq!(
            row(5, Tongue::ZhHans, PositionStyle::Ordinals),
            ["（左）", "（左二）", "（中）", "（右二）", "（右）"]
        );
        assert_eq!(
            row(7, Tongue::En, PositionStyle::Ordinals)[1..3],
            ["(2nd left)", "(3rd left)"]
        );
    }

    #[test]
    fn rows_are_named_from_the_front() {
        let name = |row, rows, tongue| {
            let place = Place {
                row,
                rows,
                spot: Spot::FromLeft(3),
            };
            place
                .words(Words::new(tongue), PositionStyle::Words)
                .trim()
                .to_owned()
        };
        assert_eq!(name(0, 2, Tongue::En), "(front row, third left)");
        assert_eq!(name(1, 3, Tongue::En), "(middle row, third left)");
        assert_eq!(name(1, 4, Tongue::En), "(second row, third left)");
        assert_eq!(name(3, 4, Tongue::En), "(back row, third left)");
        assert_eq!(name(0, 2, Tongue::ZhHant), "(前排左三)");
        assert_eq!(name(2, 4, Tongue::ZhHant), "(第三排左三)");
        assert_eq!(name(1, 2, Tongue::ZhHant), "(後排左三)");
    }

    proptest! {
        #[test]
        fn nobody_shares_a_spot_and_the_row_reads_the_same_from_both_sides(count in 2_usize..40) {
            let spots: Vec<Spot> = (0..count).map(|place| spot(place, count)).collect();
            for (place, one) in spots.iter().enumerate() {
                prop_assert_eq!(spots.iter().filter(|other| *other == one).count(), 1);
                let mirrored = match one {
                    Spot::Alone => Spot::Alone,
                    Spot::Left => Spot::Right,
                    Spot::Right => Spot::Left,
                    Spot::Centre => Spot::Centre,
                    Spot::FromLeft(number) => Spot::FromRight(*number),
                    Spot::FromRight(number) => Spot::FromLeft(*number),
                };
                prop_assert_eq!(spots[count - 1 - place], mirrored);
                if let Spot::FromLeft(number) = one {
                    prop_assert_eq!(*number, place + 1);
                }
            }
            prop_assert_eq!(spots.contains(&Spot::Centre), count % 2 == 1);
        }
    }
}
