//! Plain items: a reader for the part of RON in which nearly every record is written, several times as fast as ron.
//!
//! It knows structures with named fields, lists, tables, texts without a backslash, whole numbers, words, and white
//! space of ASCII between them. Whatever else stands in an item, and whatever a type refuses, it leaves to ron, which
//! then reads the item from its beginning. So ron alone decides what can be read and says what is wrong; what is read
//! here is what ron reads (`read/parse/tests.rs` holds the two against each other).

use super::digest::Digester;
use super::lexer::Form;
use serde::Deserialize;
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{self, DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use std::fmt;

/// The value of an item; none where ron has to look at it.
pub(super) fn read<'t, T: Deserialize<'t>>(item: &'t str) -> Option<T> {
    told(item, &mut ())
}

/// The value of an item and its digest, of which every token is taken on the way.
pub(super) fn digested<'t, T: Deserialize<'t>>(item: &'t str, digester: &mut Digester) -> Option<(T, [u8; 32])> {
    digester.begin();
    let value = told(item, digester)?;
    Some((value, digester.finish()))
}

fn told<'t, T: Deserialize<'t>>(item: &'t str, listener: &mut impl Listen) -> Option<T> {
    let mut reader = Reader { text: item, at: 0, listener };
    let value = T::deserialize(&mut reader).ok()?;
    reader.next().is_none().then_some(value)
}

/// Who is told each token of an item, as the lexer would give it.
trait Listen {
    fn token(&mut self, form: Form, written: &str);
}

impl Listen for () {
    fn token(&mut self, _: Form, _: &str) {}
}

impl Listen for Digester {
    fn token(&mut self, form: Form, written: &str) {
        self.take(form, written.as_bytes());
    }
}

/// That an item is not plain, or not what a type wants: ron finds out which.
#[derive(Clone, Copy, Debug)]
struct NotPlain;

impl fmt::Display for NotPlain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is for ron")
    }
}

impl std::error::Error for NotPlain {}

impl de::Error for NotPlain {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

struct Reader<'t, 'l, L> {
    text: &'t str,
    /// The byte that comes next.
    at: usize,
    listener: &'l mut L,
}

impl<'t, 'l, L: Listen> Reader<'t, 'l, L> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte behind white space.
    fn next(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    /// Takes a sign, which has to come next.
    fn take(&mut self, byte: u8, form: Form) -> Result<(), NotPlain> {
        if self.next() != Some(byte) {
            return Err(NotPlain);
        }
        self.pass(form);
        Ok(())
    }

    /// Takes the sign that is known to come next.
    fn pass(&mut self, form: Form) {
        self.at += 1;
        self.tell(form, self.at - 1);
    }

    /// The token from there to here.
    fn tell(&mut self, form: Form, start: usize) {
        self.listener.token(form, self.text.get(start..self.at).unwrap_or_default());
    }

    /// A token of the bytes that fit, from here on.
    fn run(&mut self, fits: impl Fn(u8) -> bool) -> &'t str {
        let start = self.at;
        while self.byte().is_some_and(&fits) {
            self.at += 1;
        }
        self.tell(Form::Word, start);
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn word(&mut self) -> Result<&'t str, NotPlain> {
        match self.next() {
            Some(b'a'..=b'z' | b'A'..=b'Z' | b'_') => Ok(self.run(|byte| byte.is_ascii_alphanumeric() || byte == b'_')),
            _ => Err(NotPlain),
        }
    }

    /// What stands between the quotes.
    fn quoted(&mut self) -> Result<&'t str, NotPlain> {
        if self.next() != Some(b'"') {
            return Err(NotPlain);
        }
        let start = self.at;
        let inner = self.text.get(start + 1..).unwrap_or_default();
        let length = memchr::memchr2(b'"', b'\\', inner.as_bytes()).ok_or(NotPlain)?;
        self.at = start + 1 + length;
        if self.byte() != Some(b'"') {
            return Err(NotPlain);
        }
        self.at += 1;
        self.tell(Form::Text, start);
        Ok(inner.get(..length).unwrap_or_default())
    }

    /// A whole number without a sign.
    fn number(&mut self) -> Result<u64, NotPlain> {
        self.next();
        let digits = self.run(|byte| byte.is_ascii_digit());
        if digits.len() > 1 && digits.starts_with('0') {
            return Err(NotPlain);
        }
        digits.parse().map_err(|_| NotPlain)
    }

    /// What stands between two brackets, of which the first is next.
    fn inside(&mut self, open: u8, close: u8) -> Result<Inside<'_, 't, 'l, L>, NotPlain> {
        self.take(open, Form::Open)?;
        Ok(Inside { reader: self, close })
    }
}

/// The inside of two brackets, of which the first was read.
struct Inside<'r, 't, 'l, L> {
    reader: &'r mut Reader<'t, 'l, L>,
    close: u8,
}

