//! Answers that matter most, and rules that the whole of the facts shows best.

use super::case::Case;

pub(crate) const CASES: &[Case] = &[
    // The meeting of the article is certain, though capacity, rank and arrival differ.
    Case {
        shows: "C-01 C-02 C-46",
        ask: "meetings Xi --with Medvedev --during 2024-12",
        prints: &[
            "2024-12-12",
            "Chairman of United Russia (cd-2024-12-13",
            "Deputy Chairman of the Security Council of Russia (novorosinform",
            "Great Hall of the People",
            "(working visit (ruled), invited by Communist Party of China)",
            "● certain both sides",
        ],
        never: &[" !", "certain (ruled)"],
    },
    Case {
        shows: "C-01 C-02 C-46",
        ask: "meetings Xi --with Medvedev --during 2024-12 --no-rulings",
        prints: &["(working visit !, invited by Communist Party of China)", "● certain both sides"],
        never: &["(ruled)", "! disputed"],
    },
    Case {
        shows: "C-46",
        ask: "conflicts Medvedev --aspect capacity",
        prints: &["No two loaded accounts contradict each other there."],
        never: &[],
    },
    Case {
        shows: "",
        ask: "meetings Medvedev --with 'Wang Huning' --source cd-2024-12-13",
        prints: &["Wang Huning"],
        never: &["Beijing"],
    },
    Case { shows: "", ask: "meetings Medvedev --with 'Wang Huning'", prints: &["Beijing"], never: &[] },
    Case {
        shows: "",
        ask: "meetings Xi --with Medvedev --as-known-on 2024-12-11 --during 2024-12",
        prints: &["No record"],
        never: &[],
    },
    // Who stayed away, and who came instead.
    Case {
        shows: "",
        ask: "attendance brics-summit-2024 --columns who,attendance,stand_in",
        prints: &["Luiz Inácio Lula da Silva ✕ absent (by video) Mauro Vieira", "Mauro Vieira present"],
        never: &["Lula da Silva present"],
    },
    Case {
        shows: "",
        ask: "attendance brics-summit-2023 --columns who,attendance,stand_in",
        prints: &["Vladimir Putin ✕ absent (by video) Sergey Lavrov", "Sergey Lavrov present"],
        never: &["Vladimir Putin present"],
    },
    Case {
        shows: "",
        ask: "attendance g20-summit-2023 --status any --columns who,attendance,stand_in,held",
        prints: &[
            "Xi Jinping ✕ absent Li Qiang ● certain, announced",
            "Vladimir Putin ✕ absent Sergey Lavrov ● certain, announced",
        ],
        never: &[],
    },
    Case {
        shows: "",
        ask: "attendance g20-summit-2024 --status any --columns who,attendance,stand_in,held",
        prints: &["Vladimir Putin ✕ absent Sergey Lavrov ● certain, announced"],
        never: &[],
    },
    Case { shows: "", ask: "meetings Xi --with Lula --at kazan", prints: &["No record"], never: &["2024-10"] },
    // A call is a contact and no meeting.
    Case {
        shows: "",
        ask: "meetings Xi --with Zelensky",
        prints: &["No record", "the call of 2023-04-26"],
        never: &[],
    },
    Case { shows: "", ask: "contacts Xi --with Zelensky", prints: &["2023-04-26", "phone"], never: &[] },
    Case {
        shows: "",
        ask: "meetings Xi --since 2013 --columns with",
        prints: &["Vladimir Putin"],
        never: &["Wang Yi", "Li Qiang"],
    },
    // What nobody stated is not certain for ever.
    Case {
        shows: "",
        ask: "offices Biden --on 2026-06-01",
        prints: &["○ possible", "last attested"],
        never: &["● certain"],
    },
    Case {
        shows: "",
        ask: "offices --of china --office 'foreign minister' --during 2022..2023 --columns person,until",
        prints: &["Wang Yi 2022-12-30 Qin Gang 2023-07-25 Wang Yi not stated"],
        never: &[],
    },
    Case {
        shows: "",
        ask: "meetings 'foreign minister of china' --during 2023",
        prints: &["Wang Yi"],
        never: &["Qin Gang"],
    },
];
