"""The command line's commands, one file each; each imports the engine only when it runs."""
