"""One module for each kind of job that the window sends to the engine process (`engine.process.protocol`)."""
