//! Graphviz as a layout, where it is installed.

use chancery::draw::{Point, Sketch};
use std::io::Write;
use std::process::{Command, Stdio};

/// With more points than this `sfdp` is used, which is made for many.
const FEW: usize = 60;

/// The places that Graphviz finds, or why there are none.
pub(super) fn places(sketch: &Sketch) -> Result<Vec<Point>, String> {
    let program = if sketch.rooms.len() > FEW { "sfdp" } else { "neato" };
    let plain = run(program, sketch.for_graphviz()).map_err(|error| format!("`{program}` of Graphviz: {error}"))?;
    sketch.from_graphviz(&plain).map_err(|error| error.to_string())
}

fn run(program: &str, input: String) -> Result<String, std::io::Error> {
    let mut command = Command::new(program);
    command.args(["-Tplain", "-Goverlap=prism", "-Gsep=+4", "-Gstart=1"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    // It answers when it has read everything; a thread of its own, so that neither waits for the other.
    let writer = child.stdin.take().map(|mut stdin| std::thread::spawn(move || stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output()?;
    if let Some(Err(error)) = writer.and_then(|writer| writer.join().ok()) {
        return Err(error);
    }
    if !output.status.success() {
        return Err(std::io::Error::other(output.status.to_string()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
