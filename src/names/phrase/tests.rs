//! One small table of plainly artificial people, and what phrases name in it.

use super::*;
use crate::names::made::{entry, person};
use crate::names::{NameEntry, office_phrases};
use std::sync::LazyLock;

const WHO: Wanted<'_> =
    Wanted { kinds: &[Kind::Person, Kind::State, Kind::Party, Kind::Office], word: "a person, office or actor" };
const PLACE: Wanted<'_> = Wanted { kinds: &[Kind::Place, Kind::State], word: "a place or state" };

fn state(id: &str, code: &str, names: &[&str]) -> NameEntry {
    NameEntry { outside: vec![("iso3166".to_owned(), code.to_owned())], ..entry(id, Kind::State, names) }
}

fn office(id: &str, title: &str, level: &str, actors: &[&str]) -> NameEntry {
    let phrases = office_phrases(title, &[level], actors);
    let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
    entry(id, Kind::Office, &phrases)
}

fn table() -> &'static NameTable {
    static TABLE: LazyLock<NameTable> = LazyLock::new(|| NameTable::new(entries()));
    &TABLE
}

fn entries() -> Vec<NameEntry> {
    vec![
        state("russia", "RU", &["Russia", "Russian Federation"]),
        state("china", "CN", &["China", "People's Republic of China"]),
        state("myanmar", "MM", &["Myanmar"]),
        state("north-korea", "KP", &["North Korea"]),
        state("south-korea", "KR", &["South Korea"]),
        entry("usa", Kind::State, &["United States"]),
        office("russia-president", "President of Russia", "head of state", &["Russia", "Russian Federation"]),
        office("russia-vice", "Vice-President of Russia", "deputy head", &["Russia"]),
        office("russia-premier", "Chairman of the Government", "head of government", &["Russia"]),
        office("china-premier", "Premier of the State Council of China", "head of government", &["China"]),
        office("china-fm", "Minister of Foreign Affairs", "foreign minister", &["China"]),
        office("usa-president", "President of the United States", "head of state", &["United States"]),
        office("usa-vp", "Vice President", "deputy head", &["United States"]),
        office("kp-fm", "Minister of Foreign Affairs", "foreign minister", &["North Korea"]),
        office("kr-fm", "Foreign Minister", "foreign minister", &["South Korea"]),
        entry("party-a", Kind::Party, &["Party A"]),
        office("party-a-secretary", "General Secretary", "ruling party leader", &["Party A"]),
        person("ann-bee", "Bee", &["Ann Bee"]),
        person("bob-bee", "Bee", &["Bob Carl Bee"]),
        person("old-bee", "Bee", &["Old Bee"]),
        person("cee-dee", "Cee", &["Cee Dee", "Ци Ди"]),
        person("eff-one", "Eff", &["Gee Eff"]),
        person("eff-two", "Eff", &["Gus Eff"]),
        person("mister", "Haa", &["Lord Haa"]),
    ]
}

/// Ann Bee presided over Russia in 2008–2012, Bob Bee from 2012; Old Bee did so in an unknown year of the 1990s.
struct Known;

impl Careers for Known {
    fn is_active(&self, id: &Id) -> bool {
        id.as_str() != "old-bee"
    }

    fn posts(&self, person: &Id) -> Vec<Post> {
        match person.as_str() {
            "ann-bee" => vec![
                post("russia-president", "President of Russia", Level::HeadOfState, "russia", "2008-05-07..2012-05-07"),
                post(
                    "russia-premier",
                    "Chairman of the Government",
                    Level::HeadOfGovernment,
                    "russia",
                    "2012-05-08..2020",
                ),
            ],
            "bob-bee" => {
                vec![post("russia-president", "President of Russia", Level::HeadOfState, "russia", "2012-05-07..")]
            }
            "cee-dee" => vec![
                post("china-fm", "Minister of Foreign Affairs", Level::ForeignMinister, "china", "2013..2022"),
                post("party-a-secretary", "General Secretary", Level::RulingPartyLeader, "party-a", "2013.."),
            ],
            _ => Vec::new(),
        }
    }
}

