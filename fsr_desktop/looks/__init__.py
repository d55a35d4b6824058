"""The same face by several looks, beside each other and beside what the photo has of it."""
