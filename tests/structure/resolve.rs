//! From a path in code to the file that defines what it names, through whatever hands it on.

use crate::modules::{Meaning, ModuleId, Modules};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    Module(ModuleId),
    /// Something that the module defines.
    Item(ModuleId, String),
}

/// `None` where no crate of the workspace knows the path; nothing inside where it leads to other people's code.
type Targets = Option<BTreeSet<Target>>;

/// Names that are being looked up, so that imports that lead to each other end.
type Asked = BTreeSet<(ModuleId, String)>;

impl Modules {
    /// The items that a path leads to, each as its file and name.
    pub(crate) fn items_at(&self, module: ModuleId, path: &[String]) -> Option<Vec<(PathBuf, String)>> {
        let targets = self.targets(module, path, &mut Asked::new())?;
        let items = targets.into_iter().filter_map(|target| match target {
            Target::Item(module, name) => Some((self.all[module].file.clone(), name)),
            Target::Module(_) => None,
        });
        Some(items.collect())
    }

    /// Whether a path starts in the workspace, so that it has to lead somewhere.
    pub(crate) fn is_ours(&self, module: ModuleId, path: &[String]) -> bool {
        matches!(path[0].as_str(), "crate" | "self" | "super")
            || self.lookup(module, &path[0], true, &mut Asked::new()).is_none() && self.libraries.contains_key(&path[0])
    }

    fn targets(&self, module: ModuleId, path: &[String], asked: &mut Asked) -> Targets {
        let mut targets: BTreeSet<Target> = BTreeSet::new();
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => targets.insert(Target::Module(self.all[module].root)),
            "self" => targets.insert(Target::Module(module)),
            "super" => targets.insert(Target::Module(self.all[module].parent?)),
            name => match self.lookup(module, name, true, asked) {
                Some(found) => {
                    targets = found;
                    true
                }
                None => targets.insert(Target::Module(*self.libraries.get(name)?)),
            },
        };
        for name in rest {
            let mut next = BTreeSet::new();
            let mut found = targets.is_empty();
            let mut items = BTreeSet::new();
            for target in targets {
                match target {
                    Target::Module(module) if name == "super" => {
                        next.extend(self.all[module].parent.map(Target::Module));
                        found = true;
                    }
                    Target::Module(module) => {
                        if let Some(inner) = self.lookup(module, name, true, asked) {
                            next.extend(inner);
                            found = true;
                        }
                    }
                    // what follows a type is its own: a variant, a method
                    item @ Target::Item(..) => {
                        items.insert(item);
                    }
                }
            }
            if !found {
                if items.is_empty() {
                    return None;
                }
                next = items;
            }
            targets = next;
        }
        Some(targets)
    }

    fn lookup(&self, module: ModuleId, name: &str, private: bool, asked: &mut Asked) -> Targets {
        let first = asked.insert((module, name.to_owned()));
        let own = &self.all[module];
        let meanings = own.names.get(name).into_iter().flatten().filter(|(_, visible)| private || *visible);
        let mut found: Targets = None;
        for (meaning, _) in meanings {
            let targets = match meaning {
                Meaning::Item => Some(BTreeSet::from([Target::Item(module, name.to_owned())])),
                Meaning::Module(child) => Some(BTreeSet::from([Target::Module(*child)])),
                Meaning::Import(path) if first => self.targets(module, path, asked).or(Some(BTreeSet::new())),
                Meaning::Import(_) => continue,
            };
            found.get_or_insert_default().extend(targets.into_iter().flatten());
        }
        // a module of that name leaves room for a function of the same
        let open = found.iter().flatten().all(|target| matches!(target, Target::Module(_)));
        if open && first {
            for (path, visible) in &own.globs {
                if !private && !visible {
                    continue;
                }
                let modules = self.targets(module, path, &mut asked.clone()).unwrap_or_default();
                for target in modules {
                    let Target::Module(from) = target else { continue };
                    let inside = self.is_within(module, from);
                    if let Some(targets) = self.lookup(from, name, inside, asked) {
                        found.get_or_insert_default().extend(targets);
                    }
                }
            }
        }
        if first {
            asked.remove(&(module, name.to_owned()));
        }
        found
    }

    fn is_within(&self, module: ModuleId, ancestor: ModuleId) -> bool {
        std::iter::successors(Some(module), |&module| self.all[module].parent).any(|module| module == ancestor)
    }
}
