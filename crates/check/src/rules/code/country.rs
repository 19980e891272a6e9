//! `code/country`.

use crate::codes::is_country;
use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// Countries of parties have codes.
    ///
    /// *What it checks:* country of the address, nationality and residence. The words `omitted` and
    /// `unknown`, which the office of the United States writes for no data, are accepted.
    ///
    /// *Why:* statistics by country, and the choice of the right form of address.
    ///
    /// *Example:* `GER` instead of `DE`.
    ///
    /// Clause: ST.3; ISO 3166-1
    struct Country = "code/country", Warning, "use the two-letter code of the country";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, party) in context.patent().parties.iter().enumerate() {
        let addresses = party
            .contacts
            .iter()
            .filter_map(|contact| contact.address.as_ref());
        let countries = addresses.map(|address| &address.country);
        for country in countries.chain([&party.nationality, &party.residence]) {
            let country = country.trim();
            if !country.is_empty() && !is_no_data(country) && !is_country(country) {
                found.say(
                    Place::of("parties", index).part(party.role.as_str()),
                    country,
                    format!("{country} is no country code"),
                );
            }
        }
    }
}

fn is_no_data(country: &str) -> bool {
    matches!(country, "omitted" | "unknown")
}
