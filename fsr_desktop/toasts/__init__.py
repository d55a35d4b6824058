"""Notices over the canvas."""
