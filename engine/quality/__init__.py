"""What a face in a photo really shows, measured."""
