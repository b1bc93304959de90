//! The languages of a paper, and what their readers are told.

use serde::Serialize;

use super::printable;
use crate::{
    model::{Event, Lang, Localised, Name, Organisation, Participant, Text, Who},
    words::{Tongue, Words},
};

/// A language as the typesetter knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Language {
    /// `en`, `zh`.
    lang: String,
    /// `hk`, `cn`; decides the forms of characters.
    region: Option<String>,
}

impl Language {
    pub(super) fn of(lang: &Lang) -> Self {
        let own = lang.tag().split('-').skip(1).find(|part| part.len() == 2);
        let region = match own {
            Some(region) => Some(region.to_lowercase()),
            None if lang.is_simplified_chinese() => Some("cn".to_owned()),
            None if lang.is_chinese() => Some("hk".to_owned()),
            None => None,
        };
        Self {
            lang: lang.primary().to_owned(),
            region,
        }
    }
}

/// A text for readers of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Said {
    /// In their language.
    Plain(String),
    /// In another, because there is none in theirs; or in theirs with characters that want another's forms.
    Borrowed {
        /// The text.
        text: String,
        /// Its language.
        #[serde(flatten)]
        language: Language,
    },
}

impl Said {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Borrowed { text, .. } => text,
        }
    }
}

/// A text for the readers of each language of the paper, in the order of the languages. None where there is
/// nothing to say, or where another language of the same paper says it.
pub(super) type Texts = Vec<Option<Said>>;

/// How wide the widest of some texts is, in Latin characters, all languages one below the other.
pub(super) fn widths(texts: &Texts) -> impl Iterator<Item = usize> {
    texts
        .iter()
        .flatten()
        .map(|said| printable::width(said.text()))
}

/// The readers of one language.
pub(super) struct Reader {
    pub(super) lang: Lang,
    pub(super) words: Words,
}

/// The readers of a paper.
pub(super) struct Readers(pub(super) Vec<Reader>);

/// A person as papers name them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(super) struct Named {
    /// The name with honorific and honours, or "Representative of …".
    pub(super) name: Texts,
    /// Post and organisation, in one line for each language.
    pub(super) post: Texts,
    /// The organisation, where the post is in another language.
    pub(super) organisation: Texts,
}

impl Readers {
    pub(super) fn of(languages: &[Lang]) -> Self {
        let mut once: Vec<Lang> = Vec::new();
        for lang in languages {
            if !once.contains(lang) {
                once.push(lang.clone());
            }
        }
        let reader = |lang: Lang| Reader {
            words: Words::new(Tongue::for_readers_of(&lang)),
            lang,
        };
        Self(once.into_iter().map(reader).collect())
    }

    /// What each reader is told, given their words and language.
    pub(super) fn each(&self, tell: impl Fn(&Reader) -> String) -> Texts {
        self.0
            .iter()
            .map(|reader| Some(Said::Plain(tell(reader))))
            .collect()
    }

    /// Like `each`, but nothing is said where it would be said a second time: numbers, times of 24 hours.
    pub(super) fn each_once(&self, tell: impl Fn(&Reader) -> String) -> Texts {
        let mut texts = self.each(tell);
        for place in 1..texts.len() {
            if texts[..place].contains(&texts[place]) {
                texts[place] = None;
            }
        }
        texts
    }

