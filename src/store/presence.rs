//! Who has an event open: a small file for each window in `.runsheet/open/` of the event's folder.
//!
//! While a window has the event open it counts a beat in its file, and holds a lock on a second file beside it. The lock
//! goes with the program however it ends, so that on one machine it is known at once who is gone. From another machine
//! only the beat tells: whether it goes on while we look, since the clocks of two machines may differ.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    sync::OnceLock,
    time::SystemTime,
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Folder, StoreError,
    conflict_names::conflict_of,
    disk::{leads_out, modified, read_bytes},
    limits,
    write::clear_leftovers,
};

/// How often a beat is counted, in seconds.
pub const BEAT_SECONDS: u64 = 10;

/// A file whose age is told to be within this, in seconds, either way, is taken for one that is kept up.
const PLAUSIBLE_SECONDS: u64 = 60;

/// After so many looks, a beat apart, at which it stood still, a window is taken to be gone.
const STILL_LOOKS: u32 = 6;

/// How long an identity is as the name of a file, in characters.
const ID: usize = 36;

/// Who somebody is, and on which machine.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Person {
    /// What they are called on their machine.
    pub user: String,
    /// What their machine is called.
    pub host: String,
}

impl Person {
    /// Whoever runs this program. May ask the system, so not for a frame.
    #[must_use]
    pub fn myself() -> Self {
        let var = |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok());
        let user = var(&["USER", "USERNAME", "LOGNAME"]).unwrap_or_default();
        Self {
            user: plain(&full_name(&user).unwrap_or(user)),
            host: plain(&host_name()),
        }
    }
}

/// What is known of a window that has the event open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    /// Which window.
    pub id: Uuid,
    /// Whose.
    pub person: Person,
    /// Since when, by their clock.
    pub since: Timestamp,
}

/// How sure it is that a window is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// It is there.
    Here,
    /// Only time can tell.
    Unsure,
    /// It ended without a word.
    Gone,
}

/// What stands in the file of a window.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Written {
    user: String,
    host: String,
    pid: u32,
    since: Timestamp,
    beat: u64,
    /// In which folder it was written: a synced folder of the same machine carries it to another.
    #[serde(default)]
    folder: Option<String>,
}

/// A window's file as it was found.
#[derive(Clone, Debug)]
struct Found {
    presence: Presence,
    beat: u64,
    lock: Lock,
    /// Whether it was written in another folder of this machine, in which its lock is then.
    is_copied: bool,
    /// How far its last change lies from now, in seconds, by the clock of the disk; none where that is not known.
    age: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lock {
    Held,
    Free,
    /// The disk knows no locks, or the file is not there.
    Unknown,
}

/// Our own file in an event's folder. It is taken away when the event is left; see [`leave`](Self::leave).
#[derive(Debug)]
pub struct Sign {
    folder: Folder,
    id: Uuid,
    written: Written,
    /// Held as long as this program has the event open.
    lock: Option<fs::File>,
    has_left: bool,
}

impl Folder {
    fn presence_folder(&self) -> PathBuf {
        self.path().join(".runsheet").join("open")
    }

    fn presence_file(&self, id: Uuid, end: &str) -> PathBuf {
        self.presence_folder().join(format!("{id}.{end}"))
    }

    /// Whether the event could be saved here, as far as can be told without saving: a file or a folder that must not be
    /// written, or a disk that can only be read, says so.
    ///
    /// # Errors
    /// [`StoreError::Unwritten`], with the reason.
    pub fn may_write(&self) -> Result<(), StoreError> {
        let file = self.event_file();
        let refused = |path: PathBuf, error: io::Error| StoreError::Unwritten(path, error.into());
        match fs::metadata(&file) {
            Ok(found) if found.permissions().readonly() => {
                return Err(refused(file, io::ErrorKind::PermissionDenied.into()));
            }
            Ok(_) | Err(_) => {}
        }
        let probe = self.path().join(format!(".{}.part", Uuid::now_v7()));
        let made = fs::File::create_new(&probe);
        if made.is_ok() {
            fs::remove_file(&probe).ok();
        }
        match made.map_err(|error| (error.kind(), error)) {
            Err((io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem, error)) => {
                Err(refused(self.path().to_owned(), error))
            }
            // Whatever else is in the way may be gone when the event is saved.
            Ok(_) | Err(_) => Ok(()),
        }
    }

