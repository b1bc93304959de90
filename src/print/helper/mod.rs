//! Papers with the house's own templates are typeset by a process of their own, and so are the PDFs of long papers.
//!
//! A template is a program, and a typesetter cannot be interrupted. So the house's templates, which come with an event
//! from anywhere, run in another process of this same program, which has nothing but its two pipes: no file is open in
//! it that this one has opened, it ends when this one ends, and this one ends it when it takes too long or too much.

mod serve;
mod wire;

use std::{
    io::{self, BufReader, BufWriter},
    path::PathBuf,
    process::{Child, ChildStdin, Command, Stdio},
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    thread,
    time::Duration,
};

use image::RgbaImage;

pub use serve::serve;
use wire::{Answer, Ask, Bytes, Leaf, Sheet, receive, send};

use super::{
    HouseTemplates, Job, Paper, PrintError, chunks::Extent, data::Made, spots, spots::Spot,
    world::template_name,
};
use crate::limits::{long_paper, paper as limits};

/// The one argument with which this program typesets for another process of it.
pub const ARGUMENT: &str = "--typeset-for-the-window";

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// The other process, while there is one.
static HELPER: Mutex<Option<Helper>> = Mutex::new(None);

/// Ends the other process, with all that it remembers, unless it is at work. The next paper starts another one.
pub(super) fn rest() {
    if let Ok(mut helper) = HELPER.try_lock() {
        *helper = None;
    }
}

/// Says once where this program lies, which is started to typeset with the templates of a house.
pub fn set_program(program: PathBuf) {
    // Whoever says it first knows it best.
    PROGRAM.set(program).ok();
}

/// What a paper of the house's own may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// How long one paper, or one picture of a page, may take.
    pub time: Duration,
    /// The most memory, in bytes.
    pub memory: u64,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            time: limits::TIME,
            memory: limits::MEMORY_BYTES,
        }
    }
}

/// A paper that the other process has typeset. Another one can typeset it again.
pub(super) struct Remote {
    number: u64,
    sheet: Sheet,
    bytes: Vec<Arc<Vec<u8>>>,
    /// The template that is named when it takes too much.
    template: String,
    bounds: Bounds,
    /// Of each page, what is known without a picture.
    leaves: Vec<Leaf>,
    /// Of each page, what lies where.
    pub(super) spots: Vec<Vec<Spot>>,
}

/// Has a paper typeset.
pub(super) fn set(job: &Job, made: Made, bounds: Bounds) -> Result<Remote, PrintError> {
    static NUMBER: AtomicU64 = AtomicU64::new(1);
    let names = [template_name(job.paper), super::world::SHARED.to_owned()];
    let template = names.iter().find(|name| job.house.get(name).is_some());
    let (sheet, bytes) = sheet(job.paper, &job.house, made, bounds.memory);
    let mut remote = Remote {
        number: NUMBER.fetch_add(1, Ordering::Relaxed),
        template: job.house.shown(template.unwrap_or(&names[0])),
        sheet,
        bytes,
        bounds,
        leaves: Vec::new(),
        spots: Vec::new(),
    };
    remote.leaves = remote.with_helper(|helper| remote.typeset(helper))?;
    remote.spots = (remote.leaves.iter())
        .map(|leaf| spots::from_labels(&leaf.spots))
        .collect();
    Ok(remote)
}

/// What the other process is told of a paper, and the data and the pictures that go with it.
fn sheet(
    paper: Paper,
    house: &HouseTemplates,
    made: Made,
    memory: u64,
) -> (Sheet, Vec<Arc<Vec<u8>>>) {
    let mut bytes = vec![Arc::new(made.json)];
    let mut photos = Vec::new();
    for (name, picture) in made.photos {
        photos.push(name);
        bytes.push(Arc::clone(picture.bytes()));
    }
    let sheet = Sheet {
        paper: paper.key().to_owned(),
        folder: house.shown(""),
        house: (house.iter())
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .collect(),
        photos,
        identity: made.identity,
        date: made.date,
        memory,
    };
    (sheet, bytes)
}

