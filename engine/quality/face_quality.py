"""What a face in a photo really shows, as numbers: `engine.types.FaceQuality`."""

from engine.types import FaceQuality

__all__ = ["FaceQuality"]
