//! Arrows among files: from a file to each other file that defines what it names.

use crate::modules::{
    Meaning, ModuleId, Modules, attributes_of, attributes_within, is_visible, leaves, only_tests, plain,
};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::path::PathBuf;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, Expr, ExprCall, ImplItem, Item, ItemUse, Macro, PatIdent, Path};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Arrow {
    pub(crate) from: PathBuf,
    pub(crate) to: PathBuf,
    /// What `from` names there.
    pub(crate) item: String,
    /// Where in `from`.
    pub(crate) line: usize,
    /// Only tests name it.
    pub(crate) test: bool,
    /// A `mod.rs` (or a crate's root) says `pub use`, and does nothing with it.
    pub(crate) handed_on: bool,
}

/// All arrows, and paths that start in the workspace and lead nowhere.
pub(crate) fn arrows(modules: &Modules) -> (BTreeSet<Arrow>, Vec<String>) {
    let (mut arrows, mut faults) = (BTreeSet::new(), Vec::new());
    for (id, ast) in &modules.files {
        let mut walk = Walk { modules, module: *id, test: modules.all[*id].test, bound: None, arrows, faults };
        ast.items.iter().for_each(|item| walk.visit_item(item));
        (arrows, faults) = (walk.arrows, walk.faults);
    }
    (arrows, faults)
}

struct Walk<'m> {
    modules: &'m Modules,
    module: ModuleId,
    test: bool,
    /// Inside a function: names that its patterns bind, which may hide imported ones.
    bound: Option<BTreeSet<String>>,
    arrows: BTreeSet<Arrow>,
    faults: Vec<String>,
}

impl Walk<'_> {
    fn file(&self) -> PathBuf {
        self.modules.all[self.module].file.clone()
    }

    fn name(&mut self, path: &[String], line: usize, handed_on: bool) {
        match self.modules.items_at(self.module, path) {
            Some(items) => {
                for (to, item) in items {
                    self.add(to, item, line, handed_on);
                }
            }
            None if self.modules.is_ours(self.module, path) => {
                self.faults.push(format!("{}:{line}: `{}` leads nowhere", self.file().display(), path.join("::")));
            }
            None => {}
        }
    }

    fn add(&mut self, to: PathBuf, item: String, line: usize, handed_on: bool) {
        let from = self.file();
        if from != to {
            self.arrows.insert(Arrow { from, to, item, line, test: self.test, handed_on });
        }
    }

    /// A name alone, which may be a local one.
    fn name_alone(&mut self, name: String, line: usize) {
        if self.bound.as_ref().is_none_or(|bound| !bound.contains(&name)) {
            self.name(&[name], line, false);
        }
    }

    fn macro_name(&mut self, name: &str, line: usize) {
        for file in self.modules.macros.get(name).cloned().into_iter().flatten() {
            self.add(file, format!("{name}!"), line, false);
        }
    }

    /// What is inside a macro cannot be parsed without knowing the macro: its paths are read off the tokens.
    fn visit_tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is = |at: usize, mark: char| matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.as_char() == mark);
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Group(group) => self.visit_tokens(group.stream()),
                TokenTree::Ident(first) => {
                    let start = at;
                    let line = first.span().start().line;
                    let mut path = vec![plain(first)];
                    while is(at + 1, ':') && is(at + 2, ':') {
                        let Some(TokenTree::Ident(next)) = tokens.get(at + 3) else { break };
                        path.push(plain(next));
                        at += 3;
                    }
                    let before = |mark| start > 0 && is(start - 1, mark);
                    let field = before('.') && !(start > 1 && is(start - 2, '.'));
                    let continued = before(':') && start > 1 && is(start - 2, ':');
                    if field || continued || before('\'') {
                    } else if path.len() > 1 {
                        self.name(&path, line, false);
                    } else if is(at + 1, '!') {
                        self.macro_name(&path[0], line);
                    } else if matches!(tokens.get(at + 1), Some(TokenTree::Group(g)) if g.delimiter() == Delimiter::Parenthesis)
                    {
                        self.name(&path, line, false);
                    } else if !is(at + 1, ':') || is(at + 2, ':') {
                        self.name_alone(path.swap_remove(0), line);
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }

    fn within<T>(&mut self, test: bool, inner: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.test;
        self.test |= test;
        let result = inner(self);
        self.test = outer;
        result
    }

    fn within_body(&mut self, body: &Block, inner: impl FnOnce(&mut Self)) {
        if self.bound.is_some() {
            return inner(self);
        }
        let mut bound = Bound::default();
        bound.visit_block(body);
        self.bound = Some(bound.0);
        inner(self);
        self.bound = None;
    }
}

