//! What a person has chosen for themselves: never a part of an event.

use std::{
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use directories::ProjectDirs;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

mod kept;

use super::{StoreError, disk::read_bytes, write::write_through};
use crate::{limits::settings as limits, sheet::Habits, words::Tongue};
use kept::set_aside;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Theme {
    /// As the system has it.
    System,
    /// Light.
    #[default]
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order in which a menu offers them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];
}

/// A person's own settings. Instead of settings that cannot be read there are the usual ones, since nothing of an event
/// depends on them; what the file held is kept beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the interface; none is the system's.
    pub language: Option<Tongue>,
    /// Light or dark.
    pub theme: Theme,
    /// How much larger than usual everything is drawn: 1 is the usual size.
    pub scale: f32,
    /// The folders of the events that were open last, the latest first.
    pub recent: Vec<PathBuf>,
    /// The width of the navigation at the left, in points.
    pub side_width: f32,
    /// The width of the form at the right, in points.
    pub form_width: f32,
    /// How the views of the run-of-show are liked.
    pub sheet: Habits,
    /// Width and height of the window, in points; none until it has been resized.
    pub window: Option<(f32, f32)>,
    /// What the columns of other people's tables held, the latest first.
    pub mappings: Vec<Mapping>,
}

/// What the columns of a table held that had these headings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// The sheet of the workbook; empty for a file without sheets.
    pub sheet: String,
    /// The headings, from the first column.
    pub headings: Vec<String>,
    /// What each column holds, as `--map` names it; empty for nothing.
    pub targets: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::default(),
            scale: 1.0,
            recent: Vec::new(),
            side_width: 200.0,
            form_width: 400.0,
            sheet: Habits::default(),
            window: None,
            mappings: Vec::new(),
        }
    }
}

impl Settings {
    /// Where this person's settings are. None on a system that has no place for them.
    #[must_use]
    pub fn file() -> Option<PathBuf> {
        ProjectDirs::from("", "", "Runsheet").map(|dirs| dirs.config_dir().join("settings.ron"))
    }

    /// The settings of this person; and that they are not those in the file, if that could not be read.
    #[must_use]
    pub fn load() -> (Self, Option<StoreError>) {
        Self::file().map_or_else(Default::default, |file| Self::load_from(&file))
    }

    /// As [`load`](Self::load), from this file.
    #[must_use]
    pub fn load_from(file: &Path) -> (Self, Option<StoreError>) {
        match Self::read_from(file) {
            Read::Settings(settings) => (settings, None),
            Read::Nothing => (Self::default(), None),
            Read::Unreadable => (Self::default(), Some(set_aside(file))),
        }
    }

