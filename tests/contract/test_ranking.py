"""A ranking orders and explains; its pages neither repeat nor lose a row."""

from dataclasses import replace

import pytest

from screener.adapters.sql_store import SqlStore
from screener.domain.record import RankedRow, RankingQuery, Sort
from tests.makers import POSITION, a_screening, an_intake, an_outcome


def judged(store: SqlStore, points: int, number: int, *, status: str = "scored", **of: object) -> str:
    receipt = store.accept(an_intake(number))
    claim = store.claim(receipt.job_id, 30)
    assert claim is not None
    screening = a_screening(points, **of)
    if status != "scored":
        screening = replace(screening, status=status, score=None)
    store.finish(claim, an_outcome(screening))
    return receipt.screening_id


def pages(store: SqlStore, limit: int, **query: object) -> list[RankedRow]:
    found: list[RankedRow] = []
    after = None
    while True:
        rows = store.ranking(RankingQuery(POSITION, after=after, limit=limit, **query))
        found.extend(rows)
        if len(rows) < limit:
            return found
        after = rows[-1].key


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("limit", [1, 2, 3, 50])
def test_every_row_once_in_order(store: SqlStore, sort: Sort, limit: int) -> None:
    points = [57, 57, 82, 0, 57, 100, 23]
    ids = [judged(store, p, n) for n, p in enumerate(points, 1)]
    waiting = store.accept(an_intake(99)).screening_id
    rows = pages(store, limit, sort=sort)
    assert sorted(r.screening_id for r in rows) == sorted([*ids, waiting])
    if sort is Sort.SCORE:
        assert [r.score for r in rows] == [100, 82, 57, 57, 57, 23, 0, 0]
        assert (rows[-1].screening_id, rows[-1].status, rows[-1].open) == (waiting, "waiting", 100)
    assert rows == pages(store, 50, sort=sort)


def test_who_was_not_scored_comes_after_who_was(store: SqlStore) -> None:
    waiting = store.accept(an_intake(1)).screening_id
    unread = [judged(store, 0, n, status=status) for n, status in ((2, "refused"), (3, "needs_person"))]
    lowest = judged(store, 0, 4)
    for sort in (Sort.SCORE, Sort.OPEN):
        assert [r.screening_id for r in pages(store, 2, sort=sort)] == [lowest, unread[1], unread[0], waiting]


def test_filters(store: SqlStore) -> None:
    strong = judged(store, 80, 1, band="strong", quote="Negotiated a 12 % cut with casting suppliers")
    some = judged(store, 50, 2, band="some", gate="unknown", quote="OEE 61_79")
    assert [r.screening_id for r in pages(store, 9, band="strong")] == [strong]
    assert [r.screening_id for r in pages(store, 9, gate="unknown")] == [some]
    assert [r.screening_id for r in pages(store, 9, q="CASTING")] == [strong]
    assert [r.screening_id for r in pages(store, 9, q="12 %")] == [strong]
    assert [r.screening_id for r in pages(store, 9, q="1_7")] == [some], "an underscore is an underscore"
    assert pages(store, 9, q="%%") == []
    assert len(pages(store, 9, review="hidden-text")) == 2
    assert pages(store, 9, review="scan-no-ocr") == []
    assert len(pages(store, 9, status="scored")) == 2


def test_a_row_says_why(store: SqlStore) -> None:
    judged(store, 57, 1, open_points=26)
    (row,) = pages(store, 9)
    assert (row.score, row.open, row.closed, row.band, row.gate) == (57, 26, 17, "some", "met")
    assert row.highlights[0].quote == "BSc Mechanical Engineering, 2013"
    assert row.review_codes == ("hidden-text",)
    assert row.file == "cv1.pdf"


def test_counts(store: SqlStore) -> None:
    judged(store, 100, 1, band="strong")
    judged(store, 57, 2)
    store.accept(an_intake(3))
    counts = store.counts(POSITION)
    assert (counts.total, counts.by_status, counts.by_band) == (
        3,
        {"scored": 2, "waiting": 1},
        {"strong": 1, "some": 1},
    )
    assert counts.histogram == (0, 0, 0, 0, 0, 1, 0, 0, 0, 1)
    assert store.counts("quality-engineer").total == 0
