//! What a key means.

use super::action::Action;
use super::caret::Unit;

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
    /// While a passage is selected.
    pub(crate) selected: bool,
    /// While keys move an end of it.
    pub(crate) caret: bool,
    /// While a passage is to be attached to what is selected.
    pub(crate) attaching: bool,
    /// While there is something to tag: what is selected, or what a card is about.
    pub(crate) tagging: bool,
}

impl Press<'_> {
    /// What it means; none for a key that is left to the browser. `in_view` gives the byte from which on the text is in the window.
    pub(crate) fn meaning(&self, in_view: impl FnOnce() -> usize) -> Option<Action> {
        if self.command {
            let undo = self.key.eq_ignore_ascii_case("z");
            return undo.then_some(if self.shift { Action::Redo(None) } else { Action::Undo(None) });
        }
        if self.on_tab {
            match self.key {
                "ArrowRight" => return Some(Action::StepTab { forward: true }),
                "ArrowLeft" => return Some(Action::StepTab { forward: false }),
                _ => {}
            }
        }
        if self.tagging
            && let [digit @ b'1'..=b'9'] = self.key.as_bytes()
        {
            return Some(Action::TagByKey(digit - b'0'));
        }
        if self.caret
            && let Some(action) = self.in_caret()
        {
            return Some(action);
        }
        if self.selected
            && let Some(action) = self.on_selection()
        {
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
            "v" | "V" => Action::ToggleCaret { in_view: in_view() },
            "a" | "A" => Action::SelectArticle,
            "t" | "T" => Action::ShowTags,
            "o" | "O" => Action::AskForArticle,
            "?" => Action::ShowHelp,
            _ => return None,
        })
    }

    /// What it means while keys move an end of the selection.
    fn in_caret(&self) -> Option<Action> {
        let (forward, units) = match self.key {
            "ArrowRight" => (true, [Unit::Character, Unit::Word]),
            "ArrowLeft" => (false, [Unit::Character, Unit::Word]),
            "ArrowDown" => (true, [Unit::Sentence, Unit::Paragraph]),
            "ArrowUp" => (false, [Unit::Sentence, Unit::Paragraph]),
            "e" | "E" => return Some(Action::TurnCaret),
            _ => return None,
        };
        let [small, large] = units;
        Some(Action::MoveCaret { forward, unit: if self.shift { large } else { small } })
    }

    /// What it means while a passage is selected.
    fn on_selection(&self) -> Option<Action> {
        let extend = |forward, unit| self.shift.then_some(Action::ExtendSelection { forward, unit });
        match self.key {
            "n" | "N" => Some(Action::StartNote),
            "m" | "M" => Some(Action::EnterKinds),
            "+" => Some(Action::StartTag),
            "Enter" if self.attaching => Some(Action::Attach),
            "ArrowRight" => extend(true, "word"),
            "ArrowLeft" => extend(false, "word"),
            "ArrowDown" => extend(true, "line"),
            "ArrowUp" => extend(false, "line"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SELECTED: Press = Press { selected: true, tagging: true, ..PRESS };
    const PRESS: Press = Press {
        key: "",
        shift: false,
        command: false,
        on_tab: false,
        selected: false,
        caret: false,
        attaching: false,
        tagging: false,
    };

    fn meaning(press: Press) -> Option<Action> {
        press.meaning(|| 7)
    }

    #[test]
    fn a_key_means_another_thing_while_a_passage_is_selected() {
        assert!(matches!(meaning(Press { key: "n", ..PRESS }), Some(Action::StepCard { forward: true })));
        assert!(matches!(meaning(Press { key: "n", ..SELECTED }), Some(Action::StartNote)));
        assert!(matches!(
            meaning(Press { key: "s", ..PRESS }),
            Some(Action::SelectSentence { forward: true, in_view: 7 })
        ));
        assert!(matches!(meaning(Press { key: "2", ..SELECTED }), Some(Action::TagByKey(2))));
    }

    #[test]
    fn keys_that_mean_nothing_are_left_to_the_browser() {
        for (key, press) in [
            ("2", PRESS),
            ("0", SELECTED),
            ("12", SELECTED),
            ("+1", SELECTED),
            ("ArrowDown", SELECTED),
            ("m", PRESS),
            ("F5", PRESS),
        ] {
            assert!(meaning(Press { key, ..press }).is_none(), "{key}");
        }
        assert!(meaning(Press { key: "s", command: true, ..PRESS }).is_none());
        assert!(matches!(meaning(Press { key: "Z", command: true, shift: true, ..PRESS }), Some(Action::Redo(None))));
    }
}
