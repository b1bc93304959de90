//! One field in which a few letters name a person: one of the event, a representative of an organisation, or
//! somebody new.

use egui::{Id, Ui};
use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

use super::{View, form, hits};
use crate::model::{Participant, Who};

/// Who was named.
#[derive(Clone, Debug)]
pub(super) enum Picked {
    /// Somebody whom the event has.
    Known(Who),
    /// Somebody new, under the name that was typed.
    New(Box<Participant>),
}

/// Who may be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Offer {
    /// Persons, representatives, and somebody new.
    Anybody,
    /// Named persons whom the event has.
    Persons,
}

struct Suggestion {
    picked: Picked,
    name: String,
    what: String,
}

/// What is being typed.
#[derive(Clone, Debug, Default)]
struct State {
    typed: String,
    chosen: usize,
}

/// Shows the field, and under it whom the letters name. Gives who was picked.
pub(super) fn show(ui: &mut Ui, view: &View, id: Id, name: &str, offer: Offer) -> Option<Picked> {
    let words = view.words;
    let mut state: State = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let is_open = !state.typed.trim().is_empty();
    // The list takes these keys before the field sees them.
    let keys = if has_focus && is_open {
        hits::Keys::take(ui)
    } else {
        hits::Keys::default()
    };
    let field = form::field_of(
        ui,
        id,
        name,
        &mut state.typed,
        Some(&words.t("person-hint")),
    );
    if field.changed() {
        state.chosen = 0;
    }
    let mut picked = None;
    if !state.typed.trim().is_empty() {
        let mut suggestions = suggestions(view, &state.typed, offer);
        let rows: Vec<_> = suggestions
            .iter()
            .map(|suggestion| hits::Hit {
                name: &suggestion.name,
                what: &suggestion.what,
                keys: String::new(),
            })
            .collect();
        let taken = hits::show(ui, words, id, &rows, &mut state.chosen, keys);
        picked = taken.map(|at| suggestions.swap_remove(at).picked);
    }
    if picked.is_some() {
        state = State::default();
        // The next name can be typed at once.
        field.request_focus();
    }
    ui.data_mut(|data| {
        // Nothing is kept for the fields in which nothing is being typed.
        if state.typed.is_empty() {
            data.remove::<State>(id);
        } else {
            data.insert_temp(id, state);
        }
    });
    picked
}

fn suggestions(view: &View, typed: &str, offer: Offer) -> Vec<Suggestion> {
    let words = view.words;
    let lang = view.lang();
    // Each word as it stands: letters that are strewn over a long post would name the wrong person on Enter.
    let pattern = Pattern::new(
        typed,
        CaseMatching::Ignore,
        Normalization::Smart,
        AtomKind::Substring,
    );
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut scored = Vec::new();
    for person in &view.event.participants {
        let names: Vec<_> = person
            .name
            .iter()
            .map(|(lang, name)| name.formal(lang))
            .collect();
        let post = person.post.shown(&lang);
        let haystack = format!("{} {post}", names.join(" "));
        if let Some(score) = pattern.score(Utf32Str::new(&haystack, &mut buffer), &mut matcher) {
            let picked = Picked::Known(Who::Person(person.id));
            scored.push((
                score + 8,
                Suggestion {
                    picked,
                    name: person.formal_name(&lang),
                    what: post.to_owned(),
                },
            ));
        }
    }
    if offer != Offer::Persons {
        for organisation in &view.event.organisations {
            let names: Vec<_> = organisation
                .name
                .iter()
                .map(|(_, name)| name.as_str())
                .collect();
            if let Some(score) =
                pattern.score(Utf32Str::new(&names.join(" "), &mut buffer), &mut matcher)
            {
                let name = organisation.name.shown(&lang).to_owned();
                let name = words.tf("representative-of", [("organisation", name.into())]);
                let picked = Picked::Known(Who::RepresentativeOf(organisation.id));
                scored.push((
                    score,
                    Suggestion {
                        picked,
                        name,
                        what: words.t("person-not-named"),
                    },
                ));
            }
        }
    }
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let mut found: Vec<_> = scored
        .into_iter()
        .take(5)
        .map(|(_, suggestion)| suggestion)
        .collect();
    if offer == Offer::Anybody {
        let person = Participant::named(typed, &view.event.details);
        let name = words.tf("person-new", [("name", words.quoted(typed.trim()).into())]);
        found.push(Suggestion {
            picked: Picked::New(Box::new(person)),
            name,
            what: words.t("person-new-what"),
        });
    }
    found
}
