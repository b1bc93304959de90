//! The arguments, and their explanations in the language of the system.

use std::{ffi::OsString, path::PathBuf};

use clap::{
    Arg, ArgAction, ArgMatches, Args, CommandFactory, FromArgMatches, Parser, Subcommand,
    builder::{PossibleValue, PossibleValuesParser},
    error::{ContextKind, ContextValue, Error, ErrorKind},
};

use super::{CliError, exchange::Import};
use crate::{
    exchange::{Format, Removal, table::Subject},
    print::Paper,
    words::Words,
};

/// All the arguments. What each means is said in the Fluent files, under `cli-argument-`, its command and its name.
#[derive(Debug, Parser)]
#[command(
    name = "runsheet",
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub(super) struct Arguments {
    pub event: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Sample {
        dir: PathBuf,
    },
    New {
        dir: PathBuf,
        #[arg(long)]
        title: String,
    },
    Print(PrintArguments),
    Issue {
        event: PathBuf,
        #[arg(long, default_value = "")]
        note: String,
    },
    Versions {
        event: PathBuf,
        #[arg(long, value_name = "FILE")]
        keep: Option<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    Changes {
        old: PathBuf,
        new: PathBuf,
        #[arg(long)]
        json: bool,
        #[arg(long)]
        language: Option<String>,
    },
    Merge(MergeArguments),
    Check {
        event: PathBuf,
        #[arg(long)]
        json: bool,
    },
    Import(ImportArguments),
    Export(ExportArguments),
    Photos {
        #[command(subcommand)]
        command: PhotosCommand,
    },
}

#[derive(Debug, Args)]
pub(super) struct MergeArguments {
    pub base: PathBuf,
    pub ours: PathBuf,
    pub theirs: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[arg(long, value_name = "PATH")]
    pub name: Option<PathBuf>,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub language: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct ImportArguments {
    pub event: PathBuf,
    pub file: PathBuf,
    #[arg(long = "as", value_name = "KIND", value_parser = PossibleValuesParser::new(SUBJECTS.map(|(key, _)| key)))]
    pub subject: Option<String>,
    #[arg(long, value_name = "COLUMN=FIELD", num_args = 1..)]
    pub map: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    #[arg(id = "absent", long = "remove-absent", alias = "remove-missing")]
    pub remove_absent: bool,
    #[arg(id = "empty", long = "clear-empty")]
    pub clear_empty: bool,
    #[arg(id = "dry", long = "dry-run")]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct ExportArguments {
    pub event: PathBuf,
    #[arg(long, value_parser = PossibleValuesParser::new(format_keys()))]
    pub format: String,
    #[arg(long)]
    pub out: PathBuf,
    #[arg(long, value_name = "NAME", conflicts_with = "participant")]
    pub room: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub participant: Option<String>,
    #[arg(long)]
    pub staff: bool,
}

impl ExportArguments {
    /// Which file is to be made; some are known by a second name.
    pub(super) fn format(&self) -> Option<Format> {
        let alias = ALIASES.iter().find(|(alias, _)| *alias == self.format);
        Format::from_key(alias.map_or(&self.format, |(_, key)| *key))
    }
}

/// Names by which other programs know a format, and ours.
const ALIASES: [(&str, &str); 3] = [
    ("schedule-json", "schedule.json"),
    ("schedule-xml", "schedule.xml"),
    ("ical", "calendar.ics"),
];

/// What a table can be about, by what the command line calls it.
const SUBJECTS: [(&str, Subject); 2] = [
    ("participants", Subject::Participants),
    ("run-of-show", Subject::Rundown),
];

impl ImportArguments {
    /// What these arguments ask for.
    pub(super) fn import(&self) -> Import<'_> {
        let named = |key: &str| SUBJECTS.into_iter().find(|(name, _)| *name == key);
        Import {
            event: &self.event,
            file: &self.file,
            subject: self
                .subject
                .as_deref()
                .and_then(named)
                .map(|(_, subject)| subject),
            map: &self.map,
            removal: Removal {
                absent: self.remove_absent,
                cleared: self.clear_empty,
            },
            sheet: self.sheet.as_deref(),
            is_dry: self.dry_run,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct PrintArguments {
    pub event: PathBuf,
    #[arg(long, value_parser = PossibleValuesParser::new(paper_keys()))]
    pub paper: String,
    #[arg(long)]
    pub language: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub version: Option<u32>,
    #[arg(long, value_name = "NUMBER")]
    pub since: Option<u32>,
    #[arg(id = "built", long = "built-in")]
    pub is_built_in: bool,
    #[arg(long)]
    pub out: PathBuf,
}

#[derive(Debug, Subcommand)]
pub(super) enum PhotosCommand {
    Add {
        event: PathBuf,
        #[arg(required = true, num_args = 1.., value_name = "FILE")]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "TEXT")]
        session: Option<String>,
    },
    Export {
        event: PathBuf,
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        #[arg(id = "location", long = "keep-location")]
        keep_location: bool,
    },
}

/// What stands for every paper.
pub(super) const ALL_PAPERS: &str = "all";

fn format_keys() -> [PossibleValue; Format::ALL.len()] {
    Format::ALL.map(|format| {
        let alias = ALIASES.iter().find(|(_, key)| *key == format.key());
        PossibleValue::new(format.key()).aliases(alias.map(|(alias, _)| *alias))
    })
}

fn paper_keys() -> Vec<&'static str> {
    Paper::ALL
        .into_iter()
        .map(Paper::key)
        .chain([ALL_PAPERS])
        .collect()
}

/// What the arguments ask for.
pub(super) enum Read {
    /// To do this.
    Run(Box<Arguments>),
    /// To show this text: the help, or the version.
    Show(String),
}

/// Reads the arguments, the program's own name first.
pub(super) fn read(
    arguments: impl IntoIterator<Item = OsString>,
    words: Words,
) -> Result<Read, CliError> {
    let command = explained(Arguments::command(), "runsheet", words)
        .bin_name("runsheet")
        .version(env!("CARGO_PKG_VERSION"))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words.t("cli-version"))
                .help_heading(heading("cli-heading-options", words)),
        );
    let read = command
        .try_get_matches_from(arguments)
        .and_then(|matches: ArgMatches| Arguments::from_arg_matches(&matches));
    match read {
        Ok(arguments) => Ok(Read::Run(Box::new(arguments))),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(Read::Show(error.to_string())),
            _ => Err(CliError::Usage(sentence(&error, words))),
        },
    }
}

