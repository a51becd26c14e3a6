//! Graphviz's own program `dot`, where it is installed.

use std::io::{ErrorKind, Write};
use std::process::{Command, Stdio};

/// What `dot` makes of a drawing; nothing, and a loud line, where it is not installed. Panics if it complains.
pub(crate) fn render(drawing: &str, format: &str) -> Option<Vec<u8>> {
    let mut command = Command::new("dot");
    command.arg(format!("-T{format}")).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = match command.spawn() {
        Ok(running) => running,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            // Written past the test harness, which would keep the line to itself.
            let line = "SKIPPED: dot is not installed, so nothing shows that Graphviz reads what is written";
            let _ = writeln!(std::io::stderr(), "{line}");
            return None;
        }
        Err(error) => panic!("dot does not run: {error}"),
    };
    let mut input = running.stdin.take().unwrap();
    let text = drawing.to_owned();
    // A thread of its own writes, so that neither side waits for the other to empty a full pipe.
    let writing = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = running.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "dot complains");
    assert!(output.status.success(), "{}", output.status);
    Some(output.stdout)
}

/// The lines that `dot` puts into each node, by its id.
pub(crate) fn node_texts(drawing: &str) -> Option<Vec<(String, String)>> {
    let json: serde_json::Value = serde_json::from_slice(&render(drawing, "json")?).unwrap();
    let nodes = json["objects"].as_array().unwrap().iter().filter(|object| object["nodes"].is_null());
    let texts = nodes.map(|node| {
        let strokes = node["_ldraw_"].as_array().map(Vec::as_slice).unwrap_or_default();
        let lines = strokes.iter().filter(|stroke| stroke["op"] == "T").map(|stroke| stroke["text"].as_str().unwrap());
        (node["name"].as_str().unwrap().to_owned(), lines.collect::<Vec<_>>().join("\n"))
    });
    Some(texts.collect())
}
