//! The data of a paper as rows, of which a chunk has some.

use std::ops::Range;

use serde_json::{Map, Value, json};

use crate::print::Paper;

/// A list in the body of a paper between whose rows a page may end.
struct List {
    /// The field of the body that holds the list.
    field: &'static str,
    /// The field that holds the rows, where the list is one of groups under headings.
    within: Option<&'static str>,
    /// How many of its rows stand side by side.
    abreast: usize,
}

impl List {
    /// Whether the row at this place stands beside none before it.
    const fn begins(&self, place: usize) -> bool {
        place.is_multiple_of(self.abreast)
    }
}

const fn rows(field: &'static str, abreast: usize) -> List {
    List {
        field,
        within: None,
        abreast,
    }
}

const fn groups(field: &'static str, within: &'static str) -> List {
    List {
        field,
        within: Some(within),
        abreast: 1,
    }
}

/// The lists of a paper, in the order in which it shows them.
const fn lists(paper: Paper) -> &'static [List] {
    match paper {
        Paper::Programme => const { &[groups("days", "sessions"), rows("organisations", 2)] },
        Paper::RunOfShow => const { &[groups("days", "rows")] },
        Paper::PhotoSheet => const { &[rows("photos", 2)] },
        Paper::NameList => const { &[groups("delegations", "people")] },
        Paper::Changes => {
            const {
                &[
                    groups("days", "rows"),
                    rows("people", 1),
                    groups("others", "groups"),
                ]
            }
        }
    }
}

/// The data of a paper, and its rows in the order in which they are printed.
///
/// A group without rows counts as one row. Only the name list has such, and an anchor at its headings.
pub(super) struct Rows {
    paper: Paper,
    data: Map<String, Value>,
    /// Of each row, how much data there is up to its end, in bytes of JSON.
    ends: Vec<usize>,
    /// Whether a chunk may begin with it: it does not stand beside the row before.
    begins: Vec<bool>,
}

impl Rows {
    /// The rows of a paper. None without any.
    pub(super) fn of(paper: Paper, json: &[u8]) -> Option<Self> {
        let Ok(Value::Object(data)) = serde_json::from_slice(json) else {
            return None;
        };
        let (mut ends, mut begins) = (Vec::new(), Vec::new());
        let mut end = 0;
        for list in lists(paper) {
            let mut place = 0;
            let mut add = |row: &Value| {
                end += row.to_string().len();
                ends.push(end);
                begins.push(list.begins(place));
                place += 1;
            };
            for entry in entries(data.get("body")?, list.field) {
                match list.within {
                    None => add(entry),
                    Some(field) if entries(entry, field).is_empty() => add(entry),
                    Some(field) => entries(entry, field).iter().for_each(&mut add),
                }
            }
        }
        (!ends.is_empty()).then_some(Self {
            paper,
            data,
            ends,
            begins,
        })
    }

    /// How many there are.
    pub(super) const fn count(&self) -> usize {
        self.ends.len()
    }

    /// Where rows of so much data end that begin with this one, which is among them however long it is.
    pub(super) fn end(&self, begin: usize, size: usize) -> usize {
        let before = begin.checked_sub(1).map_or(0, |last| self.ends[last]);
        let end = self.ends.partition_point(|end| *end <= before + size);
        let end = end.max(begin + 1).min(self.count());
        let beside = self.begins[end..].iter().take_while(|begins| !**begins);
        end + beside.count()
    }

    /// The data of the whole paper.
    pub(super) fn all(&self) -> Vec<u8> {
        Value::Object(self.data.clone()).to_string().into_bytes()
    }

