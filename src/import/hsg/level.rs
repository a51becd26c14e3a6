//! Ranks: the level that the title of a visitor tells.

/// The level of a title in a country, as fact files have it; empty where the title does not tell.
pub(super) fn level(title: &str, country: &str) -> &'static str {
    match (title, country) {
        // There it is the head of the government.
        ("President", "spain") => "HeadOfGovernment",
        ("Prince", "monaco" | "liechtenstein") => "HeadOfState",
        (
            "President"
            | "King"
            | "Queen"
            | "Emperor"
            | "Amir"
            | "Emir"
            | "Sultan"
            | "Shah"
            | "Pope"
            | "Grand Duke"
            | "Grand Duchess"
            | "Chief of State"
            | "Head of State"
            | "Regent"
            | "Chairman of the Presidency"
            | "Acting President"
            | "Interim President"
            | "Provisional President",
            _,
        ) => "HeadOfState",
        (
            "Prime Minister"
            | "Premier"
            | "Chancellor"
            | "Federal Chancellor"
            | "Taoiseach"
            | "Acting Prime Minister"
            | "Interim Prime Minister"
            | "President of the Council of Ministers",
            _,
        ) => "HeadOfGovernment",
        ("General Secretary" | "First Secretary", _) => "RulingPartyLeader",
        ("Vice Premier" | "Vice President", _) => "DeputyHead",
        ("Secretary of State" | "Foreign Minister", _) => "ForeignMinister",
        _ => "",
    }
}
