//! Traps of dates: what a source says of a day, and what must not be read out of it.

use super::case::Case;

pub(crate) const CASES: &[Case] = &[
    // "Last month", of 13 December 2024.
    Case { shows: "T-01", ask: "events Shoigu --source cd-2024-12-13", prints: &["2024-11 "], never: &["2024-11-"] },
    Case { shows: "T-01", ask: "events Shoigu --at zhuhai", prints: &["2024-11-14"], never: &[] },
    // "In October", with no year beside it.
    Case {
        shows: "T-02",
        ask: "visits --by Belousov --source cd-2024-12-13",
        prints: &["2024-10 Andrei Belousov"],
        never: &["2024-10-"],
    },
    Case { shows: "T-02", ask: "visits --by Belousov", prints: &["2024-10-14–2024-10-15?"], never: &[] },
    Case {
        shows: "T-03",
        ask: "visits --by Medvedev --to china --source cd-2024-12-13 --until 2023",
        prints: &["2022-12 Dmitry Medvedev"],
        never: &["2022-12-01 Dmitry", "2017", "2018"],
    },
    Case {
        shows: "T-03",
        ask: "visits --by Medvedev --to china",
        prints: &["2022-12-20–2022-12-21", "2017-11-01", "2018-11-05"],
        never: &[],
    },
    Case {
        shows: "T-04",
        ask: "meetings Xi --with Medvedev --source cd-2024-12-13",
        prints: &["2024-12-12 General Secretary", "derived: when — Thursday; the issue is of Friday 13 December 2024"],
        never: &["2024-12-13 General"],
    },
    Case {
        shows: "T-04",
        ask: "meetings Xi --with Medvedev --on 2024-12-13",
        prints: &["No record"],
        never: &["2024-12-12"],
    },
    Case {
        shows: "T-05",
        ask: "show mt-panda",
        prints: &["published 2019-06?", "2024/07/27"],
        never: &["published 2024"],
    },
    Case { shows: "T-05", ask: "events --kind activity --during 2024-07", prints: &["No record"], never: &["panda"] },
    Case { shows: "T-06", ask: "show newsby-belousov", prints: &["published 2024-05?"], never: &["published 2019"] },
    Case { shows: "T-07", ask: "show mfa-202407", prints: &["published 2024-07-14"], never: &[] },
    Case {
        shows: "T-07",
        ask: "meetings Xi --with Putin --during 2024-07",
        prints: &["2024-07-03 President of China", "● certain"],
        never: &["2024-07-14 "],
    },
    Case {
        shows: "T-07",
        ask: "meetings Xi --with Putin --during 2024-07 --as-known-on 2024-07-10",
        prints: &["No record"],
        never: &["Astana"],
    },
    // A text that can be of no year: nothing rests on it.
    Case { shows: "T-08", ask: "sources foxclassy", prints: &["supports 0 accounts of 0 facts"], never: &[] },
    Case {
        shows: "T-08",
        ask: "meetings Xi --with Guterres --during 2022..2023",
        prints: &["2023-10-18", "1 row:"],
        never: &["09-15"],
    },
    // A stay tells no day: what lies in it is certain of the stay, and only possible of its days.
    Case {
        shows: "T-09",
        ask: "meetings Biden --with Putin",
        prints: &["2021-06-15..2021-06-16", "● certain"],
        never: &[],
    },
    Case {
        shows: "T-09",
        ask: "meetings Biden --with Putin --on 2021-06-16",
        prints: &["1 only possible"],
        never: &["● certain", "! disputed"],
    },
    Case {
        shows: "T-09",
        ask: "meetings Biden --with Modi --during 2023-09",
        prints: &["2023-09-07..2023-09-10", "● certain"],
        never: &["2023-09-07 P"],
    },
    Case {
        shows: "T-10",
        ask: "visits --by 'Zhao Leji' --as-known-on 2024-05-01 --status any",
        prints: &["2024-07 Zhao Leji", "announced"],
        never: &["2024-07-09"],
    },
    Case {
        shows: "T-10",
        ask: "visits --by 'Zhao Leji'",
        prints: &["2024-07-09–2024-07-13", "● certain both sides", "1 row: 1 certain."],
        never: &["announced"],
    },
];
