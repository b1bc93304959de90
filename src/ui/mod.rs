//! The panels: they read a view and send edits and commands.