impl<'t, L: Listen> Inside<'_, 't, '_, L> {
    /// Whether something stands there still; if not, the bracket is closed.
    fn goes_on(&mut self) -> Result<bool, NotPlain> {
        if self.reader.next().ok_or(NotPlain)? != self.close {
            return Ok(true);
        }
        self.reader.pass(Form::Close);
        Ok(false)
    }

    /// One of the things inside, with the comma behind it; behind the last none need stand.
    fn one<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, NotPlain> {
        let value = seed.deserialize(&mut *self.reader)?;
        match self.reader.next() {
            Some(b',') => self.reader.pass(Form::Comma),
            Some(byte) if byte == self.close => {}
            _ => return Err(NotPlain),
        }
        Ok(value)
    }
}

impl<'t, L: Listen> SeqAccess<'t> for Inside<'_, 't, '_, L> {
    type Error = NotPlain;

    fn next_element_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, NotPlain> {
        if self.goes_on()? { self.one(seed).map(Some) } else { Ok(None) }
    }
}

/// The keys of a structure are words, those of a table texts.
impl<'t, L: Listen> MapAccess<'t> for Inside<'_, 't, '_, L> {
    type Error = NotPlain;

    fn next_key_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, NotPlain> {
        if !self.goes_on()? {
            return Ok(None);
        }
        let key = if self.close == b')' { self.reader.word()? } else { self.reader.quoted()? };
        self.reader.take(b':', Form::Mark)?;
        seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, NotPlain> {
        self.one(seed)
    }
}

/// A kind of record with its fields, or a word of a vocabulary.
impl<'t, L: Listen> EnumAccess<'t> for &mut Reader<'t, '_, L> {
    type Error = NotPlain;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'t>>(self, seed: S) -> Result<(S::Value, Self), NotPlain> {
        let word = self.word()?;
        let variant = seed.deserialize(BorrowedStrDeserializer::<NotPlain>::new(word))?;
        Ok((variant, self))
    }
}

impl<'t, L: Listen> VariantAccess<'t> for &mut Reader<'t, '_, L> {
    type Error = NotPlain;

    fn unit_variant(self) -> Result<(), NotPlain> {
        Ok(())
    }

    /// The brackets of a kind are those of its fields.
    fn newtype_variant_seed<S: DeserializeSeed<'t>>(self, seed: S) -> Result<S::Value, NotPlain> {
        match self.next() {
            Some(b'(') => seed.deserialize(self),
            _ => Err(NotPlain),
        }
    }

    fn tuple_variant<V: Visitor<'t>>(self, _: usize, _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    fn struct_variant<V: Visitor<'t>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }
}

/// Values that are not read here.
macro_rules! for_ron {
    ($($method:ident($($argument:ty),*))*) => {$(
        fn $method<V: Visitor<'t>>(self, $(_: $argument,)* _: V) -> Result<V::Value, NotPlain> {
            Err(NotPlain)
        }
    )*};
}

impl<'t, L: Listen> de::Deserializer<'t> for &mut Reader<'t, '_, L> {
    type Error = NotPlain;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match self.next() {
            Some(b'"') => visitor.visit_borrowed_str(self.quoted()?),
            Some(b'[') => visitor.visit_seq(self.inside(b'[', b']')?),
            Some(b'(') => {
                let fields = self.inside(b'(', b')')?;
                // Nothing in brackets is no structure.
                if fields.reader.next() == Some(b')') { Err(NotPlain) } else { visitor.visit_map(fields) }
            }
            _ => Err(NotPlain),
        }
    }

    fn deserialize_str<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_borrowed_str(self.quoted()?)
    }

    fn deserialize_string<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match self.word()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(NotPlain),
        }
    }

    fn deserialize_u8<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u64<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_u64(self.number()?)
    }

    /// What is stated needs no `Some`; a value in one is left to ron.
    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.next();
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        match rest {
            [b'S', b'o', b'm', b'e', ..] | [b'N', b'o', b'n', b'e', ..] => Err(NotPlain),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_seq(self.inside(b'[', b']')?)
    }

    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_map(self.inside(b'{', b'}')?)
    }

    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        visitor.visit_map(self.inside(b'(', b')')?)
    }

    fn deserialize_enum<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        visitor.visit_enum(self)
    }

    for_ron! {
        deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64()
        deserialize_u16() deserialize_u32() deserialize_f32() deserialize_f64()
        deserialize_char() deserialize_bytes() deserialize_byte_buf()
        deserialize_unit() deserialize_unit_struct(&'static str) deserialize_newtype_struct(&'static str)
        deserialize_tuple(usize) deserialize_tuple_struct(&'static str, usize)
        deserialize_identifier() deserialize_ignored_any()
    }
}

#[cfg(test)]
mod tests;
