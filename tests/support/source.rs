//! Reads Rust as far as the rules of the project need it: words, strings, paths, and what is test code.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// What a piece of source text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name, a keyword or a number.
    Word,
    /// What stands between quotation marks, as it is written there.
    Quoted,
    /// `::`, or one other mark.
    Mark,
}

/// A piece of source text.
#[derive(Clone, Debug)]
pub struct Token {
    pub kind: Kind,
    pub text: String,
    /// Counted from 1.
    pub line: usize,
    /// Whether only tests are built from it.
    pub test: bool,
}

impl Token {
    pub fn is(&self, text: &str) -> bool {
        self.kind != Kind::Quoted && self.text == text
    }
}

/// A file of the library or the binary.
pub struct Source {
    /// From the top of the project, with `/`.
    pub file: String,
    pub tokens: Vec<Token>,
    /// Lines on which a comment stands.
    pub comments: BTreeSet<usize>,
    pub lines: usize,
}

/// A path such as `crate::model::Event`, with `super` and `use` groups resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPath {
    /// `crate` first if it leads into this project, else the name of another crate or of something in scope.
    pub segments: Vec<String>,
    pub line: usize,
    pub test: bool,
}

/// Every file below `src`, in the order of their names.
pub fn tree() -> Vec<Source> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources: Vec<_> = files(&top.join("src"), "rs")
        .into_iter()
        .map(|path| {
            let file = path.strip_prefix(top).unwrap().to_str().unwrap();
            Source::read(
                &file.replace('\\', "/"),
                &std::fs::read_to_string(&path).unwrap(),
            )
        })
        .collect();
    sources.sort_by(|a, b| a.file.cmp(&b.file));
    assert!(sources.len() > 20, "the sources are not where they were");
    sources
}

/// Every file below a folder whose name ends so.
pub fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|is| is == extension) {
            found.push(path);
        }
    }
    found
}

impl Source {
    /// Reads the text of a file that stands at `file`, such as `src/ui/mod.rs`.
    pub fn read(file: &str, text: &str) -> Self {
        let (mut tokens, comments) = Reader::new(text).read();
        let all_test = file.ends_with("/tests.rs") || file.contains("/tests/");
        mark_tests(&mut tokens, all_test);
        Self {
            file: file.to_owned(),
            tokens,
            comments,
            lines: text.lines().count(),
        }
    }

    /// The module that the file is: `["ui", "form"]`. Empty for the roots.
    pub fn module(&self) -> Vec<String> {
        let path = self.file.trim_start_matches("src/").trim_end_matches(".rs");
        let mut module: Vec<String> = path.split('/').map(str::to_owned).collect();
        if matches!(module.last().map(String::as_str), Some("mod")) || self.is_root() {
            module.pop();
        }
        module
    }

    /// Whether it is `lib.rs` or `main.rs`.
    pub fn is_root(&self) -> bool {
        matches!(self.file.as_str(), "src/lib.rs" | "src/main.rs")
    }

    /// The room of the house: `model`, `ui`, …; `lib` and `main` for the roots.
    pub fn room(&self) -> String {
        match self.module().first() {
            Some(room) => room.clone(),
            None => self.file.trim_start_matches("src/").replace(".rs", ""),
        }
    }

    /// Every path that the file names, in `use` lines and between the code.
    pub fn paths(&self) -> Vec<NamedPath> {
        let mut found = Vec::new();
        // Modules that are written out inside the file, each with the depth of braces at which it ends.
        let mut inner: Vec<(String, usize)> = Vec::new();
        let mut depth = 0;
        let mut place = 0;
        while let Some(token) = self.tokens.get(place) {
            let start = place;
            place += 1;
            if token.is("{") {
                depth += 1;
            } else if token.is("}") {
                depth -= 1;
                inner.pop_if(|(_, opened)| *opened == depth);
            } else if token.is("mod") && self.is_at(start + 2, "{") {
                inner.push((self.tokens[start + 1].text.clone(), depth));
            } else if token.is("use") || (token.kind == Kind::Word && !self.continues(start)) {
                let mut listed = Vec::new();
                if token.is("use") {
                    place = self.tree(place, &[], &mut listed);
                } else {
                    place = self.plain(start, &mut listed);
                }
                let mut module = self.module();
                module.extend(inner.iter().map(|(name, _)| name.clone()));
                found.extend(listed.into_iter().map(|segments| NamedPath {
                    segments: resolved(segments, &module),
                    line: token.line,
                    test: token.test,
                }));
            }
        }
        found
    }

