"""From a photo to a face's crop and back."""