    /// The values that each reader is shown: their own, else a borrowed one if no other reader of the paper has it.
    pub(super) fn values<'a, T>(
        &self,
        localised: &'a Localised<T>,
    ) -> Vec<Option<(&'a Lang, &'a T)>> {
        let mut borrowed = Vec::new();
        self.0
            .iter()
            .map(|reader| {
                let (lang, value) = localised.best_with_lang(&reader.lang)?;
                if *lang == reader.lang {
                    return Some((lang, value));
                }
                let theirs = self.0.iter().any(|reader| reader.lang == *lang);
                if theirs || borrowed.contains(&lang) {
                    return None;
                }
                borrowed.push(lang);
                Some((lang, value))
            })
            .collect()
    }

    fn said(&self, place: usize, lang: &Lang, text: String) -> Option<Said> {
        if text.is_empty() {
            return None;
        }
        let own = self.0.get(place).is_some_and(|reader| reader.lang == *lang);
        Some(
            if own && (lang.is_chinese() || !printable::is_eastern(&text)) {
                Said::Plain(text)
            } else {
                Said::Borrowed {
                    text,
                    language: Language::of(lang),
                }
            },
        )
    }

    /// What each value says, once it is found who is shown which.
    pub(super) fn told<T>(
        &self,
        localised: &Localised<T>,
        tell: impl Fn(&Lang, &T) -> String,
    ) -> Texts {
        self.values(localised)
            .into_iter()
            .enumerate()
            .map(|(place, value)| {
                let (lang, value) = value?;
                self.said(place, lang, tell(lang, value))
            })
            .collect()
    }

    /// What somebody typed for the staff, in no language that we know.
    pub(super) fn typed(&self, text: String) -> Option<Said> {
        let main = self.0.first()?;
        let chinese = |reader: &&Reader| reader.lang.is_chinese();
        let language = if main.lang.is_chinese() || !printable::is_eastern(&text) {
            &main.lang
        } else {
            self.0
                .iter()
                .find(chinese)
                .map_or(&Lang::ZH_HANT, |reader| &reader.lang)
        };
        self.said(0, language, text)
    }

    /// A text on one line.
    pub(super) fn line(&self, text: &Text) -> Texts {
        self.told(text, |_, text| printable::line(text))
    }

    /// A text with its own line breaks.
    pub(super) fn lines(&self, text: &Text) -> Texts {
        self.told(text, |_, text| printable::lines(text))
    }

    /// A text on one line, or what each reader is told where there is none.
    pub(super) fn line_or(&self, text: &Text, tell: impl Fn(&Reader) -> String) -> Texts {
        let line = self.line(text);
        if line.iter().all(Option::is_none) {
            self.each(tell)
        } else {
            line
        }
    }

    /// A person or a representative. None if the event no longer has them.
    pub(super) fn who(&self, event: &Event, who: Who, capitals: bool) -> Option<Named> {
        match who {
            Who::Person(id) => {
                let person = event.participants.get(id)?;
                Some(self.participant(event, person, capitals))
            }
            Who::RepresentativeOf(id) => {
                let organisation = event.organisations.get(id)?;
                Some(Named {
                    name: self.representative(organisation),
                    ..Named::default()
                })
            }
        }
    }

    fn representative(&self, organisation: &Organisation) -> Texts {
        let known = self.told(&organisation.name, |lang, name| {
            let words = Words::new(Tongue::for_readers_of(lang));
            let name = printable::line(name);
            words.tf("representative-of", [("organisation", name.into())])
        });
        if known.iter().all(Option::is_none) {
            self.each(|reader| reader.words.t("paper-somebody"))
        } else {
            known
        }
    }

    /// A person with name, post and organisation.
    pub(super) fn participant(&self, event: &Event, person: &Participant, capitals: bool) -> Named {
        let name = self.told(&person.name, |lang, name: &Name| {
            printable::line(&name.listed(lang, capitals))
        });
        let name = if name.iter().all(Option::is_none) {
            self.each(|reader| reader.words.t("paper-nameless"))
        } else {
            name
        };
        let nothing = Text::default();
        let organisation = person
            .organisation
            .and_then(|id| event.organisations.get(id))
            .map_or(&nothing, |organisation| &organisation.name);
        let posts = self.values(&person.post);
        let bodies = self.values(organisation);
        let mut named = Named {
            name,
            ..Named::default()
        };
        for (place, (post, body)) in posts.into_iter().zip(bodies).enumerate() {
            let post = post.map(|(lang, post)| (lang, held(lang, post, person.acting)));
            let body = body.map(|(lang, body)| (lang, printable::line(body)));
            let (first, second) = match (post, body) {
                (Some((lang, post)), Some((other, body))) if lang == other => {
                    (Some((lang, of_body(lang, post, body))), None)
                }
                (Some(post), body) => (Some(post), body),
                (None, body) => (body, None),
            };
            let said = |text: Option<(&Lang, String)>| {
                text.and_then(|(lang, text)| self.said(place, lang, text))
            };
            named.post.push(said(first));
            named.organisation.push(said(second));
        }
        named
    }
}

/// The post as it is held.
fn held(lang: &Lang, post: &str, acting: bool) -> String {
    let post = printable::line(post);
    if acting && !post.is_empty() {
        let words = Words::new(Tongue::for_readers_of(lang));
        words.tf("acting-post", [("post", post.into())])
    } else {
        post
    }
}

/// The post with the body in which it is held, unless the post names it already.
fn of_body(lang: &Lang, post: String, body: String) -> String {
    if body.is_empty() || post.contains(&body) {
        return post;
    }
    if post.is_empty() {
        return body;
    }
    let words = Words::new(Tongue::for_readers_of(lang));
    words.tf(
        "paper-post-of",
        [("post", post.into()), ("organisation", body.into())],
    )
}