    fn is_at(&self, place: usize, text: &str) -> bool {
        self.tokens.get(place).is_some_and(|token| token.is(text))
    }

    /// Whether the word at a place goes on from a path before it: `<T as Trait>::name`.
    fn continues(&self, place: usize) -> bool {
        place > 0 && self.is_at(place - 1, "::") && place > 1 && self.is_at(place - 2, ">")
    }

    /// A path between the code; gives the place after it. A single word is no path.
    fn plain(&self, start: usize, listed: &mut Vec<Vec<String>>) -> usize {
        let mut segments = vec![self.tokens[start].text.clone()];
        let mut place = start + 1;
        while self.is_at(place, "::")
            && let Some(next) = self.tokens.get(place + 1)
            && next.kind == Kind::Word
        {
            segments.push(next.text.clone());
            place += 2;
        }
        if segments.len() > 1 {
            listed.push(segments);
        }
        place
    }

    /// One branch of a `use` tree; gives the place after it.
    fn tree(&self, start: usize, before: &[String], listed: &mut Vec<Vec<String>>) -> usize {
        let mut segments = before.to_vec();
        let mut place = start;
        while let Some(token) = self.tokens.get(place) {
            if token.is("{") {
                place += 1;
                while !self.is_at(place, "}") && place < self.tokens.len() {
                    place = self.tree(place, &segments, listed);
                    if self.is_at(place, ",") {
                        place += 1;
                    }
                }
                return place + 1;
            }
            if token.is("as") {
                place += 2;
            } else if token.is("::") {
                place += 1;
            } else if token.is("*") || token.kind == Kind::Word {
                let itself = token.is("self") && !segments.is_empty();
                if !itself {
                    segments.push(token.text.clone());
                }
                place += 1;
            } else {
                break;
            }
        }
        listed.push(segments);
        place
    }
}

/// A path from the top: `super::x` and `self::x` inside `module` become `crate::…::x`, and the library's own
/// name, as the binary says it, becomes `crate`.
fn resolved(segments: Vec<String>, module: &[String]) -> Vec<String> {
    let mut base = module.to_vec();
    let mut rest = segments.as_slice();
    match rest.first().map(String::as_str) {
        Some("crate" | "runsheet") => base.clear(),
        Some("self") => {}
        Some("super") => {
            while rest.get(1).is_some_and(|next| next == "super") {
                base.pop();
                rest = &rest[1..];
            }
            base.pop();
        }
        _ => return segments,
    }
    let top = std::iter::once("crate".to_owned());
    top.chain(base).chain(rest[1..].iter().cloned()).collect()
}

/// Marks what stands behind `#[cfg(test)]`, up to the end of that item.
fn mark_tests(tokens: &mut [Token], all: bool) {
    const ATTRIBUTE: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut place = 0;
    while place < tokens.len() {
        let here = &tokens[place..];
        let marked = here.len() > ATTRIBUTE.len()
            && here
                .iter()
                .zip(ATTRIBUTE)
                .all(|(token, mark)| token.is(mark));
        if !marked {
            tokens[place].test |= all;
            place += 1;
            continue;
        }
        let mut depth = 0;
        for token in &mut tokens[place..] {
            token.test = true;
            place += 1;
            if token.is("{") {
                depth += 1;
            } else if token.is("}") {
                depth -= 1;
            }
            if depth == 0 && (token.is("}") || token.is(";")) {
                break;
            }
        }
    }
}

