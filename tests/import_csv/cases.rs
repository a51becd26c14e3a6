//! One case for each thing that a map can say: a map, a table, and what comes out.

use crate::kept::{imported, map, refused};
use chancery::import::table_map::{ImportError, Map};
use chancery::read::SourceText;
use chancery::write::Draft;

/// A map with one meeting for each row, and more fields of the map and of the meeting.
fn meetings(more: &str, fields: &str) -> String {
    format!(
        "({more} records: [(kind: Meeting, id: \"m-{{row}}\", source: [(id: \"register\", locator: \"{{line}}\")], {fields})])"
    )
}

/// Checks the lines of the records but those of sources, and what was skipped or noted.
fn check(map_text: &str, table: &str, expected: &[&str]) {
    let (done, kept) = imported(table.as_bytes(), &map(map_text));
    assert!(done.tally.is_balanced());
    let joined = |record: &String| record.split_whitespace().collect::<Vec<_>>().join(" ");
    let records = kept.files.iter().flat_map(|(file, records)| {
        records.iter().map(move |record| {
            format!(
                "{file}: {}",
                joined(record).replace(", )", ")").replace("( ", "(").replace("[ ", "[").replace(", ]", "]")
            )
        })
    });
    let skipped = done.tally.skipped.iter().map(|skipped| format!("{}: {}", skipped.line, skipped.reason));
    let notes = done.notes.iter().map(|note| format!("{}! {}", note.line, note.text));
    let counts = format!("{} {} {} {}", done.tally.read, done.tally.kept, done.tally.merged, done.tally.skipped.len());
    let seen: Vec<String> = std::iter::once(counts).chain(skipped).chain(notes).chain(records).collect();
    assert_eq!(seen, expected, "{table}");
}

#[test]
fn one_row_makes_several_records() {
    check(
        r#"(records: [
            (kind: Visit, label: "visit", id: "visit-{Nr}", fields: {"to": Named(kind: State, from: "{Land}"), "when": Days(from: "{Von}", to: "{Bis}")},
             participants: [(from: "{Wer}")], source: [(id: "r")]),
            (kind: Meeting, id: "{Nr}-{each}", each: (from: "{Wen}", separators: ["/"]),
             fields: {"part_of": Record("visit"), "when": Days(from: "{Von}", to: "{Bis}", read: (range: Within))},
             participants: [(from: "{Wer}"), (from: "{each}")], source: [(id: "r")]),
        ])"#,
        "Nr,Von,Bis,Land,Wer,Wen\n1,2031-03-04,2031-03-06,Land B,Person A,Person B/Person C\n",
        &[
            "1 1 0 0",
            r#"meetings: Meeting(id: "1-person-b", when: "[2031-03-04..2031-03-06]", part_of: "visit-1", participants: ["person-a", "person-b"], source: "r")"#,
            r#"meetings: Meeting(id: "1-person-c", when: "[2031-03-04..2031-03-06]", part_of: "visit-1", participants: ["person-a", "person-c"], source: "r")"#,
            r#"people: Person(id: "person-a", name: "Person A", source: "r")"#,
            r#"people: Person(id: "person-b", name: "Person B", source: "r")"#,
            r#"people: Person(id: "person-c", name: "Person C", source: "r")"#,
            r#"states: State(id: "land-b", name: "Land B", source: "r")"#,
            r#"visits: Visit(id: "visit-1", to: "land-b", when: "2031-03-04/2031-03-06", visitors: "person-a", source: "r")"#,
        ],
    );
}

