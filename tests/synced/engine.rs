//! Two Syncthings that know of each other and of nobody else: both on this machine, no discovery, no relays, no reports.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::http::{ask, free_port};

/// What asks them has to know this.
const KEY: &str = "two-laptops";

/// How long they may take to begin, or to be of one mind, before that is a fault.
const PATIENCE: Duration = Duration::from_mins(1);

/// Between two looks at what they have come to.
const PAUSE: Duration = Duration::from_millis(40);

/// What each of the two goes by.
struct Peer {
    home: PathBuf,
    device: String,
    port: u16,
    asked_at: u16,
    process: Option<Child>,
}

/// Both.
pub struct Engines([Peer; 2]);

/// Whether there is such a program, and which.
pub fn version() -> Option<String> {
    let told = Command::new("syncthing").arg("--version").output().ok()?;
    let told = String::from_utf8(told.stdout).ok()?;
    let words: Vec<&str> = told.split_whitespace().take(2).collect();
    Some(words.join(" "))
}

impl Peer {
    fn new(home: PathBuf) -> Self {
        let made = Command::new("syncthing")
            .arg("generate")
            .arg(format!("--home={}", home.display()))
            .arg("--no-default-folder")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(made.unwrap().success(), "syncthing makes no keys");
        let config = fs::read_to_string(home.join("config.xml")).unwrap();
        let (_, rest) = config.split_once("<device id=\"").unwrap();
        let (device, _) = rest.split_once('"').unwrap();
        Self {
            device: device.to_owned(),
            port: free_port(),
            asked_at: free_port(),
            process: None,
            home,
        }
    }

    fn start(&mut self, devices: &str) {
        let Self { port, asked_at, .. } = self;
        let config = format!(
            r#"<configuration version="36">
{devices}
<gui enabled="true" tls="false"><address>127.0.0.1:{asked_at}</address><apikey>{KEY}</apikey></gui>
<options>
<listenAddress>tcp://127.0.0.1:{port}</listenAddress>
<globalAnnounceEnabled>false</globalAnnounceEnabled>
<localAnnounceEnabled>false</localAnnounceEnabled>
<announceLANAddresses>false</announceLANAddresses>
<relaysEnabled>false</relaysEnabled>
<natEnabled>false</natEnabled>
<urAccepted>-1</urAccepted>
<crashReportingEnabled>false</crashReportingEnabled>
<autoUpgradeIntervalH>0</autoUpgradeIntervalH>
<startBrowser>false</startBrowser>
<setLowPriority>false</setLowPriority>
<reconnectionIntervalS>1</reconnectionIntervalS>
</options>
</configuration>
"#
        );
        fs::write(self.home.join("config.xml"), config).unwrap();
        let log = fs::File::create(self.home.join("log.txt")).unwrap();
        let process = Command::new("syncthing")
            .arg("serve")
            .arg(format!("--home={}", self.home.display()))
            .args(["--no-browser", "--no-restart"])
            // Else it would be a process of that one, and outlive it.
            .env("STMONITORED", "yes")
            .env("STNOUPGRADE", "1")
            .stderr(log.try_clone().unwrap())
            .stdout(log)
            .spawn();
        self.process = Some(process.unwrap());
    }

    fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        let body = body.map(ToString::to_string);
        let answer = ask(self.asked_at, KEY, method, path, body.as_deref())?;
        Ok(serde_json::from_str(&answer).unwrap_or(Value::Null))
    }

    /// What this one thinks of a folder: whether all is done, and how far it is.
    fn thinks(&self, folder: &str, other: &Self) -> Result<(bool, String), String> {
        let get = |path: String| self.ask("GET", &path, None);
        let here = get(format!("/rest/db/status?folder={folder}"))?;
        let there = get(format!(
            "/rest/db/completion?folder={folder}&device={}",
            other.device
        ))?;
        let met = get("/rest/system/connections".into())?;
        let met = met["connections"][&other.device]["connected"] == true;
        let needs = |what: &Value, names: &[&str]| {
            let all = names.iter().map(|name| what[*name].as_u64().unwrap_or(1));
            all.sum::<u64>()
        };
        let (own, theirs) = (
            needs(&here, &["needTotalItems"]),
            needs(&there, &["needItems", "needDeletes"]),
        );
        let is_done = met && here["state"] == "idle" && own == 0 && theirs == 0;
        let told = format!(
            "connected {met}, {}, {own} to come, {theirs} to go",
            here["state"]
        );
        Ok((is_done, told))
    }
}

