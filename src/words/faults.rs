//! Why the system would not read or write, and files as sentences name them.

use std::{io, path::Path};

use super::Words;
use crate::model::shown_on_a_line;

/// Why the system would not do what it was asked: an error of input or output that can be kept and compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    kind: io::ErrorKind,
    detail: String,
    cause: Cause,
}

/// What is behind an error that its kind alone does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    /// The program, or the machine, has as many files open as it may.
    NoHandles,
    /// A share, or the disk, does not answer.
    NoAnswer,
    /// The drive was pulled out, or is broken.
    Drive,
    /// Links lead to one another, and to nothing else.
    Circle,
    Other,
}

impl Cause {
    fn of(error: &io::Error) -> Self {
        let is_one_of = |codes: &[i32]| {
            error
                .raw_os_error()
                .is_some_and(|code| codes.contains(&code))
        };
        match error.kind() {
            io::ErrorKind::TimedOut
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::NetworkDown
            | io::ErrorKind::NotConnected
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::StaleNetworkFileHandle => Self::NoAnswer,
            _ if is_one_of(&NO_HANDLES) => Self::NoHandles,
            _ if is_one_of(&NO_ANSWER) => Self::NoAnswer,
            _ if is_one_of(&DRIVE) => Self::Drive,
            _ if is_one_of(&CIRCLE) => Self::Circle,
            _ => Self::Other,
        }
    }
}

/// What the system answers when this program, or all programs together, have too many files open.
#[cfg(windows)]
const NO_HANDLES: [i32; 2] = [4, 4];
#[cfg(not(windows))]
const NO_HANDLES: [i32; 2] = [23, 24];

/// What the system answers when a share is not reached, where it has no kind of its own for that.
#[cfg(windows)]
const NO_ANSWER: [i32; 4] = [53, 59, 64, 67];
#[cfg(target_os = "linux")]
const NO_ANSWER: [i32; 1] = [112];
#[cfg(not(any(windows, target_os = "linux")))]
const NO_ANSWER: [i32; 1] = [64];

/// What the system answers when a drive was pulled out, or cannot be read or written any more.
#[cfg(windows)]
const DRIVE: [i32; 4] = [21, 433, 1117, 1167];
#[cfg(not(windows))]
const DRIVE: [i32; 3] = [5, 6, 19];

/// What the system answers when links lead in a circle.
#[cfg(windows)]
const CIRCLE: [i32; 1] = [1921];
#[cfg(target_os = "linux")]
const CIRCLE: [i32; 1] = [40];
#[cfg(not(any(windows, target_os = "linux")))]
const CIRCLE: [i32; 1] = [62];

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self {
            kind: error.kind(),
            cause: Cause::of(&error),
            detail: error.to_string(),
        }
    }
}

impl From<io::ErrorKind> for Fault {
    fn from(kind: io::ErrorKind) -> Self {
        io::Error::from(kind).into()
    }
}

/// A path of more characters than this is shortened where a sentence names it: what helps stands behind it.
const LONGEST: usize = 300;

impl Fault {
    /// Of which kind it is.
    #[must_use]
    pub const fn kind(&self) -> io::ErrorKind {
        self.kind
    }
}

impl Words {
    /// A file or a folder by its path, in the quotation marks of the language, on one line whatever is in its name.
    #[must_use]
    pub fn path(self, path: &Path) -> String {
        self.quoted(&self.place(path))
    }

    /// As [`path`](Self::path), without the quotation marks. Of a path that would fill a window the beginning and the end.
    #[must_use]
    pub fn place(self, path: &Path) -> String {
        let whole = shown_on_a_line(&path.to_string_lossy()).into_owned();
        let signs: Vec<char> = whole.chars().collect();
        if signs.len() <= LONGEST {
            return whole;
        }
        let (begin, end) = (&signs[..LONGEST / 3], &signs[signs.len() - LONGEST / 2..]);
        begin.iter().chain(&['…']).chain(end).collect()
    }

    /// Why something could not be read, and what helps: the end of a sentence.
    #[must_use]
    pub fn read_fault(self, fault: &Fault) -> String {
        match fault.kind {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => self.t("fault-not-there"),
            io::ErrorKind::PermissionDenied => self.t("fault-may-not-read"),
            io::ErrorKind::IsADirectory => self.t("fault-is-folder"),
            io::ErrorKind::InvalidFilename => self.t("fault-name-refused"),
            _ => self.refused(fault),
        }
    }

    /// Why something could not be written, and what helps: the end of a sentence.
    #[must_use]
    pub fn write_fault(self, fault: &Fault) -> String {
        self.t(match fault.kind {
            io::ErrorKind::NotFound => "fault-no-such-folder",
            io::ErrorKind::NotADirectory => "fault-below-file",
            io::ErrorKind::PermissionDenied => "fault-may-not-write",
            io::ErrorKind::ReadOnlyFilesystem => "fault-read-only-disk",
            io::ErrorKind::IsADirectory => "fault-is-folder",
            io::ErrorKind::AlreadyExists => "fault-is-there",
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => "fault-no-room",
            io::ErrorKind::InvalidFilename => "fault-name-refused",
            _ => return self.refused(fault),
        })
    }

