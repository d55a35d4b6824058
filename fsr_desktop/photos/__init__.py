"""The photos of the session: their list, thumbnails, and how they are found and restored."""
