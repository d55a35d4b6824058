"""The canvas: one photo, before and after, at any zoom."""
