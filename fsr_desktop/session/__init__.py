"""What the user works on: photos, edits and their undo, the jobs that fill them, and the saved session."""
