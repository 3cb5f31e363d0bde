"""Everything that can go wrong in a way that somebody can do something about.

One class, one meaning, one stable public ``code``, one ``blame``. The docstring is the public sentence:
it says what to do. No CV text ever stands in a message.
"""

from enum import StrEnum


class Blame(StrEnum):
    """Whose doing it is; doors translate this, never classes."""

    CALLER = "caller"
    DOCUMENT = "document"
    CONFIG = "config"
    OUTSIDE = "outside"


class ScreenerError(Exception):
    """Something broke on our side; nothing was lost."""

    code = "internal"
    blame = Blame.OUTSIDE

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail

    @property
    def message(self) -> str:
        """The public sentence, and what exactly (ids, paths and numbers only)."""
        sentence = " ".join((type(self).__doc__ or "").split())
        return f"{sentence} ({self.detail})" if self.detail else sentence

    def __str__(self) -> str:
        return self.message


class DocumentEncrypted(ScreenerError):
    """This file asks for a password: ask for an unlocked copy or upload the DOCX."""

    code, blame = "document-encrypted", Blame.DOCUMENT


class DocumentDamaged(ScreenerError):
    """This file is damaged and can't be opened: ask for a new copy."""

    code, blame = "document-damaged", Blame.DOCUMENT


class DocumentEmpty(ScreenerError):
    """This file has no bytes: the upload may have broken off, send it again."""

    code, blame = "document-empty", Blame.DOCUMENT


class DocumentBlank(ScreenerError):
    """The pages of this file are empty: ask for a new copy."""

    code, blame = "document-blank", Blame.DOCUMENT


class DocumentTypeUnsupported(ScreenerError):
    """This kind of file can't be read: upload a PDF, DOCX, ODT, RTF, TXT or HTML file, or a picture."""

    code, blame = "document-type-unsupported", Blame.DOCUMENT


class DocumentTypeMismatch(ScreenerError):
    """The file is not what its name says and can't be read: save it again as PDF or DOCX."""

    code, blame = "document-type-mismatch", Blame.DOCUMENT


class DocumentTooLarge(ScreenerError):
    """This file is larger than the limit: save it smaller, for example without pictures."""

    code, blame = "document-too-large", Blame.DOCUMENT


class DocumentTooManyPages(ScreenerError):
    """This file has more pages than the limit: upload the CV alone."""

    code, blame = "document-too-many-pages", Blame.DOCUMENT


class DocumentTooComplex(ScreenerError):
    """Reading this file would take more time or memory than the limit: print it to a new PDF and upload that."""

    code, blame = "document-too-complex", Blame.DOCUMENT


class DocumentUnsafe(ScreenerError):
    """This file has parts that are not safe to open: ask for a PDF printed from it."""

    code, blame = "document-unsafe", Blame.DOCUMENT


class NotFound(ScreenerError):
    """There is nothing under this address: check the id."""

    code, blame = "not-found", Blame.CALLER


class InputInvalid(ScreenerError):
    """The call is not of the form that is asked for: see the fields named."""

    code, blame = "input-invalid", Blame.CALLER

    def __init__(self, detail: str = "", errors: dict[str, list[str]] | None = None) -> None:
        super().__init__(detail)
        self.errors = errors or {}


class IdempotencyKeyReused(ScreenerError):
    """This Idempotency-Key was sent before with another request: use a new key for a new request."""

    code, blame = "idempotency-key-reused", Blame.CALLER


class JobLost(ScreenerError):
    """Another worker has taken this job over: its result counts."""

    code, blame = "job-lost", Blame.OUTSIDE


class ConfigInvalid(ScreenerError):
    """The configuration is not valid: mend the places named."""

    code, blame = "config-invalid", Blame.CONFIG

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class NotReproduced(ScreenerError):
    """The stored result does not follow from the stored facts and criteria: see the places named."""

    code, blame = "not-reproduced", Blame.OUTSIDE


class ServiceUnavailable(ScreenerError):
    """A service that is needed does not answer: try again in a minute. Nothing was lost."""

    code, blame = "service-unavailable", Blame.OUTSIDE
