//! The command line: one command, then `--flag` and `--name value` options.

use anyhow::{Result, bail};

/// What was typed, less what has been taken out of it.
#[derive(Debug)]
pub(crate) struct Arguments {
    command: Option<String>,
    rest: Vec<String>,
    help: bool,
}

impl Arguments {
    /// Reads the process's own command line.
    pub(crate) fn from_command_line() -> Result<Self> {
        Ok(Self::new(std::env::args().skip(1)))
    }

    fn new(typed: impl IntoIterator<Item = String>) -> Self {
        let mut typed = typed.into_iter();
        let command = typed.next();
        let rest: Vec<String> = typed.collect();
        // training has choices of its own to explain
        let help = command.as_deref() != Some("train") && rest.iter().any(|word| word == "--help" || word == "-h");
        Self { command, rest, help }
    }

    /// The command; `help` when `--help` stands anywhere.
    pub(crate) fn command(&self) -> Option<&str> {
        if self.help { Some("help") } else { self.command.as_deref() }
    }

    /// Takes `--name` out; tells whether it was there.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let before = self.rest.len();
        self.rest.retain(|word| word != name);
        self.rest.len() < before
    }

    /// Takes `--name value` or `--name=value` out.
    ///
    /// # Errors
    /// When the value is missing.
    pub(crate) fn value(&mut self, name: &str) -> Result<Option<String>> {
        let glued = format!("{name}=");
        let Some(at) = self.rest.iter().position(|word| word == name || word.starts_with(&glued)) else {
            return Ok(None);
        };
        let word = self.rest.remove(at);
        if let Some(value) = word.strip_prefix(&glued) {
            return Ok(Some(value.to_owned()));
        }
        if at >= self.rest.len() {
            bail!("{name} needs a value");
        }
        Ok(Some(self.rest.remove(at)))
    }

    /// All that is left, for a command that reads it itself.
    pub(crate) fn all(self) -> Vec<String> {
        self.rest
    }

    /// Says so when something typed was not understood.
    ///
    /// # Errors
    /// When anything is left.
    pub(crate) fn finish(self) -> Result<()> {
        match self.rest.first() {
            Some(word) => bail!("“{word}” means nothing here; `cargo xtask help` lists what there is"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Arguments {
        Arguments::new(line.split(' ').map(str::to_owned))
    }

    #[test]
    fn takes_flags_and_values_in_any_order() {
        let mut arguments = typed("serve --open --port 80");
        assert_eq!(arguments.value("--port").unwrap().as_deref(), Some("80"));
        assert!(arguments.flag("--open"));
        assert!(arguments.finish().is_ok());
        assert_eq!(typed("serve --port=81").value("--port").unwrap().as_deref(), Some("81"));
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(typed("serve --prot 80").finish().is_err());
        assert!(typed("serve --port").value("--port").is_err());
    }

    #[test]
    fn asks_for_help_anywhere() {
        assert_eq!(typed("serve --help").command(), Some("help"));
    }
}