#[test]
fn rows_are_left_out_merged_and_skipped_with_reasons() {
    check(
        &meetings(
            r#"input: (empty: ["-"]), where: [(from: "{Status}", not: ["cancelled"]), (from: "{Date}", filled: true)],"#,
            r#"fields: {"when": Days(from: "{Date}"), "medium": Words(from: "{Status}", of: {"tel": "Phone"}, silent: "InPerson")}"#,
        ),
        "Date,Status\n2031,tel\n2031,tel\n2032,cancelled\n-,tel\n2033,-\n2034,fax\n2035\n",
        &[
            "7 2 1 4",
            "4: the map leaves it out by `where`",
            "5: the map leaves it out by `where`",
            "7: `medium`: the map has no word for `fax`",
            "8: it has 1 cell, and there are 2 columns",
            r#"meetings: Meeting(id: "m-1", when: "2031", medium: Phone, source: "register#2")"#,
            r#"meetings: Meeting(id: "m-5", when: "2033", medium: InPerson, source: "register#6")"#,
        ],
    );
    check(
        &meetings("repeats: Keep,", r#"fields: {"when": Days(from: "{Date}")}"#),
        "Date\n2031\n2031\n",
        &[
            "2 2 0 0",
            r#"meetings: Meeting(id: "m-1", when: "2031", source: "register#2")"#,
            r#"meetings: Meeting(id: "m-2", when: "2031", source: "register#3")"#,
        ],
    );
}

#[test]
fn rows_of_a_group_make_one_event() {
    let grouped = |rows: &str| {
        format!(
            r#"(group: (by: ["{{Id}}"]{rows}), records: [(kind: Meeting, id: "m-{{Id}}", fields: {{"when": Days(from: "{{Date}}")}},
                participants: [(from: "{{Who}}", side: "{{Side}}")], source: [(id: "r", locator: "{{row}}")])])"#
        )
    };
    let table = "Id,Date,Who,Side\na,2031,A,X\na,2031,B,Y\na,2032,B,Y\na,2031,A,Y\nb,2031,A,X\na,2031,C,X\n";
    let (done, kept) = imported(table.as_bytes(), &map(&grouped(", rows: Anywhere")));
    assert_eq!((done.tally.kept, done.tally.merged, done.tally.skipped.len()), (2, 2, 2));
    let reasons: Vec<&str> = done.tally.skipped.iter().map(|skipped| skipped.reason.as_str()).collect();
    assert_eq!(
        reasons,
        [
            "`when` is `2032` here, and `2031` in an earlier row of the group",
            "`for` of `a` is \"y\" here, and \"x\" before",
        ]
    );
    let meeting = kept.files["meetings"][0].split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(meeting.contains(r#"source: ["r#1", "r#2", "r#6"]"#), "{meeting}");
    let (done, _) = imported(table.as_bytes(), &map(&grouped("")));
    assert_eq!((done.tally.kept, done.tally.merged), (3, 1));
    let notes: Vec<&str> = done.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes[notes.len() - 1], "the id `m-a` is taken, and this record gets `m-a-2`", "{notes:?}");
}

#[test]
fn participants_with_all_that_stands_about_them() {
    check(
        &meetings(
            r#"names: {"land-a: President": "first-office", "Person K": "known"},"#,
            r#"participants: [(
                from: "{Who}", separators: [";"], order: FamilyGiven, brackets: [Capacity, Side, Ignored], capacity_separators: ["/"],
                side: "{Side}", role: "{Role}", part: "Principal", presence: "{There}", doubt: ["?"], ignore: ["staff"],
            ), (from: "{By}", kind: State, field: "participants", capacities: Printed)]"#,
        ),
        "Who,Side,Role,There,By\n\
         \"A, Person (President/Minister (acting)); K, Person (ex-President); staff\",Land A,host,,\n\
         \"B, Person (Minister-elect) (Land B) (x); C, Person ?\",,,video,Land C (all of it)\n\
         \"A, Person\",Land A,boss,,\n\
         \"A, Person (President\",Land A,,,\n\
         ---,Land A,,,\n",
        &[
            "5 2 0 3",
            "4: `{Who}`: `boss` is no role, which are Host, Guest, Chair, Participant, Observer, Mediator, Speaker, Signatory",
            "5: `{Who}`: the brackets in `A, Person (President` do not match",
            "6: `{Who}`: `---` is no name",
            r#"meetings: Meeting(id: "m-1", participants: [(who: "person-a", as: ["first-office", "land-a-minister-acting"], role: Host, for: "land-a", part: Principal), (who: "known", as: "former:first-office", role: Host, for: "land-a", part: Principal)], source: "register#2")"#,
            r#"meetings: Meeting(id: "m-2", participants: [(who: "person-b", as: "elect:land-b-minister", for: "land-b", part: Principal, presence: Video), (who: "person-c", part: Principal, presence: Video, reason: "the source marks the name with `?`"), (who: "land-c", printed: "all of it")], derived: {"participants": "the source marks a participant as uncertain"}, source: "register#3")"#,
            r#"offices: Office(id: "land-a-minister-acting", title: "Minister (acting)", of: "land-a", source: "register#2")"#,
            r#"offices: Office(id: "land-b-minister", title: "Minister", of: "land-b", source: "register#3")"#,
            r#"people: Person(id: "person-a", name: "Person A", family: "A", source: "register#2")"#,
            r#"people: Person(id: "person-b", name: "Person B", family: "B", source: "register#3")"#,
            r#"people: Person(id: "person-c", name: "Person C", family: "C", source: "register#3")"#,
            r#"states: State(id: "land-a", name: "Land A", source: "register#2")"#,
            r#"states: State(id: "land-b", name: "Land B", source: "register#3")"#,
            r#"states: State(id: "land-c", name: "Land C", source: "register#3")"#,
        ],
    );
}

