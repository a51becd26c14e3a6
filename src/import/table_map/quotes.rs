//! Quotes: whether those of a row stand where they can.

/// The signs of a delimited text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signs {
    pub delimiter: u8,
    pub quote: u8,
    pub escape: Option<u8>,
}

impl Signs {
    /// Whether every quote is closed, and stands before a delimiter or at the end of a line where it closes. In a row of several lines
    /// one that does not is the first quote of a later row, and the quote before it was never closed.
    pub(super) fn close_well(self, row: &[u8]) -> bool {
        let mut bytes = row.iter().copied().peekable();
        let (mut inside, mut starts) = (false, true);
        while let Some(byte) = bytes.next() {
            if inside && Some(byte) == self.escape {
                bytes.next();
            } else if inside && byte == self.quote {
                match bytes.peek().copied() {
                    Some(next) if next == self.quote => drop(bytes.next()),
                    None | Some(b'\n' | b'\r') => inside = false,
                    Some(next) if next == self.delimiter => inside = false,
                    Some(_) => return false,
                }
            } else if !inside {
                inside = starts && byte == self.quote;
                starts = byte == self.delimiter || matches!(byte, b'\n' | b'\r');
            }
        }
        !inside
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_that_close_within_a_cell_are_seen() {
        let signs = Signs { delimiter: b',', quote: b'"', escape: Some(b'\\') };
        for well in ["a,b", "a,\"b\nc\",d", "\"a\"\"b\"", "a\"b,c", "\"a\\\"b\"\r\n", "", "\"\",x"] {
            assert!(signs.close_well(well.as_bytes()), "{well}");
        }
        for wrong in ["a,\"b,c\n1,\"2\",3", "\"a\"b", "a,\"b", "a,\"b\n", "\"\"\"", "\"a\\\""] {
            assert!(!signs.close_well(wrong.as_bytes()), "{wrong}");
        }
    }
}
