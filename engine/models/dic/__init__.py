"""DIC and DICGAN: iterative collaboration of restoration and landmark estimation (Ma et al., CVPR 2020)."""