#[test]
fn other_kinds_of_records() {
    check(
        r#"(folder: "posts", first: [(kind: Source, id: "{file}", fields: {"title": Text("Posts"), "kind": Text("reference")})], records: [
            (kind: Source, id: "{Paper}", fields: {"title": Text("{Paper}"), "published": Days(from: "{Day}")}),
            (kind: Tenure, id: "{Who}-{From}", fields: {
                "person": Named(kind: Person, from: "{Who}"),
                "office": Named(kind: Office, from: "{Post}", of: "{Land}"),
                "from": Days(from: "{From}", read: (order: DayMonthYear)),
                "acting": Words(from: "{Acting}", of: {"x": "true"}),
                "ids.posts": Text("{row}"),
            }, source: [(id: "{Paper}", locator: "p{row}", quote: "{Quote}")]),
            (kind: Membership, id: "{Land}-in-a", again: Once, where: [(from: "{Land}", filled: true)], fields: {
                "who": Named(kind: State, from: "{Land}"), "of": Named(kind: Organization, from: "Body A"), "kind": Text("Member"),
            }, source: [(id: "{Paper}")]),
        ])"#,
        "Who,Post,Land,From,Acting,Paper,Day,Quote\n\
         Person A,Minister,Land A,04.03.2031,x,Paper A,2031-03-05,\"so \"\"it\"\" was\"\n\
         Person B,Minister,Land A,05.03.2031 10:00,,Paper A,2031-03-06,\n\
         Person C,Minister,Land A,05.03.2031,,Paper A,2031-03-06,\n",
        &[
            "3 2 0 1",
            "3: `from`: the time of day 10:00 has no place here",
            "4! of `paper-a` line 4 says something else than line 2, which counts",
            r#"posts/memberships: Membership(id: "land-a-in-a", who: "land-a", of: "body-a", kind: Member, source: "paper-a")"#,
            r#"posts/offices: Office(id: "land-a-minister", title: "Minister", of: "land-a", source: (source: "paper-a", locator: "p1", quote: "so \"it\" was"))"#,
            r#"posts/organizations: Organization(id: "body-a", name: "Body A", source: "paper-a")"#,
            r#"posts/people: Person(id: "person-a", name: "Person A", source: (source: "paper-a", locator: "p1", quote: "so \"it\" was"))"#,
            r#"posts/people: Person(id: "person-c", name: "Person C", source: "paper-a#p3")"#,
            r#"posts/sources: Source(id: "table-csv", title: "Posts", kind: Reference)"#,
            r#"posts/sources: Source(id: "paper-a", title: "Paper A", published: "2031-03-05")"#,
            r#"posts/states: State(id: "land-a", name: "Land A", source: (source: "paper-a", locator: "p1", quote: "so \"it\" was"))"#,
            r#"posts/tenures: Tenure(id: "person-a-04-03-2031", person: "person-a", office: "land-a-minister", from: "2031-03-04", acting: true, ids: {"posts": "1"}, source: (source: "paper-a", locator: "p1", quote: "so \"it\" was"))"#,
            r#"posts/tenures: Tenure(id: "person-c-05-03-2031", person: "person-c", office: "land-a-minister", from: "2031-03-05", ids: {"posts": "3"}, source: "paper-a#p3")"#,
        ],
    );
}

