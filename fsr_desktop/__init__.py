"""FSR Desktop: the window and the command line. The work itself is done by `engine`."""

__version__ = "0.3.0"
