"""A blueprint whose calls get all their mistakes told at once."""

from typing import Any

from flask_smorest import Blueprint
from marshmallow import EXCLUDE, Schema
from webargs.flaskparser import FlaskParser
from webargs.multidictproxy import MultiDictProxy
from werkzeug.datastructures import CombinedMultiDict
from werkzeug.wrappers import Request


class _Parser(FlaskParser):
    """Files and fields of a form are checked together; unknown query parameters are refused."""

    DEFAULT_UNKNOWN_BY_LOCATION = dict.fromkeys(("json", "query", "form", "files")) | {"headers": EXCLUDE}

    def load_files(self, req: Request, schema: Schema) -> Any:
        """All parts of a multipart form."""
        return MultiDictProxy(CombinedMultiDict([req.files, req.form]), schema)


class Resource(Blueprint):  # type: ignore[misc]  # flask-smorest has no types
    """One resource of the API."""

    ARGUMENTS_PARSER = _Parser()
