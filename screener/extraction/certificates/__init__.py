"""Certificates in a statement: which ones are named, and how they stand."""
