//! How a caption names people: the post and the name, the place in the picture, and series of them.

use super::seen::Seen;
use crate::{
    model::{Event, Lang, Organisation, OrganisationKind, Who},
    plan::Person,
    words::{Tongue, Words},
};

/// People, named one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Series {
    /// The words.
    pub text: String,
    /// How many people they name.
    pub count: usize,
    /// Whether the last words stand in apposition, so that what follows needs a comma before it.
    appositive: bool,
}

/// The people of one event, named for readers of one language.
pub(super) struct Phrases<'a> {
    pub words: Words,
    event: &'a Event,
    lang: &'a Lang,
}

struct Named {
    text: String,
    count: usize,
    appositive: bool,
}

impl<'a> Phrases<'a> {
    pub fn new(event: &'a Event, lang: &'a Lang) -> Self {
        Self {
            words: Words::new(Tongue::for_readers_of(lang)),
            event,
            lang,
        }
    }

    /// People as the subject of a verb, or wherever more follows.
    pub fn closed(&self, series: &Series) -> String {
        let key = if series.appositive {
            "caption-closed"
        } else {
            "caption-open"
        };
        self.words.tf(key, [("people", series.text.clone().into())])
    }

    /// These people, in this order; several of whom only the institution is known are named together.
    pub fn series(&self, people: &[&Seen]) -> Series {
        let mut named: Vec<Named> = Vec::new();
        let mut institutions: Vec<(String, String)> = Vec::new();
        let mut institutions_stand_at = 0;
        for seen in people {
            match seen.who {
                Who::Person(_) => named.extend(self.person(seen)),
                Who::RepresentativeOf(id) => {
                    if institutions.is_empty() {
                        institutions_stand_at = named.len();
                    }
                    let organisation = self.event.organisations.get(id);
                    institutions.extend(organisation.and_then(|one| {
                        let name = lower_article(one.name.shown(self.lang));
                        (!name.is_empty()).then(|| (name, self.position(seen)))
                    }));
                }
            }
        }
        if !institutions.is_empty() {
            named.insert(institutions_stand_at, self.representatives(institutions));
        }
        Series {
            count: named.iter().map(|one| one.count).sum(),
            appositive: named.last().is_some_and(|last| last.appositive),
            text: self.joined(&named),
        }
    }

    /// Representatives of these institutions, each with its place.
    fn representatives(&self, institutions: Vec<(String, String)>) -> Named {
        let count = institutions.len();
        let text = match <[_; 1]>::try_from(institutions) {
            Ok([(organisation, position)]) => self.words.tf(
                "caption-representative",
                [
                    ("organisation", organisation.into()),
                    ("position", position.into()),
                ],
            ),
            Err(several) => {
                let names: Vec<_> = several
                    .into_iter()
                    .map(|(name, position)| name + &position)
                    .collect();
                let names = self.words.series(&names);
                self.words
                    .tf("caption-representatives", [("organisations", names.into())])
            }
        };
        Named {
            text,
            count,
            appositive: false,
        }
    }

    /// A series as [`Words::series`] makes it, but that two people in apposition are kept apart by a comma.
    fn joined(&self, named: &[Named]) -> String {
        match named {
            [first, last] if first.appositive => self.words.tf(
                "caption-pair",
                [
                    ("first", first.text.clone().into()),
                    ("last", last.text.clone().into()),
                ],
            ),
            named => {
                let texts: Vec<String> = named.iter().map(|one| one.text.clone()).collect();
                self.words.series(&texts)
            }
        }
    }

    fn position(&self, seen: &Seen) -> String {
        seen.place
            .map(|place| place.words(self.words, self.event.details.style.positions))
            .unwrap_or_default()
    }

    fn person(&self, seen: &Seen) -> Option<Named> {
        let person = Person::of(self.event, seen.who, self.lang)?;
        let name = self.name(seen.who, &person);
        if name.is_empty() {
            return None;
        }
        let organisation = self.organisation(seen.who);
        let post = self.post(&person, organisation);
        let with = |key, first: &str| {
            // A name that is not in Chinese yet stands apart from the Chinese before it.
            let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            let gap = is_latin(first.chars().next_back()) || is_latin(name.chars().next());
            let text = self.words.tf(
                key,
                [
                    ("first", first.to_owned().into()),
                    ("gap", if gap { " " } else { "" }.into()),
                    ("name", name.clone().into()),
                    ("position", self.position(seen).into()),
                ],
            );
            Named {
                text,
                count: 1,
                appositive: true,
            }
        };
        Some(if !post.is_empty() {
            with("caption-person", without_article(&post))
        } else if let Some(organisation) = organisation {
            let from = lower_article(organisation.name.shown(self.lang));
            Named {
                appositive: false,
                ..with("caption-person-of", &from)
            }
        } else {
            Named {
                text: format!("{name}{}", self.position(seen)),
                count: 1,
                appositive: false,
            }
        })
    }

    fn organisation(&self, who: Who) -> Option<&Organisation> {
        let Who::Person(id) = who else { return None };
        let organisation = self.event.participants.get(id)?.organisation?;
        self.event
            .organisations
            .get(organisation)
            .map(AsRef::as_ref)
            .filter(|organisation| !organisation.name.is_empty())
    }

    /// The name as it stands behind a post: in Chinese without 先生 or 女士, but with 教授.
    fn name(&self, who: Who, person: &Person) -> String {
        let Who::Person(id) = who else {
            return String::new();
        };
        let Some(participant) = self.event.participants.get(id) else {
            return String::new();
        };
        let left_out = self.words.t("caption-honorifics-left-out");
        let is_left_out = participant.name.best(self.lang).is_some_and(|name| {
            left_out
                .split(' ')
                .any(|honorific| !honorific.is_empty() && honorific == name.honorific.trim())
        });
        if is_left_out && !person.post.trim().is_empty() {
            participant.plain_name(self.lang)
        } else {
            person.name.clone()
        }
    }

    /// The post, and where it is held unless that goes without saying: a government's posts say it themselves.
    fn post(&self, person: &Person, organisation: Option<&Organisation>) -> String {
        let post = self.words.post(person);
        let says_where = |organisation: &Organisation| match organisation.kind {
            OrganisationKind::Government | OrganisationKind::Platform => true,
            OrganisationKind::University | OrganisationKind::Other => {
                let name = without_article(organisation.name.shown(self.lang)).to_lowercase();
                post.to_lowercase().contains(&name)
            }
        };
        match organisation {
            Some(organisation) if !post.trim().is_empty() && !says_where(organisation) => {
                let name = lower_article(organisation.name.shown(self.lang));
                self.words.tf(
                    "caption-post-of",
                    [("post", post.into()), ("organisation", name.into())],
                )
            }
            _ => post.trim().to_owned(),
        }
    }
}

/// A name without the English article that it may begin with: the sentence brings its own.
pub(super) fn without_article(name: &str) -> &str {
    let name = name.trim();
    name.strip_prefix("The ")
        .or_else(|| name.strip_prefix("the "))
        .unwrap_or(name)
}

/// A name as it stands inside a sentence: The University of Hong Kong is the University of Hong Kong.
fn lower_article(name: &str) -> String {
    match name.trim().strip_prefix("The ") {
        Some(rest) => format!("the {rest}"),
        None => name.trim().to_owned(),
    }
}