    /// The settings in the bytes of a file; the usual ones where they cannot be read.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self::read(bytes).unwrap_or_default()
    }

    fn read_from(file: &Path) -> Read {
        match read_bytes(file, limits::SETTINGS_BYTES) {
            Ok(bytes) => Self::read(&bytes).map_or(Read::Unreadable, Read::Settings),
            Err(StoreError::Missing(_)) => Read::Nothing,
            Err(_) => Read::Unreadable,
        }
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let read: Self = ron::de::from_bytes(bytes).ok()?;
        Some(read.within_reason())
    }

    /// These settings where they differ from `base`, which was known before, and else `theirs`, which another program
    /// has written meanwhile.
    fn over(&self, base: &Self, theirs: &Self) -> Self {
        fn of<T: Clone + PartialEq>(mine: &T, base: &T, theirs: &T) -> T {
            if mine == base { theirs } else { mine }.clone()
        }
        fn list<T: Clone + PartialEq>(mine: &[T], theirs: &[T], most: usize) -> Vec<T> {
            let more = theirs.iter().filter(|one| !mine.contains(one));
            mine.iter().chain(more).take(most).cloned().collect()
        }
        let Self {
            language,
            theme,
            scale,
            recent,
            side_width,
            form_width,
            sheet,
            window,
            mappings,
        } = self;
        Self {
            language: of(language, &base.language, &theirs.language),
            theme: of(theme, &base.theme, &theirs.theme),
            scale: of(scale, &base.scale, &theirs.scale),
            // What was opened there was opened as well.
            recent: if *recent == base.recent {
                theirs.recent.clone()
            } else {
                list(recent, &theirs.recent, limits::RECENT)
            },
            side_width: of(side_width, &base.side_width, &theirs.side_width),
            form_width: of(form_width, &base.form_width, &theirs.form_width),
            sheet: of(sheet, &base.sheet, &theirs.sheet),
            window: of(window, &base.window, &theirs.window),
            mappings: if *mappings == base.mappings {
                theirs.mappings.clone()
            } else {
                let is_known =
                    |one: &&Mapping| !mappings.iter().any(|m| m.headings == one.headings);
                let more = theirs.mappings.iter().filter(is_known);
                let all = mappings.iter().chain(more);
                all.take(limits::MAPPINGS).cloned().collect()
            },
        }
    }

    /// Keeps the settings in a file.
    ///
    /// # Errors
    /// [`StoreError::Unwritten`]; then the file is as it was.
    pub fn save_to(&self, file: &Path) -> Result<(), StoreError> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|error| StoreError::Unwritten(folder.to_owned(), error.into()))?;
        }
        // A person may keep their settings elsewhere, and have a link to them here.
        write_through(file, self.to_ron().as_bytes())
    }

    /// The text of a settings file.
    #[must_use]
    pub fn to_ron(&self) -> String {
        ron::ser::to_string_pretty(self, PrettyConfig::new().new_line("\n")).unwrap_or_default()
    }

    /// Remembers an event's folder as the one that was open last.
    pub fn remember(&mut self, folder: &Path) {
        self.forget(folder);
        self.recent.insert(0, folder.to_owned());
        self.recent.truncate(limits::RECENT);
    }

    /// Forgets an event's folder, since it is not there any more.
    pub fn forget(&mut self, folder: &Path) {
        self.recent.retain(|recent| recent != folder);
    }

    /// Remembers what the columns of a table held.
    pub fn remember_mapping(&mut self, mapping: Mapping) {
        self.mappings
            .retain(|known| known.headings != mapping.headings);
        self.mappings.insert(0, mapping);
        self.mappings.truncate(limits::MAPPINGS);
    }

    /// What the columns of a table with these headings held the last time.
    #[must_use]
    pub fn mapping(&self, headings: &[String]) -> Option<&Mapping> {
        self.mappings
            .iter()
            .find(|known| known.headings == headings)
    }

    /// The same settings, with what no window could be drawn by put right.
    fn within_reason(mut self) -> Self {
        let usual = Self::default();
        let or = |value: f32, usual: f32, least: f32, most: f32| {
            if value.is_finite() {
                value.clamp(least, most)
            } else {
                usual
            }
        };
        self.scale = or(self.scale, usual.scale, 0.5, 4.0);
        self.side_width = or(self.side_width, usual.side_width, 80.0, 4000.0);
        self.form_width = or(self.form_width, usual.form_width, 80.0, 4000.0);
        self.window = self
            .window
            .filter(|(width, height)| width.is_finite() && height.is_finite())
            .map(|(width, height)| (width.clamp(480.0, 16_000.0), height.clamp(320.0, 16_000.0)));
        self.recent.truncate(limits::RECENT);
        self.mappings.truncate(limits::MAPPINGS);
        self
    }
}

/// What a settings file is found to be.
enum Read {
    /// Settings.
    Settings(Settings),
    /// Not there.
    Nothing,
    /// There, and no settings that this program can read.
    Unreadable,
}

/// Writes settings to their file from several threads: however late one comes, the newest settings are what stays. Of
/// what another program has written since, whatever was not changed here stays as well.
#[derive(Debug, Default)]
pub struct SettingsFile {
    given: AtomicU64,
    written: Mutex<Written>,
}

