"""Presenter mode: a full-screen window for talks, one overlay after the other."""
