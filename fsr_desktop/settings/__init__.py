"""The settings: declared as rows, kept in a file."""
