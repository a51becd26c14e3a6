//! Lists that are mostly empty or short, as bytes.

use borsh::io::{Read, Result, Write};
use borsh::{BorshDeserialize, BorshSerialize};
use std::ops::Deref;

/// Writes a list as any other is written.
pub(crate) fn write<T: BorshSerialize, W: Write>(list: &impl Deref<Target = [T]>, to: &mut W) -> Result<()> {
    list.deref().serialize(to)
}

/// Reads a list, as carefully as any other.
pub(crate) fn read<T, L, R>(from: &mut R) -> Result<L>
where
    T: BorshDeserialize,
    L: Deref<Target = [T]> + FromIterator<T>,
    R: Read,
{
    Vec::<T>::deserialize_reader(from).map(|list| list.into_iter().collect())
}