impl Engines {
    /// Starts both, with what they keep in folders below this one.
    pub fn start(below: &Path) -> Self {
        let mut both = ["engine-0", "engine-1"].map(|name| Peer::new(below.join(name)));
        let devices: Vec<String> = (both.iter().enumerate())
            .map(|(number, peer)| {
                format!(
                    r#"<device id="{}" name="laptop-{number}"><address>tcp://127.0.0.1:{}</address></device>"#,
                    peer.device, peer.port
                )
            })
            .collect();
        for peer in &mut both {
            peer.start(&devices.concat());
        }
        let engines = Self(both);
        for peer in &engines.0 {
            let begun = Instant::now();
            while let Err(error) = peer.ask("GET", "/rest/system/ping", None) {
                assert!(begun.elapsed() < PATIENCE, "{error}");
                std::thread::sleep(PAUSE);
            }
        }
        engines
    }

    /// Both share a folder of this name from now on, each at its own path.
    pub fn share(&self, folder: &str, paths: &[PathBuf; 2]) -> Result<(), String> {
        let devices: Vec<_> = (self.0.iter())
            .map(|peer| json!({"deviceID": peer.device}))
            .collect();
        for (peer, path) in self.0.iter().zip(paths) {
            let config = json!({
                "id": folder,
                "path": path,
                "devices": devices,
                "fsWatcherEnabled": true,
                "fsWatcherDelayS": 1,
                "rescanIntervalS": 3600,
                "maxConflicts": -1,
            });
            peer.ask(
                "PUT",
                &format!("/rest/config/folders/{folder}"),
                Some(&config),
            )?;
        }
        Ok(())
    }

    /// The folder is theirs no more; its files stay.
    pub fn forget(&self, folder: &str) -> Result<(), String> {
        for peer in &self.0 {
            peer.ask("DELETE", &format!("/rest/config/folders/{folder}"), None)?;
        }
        Ok(())
    }

    /// From now on nothing goes from one to the other, or again.
    pub fn set_apart(&self, folder: &str, apart: bool) -> Result<(), String> {
        let change = json!({"paused": apart});
        for peer in &self.0 {
            peer.ask(
                "PATCH",
                &format!("/rest/config/folders/{folder}"),
                Some(&change),
            )?;
        }
        Ok(())
    }

    /// Waits until both have seen all that there is, and have it.
    pub fn sync(&self, folder: &str) -> Result<(), String> {
        let begun = Instant::now();
        loop {
            // A look that finds another one going on waits for it.
            for peer in &self.0 {
                peer.ask("POST", &format!("/rest/db/scan?folder={folder}"), None)
                    .ok();
            }
            let mut told = Vec::new();
            let mut is_done = true;
            for (peer, other) in self.0.iter().zip(self.0.iter().rev()) {
                let (done, said) = peer.thinks(folder, other)?;
                is_done &= done;
                told.push(said);
            }
            if is_done {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                return Err(format!(
                    "the engines are not of one mind: {told:?}; {}",
                    self.troubles(folder)
                ));
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// What they could not do.
    fn troubles(&self, folder: &str) -> String {
        let told = self.0.iter().map(|peer| {
            let path = format!("/rest/folder/errors?folder={folder}");
            peer.ask("GET", &path, None)
                .map_or_else(|error| error, |told| told["errors"].to_string())
        });
        told.collect::<Vec<_>>().join("; ")
    }
}

impl Drop for Engines {
    fn drop(&mut self) {
        for peer in &mut self.0 {
            if let Some(process) = &mut peer.process {
                process.kill().ok();
                process.wait().ok();
            }
        }
    }
}
