//! One field in which a few letters name a person: one of the event, a representative of an organisation, or
//! somebody new.

use egui::{Id, Key, Modifiers, Ui, vec2};
use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

use super::{
    View, form,
    tokens::{self, colours, size},
    widgets,
};
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
    /// Persons and representatives whom the event has.
    Known,
    /// Named persons whom the event has.
    Persons,
}

/// What is being typed.
#[derive(Clone, Debug, Default)]
struct State {
    typed: String,
    chosen: usize,
}

struct Suggestion {
    picked: Picked,
    name: String,
    what: String,
}

/// Shows the field, and under it whom the letters name. Gives who was picked.
pub(super) fn show(ui: &mut Ui, view: &View, id: Id, name: &str, offer: Offer) -> Option<Picked> {
    let words = view.words;
    let mut state: State = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let is_open = !state.typed.trim().is_empty();
    // The list takes these keys before the field sees them.
    let (down, up, enter) = if has_focus && is_open {
        ui.input_mut(|input| {
            (
                input.consume_key(Modifiers::NONE, Key::ArrowDown),
                input.consume_key(Modifiers::NONE, Key::ArrowUp),
                input.consume_key(Modifiers::NONE, Key::Enter),
            )
        })
    } else {
        (false, false, false)
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
        let suggestions = suggestions(view, &state.typed, offer);
        if down {
            state.chosen = (state.chosen + 1).min(suggestions.len().saturating_sub(1));
        }
        if up {
            state.chosen = state.chosen.saturating_sub(1);
        }
        if suggestions.is_empty() {
            widgets::dim(ui, words.t("find-nothing"));
        }
        for (index, suggestion) in suggestions.into_iter().enumerate() {
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 38.0));
            let is_chosen = index == state.chosen;
            let row = widgets::row(
                ui,
                id.with(index),
                rect,
                is_chosen,
                &suggestion.name,
                &suggestion.what,
            );
            let c = colours(ui);
            let at = rect.min + vec2(8.0, 1.0);
            widgets::line(
                ui,
                at,
                &suggestion.name,
                tokens::font(size::TEXT),
                c.ink,
                rect.width() - 16.0,
            );
            widgets::line(
                ui,
                at + vec2(0.0, 18.0),
                &suggestion.what,
                tokens::font(size::SMALL),
                c.dim,
                rect.width() - 16.0,
            );
            if row.clicked() || (enter && is_chosen) {
                picked = Some(suggestion.picked);
            }
        }
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
