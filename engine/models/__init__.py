"""The model families: what each is (`spec.py`, torch-free) and its network (`network.py`, torch)."""