fn post(office: &str, title: &str, level: Level, of: &str, days: &str) -> Post {
    let days = Period::parse(days, crate::date::Day::FIRST).unwrap();
    Post {
        office: office.parse().unwrap(),
        title: title.to_owned(),
        levels: vec![level],
        of: vec![of.parse().unwrap()],
        possible: days,
        certain: Some(days),
        held: format!("in {days}"),
    }
}

fn phrase(text: &str, wanted: &Wanted<'_>, period: &str) -> Result<Reading, NameError> {
    let period = Period::parse(period, crate::date::Day::FIRST).unwrap();
    table().phrase(text, wanted, period, &Known)
}

/// What a phrase means in a period: ids, `?` with candidates, `!` with who had the name but not the title, or `-`.
fn told(text: &str, wanted: &Wanted<'_>, period: &str) -> String {
    let list = |ids: Vec<&str>| ids.join(" ");
    match phrase(text, wanted, period) {
        Ok(reading) => {
            let ids = list(reading.ids.iter().map(Id::as_str).collect());
            let understood = reading.understood.map(|words| format!(": {words}")).unwrap_or_default();
            let officials = if reading.officials.is_some() { "officials " } else { "" };
            format!("{officials}{ids}{understood}")
        }
        Err(NameError::Ambiguous { candidates, .. }) => {
            format!("? {}", list(candidates.iter().map(Id::as_str).collect()))
        }
        Err(NameError::Unfit { bearers, title, .. }) => {
            format!("! {title}: {}", list(bearers.iter().map(|one| one.id.as_str()).collect()))
        }
        Err(NameError::Unknown { .. }) => "-".to_owned(),
        Err(NameError::WrongKind { found, .. }) => {
            format!("wrong {}", list(found.iter().map(|(id, _)| id.as_str()).collect()))
        }
    }
}

fn check(text: &str, expected: &str) {
    assert_eq!(told(text, &WHO, ".."), expected, "{text}");
}

fn check_in(text: &str, period: &str, expected: &str) {
    assert_eq!(told(text, &WHO, period), expected, "{text} in {period}");
}

#[test]
fn names_stay_names() {
    check("ann-bee", "ann-bee");
    check("The Russian Federation", "russia");
    check("President of Russia", "russia-president");
    check("Lord Haa", "mister");
    check("Eff", "? eff-one eff-two");
    check("person: Mr Ann Bee", "-");
}

#[test]
fn possessives_and_quotes() {
    check("Ann Bee’s", "ann-bee: Ann Bee (ann-bee)");
    check("“Cee Dee”'s", "cee-dee: Cee Dee (cee-dee)");
    check("Effs'", "-");
    check("Eff's", "? eff-one eff-two");
}

#[test]
fn honorifics() {
    check("Mr. Cee", "cee-dee: Cee Dee (cee-dee)");
    check("His Excellency Dr Ann Bee", "ann-bee: Ann Bee (ann-bee)");
    check("Mr Eff", "? eff-one eff-two");
    check("Mr Bee", "? ann-bee bob-bee old-bee");
    check("Mr Russia", "-");
    check("Mr", "-");
    check(
        "General Secretary Cee Dee",
        "cee-dee: Cee Dee (cee-dee), General Secretary in 2013-01-01..; other days are asked about as well",
    );
    check("General Cee Dee", "cee-dee: Cee Dee (cee-dee)");
}

#[test]
fn initials_only_where_unique() {
    check("A. Bee", "ann-bee: Ann Bee (ann-bee), by the initials in `a bee`");
    check("B. C. Bee", "bob-bee: Bob Carl Bee (bob-bee), by the initials in `b c bee`");
    check("Bee B.C.", "bob-bee: Bob Carl Bee (bob-bee), by the initials in `bee b c`");
    check("C. Dee", "cee-dee: Cee Dee (cee-dee), by the initials in `c dee`");
    check("Ц. Ди", "cee-dee: Cee Dee (cee-dee), by the initials in `ц ди`");
    check("G. Eff", "? eff-one eff-two");
    check("B. B. Bee", "-");
    check("V. Bee", "-");
    check("Mr A. Bee", "ann-bee: Ann Bee (ann-bee)");
}

