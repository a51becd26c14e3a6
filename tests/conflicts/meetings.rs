//! Conflicts about meetings: when, where, who was there and who wanted it.

use super::case::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        shows: "C-06",
        ask: "meetings Xi --with Putin --during 2014-07",
        prints: &["2014-07-14..2014-07-15 (date line)", "● certain"],
        never: &[" !"],
    },
    Case {
        shows: "C-14",
        ask: "meetings 'Wang Yi' --with Putin --during 2023-09",
        prints: &["Constantine Palace (ruled)"],
        never: &["Moscow", " !"],
    },
    Case {
        shows: "C-14",
        ask: "meetings 'Wang Yi' --with Putin --during 2023-09 --no-rulings --columns place",
        prints: &["Constantine Palace; Moscow !"],
        never: &[],
    },
    Case {
        shows: "C-16",
        ask: "meetings Xi --with Putin --at goa",
        prints: &["2016-10-15", "Benaulim", "● certain"],
        never: &[" !", "(ruled)"],
    },
    Case {
        shows: "C-16",
        ask: "show xi-putin-2016-10-15",
        prints: &["place Benaulim (benaulim) [1,2] Goa (goa) [1,2]"],
        never: &["disputed"],
    },
    Case {
        shows: "C-16",
        ask: "conflicts xi-putin-2016-10-15",
        prints: &["No two loaded accounts contradict each other there."],
        never: &[],
    },
    Case {
        shows: "C-17",
        ask: "meetings Xi --with Lula --during 2023-04",
        prints: &["2023-04-14 (ruled)"],
        never: &[],
    },
    Case {
        shows: "C-17",
        ask: "meetings Xi --with Putin --during 2017-06",
        prints: &["2017-06-08 (ruled)"],
        never: &[],
    },
    Case {
        shows: "C-17",
        ask: "conflicts Xi --aspect when --ruled",
        prints: &["2017-06-07: tass-950568", "2023-04-13: rhc-20230414", "14 April 2023 was a Friday"],
        never: &["! disputed"],
    },
    Case {
        shows: "C-18",
        ask: "meetings Xi --with Putin --on 2018-11-30",
        prints: &[
            "2018-11-30",
            "Buenos Aires",
            "● certain",
            "derived: when — Friday; the report is of Saturday 1 December 2018",
        ],
        never: &["(ruled)"],
    },
    Case {
        shows: "C-18",
        ask: "meetings Xi --with Putin --on 2018-12-01",
        prints: &["No record"],
        never: &["2018-11-30"],
    },
    Case { shows: "C-19", ask: "events --kind activity --during 2019-06", prints: &["2019-06-05 (ruled)"], never: &[] },
    Case {
        shows: "C-20",
        ask: "events --on 2019-06-15 --columns date,place",
        prints: &["DATE PLACE", "2019-06-15 Dushanbe (ruled) Sources"],
        never: &[" !"],
    },
    Case {
        shows: "C-23",
        ask: "meetings Putin --with Amorim",
        prints: &["2023-03-28..2023-04-04 !", "● certain"],
        never: &["(ruled)"],
    },
    Case {
        shows: "C-23",
        ask: "conflicts Amorim --aspect when",
        prints: &["2023-03-28..2023-04-02: eir-20230404", "2023-04-04: pledge-20230510"],
        never: &[],
    },
    Case {
        shows: "C-31",
        ask: "meetings Putin --on 2024-08-21",
        prints: &["Li Qiang", "● certain"],
        never: &["Li Keqiang"],
    },
    Case {
        shows: "C-31",
        ask: "search 'Li Keqiang'",
        prints: &["putin-li-qiang-2024-08-21", "This copy once writes"],
        never: &[],
    },
    Case { shows: "C-31", ask: "meetings 'Li Keqiang'", prints: &["No record"], never: &["2024-08-21"] },
    Case {
        shows: "C-32",
        ask: "meetings Xi --with Modi --during 2023-08 --columns date,held,disputed",
        prints: &["2023-08-23 ● certain requested_by"],
        never: &["! disputed"],
    },
    Case {
        shows: "C-32",
        ask: "conflicts Modi --aspect requested_by",
        prints: &["! disputed China: ht-20230825, statesman-20230825;", "India: ht-20230825, statesman-20230825"],
        never: &["ruled"],
    },
    Case {
        shows: "C-32",
        ask: "show modi-xi-2023-08-23",
        prints: &["disputed requested_by", "A dispute of the same kind followed their talk on Bali in November 2022"],
        never: &["ruled"],
    },
    Case {
        shows: "C-34",
        ask: "meetings Xi --with Biden --during 2023-11",
        prints: &["2023-11-15 (ruled)", "● certain both sides"],
        never: &["certain (ruled)"],
    },
    Case {
        shows: "C-34", ask: "meetings Xi --with Biden --on 2023-11-15", prints: &["● certain (ruled)"], never: &[]
    },
    Case { shows: "C-34", ask: "meetings Xi --with Biden --on 2023-11-12", prints: &["No record"], never: &[] },
    Case {
        shows: "C-34",
        ask: "meetings Xi --with Biden --on 2023-11-12 --no-rulings",
        prints: &["2023-11-12..2023-11-15 !", "! disputed"],
        never: &["certain (ruled)"],
    },
    Case {
        shows: "C-34",
        ask: "conflicts Xi --aspect when --ruled",
        prints: &[
            "2023-11-12: usoh-visits",
            "2023-11-15: almanac-20231115",
            "the register, though official, cannot be right",
        ],
        never: &["! disputed"],
    },
    Case {
        shows: "C-34",
        ask: "conflicts Biden --aspect place",
        prints: &["! disputed", "San Francisco: pd-20231116"],
        never: &[],
    },
    Case {
        shows: "C-35",
        ask: "attendance brics-summit-2024",
        prints: &["✕ absent (by video) Mauro Vieira head injury after a fall on Saturday 19 October (ruled)"],
        never: &[],
    },
    Case {
        shows: "C-35",
        ask: "attendance brics-summit-2024 --no-rulings",
        prints: &["head injury after a fall on Saturday 19 October !"],
        never: &["(ruled)"],
    },
    Case {
        shows: "C-35",
        ask: "conflicts Lula --aspect reason",
        prints: &["reason of luiz-inacio-lula-da-silva ruled", "head injury of 20 October: tass-1859801"],
        never: &[],
    },
    Case {
        shows: "C-45",
        ask: "meetings Belousov --with 'Dong Jun' --columns date,place,held",
        prints: &["2024-10-14 Beijing ● certain Sources"],
        never: &[" !"],
    },
    Case {
        shows: "C-45",
        ask: "sources newsru-20251120",
        prints: &["Dong Jun and Andrei Belousov in Beijing (dong-jun-belousov-2024-10-14), 2024-10-14"],
        never: &["2025-11-20:"],
    },
    Case { shows: "C-45", ask: "meetings Belousov --during 2025", prints: &["No record"], never: &["Dong Jun"] },
    Case { shows: "C-45", ask: "meetings Belousov --at moscow", prints: &["No record"], never: &["Dong Jun"] },
];
