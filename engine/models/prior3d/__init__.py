"""SAM, and SRCNN and VDSR with and without a rendered face (3D facial priors, ICLR 2020 submission)."""
