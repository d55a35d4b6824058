"""Facial knowledge that guides networks: the 68 landmarks, their heatmaps, and the facial components they form."""
