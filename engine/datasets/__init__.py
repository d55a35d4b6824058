"""Faces to train on and to score on: a portrait folder with its tables, or any folder of photos."""
