"""The web doors: REST for machines, pages for people. Both only translate; use cases do the work."""

from screener.web.app import WebSettings, create_app

__all__ = ["WebSettings", "create_app"]
