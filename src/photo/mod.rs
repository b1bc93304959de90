//! Picture files: what they are, when they were taken, their thumbnails.
