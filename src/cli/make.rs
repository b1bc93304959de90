//! `runsheet sample` and `runsheet new`.

use std::path::Path;

use super::{CliError, Outcome, say::Speaker};
use crate::{
    model::{Lang, Text, has_han},
    press,
    store::{self, Folder},
    words::Tongue,
};

/// Writes the sample event's folder, and says where it is.
pub(super) fn sample(dir: &Path, speaker: &Speaker) -> Result<Outcome, CliError> {
    let folder = store::write_sample(dir)?;
    speaker.line(&folder.event_file().to_string_lossy());
    Ok(Outcome::Done)
}

/// Makes the folder of a new event, and says where it is.
pub(super) fn new(dir: &Path, title: &str, speaker: &Speaker) -> Result<Outcome, CliError> {
    let lang = language_of(title, speaker.words.tongue);
    let title = Text::default().with(&lang, title.trim());
    // The title's language is the main one; the other is there for whoever needs it.
    let languages = if lang.is_chinese() {
        vec![lang, Lang::EN]
    } else {
        vec![lang, Lang::ZH_HANT]
    };
    let today = jiff::Zoned::now().date();
    let folder = Folder::create(dir, &press::new_event(title, languages, today))?;
    speaker.line(&folder.event_file().to_string_lossy());
    Ok(Outcome::Done)
}

/// The language of a title, as far as its characters tell: of Chinese, the script that the system writes.
fn language_of(title: &str, tongue: Tongue) -> Lang {
    let chinese = has_han(title);
    match (chinese, tongue) {
        (false, _) => Lang::EN,
        (true, Tongue::ZhHans) => Lang::ZH_HANS,
        (true, Tongue::En | Tongue::ZhHant) => Lang::ZH_HANT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_its_language() {
        assert_eq!(language_of("Forum 2025", Tongue::ZhHant), Lang::EN);
        assert_eq!(language_of("人才 Forum", Tongue::En), Lang::ZH_HANT);
        assert_eq!(language_of("人才论坛", Tongue::ZhHans), Lang::ZH_HANS);
    }
}
