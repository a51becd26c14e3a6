//! PageRank: who is met often by those who are.

use super::network::Network;

/// How much of its score an actor passes on to partners; the rest goes to everybody alike.
const DAMPING: f64 = 0.85;
/// Scores are settled when a round changes them by no more than this in all.
const SETTLED: f64 = 1e-12;
/// Each round leaves at most 0.85 of the difference, so that 200 are enough.
const ROUNDS: usize = 1_000;

impl<A> Network<A> {
    /// The score of each actor, in their order; they add up to 1.
    ///
    /// Power iteration with a damping of 0.85: an actor passes its score on to partners in proportion to how often they
    /// met, and one without partners passes it to everybody alike. So does NetworkX (`pagerank` of the graph with the
    /// weights). Costs pairs × rounds, of which there are about 170.
    pub fn pagerank(&self) -> Vec<f64> {
        let all = self.actors().len();
        #[expect(clippy::cast_precision_loss, reason = "numbers of actors are far below 2^53")]
        let alike = 1.0 / all.max(1) as f64;
        let weights: Vec<f64> = (0..all).map(|actor| self.ties(actor).iter().map(|tie| tie.weight).sum()).collect();
        let mut scores = vec![alike; all];
        for _ in 0..ROUNDS {
            let next = self.round(&scores, &weights, alike);
            let change: f64 = next.iter().zip(&scores).map(|(new, old)| (new - old).abs()).sum();
            scores = next;
            if change <= SETTLED {
                break;
            }
        }
        scores
    }

    fn round(&self, scores: &[f64], weights: &[f64], alike: f64) -> Vec<f64> {
        let passed = |(score, weight): (&f64, &f64)| if *weight > 0.0 { score / weight } else { 0.0 };
        let passed: Vec<f64> = scores.iter().zip(weights).map(passed).collect();
        let kept: f64 = scores.iter().zip(weights).filter(|(_, weight)| **weight <= 0.0).map(|(score, _)| score).sum();
        let to_all = (DAMPING * kept + 1.0 - DAMPING) * alike;
        let got = |actor: usize| -> f64 {
            let from = |tie: &super::network::Tie| passed.get(tie.partner as usize).copied().unwrap_or_default();
            self.ties(actor).iter().map(|tie| tie.weight * from(tie)).sum()
        };
        (0..scores.len()).map(|actor| DAMPING * got(actor) + to_all).collect()
    }
}
