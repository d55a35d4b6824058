"""How the network that tells the numbers of a 3D face is trained."""
