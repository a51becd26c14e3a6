//! A bar that shows how far the input is read: on a terminal only, and only after a second.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::path::PathBuf;
use std::time::{Duration, Instant};

const AFTER: Duration = Duration::from_secs(1);

/// How far the input is read.
pub(super) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    is_shown: bool,
}

impl Progress {
    /// A bar over files; what has no size, as a pipe has none, counts as nothing.
    pub(super) fn over(files: &[PathBuf]) -> Self {
        let bytes = files.iter().filter_map(|file| std::fs::metadata(file).ok()).map(|file| file.len()).sum();
        let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{bar:40} {bytes} of {total_bytes}, {eta} left");
        Self { bar: style.map_or(bar.clone(), |style| bar.with_style(style)), begun: Instant::now(), is_shown: false }
    }

    pub(super) fn advance(&mut self, bytes: u64) {
        if !self.is_shown && self.begun.elapsed() > AFTER {
            // Where standard error is no terminal, nothing is drawn.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.is_shown = true;
        }
        self.bar.inc(bytes);
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }
}
