"""The page that shows what a model saw in a face: its steps, maps, points and numbers."""
