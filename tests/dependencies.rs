//! What the program is made of: why each crate is there, and that none of them takes it to a network.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_reason_for_each_dependency_is_beside_it() {
    for file in ["Cargo.toml", "tests/fuzz/Cargo.toml"] {
        let text = fs::read_to_string(home().join(file)).unwrap();
        let mut is_dependency = false;
        let mut before = "";
        let mut count = 0;
        for line in text.lines() {
            if line.starts_with('[') {
                is_dependency = line.ends_with("dependencies]");
                // A table for one system has its reason above it, and what it adds is a feature of a dependency above.
                before = if line.contains("target.") { before } else { "" };
                continue;
            }
            if is_dependency && line.contains('=') {
                assert!(before.starts_with("# "), "{file}: {line}");
                count += 1;
            }
            before = line;
        }
        assert!(count >= 5, "{file}: {count}");
    }
}

/// What names sockets of a network in a source.
const SIGNS: [&str; 5] = [
    "TcpStream",
    "TcpListener",
    "UdpSocket",
    "ToSocketAddrs",
    "AF_INET",
];

/// The crates of the program whose sources name sockets of a network, each with why that takes it to none. Whoever adds
/// one to this list has read what it does with them; that the program asks for none is seen in a real window.
#[cfg(target_os = "linux")]
const REVIEWED: [(&str, &str); 8] = [
    (
        "async-io",
        "waits for the sockets of others; zbus gives it that of the session's bus",
    ),
    ("libc", "declares what the system offers"),
    ("linux-raw-sys", "declares what the system offers"),
    ("nix", "declares what the system offers"),
    ("rustix", "declares what the system offers"),
    (
        "url",
        "turns an address into a socket's, if it is asked to; nobody asks",
    ),
    (
        "x11rb",
        "a display of this machine is a socket of its file system; one of another machine is asked for by DISPLAY",
    ),
    (
        "zbus",
        "the session's bus is a socket of this machine; another is asked for by DBUS_SESSION_BUS_ADDRESS",
    ),
];

/// Every crate that the program itself is made of, on this system, with its sources' folder.
#[cfg(target_os = "linux")]
fn crates() -> BTreeMap<String, Vec<PathBuf>> {
    let said = Command::new("rustc").arg("-vV").output().unwrap();
    let said = String::from_utf8(said.stdout).unwrap();
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--offline", "--locked", "--format-version", "1"])
        .args(["--filter-platform", host.unwrap()])
        .current_dir(home())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let all: Value = serde_json::from_slice(&output.stdout).unwrap();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes: BTreeMap<String, Value> = list(&all["resolve"]["nodes"])
        .into_iter()
        .map(|node| (text(&node["id"]), node))
        .collect();
    // What tests and build scripts alone need is no part of the program.
    let mut waiting = vec![text(&all["resolve"]["root"])];
    let mut reached = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        for one in list(&nodes[&id]["deps"]) {
            let is_part = list(&one["dep_kinds"])
                .iter()
                .any(|it| it["kind"].is_null());
            if is_part && reached.insert(text(&one["pkg"])) {
                waiting.push(text(&one["pkg"]));
            }
        }
    }
    let mut folders: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for package in list(&all["packages"]) {
        if reached.contains(&text(&package["id"])) {
            let manifest = PathBuf::from(text(&package["manifest_path"]));
            let folder = manifest.parent().unwrap().join("src");
            folders
                .entry(text(&package["name"]))
                .or_default()
                .push(folder);
        }
    }
    folders
}

/// Whether a line names one, in more than a remark.
fn names_one(line: &str) -> bool {
    SIGNS.iter().any(|sign| line.contains(sign)) && !line.trim_start().starts_with("//")
}

/// Whether a source below a folder names a socket of a network.
fn names_sockets(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    entries.filter_map(Result::ok).any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return names_sockets(&path);
        }
        path.extension().is_some_and(|ext| ext == "rs")
            && fs::read_to_string(&path).is_ok_and(|source| source.lines().any(names_one))
    })
}

#[test]
#[cfg(target_os = "linux")]
fn no_crate_of_the_program_takes_it_to_a_network() {
    let crates = crates();
    assert!(crates.len() > 300, "{}", crates.len());
    let found: Vec<&str> = crates
        .iter()
        .filter(|(_, folders)| folders.iter().any(|folder| names_sockets(folder)))
        .map(|(name, _)| name.as_str())
        .collect();
    let reviewed: Vec<&str> = REVIEWED.iter().map(|(name, _)| *name).collect();
    assert_eq!(found, reviewed);
}

#[test]
fn no_source_of_the_program_names_a_network() {
    let src = home().join("src");
    assert!(src.is_dir());
    assert!(!names_sockets(&src));
}
