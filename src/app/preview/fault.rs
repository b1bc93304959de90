//! Why there is no paper, and whether it can be had without the templates of the house.

use super::Rest;
use crate::{
    print::{HouseTemplates, Job, PrintError},
    ui::PaperTrouble,
    words::Words,
};

/// What the house's templates were found to be: a sentence if they cannot be read.
pub(in crate::app) type House = Result<HouseTemplates, String>;

/// Why a paper was not typeset.
#[derive(Debug)]
pub(in crate::app) struct Fault {
    /// What the person is told.
    pub told: PaperTrouble,
    /// The templates of the house without which it could be typeset.
    pub house: Option<House>,
}

impl Fault {
    /// The typesetter has failed.
    pub(in crate::app) fn of(error: &PrintError, job: &Job, words: Words) -> Self {
        let house = job.house.have_a_part_in(job.paper);
        Self {
            told: PaperTrouble {
                sentence: error.told(words),
                detail: error.detail(words),
            },
            house: house.then(|| Ok(job.house.clone())),
        }
    }

    /// The templates of the house cannot be read, for the reason that this sentence says.
    pub(in crate::app) fn unread(sentence: String, house: &House) -> Self {
        Self {
            house: Some(house.clone()),
            told: PaperTrouble {
                sentence,
                detail: String::new(),
            },
        }
    }

    /// Something else, that this sentence says.
    pub(in crate::app) const fn other(sentence: String) -> Self {
        Self {
            told: PaperTrouble {
                sentence,
                detail: String::new(),
            },
            house: None,
        }
    }
}

/// The templates with which a paper is typeset.
pub(in crate::app) struct InUse {
    /// Those of the house, or none.
    pub house: House,
    /// Whether those of the house are done without, as the person has chosen.
    pub is_built_in: bool,
}

impl InUse {
    /// Those of the house, unless they are still those that the person does without.
    pub(in crate::app) fn of(rest: &Rest, house: &House) -> Self {
        let is_built_in = rest.without.as_deref() == Some(house);
        Self {
            house: if is_built_in {
                Ok(HouseTemplates::default())
            } else {
                house.clone()
            },
            is_built_in,
        }
    }
}
