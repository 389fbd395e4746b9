"""The networks: input, packages, runtimes, activation maps."""
