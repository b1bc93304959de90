//! The event's folder on disk: reading, checking, saving.
