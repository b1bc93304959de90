//! Whether a window can open here, found out before anything tries: the libraries that open it end the program
//! when one is missing.

use crate::words::Words;

/// Why no window can open.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum DisplayTrouble {
    /// Nothing says which display to use.
    #[error("no display")]
    None,
    /// The display that is named does not answer.
    #[error("the display {0} does not answer")]
    Silent(String),
    /// A library of the system is not installed.
    #[error("{file} is missing")]
    Library {
        /// The library's file.
        file: &'static str,
        /// The Debian package that holds it.
        package: &'static str,
    },
}

impl DisplayTrouble {
    /// One sentence: what is missing, and what the person can do, with the command that needs no window.
    pub(super) fn sentence(&self, words: Words) -> String {
        match self {
            Self::None => words.t("cli-no-display"),
            Self::Silent(name) => words.tf(
                "cli-display-silent",
                [("display", words.quoted(name).into())],
            ),
            Self::Library { file, package } => words.tf(
                "cli-library-missing",
                [("library", (*file).into()), ("package", (*package).into())],
            ),
        }
    }
}

/// Why no window can open on this machine, now; none if nothing is in its way that can be seen from here.
pub(super) fn trouble() -> Option<DisplayTrouble> {
    #[cfg(all(unix, not(target_os = "macos")))]
    {
        unix::trouble(&unix::Machine)
    }
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    {
        None
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
mod unix {
    use std::{
        env, fs,
        os::unix::{ffi::OsStrExt, net::UnixStream},
        path::{Path, PathBuf},
    };

    use super::DisplayTrouble;

    /// A library, the Debian package that holds it, and another that serves as well.
    struct Library {
        file: &'static str,
        package: &'static str,
        or: Option<&'static str>,
    }

    const fn library(file: &'static str, package: &'static str) -> Library {
        Library {
            file,
            package,
            or: None,
        }
    }

    /// What a window under X11 loads.
    const X11: [Library; 8] = [
        library("libX11.so.6", "libx11-6"),
        library("libX11-xcb.so.1", "libx11-xcb1"),
        library("libxcb.so.1", "libxcb1"),
        library("libXcursor.so.1", "libxcursor1"),
        library("libXi.so.6", "libxi6"),
        library("libxkbcommon.so.0", "libxkbcommon0"),
        library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        Library {
            file: "libGL.so.1",
            package: "libgl1",
            or: Some("libEGL.so.1"),
        },
    ];

    /// What a window under Wayland loads.
    const WAYLAND: [Library; 4] = [
        library("libwayland-client.so.0", "libwayland-client0"),
        library("libwayland-egl.so.1", "libwayland-egl1"),
        library("libxkbcommon.so.0", "libxkbcommon0"),
        library("libEGL.so.1", "libegl1"),
    ];

    /// What is asked of the machine; a test answers in its place.
    pub(super) trait Surroundings {
        /// A variable of the environment, if it is set to something.
        fn variable(&self, name: &str) -> Option<String>;
        /// Whether something listens at this socket.
        fn listens(&self, socket: &Path) -> bool;
        /// Whether an X server listens at this display: its host, empty for this machine, and its number.
        fn x_listens(&self, host: &str, number: u16) -> bool;
        /// Whether a library is installed.
        fn has(&self, library: &str) -> bool;
    }

    /// The checks, in the order in which the window would meet them.
    pub(super) fn trouble(machine: &dyn Surroundings) -> Option<DisplayTrouble> {
        // As winit decides: Wayland where it is named, else X11, never both.
        let inherited = machine.variable("WAYLAND_SOCKET").is_some();
        let wayland = machine.variable("WAYLAND_DISPLAY");
        if inherited || wayland.is_some() {
            if let Some(name) = wayland.filter(|_| !inherited) {
                let folder = machine.variable("XDG_RUNTIME_DIR").unwrap_or_default();
                if !machine.listens(&Path::new(&folder).join(&name)) {
                    return Some(DisplayTrouble::Silent(name));
                }
            }
            return missing(machine, &WAYLAND);
        }
        let Some(display) = machine.variable("DISPLAY") else {
            return Some(DisplayTrouble::None);
        };
        if !x_answers(machine, &display) {
            return Some(DisplayTrouble::Silent(display));
        }
        missing(machine, &X11)
    }

    /// Whether the X server answers that `DISPLAY` names: `:0`, `:0.0`, `unix:0`, `host:10.0`, or a socket's path.
    fn x_answers(machine: &dyn Surroundings, display: &str) -> bool {
        if display.starts_with('/') {
            let without_screen = display.rsplit_once('.').map_or(display, |(path, _)| path);
            return [display, without_screen]
                .iter()
                .any(|path| machine.listens(Path::new(path)));
        }
        let Some((host, rest)) = display.rsplit_once(':') else {
            return false;
        };
        let number = rest.split('.').next().unwrap_or_default();
        let host = if host == "unix" { "" } else { host };
        number
            .parse()
            .is_ok_and(|number| machine.x_listens(host, number))
    }

    fn missing(machine: &dyn Surroundings, libraries: &[Library]) -> Option<DisplayTrouble> {
        libraries
            .iter()
            .find(|library| {
                !machine.has(library.file) && !library.or.is_some_and(|other| machine.has(other))
            })
            .map(|library| DisplayTrouble::Library {
                file: library.file,
                package: library.package,
            })
    }

    /// This machine.
    pub(super) struct Machine;

    impl Surroundings for Machine {
        fn variable(&self, name: &str) -> Option<String> {
            let value = env::var_os(name)?.to_string_lossy().into_owned();
            Some(value).filter(|value| !value.is_empty())
        }

        fn listens(&self, socket: &Path) -> bool {
            UnixStream::connect(socket).is_ok()
        }

        fn x_listens(&self, host: &str, number: u16) -> bool {
            if host.is_empty() {
                let path = format!("/tmp/.X11-unix/X{number}");
                return UnixStream::connect(&path).is_ok() || listens_unnamed(&path);
            }
            // A display of another machine is left to the library that draws on it: nothing here uses a network.
            true
        }

        fn has(&self, library: &str) -> bool {
            // What the loader keeps. Without it this is a system of another kind, where we know nothing.
            let Ok(cache) = fs::read("/etc/ld.so.cache") else {
                return true;
            };
            let kept = cache
                .split(|&byte| byte == 0)
                .filter(|text| text.starts_with(b"/"))
                .map(|text| Path::new(std::ffi::OsStr::from_bytes(text)))
                .any(|path| path.file_name().is_some_and(|name| name == library) && path.exists());
            let mut folders: Vec<PathBuf> = ["/lib", "/usr/lib", "/lib64", "/usr/lib64"]
                .map(PathBuf::from)
                .into();
            if let Some(more) = env::var_os("LD_LIBRARY_PATH") {
                folders.extend(env::split_paths(&more));
            }
            kept || folders.iter().any(|folder| folder.join(library).exists())
        }
    }

    #[cfg(target_os = "linux")]
    fn listens_unnamed(name: &str) -> bool {
        use std::os::linux::net::SocketAddrExt;
        std::os::unix::net::SocketAddr::from_abstract_name(name)
            .is_ok_and(|address| UnixStream::connect_addr(&address).is_ok())
    }

    #[cfg(not(target_os = "linux"))]
    fn listens_unnamed(_: &str) -> bool {
        false
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        struct Desk {
            variables: Vec<(&'static str, &'static str)>,
            displays: Vec<(&'static str, u16)>,
            sockets: Vec<&'static str>,
            without: Vec<&'static str>,
        }

        impl Surroundings for Desk {
            fn variable(&self, name: &str) -> Option<String> {
                let (_, value) = self.variables.iter().find(|(it, _)| *it == name)?;
                Some((*value).to_owned())
            }

            fn listens(&self, socket: &Path) -> bool {
                self.sockets.iter().any(|it| Path::new(it) == socket)
            }

            fn x_listens(&self, host: &str, number: u16) -> bool {
                self.displays.contains(&(host, number))
            }

            fn has(&self, library: &str) -> bool {
                !self.without.contains(&library)
            }
        }

        fn desk(variables: &[(&'static str, &'static str)]) -> Desk {
            Desk {
                variables: variables.to_vec(),
                displays: vec![("", 0), ("", 99), ("far", 10)],
                sockets: vec!["/run/user/1/wayland-0", "/tmp/launch/x:0"],
                without: Vec::new(),
            }
        }

        #[test]
        fn a_display_that_answers_is_no_trouble() {
            for display in [":0", ":99.0", "unix:0", "far:10.0", "/tmp/launch/x:0"] {
                assert_eq!(trouble(&desk(&[("DISPLAY", display)])), None, "{display}");
            }
            let wayland = [
                ("WAYLAND_DISPLAY", "wayland-0"),
                ("XDG_RUNTIME_DIR", "/run/user/1"),
            ];
            assert_eq!(trouble(&desk(&wayland)), None);
            assert_eq!(trouble(&desk(&[("WAYLAND_SOCKET", "5")])), None);
        }

        #[test]
        fn no_display_and_one_that_is_silent_are_told_apart() {
            assert_eq!(trouble(&desk(&[])), Some(DisplayTrouble::None));
            for display in [":1", "far:11", "nonsense", ":", ":x", "/tmp/none"] {
                assert_eq!(
                    trouble(&desk(&[("DISPLAY", display)])),
                    Some(DisplayTrouble::Silent(display.into()))
                );
            }
            let wayland = [
                ("WAYLAND_DISPLAY", "wayland-7"),
                ("XDG_RUNTIME_DIR", "/run/user/1"),
            ];
            assert_eq!(
                trouble(&desk(&wayland)),
                Some(DisplayTrouble::Silent("wayland-7".into()))
            );
        }

        #[test]
        fn a_missing_library_is_named_with_its_package() {
            let x11 = |without: &[&'static str]| {
                let mut desk = desk(&[("DISPLAY", ":0")]);
                desk.without = without.to_vec();
                trouble(&desk)
            };
            assert_eq!(
                x11(&["libxkbcommon-x11.so.0"]),
                Some(DisplayTrouble::Library {
                    file: "libxkbcommon-x11.so.0",
                    package: "libxkbcommon-x11-0",
                })
            );
            assert_eq!(x11(&["libGL.so.1"]), None, "EGL serves as well");
            assert!(x11(&["libGL.so.1", "libEGL.so.1"]).is_some());
            assert_eq!(x11(&["libwayland-client.so.0"]), None);
        }
    }
}
