//! The forms in which an analysis or a reader's notes leave and enter Postil, one file a format.
