"""MPENet and MPEGAN (Zhang and Liu 2022): landmarks, then facial action units, embedded step by step."""
