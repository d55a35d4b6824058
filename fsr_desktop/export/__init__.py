"""Exports: what is to be written, where, the dialog that asks, and the jobs that do it."""
