//! The contents of a compiled file: what was read, what was found, and where the blocks lie.

use super::inputs::{Inputs, Stamp};
use super::problem::StoredProblem;
use crate::model::Identity;
use borsh::{BorshDeserialize, BorshSerialize};
use std::sync::Arc;

/// Where a list of items lies in the data.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub(super) struct Block {
    pub(super) name: String,
    pub(super) start: u64,
    pub(super) length: u64,
}

/// Everything that is read whenever the file is opened.
#[derive(Clone, Debug, BorshSerialize, BorshDeserialize)]
pub(super) struct Contents {
    /// The files that were read.
    pub(super) inputs: Vec<Stamp>,
    /// How the user was told of them, without what stands before all.
    pub(super) names: Vec<String>,
    /// What stood before all.
    pub(super) prefix: String,
    pub(super) identity: Identity,
    /// How many accounts all facts have together.
    pub(super) accounts: u64,
    pub(super) problems: Vec<StoredProblem>,
    pub(super) blocks: Vec<Block>,
}

/// How the user is told of files: by the words in which the folder is named now, whatever they were.
pub(super) struct Names {
    /// Each file, by its number.
    pub(super) files: Arc<[Arc<str>]>,
    prefix: String,
    /// The names that were used before, each with that of now, where the folder was named otherwise.
    renamed: Vec<(String, Arc<str>)>,
}

impl Contents {
    pub(super) fn names(&self, inputs: &Inputs) -> Names {
        let prefix = inputs.prefix.clone();
        let files: Arc<[Arc<str>]> = self.names.iter().map(|name| format!("{prefix}{name}").into()).collect();
        let before = self.names.iter().map(|name| format!("{}{name}", self.prefix));
        let renamed = match prefix == self.prefix {
            true => Vec::new(),
            false => before.zip(files.iter().cloned()).collect(),
        };
        Names { files, prefix, renamed }
    }
}

impl Names {
    /// A file by its name without what stands before all.
    pub(super) fn file(&self, name: &str) -> Arc<str> {
        format!("{}{name}", self.prefix).into()
    }

    /// A sentence that names files, with the names of now.
    pub(super) fn sentence(&self, text: &str) -> String {
        let named = self.renamed.iter().filter(|(before, _)| text.contains(before.as_str()));
        named.fold(text.to_owned(), |text, (before, now)| text.replace(before.as_str(), now))
    }
}
