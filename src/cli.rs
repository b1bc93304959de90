//! The same job without a window.
