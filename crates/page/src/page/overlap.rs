//! Passages that overlap: cut into pieces, each with the lines that are drawn under it, so that no passage hides another.

use postil::Span;
use postil::order::sort_by_key;

/// Lines under one piece at most; what lies deeper is on the card and in the list.
pub(super) const LINES: usize = 3;

/// Cuts passages, each with the hues of its tags, wherever one begins or ends; they come in the order in which they begin. The shortest
/// passage of a piece comes first, then the one around it, each with its hues in their order; no hue twice.
pub(super) fn pieces(passages: &[(Span, Vec<u8>)]) -> Vec<(Span, Vec<u8>)> {
    let mut pieces = Vec::new();
    let mut open: Vec<(Span, &[u8])> = Vec::new();
    let mut at = 0;
    for (span, hues) in passages {
        at = cut(&mut pieces, &mut open, at, span.start);
        open.push((*span, hues));
    }
    cut(&mut pieces, &mut open, at, usize::MAX);
    pieces
}

/// Cuts what is open from `at` on, up to where the next one begins; gives that.
fn cut(pieces: &mut Vec<(Span, Vec<u8>)>, open: &mut Vec<(Span, &[u8])>, mut at: usize, until: usize) -> usize {
    while let Some(end) = open.iter().map(|(span, _)| span.end).min() {
        let end = end.min(until);
        if at < end {
            pieces.push((Span::new(at, end), hues_of(open)));
            at = end;
        }
        open.retain(|(span, _)| span.end > at);
        if at == until {
            break;
        }
    }
    until
}

fn hues_of(open: &[(Span, &[u8])]) -> Vec<u8> {
    let mut by_length: Vec<_> = open.iter().collect();
    sort_by_key(&mut by_length, |(span, _)| span.len());
    let mut hues = Vec::new();
    for hue in by_length.into_iter().flat_map(|(_, hues)| hues.iter()) {
        if hues.len() < LINES && !hues.contains(hue) {
            hues.push(*hue);
        }
    }
    hues
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    fn cut_up(passages: &[(usize, usize, &[u8])]) -> Vec<(usize, usize, Vec<u8>)> {
        let passages: Vec<_> =
            passages.iter().map(|(start, end, hues)| (Span::new(*start, *end), hues.to_vec())).collect();
        pieces(&passages).into_iter().map(|(span, hues)| (span.start, span.end, hues)).collect()
    }

    #[test]
    fn apart_each_is_one_piece() {
        assert_eq!(cut_up(&[(0, 5, &[1]), (7, 9, &[2, 3])]), [(0, 5, vec![1]), (7, 9, vec![2, 3])]);
        assert_eq!(cut_up(&[(0, 5, &[1]), (5, 9, &[2])]), [(0, 5, vec![1]), (5, 9, vec![2])]);
    }

    #[test]
    fn nested_the_inner_comes_first_and_the_outer_stays_visible() {
        let pieces = cut_up(&[(0, 9, &[1]), (3, 6, &[2])]);
        assert_eq!(pieces, [(0, 3, vec![1]), (3, 6, vec![2, 1]), (6, 9, vec![1])]);
        assert_eq!(cut_up(&[(0, 9, &[1]), (0, 9, &[2])]), [(0, 9, vec![1, 2])]);
    }

    #[test]
    fn crossing_and_deep_ones_are_cut_everywhere() {
        let pieces = cut_up(&[(0, 6, &[1]), (4, 9, &[2]), (5, 8, &[1]), (5, 7, &[4]), (5, 7, &[5])]);
        let expected = [
            (0, 4, vec![1]),
            (4, 5, vec![2, 1]),
            (5, 6, vec![4, 5, 1]),
            (6, 7, vec![4, 5, 1]),
            (7, 8, vec![1, 2]),
            (8, 9, vec![2]),
        ];
        assert_eq!(pieces, expected);
    }
}
