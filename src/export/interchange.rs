//! The formats of other programs in which facts are exported.

use std::fmt;

/// What an export is, as files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// One file, which may also go to standard output.
    File,
    /// Several files in a folder.
    Folder,
}

macro_rules! interchanges {
    ($($(#[$doc:meta])* $format:ident $name:literal, $extension:literal, $media:literal, $packing:ident,
        $about:literal;)*) => {
        /// A format of other programs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Interchange {
            $($(#[$doc])* $format,)*
        }

        impl Interchange {
            /// Every format, in the order in which help lists them.
            pub const ALL: &[Self] = &[$(Self::$format,)*];

            /// The name, as it is typed.
            pub fn name(self) -> &'static str {
                match self { $(Self::$format => $name,)* }
            }

            /// How its files are called at the end, without a dot; of a folder, its tables.
            pub fn extension(self) -> &'static str {
                match self { $(Self::$format => $extension,)* }
            }

            /// The media type (RFC 6838) of the file, or of the tables in the folder.
            pub fn media_type(self) -> &'static str {
                match self { $(Self::$format => $media,)* }
            }

            /// Whether it is one file or a folder of several.
            pub fn packing(self) -> Packing {
                match self { $(Self::$format => Packing::$packing,)* }
            }

            /// What it is for, in one line.
            pub fn about(self) -> &'static str {
                match self { $(Self::$format => $about,)* }
            }
        }
    };
}

interchanges! {
    /// The language of Graphviz.
    Dot "dot", "dot", "text/vnd.graphviz", File, "a diagram for Graphviz: `chancery export dot | dot -Tsvg > all.svg`";
    /// GraphML 1.0.
    Graphml "graphml", "graphml", "application/graphml+xml", File, "the graph for NetworkX, igraph, yEd and others";
    /// GEXF 1.3.
    Gexf "gexf", "gexf", "application/gexf+xml", File, "the graph in time for Gephi";
    /// Tables for Gephi's import.
    Gephi "gephi", "csv", "text/csv", Folder, "nodes.csv and edges.csv for Gephi's import of spreadsheets";
    /// The JSON of Cytoscape.js.
    Cytoscape "cytoscape", "cyjs", "application/json", File, "the graph for Cytoscape and Cytoscape.js";
    /// The network in JSON of our own.
    Json "json", "json", "application/json", File, "the graph as JSON, every field of it";
    /// A data package of tables as CSV.
    Csv "csv", "csv", "text/csv", Folder, "tables for databases and statistics, as a Frictionless data package";
    /// A data package of tables as Parquet.
    Parquet "parquet", "parquet", "application/vnd.apache.parquet", Folder,
        "the same tables as Parquet, with types and lists";
    /// Pairs of states in spans of time.
    Dyads "dyads", "csv", "text/csv", File, "pairs of states per year, month or day, with ISO, COW and GW codes";
    /// Entities of FollowTheMoney.
    Ftm "ftm", "ftm.json", "application/x-ndjson", File, "entities of FollowTheMoney, for Aleph and its kin";
    /// Fact files.
    Ron "ron", "ron", "text/plain", File, "records of facts, which load again to the same facts";
    /// RDF as Turtle.
    Turtle "turtle", "ttl", "text/turtle", File,
        "linked data as Turtle: PROV, W3C ORG, schema.org, Wikidata and own terms";
    /// RDF as JSON-LD.
    Jsonld "jsonld", "jsonld", "application/ld+json", File, "the same as JSON-LD";
    /// A flow chart of Mermaid.
    Mermaid "mermaid", "mmd", "text/vnd.mermaid", File, "a diagram for Markdown pages that know Mermaid";
}

impl Interchange {
    /// The format of exactly this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.name() == name)
    }
}

impl fmt::Display for Interchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