#[test]
fn a_title_has_to_fit_the_period() {
    check_in("President Bee", "2010", "ann-bee: Ann Bee (ann-bee), President of Russia");
    check_in("President Bee", "2020", "bob-bee: Bob Carl Bee (bob-bee), President of Russia");
    check_in("President Bee", "2012", "? ann-bee bob-bee");
    check_in("President Bee", "..", "? ann-bee bob-bee");
    check_in("President Bee", "1990", "? ann-bee bob-bee");
    check_in(
        "President Ann Bee",
        "2020",
        "ann-bee: Ann Bee (ann-bee), not President of Russia in 2020-01-01..2020-12-31 but in 2008-05-07..2012-05-07",
    );
    check_in("Former President Bee", "2020", "ann-bee: Ann Bee (ann-bee), earlier President of Russia");
    check_in(
        "former president Bob Carl Bee",
        "2020",
        "bob-bee: Bob Carl Bee (bob-bee), President of Russia in all of 2020-01-01..2020-12-31",
    );
    check_in("Prime Minister Bee", "2015", "ann-bee: Ann Bee (ann-bee), Chairman of the Government");
    check_in("the Russian President Bob Carl Bee", "2020", "bob-bee: Bob Carl Bee (bob-bee), President of Russia");
    check_in("Russia's President A. Bee", "2010", "ann-bee: Ann Bee (ann-bee), President of Russia");
    check_in("Foreign Minister Cee", "2020", "cee-dee: Cee Dee (cee-dee), Minister of Foreign Affairs");
    check_in("Chancellor Cee", "2020", "! chancellor: cee-dee");
    check_in("Vice President Ann Bee", "2010", "! vice president: ann-bee");
    check_in("Chinese President Ann Bee", "2010", "! president of china: ann-bee");
    check_in("Rubbish Ann Bee", "2010", "-");
}

#[test]
fn offices_of_states() {
    check("the Russian president", "russia-president: President of Russia (russia-president)");
    check("Russian presidents", "russia-president: President of Russia (russia-president)");
    check("Russia’s president", "russia-president: President of Russia (russia-president)");
    check("the Russian vice president", "russia-vice: Vice-President of Russia (russia-vice)");
    check("the Russian premier", "russia-premier: Chairman of the Government (russia-premier)");
    check("the Chinese prime minister", "china-premier: Premier of the State Council of China (china-premier)");
    check("China's foreign minister", "china-fm: Minister of Foreign Affairs (china-fm)");
    check("US President", "usa-president: President of the United States (usa-president)");
    check("the president of America", "usa-president: President of the United States (usa-president)");
    check("American vice president", "usa-vp: Vice President (usa-vp)");
    check("Party A's general secretary", "party-a-secretary: General Secretary (party-a-secretary)");
    check("the Korean foreign minister", "? kp-fm kr-fm");
    check("the South Korean foreign minister", "kr-fm: Foreign Minister (kr-fm)");
    check("the Russian chancellor", "-");
    check("the American premier", "-");
}

#[test]
fn officials_of_states() {
    check("Chinese officials", "officials china: officials of China (china)");
    check("officials of the Russian Federation", "officials russia: officials of Russia (russia)");
    check(
        "Party A's leaders",
        "officials party-a: those officials of Party A (party-a) who are head-of-state, head-of-government, ruling-party-leader",
    );
    check(
        "the foreign ministers of America",
        "officials usa: those officials of United States (usa) who are foreign-minister",
    );
    check("Korean officials", "? north-korea south-korea");
    check("Rusian officials", "-");
}

