"""The engine process: what is said over the pipe, and both its sides."""