    /// As [`write_fault`](Self::write_fault), of what has its place in the event's folder: there is no other to choose for
    /// it alone.
    #[must_use]
    pub fn kept_fault(self, fault: &Fault) -> String {
        self.t(match fault.kind {
            io::ErrorKind::NotFound => "fault-kept-no-folder",
            io::ErrorKind::PermissionDenied => "fault-kept-may-not-write",
            io::ErrorKind::ReadOnlyFilesystem => "fault-kept-read-only",
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => "fault-kept-no-room",
            _ => return self.write_fault(fault),
        })
    }

    fn refused(self, fault: &Fault) -> String {
        match fault.cause {
            Cause::NoHandles => self.t("fault-no-handles"),
            Cause::NoAnswer => self.t("fault-no-answer"),
            Cause::Drive => self.t("fault-drive"),
            Cause::Circle => self.t("fault-circle"),
            Cause::Other => self.tf(
                "fault-other",
                [("detail", shown_on_a_line(&fault.detail).into_owned().into())],
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Tongue;

    #[cfg(unix)]
    #[test]
    fn a_share_or_a_drive_that_fails_is_told_without_the_systems_own_words() {
        let told = |fault: &Fault, tongue| {
            let words = Words::new(tongue);
            [words.read_fault(fault), words.write_fault(fault)]
        };
        // No such device, an error of the device, and what a share gives that is gone or does not answer.
        for code in [5, 6, 19, 110, 112, 113, 116] {
            if !cfg!(target_os = "linux") && code > 19 {
                continue;
            }
            let fault = Fault::from(io::Error::from_raw_os_error(code));
            for tongue in Tongue::ALL {
                for sentence in told(&fault, tongue) {
                    assert!(!sentence.contains("os error"), "{code}: {sentence}");
                }
            }
        }
        let waited: Fault = io::ErrorKind::TimedOut.into();
        for sentence in told(&waited, Tongue::ZhHant) {
            assert!(!sentence.contains("timed out"), "{sentence}");
        }
    }

    #[test]
    fn what_has_its_place_is_not_to_be_put_elsewhere_alone() {
        let words = Words::default();
        for kind in [
            io::ErrorKind::PermissionDenied,
            io::ErrorKind::StorageFull,
            io::ErrorKind::ReadOnlyFilesystem,
            io::ErrorKind::NotFound,
        ] {
            let sentence = words.kept_fault(&kind.into());
            assert!(!sentence.contains("choose another"), "{sentence}");
        }
    }

    #[test]
    fn a_sentence_stays_on_its_line() {
        let words = Words::default();
        let shown = words.path(Path::new("/tmp/a\nb\u{202e}gpj.\"合照\""));
        assert_eq!(shown, "‘/tmp/a[U+000A]b[U+202E]gpj.\"合照\"’");
    }

    #[cfg(unix)]
    #[test]
    fn too_many_open_files_are_told_in_words_that_help() {
        let words = Words::default();
        for code in [23, 24] {
            let fault = Fault::from(io::Error::from_raw_os_error(code));
            for sentence in [words.read_fault(&fault), words.write_fault(&fault)] {
                assert!(sentence.contains("close other programs"), "{sentence}");
                assert!(!sentence.contains("os error"), "{sentence}");
            }
        }
        let long = Fault::from(io::Error::from_raw_os_error(36));
        if long.kind() == io::ErrorKind::InvalidFilename {
            assert_eq!(words.read_fault(&long), words.write_fault(&long));
        }
    }

    #[test]
    fn a_path_that_would_fill_the_window_is_shortened_in_its_middle() {
        let words = Words::default();
        let usual = "/home/李/活動/".to_owned() + &"d".repeat(200) + "/event.ron";
        assert_eq!(words.place(Path::new(&usual)), usual);
        let long = "/home/李/活動/".to_owned() + &"資料/".repeat(1300) + "event.ron";
        let shown = words.place(Path::new(&long));
        assert!(shown.chars().count() < 300, "{shown}");
        assert!(shown.starts_with("/home/李/活動/") && shown.ends_with("/event.ron"));
    }

    #[test]
    fn what_helps_against_a_full_disk_is_to_make_room() {
        let words = Words::default();
        let full = Fault::from(io::ErrorKind::StorageFull);
        let limited = Fault::from(io::Error::from_raw_os_error(27));
        assert_eq!(words.write_fault(&full), words.write_fault(&limited));
        assert!(words.write_fault(&full).contains("room"));
        assert_ne!(
            words.write_fault(&full),
            words.write_fault(&io::ErrorKind::PermissionDenied.into())
        );
    }
}
