"""applicant-screener: evidence for production-engineer applications, read from CVs and quoted."""

__version__ = "0.1.0"
