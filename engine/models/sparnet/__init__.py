"""SPARNet and SPARNetHD: spatial attention for face super-resolution (Chen et al., 2020)."""
