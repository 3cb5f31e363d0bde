"""The JSON edge: what calls may say and what answers look like. Unknown fields are refused."""

from flask_smorest.fields import Upload
from marshmallow import RAISE, Schema, fields, validate

BANDS = ("strong", "some", "little")
GATES = ("met", "review", "in_progress", "unknown", "not_met_on_cv")
SORTS = ("score", "open", "newest")


class Strict(Schema):
    """Refuses what it doesn't know."""

    class Meta:
        unknown = RAISE


class ProblemSchema(Schema):
    """RFC 9457, with our stable ``code``."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    code = fields.String(required=True, metadata={"description": "stable: see the list of errors"})
    detail = fields.String(required=True, metadata={"description": "one sentence that says what to do"})
    errors = fields.Dict(metadata={"description": "all fields of a bad request at once"})


class ApplicationForm(Strict):
    """A CV and what goes with it."""

    cv = Upload(required=True, metadata={"description": "PDF, DOCX, ODT, RTF, TXT, HTML or a picture; 10 MB at most"})
    position = fields.String(required=True, validate=validate.Length(1, 100))
    applicant = fields.String(
        validate=validate.Length(1, 200), metadata={"description": "the sender's own id of the person"}
    )
    external_id = fields.String(
        validate=validate.Length(1, 200), metadata={"description": "the sender's own id of the application"}
    )
    source = fields.String(load_default="api", validate=validate.Regexp(r"[a-z][a-z0-9_-]{0,39}\Z"))
    as_of = fields.Date(metadata={"description": "the day that dates are judged by; today if left out"})


class IdempotencyHeader(Schema):
    """The same key and the same call give the same answer."""

    key = fields.String(data_key="Idempotency-Key", validate=validate.Length(1, 200))


class AcceptedSchema(Schema):
    """Durably accepted."""

    id = fields.String(required=True, metadata={"description": "the screening"})
    application = fields.String(required=True)
    applicant = fields.String(required=True)
    repeated = fields.Boolean(required=True, metadata={"description": "this call was answered before: nothing is new"})


class PendingSchema(Schema):
    """Not judged yet."""

    id = fields.String(required=True)
    status = fields.String(required=True, validate=validate.Equal("waiting"))


class ResultSchema(Schema):
    """Schema ``applicant-screener/result/1``; see the contract for each key."""

    class Meta:
        unknown = RAISE

    schema = fields.String(required=True)
    file = fields.String(required=True)
    document = fields.Dict(allow_none=True)
    status = fields.String(validate=validate.OneOf(("scored", "needs_person", "refused")))
    error = fields.Dict(allow_none=True)
    position = fields.String()
    as_of = fields.Date()
    criteria_version = fields.String()
    engine_version = fields.String()
    gate = fields.String(validate=validate.OneOf(GATES))
    score = fields.Integer()
    open = fields.Integer()
    closed = fields.Integer()
    band = fields.String(validate=validate.OneOf(BANDS))
    result_line = fields.String()
    criteria = fields.Dict()
    findings = fields.List(fields.Dict())
    review = fields.List(fields.Dict())
    profile = fields.Dict()
    evidence = fields.List(fields.Dict())


class RankingArgs(Strict):
    """Filters of a ranking."""

    cursor = fields.String(validate=validate.Length(1, 200))
    band = fields.String(validate=validate.OneOf(BANDS))
    gate = fields.String(validate=validate.OneOf(GATES))
    q = fields.String(validate=validate.Length(max=200), metadata={"description": "looks in quotes"})
    sort = fields.String(load_default="score", validate=validate.OneOf(SORTS))
    limit = fields.Integer(load_default=50, validate=validate.Range(1, 200))


class HighlightSchema(Schema):
    """One reason of a row."""

    component = fields.String()
    verdict = fields.String()
    points = fields.Integer()
    open = fields.Integer()
    reason = fields.String()
    quote = fields.String()
    page = fields.Integer()


class RankedRowSchema(Schema):
    """One row of a ranking."""

    screening = fields.String(attribute="screening_id")
    application = fields.String(attribute="application_id")
    status = fields.String()
    score = fields.Integer()
    open = fields.Integer()
    closed = fields.Integer()
    gate = fields.String()
    band = fields.String()
    result_line = fields.String()
    highlights = fields.List(fields.Nested(HighlightSchema))
    review = fields.List(fields.String(), attribute="review_codes")
    decision = fields.String()
    stale = fields.Boolean()
    created_at = fields.String()


class RankingSchema(Schema):
    """A page of a ranking; ``next`` continues it."""

    position = fields.String(required=True)
    rows = fields.List(fields.Nested(RankedRowSchema), required=True)
    next = fields.String(allow_none=True, metadata={"description": "cursor of the next page, or null"})


class RunForm(Strict):
    """Several files, or zip archives of files."""

    cv = fields.List(Upload(), required=True, validate=validate.Length(1, 1000))
    position = fields.String(required=True, validate=validate.Length(1, 100))


class RunSchema(Schema):
    """How far a run is."""

    id = fields.String()
    position = fields.String()
    total = fields.Integer()
    accepted = fields.Integer()
    waiting = fields.Integer()
    scored = fields.Integer()
    needs_person = fields.Integer()
    refused = fields.Integer()
    finished = fields.Boolean()


class DecisionForm(Strict):
    """A person's decision; the product never makes one."""

    person = fields.String(required=True, validate=validate.Length(1, 100))
    outcome = fields.String(required=True, validate=validate.OneOf(("advance", "ask", "hold", "decline")))
    reason_code = fields.String(required=True, validate=validate.Length(1, 60))
    reason = fields.String(load_default="", validate=validate.Length(max=2000))


class DecisionSchema(DecisionForm):
    """A decision as kept."""

    id = fields.String()
    screening_id = fields.String()
    at = fields.String()
    departed = fields.Boolean()


class ExplainedSchema(Schema):
    """One component in words."""

    component = fields.String()
    name = fields.String()
    points = fields.Integer()
    max = fields.Integer()
    open = fields.Integer()
    reason = fields.String()
    how = fields.String()
    quotes = fields.List(fields.String())


class ExplanationSchema(Schema):
    """Why these points, what is open, what would change them."""

    summary = fields.List(fields.String())
    components = fields.List(fields.Nested(ExplainedSchema))
    counterfactuals = fields.List(fields.String())
    not_counted = fields.List(fields.String())
    questions = fields.List(fields.String())
    to_check = fields.List(fields.String())
    text = fields.String()


class HealthSchema(Schema):
    """``status`` ok, or degraded with what is the matter."""

    status = fields.String(required=True)
    detail = fields.String()
