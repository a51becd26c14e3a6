//! Conflicts about offices: who held which, since when and until when, and in what capacity people came.

use super::case::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        shows: "C-24 C-25",
        ask: "offices Medvedev --columns office,from,until,acting,held",
        prints: &[
            "President of Russia 2008-05-07 (ruled) 2012-05-07 ● certain",
            "Prime Minister of Russia 2012-05-08 2020-01-15 (ruled) ● certain",
            "Prime Minister of Russia 2020-01-15 2020-01-16 acting ● certain",
        ],
        never: &[" !"],
    },
    Case {
        shows: "C-24 C-25",
        ask: "offices Medvedev --columns office,from,until --no-rulings",
        prints: &["2008-05-07..2008-05-08 !", "2020-01-15..2020-01-16 !"],
        never: &["(ruled)"],
    },
    Case {
        shows: "C-24",
        ask: "offices Medvedev --on 2008-05-07 --no-rulings",
        prints: &["President of Russia", "! disputed"],
        never: &["● certain"],
    },
    Case {
        shows: "C-24",
        ask: "conflicts Medvedev --aspect from",
        prints: &["2008-05-07: brit-kids, historica", "2008-05-08: infolist-pres", "Two works have the 7th"],
        never: &[],
    },
    Case {
        shows: "C-25",
        ask: "offices --of russia --office 'prime minister' --on 2020-01-16 --columns person,acting,held",
        prints: &["Dmitry Medvedev acting ○ possible", "Mikhail Mishustin ○ possible"],
        never: &["Dmitry Medvedev ○"],
    },
    Case {
        shows: "C-25",
        ask: "conflicts Medvedev --aspect until",
        prints: &["2020-01-15: tass-1109183", "2020-01-16: historica, meduza-20200116"],
        never: &[],
    },
    Case {
        shows: "C-26",
        ask: "offices 'Wang Yi' --columns office,from,until",
        prints: &["2013-03 (ruled) 2022-12-30", "2023-07-25 not stated"],
        never: &["2018"],
    },
    Case {
        shows: "C-26",
        ask: "conflicts 'Wang Yi' --aspect from",
        prints: &["2013-03: inteldrop-20221230, tass-1557887", "2018: amu-2023"],
        never: &[],
    },
    Case {
        shows: "C-26",
        ask: "conflicts 'Qin Gang' --aspect how_ended --ruled",
        prints: &["removed: tass-1651593, urdu-1728749", "resigned: urdu-1728749", "The text under the headline"],
        never: &[],
    },
    // One page gives both: offices may overlap, and nothing says which would be wrong.
    Case {
        shows: "C-27",
        ask: "offices Lavrov --on 2004-05-01 --columns office,from,until,held",
        prints: &[
            "Minister of Foreign Affairs of Russia 2004-03-09",
            "Ambassador of Russia to the United Nations not stated 2004-07-12 ○ possible",
        ],
        never: &[" !"],
    },
    Case {
        shows: "C-28",
        ask: "offices Guterres --columns office,from,until,held",
        prints: &["2016-01-01..2017-01-01 ! 2026-12-31? ● certain"],
        never: &["(ruled)"],
    },
    Case {
        shows: "C-28",
        ask: "offices Guterres --on 2016-06-01 --columns office,held",
        prints: &["Secretary-General of the United Nations ! disputed"],
        never: &["● certain"],
    },
    Case {
        shows: "C-28",
        ask: "offices Lula --columns from,until,held",
        prints: &["2003 2010~ ○ possible", "2023-01-01 2027-01-04?"],
        never: &[" !"],
    },
    Case {
        shows: "C-29",
        ask: "offices Belousov",
        prints: &["Minister of Defence of Russia", "also so named, but in no event: andrei-belousov-geneva"],
        never: &["Geneva ", "2020"],
    },
    Case {
        shows: "C-29",
        ask: "offices andrei-belousov-geneva",
        prints: &["Deputy Representative of Russia at the United Nations in Geneva", "teller-20200101"],
        never: &["Minister of Defence"],
    },
    Case {
        shows: "C-30",
        ask: "offices --of russia --office secretary --columns person,from,until,held",
        prints: &["Nikolai Patrushev (ruled) 2008-05 2024-05-12 ● certain", "Sergei Shoigu 2024-05-12"],
        never: &["Dmitry Patrushev"],
    },
    Case {
        shows: "C-30",
        ask: "conflicts --aspect person",
        prints: &["ruled", "Dmitry Patrushev: ukrinform-202405", "Nikolai Patrushev: delfi-lv-202405, meduza-20240512"],
        never: &[],
    },
    Case {
        shows: "C-30",
        ask: "offices --of russia --office secretary --no-rulings --columns person,held",
        prints: &["Nikolai Patrushev ! ! disputed"],
        never: &["(ruled)"],
    },
    Case {
        shows: "C-43",
        ask: "show belousov-defence-minister",
        prints: &[
            "His appointment went before the Federation Council for consultation.",
            "His appointment was approved by the State Duma.",
            "tass-1787137",
            "rt-597595",
        ],
        never: &[],
    },
    Case {
        shows: "C-44",
        ask: "offices Putin --columns office,from,until",
        prints: &["President of Russia 2000 2008", "President of Russia 2012 not stated"],
        never: &[],
    },
    Case {
        shows: "C-44",
        ask: "conflicts Putin --aspect rule --ruled",
        prints: &["in a row: bdflash", "not in a row: of 2000, 2004, 2012, 2018 and 2024: armenpress-20240508"],
        never: &["! disputed"],
    },
    Case {
        shows: "C-44",
        ask: "show vladimir-putin",
        prints: &["Claimed by bdflash: 5 (terms as President of Russia, as of 2024-05-07; its rule: in a row)"],
        never: &[],
    },
    Case {
        shows: "C-46",
        ask: "meetings Medvedev --with Xi --during 2024-12",
        prints: &[
            "Chairman of United Russia (cd-2024-12-13",
            "Deputy Chairman of the Security Council of Russia (novorosinform",
            "● certain",
        ],
        never: &[" !"],
    },
    Case {
        shows: "C-46",
        ask: "meetings Medvedev --with Xi --during 2024-12 --source cd-2024-12-13",
        prints: &["Chairman of United Russia"],
        never: &["Security Council"],
    },
    Case {
        shows: "C-47",
        ask: "attendance strategic-security-consultation-2023",
        prints: &[
            "Director of the Office of the Central Foreign Affairs Commission of the CPC (cri-it-20230920, tass-1676173 and 1 more)",
            "Minister of Foreign Affairs of China (aa-20230918, tass-1676173)",
            "● certain",
        ],
        never: &[" !"],
    },
    Case {
        shows: "C-47",
        ask: "attendance strategic-security-consultation-2023 --source aa-20230918 --status announced",
        prints: &["Wang Yi Minister of Foreign Affairs of China"],
        never: &["Director"],
    },
];