/// What was written last.
#[derive(Debug, Default)]
struct Written {
    turn: u64,
    /// The settings as this program wrote or read them last.
    settings: Settings,
}

/// The place of some settings among all that are to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Turn(u64);

impl SettingsFile {
    /// A file from which these settings were read.
    #[must_use]
    pub fn with(settings: Settings) -> Self {
        let written = Written { turn: 0, settings };
        Self {
            given: AtomicU64::new(0),
            written: Mutex::new(written),
        }
    }

    /// The next turn. Settings that have a later turn are newer.
    pub fn turn(&self) -> Turn {
        Turn(self.given.fetch_add(1, Ordering::Relaxed) + 1)
    }

    /// Writes the settings that have this turn into a file, unless newer ones have been written. If the file holds none that
    /// can be read, it is kept aside, which is told.
    ///
    /// # Errors
    /// As [`Settings::save_to`], and [`StoreError::Settings`] if the file could be neither read nor kept.
    pub fn write(
        &self,
        turn: Turn,
        settings: &Settings,
        file: &Path,
    ) -> Result<Option<StoreError>, StoreError> {
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        let mut aside = None;
        if written.turn < turn.0 {
            let theirs = match Settings::read_from(file) {
                Read::Settings(theirs) => Some(theirs),
                Read::Nothing => None,
                Read::Unreadable => {
                    let told = set_aside(file);
                    if matches!(told, StoreError::Settings(_, None)) {
                        return Err(told);
                    }
                    aside = Some(told);
                    None
                }
            };
            let theirs = theirs.as_ref().unwrap_or(&written.settings);
            settings.over(&written.settings, theirs).save_to(file)?;
            *written = Written {
                turn: turn.0,
                settings: settings.clone(),
            };
        }
        Ok(aside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_settings_stay_however_late_older_ones_come() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.ron");
        let with = |theme| Settings {
            theme,
            ..Settings::default()
        };
        let writer = SettingsFile::default();
        let (older, newer, newest) = (writer.turn(), writer.turn(), writer.turn());
        writer.write(newer, &with(Theme::Dark), &file).unwrap();
        writer.write(older, &with(Theme::Light), &file).unwrap();
        assert_eq!(Settings::load_from(&file).0.theme, Theme::Dark);
        writer.write(newest, &with(Theme::System), &file).unwrap();
        assert_eq!(Settings::load_from(&file).0.theme, Theme::System);
    }

    #[test]
    fn of_two_programs_each_keeps_what_the_other_changed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.ron");
        let begun = Settings {
            scale: 1.2,
            ..Settings::default()
        };
        begun.save_to(&file).unwrap();
        let (one, other) = (
            SettingsFile::with(begun.clone()),
            SettingsFile::with(begun.clone()),
        );
        let mut dark = Settings {
            theme: Theme::Dark,
            ..begun.clone()
        };
        dark.remember(Path::new("/events/one"));
        one.write(one.turn(), &dark, &file).unwrap();
        let mut large = Settings {
            scale: 1.5,
            ..begun
        };
        large.remember(Path::new("/events/other"));
        other.write(other.turn(), &large, &file).unwrap();
        let (read, _) = Settings::load_from(&file);
        assert_eq!((read.theme, read.language), (Theme::Dark, None));
        assert!((read.scale - 1.5).abs() < f32::EPSILON);
        let recent = ["/events/other", "/events/one"].map(PathBuf::from);
        assert_eq!(read.recent, recent);
        // What is set back here is meant, and what is not touched is left.
        dark.theme = Theme::Light;
        one.write(one.turn(), &dark, &file).unwrap();
        let (read, _) = Settings::load_from(&file);
        assert_eq!(read.theme, Theme::Light);
        assert!((read.scale - 1.5).abs() < f32::EPSILON);
    }