/// The PDF of a paper that was set in these chunks, made by a process that ends with it: all of its pages are needed at
/// once, and what they take goes back to the system.
///
/// # Errors
/// [`PrintError::NoHelper`] if no process can be started; [`PrintError::Unfinished`] if it does not finish.
pub(super) fn long_pdf(
    paper: Paper,
    made: Made,
    chunks: Vec<Extent>,
) -> Result<Vec<u8>, PrintError> {
    let mut helper = Helper::start().map_err(|error| PrintError::NoHelper {
        detail: error.to_string(),
    })?;
    let (sheet, bytes) = sheet(paper, &HouseTemplates::default(), made, u64::MAX);
    let answer = helper.ask(&Ask::LongPdf(sheet, chunks), &bytes, long_paper::TIME);
    match answer {
        Ok((Answer::Pdf, mut bytes)) if !bytes.is_empty() => Ok(bytes.swap_remove(0)),
        Ok((Answer::Fault(error), _)) => Err(error),
        Ok(_) | Err(_) => Err(PrintError::Unfinished),
    }
}

impl Remote {
    /// How many pages there are.
    pub(super) fn count(&self) -> usize {
        self.leaves.len()
    }

    /// Width and height of a page, in points.
    pub(super) fn size(&self, page: usize) -> (f32, f32) {
        self.leaves.get(page).map_or((0.0, 0.0), |leaf| leaf.size)
    }

    /// What a page looks like.
    pub(super) fn look(&self, page: usize) -> &str {
        self.leaves.get(page).map_or("", |leaf| &leaf.look)
    }

    /// The picture of a page.
    pub(super) fn picture(&self, page: usize, scale: f32) -> Result<RgbaImage, PrintError> {
        let (answer, bytes) = self.asked(|| Ask::Picture(self.number, page, scale))?;
        let pixels = bytes.into_iter().next().unwrap_or_default();
        match answer {
            Answer::Picture(width, height) => {
                RgbaImage::from_raw(width, height, pixels).ok_or_else(|| self.gone())
            }
            Answer::Fault(error) => Err(error),
            Answer::Set(_) | Answer::Pdf | Answer::Unknown => Err(self.gone()),
        }
    }

    /// The PDF.
    pub(super) fn pdf(&self) -> Result<Vec<u8>, PrintError> {
        let (answer, bytes) = self.asked(|| Ask::Pdf(self.number))?;
        match (answer, bytes.into_iter().next()) {
            (Answer::Pdf, Some(pdf)) => Ok(pdf),
            (Answer::Fault(error), _) => Err(error),
            (Answer::Pdf | Answer::Set(_) | Answer::Picture(..) | Answer::Unknown, _) => {
                Err(self.gone())
            }
        }
    }

    /// Asks for something of the paper, which is typeset again if the process does not have it any more.
    fn asked(&self, ask: impl Fn() -> Ask) -> Result<(Answer, Bytes), PrintError> {
        self.with_helper(|helper| {
            let answer = helper.ask(&ask(), &[], self.bounds.time)?;
            if !matches!(answer.0, Answer::Unknown) {
                return Ok(Ok(answer));
            }
            match self.typeset(helper)? {
                Ok(_) => helper.ask(&ask(), &[], self.bounds.time).map(Ok),
                Err(error) => Ok(Err(error)),
            }
        })
    }

    fn typeset(&self, helper: &mut Helper) -> Result<Result<Vec<Leaf>, PrintError>, Trouble> {
        let ask = Ask::Set(self.number, self.sheet.clone());
        let (answer, _) = helper.ask(&ask, &self.bytes, self.bounds.time)?;
        Ok(match answer {
            Answer::Set(leaves) => Ok(leaves),
            Answer::Fault(error) => Err(error),
            Answer::Picture(..) | Answer::Pdf | Answer::Unknown => Err(self.gone()),
        })
    }

