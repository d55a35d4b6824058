"""From a low-resolution face to the 239 numbers of a morphable face."""
