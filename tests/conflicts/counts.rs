//! Counts that sources claim: they stand beside ours, with their rules, and never replace them.

use super::case::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        shows: "C-05",
        ask: "meetings Xi --with Putin --during 2013 --count",
        prints: &[
            "all 3 every event",
            "Claimed by cd-20130905: 2 (meetings of the two, as of 2013-09-05; its rule: since the state visit of March; Durban is not counted)",
            "Claimed by k-19380: 3",
            "Claimed by pd-20150509: 10 (meetings of the two, as of 2015-05-09; its rule: since Xi took office; with the summit in Durban)",
        ],
        never: &["Claimed by cd-2017list: 19"],
    },
    Case { shows: "C-05", ask: "meetings Xi --with Putin --on 2013-03-27", prints: &["No record"], never: &["Durban"] },
    Case {
        shows: "C-05",
        ask: "attendance brics-summit-2013",
        prints: &["Xi Jinping", "Vladimir Putin", "Durban", "present"],
        never: &[],
    },
    Case {
        shows: "C-15",
        ask: "meetings Xi --with Putin --since 2022-03-01 --until 2024-10-22 --count --count-by encounter",
        prints: &[
            "all 6 ",
            "Claimed by pratidin-20240516: 4",
            "Claimed by censor-ua-202410: 5 (meetings of the two, as of 2024-10-22; its rule: since the invasion)",
        ],
        never: &[],
    },
    Case {
        shows: "C-33",
        ask: "show friends-of-peace-2024-09-27",
        prints: &[
            "Claimed by cri-de-20240928, nbd-20240928: 17 (countries represented",
            "Claimed by index-20240927: 15 (countries represented",
            "Claimed by uol-20240927: 12 (countries that signed",
            "Claimed by bef-202409: 13 (countries of the group",
            "Claimed by exb-2896331: 11 (countries of the group",
        ],
        never: &["disputed", "ruled"],
    },
    Case {
        shows: "C-39",
        ask: "meetings Xi --with Putin --count",
        prints: &[
            "all 40 every event",
            "Claimed by cd-2017list: 22",
            "Claimed by tass-962238: 19",
            "Claimed by caspian-2019: 29",
            "Claimed by tass-1375989: 37",
            "Claimed by newschina-2022: 38",
            "Claimed by sputnikzh-20241227: 45",
            "Not shown: 11 by another mode",
        ],
        never: &[],
    },
    Case {
        shows: "C-39",
        ask: "meetings Xi --with Putin --count --count-by encounter",
        prints: &["all 36 one per visit, session or adjoining days in one place", "Claimed by cd-2017list: 22"],
        never: &["every event"],
    },
    Case {
        shows: "C-39",
        ask: "meetings Xi --with Putin --count --mode any",
        prints: &["all 51 every event", "Claimed by tass-962238: 19"],
        never: &["by another mode"],
    },
    Case {
        shows: "C-40",
        ask: "visits --by Xi --to brazil --count",
        prints: &[
            "all 1 every event",
            "Claimed by rmaceio-202411: 3 (visits of Xi to Brazil, this one included, as of 2024-11-20; its rule: after those of 2014 and 2019)",
            "Claimed by ansazh-20241118, cri-it-20241121: 4",
            "Claimed by ansazh-20241118, cri-it-20241121: 2",
        ],
        never: &[],
    },
];