    /// Does something with the process, which is started if there is none. One that has gone wrong is no more; if it
    /// was not new, what went wrong may be due to what it did before, so a new one tries it once more.
    fn with_helper<T>(
        &self,
        work: impl Fn(&mut Helper) -> Result<Result<T, PrintError>, Trouble>,
    ) -> Result<T, PrintError> {
        let mut place = HELPER.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let mut helper = match place.take() {
                Some(helper) => helper,
                None => Helper::start().map_err(|error| PrintError::NoHelper {
                    detail: error.to_string(),
                })?,
            };
            let is_new = !helper.has_worked;
            match work(&mut helper) {
                Ok(done) => {
                    helper.has_worked = true;
                    *place = Some(helper);
                    return done;
                }
                // Dropping it ends it.
                Err(trouble) => {
                    let was_memory = trouble == Trouble::Ended && helper.ended_by_memory();
                    drop(helper);
                    match trouble {
                        Trouble::Time => {
                            return Err(PrintError::TooSlow {
                                file: self.template.clone(),
                                seconds: self.bounds.time.as_secs(),
                            });
                        }
                        Trouble::Ended if !is_new => {}
                        Trouble::Ended if was_memory => {
                            return Err(PrintError::TooMuchMemory {
                                file: self.template.clone(),
                                megabytes: self.bounds.memory / 1024 / 1024,
                            });
                        }
                        Trouble::Ended => return Err(self.gone()),
                    }
                }
            }
        }
    }

    fn gone(&self) -> PrintError {
        PrintError::Ended {
            file: self.template.clone(),
        }
    }
}

/// Why the other process has not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    /// It takes too long.
    Time,
    /// It has ended.
    Ended,
}

/// The other process; it ends with this.
struct Helper {
    child: Child,
    asks: BufWriter<ChildStdin>,
    answers: Receiver<io::Result<Option<(Answer, Bytes)>>>,
    has_worked: bool,
}

impl Helper {
    fn start() -> io::Result<Self> {
        let program = PROGRAM.get().ok_or(io::ErrorKind::NotFound)?;
        let mut command = Command::new(program);
        command
            .arg(ARGUMENT)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // It shall not keep a stick from being taken out.
            .current_dir(std::env::temp_dir());
        if cfg!(unix) {
            command.env_clear();
        }
        let mut child = command.spawn()?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (asks, output) = pipes.ok_or(io::ErrorKind::BrokenPipe)?;
        let (send, answers) = channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            loop {
                let answer = receive(&mut output);
                let goes_on = matches!(answer, Ok(Some(_)));
                if send.send(answer).is_err() || !goes_on {
                    break;
                }
            }
        });
        Ok(Self {
            child,
            asks: BufWriter::new(asks),
            answers,
            has_worked: false,
        })
    }

    /// Asks, and waits no longer than `time` for the answer.
    fn ask(
        &mut self,
        ask: &Ask,
        bytes: &[Arc<Vec<u8>>],
        time: Duration,
    ) -> Result<(Answer, Bytes), Trouble> {
        // It reads whatever it is told, also while it works.
        let bytes: Vec<_> = bytes.iter().map(|bytes| bytes.as_slice()).collect();
        send(&mut self.asks, ask, &bytes).map_err(|_| Trouble::Ended)?;
        match self.answers.recv_timeout(time) {
            Ok(Ok(Some(answer))) => Ok(answer),
            Ok(Ok(None) | Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(Trouble::Ended),
            Err(RecvTimeoutError::Timeout) => Err(Trouble::Time),
        }
    }

    /// Whether it has ended itself because it took too much memory.
    fn ended_by_memory(&mut self) -> bool {
        // Its pipes close a moment before its status is there.
        for _ in 0..100 {
            if let Ok(Some(status)) = self.child.try_wait() {
                return status.code() == Some(serve::TOO_MUCH_MEMORY);
            }
            thread::sleep(Duration::from_millis(10));
        }
        false
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        // One that has ended by itself cannot be ended, and is only to be waited for.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
