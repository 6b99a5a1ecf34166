//! The modules of every crate, with the names that each declares, imports and hands on.

use crate::sources::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItem, Item, ItemMod, UseTree, Visibility};

pub(crate) type ModuleId = usize;

/// What a name stands for in the module that has it.
#[derive(Debug)]
pub(crate) enum Meaning {
    /// Something defined there: a type, function, constant, trait…
    Item,
    Module(ModuleId),
    /// Brought in by `use`, from there.
    Import(Vec<String>),
}

#[derive(Debug)]
pub(crate) struct Module {
    /// Its path from the crate's root.
    pub(crate) path: Vec<String>,
    pub(crate) file: PathBuf,
    pub(crate) parent: Option<ModuleId>,
    pub(crate) root: ModuleId,
    /// Index of the package in [`Sources`].
    pub(crate) package: usize,
    /// Compiled for tests only.
    pub(crate) test: bool,
    /// Each meaning with whether other modules than its own children see it.
    pub(crate) names: BTreeMap<String, Vec<(Meaning, bool)>>,
    /// Paths before `::*`, with the same.
    pub(crate) globs: Vec<(Vec<String>, bool)>,
}

/// All modules, and the parsed files that they came from.
#[derive(Default)]
pub(crate) struct Modules {
    pub(crate) all: Vec<Module>,
    /// Each file with the module that it is.
    pub(crate) files: Vec<(ModuleId, syn::File)>,
    /// Crates that others may name, by the name in code.
    pub(crate) libraries: BTreeMap<String, ModuleId>,
    /// `macro_rules!`, which need no path, with the file of each.
    pub(crate) macros: BTreeMap<String, BTreeSet<PathBuf>>,
    pub(crate) faults: Vec<String>,
}

impl Modules {
    pub(crate) fn of(sources: &Sources) -> Self {
        let mut modules = Self::default();
        for (path, package, library) in sources.crate_roots() {
            let id = modules.all.len();
            modules.load(sources, path, Vec::new(), None, package, false);
            if library {
                modules.libraries.insert(sources.packages[package].name.replace('-', "_"), id);
            }
        }
        let seen: BTreeSet<&PathBuf> = modules.all.iter().map(|module| &module.file).collect();
        let unseen: Vec<String> = sources
            .files
            .keys()
            .filter(|path| !seen.contains(path))
            .map(|path| format!("{}: no `mod` declares it", path.display()))
            .collect();
        modules.faults.extend(unseen);
        modules
    }

    fn load(
        &mut self,
        sources: &Sources,
        file: PathBuf,
        path: Vec<String>,
        parent: Option<ModuleId>,
        package: usize,
        test: bool,
    ) -> ModuleId {
        let ast = match syn::parse_file(&sources.files[&file]) {
            Ok(ast) => ast,
            Err(error) => panic!("{}: {error}", file.display()),
        };
        let folder = file.parent().unwrap_or(Path::new("")).to_path_buf();
        let own = parent.is_none() || file.ends_with("mod.rs");
        let inner = if own { folder.clone() } else { file.with_extension("") };
        let id = self.add(file, path, parent, package, test || only_tests(&ast.attrs));
        self.declare(sources, id, &ast.items, &folder, &inner);
        self.files.push((id, ast));
        id
    }

    fn add(
        &mut self,
        file: PathBuf,
        path: Vec<String>,
        parent: Option<ModuleId>,
        package: usize,
        test: bool,
    ) -> ModuleId {
        let id = self.all.len();
        let root = parent.map_or(id, |parent| self.all[parent].root);
        let (names, globs) = (BTreeMap::new(), Vec::new());
        self.all.push(Module { path, file, parent, root, package, test, names, globs });
        id
    }

    /// `folder` is where a `#[path]` starts from, `inner` where the files of child modules lie.
    fn declare(&mut self, sources: &Sources, id: ModuleId, items: &[Item], folder: &Path, inner: &Path) {
        let mut declared = Declared::default();
        items.iter().for_each(|item| declared.visit_item(item));
        for (name, meaning, visible) in declared.names {
            self.all[id].names.entry(name).or_default().push((meaning, visible));
        }
        self.all[id].globs.extend(declared.globs);
        for name in declared.macros {
            self.macros.entry(name).or_default().insert(self.all[id].file.clone());
        }
        for (item, visible) in declared.modules {
            let name = item.ident.to_string();
            let test = self.all[id].test || only_tests(&item.attrs);
            let path = [self.all[id].path.as_slice(), std::slice::from_ref(&name)].concat();
            let package = self.all[id].package;
            let child = if let Some((_, items)) = &item.content {
                let child = self.add(self.all[id].file.clone(), path, Some(id), package, test);
                let inner = inner.join(&name);
                self.declare(sources, child, items, &inner, &inner);
                child
            } else {
                let candidates = match given_path(&item.attrs) {
                    Some(given) => vec![tidy(&folder.join(given))],
                    None => vec![inner.join(format!("{name}.rs")), inner.join(&name).join("mod.rs")],
                };
                let Some(file) = candidates.into_iter().find(|path| sources.files.contains_key(path)) else {
                    self.faults.push(format!("{}: no file for `mod {name}`", self.all[id].file.display()));
                    continue;
                };
                self.load(sources, file, path, Some(id), package, test)
            };
            self.all[id].names.entry(name).or_default().push((Meaning::Module(child), visible));
        }
    }
}

