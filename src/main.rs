//! Runsheet: arguments, then a window or a command.

use std::{io, process::ExitCode};

use tracing_subscriber::EnvFilter;

/// Who wants a log names it here: `RUNSHEET_LOG=runsheet=debug`.
const LOG: &str = "RUNSHEET_LOG";

fn main() -> ExitCode {
    if std::env::var_os(LOG).is_some() {
        tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::from_env(LOG))
            .with_writer(io::stderr)
            .init();
    }
    runsheet::cli::run(std::env::args_os())
}
