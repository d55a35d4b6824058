"""From a photo to a restored photo."""
