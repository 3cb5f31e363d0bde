"""The strict base of every schema in this room: unknown keys are refused, all errors come at once."""

from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields

from screener.domain.errors import ConfigInvalid


class StrictSchema(Schema):
    """Refuses what it doesn't know."""

    class Meta:
        unknown = RAISE


class Words(fields.Field[tuple[str, ...]]):
    """A list of phrases as a tuple; one pass instead of one field object a phrase, since lexicons hold thousands."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> tuple[str, ...]:  # noqa: ARG002
        if not isinstance(value, list):
            raise ValidationError("Not a list of phrases.")
        wrong = [str(n) for n, word in enumerate(value) if not isinstance(word, str) or not word.strip()]
        if wrong:
            raise ValidationError(f"Not a phrase: entry {', '.join(wrong)}.")
        return tuple(value)


def problems(where: str, messages: Any) -> list[str]:
    """Nested messages of marshmallow as flat sentences, each with its path: ``file.toml: a.0.b: sentence``."""
    if isinstance(messages, dict):
        return [p for key, value in messages.items() for p in problems(_step(where, key), value)]
    return [f"{where}: {message}" for message in (messages if isinstance(messages, list) else [messages])]


def _step(where: str, key: object) -> str:
    return where if key == "_schema" else f"{where}: {key}" if where.endswith(".toml") else f"{where}.{key}"


def loaded(schema: Schema, where: str, table: dict[str, Any]) -> Any:
    """``schema.load``, with every error as ``ConfigInvalid``."""
    try:
        return schema.load(table)
    except ValidationError as error:
        raise ConfigInvalid(tuple(problems(where, error.messages))) from error
