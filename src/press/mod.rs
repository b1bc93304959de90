//! Captions: sentences that say who is seen doing what.