    #[test]
    fn settings_are_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/settings.ron");
        let mut settings = Settings {
            language: Some(Tongue::ZhHant),
            theme: Theme::Dark,
            scale: 1.5,
            window: Some((1366.0, 768.0)),
            ..Settings::default()
        };
        settings.remember(Path::new("/events/研討會"));
        settings.save_to(&file).unwrap();
        assert_eq!(Settings::load_from(&file), (settings, None));
    }

    #[test]
    fn settings_that_cannot_be_read_are_kept_aside_and_told() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let file = at("settings.ron");
        assert_eq!(Settings::load_from(&file), (Settings::default(), None));
        let unreadable = ["(scale: ", "(theme: Pink)", "\u{0}", "[1, 2]", ""];
        for _ in 0..2 {
            // The same bytes are kept once, however often the program is started.
            for (text, kept) in unreadable.into_iter().zip(1..) {
                std::fs::write(&file, text).unwrap();
                let kept = at(&match kept {
                    1 => "settings.unreadable.ron".to_owned(),
                    _ => format!("settings.unreadable ({kept}).ron"),
                });
                let told = StoreError::Settings(file.clone(), Some(kept.clone()));
                let read = Settings::load_from(&file);
                assert_eq!(read, (Settings::default(), Some(told)), "{text:?}");
                assert_eq!(std::fs::read_to_string(&kept).unwrap(), text);
                assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
            }
        }
        let names = std::fs::read_dir(folder.path()).unwrap();
        assert_eq!(names.count(), unreadable.len() + 1);
        // What is no file is neither read nor kept.
        let (settings, told) = Settings::load_from(folder.path());
        assert_eq!(settings, Settings::default());
        let nothing_kept = StoreError::Settings(folder.path().to_owned(), None);
        assert_eq!(told, Some(nothing_kept));
    }

    #[test]
    fn settings_that_cannot_be_read_are_replaced_when_they_are_kept_and_not_before() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.ron");
        let mine = Settings {
            theme: Theme::Dark,
            ..Settings::default()
        };
        let writer = SettingsFile::default();
        std::fs::write(&file, "(theme: Pink)").unwrap();
        let told = writer.write(writer.turn(), &mine, &file).unwrap();
        let kept = folder.path().join("settings.unreadable.ron");
        let expected = StoreError::Settings(file.clone(), Some(kept.clone()));
        assert_eq!(told, Some(expected));
        assert_eq!(std::fs::read_to_string(&kept).unwrap(), "(theme: Pink)");
        assert_eq!(Settings::load_from(&file), (mine.clone(), None));
        assert_eq!(writer.write(writer.turn(), &mine, &file), Ok(None));
        // More than is kept of such a file: it stays.
        let large = vec![b' '; crate::limits::event::EVENT_BYTES as usize + 1];
        std::fs::write(&file, &large).unwrap();
        let refused = Err(StoreError::Settings(file.clone(), None));
        assert_eq!(writer.write(writer.turn(), &mine, &file), refused);
        assert_eq!(std::fs::metadata(&file).unwrap().len(), large.len() as u64);
    }

    #[test]
    fn a_setting_of_a_later_program_does_not_cost_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.ron");
        std::fs::write(&file, "(theme: Dark, sound: true, scale: 900.0)").unwrap();
        let (settings, unread) = Settings::load_from(&file);
        assert_eq!(unread, None);
        assert_eq!(settings.theme, Theme::Dark);
        assert!((settings.scale - 4.0).abs() < f32::EPSILON);
    }

    #[test]
    fn the_latest_event_stands_first_and_once() {
        let mut settings = Settings::default();
        for number in 0..30 {
            settings.remember(Path::new(&format!("/events/{number}")));
        }
        settings.remember(Path::new("/events/25"));
        assert_eq!(settings.recent.len(), limits::RECENT);
        assert_eq!(settings.recent[0], Path::new("/events/25"));
        assert_eq!(settings.recent[1], Path::new("/events/29"));
    }
}
