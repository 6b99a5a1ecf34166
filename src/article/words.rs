//! Words as they are compared: without white space, marks or case.

/// A text with runs of white space as one space.
pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The letters and digits of a text, in lower case: two texts with the same ones are the same to a reader.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The words of a class name or id, in lower case: separated by all but letters, and where `camelCase` begins a new one.
pub(super) fn class_words(token: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut small_before = false;
    for c in token.chars().take(80) {
        if !c.is_alphabetic() || (c.is_uppercase() && small_before) {
            words.push(String::new());
        }
        small_before = c.is_lowercase();
        if let (true, Some(word)) = (c.is_alphabetic(), words.last_mut()) {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|w| !w.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_class_names() {
        assert_eq!(class_words("shareBar_top--2x"), ["share", "bar", "top", "x"]);
        assert_eq!(class_words("ArticleBody"), ["article", "body"]);
    }
}
