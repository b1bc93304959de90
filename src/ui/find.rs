//! Find anything by a few letters: sessions, people, organisations, photos, deeds.

use std::sync::Arc;

use egui::{Id, RichText, ScrollArea, Ui};
use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

use super::{
    Action, Answer, Command, Out, View, bar, form, hits,
    tokens::{colours, size, space},
};
use crate::model::ItemId;

/// What is looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// Items and deeds.
    Everything,
    /// Deeds only.
    Deeds,
}

/// What can be found.
#[derive(Clone, Debug)]
enum Found {
    Item(ItemId),
    Deed(Action),
}

#[derive(Debug)]
struct Candidate {
    found: Found,
    name: String,
    what: String,
    /// Every name that letters are looked for in.
    haystack: String,
}

#[derive(Clone, Debug, Default)]
struct State {
    typed: String,
    chosen: usize,
    /// Everything that can be found, listed once: nothing is edited while the question stands in front.
    all: Option<Arc<[Candidate]>>,
    /// The places in it of what the letters find.
    hits: Vec<usize>,
}

/// How many hits are shown.
const SHOWN: usize = 12;

/// Shows the field and what it finds.
pub(super) fn show(ui: &mut Ui, view: &View, scope: Scope, out: &mut Out) {
    let words = view.words;
    let id = state_id(scope);
    let mut state: State = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    ui.set_width(560.0);
    let keys = hits::Keys::take(ui);
    let key = if scope == Scope::Deeds {
        "find-deed"
    } else {
        "find-anything"
    };
    let field = form::field_of(
        ui,
        id.with("field"),
        &words.t(key),
        &mut state.typed,
        Some(&words.t(key)),
    );
    field.request_focus();
    if field.changed() {
        state.chosen = 0;
    }
    let is_first = state.all.is_none();
    let all = state
        .all
        .get_or_insert_with(|| candidates(view, scope).into())
        .clone();
    if is_first || field.changed() {
        state.hits = matches(&all, &state.typed);
    }
    let found: Vec<&Candidate> = state.hits.iter().filter_map(|at| all.get(*at)).collect();
    let rows: Vec<_> = found
        .iter()
        .map(|hit| hits::Hit {
            name: &hit.name,
            what: &hit.what,
            keys: match hit.found {
                Found::Deed(action) => bar::shortcut_text(ui, action),
                Found::Item(_) => String::new(),
            },
        })
        .collect();
    ui.add_space(space::S);
    let height = (ui.ctx().content_rect().height() - 220.0).clamp(120.0, 480.0);
    let taken = ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height)
        .show(ui, |ui| {
            ui.set_min_height(60.0);
            hits::show(ui, words, id, &rows, &mut state.chosen, keys)
        });
    let taken = taken.inner.map(|at| found[at].found.clone());
    ui.label(
        RichText::new(words.t("find-keys"))
            .size(size::SMALL)
            .color(colours(ui).dim),
    );
    if let Some(found) = taken {
        out.send(Command::Answer(Answer::Cancel));
        match found {
            Found::Item(item) => out.send(Command::Open(item)),
            Found::Deed(action) => out.act(action),
        }
    }
    ui.data_mut(|data| data.insert_temp(id, state));
}

/// Forgets what was looked for: the question is gone, and what it listed may change.
pub(super) fn forget(ui: &Ui) {
    ui.data_mut(|data| {
        for scope in [Scope::Everything, Scope::Deeds] {
            data.remove::<State>(state_id(scope));
        }
    });
}

fn state_id(scope: Scope) -> Id {
    Id::unique(("find", scope == Scope::Deeds))
}

/// The places of what the letters find, the best first.
fn matches(all: &[Candidate], typed: &str) -> Vec<usize> {
    if typed.trim().is_empty() {
        return (0..all.len().min(SHOWN)).collect();
    }
    // Words as they stand name a thing better than letters strewn over a long text, which are the second chance.
    let found = ranked(all, typed, AtomKind::Substring);
    if found.is_empty() {
        ranked(all, typed, AtomKind::Fuzzy)
    } else {
        found
    }
}

fn ranked(all: &[Candidate], typed: &str, kind: AtomKind) -> Vec<usize> {
    let pattern = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, kind);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut ranked: Vec<_> = all
        .iter()
        .enumerate()
        .filter_map(|(at, candidate)| {
            let score = pattern.score(
                Utf32Str::new(&candidate.haystack, &mut buffer),
                &mut matcher,
            )?;
            Some((score, at))
        })
        .collect();
    ranked.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    ranked.into_iter().take(SHOWN).map(|(_, at)| at).collect()
}

fn candidates(view: &View, scope: Scope) -> Vec<Candidate> {
    let words = view.words;
    let event = view.event;
    let mut all = Vec::new();
    if scope == Scope::Everything {
        let lang = view.lang();
        let mut add = |id: ItemId, what: String| {
            let name = words.item_name(event, id);
            let names = event.item(id).map(|item| item.name()).unwrap_or_default();
            let names: Vec<String> = names
                .iter()
                .map(|(_, name)| name.chars().take(200).collect())
                .collect();
            let haystack = format!("{name} {} {what}", names.join(" "));
            all.push(Candidate {
                found: Found::Item(id),
                name,
                what,
                haystack,
            });
        };
        for session in &event.sessions {
            let time = view
                .plan
                .timed(session.id)
                .map(|timed| words.moment(timed.start, view.has_several_days()));
            add(
                session.id.into(),
                format!(
                    "{} · {}",
                    words.session_kind(session.kind),
                    time.unwrap_or_default()
                ),
            );
        }
        for person in &event.participants {
            add(person.id.into(), person.post.shown(&lang).to_owned());
        }
        for organisation in &event.organisations {
            add(
                organisation.id.into(),
                words.organisation_kind(organisation.kind),
            );
        }
        for agreement in &event.agreements {
            add(
                agreement.id.into(),
                words.item_kind(crate::model::ItemKind::Agreement),
            );
        }
        for photo in &event.photos {
            add(
                photo.id.into(),
                photo.caption.shown(&lang).chars().take(120).collect(),
            );
        }
    }
    let deeds = Action::ALL
        .iter()
        .copied()
        .filter(|action| action.is_offered(view));
    all.extend(deeds.map(|action| {
        let name = action.name(words);
        // Where there are only commands, it need not be said of each that it is one.
        let what = match scope {
            Scope::Everything => words.t("find-a-deed"),
            Scope::Deeds => String::new(),
        };
        Candidate {
            found: Found::Deed(action),
            haystack: name.clone(),
            name,
            what,
        }
    }));
    all
}
