//! Another process of this test: it is told what to do line by line, and says what it does until it is done.

use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};

/// What it says when it is done with what it was told.
pub const DONE: &str = "done";

/// How long one order may take before that is a fault.
const PATIENCE: Duration = Duration::from_mins(2);

/// The process, which ends with this.
pub struct Worker {
    name: String,
    child: Child,
    orders: ChildStdin,
    lines: Receiver<String>,
}

impl Worker {
    /// Starts this very binary with these arguments and this environment; faults name it so.
    pub fn start(
        name: &str,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Result<Self, String> {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(arguments).envs(environment.iter().copied());
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command
            .spawn()
            .map_err(|error| format!("{name}: {error}"))?;
        let (orders, out) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (send, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                send.send(line).ok();
            }
        });
        Ok(Self {
            name: name.to_owned(),
            child,
            orders,
            lines,
        })
    }

    /// Tells it what to do.
    pub fn order(&mut self, order: &str) -> Result<(), String> {
        writeln!(self.orders, "{order}").map_err(|error| format!("{}: {order}: {error}", self.name))
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
                Err(error) => return Err(format!("{}: {error}; it said {said:?}", self.name)),
            }
        }
    }

    /// Waits until it has ended by itself.
    #[allow(dead_code, reason = "those that save at once are not sent away")]
    pub fn ended(mut self) -> Result<(), String> {
        let ended = self.child.wait().map_err(|error| error.to_string())?;
        if ended.success() {
            Ok(())
        } else {
            Err(format!("{}: {ended}", self.name))
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
