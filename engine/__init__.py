"""Qt-free engine of FSR Desktop: photos, faces, models, restoration."""
