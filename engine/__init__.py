"""Qt-free engine of FSR Desktop: photos, faces, models, restoration."""

__version__ = "0.3.0"
