"""The window's language: translations, numbers, and what the engine says."""
