//! A PDF, read back by a program that did not write it.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};

/// What a PDF says of itself and shows.
pub struct Reading(Document);

impl Reading {
    pub fn of(pdf: &[u8]) -> Self {
        Self(Document::load_mem(pdf).expect("a PDF"))
    }

    pub fn pages(&self) -> usize {
        self.0.get_pages().len()
    }

    /// The text of a page, counted from 1, without any white space: lines break where the page wants it.
    pub fn page(&self, page: u32) -> String {
        let text = self
            .0
            .extract_text(&[page])
            .expect("text that can be copied");
        squeezed(&text)
    }

    /// The text of all pages, without any white space.
    pub fn text(&self) -> String {
        let pages: Vec<u32> = self.0.get_pages().keys().copied().collect();
        let text = self
            .0
            .extract_text(&pages)
            .expect("text that can be copied");
        squeezed(&text)
    }

    fn catalog(&self) -> &Dictionary {
        self.0.catalog().expect("a catalogue")
    }

    fn at<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        let object = dictionary.get(key).ok()?;
        self.0.dereference(object).ok().map(|(_, object)| object)
    }

    /// The language of the whole.
    pub fn language(&self) -> String {
        text_of(self.at(self.catalog(), b"Lang").expect("a language"))
    }

    /// The title in its properties.
    pub fn title(&self) -> String {
        let info = self.at(&self.0.trailer, b"Info").expect("properties");
        let info = info.as_dict().expect("a dictionary");
        text_of(self.at(info, b"Title").expect("a title"))
    }

    /// The XMP block, in which the standards are claimed.
    pub fn metadata(&self) -> String {
        let metadata = self.at(self.catalog(), b"Metadata").expect("metadata");
        let stream = metadata.as_stream().expect("a stream");
        let content = stream.decompressed_content();
        let bytes = content.unwrap_or_else(|_| stream.content.clone());
        String::from_utf8(bytes).expect("UTF-8")
    }

    /// Whether it says that it is tagged.
    pub fn is_tagged(&self) -> bool {
        let mark = self.at(self.catalog(), b"MarkInfo");
        let mark = mark.and_then(|mark| mark.as_dict().ok());
        mark.is_some_and(|mark| {
            mark.get(b"Marked")
                .is_ok_and(|marked| matches!(marked, Object::Boolean(true)))
        }) && self.catalog().has(b"StructTreeRoot")
    }

    /// How often each kind of tag occurs.
    pub fn tags(&self) -> BTreeMap<String, usize> {
        let mut tags = BTreeMap::new();
        for object in self.0.objects.values() {
            let Ok(dictionary) = object.as_dict() else {
                continue;
            };
            if dictionary.has(b"P")
                && let Ok(tag) = dictionary.get(b"S").and_then(Object::as_name)
            {
                *tags
                    .entry(String::from_utf8_lossy(tag).into_owned())
                    .or_default() += 1;
            }
        }
        tags
    }

    /// The alternative texts of its pictures.
    pub fn alternatives(&self) -> Vec<String> {
        let dictionaries = self
            .0
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok());
        dictionaries
            .filter_map(|dictionary| dictionary.get(b"Alt").ok())
            .map(text_of)
            .collect()
    }

    /// The titles of its bookmarks, in no particular order.
    pub fn bookmarks(&self) -> Vec<String> {
        let dictionaries = self
            .0
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok());
        dictionaries
            .filter(|dictionary| {
                dictionary.has(b"Parent") && dictionary.has(b"Dest") | dictionary.has(b"A")
            })
            .filter_map(|dictionary| dictionary.get(b"Title").ok())
            .map(text_of)
            .collect()
    }

    /// Every font with whether it is embedded.
    pub fn fonts(&self) -> Vec<(String, bool)> {
        let dictionaries = self
            .0
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok());
        dictionaries
            .filter(|dictionary| dictionary.has_type(b"FontDescriptor"))
            .map(|dictionary| {
                let name = dictionary.get(b"FontName").and_then(Object::as_name);
                let embedded = [b"FontFile".as_slice(), b"FontFile2", b"FontFile3"];
                (
                    String::from_utf8_lossy(name.unwrap_or_default()).into_owned(),
                    embedded.iter().any(|key| dictionary.has(key)),
                )
            })
            .collect()
    }
}

/// A text without white space, and without the marks at which an endless word may break.
pub fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{200b}')
        .collect()
}

fn text_of(object: &Object) -> String {
    lopdf::decode_text_string(object).expect("a text")
}