    /// The data of a paper that has these rows alone, with an anchor where each begins: its number, counted from the first of
    /// them. What rows before them say changes nothing in it.
    pub(super) fn chunk(&self, rows: Range<usize>) -> Vec<u8> {
        let mut body = self.body_without_rows();
        let mut continued = Vec::new();
        let mut row = 0;
        for list in lists(self.paper) {
            let first = row;
            let mut shown = Vec::new();
            for entry in self.entries(list.field) {
                let Some(field) = list.within else {
                    if rows.contains(&row) {
                        shown.push(anchored(entry, row - rows.start, self.begins[row]));
                    }
                    row += 1;
                    continue;
                };
                let within = entries(entry, field);
                let end = row + within.len().max(1);
                if row < rows.end && rows.start < end {
                    let numbered = (row..).zip(within);
                    let group = numbered
                        .filter(|(row, _)| rows.contains(row))
                        .map(|(row, entry)| anchored(entry, row - rows.start, true));
                    let mut group = with(entry, field, group.collect());
                    let (mark, value) = if rows.start <= row {
                        ("anchor", json!(row - rows.start))
                    } else {
                        ("continued", json!(true))
                    };
                    group.insert(mark.to_owned(), value);
                    group.insert("broken".to_owned(), json!(rows.end < end));
                    shown.push(Value::Object(group));
                }
                row = end;
            }
            if (first + 1..row).contains(&rows.start) {
                continued.push(json!(list.field));
            }
            body.insert(list.field.to_owned(), Value::Array(shown));
        }
        body.insert("continued".to_owned(), Value::Array(continued));
        self.json(
            body,
            json!({ "first": rows.start == 0, "last": rows.end == self.count() }),
            rows.start == 0,
        )
    }

    /// The data of the headers and footers of so many pages behind others, of which the first `bare` have none, of this
    /// number of all pages.
    pub(super) fn marginals(
        &self,
        before: usize,
        bare: usize,
        pages: usize,
        all: usize,
    ) -> Vec<u8> {
        let marginals = json!({ "before": before, "bare": bare, "pages": pages, "all": all });
        self.json(
            self.body_without_rows(),
            json!({ "marginals": marginals }),
            true,
        )
    }

    fn entries(&self, field: &str) -> &[Value] {
        self.data
            .get("body")
            .map_or(&[], |body| entries(body, field))
    }

    fn body_without_rows(&self) -> Map<String, Value> {
        let is_list = |field: &str| lists(self.paper).iter().any(|list| list.field == field);
        let body = self.data.get("body").and_then(Value::as_object);
        let kept = body.into_iter().flatten().map(|(field, value)| {
            let value = if is_list(field) {
                json!([])
            } else {
                value.clone()
            };
            (field.clone(), value)
        });
        kept.collect()
    }

    /// The version is another with each letter that is typed.
    fn json(&self, body: Map<String, Value>, mut part: Value, tells_version: bool) -> Vec<u8> {
        let counts = lists(self.paper).iter();
        part["counts"] = counts
            .map(|list| (list.field, self.entries(list.field).len()))
            .collect();
        let others = self.data.iter().filter(|(field, _)| *field != "body");
        let mut data: Map<_, _> = others
            .map(|(field, value)| (field.clone(), value.clone()))
            .collect();
        if !tells_version {
            data.insert("version".to_owned(), json!([]));
        }
        data.insert("body".to_owned(), Value::Object(body));
        data.insert("part".to_owned(), part);
        Value::Object(data).to_string().into_bytes()
    }
}

fn entries<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    let list = value.get(field).and_then(Value::as_array);
    list.map_or(&[], Vec::as_slice)
}

/// A copy of an object with this list in a field.
fn with(object: &Value, field: &str, list: Vec<Value>) -> Map<String, Value> {
    let others = object.as_object().into_iter().flatten();
    let mut copy: Map<_, _> = others
        .filter(|(other, _)| *other != field)
        .map(|(field, value)| (field.clone(), value.clone()))
        .collect();
    copy.insert(field.to_owned(), Value::Array(list));
    copy
}

fn anchored(entry: &Value, row: usize, begins: bool) -> Value {
    let mut entry = entry.clone();
    if let Some(entry) = entry.as_object_mut().filter(|_| begins) {
        entry.insert("anchor".to_owned(), json!(row));
    }
    entry
}
