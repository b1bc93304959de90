//! The same job without a window: arguments in, files and lines out, and one sentence for whatever could not be done.

mod args;
mod changes;
mod check;
mod display;
mod error;
mod exchange;
mod find;
mod issue;
mod make;
mod merge;
mod photos;
mod pictures;
mod press;
mod print;
mod say;
mod versions;

use std::{ffi::OsString, io::ErrorKind, path::PathBuf, process::ExitCode};

use args::{Command, PhotosCommand};
use error::CliError;
use say::Speaker;

use crate::{
    app,
    print::helper,
    store::Settings,
    words::{Tongue, Words},
};

/// The status of a program whose reader has gone: what a shell tells of one that the system ends for it. Elsewhere there
/// is no such habit.
const UNREAD: u8 = if cfg!(unix) { 128 + 13 } else { 0 };

/// What a command came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Everything was done.
    Done,
    /// It was done, and what was looked for was found and listed: problems, or changes.
    Problems,
    /// Some of it could not be done, and each has had its sentence.
    Partly,
}

/// Runs the program with these arguments, the program's own name first, in the language of the system.
///
/// The exit status is 0 when all is done, 1 when a check found problems or a printed paper lacks a photo, 2 when
/// something could not be done; then there is a sentence on standard error. It is that of a closed pipe if nobody reads
/// what is written to standard output.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if matches!(arguments.as_slice(), [_, only] if only == helper::ARGUMENT) {
        return helper::serve();
    }
    if let Some(program) = this_program() {
        helper::set_program(program);
    }
    let tag = sys_locale::get_locale().unwrap_or_default();
    let words = Words::new(Tongue::for_system(&tag));
    let speaker = Speaker::new(words);
    let outcome = match args::read(arguments, words) {
        Ok(args::Read::Run(arguments)) => perform(*arguments, &speaker),
        Ok(args::Read::Show(text)) => {
            speaker.show(&text);
            Ok(Outcome::Done)
        }
        Err(error) => Err(error),
    };
    let status = match outcome {
        Ok(Outcome::Done) => 0,
        Ok(Outcome::Problems) => 1,
        Ok(Outcome::Partly) => 2,
        Err(error) => {
            speaker.complain(&error.sentence(words));
            2
        }
    };
    ExitCode::from(match speaker.lost() {
        // Whoever reads may stop reading (`| head`): that is no fault, and nothing to speak of.
        Some(fault) if fault.kind() == ErrorKind::BrokenPipe => match status {
            0 | 1 => UNREAD.max(status),
            _ => status,
        },
        Some(fault) => {
            let fault = words.write_fault(&fault);
            speaker.complain(&words.tf("cli-lost", [("fault", fault.into())]));
            2
        }
        None => status,
    })
}

/// Where this program lies. On Linux a name that stays right when the program is replaced by a newer one meanwhile.
fn this_program() -> Option<PathBuf> {
    let own = PathBuf::from("/proc/self/exe");
    if cfg!(target_os = "linux") && own.exists() {
        return Some(own);
    }
    std::env::current_exe().ok()
}

fn perform(arguments: args::Arguments, speaker: &Speaker) -> Result<Outcome, CliError> {
    match arguments.command {
        None => {
            if let Some(trouble) = display::trouble() {
                return Err(trouble.into());
            }
            let (settings, unread) = Settings::load();
            if let Some(unread) = &unread {
                speaker.complain(&unread.sentence(speaker.words));
            }
            app::run(arguments.event, settings, unread)?;
            Ok(Outcome::Done)
        }
        Some(Command::Sample { dir }) => make::sample(&dir, speaker),
        Some(Command::New { dir, title }) => make::new(&dir, &title, speaker),
        Some(Command::Print(wanted)) => print::print(&wanted, speaker),
        Some(Command::Issue { event, note }) => issue::issue(&event, &note, speaker),
        Some(Command::Versions { event, keep, json }) => {
            versions::versions(&event, keep.as_deref(), json, speaker)
        }
        Some(Command::Changes {
            old,
            new,
            json,
            language,
        }) => changes::changes(&old, &new, json, language.as_deref(), speaker),
        Some(Command::Merge(wanted)) => merge::merge_files(&wanted, speaker),
        Some(Command::Check { event, json }) => check::check(&event, json, speaker),
        Some(Command::Import(wanted)) => exchange::import(&wanted.import(), speaker),
        Some(Command::Export(wanted)) => exchange::export(&wanted, speaker),
        Some(Command::Photos {
            command:
                PhotosCommand::Add {
                    event,
                    files,
                    session,
                },
        }) => photos::add(&event, &files, session.as_deref(), speaker),
        Some(Command::Photos {
            command:
                PhotosCommand::Export {
                    event,
                    out,
                    keep_location,
                },
        }) => press::export(&event, &out, keep_location, speaker),
    }
}
