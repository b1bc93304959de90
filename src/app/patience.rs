//! How long disks are waited for: a share that hangs costs a thread, and not the window.

use std::time::Duration;

/// How long what is done on a disk is waited for. The default is the program's own; a test that is about something else
/// waits for as long as a busy machine takes.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// A folder that takes longer than this to take a journal is left for the person's own data folder. With what an
    /// edit waits for others it stays below the second within which every edit is on a disk.
    pub slow: Duration,
    /// How long the data folder is waited for: there is no other place, and a disk that is only busy gets there.
    pub slowest: Duration,
    /// How long the journal is waited for when the program ends.
    pub ending: Duration,
    /// How long the end of the program waits for our own file to be taken away that says who has the event open. On a
    /// share that does not answer it stays, and others see that its beat stands still.
    pub leaving: Duration,
}

impl Patience {
    /// For what is never given up.
    #[must_use]
    pub const fn of(time: Duration) -> Self {
        Self {
            slow: time,
            slowest: time,
            ending: time,
            leaving: time,
        }
    }
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            slow: Duration::from_millis(600),
            slowest: Duration::from_secs(15),
            ending: Duration::from_secs(2),
            leaving: Duration::from_millis(800),
        }
    }
}
