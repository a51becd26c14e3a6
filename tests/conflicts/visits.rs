//! Conflicts about visits: when they began, how long they lasted, and of what rank they were.

use super::case::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        shows: "C-01 C-02",
        ask: "visits --by Medvedev --to china --during 2024-12",
        prints: &["2024-12-10–2024-12-12 (ruled)", "working (ruled)", "● certain"],
        never: &[" !"],
    },
    Case {
        shows: "C-01 C-02",
        ask: "visits --by Medvedev --to china --during 2024-12 --no-rulings",
        prints: &["2024-12-10..2024-12-11–2024-12-12 !", "working !", "● certain"],
        never: &["(ruled)"],
    },
    Case {
        shows: "C-01",
        ask: "conflicts Medvedev --aspect when --ruled",
        prints: &["2024-12-10–: novorosinform, sinchew-20241211", "2024-12-11–: zhblog", "evening of the 10th"],
        never: &["! disputed"],
    },
    Case {
        shows: "C-02",
        ask: "conflicts Medvedev --aspect rank --ruled",
        prints: &["official: novorosinform", "working: cd-2024-12-13, novorosinform, prime-20241212, rossa-20241212"],
        never: &["! disputed"],
    },
    // Only one source names a rank, so nothing contradicts it; that it stands alone shows without it.
    Case {
        shows: "C-03",
        ask: "visits --by Medvedev --to china --during 2022-12",
        prints: &["2022-12-20–2022-12-21", "official", "Communist Party of China", "ukrrain-202212"],
        never: &["official !", "official (ruled)"],
    },
    Case {
        shows: "C-03",
        ask: "visits --by Medvedev --to china --during 2022-12 --not-source ukrrain-202212",
        prints: &["2022-12-20–2022-12-21", "not stated"],
        never: &["official"],
    },
    Case {
        shows: "C-03",
        ask: "show medvedev-china-2022-12",
        prints: &[
            "remark For the first time since February 2022 the leaders of the two ruling parties met face to face.",
        ],
        never: &[],
    },
    Case {
        shows: "C-04",
        ask: "visits --by Shoigu --to china --during 2024-11",
        prints: &["2024-11-11–2024-11-14..2024-11-15 !", "● certain"],
        never: &["(ruled)"],
    },
    Case {
        shows: "C-04",
        ask: "conflicts Shoigu --aspect when --columns state,sides",
        prints: &[
            "! disputed",
            "2024-11-11–2024-11-14: sputnik-20241112",
            "2024-11-11–2024-11-15: tienphong-202411, wtn-202411",
        ],
        never: &["ruled"],
    },
    Case { shows: "C-07", ask: "visits --by Putin --to china --during 2014-05", prints: &["state !"], never: &[] },
    Case {
        shows: "C-07",
        ask: "conflicts Putin --aspect rank",
        prints: &["official: tass-732235", "state: ccas-206"],
        never: &["Biden"],
    },
    // The official rank stands in an advance notice, which tells of a rank as well as a later report.
    Case {
        shows: "C-08",
        ask: "visits --by Putin --to china --during 2016-06",
        prints: &["..2016-06-25–2016-06-25..", "state !", "● certain"],
        never: &["(ruled)"],
    },
    Case {
        shows: "C-08",
        ask: "conflicts putin-china-2016-06",
        prints: &["rank ! disputed", "official: tass-884189", "state: cd-2017list"],
        never: &[],
    },
    Case { shows: "C-09", ask: "visits --by Xi --to russia --during 2017-07", prints: &["official !"], never: &[] },
    Case {
        shows: "C-09",
        ask: "conflicts Xi --aspect rank",
        prints: &["official: eagle-20170703, k-54973", "state: cd-2017list, eagle-20170703"],
        never: &[],
    },
    Case { shows: "C-10", ask: "visits --by Xi --during 2019-06", prints: &["state (ruled)"], never: &[" !"] },
    Case {
        shows: "C-10",
        ask: "visits --by Xi --during 2019-06 --no-rulings",
        prints: &["state !"],
        never: &["(ruled)"],
    },
    Case {
        shows: "C-11",
        ask: "visits --by 'Wang Yi' --during 2023-02",
        prints: &["2023-02-01..2023-02-21–2023-02-22 !", "● certain"],
        never: &["(ruled)"],
    },
    Case {
        shows: "C-11",
        ask: "conflicts 'Wang Yi' --aspect when",
        prints: &["2023-02-01..2023-02-20–2023-02-20..: tass-1578715", "2023-02-21–: pravda-20230222"],
        never: &["ruled"],
    },
    // What nobody says of it, the open days of that visit put it into no other month.
    Case { shows: "C-11", ask: "visits --from china --during 2024-08", prints: &["Li Qiang"], never: &["Wang Yi"] },
    Case {
        shows: "C-12",
        ask: "visits --by 'Li Qiang'",
        prints: &["2024-08-20–2024-08-22 (ruled)", "official"],
        never: &[" !"],
    },
    Case {
        shows: "C-12",
        ask: "visits --by 'Li Qiang' --no-rulings",
        prints: &["2024-08-20..2024-08-21–2024-08-21.. !"],
        never: &["(ruled)"],
    },
    Case {
        shows: "C-13",
        ask: "visits --by 'Li Qiang' --status any",
        prints: &["2024-08-20–2024-08-22 (ruled)", "2024-08-20–2024-08-23", "Belarus"],
        never: &[" !"],
    },
    Case {
        shows: "C-13",
        ask: "conflicts 'Li Qiang' --no-rulings",
        prints: &["2024-08-21–: sputnik-20240821"],
        never: &["2024-08-20–2024-08-23", "xhar-20240819;"],
    },
];
