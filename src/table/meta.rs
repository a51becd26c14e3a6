//! What a file says of its table as a whole: texts, each after its length.

use super::{Dataset, Naming, Relation, Settings, Shape};

/// The settings, the data set, the digest of the input and the relations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Meta {
    pub(super) settings: Settings,
    pub(super) dataset: Dataset,
    pub(super) digest: String,
    pub(super) relations: Vec<Relation>,
}

impl Meta {
    pub(super) fn pack(&self) -> Vec<u8> {
        let Settings { source, title, lag } = &self.settings;
        let mut texts = vec![source.to_string(), title.clone(), lag.to_string(), self.digest.clone()];
        let Dataset { id, note, scheme, naming } = &self.dataset;
        texts.extend([id.to_string(), note.clone(), scheme.clone(), naming.word().to_owned()]);
        texts.extend(self.relations.iter().flat_map(|one| [one.label.clone(), one.shape.words()]));
        let mut packed = Vec::new();
        for text in texts {
            packed.extend_from_slice(&(text.len() as u64).to_le_bytes());
            packed.extend_from_slice(text.as_bytes());
        }
        packed
    }

    pub(super) fn unpack(packed: &[u8]) -> Option<Self> {
        let texts = texts(packed)?;
        let [source, title, lag, digest, dataset, note, scheme, naming, relations @ ..] = texts.as_slice() else {
            return None;
        };
        let relation = |pair: &[&str]| match pair {
            [label, shape] => Some(Relation { label: (*label).to_owned(), shape: Shape::parse(shape)? }),
            _ => None,
        };
        Some(Self {
            settings: Settings { source: source.parse().ok()?, title: (*title).to_owned(), lag: lag.parse().ok()? },
            dataset: Dataset {
                id: dataset.parse().ok()?,
                note: (*note).to_owned(),
                scheme: (*scheme).to_owned(),
                naming: Naming::parse(naming)?,
            },
            digest: (*digest).to_owned(),
            relations: relations.chunks(2).map(relation).collect::<Option<_>>()?,
        })
    }
}

fn texts(mut packed: &[u8]) -> Option<Vec<&str>> {
    let mut texts = Vec::new();
    while let Some((length, rest)) = packed.split_first_chunk::<8>() {
        let (text, rest) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
        texts.push(str::from_utf8(text).ok()?);
        packed = rest;
    }
    packed.is_empty().then_some(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked_and_nothing_less() {
        let relation = |label: &str| Relation { label: label.to_owned(), shape: Shape::Call { medium: None } };
        let meta = Meta {
            settings: Settings { source: "set-a".parse().unwrap(), title: "Set A — “quoted”".to_owned(), lag: 3 },
            dataset: Dataset { naming: Naming::NameAndCode, ..Dataset::of(&"set".parse().unwrap()) },
            digest: "00ff".to_owned(),
            relations: vec![relation("Make statement"), relation("")],
        };
        let packed = meta.pack();
        assert_eq!(Meta::unpack(&packed).as_ref(), Some(&meta));
        let whole = |end: usize| Meta::unpack(packed.get(..end).unwrap());
        let complete = (0..packed.len()).filter(|end| whole(*end).is_some()).count();
        assert_eq!(complete, 2, "only between relations does a shorter one read as a whole");
    }
}
