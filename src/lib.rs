//! Chancery is a diplomatic event knowledge graph: who met whom, when, where, in what capacity, under which visit or
//! forum, and who says so.
//!
//! Facts are written by hand in RON files, each with its sources. They become a graph of typed nodes and edges, and
//! questions are answered from it, with the accounts behind every row.
//!
//! ```
//! use chancery::{date::Period, graph::KnowledgeGraph, query, resolve::load_built_in};
//!
//! let graph = KnowledgeGraph::new(load_built_in().facts);
//! let period = Period::parse("2024-12", chancery::date::Day::MIN).unwrap();
//! let who = "dmitry-medvedev".parse::<chancery::id::Id>().unwrap().into();
//! let scope = query::Scope::during(period);
//! let answer = query::Query::Meetings(query::Meetings { who, with: None, scope }).answer(&graph);
//! assert_eq!(answer.count.certain, 2);
//! let table = answer.table(None).unwrap();
//! assert_eq!(table.rows[1][2].text(), "Xi Jinping");
//! ```
//!
//! # The way of the data
//!
//! | module | what it does |
//! |---|---|
//! | [`date`] | days, dates of events, periods |
//! | [`id`], [`span`], [`mod@column`], [`diagnostic`] | ids, places in texts, compact lists, problems |
//! | [`record`] | what a file may say |
//! | [`read`] | from files to records, with all problems |
//! | [`names`] | from names to ids |
//! | [`resolve`] | from records to facts |
//! | [`model`] | facts and their accounts |
//! | [`graph`] | the graph over facts, its views, petgraph's traits |
//! | [`compile`] | facts and graph as a file that is mapped, and back |
//! | [`check`] | what in the facts cannot be, or was not meant so |
//! | [`query`] | questions and answers |
//! | [`ask`] | from questions in English to those of `query` |
//! | [`mod@write`] | the usual layout of fact files, new records, files replaced as a whole |
//! | [`import`] | from the formats of others to records |
//! | [`diff`] | what two states of a collection say differently |
//! | [`export`] | answers and views in formats of others |
//! | [`draw`] | answers as pictures |
//!
//! Nothing here prints, or reads the environment or a clock. What can be wrong with facts is returned beside them; what
//! can be wrong with a question is an error that names the nearest valid thing.

pub mod ask;
pub mod check;
pub mod column;
pub mod compile;
pub mod date;
pub mod diagnostic;
pub mod diff;
pub mod draw;
pub mod export;
pub mod graph;
pub mod id;
pub mod import;
pub mod model;
pub mod names;
pub mod query;
pub mod read;
pub mod record;
pub mod resolve;
pub mod span;
pub mod table;
pub mod write;