    /// The other windows that have this event open, apart from these of our own. Those that are known to be gone are
    /// forgotten.
    fn others(&self, me: &Person, own: &[Uuid]) -> Vec<Found> {
        let now = own
            .iter()
            .find_map(|id| modified(&self.presence_file(*id, "ron")))
            .unwrap_or_else(SystemTime::now);
        if leads_out(&self.presence_folder()) {
            return Vec::new();
        }
        self.clear_litter();
        let entries = fs::read_dir(self.presence_folder()).into_iter().flatten();
        let files = entries.flatten().map(|entry| entry.path());
        let ids = files.filter_map(|file| {
            let name = file.file_name()?.to_str()?;
            let id = Uuid::try_parse(name.strip_suffix(".ron")?).ok()?;
            (!own.contains(&id)).then_some(id)
        });
        let found = ids.take(limits::WINDOWS).filter_map(|id| {
            let file = self.presence_file(id, "ron");
            let bytes = read_bytes(&file, limits::PRESENCE_BYTES).ok()?;
            let written: Written = ron::de::from_bytes(&bytes).ok()?;
            let age = modified(&file).map(|then| {
                let (Ok(between) | Err(between)) =
                    now.duration_since(then).map_err(|error| error.duration());
                between.as_secs()
            });
            Some(Found {
                presence: Presence {
                    id,
                    person: Person {
                        user: plain(&written.user),
                        host: plain(&written.host),
                    },
                    since: written.since,
                },
                beat: written.beat,
                is_copied: written.host == me.host
                    && (written.folder.as_deref())
                        .is_some_and(|named| self.is_copy_of_another(Path::new(named))),
                lock: lock_of(&self.presence_file(id, "lock")),
                age,
            })
        });
        let is_gone = |found: &Found| {
            found.presence.person.host == me.host && found.lock == Lock::Free && !found.is_copied
        };
        let (gone, there): (Vec<_>, Vec<_>) = found.partition(is_gone);
        for gone in gone {
            self.forget_presence(gone.presence.id);
        }
        there
    }

    /// Takes away what synced folders and programs that were killed have left beside the files of windows, and beside the
    /// lock of who saves: nobody reads it.
    fn clear_litter(&self) {
        let open = self.presence_folder();
        clear_leftovers(&open, |name| {
            let Some((id, end)) = name.split_at_checked(ID) else {
                return false;
            };
            let is_copy = |end| conflict_of(&format!("{id}.{end}"), name).is_some();
            Uuid::try_parse(id).is_ok() && (end == ".part" || is_copy("ron") || is_copy("lock"))
        });
        if let Some(own) = open.parent() {
            clear_leftovers(own, |name| {
                conflict_of("saving", name).is_some_and(|copy| copy.is_said)
            });
        }
    }

    fn forget_presence(&self, id: Uuid) {
        if leads_out(&self.presence_folder()) {
            return;
        }
        for end in ["ron", "lock"] {
            fs::remove_file(self.presence_file(id, end)).ok();
        }
        // An event that nobody has open looks as if nobody ever had.
        let folder = self.presence_folder();
        if fs::remove_dir(&folder).is_ok()
            && let Some(above) = folder.parent()
        {
            fs::remove_dir(above).ok();
        }
    }
}

impl Sign {
    /// Says in the event's folder that this window has it open. None where that folder cannot be written, which is in
    /// nobody's way.
    #[must_use]
    pub fn put_up(folder: &Folder, me: &Person) -> Option<Self> {
        let mut sign = Self {
            folder: folder.clone(),
            id: Uuid::now_v7(),
            written: Written {
                user: me.user.clone(),
                host: me.host.clone(),
                pid: std::process::id(),
                since: Timestamp::now(),
                beat: 0,
                folder: Some(folder.path().display().to_string()),
            },
            lock: None,
            has_left: false,
        };
        match sign.beat() {
            Ok(()) => Some(sign),
            Err(error) => {
                tracing::debug!(?folder, %error, "nobody will know that this is open");
                sign.folder.forget_presence(sign.id);
                None
            }
        }
    }

    /// Which window this is.
    #[must_use]
    pub const fn id(&self) -> Uuid {
        self.id
    }

    /// Counts a beat. What somebody has taken away is put there again, unless the event itself is gone.
    ///
    /// # Errors
    /// What the system says; nobody has to be told.
    pub fn beat(&mut self) -> io::Result<()> {
        self.written.beat += 1;
        // Another window that ends takes away a folder in which nothing is left.
        let mut written = self.write();
        for _ in 0..3 {
            match written {
                Err(error) if error.kind() == io::ErrorKind::NotFound => written = self.write(),
                done => return done,
            }
        }
        written
    }

