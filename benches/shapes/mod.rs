//! Texts and pages of one shape in any size: what the growth benchmark and its short form in `tests/growth.rs` measure on.

mod comments;
mod html;
mod marks;
mod shape;
mod text;
mod words;

pub(crate) use shape::Shape;

/// All shapes.
pub(crate) fn all() -> Vec<Shape> {
    let lists = [text::SHAPES, marks::SHAPES, comments::SHAPES];
    let texts = lists.into_iter().flatten().map(|&(name, form)| Shape { name, html: false, form });
    texts.chain(html::SHAPES.iter().map(|&(name, form)| Shape { name, html: true, form })).collect()
}
