"""MTUN (Yu et al. 2018): tiny unaligned faces, set upright and guided by heatmaps of four facial components."""
