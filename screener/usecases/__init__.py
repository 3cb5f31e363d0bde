"""The verbs: one file each, plain functions with their ports as parameters."""
