//! Dates as bytes: as their own texts, which are read as those of a fact file are.

use super::{Day, EventDate, PointDate};
use borsh::io::{self, Read, Write};
use borsh::{BorshDeserialize, BorshSerialize};

macro_rules! texts {
    ($($date:ty)*) => {$(
        impl BorshSerialize for $date {
            fn serialize<W: Write>(&self, to: &mut W) -> io::Result<()> {
                self.to_string().serialize(to)
            }
        }

        impl BorshDeserialize for $date {
            fn deserialize_reader<R: Read>(from: &mut R) -> io::Result<Self> {
                let text = String::deserialize_reader(from)?;
                text.parse().map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
            }
        }
    )*};
}

texts! { PointDate EventDate }

impl BorshSerialize for Day {
    fn serialize<W: Write>(&self, to: &mut W) -> io::Result<()> {
        self.number().serialize(to)
    }
}

impl BorshDeserialize for Day {
    fn deserialize_reader<R: Read>(from: &mut R) -> io::Result<Self> {
        let day = match i32::deserialize_reader(from)? {
            i32::MIN => Some(Day::MIN),
            i32::MAX => Some(Day::MAX),
            number => Day::from_number(number),
        };
        day.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "no day"))
    }
}
