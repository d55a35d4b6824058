"""FSR Desktop: the window and the command line. The work itself is done by `engine`."""

from engine import __version__

__all__ = ["__version__"]
