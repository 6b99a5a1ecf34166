//! Where the short pieces of a text stand: the index that candidates come from.

/// Characters of a gram: about a word and a half, so that common words alone point nowhere.
const GRAM: usize = 8;
/// Every second gram of the text is listed, and all of a passage's are looked up: any nine characters that agree are noticed.
const STEP: usize = 2;
/// The shortest stretch that is sure to hold a listed gram.
pub(crate) const NOTICED: usize = GRAM + STEP - 1;

/// The grams of one text by their hash.
#[derive(Debug)]
pub(crate) struct Grams {
    /// For each hash, where its places begin in `places`; and the end of all.
    first: Vec<u32>,
    /// Places in the text, ascending for each hash.
    places: Vec<u32>,
    /// How far a hash is shifted to number a bucket.
    shift: u32,
}

impl Grams {
    /// Lists the grams of `text`, in linear time.
    pub(crate) fn new(text: &[u32]) -> Self {
        let listed: Vec<u32> = hashes(text).step_by(STEP).collect();
        let bits = listed.len().max(1).ilog2().clamp(6, 20);
        let shift = u32::BITS - bits;
        let mut first = vec![0_u32; (1 << bits) + 1];
        for hash in &listed {
            if let Some(count) = first.get_mut((hash >> shift) as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut first {
            sum += *count;
            *count = sum;
        }
        let mut next = first.clone();
        let mut places = vec![0; listed.len()];
        for (at, hash) in (0_u32..).step_by(STEP).zip(&listed) {
            if let Some(slot) = next.get_mut((hash >> shift) as usize) {
                if let Some(place) = places.get_mut(*slot as usize) {
                    *place = at;
                }
                *slot += 1;
            }
        }
        Self { first, places, shift }
    }

    /// Where the gram with this hash may stand in the text.
    pub(crate) fn places(&self, hash: u32) -> &[u32] {
        let bucket = (hash >> self.shift) as usize;
        let end = |n: usize| self.first.get(n).map_or(0, |&n| n as usize);
        self.places.get(end(bucket)..end(bucket + 1)).unwrap_or_default()
    }
}

/// The hashes of all grams of `text`, in order.
pub(crate) fn hashes(text: &[u32]) -> impl Iterator<Item = u32> {
    /// Any large odd number spreads the characters over all bits; this one is the golden ratio's.
    const BASE: u32 = 0x9e37_79b1;
    const OLDEST: u32 = BASE.wrapping_pow(GRAM as u32);
    let mut rolled = text.iter().take(GRAM - 1).fold(0_u32, |hash, &c| hash.wrapping_mul(BASE).wrapping_add(c));
    let leaving = std::iter::once(0).chain(text.iter().copied());
    text.iter().skip(GRAM - 1).zip(leaving).map(move |(&entering, leaving)| {
        rolled = rolled.wrapping_mul(BASE).wrapping_add(entering).wrapping_sub(leaving.wrapping_mul(OLDEST));
        // the lowest bits of a product depend on the lowest bits only, and buckets are numbered by the highest
        (rolled ^ rolled >> 15).wrapping_mul(0x85eb_ca6b)
    })
}

/// At most `most` of ascending `places`: those nearest to `to`.
pub(crate) fn nearest(places: &[u32], to: usize, most: usize) -> &[u32] {
    if places.len() <= most {
        return places;
    }
    let after = places.partition_point(|&p| (p as usize) < to);
    let start = after.saturating_sub(most / 2).min(places.len() - most);
    places.get(start..start + most).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<u32> {
        text.chars().map(u32::from).collect()
    }

    #[test]
    fn equal_grams_have_equal_hashes_wherever_they_stand() {
        let a: Vec<u32> = hashes(&numbers("the harbour will close")).collect();
        let b: Vec<u32> = hashes(&numbers("says the harbour will")).collect();
        assert_eq!(a[..9], b[5..]);
        assert_ne!(a[0], a[1]);
        assert_eq!(hashes(&numbers("short")).count(), 0);
    }

    #[test]
    fn nine_characters_that_agree_are_noticed() {
        let text = numbers("It was said that the harbour will close.");
        let grams = Grams::new(&text);
        for at in 0..=text.len() - NOTICED {
            let own = &text[at..at + NOTICED];
            assert!(hashes(own).enumerate().any(|(n, h)| grams.places(h).contains(&((at + n) as u32))), "{at}");
        }
    }

    #[test]
    fn the_nearest_are_taken() {
        assert_eq!(nearest(&[1, 5, 9, 20], 10, 2), [9, 20]);
        assert_eq!(nearest(&[1, 5, 9, 20], 100, 2), [9, 20]);
        assert_eq!(nearest(&[1, 5, 9, 20], 0, 2), [1, 5]);
        assert_eq!(nearest(&[1, 5], 0, 2), [1, 5]);
    }
}
