//! The other process: it typesets what it is asked for, and ends when nobody asks any more.

use std::{
    collections::VecDeque,
    io::{self, Write},
    process::{self, ExitCode},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, channel},
    },
    thread,
    time::Duration,
};

use super::wire::{Answer, Ask, Bytes, Leaf, Sheet, receive, send};
use crate::{
    limits::paper as limits,
    print::{
        HouseTemplates, Pages, Paper, PrintError,
        chunks::{Chunked, Extent},
        compile,
        data::Made,
        pages::Local,
        picture::Picture,
        spots,
        world::template_name,
    },
};

/// The exit status of a process that has taken more memory than it may.
pub(super) const TOO_MUCH_MEMORY: i32 = 86;

/// How often the process looks how much memory it takes.
const LOOK: Duration = Duration::from_millis(10);

/// How many papers are kept, so that their pages can be drawn: the one that is shown, the one before, one that prints.
const KEPT: usize = 3;

/// The most memory that this process may take, in bytes.
static MEMORY: AtomicU64 = AtomicU64::new(limits::MEMORY_BYTES);

/// Typesets for the process at the other end of standard input and output, until that one ends.
pub fn serve() -> ExitCode {
    thread::spawn(watch_memory);
    let asked = asked();
    let mut kept = VecDeque::new();
    let mut out = io::stdout().lock();
    while let Ok((ask, bytes)) = asked.recv() {
        if answer(&mut out, &mut kept, ask, bytes).is_err() {
            break;
        }
    }
    ExitCode::SUCCESS
}

/// What is asked, read by a thread that ends the process when the other one is gone, whatever is being typeset.
fn asked() -> Receiver<(Ask, Bytes)> {
    let (send, receive_asked) = channel();
    thread::spawn(move || {
        let mut input = io::stdin().lock();
        while let Ok(Some(asked)) = receive(&mut input) {
            if send.send(asked).is_err() {
                break;
            }
        }
        process::exit(0);
    });
    receive_asked
}

fn watch_memory() {
    while let Some(stats) = memory_stats::memory_stats() {
        if stats.physical_mem as u64 > MEMORY.load(Ordering::Relaxed) {
            process::exit(TOO_MUCH_MEMORY);
        }
        thread::sleep(LOOK);
    }
}

fn answer(
    out: &mut impl Write,
    kept: &mut VecDeque<(u64, Pages)>,
    ask: Ask,
    bytes: Bytes,
) -> io::Result<()> {
    const NOTHING: [&[u8]; 0] = [];
    let find = |number: u64, kept: &VecDeque<(u64, Pages)>| {
        let found = kept.iter().find(|(other, _)| *other == number);
        found.map(|(_, pages)| pages.clone())
    };
    match ask {
        Ask::Set(number, sheet) => match set(sheet, bytes) {
            Ok(pages) => {
                let leaves: Vec<_> = (0..pages.count()).map(|page| leaf(&pages, page)).collect();
                kept.push_front((number, pages));
                kept.truncate(KEPT);
                send(out, &Answer::Set(leaves), &NOTHING)
            }
            Err(error) => send(out, &Answer::Fault(error), &NOTHING),
        },
        Ask::Picture(number, page, scale) => match find(number, kept) {
            Some(pages) => {
                let picture = pages.render(page, scale);
                let (width, height) = picture.dimensions();
                send(out, &Answer::Picture(width, height), &[picture.into_raw()])
            }
            None => send(out, &Answer::Unknown, &NOTHING),
        },
        Ask::LongPdf(sheet, chunks) => match long_pdf(sheet, &chunks, bytes) {
            Ok(pdf) => send(out, &Answer::Pdf, &[pdf]),
            Err(error) => send(out, &Answer::Fault(error), &NOTHING),
        },
        Ask::Pdf(number) => match find(number, kept).map(|pages| pages.pdf()) {
            Some(Ok(pdf)) => send(out, &Answer::Pdf, &[pdf]),
            Some(Err(error)) => send(out, &Answer::Fault(error), &NOTHING),
            None => send(out, &Answer::Unknown, &NOTHING),
        },
    }
}

/// The paper that is asked for, and what is needed to set it.
fn made(sheet: &mut Sheet, bytes: Bytes) -> Result<(Paper, Made), PrintError> {
    MEMORY.store(sheet.memory, Ordering::Relaxed);
    let Some(paper) = Paper::from_key(&sheet.paper) else {
        return Err(PrintError::Unplaced {
            file: sheet.paper.clone(),
            message: String::new(),
        });
    };
    let mut bytes = bytes.into_iter();
    let json = bytes.next().unwrap_or_default();
    let names = std::mem::take(&mut sheet.photos);
    let made = Made {
        json,
        photos: (names.into_iter().zip(bytes.map(Arc::new)))
            .filter_map(|(name, bytes)| Some((name, Picture::of(bytes)?)))
            .collect(),
        identity: std::mem::take(&mut sheet.identity),
        date: sheet.date,
    };
    Ok((paper, made))
}

fn long_pdf(mut sheet: Sheet, chunks: &[Extent], bytes: Bytes) -> Result<Vec<u8>, PrintError> {
    let (paper, made) = made(&mut sheet, bytes)?;
    Chunked::again(paper, &made, chunks)?.pdf_here()
}

fn set(mut sheet: Sheet, bytes: Bytes) -> Result<Pages, PrintError> {
    let (paper, made) = made(&mut sheet, bytes)?;
    let house = HouseTemplates::of(&sheet.folder);
    let house = (sheet.house.into_iter()).fold(house, |house, (name, text)| house.with(name, text));
    let pages: Local = compile(paper, &house, made)?;
    if pages.count() > limits::PAGES {
        return Err(PrintError::TooManyPages {
            file: house.shown(&template_name(paper)),
        });
    }
    Ok(pages.into())
}

fn leaf(pages: &Pages, page: usize) -> Leaf {
    Leaf {
        size: pages.size(page),
        look: pages.look(page).to_owned(),
        spots: (pages.spots(page).iter())
            .map(|spot| {
                let rect = spot.rect;
                let edges = [rect.left, rect.top, rect.right, rect.bottom];
                (spots::label_of(spot.item), edges)
            })
            .collect(),
    }
}
