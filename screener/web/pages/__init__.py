"""Pages for people: ranking, upload, one screening. What they show is what REST says."""

from flask import Blueprint

from screener.web.pages import ranking, reference, screening, upload

bp = Blueprint("pages", __name__)
bp.add_url_rule("/", "ranking", ranking.show)
bp.add_url_rule("/upload", "upload", upload.show, methods=["GET", "POST"])
bp.add_url_rule("/screenings/<id>", "screening", screening.show)
bp.add_url_rule("/api", "reference", reference.show)
