//! Lists that are mostly empty, as bytes.

use borsh::io::{Read, Result, Write};
use borsh::{BorshDeserialize, BorshSerialize};
use thin_vec::ThinVec;

/// Writes a list as any other is written.
pub(crate) fn write<T: BorshSerialize, W: Write>(list: &ThinVec<T>, to: &mut W) -> Result<()> {
    list.as_slice().serialize(to)
}

/// Reads a list, as carefully as any other.
pub(crate) fn read<T: BorshDeserialize, R: Read>(from: &mut R) -> Result<ThinVec<T>> {
    Vec::<T>::deserialize_reader(from).map(|list| list.into_iter().collect())
}
