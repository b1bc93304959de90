//! One of the two programs, as it is seen from the test.

use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};

use super::{DONE, LAPTOP};

/// How long one order may take before that is a fault.
const PATIENCE: Duration = Duration::from_mins(2);

/// A program on its own machine, as far as it can tell.
pub struct Program {
    who: usize,
    child: Child,
    orders: ChildStdin,
    lines: Receiver<String>,
}

impl Program {
    /// Opens the event in this folder, on the machine of this number.
    pub fn start(who: usize, folder: &Path, data: &Path, seed: u64) -> Result<Self, String> {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.arg(LAPTOP).arg(data).arg(seed.to_string());
        command.arg(folder);
        // What the machine is called, by which locks and journals are told apart.
        command.env("COMPUTERNAME", format!("laptop-{who}"));
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|error| error.to_string())?;
        let (orders, out) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (send, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                send.send(line).ok();
            }
        });
        Ok(Self {
            who,
            child,
            orders,
            lines,
        })
    }

    /// Tells it what to do.
    pub fn order(&mut self, order: &str) -> Result<(), String> {
        writeln!(self.orders, "{order}").map_err(|error| format!("{}: {order}: {error}", self.who))
    }

    /// What it says until it is done.
    pub fn said(&self) -> Result<Vec<String>, String> {
        let begun = Instant::now();
        let mut said = Vec::new();
        loop {
            let left = PATIENCE.saturating_sub(begun.elapsed());
            match self.lines.recv_timeout(left) {
                Ok(line) if line == DONE => return Ok(said),
                Ok(line) => said.push(line),
                Err(error) => {
                    return Err(format!("program {}: {error}; it said {said:?}", self.who));
                }
            }
        }
    }

    /// Closes the window as a person does.
    pub fn leave(mut self) -> Result<(), String> {
        self.order("leave")?;
        self.said()?;
        self.child.wait().map_err(|error| error.to_string())?;
        Ok(())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Where a program keeps what is its own.
pub fn data(below: &Path, who: usize) -> PathBuf {
    below.join(format!("data-{who}"))
}
