//! What a key means.

use super::action::Action;

/// A key that went down outside a field and outside a dialog.
pub(crate) struct Press<'a> {
    /// Its name, as the browser gives it.
    pub(crate) key: &'a str,
    /// With Shift.
    pub(crate) shift: bool,
    /// With Ctrl, or Command.
    pub(crate) command: bool,
    /// On a tab of the lists.
    pub(crate) on_tab: bool,
    /// How many tags the bar has, while a passage is selected.
    pub(crate) tags: Option<usize>,
}

impl Press<'_> {
    /// What it means; none for a key that is left to the browser. `in_view` gives the byte from which on the text is in the window.
    pub(crate) fn meaning(&self, in_view: impl FnOnce() -> usize) -> Option<Action> {
        if self.command {
            let undo = self.key.eq_ignore_ascii_case("z");
            return undo.then_some(if self.shift { Action::Redo } else { Action::Undo });
        }
        if self.on_tab {
            match self.key {
                "ArrowRight" => return Some(Action::StepTab { forward: true }),
                "ArrowLeft" => return Some(Action::StepTab { forward: false }),
                _ => {}
            }
        }
        if let Some(action) = self.tags.and_then(|tags| self.on_selection(tags)) {
            return Some(action);
        }
        Some(match self.key {
            "j" | "J" => Action::StepMark { forward: true },
            "k" | "K" => Action::StepMark { forward: false },
            "s" => Action::SelectSentence { forward: true, in_view: in_view() },
            "S" => Action::SelectSentence { forward: false, in_view: in_view() },
            "n" | "N" => Action::StepCard { forward: true },
            "p" | "P" => Action::StepCard { forward: false },
            "c" | "C" => Action::EnterCard,
            "/" => Action::FindInList,
            "o" | "O" => Action::AskForArticle,
            "?" => Action::ShowHelp,
            _ => return None,
        })
    }

    /// What it means while a passage is selected.
    fn on_selection(&self, tags: usize) -> Option<Action> {
        let extend = |forward, unit| self.shift.then_some(Action::ExtendSelection { forward, unit });
        match self.key {
            "n" | "N" => Some(Action::StartNote),
            "m" | "M" => Some(Action::EnterKinds),
            "+" => Some(Action::StartTag),
            "ArrowRight" => extend(true, "word"),
            "ArrowLeft" => extend(false, "word"),
            "ArrowDown" => extend(true, "line"),
            "ArrowUp" => extend(false, "line"),
            digit => {
                let place = digit.parse::<usize>().ok()?.checked_sub(1)?;
                (place < tags && digit.len() == 1).then_some(Action::TagByKey(place))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRESS: Press = Press { key: "", shift: false, command: false, on_tab: false, tags: None };

    fn meaning(press: Press) -> Option<Action> {
        press.meaning(|| 7)
    }

    #[test]
    fn a_key_means_another_thing_while_a_passage_is_selected() {
        assert!(matches!(meaning(Press { key: "n", ..PRESS }), Some(Action::StepCard { forward: true })));
        assert!(matches!(meaning(Press { key: "n", tags: Some(5), ..PRESS }), Some(Action::StartNote)));
        assert!(matches!(
            meaning(Press { key: "s", ..PRESS }),
            Some(Action::SelectSentence { forward: true, in_view: 7 })
        ));
        assert!(matches!(meaning(Press { key: "2", tags: Some(5), ..PRESS }), Some(Action::TagByKey(1))));
    }

    #[test]
    fn keys_that_mean_nothing_are_left_to_the_browser() {
        for (key, tags) in [
            ("2", None),
            ("6", Some(5)),
            ("0", Some(5)),
            ("12", Some(20)),
            ("ArrowDown", Some(5)),
            ("m", None),
            ("F5", None),
        ] {
            assert!(meaning(Press { key, tags, ..PRESS }).is_none(), "{key}");
        }
        assert!(meaning(Press { key: "s", command: true, ..PRESS }).is_none());
        assert!(matches!(meaning(Press { key: "Z", command: true, shift: true, ..PRESS }), Some(Action::Redo)));
    }
}
