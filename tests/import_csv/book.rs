//! Workbooks of our own making, with cells where no table has any.

use crate::kept::{imported, map};
use flate2::Crc;

/// A file of an archive that is not packed: its head, for the list at the end as well, and what it holds.
fn entry(name: &str, text: &str, offset: usize) -> (Vec<u8>, Vec<u8>) {
    let mut sum = Crc::new();
    sum.update(text.as_bytes());
    let size = u32::try_from(text.len()).unwrap().to_le_bytes();
    let length = u16::try_from(name.len()).unwrap().to_le_bytes();
    // Version, flags, method, time and day; then sum, both sizes, and the lengths of name and more.
    let shared =
        [&[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0][..], &sum.sum().to_le_bytes(), &size, &size, &length, &[0, 0]].concat();
    let local = [b"PK\x03\x04", &shared[..], name.as_bytes(), text.as_bytes()].concat();
    let offset = u32::try_from(offset).unwrap().to_le_bytes();
    let listed = [b"PK\x01\x02\x14\x00", &shared[..], &[0; 10], &offset, name.as_bytes()].concat();
    (local, listed)
}

fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let (mut whole, mut list) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let (local, listed) = entry(name, text, whole.len());
        whole.extend(local);
        list.extend(listed);
    }
    let number = u16::try_from(files.len()).unwrap().to_le_bytes();
    let sizes = [list.len(), whole.len()].map(|size| u32::try_from(size).unwrap().to_le_bytes());
    let end = [b"PK\x05\x06\0\0\0\0", &number[..], &number, &sizes[0], &sizes[1], &[0, 0]].concat();
    [whole, list, end].concat()
}

/// A workbook of one sheet with these cells.
fn book(cells: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{packages}\"><Relationship Id=\"rId1\" Type=\"{relations}/{kind}\" \
             Target=\"{target}\"/></Relationships>"
        )
    };
    let sheets = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets>\
         <sheet name=\"Sheet\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    archive(&[
        ("_rels/.rels", &relation("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", &sheets),
        ("xl/_rels/workbook.xml.rels", &relation("worksheet", "worksheets/sheet1.xml")),
        (
            "xl/worksheets/sheet1.xml",
            &format!("<worksheet xmlns=\"{main}\"><sheetData>{cells}</sheetData></worksheet>"),
        ),
    ])
}

fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

const MAP: &str = r#"(input: (ragged: Fill), records: [(kind: Meeting, id: "m-{Date}", fields: {"when": Days(from: "{Date}")},
    participants: [(from: "{Who}", separators: [";"])], source: [(id: "book", locator: "{line}")])])"#;

#[test]
fn a_cell_at_the_end_of_a_sheet_costs_no_more_than_another() {
    let rows = [
        ("2", cell("B2", "Date") + &cell("C2", "Who")),
        // Of a cell that is told twice the last counts, and cells need not come in order.
        ("3", cell("C3", "Person A; Person B") + &cell("B3", "never") + &cell("B3", "2031-03-04")),
        ("1048575", cell("B1048575", "2031-03-05") + &cell("C1048575", "Person A; Person C")),
        // As a table of all cells between it and the first this would be one of seventeen billion.
        ("1048576", cell("XFD1048576", "x")),
    ];
    let rows: String = rows.iter().map(|(number, cells)| format!("<row r=\"{number}\">{cells}</row>")).collect();
    let (told, kept) = imported(&book(&rows), &map(MAP));
    let meetings = kept.files.iter().filter(|(name, _)| name.contains("meetings")).flat_map(|(_, all)| all);
    let meetings: Vec<&String> = meetings.collect();
    assert_eq!(meetings.len(), 2, "{told:?} {meetings:?}");
    assert!(meetings[0].contains("2031-03-04") && meetings[0].contains("book#3"), "{}", meetings[0]);
    assert!(meetings[1].contains("2031-03-05") && meetings[1].contains("book#1048575"), "{}", meetings[1]);
    let skipped: Vec<u64> = told.tally.skipped.iter().map(|skipped| skipped.line).collect();
    assert_eq!(skipped, [1_048_576], "{:?}", told.tally.skipped);
}