/// A command with what it does, and each of its arguments with what it means. Its messages are called after it:
/// `place` is its name, or for one below another both names.
fn explained(mut command: clap::Command, place: &str, words: Words) -> clap::Command {
    let (options, arguments) = (
        heading("cli-heading-options", words),
        heading("cli-heading-arguments", words),
    );
    command = command
        .about(words.t(&format!("cli-about-{place}")))
        .subcommand_help_heading(heading("cli-heading-commands", words))
        .help_template(format!(
            "{{about}}\n\n{} {{usage}}\n\n{{all-args}}\n",
            words.t("cli-heading-usage")
        ))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .mut_args(|arg| {
            let key = format!("cli-argument-{place}-{}", arg.get_id());
            let heading = if arg.is_positional() {
                arguments
            } else {
                options
            };
            // The help says them itself.
            let has_values = arg.get_action().takes_values();
            let arg = arg.help(words.t(&key)).help_heading(heading);
            if has_values {
                arg.hide_possible_values(true)
            } else {
                arg
            }
        })
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(words.t("cli-help"))
                .help_heading(options),
        );
    let names: Vec<String> = command
        .get_subcommands()
        .map(|below| below.get_name().to_owned())
        .collect();
    for name in names {
        let below = if place == "runsheet" {
            name.clone()
        } else {
            format!("{place}-{name}")
        };
        command = command.mut_subcommand(name, |it| explained(it, &below, words));
    }
    command
}

/// A heading of the help, which keeps it as long as the program runs; there are a handful, made once.
fn heading(key: &str, words: Words) -> &'static str {
    words.t(key).leak()
}

