//! Numbers that have a meaning only between two limits.

use borsh::io::{self, Read, Write};
use borsh::{BorshDeserialize, BorshSerialize};
use serde::de::{Deserialize, Deserializer, Error};

macro_rules! measures {
    ($($(#[$doc:meta])* $name:ident($number:ty), $least:literal to $most:literal, $what:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
        pub struct $name($number);

        // Equal to itself always, as it is never NaN.
        impl Eq for $name {}

        impl $name {
            /// The measure of a number; none where the number lies outside its limits or is none at all.
            pub fn new(number: $number) -> Option<Self> {
                ($least..=$most).contains(&number).then_some(Self(number))
            }

            /// The number.
            pub fn get(self) -> $number {
                self.0
            }
        }

        impl BorshSerialize for $name {
            fn serialize<W: Write>(&self, to: &mut W) -> io::Result<()> {
                self.0.serialize(to)
            }
        }

        impl BorshDeserialize for $name {
            fn deserialize_reader<R: Read>(from: &mut R) -> io::Result<Self> {
                let number = <$number>::deserialize_reader(from)?;
                Self::new(number).ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, $what))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let number = <$number as Deserialize>::deserialize(from)?;
                let refused = || D::Error::custom(format!(
                    "{} cannot be {number}\nhint: it is a number from {} to {}", $what, $least, $most
                ));
                Self::new(number).ok_or_else(refused)
            }
        }
    )*};
}

measures! {
    /// Degrees of latitude, north of the equator above zero.
    Latitude(f64), -90.0 to 90.0, "a latitude";
    /// Degrees of longitude, east of Greenwich above zero.
    Longitude(f64), -180.0 to 180.0, "a longitude";
    /// Credibility of information, 1 (confirmed) to 6 (cannot be judged), as the NATO system grades it.
    Credibility(u8), 1 to 6, "credibility";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_belong_to_the_measure() {
        let check = |number: f64, expected: bool| assert_eq!(Latitude::new(number).is_some(), expected, "{number}");
        check(90.0, true);
        check(-90.0, true);
        check(90.001, false);
        check(f64::NAN, false);
        check(f64::NEG_INFINITY, false);
        assert_eq!(Credibility::new(6).map(Credibility::get), Some(6));
        assert_eq!(Credibility::new(0), None);
    }
}
