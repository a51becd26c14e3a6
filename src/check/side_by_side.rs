//! Work on several threads, as far as there are any to be had.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread::{self, Builder};

/// Both results; the first job is done on a thread of its own where that can be had.
pub(super) fn both<A: Send, B>(first: impl Fn() -> A + Sync, second: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let begun = Builder::new().spawn_scoped(scope, &first);
        let second = second();
        let first = match begun {
            Ok(begun) => begun.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Err(_) => first(),
        };
        (first, second)
    })
}

/// The results of all jobs, in their order.
pub(super) fn all<J: Sync, R: Send>(jobs: &[J], run: impl Fn(&J) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let (done, results) = channel();
    let work = || {
        let done = done.clone();
        while let at = next.fetch_add(1, Ordering::Relaxed)
            && let Some(job) = jobs.get(at)
        {
            // The receiver outlives the scope, so that nothing is lost.
            let _ = done.send((at, run(job)));
        }
    };
    let more = thread::available_parallelism().map_or(0, |number| number.get() - 1);
    thread::scope(|scope| {
        for _ in 0..more.min(jobs.len()) {
            // Without another thread this one does everything.
            let _ = Builder::new().spawn_scoped(scope, work);
        }
        work();
    });
    let mut results: Vec<(usize, R)> = results.try_iter().collect();
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        let jobs: Vec<u64> = (0..200).collect();
        let slow = |job: &u64| {
            thread::sleep(Duration::from_micros(200 - job));
            job * 2
        };
        assert_eq!(all(&jobs, slow), jobs.iter().map(|job| job * 2).collect::<Vec<_>>());
        assert_eq!(all(&[], |job: &u64| *job), Vec::<u64>::new());
        assert_eq!(both(|| 1, || "a"), (1, "a"));
    }
}
