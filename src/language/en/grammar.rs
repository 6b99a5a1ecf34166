//! Function words of English.

use crate::language::grammar::Grammar;

pub(super) static GRAMMAR: Grammar = Grammar {
    definite_article: "the",
    indefinite_articles: &["a", "an"],
    and: "and",
    possessive_clitics: &["'s", "’s"],
    possessive_determiners: &["its", "their", "his", "her"],
    personal_possessives: &["his", "her", "their", "my"],
    relative_pronouns: &["who", "which"],
    copulas: &["is", "was"],
    predicate_openers: &["is", "was", "are", "were", "be", "been", "as", "become", "became", "becoming"],
    auxiliaries: &["is", "was", "has", "had", "are"],
    role_adverbs: &["now", "then", "once", "currently", "formerly"],
    place_prepositions: &["in", "at", "from", "near", "to"],
    other_prepositions: &["of", "for", "by", "with"],
    prepositions_in_names: &["of", "on", "for", "in", "at"],
};
