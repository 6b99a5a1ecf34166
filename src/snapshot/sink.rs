//! The tree that `html5ever` builds: an arena of linked nodes, walked and dropped by loops alone.

use super::{Builder, KEPT_ATTRIBUTES, Snapshot, Source};
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// No node.
const NONE: u32 = u32::MAX;

/// A node of the arena, as the parser holds it.
#[derive(Clone, Debug)]
pub(super) struct Handle {
    pub(super) at: u32,
    name: Option<Rc<QualName>>,
}

#[derive(Debug)]
enum Data {
    Element(Rc<QualName>, Vec<(&'static str, StrTendril)>),
    Text(StrTendril),
    /// The document, comments, processing instructions, and the contents of templates.
    Other,
}

#[derive(Debug)]
struct Link {
    parent: u32,
    first: u32,
    last: u32,
    previous: u32,
    next: u32,
    /// Elements above it when it was put in.
    depth: u32,
    data: Data,
}

/// Receives the parser's changes.
#[derive(Debug)]
pub(super) struct Sink {
    nodes: RefCell<Vec<Link>>,
    /// The innermost open element, as far as the parser says.
    innermost: RefCell<Handle>,
    depth: Cell<u32>,
}

impl Sink {
    pub(super) fn new() -> Self {
        let sink = Self {
            nodes: RefCell::default(),
            innermost: RefCell::new(Handle { at: 0, name: None }),
            depth: Cell::new(0),
        };
        sink.create(Data::Other, None);
        sink
    }

    /// How many elements are open, or were when one was last put in: the parser closes some without a word.
    pub(super) fn depth(&self) -> u32 {
        self.depth.get()
    }

    /// Corrects depth and innermost element by the handles that the parser still holds.
    pub(super) fn closed_but(&self, held: &[u32]) {
        loop {
            let innermost = self.innermost.borrow().clone();
            if innermost.name.is_none() || held.iter().rev().any(|at| *at == innermost.at) {
                return;
            }
            self.pop(&innermost);
        }
    }

    /// How many nodes were made.
    pub(super) fn len(&self) -> usize {
        self.nodes.borrow().len()
    }

    /// The name of the innermost open element.
    pub(super) fn innermost(&self) -> Option<LocalName> {
        self.innermost.borrow().name.as_ref().map(|n| n.local.clone())
    }

    fn create(&self, data: Data, name: Option<Rc<QualName>>) -> Handle {
        let mut nodes = self.nodes.borrow_mut();
        let at = u32::try_from(nodes.len()).unwrap_or(NONE);
        nodes.push(Link { parent: NONE, first: NONE, last: NONE, previous: NONE, next: NONE, depth: 0, data });
        Handle { at, name }
    }

    /// Puts `child` under `parent`, before `sibling` or (`NONE`) at the end.
    fn insert(&self, parent: u32, sibling: u32, child: NodeOrText<Handle>) {
        let mut nodes = self.nodes.borrow_mut();
        let previous =
            if sibling == NONE { node(&nodes, parent, |n| n.last) } else { node(&nodes, sibling, |n| n.previous) };
        let child = match child {
            NodeOrText::AppendNode(handle) => {
                detach(&mut nodes, handle.at);
                let depth = node(&nodes, parent, |n| n.depth).saturating_add(1);
                if let Some(n) = nodes.get_mut(handle.at as usize) {
                    n.depth = depth;
                }
                if handle.name.is_some() {
                    self.depth.set(depth);
                    *self.innermost.borrow_mut() = handle.clone();
                }
                handle.at
            }
            NodeOrText::AppendText(text) => {
                if let Some(Link { data: Data::Text(data), .. }) = nodes.get_mut(previous as usize) {
                    data.push_tendril(&text);
                    return;
                }
                let at = u32::try_from(nodes.len()).unwrap_or(NONE);
                let data = Data::Text(text);
                nodes.push(Link { parent: NONE, first: NONE, last: NONE, previous: NONE, next: NONE, depth: 0, data });
                at
            }
        };
        // detaching may have moved the neighbours
        let previous =
            if sibling == NONE { node(&nodes, parent, |n| n.last) } else { node(&nodes, sibling, |n| n.previous) };
        if let Some(n) = nodes.get_mut(child as usize) {
            (n.parent, n.previous, n.next) = (parent, previous, sibling);
        }
        match nodes.get_mut(previous as usize) {
            Some(n) => n.next = child,
            None => set(&mut nodes, parent, |n| n.first = child),
        }
        match nodes.get_mut(sibling as usize) {
            Some(n) => n.previous = child,
            None => set(&mut nodes, parent, |n| n.last = child),
        }
    }
}

fn node(nodes: &[Link], at: u32, of: impl Fn(&Link) -> u32) -> u32 {
    nodes.get(at as usize).map_or(NONE, of)
}

fn set(nodes: &mut [Link], at: u32, change: impl FnOnce(&mut Link)) {
    if let Some(n) = nodes.get_mut(at as usize) {
        change(n);
    }
}

fn detach(nodes: &mut [Link], at: u32) {
    let Some(n) = nodes.get_mut(at as usize) else { return };
    let (parent, previous, next) = (n.parent, n.previous, n.next);
    (n.parent, n.previous, n.next) = (NONE, NONE, NONE);
    if parent == NONE {
        return;
    }
    match nodes.get_mut(previous as usize) {
        Some(n) => n.next = next,
        None => set(nodes, parent, |n| n.first = next),
    }
    match nodes.get_mut(next as usize) {
        Some(n) => n.previous = previous,
        None => set(nodes, parent, |n| n.last = previous),
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Snapshot;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Snapshot {
        let nodes = self.nodes.into_inner();
        let mut builder = Builder::new(Source::Html);
        let mut at = node(&nodes, 0, |n| n.first);
        while let Some(n) = nodes.get(at as usize) {
            let opened = match &n.data {
                Data::Element(name, attributes) => {
                    builder.open(&name.local, attributes.iter().map(|(n, v)| (*n, &**v)));
                    true
                }
                Data::Text(text) => {
                    builder.text(text);
                    false
                }
                Data::Other => false,
            };
            if opened && n.first != NONE {
                at = n.first;
                continue;
            }
            if opened {
                builder.close();
            }
            let mut done = n;
            while done.next == NONE && done.parent != NONE && done.parent != 0 {
                let Some(parent) = nodes.get(done.parent as usize) else { break };
                builder.close();
                done = parent;
            }
            at = done.next;
        }
        builder.finish()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { at: 0, name: None }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        // the parser asks for the names of elements alone; this stands in for others
        static NAMELESS: std::sync::LazyLock<QualName> =
            std::sync::LazyLock::new(|| QualName::new(None, html5ever::ns!(), html5ever::local_name!("")));
        target.name.as_deref().unwrap_or(&NAMELESS)
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let name = Rc::new(name);
        self.create(Data::Element(Rc::clone(&name), kept(attributes)), Some(name))
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.create(Data::Other, None)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.create(Data::Other, None)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.at, NONE, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let has_parent = node(&self.nodes.borrow(), element.at, |n| n.parent) != NONE;
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn pop(&self, closed: &Handle) {
        let nodes = self.nodes.borrow();
        let Some(n) = nodes.get(closed.at as usize) else { return };
        self.depth.set(n.depth.saturating_sub(1));
        let name = match nodes.get(n.parent as usize).map(|p| &p.data) {
            Some(Data::Element(name, _)) => Some(Rc::clone(name)),
            _ => None,
        };
        *self.innermost.borrow_mut() = Handle { at: n.parent, name };
    }

    fn get_template_contents(&self, _: &Handle) -> Handle {
        // never joined to the tree: templates are not read
        self.create(Data::Other, None)
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.at == y.at
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let parent = node(&self.nodes.borrow(), sibling.at, |n| n.parent);
        self.insert(parent, sibling.at, child);
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        if let Some(Link { data: Data::Element(_, has), .. }) = self.nodes.borrow_mut().get_mut(target.at as usize) {
            for (name, value) in kept(attributes) {
                if !has.iter().any(|(n, _)| *n == name) {
                    has.push((name, value));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        detach(&mut self.nodes.borrow_mut(), target.at);
    }

    fn reparent_children(&self, from: &Handle, to: &Handle) {
        loop {
            let child = node(&self.nodes.borrow(), from.at, |n| n.first);
            if child == NONE {
                return;
            }
            self.insert(to.at, NONE, NodeOrText::AppendNode(Handle { at: child, name: None }));
        }
    }
}

/// The attributes that a snapshot keeps, of those of an element.
fn kept(attributes: Vec<Attribute>) -> Vec<(&'static str, StrTendril)> {
    let named = |a: Attribute| {
        let name = KEPT_ATTRIBUTES.iter().find(|k| **k == &*a.name.local)?;
        a.name.ns.is_empty().then_some((*name, a.value))
    };
    attributes.into_iter().filter_map(named).collect()
}
