//! An XML file as a tree. Entities of its own are never looked up, let alone expanded; a tree that is too deep is not
//! built.

use std::borrow::Cow;

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event, attributes::Attribute},
};
use serde_json::{Map, Value};

use super::super::super::limits;
use super::super::Fault;
use crate::model::unshown;

/// An element.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// Its own text, that of its children apart.
    pub text: String,
    pub children: Vec<Node>,
    /// The line on which it begins, from 1.
    pub line: u32,
}

impl Node {
    /// The child elements of this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first child element of this name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of the first child element of this name.
    pub fn text_of(&self, name: &str) -> Option<String> {
        self.child(name).map(|child| child.text.trim().to_owned())
    }

    /// The attribute of this name.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        (self.attributes.iter())
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// The element as a value: its text if that is all, else an object of what it holds.
    pub fn value(&self) -> Value {
        if self.attributes.is_empty() && self.children.is_empty() {
            return Value::String(self.text.trim().to_owned());
        }
        let mut fields = Map::new();
        for (name, value) in &self.attributes {
            fields.insert(name.clone(), Value::String(value.clone()));
        }
        for child in &self.children {
            match fields.get_mut(&child.name) {
                None => {
                    fields.insert(child.name.clone(), child.value());
                }
                Some(Value::Array(items)) => items.push(child.value()),
                Some(one) => *one = Value::Array(vec![one.take(), child.value()]),
            }
        }
        if !self.text.trim().is_empty() {
            fields.insert("text".into(), Value::String(self.text.trim().to_owned()));
        }
        Value::Object(fields)
    }
}

/// A file: its root element, and the content of the processing instruction of this name, if there is one.
pub(super) fn read(text: &str, instruction: &str) -> Result<(Node, Option<String>), Fault> {
    let mut reader = Reader::from_str(text);
    let mut lines = Lines::of(text);
    let mut open = vec![Node::default()];
    let mut found = None;
    loop {
        let line = lines.at(usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX));
        let event = reader.read_event().map_err(|error| {
            let at = usize::try_from(reader.error_position()).unwrap_or(usize::MAX);
            Fault::Broken(lines.at(at), error.to_string())
        })?;
        // There is always the file itself, which nothing closes: a closing tag without its opening one is an error.
        let Some(top) = open.last_mut() else { break };
        match event {
            Event::Start(start) => {
                if open.len() > limits::DEPTH {
                    return Err(Fault::TooDeep);
                }
                open.push(begun(&start, line));
            }
            Event::Empty(start) => top.children.push(begun(&start, line)),
            Event::End(_) => {
                if let Some(mut closed) = open.pop()
                    && let Some(parent) = open.last_mut()
                {
                    // What an export of ours made marks of are signs again.
                    if let Cow::Owned(text) = unshown(&closed.text) {
                        closed.text = text;
                    }
                    parent.children.push(closed);
                }
            }
            Event::Text(text) => top.text.push_str(&text.xml10_content()),
            Event::CData(text) => top.text.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(c)) => top.text.push(c),
                _ => match resolve_predefined_entity(&name) {
                    Some(text) => top.text.push_str(text),
                    // Whatever the file says that it means: it stays as it is written.
                    None => top.text.extend(["&", &*name, ";"]),
                },
            },
            Event::DocType(declared) if declared.contains("<!ENTITY") => {
                return Err(Fault::Entities);
            }
            Event::PI(said) if said.target() == instruction => {
                found = Some(said.content().trim().to_owned());
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Eof => break,
        }
    }
    if open.len() > 1 {
        let (line, name) = (open.last()).map_or((1, ""), |node| (node.line, node.name.as_str()));
        return Err(Fault::Broken(line, format!("<{name}>")));
    }
    let root = open.pop().and_then(|mut file| file.children.pop());
    root.map(|root| (root, found)).ok_or(Fault::Empty)
}

fn begun(start: &BytesStart, line: u32) -> Node {
    let attribute = |attribute: Attribute| {
        let name = attribute.key.as_ref().to_owned();
        // An entity that is not known stays as it is written.
        let value = match attribute.normalized_value(XmlVersion::Implicit1_0) {
            Ok(value) => value.into_owned(),
            Err(_) => attribute.value.clone().into_owned(),
        };
        (name, unshown(&value).into_owned())
    };
    Node {
        name: start.local_name().as_ref().to_owned(),
        attributes: start.attributes().flatten().map(attribute).collect(),
        line,
        ..Node::default()
    }
}

/// Counts lines on the way through a text.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    /// The line, from 1, of a place that is not before the last one asked for.
    fn at(&mut self, place: usize) -> u32 {
        let place = place.min(self.text.len());
        if place > self.at {
            let passed = &self.text[self.at..place];
            let ends = passed.split(|byte| *byte == b'\n').count() - 1;
            self.line = self
                .line
                .saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
            self.at = place;
        }
        self.line
    }
}
