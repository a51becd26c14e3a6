//! Dates of events, bounds on their days, and periods that are asked about.