struct Reader {
    text: Vec<char>,
    place: usize,
    line: usize,
    tokens: Vec<Token>,
    comments: BTreeSet<usize>,
}

impl Reader {
    fn new(text: &str) -> Self {
        Self {
            text: text.chars().collect(),
            place: 0,
            line: 1,
            tokens: Vec::new(),
            comments: BTreeSet::new(),
        }
    }

    fn read(mut self) -> (Vec<Token>, BTreeSet<usize>) {
        while let Some(here) = self.peek(0) {
            match here {
                '/' if self.peek(1) == Some('/') => {
                    self.comments.insert(self.line);
                    self.take_while(|c| c != '\n');
                }
                '/' if self.peek(1) == Some('*') => self.block_comment(),
                '"' => self.quoted(None),
                '\'' => self.character_or_lifetime(),
                c if c.is_alphanumeric() || c == '_' => self.word(),
                c if c.is_whitespace() => {
                    self.take();
                }
                ':' if self.peek(1) == Some(':') => {
                    self.take();
                    self.take();
                    self.push(Kind::Mark, "::".into(), self.line);
                }
                mark => {
                    self.take();
                    self.push(Kind::Mark, mark.into(), self.line);
                }
            }
        }
        (self.tokens, self.comments)
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.text.get(self.place + ahead).copied()
    }

    fn take(&mut self) -> Option<char> {
        let taken = self.peek(0)?;
        self.place += 1;
        self.line += usize::from(taken == '\n');
        Some(taken)
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(c) = self.peek(0).filter(|c| wanted(*c)) {
            taken.push(c);
            self.take();
        }
        taken
    }

    fn push(&mut self, kind: Kind, text: String, line: usize) {
        self.tokens.push(Token {
            kind,
            text,
            line,
            test: false,
        });
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        loop {
            self.comments.insert(self.line);
            match (self.take(), self.peek(0)) {
                (Some('/'), Some('*')) => {
                    self.take();
                    depth += 1;
                }
                (Some('*'), Some('/')) => {
                    self.take();
                    depth -= 1;
                }
                (None, _) => return,
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn word(&mut self) {
        let line = self.line;
        let word = self.take_while(|c| c.is_alphanumeric() || c == '_');
        let raw = matches!(word.as_str(), "r" | "br" | "cr");
        let hashes = (self.text[self.place..].iter())
            .take_while(|c| **c == '#')
            .count();
        if raw && self.peek(hashes) == Some('"') {
            self.place += hashes;
            self.quoted(Some(hashes));
        } else if raw && hashes == 1 {
            // A raw name, such as r#type.
            self.take();
        } else if !(matches!(word.as_str(), "b" | "c") && self.peek(0) == Some('"')) {
            self.push(Kind::Word, word, line);
        }
    }

    /// From the opening mark on; with the number of `#` before it if it is a raw string.
    fn quoted(&mut self, raw: Option<usize>) {
        let line = self.line;
        self.take();
        let mut text = String::new();
        while let Some(c) = self.take() {
            if c == '"' && (0..raw.unwrap_or(0)).all(|ahead| self.peek(ahead) == Some('#')) {
                self.place += raw.unwrap_or(0);
                break;
            }
            text.push(c);
            if c == '\\' && raw.is_none() {
                text.extend(self.take());
            }
        }
        self.push(Kind::Quoted, text, line);
    }

    fn character_or_lifetime(&mut self) {
        self.take();
        if self.peek(0) == Some('\\') {
            self.take();
            self.take();
            self.take_while(|c| c != '\'');
            self.take();
        } else if self.peek(1) == Some('\'') {
            self.take();
            self.take();
        } else {
            self.take_while(|c| c.is_alphanumeric() || c == '_');
        }
    }
}
