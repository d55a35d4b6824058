"""Networks whose features losses and scores compare (needs the extra `train`)."""