impl<'ast> Visit<'ast> for Walk<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        self.within(only_tests(attributes_of(item)), |walk| match item {
            Item::Mod(item) => {
                let Some((_, items)) = &item.content else { return };
                let name = item.ident.to_string();
                let meanings = walk.modules.all[walk.module].names.get(&name).into_iter().flatten();
                let mut inner = meanings.filter_map(|(meaning, _)| match meaning {
                    Meaning::Module(id) => Some(*id),
                    _ => None,
                });
                let inner = inner.next_back().expect("an inline module is known");
                let outer = std::mem::replace(&mut walk.module, inner);
                items.iter().for_each(|item| walk.visit_item(item));
                walk.module = outer;
            }
            Item::Fn(item) => {
                let mut params = Bound::default();
                params.visit_signature(&item.sig);
                walk.within_body(&item.block, |walk| {
                    walk.bound.get_or_insert_default().extend(params.0);
                    visit::visit_item_fn(walk, item);
                });
            }
            item => visit::visit_item(walk, item),
        });
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        self.within(only_tests(attributes_within(item)), |walk| match item {
            ImplItem::Fn(item) => {
                let mut params = Bound::default();
                params.visit_signature(&item.sig);
                walk.within_body(&item.block, |walk| {
                    walk.bound.get_or_insert_default().extend(params.0);
                    visit::visit_impl_item_fn(walk, item);
                });
            }
            item => visit::visit_impl_item(walk, item),
        });
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let hands_on = ["mod.rs", "lib.rs", "main.rs"].iter().any(|name| self.file().ends_with(name));
        for leaf in leaves(&item.tree) {
            if leaf.name.is_some() {
                self.name(&leaf.path, leaf.line, hands_on && is_visible(&item.vis));
            }
        }
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        // what is called is seldom a local name
        if let Expr::Path(path) = &*call.func
            && let Some(name) = path.path.get_ident()
        {
            self.name(&[plain(name)], name.span().start().line, false);
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_path(&mut self, path: &'ast Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| plain(&segment.ident)).collect();
        let line = path.segments[0].ident.span().start().line;
        match &names[..] {
            _ if path.leading_colon.is_some() => {}
            [name] => {
                if !matches!(name.as_str(), "self" | "Self" | "super" | "crate") {
                    self.name_alone(name.clone(), line);
                }
            }
            names => self.name(names, line, false),
        }
        visit::visit_path(self, path);
    }

    fn visit_pat_ident(&mut self, pat: &'ast PatIdent) {
        let name = plain(&pat.ident);
        if name.starts_with(char::is_uppercase) {
            self.name(&[name], pat.ident.span().start().line, false);
        }
        visit::visit_pat_ident(self, pat);
    }

    fn visit_macro(&mut self, invoked: &'ast Macro) {
        if let Some(name) = invoked.path.get_ident() {
            self.macro_name(&name.to_string(), name.span().start().line);
        } else {
            self.visit_path(&invoked.path);
        }
        self.visit_tokens(invoked.tokens.clone());
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        // `#[serde(with = "a::b")]`
        if let (true, syn::Meta::List(list)) = (attribute.path().is_ident("serde"), &attribute.meta) {
            for token in list.tokens.clone() {
                if let Ok(text) = syn::parse2::<syn::LitStr>(token.into())
                    && let Ok(path) = text.parse::<Path>()
                    && path.segments.len() > 1
                {
                    self.visit_path(&path);
                }
            }
        }
    }
}

/// Lower-case names that patterns bind.
#[derive(Default)]
struct Bound(BTreeSet<String>);

impl<'ast> Visit<'ast> for Bound {
    fn visit_pat_ident(&mut self, pat: &'ast PatIdent) {
        let name = plain(&pat.ident);
        if !name.starts_with(char::is_uppercase) {
            self.0.insert(name);
        }
        visit::visit_pat_ident(self, pat);
    }
}