/// One sentence about arguments that cannot be understood.
fn sentence(error: &Error, words: Words) -> String {
    let said = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(" "),
        Some(_) | None => String::new(),
    };
    let argument = said(ContextKind::InvalidArg);
    let quoted = |text: String| words.quoted(&text);
    match error.kind() {
        ErrorKind::InvalidValue if said(ContextKind::InvalidValue).is_empty() => {
            words.tf("cli-wrong-no-value", [("argument", argument.into())])
        }
        ErrorKind::InvalidValue => {
            let possible = match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(values)) => words.series(values),
                Some(_) | None => String::new(),
            };
            words.tf(
                "cli-wrong-value",
                [
                    ("value", quoted(said(ContextKind::InvalidValue)).into()),
                    ("argument", argument.into()),
                    ("possible", possible.into()),
                ],
            )
        }
        ErrorKind::ValueValidation => words.tf(
            "cli-wrong-number",
            [
                ("value", quoted(said(ContextKind::InvalidValue)).into()),
                ("argument", argument.into()),
            ],
        ),
        ErrorKind::MissingRequiredArgument => {
            words.tf("cli-wrong-missing", [("argument", argument.into())])
        }
        ErrorKind::UnknownArgument => {
            words.tf("cli-wrong-unknown", [("argument", quoted(argument).into())])
        }
        ErrorKind::InvalidSubcommand => words.tf(
            "cli-wrong-unknown",
            [(
                "argument",
                quoted(said(ContextKind::InvalidSubcommand)).into(),
            )],
        ),
        _ => words.t("cli-wrong"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::has_han, words::Tongue};

    fn wrong(arguments: &[&str]) -> String {
        let arguments = ["runsheet"].iter().chain(arguments).map(OsString::from);
        match read(arguments, Words::default()) {
            Err(error) => error.sentence(Words::default()),
            Ok(_) => panic!("was understood"),
        }
    }

    fn shown(arguments: &[&str], tongue: Tongue) -> String {
        let arguments = ["runsheet"].iter().chain(arguments).map(OsString::from);
        match read(arguments, Words::new(tongue)) {
            Ok(Read::Show(text)) => text,
            Ok(Read::Run(_)) | Err(_) => panic!("shows nothing"),
        }
    }

    #[test]
    fn the_arguments_contradict_each_other_nowhere() {
        explained(Arguments::command(), "runsheet", Words::default()).debug_assert();
    }

    #[test]
    fn everything_is_explained_in_every_language() {
        let mut places = vec![vec![]];
        for command in [
            "sample", "new", "print", "issue", "versions", "changes", "merge", "check", "import",
            "export", "photos",
        ] {
            places.push(vec![command]);
        }
        places.push(vec!["photos", "add"]);
        places.push(vec!["photos", "export"]);
        for tongue in Tongue::ALL {
            for place in &places {
                let mut arguments = place.clone();
                arguments.push("--help");
                let text = shown(&arguments, tongue);
                assert!(!text.contains("cli-"), "{text}");
                let chinese = has_han(&text);
                assert_eq!(chinese, tongue != Tongue::En, "{text}");
            }
        }
        assert_eq!(
            shown(&["--version"], Tongue::En),
            concat!("runsheet ", env!("CARGO_PKG_VERSION"), "\n")
        );
    }

    #[test]
    fn what_is_wrong_is_said_in_one_sentence() {
        for (arguments, word) in [
            (
                &["print", "e", "--paper", "poster", "--out", "x"][..],
                "name-list",
            ),
            (&["print", "e", "--paper"], "--paper"),
            (&["print", "e", "--paper", "all"], "--out"),
            (&["print", "e", "--version", "three"], "three"),
            (&["new", "e"], "--title"),
            (&["sample"], "DIR"),
            (&["check", "e", "--xml"], "--xml"),
            (&["check", "e", "f"], "f"),
            (&["photos"], "--help"),
            (&["photos", "remove"], "remove"),
            (&["photos", "add", "e"], "FILE"),
            (&["e", "f"], "--help"),
        ] {
            let sentence = wrong(arguments);
            assert!(sentence.contains(word), "{arguments:?}: {sentence}");
            assert!(
                !sentence.contains('\n') && !sentence.contains("cli-"),
                "{sentence}"
            );
        }
    }
}
