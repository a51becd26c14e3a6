//! Tables as Parquet (parquet.apache.org): typed columns, with lists as lists. One row group a table.

use super::Table;
use super::package::Coding;
use crate::date::Day;
use crate::export::field::{Field, Type, Value};
use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type as Schema, TypePtr};
use std::io;
use std::sync::Arc;

/// Parquet files.
pub(in crate::export) const PARQUET: Coding = Coding {
    extension: "parquet",
    media_type: "application/vnd.apache.parquet",
    write: |table, _| Ok(written(table)?),
};

fn refused(error: ParquetError) -> io::Error {
    io::Error::other(error)
}

fn written(table: &Table) -> io::Result<Vec<u8>> {
    let columns = table.fields.iter().map(column).collect::<Result<Vec<TypePtr>, _>>().map_err(refused)?;
    let schema = Schema::group_type_builder(table.name).with_fields(columns).build().map_err(refused)?;
    let maker = concat!("chancery ", env!("CARGO_PKG_VERSION")).to_owned();
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).set_created_by(maker).build();
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties)).map_err(refused)?;
    let mut group = writer.next_row_group().map_err(refused)?;
    for (at, field) in table.fields.iter().enumerate() {
        let Some(mut column) = group.next_column().map_err(refused)? else { break };
        fill(&mut column, field, table.rows.iter().filter_map(|row| row.get(at))).map_err(refused)?;
        column.close().map_err(refused)?;
    }
    group.close().map_err(refused)?;
    writer.into_inner().map_err(refused)
}

/// The type of a column; every one may be empty.
fn column(field: &Field) -> Result<TypePtr, ParquetError> {
    let plain = |physical| Schema::primitive_type_builder(field.name, physical).with_repetition(Repetition::OPTIONAL);
    let column = match field.of {
        Type::Text | Type::Id | Type::Date => {
            plain(Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String)).build()?
        }
        Type::Number => plain(Physical::INT64).build()?,
        Type::Real => plain(Physical::DOUBLE).build()?,
        Type::Flag => plain(Physical::BOOLEAN).build()?,
        Type::Day => plain(Physical::INT32).with_logical_type(Some(LogicalType::Date)).build()?,
        Type::List | Type::Ids => return list(field.name),
    };
    Ok(Arc::new(column))
}

/// The three levels that the format wants of a list of texts.
fn list(name: &str) -> Result<TypePtr, ParquetError> {
    let element = Schema::primitive_type_builder("element", Physical::BYTE_ARRAY)
        .with_repetition(Repetition::REQUIRED)
        .with_logical_type(Some(LogicalType::String))
        .build()?;
    let middle = Schema::group_type_builder("list")
        .with_repetition(Repetition::REPEATED)
        .with_fields(vec![Arc::new(element)])
        .build()?;
    let list = Schema::group_type_builder(name)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(Some(LogicalType::List))
        .with_converted_type(ConvertedType::LIST)
        .with_fields(vec![Arc::new(middle)])
        .build()?;
    Ok(Arc::new(list))
}

/// Writes what stands in a column.
fn fill<'v>(
    column: &mut SerializedColumnWriter<'_>,
    field: &Field,
    values: impl Iterator<Item = &'v Value>,
) -> Result<(), ParquetError> {
    match field.of {
        Type::Text | Type::Id | Type::Date => one::<ByteArrayType>(column, values.map(text)),
        Type::Number => one::<Int64Type>(column, values.map(number)),
        Type::Real => one::<DoubleType>(column, values.map(real)),
        Type::Flag => one::<BoolType>(column, values.map(flag)),
        Type::Day => one::<Int32Type>(column, values.map(day)),
        Type::List | Type::Ids => lists(column, values),
    }
}

/// Values of which each may be missing: the level of those that are there is 1.
fn one<T: DataType>(
    column: &mut SerializedColumnWriter<'_>,
    values: impl Iterator<Item = Option<T::T>>,
) -> Result<(), ParquetError> {
    let all: Vec<Option<T::T>> = values.collect();
    let levels: Vec<i16> = all.iter().map(|value| i16::from(value.is_some())).collect();
    let stated: Vec<T::T> = all.into_iter().flatten().collect();
    column.typed::<T>().write_batch(&stated, Some(&levels), None).map(drop)
}

/// Lists: an element is at level 2, a missing list at 0; an element that goes on with a list repeats at 1.
fn lists<'v>(
    column: &mut SerializedColumnWriter<'_>,
    values: impl Iterator<Item = &'v Value>,
) -> Result<(), ParquetError> {
    let (mut elements, mut levels, mut repeats) = (Vec::new(), Vec::new(), Vec::new());
    for value in values {
        let texts = match value {
            Value::List(texts) => texts.as_slice(),
            _ => &[],
        };
        if texts.is_empty() {
            levels.push(0);
            repeats.push(0);
        }
        for (number, text) in texts.iter().enumerate() {
            elements.push(ByteArray::from(text.as_str()));
            levels.push(2);
            repeats.push(i16::from(number > 0));
        }
    }
    column.typed::<ByteArrayType>().write_batch(&elements, Some(&levels), Some(&repeats)).map(drop)
}

fn text(value: &Value) -> Option<ByteArray> {
    value.words().map(|words| ByteArray::from(words.as_str()))
}

fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => i64::try_from(*number).ok(),
        _ => None,
    }
}

fn real(value: &Value) -> Option<f64> {
    match value {
        Value::Real(number) => Some(*number),
        _ => None,
    }
}

fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Flag(flag) => Some(*flag),
        _ => None,
    }
}

/// Days since the first of 1970.
fn day(value: &Value) -> Option<i32> {
    match value {
        Value::Day(day) => Day::from_unix_seconds(0).days_until(*day),
        _ => None,
    }
}
