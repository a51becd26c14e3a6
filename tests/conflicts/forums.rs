//! Conflicts about forums: who belongs to them, since when, and how their meetings are numbered.

use super::case::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        shows: "C-21 C-22",
        ask: "show brics",
        prints: &[
            "Brazil (brazil), member, from 2006..2009 !",
            "South Africa (south-africa), member, from 2006..2011 !",
            "South Africa (south-africa), invited, from 2010-12-24",
            "Saudi Arabia (saudi-arabia), member !",
            "remark The first summit of the four was on 16 June 2009.",
            "Lists of the members of BRICS leave Saudi Arabia out.",
        ],
        never: &["(ruled)"],
    },
    Case {
        shows: "C-21",
        ask: "conflicts brics --aspect from --columns state,sides",
        prints: &[
            "2006: censor-20241018, tass-1859917; 2009: aa-202409, latimes-20230824",
            "2006: censor-20241018; 2010: latimes-20230824; 2011: aa-202409, tass-1859917",
        ],
        never: &["ruled "],
    },
    Case {
        shows: "C-22",
        ask: "conflicts 'Saudi Arabia'",
        prints: &["kind ! disputed", "acceding: sputnik-20241018", "member: mehr-20241022, tass-1859801, unn-20240131"],
        never: &["ruled"],
    },
    Case {
        shows: "C-22",
        ask: "attendance brics-security-meeting-2024 --columns who",
        prints: &["Ali Ahmadian", "Ajit Doval", "Wang Yi", "9 rows: 9 certain."],
        never: &["Saudi"],
    },
    Case {
        shows: "C-41",
        ask: "conflicts apec-summit-2014",
        prints: &["number ! disputed", "22: prcbe-2014", "26: sputnik-20141105"],
        never: &["ruled"],
    },
    Case {
        shows: "C-41",
        ask: "show apec-summit-2014",
        prints: &["series leaders' meetings", "The numbers differ with the series that is counted."],
        never: &[],
    },
    Case {
        shows: "C-42",
        ask: "show shanghai-cooperation-organization",
        prints: &[
            "Claimed by ki-202407: 9",
            "Claimed by unn-20240702: 8",
            "Claimed by newsaz-20240704: 10",
            "Iran (iran), member (ruled), from 2023-07-04",
        ],
        never: &[],
    },
    Case {
        shows: "C-42",
        ask: "conflicts 'Shanghai Cooperation Organization' --ruled",
        prints: &["8: unn-20240702", "9: ki-202407", "observer: unn-20240702", "there were nine until Belarus joined"],
        never: &["! disputed"],
    },
    Case {
        shows: "",
        ask: "events --under china-russia-parliamentary-committee --status any",
        prints: &["2023-07 session 8th meeting", "● certain, announced", "2024-07-10 session 9th meeting"],
        never: &[],
    },
];
