"""How the open face model is made of face meshes and portraits; needed by nobody who only uses it."""
