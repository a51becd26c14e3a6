//! Decoding: bytes in any encoding become UTF-8 as they are read.

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::io::{self, Read};

/// So much is read at once.
const CHUNK: usize = 64 * 1024;

/// An input whose text is UTF-8, whatever it was.
///
/// UTF-8 itself is passed on as it is, so that a broken cell stays broken; in other encodings what has no meaning
/// becomes U+FFFD.
pub(super) struct Decoded<R> {
    input: R,
    stated: Option<&'static Encoding>,
    /// None until the first bytes were seen, and for UTF-8.
    decoder: Option<Decoder>,
    started: bool,
    read: u64,
}

impl<R: Read> Decoded<R> {
    pub(super) fn new(input: R, stated: Option<&'static Encoding>) -> Self {
        Self { input, stated, decoder: None, started: false, read: 0 }
    }

    /// How many bytes of the input were read so far.
    pub(super) fn read(&self) -> u64 {
        self.read
    }

    /// Adds text to what is there already; says whether there may be more.
    pub(super) fn fill(&mut self, text: &mut Vec<u8>) -> io::Result<bool> {
        let mut chunk = Vec::with_capacity(CHUNK);
        (&mut self.input).take(CHUNK as u64).read_to_end(&mut chunk)?;
        self.read += chunk.len() as u64;
        let last = chunk.is_empty();
        let mut bytes = chunk.as_slice();
        if !self.started {
            self.started = true;
            bytes = self.start(bytes);
        }
        match &mut self.decoder {
            None => text.extend_from_slice(bytes),
            Some(decoder) => decode(decoder, bytes, last, text),
        }
        Ok(!last)
    }

    /// Chooses the encoding by the first bytes, and passes a byte order mark.
    fn start<'b>(&mut self, bytes: &'b [u8]) -> &'b [u8] {
        let (encoding, mark) = match Encoding::for_bom(bytes) {
            Some(found) => found,
            None => (self.stated.or_else(|| utf16(bytes)).unwrap_or(UTF_8), 0),
        };
        self.decoder = (encoding != UTF_8).then(|| encoding.new_decoder_without_bom_handling());
        bytes.get(mark..).unwrap_or_default()
    }
}

fn decode(decoder: &mut Decoder, mut bytes: &[u8], last: bool, text: &mut Vec<u8>) {
    let mut decoded = vec![0; decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(4 * CHUNK)];
    loop {
        let (result, read, written, _) = decoder.decode_to_utf8(bytes, &mut decoded, last);
        text.extend_from_slice(decoded.get(..written).unwrap_or_default());
        bytes = bytes.get(read..).unwrap_or_default();
        if result == encoding_rs::CoderResult::InputEmpty {
            return;
        }
    }
}

/// UTF-16 without a byte order mark: every other byte of the first few is zero.
pub(super) fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let units = || bytes.chunks_exact(2).take(4);
    let low_first = units().count() > 1 && units().all(|unit| matches!(unit, [low, 0] if *low != 0));
    let high_first = units().count() > 1 && units().all(|unit| matches!(unit, [0, low] if *low != 0));
    low_first.then_some(UTF_16LE).or_else(|| high_first.then_some(UTF_16BE))
}

/// The encoding of this name.
pub(super) fn encoding(name: &str) -> Option<&'static Encoding> {
    Encoding::for_label_no_replacement(name.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], stated: Option<&str>, expected: &str) {
        let mut decoded = Decoded::new(bytes, stated.and_then(encoding));
        let mut text = Vec::new();
        while decoded.fill(&mut text).unwrap() {}
        assert_eq!(String::from_utf8_lossy(&text), expected);
        assert_eq!(decoded.read(), bytes.len() as u64);
    }

    #[test]
    fn encodings_are_seen_or_stated() {
        check("é,b".as_bytes(), None, "é,b");
        check(b"\xEF\xBB\xBF\xC3\xA9", None, "é");
        check(b"\xE9,b", Some("windows-1252"), "é,b");
        check(b"\xEF\xBB\xBF\xC3\xA9", Some("windows-1252"), "é");
        check(b"\xFF\xFEa\0,\0", None, "a,");
        check(b"\xFE\xFF\0a\0,", None, "a,");
        check(b"a\0,\0b\0", None, "a,b");
        check(b"\0a\0,\0b", Some("utf-16be"), "a,b");
        check(b"\xD6\xD0", Some("gb18030"), "中");
        check(b"\x81", Some("windows-1253"), "\u{81}");
        check(b"a\0,\0b", Some("utf-16le"), "a,\u{FFFD}");
        check(b"", None, "");
    }

    #[test]
    fn a_long_text_is_decoded_in_pieces() {
        let text = "é中,".repeat(CHUNK);
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&bytes, Some("utf-16le"), &text);
    }
}
