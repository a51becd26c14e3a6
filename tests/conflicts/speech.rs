//! Conflicts about what was said and handed over.

use super::case::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        shows: "C-36",
        ask: "messages --from Putin --to Xi --during 2024-12 --carried-by Medvedev",
        prints: &["2024-12-12 letter Vladimir Putin", "Xi Jinping Dmitry Medvedev", "● certain", "1 row: 1 certain."],
        never: &[" !"],
    },
    Case {
        shows: "C-36",
        ask: "show putin-xi-letter-2024-12-12",
        prints: &[
            "a letter signed by Putin himself, the Russian ones of a personal message",
            "remark By the headline the message for Xi was handed to Putin, which the text below it does not bear out.",
        ],
        never: &["disputed"],
    },
    Case { shows: "C-36", ask: "messages --to Putin --during 2024-12", prints: &["No record"], never: &["Medvedev"] },
    Case {
        shows: "C-37",
        ask: "conflicts --aspect proposed_by",
        prints: &[
            "proposed_by ! disputed",
            "China, Brazil: cd-2024-12-13, mingpao-20241212",
            "China, Pakistan: coron-202409",
        ],
        never: &["ruled"],
    },
    Case {
        shows: "C-37",
        ask: "show friends-of-peace",
        prints: &[
            "disputed proposed_by",
            "A Chinese report of the meeting of December 2024 adds that others proposed it too.",
        ],
        never: &[],
    },
    Case {
        shows: "C-38",
        ask: "statements --by Medvedev --about political-settlement-ukraine",
        prints: &[
            "Russia is ready to work actively for a political solution of the Ukraine crisis.",
            "but only if they start from how things stand today and from what Putin has proposed.",
            "vedomosti-20241213",
            "cd-2024-12-13",
        ],
        never: &[" !"],
    },
    Case {
        shows: "C-38",
        ask: "statements --by Medvedev --about political-settlement-ukraine --source cd-2024-12-13",
        prints: &["Russia is ready to work actively"],
        never: &["but only if"],
    },
    Case {
        shows: "C-38",
        ask: "statements --by Medvedev --about 'Syrian crisis'",
        prints: &["Ukraine and the crisis in Syria were on the agenda", "vedomosti-20241213"],
        never: &["cd-2024-12-13"],
    },
];