    fn write(&mut self) -> io::Result<()> {
        fs::metadata(self.folder.event_file())?;
        let folder = self.folder.presence_folder();
        for part in folder.parent().into_iter().chain([folder.as_path()]) {
            match fs::symlink_metadata(part) {
                Ok(found) if found.is_dir() => {}
                Ok(_) => return Err(io::ErrorKind::NotADirectory.into()),
                Err(_) => match fs::create_dir(part) {
                    Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                    made => made?,
                },
            }
        }
        let lock = self.folder.presence_file(self.id, "lock");
        if self.lock.is_none() || !lock.exists() {
            let file = fs::File::create(&lock)?;
            // Where there are no locks the beat is all there is.
            file.try_lock().ok();
            self.lock = Some(file);
        }
        let text = ron::to_string(&self.written).unwrap_or_default();
        let file = self.folder.presence_file(self.id, "ron");
        let aside = self.folder.presence_file(self.id, "part");
        let done = fs::write(&aside, text).and_then(|()| fs::rename(&aside, &file));
        if done.is_err() {
            fs::remove_file(&aside).ok();
        }
        done
    }

    /// Takes the file away: the event is left.
    pub fn leave(mut self) {
        self.has_left = true;
        self.lock = None;
        self.folder.forget_presence(self.id);
    }
}

impl Drop for Sign {
    /// Whoever lets go of it without a word may not have the time to wait for the disk.
    fn drop(&mut self) {
        if !self.has_left {
            let (folder, id, lock) = (self.folder.clone(), self.id, self.lock.take());
            std::thread::spawn(move || {
                drop(lock);
                folder.forget_presence(id);
            });
        }
    }
}

/// Looks, a beat apart, who else has an event open.
#[derive(Debug, Default)]
pub struct Watch {
    /// What was seen of each window: its beat, and for how many looks it has stood still; whether it is known to live.
    seen: HashMap<Uuid, (u64, u32, bool)>,
}

impl Watch {
    /// Looks once. `own` are windows of this program that are not told of.
    pub fn look(&mut self, folder: &Folder, me: &Person, own: &[Uuid]) -> Vec<(Presence, Life)> {
        let found = folder.others(me, own);
        let judged = self.judge(&found);
        for (presence, life) in &judged {
            if *life == Life::Gone {
                folder.forget_presence(presence.id);
            }
        }
        judged
    }

    fn judge(&mut self, found: &[Found]) -> Vec<(Presence, Life)> {
        self.seen
            .retain(|id, _| found.iter().any(|found| found.presence.id == *id));
        let judged = found.iter().map(|found| {
            let is_plausible = found.age.is_some_and(|age| age <= PLAUSIBLE_SECONDS);
            let seen = self.seen.entry(found.presence.id);
            let (beat, still, lives) = seen.or_insert((found.beat, 0, is_plausible));
            if *beat == found.beat {
                *still += 1;
            } else {
                (*beat, *still, *lives) = (found.beat, 0, true);
            }
            let life = if found.lock == Lock::Held {
                Life::Here
            } else if *still > STILL_LOOKS {
                Life::Gone
            } else if *lives {
                Life::Here
            } else {
                Life::Unsure
            };
            (found.presence.clone(), life)
        });
        judged.collect()
    }
}

fn lock_of(file: &Path) -> Lock {
    // A pipe would be opened for ever.
    if !fs::symlink_metadata(file).is_ok_and(|found| found.is_file()) {
        return Lock::Unknown;
    }
    match fs::File::open(file).map(|file| file.try_lock()) {
        Ok(Ok(())) => Lock::Free,
        Ok(Err(fs::TryLockError::WouldBlock)) => Lock::Held,
        Ok(Err(fs::TryLockError::Error(_))) | Err(_) => Lock::Unknown,
    }
}

/// A name as it can stand in a sentence, whatever a file says: without what would be obeyed instead of shown.
fn plain(name: &str) -> String {
    let is_shown = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let name: String = name.chars().filter(is_shown).take(60).collect();
    name.trim().to_owned()
}

/// The name that the machine knows of a person, where it is easily told.
fn full_name(user: &str) -> Option<String> {
    let known = fs::read_to_string("/etc/passwd").ok()?;
    let line = known
        .lines()
        .find(|line| line.split(':').next() == Some(user))?;
    let name = line.split(':').nth(4)?.split(',').next()?.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// What this machine is called; nothing where the system does not say. It is asked once.
pub(super) fn host_name() -> String {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(ask_host_name).clone()
}

fn ask_host_name() -> String {
    let told_by = |program: &str, arguments: &[&str]| {
        let asked = std::process::Command::new(program).args(arguments).output();
        let told = asked.ok().filter(|told| told.status.success())?;
        let told = String::from_utf8(told.stdout).ok()?;
        (!told.trim().is_empty()).then_some(told)
    };
    let told = std::env::var("COMPUTERNAME").ok();
    let told = told.or_else(|| fs::read_to_string("/proc/sys/kernel/hostname").ok());
    // A Mac's `hostname` is another in every network; what the person calls it stays.
    let told = told.or_else(|| told_by("scutil", &["--get", "ComputerName"]));
    let told = told.or_else(|| told_by("hostname", &[]));
    told.map(|name| name.trim().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
