//! `add` on a terminal: what is not given is asked for, with names completed.
#![cfg(target_os = "linux")]
#![expect(clippy::panic, reason = "a screen that does not show what it should is shown instead")]
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

#[path = "keep/folder.rs"]
mod folder;

use folder::{Folder, command, run};
use std::io::{Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// The program on a terminal that `script` makes; none where there is no `script`.
struct Terminal {
    child: Child,
    keys: ChildStdin,
    screen: Receiver<Vec<u8>>,
    seen: String,
}

impl Terminal {
    fn start(folder: &Folder, words: &str) -> Option<Self> {
        if Command::new("script").arg("--version").output().is_err() {
            let line = "SKIPPED: there is no `script` to make a terminal, so nothing shows what is asked on one";
            let _ = writeln!(std::io::stderr(), "{line}");
            return None;
        }
        let program = command(folder, &[]).get_program().to_string_lossy().into_owned();
        let mut script = Command::new("script");
        script.args(["-qfec", &format!("{program} {words}"), "/dev/null"]).current_dir(&folder.0);
        script.env("NO_COLOR", "1").env("TERM", "xterm").env_remove("CHANCERY_FACTS");
        let piped = script.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = piped.spawn().expect("script starts");
        let (keys, mut out) = (child.stdin.take().expect("piped"), child.stdout.take().expect("piped"));
        let (send, screen) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(number @ 1..) = out.read(&mut bytes) {
                if send.send(bytes[..number].to_vec()).is_err() {
                    break;
                }
            }
        });
        Some(Self { child, keys, screen, seen: String::new() })
    }

    /// Waits until a text is on the screen, then forgets what was there up to it.
    fn wait_for(&mut self, text: &str) {
        let end = Instant::now() + Duration::from_secs(20);
        while !self.seen.contains(text) {
            let rest = end.saturating_duration_since(Instant::now());
            let bytes = self.screen.recv_timeout(rest);
            let bytes = bytes.unwrap_or_else(|_| panic!("`{text}` did not appear on: {}", self.seen));
            self.seen += &String::from_utf8_lossy(&bytes);
        }
        let at = self.seen.find(text).expect("it is there") + text.len();
        self.seen.drain(..at);
    }

    /// Waits for a question; what is typed before it may be lost.
    fn asked(&mut self, question: &str) {
        self.wait_for(&format!("? {question}"));
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("the program still reads");
    }

    fn end(mut self) -> Option<i32> {
        self.child.wait().expect("it ends").code()
    }
}

const DOWN: &str = "\x1b[B";

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.file("chancery.ron", "()");
    let facts = "[\n    State(id: \"land-a\", name: \"Land A\"),\n    State(id: \"land-b\", name: \"Land B\"),\n]\n";
    folder.file("a.ron", facts);
    folder
}

#[test]
fn what_is_not_given_is_asked_for() {
    let folder = folder("ask");
    let Some(mut terminal) = Terminal::start(&folder, "add office --id office-a") else { return };
    terminal.asked("title:");
    terminal.press("Head of A\r");
    terminal.asked("of:");
    terminal.press("nd B");
    terminal.wait_for("land-b — Land B");
    terminal.press(&format!("{DOWN}\r"));
    terminal.asked("another field:");
    terminal.press("level\r");
    terminal.asked("level:");
    terminal.press("Chief\r");
    terminal.wait_for("is none of its words");
    terminal.asked("level:");
    terminal.press("HeadOfState\r");
    // The question is over when the terminal is told so.
    terminal.wait_for("\x1b[?2004l");
    terminal.asked("level:");
    terminal.press("\r");
    terminal.asked("another field:");
    terminal.press("\r");
    terminal.asked("file:");
    terminal.press("a.ron\r");
    terminal.asked("Put it into a.ron?");
    terminal.press("y\r");
    terminal.wait_for("added to a.ron");
    assert_eq!(terminal.end(), Some(0));
    let office = "    Office(id: \"office-a\", title: \"Head of A\", of: \"land-b\", level: [HeadOfState]),\n]\n";
    assert!(folder.read("a.ron").ends_with(office), "{}", folder.read("a.ron"));
    assert_eq!(run(&folder, &["fmt", "--check", "a.ron"]).code, Some(0));
}

#[test]
fn whoever_stops_changes_nothing() {
    let folder = folder("ask-stop");
    let before = folder.read("a.ron");
    let Some(mut terminal) = Terminal::start(&folder, "add office --id office-a --file a.ron") else { return };
    terminal.asked("title:");
    terminal.press("\x03");
    terminal.wait_for("stopped; nothing was written");
    assert_eq!(terminal.end(), Some(5));
    let Some(mut terminal) = Terminal::start(&folder, "add topic --id topic-a --name A") else { return };
    terminal.asked("another field:");
    terminal.press("\r");
    terminal.asked("file:");
    terminal.press("a.ron\r");
    terminal.asked("Put it into a.ron?");
    terminal.press("n\r");
    terminal.wait_for("stopped; nothing was written");
    assert_eq!(terminal.end(), Some(5));
    assert_eq!(folder.read("a.ron"), before);
}