#[test]
fn encodings_and_tables_without_names() {
    let map_text = |input: &str| meetings(&format!("input: ({input}),"), r#"fields: {"name": Text("{A}")}"#);
    let check = |input: &str, table: &[u8], name: &str| {
        let (done, kept) = imported(table, &map(&map_text(input)));
        assert_eq!((done.tally.kept, done.tally.skipped.as_slice()), (1, &[][..]), "{input}");
        assert!(kept.files["meetings"][0].contains(&format!("name: \"{name}\"")), "{:?}", kept.files);
    };
    check("", "\u{FEFF}A\nÉ\n".as_bytes(), "É");
    check("encoding: \"windows-1252\"", b"A\n\xC9\x80\n", "É€");
    check("encoding: \"gb18030\"", b"A\n\xD6\xD0\n", "中");
    let utf16: Vec<u8> = "\u{FEFF}A\r\nÉ中\r\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    check("", &utf16, "É中");
    check("columns: [\"A\", \"B\"], delimiter: '\\t', quote: '\\''", b"'x\ty'\t2\n", "x\\ty");
    check("skip: 2", b"Title\n\nNote\nA\nx\n", "x");
    let (done, _) = imported(b"A\n\xC9\nx\n", &map(&map_text("")));
    assert_eq!(done.tally.skipped[0].reason, "`name`: `A` is not UTF-8 text: the map may name another `encoding`");
}

#[cfg(feature = "excel")]
#[test]
fn workbooks() {
    let map = map(
        r#"(input: (sheet: "Visits"), records: [(kind: Visit, id: "{Id}", fields: {"when": Days(from: "{Date}"), "time": Text("{Time}"), "note": Text("{Number}")},
            participants: [(from: "{Who}", separators: [";"])], source: [(id: "book", locator: "{line}")])])"#,
    );
    for file in ["book.xlsx", "book.xls", "book.ods"] {
        let bytes = std::fs::read(format!("{}/tests/import_csv/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let (done, kept) = imported(&bytes, &map);
        let visits: Vec<String> =
            kept.files["visits"].iter().map(|visit| visit.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(done.tally.read, 3, "{file}");
        assert_eq!(
            visits,
            [
                r#"Visit( id: "v-1", when: "2031-03-04", time: "16:30", visitors: ["person-a", "person-b"], note: "3", source: "book#3", )"#,
                r#"Visit( id: "v-2", when: "2031-03-05", time: "09:05", visitors: "person-a", note: "2.5", source: "book#4", )"#,
            ],
            "{file}"
        );
        let reason = done.tally.skipped[0].reason.as_str();
        assert!(
            reason.contains("`04.03.31` may be read in several orders") || reason.contains("#REF!"),
            "{file}: {reason}"
        );
        assert_eq!(kept.bytes, bytes.len() as u64);
    }
}

#[cfg(feature = "excel")]
#[test]
fn workbooks_that_can_not_be_read() {
    let map = |input: &str| map(&meetings(&format!("input: ({input}),"), ""));
    let bytes = std::fs::read(format!("{}/tests/import_csv/book.xlsx", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let message = |table: &[u8], input: &str| refused(table, &map(input)).to_string();
    assert_eq!(
        message(&bytes, "sheet: \"Visit\""),
        "the workbook has no sheet `Visit`, only Notes, Visits; did you mean `Visits`?"
    );
    assert!(message(&bytes[..bytes.len() / 2], "").contains("no workbook that can be read"));
    assert!(message(b"PK\x03\x04", "").contains("no workbook that can be read"));
}

#[test]
fn maps_that_can_be_none() {
    let check = |text: &str, expected: &str| {
        let problem = Map::parse(SourceText::new("m", text.as_bytes().to_vec())).unwrap_err();
        let hint = problem.hint.map(|hint| format!("; {hint}")).unwrap_or_default();
        let seen = format!("{} {}{hint}", problem.span, problem.message);
        assert!(seen.contains(expected), "{text}\n{seen}");
    };
    let with = |more: &str| meetings("", more);
    check("(recods: [])", "m:1:2 this `(…)` has no field `recods`; did you mean `records`?");
    check("(records: [])", "m:1:2 the map makes no record");
    check(&meetings("input: (delimiter: 'é'),", ""), "has to be one sign");
    check(&meetings("input: (delimiter: '\"'),", ""), "can't be the same");
    check(&meetings("input: (encoding: \"utf8x\"),", ""), "no encoding is called `utf8x`");
    check(&meetings("dates: (pivot: 0),", ""), "`pivot` is a year");
    check(&meetings("dates: (order: DMY),", ""), "DMY");
    check(&meetings("names: {\"A\": \"A B\"},", ""), "`A B` is no id");
    check(&meetings("folder: \"../x\",", ""), "`../x` is no name of a file");
    check(&with("file: \"/etc/x\","), "`/etc/x` is no name of a file");
    check(&with("fields: {\"wehn\": Text(\"x\")}"), "a Meeting has no field `wehn`; did you mean `when`?");
    check(&with("fields: {\"ids\": Text(\"x\")}"), "`ids` needs a key");
    check(&with("fields: {\"when.x\": Text(\"x\")}"), "`when` has no keys");
    check(&with("fields: {\"note\": Text(\"{a\")}"), "a column is written `{Column}`");
    check(&with("fields: {\"part_of\": Record(\"visit\")}"), "no record of the map has the label `visit`");
    check(&with("fields: {\"place\": Named(kind: Meeting, from: \"x\")}"), "a Meeting is not made from a name here");
    check(
        &with("participants: [(from: \"{x}\", field: \"visitors\")]"),
        "takes no participants; those that do are participants",
    );
    check(
        &with("participants: [(from: \"{x}\", separators: [\",\"], order: FamilyGiven)]"),
        "a comma can't stand both",
    );
    check(&with("participants: [(from: \"{x}\", separators: [\"\"])]"), "a separator can't be empty");
    check(&with("certainty: [(if: [], then: [Uncertain(\"place\")])]"), "a Meeting has no date `place`");
    check(&with("certainty: [(if: [], then: [Credibility(7)])]"), "the credibility is 1 to 6");
    check("(records: [(kind: Meeting, id: \"x\")])", "a Meeting needs a `source`");
    check("(records: [(kind: Tenure, id: \"x\", source: [(id: \"s\")])])", "a Tenure needs the field `person`");
    check(&meetings("first: [(kind: Topic, id: \"{row}\", fields: {\"name\": Text(\"x\")})],", ""), "and so no `row`");
}

#[test]
fn columns_that_are_not_there() {
    let map = map(&meetings("", "fields: {\"note\": Text(\"{Reamrks}\")}"));
    let ImportError::Map(problem) = refused(b"Date,Remarks\n", &map) else { panic!("another error") };
    assert_eq!(problem.message, "the table has no column `Reamrks`");
    assert_eq!(problem.hint.as_deref(), Some("did you mean `Remarks`?"));
    assert!(problem.span.line > 0);
    for empty in [&b""[..], b"\n\n", b"\xEF\xBB\xBF"] {
        assert!(refused(empty, &map).to_string().contains("no row with the names"));
    }
}

#[test]
fn a_sink_that_fails_ends_the_import() {
    struct Full;
    impl chancery::import::Sink for Full {
        fn record(&mut self, _: &str, _: Draft) -> std::io::Result<()> {
            Err(std::io::Error::other("the disk is full"))
        }
        fn advance(&mut self, _: u64) {}
    }
    let error = chancery::import::table_map::import(&b"A\nx\n"[..], "t", &map(&meetings("", "")), &mut Full);
    assert_eq!(error.unwrap_err().to_string(), "the disk is full");
}