#[test]
fn states_by_other_names() {
    check("America", "usa: United States (usa)");
    check("the Chinese", "china: China (china)");
    check("Russians", "russia: Russia (russia)");
    check("Burma", "myanmar: Myanmar (myanmar), so called until 1989-06-18");
    check("the Koreans", "? north-korea south-korea");
    check("Soviet Union", "-");
    check("Danes", "-");
    assert_eq!(told("Burma", &PLACE, ".."), "myanmar: Myanmar (myanmar), so called until 1989-06-18");
    assert_eq!(told("Ann Bee", &PLACE, ".."), "wrong ann-bee");
    assert_eq!(told("Mr Bee", &PLACE, ".."), "-");
}

#[test]
fn an_unknown_name_behind_a_title_is_guessed_from_the_name() {
    for (text, expected) in
        [("President Ann Bea", "ann-bee"), ("Mr Cee Dea", "cee-dee"), ("Rusian officials", "russia")]
    {
        match phrase(text, &WHO, "..") {
            Err(NameError::Unknown { suggestions, .. }) => {
                assert_eq!(suggestions.first().map(|near| near.id.as_str()), Some(expected), "{text}")
            }
            other => panic!("{text}: {other:?}"),
        }
    }
}

/// Keys alone read what a table reads.
struct Numbered(NameTable);

impl Entries for Numbered {
    fn number(&self, id: &str) -> Option<u32> {
        self.0.with_id(id).next()
    }

    fn kind(&self, number: u32) -> Option<Kind> {
        self.0.numbered(number).map(|entry| entry.kind)
    }

    fn entry(&self, number: u32) -> Option<NameEntry> {
        self.0.numbered(number).cloned()
    }
}

#[test]
fn keys_read_as_the_table_does() {
    let entries = Numbered(NameTable::new(entries()));
    let keys = NameKeys::new((0..).zip(entries.0.entries().iter().cloned()));
    let texts =
        ["Mr Cee", "President Bee", "A. Bee", "the Russian president", "Korean officials", "Burma", "Chancellor Cee"];
    for text in texts {
        let by_keys = keys.phrase(&entries, text, &WHO, Period::ALL, &Known);
        assert_eq!(by_keys, entries.0.phrase(text, &WHO, Period::ALL, &Known), "{text}");
    }
}

#[test]
fn hostile_phrases() {
    for text in
        ["", " ", "'", "’z", "the the the", "of", "of of of", "a of", "Mr Mr Mr", "former", "\u{202e}’z", "z's's"]
    {
        assert!(phrase(text, &WHO, "..").is_err(), "{text}");
    }
    for text in ["Mr ", "A. ", "the ", "former ", "China’s ", "president of "] {
        assert!(phrase(&text.repeat(10_000), &WHO, "..").is_err(), "{text}");
    }
}

/// Names that are one letter off never mean anybody without a word.
#[test]
fn a_slip_never_names_another() {
    let texts = [
        "Mr Cee",
        "President Ann Bee",
        "A. Bee",
        "B. C. Bee",
        "the Russian president",
        "Chinese officials",
        "Burma",
        "Foreign Minister Cee",
        "China's foreign minister",
        "the Koreans",
        "American vice president",
    ];
    for text in texts {
        let meant = phrase(text, &WHO, "..").map(|reading| reading.ids);
        for slip in slips(text) {
            if let Ok(reading) = phrase(&slip, &WHO, "..") {
                let same = meant.as_ref() == Ok(&reading.ids);
                assert!(same || reading.understood.is_some(), "{slip} was taken for {:?}", reading.ids);
            }
        }
    }
}

/// Every text with one letter left out, doubled or changed.
fn slips(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut slips = Vec::new();
    for at in 0..letters.len() {
        let (before, after) = (&letters[..at], &letters[at + 1..]);
        for middle in [String::new(), letters[at].to_string().repeat(2), "z".to_owned(), "e".to_owned()] {
            slips.push(before.iter().collect::<String>() + &middle + &after.iter().collect::<String>());
        }
    }
    slips.retain(|slip| slip != text);
    slips
}
