"""Celery, thin: a name, a retry policy, one call."""