/// What a list of items declares, functions' own items and imports included.
#[derive(Default)]
struct Declared {
    names: Vec<(String, Meaning, bool)>,
    globs: Vec<(Vec<String>, bool)>,
    macros: Vec<String>,
    modules: Vec<(ItemMod, bool)>,
}

impl<'ast> Visit<'ast> for Declared {
    fn visit_item(&mut self, item: &'ast Item) {
        let (ident, vis) = match item {
            Item::Const(item) => (&item.ident, &item.vis),
            Item::Enum(item) => (&item.ident, &item.vis),
            Item::Fn(item) => (&item.sig.ident, &item.vis),
            Item::Static(item) => (&item.ident, &item.vis),
            Item::Struct(item) => (&item.ident, &item.vis),
            Item::Trait(item) => (&item.ident, &item.vis),
            Item::TraitAlias(item) => (&item.ident, &item.vis),
            Item::Type(item) => (&item.ident, &item.vis),
            Item::Union(item) => (&item.ident, &item.vis),
            Item::ForeignMod(item) => {
                for foreign in &item.items {
                    let (ident, vis) = match foreign {
                        syn::ForeignItem::Fn(item) => (&item.sig.ident, &item.vis),
                        syn::ForeignItem::Static(item) => (&item.ident, &item.vis),
                        syn::ForeignItem::Type(item) => (&item.ident, &item.vis),
                        _ => continue,
                    };
                    self.names.push((ident.to_string(), Meaning::Item, is_visible(vis)));
                }
                return;
            }
            Item::Macro(item) => {
                self.macros.extend(item.ident.as_ref().map(ToString::to_string));
                return;
            }
            Item::Mod(item) => {
                self.modules.push((item.clone(), is_visible(&item.vis)));
                return;
            }
            Item::Use(item) => {
                let visible = is_visible(&item.vis);
                for leaf in leaves(&item.tree) {
                    match leaf.name {
                        Some(name) => self.names.push((name, Meaning::Import(leaf.path), visible)),
                        None => self.globs.push((leaf.path, visible)),
                    }
                }
                return;
            }
            _ => return visit::visit_item(self, item),
        };
        self.names.push((ident.to_string(), Meaning::Item, is_visible(vis)));
        visit::visit_item(self, item);
    }
}

/// One thing that a `use` brings in.
pub(crate) struct Leaf {
    pub(crate) path: Vec<String>,
    /// What it is called here; `None` for `*`.
    pub(crate) name: Option<String>,
    pub(crate) line: usize,
}

pub(crate) fn leaves(tree: &UseTree) -> Vec<Leaf> {
    fn walk(tree: &UseTree, prefix: &[String], leaves: &mut Vec<Leaf>) {
        let with = |name: String| match name.as_str() {
            "self" if !prefix.is_empty() => prefix.to_vec(),
            _ => [prefix, &[name]].concat(),
        };
        match tree {
            UseTree::Path(path) => walk(&path.tree, &[prefix, &[plain(&path.ident)]].concat(), leaves),
            UseTree::Name(name) => {
                let path = with(plain(&name.ident));
                leaves.push(Leaf { name: path.last().cloned(), path, line: name.ident.span().start().line });
            }
            UseTree::Rename(rename) => leaves.push(Leaf {
                path: with(plain(&rename.ident)),
                name: Some(plain(&rename.rename)),
                line: rename.ident.span().start().line,
            }),
            UseTree::Glob(glob) => {
                leaves.push(Leaf { path: prefix.to_vec(), name: None, line: glob.star_token.spans[0].start().line })
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| walk(tree, prefix, leaves)),
        }
    }
    let mut found = Vec::new();
    walk(tree, &[], &mut found);
    found
}

/// A name without `r#`.
pub(crate) fn plain(ident: &syn::Ident) -> String {
    ident.to_string().trim_start_matches("r#").to_owned()
}

pub(crate) fn is_visible(vis: &Visibility) -> bool {
    !matches!(vis, Visibility::Inherited)
}

/// Whether what has these attributes is compiled for tests only.
pub(crate) fn only_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let name = attribute.path().segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
        let condition = match &attribute.meta {
            syn::Meta::List(list) => list.tokens.to_string().replace(' ', ""),
            _ => String::new(),
        };
        match name.as_str() {
            "cfg" => condition == "test" || condition.starts_with("all(test,"),
            name => name == "test" || name == "wasm_bindgen_test",
        }
    })
}

pub(crate) fn attributes_of(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

pub(crate) fn attributes_within(item: &ImplItem) -> &[Attribute] {
    match item {
        ImplItem::Const(item) => &item.attrs,
        ImplItem::Fn(item) => &item.attrs,
        ImplItem::Type(item) => &item.attrs,
        _ => &[],
    }
}

fn given_path(attributes: &[Attribute]) -> Option<String> {
    attributes.iter().find(|attribute| attribute.path().is_ident("path")).and_then(|attribute| match &attribute.meta {
        syn::Meta::NameValue(pair) => match &pair.value {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    })
}

/// Without `..`.
fn tidy(path: &Path) -> PathBuf {
    let mut tidied = PathBuf::new();
    for part in path {
        if part == ".." {
            tidied.pop();
        } else {
            tidied.push(part);
        }
    }
    tidied
}
