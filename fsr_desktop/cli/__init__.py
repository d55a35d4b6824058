"""The command line: `main` and its commands, one file each; each imports the engine only when it runs."""
