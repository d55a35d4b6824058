"""From what a model gives to what a person sees: overlay data, colour maps, figures. No Qt, no torch, no cv2."""
