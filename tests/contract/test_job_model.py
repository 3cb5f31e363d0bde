"""The job table against a model of it, over any sequence of events: a small world that Hypothesis lives in.

Time doesn't pass by itself here: a lease is either far ahead or has run out already, and what was put back is due at
once or not at all.
"""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule

from screener.adapters.sql.database import Database
from screener.adapters.sql_store import SqlStore
from screener.domain.errors import JobLost, NotFound
from screener.domain.job import Claim
from tests.makers import an_intake, an_outcome

pytestmark = pytest.mark.slow
_AHEAD, _EXPIRED = 3600.0, -1.0


class JobTable(RuleBasedStateMachine):
    """``model``: job id -> (state, fence, lease expired, due)."""

    template: Path
    jobs = Bundle("jobs")
    claims = Bundle("claims")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.database = Database(f"sqlite:///{shutil.copy(self.template, self.folder)}")
        self.store = SqlStore(self.database, b"k" * 32)
        self.model: dict[str, tuple[str, int, bool, bool]] = {}
        self.commits: dict[str, int] = {}

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.folder)

    @rule(target=jobs, number=st.integers(1, 3))
    def accept(self, number: int) -> str:
        job_id = self.store.accept(an_intake(number)).job_id
        self.model[job_id] = ("queued", 0, False, True)
        return job_id

    @rule(target=claims, job=jobs, lease=st.sampled_from([_AHEAD, _EXPIRED]))
    def claim(self, job: str, lease: float) -> object:
        state, fence, _, due = self.model[job]
        claim = self.store.claim(job, lease)
        if state != "queued" or not due:
            assert claim is None
            return multiple()
        assert claim is not None
        assert claim.fence == fence + 1
        self.model[job] = ("running", fence + 1, lease == _EXPIRED, True)
        return claim

    @rule(claim=claims)
    def finish(self, claim: Claim) -> None:
        if self._held(claim):
            self.store.finish(claim, an_outcome())
            self.model[claim.job_id] = ("done", claim.fence, False, False)
            self.commits[claim.job_id] = self.commits.get(claim.job_id, 0) + 1
            return
        with pytest.raises(JobLost):
            self.store.finish(claim, an_outcome())

    @rule(claim=claims)
    def give_up(self, claim: Claim) -> None:
        if self._held(claim):
            self.store.finish(claim, an_outcome(dead="five attempts"))
            self.model[claim.job_id] = ("dead", claim.fence, False, False)

    @rule(claim=claims, due=st.booleans())
    def put_back(self, claim: Claim, due: bool) -> None:
        held = self._held(claim)
        assert self.store.put_back(claim, 0.0 if due else _AHEAD, "fault") is held
        if held:
            self.model[claim.job_id] = ("queued", claim.fence, False, due)

    @rule(job=jobs)
    def redrive(self, job: str) -> None:
        state, fence, _, _ = self.model[job]
        if state == "dead":
            self.store.redrive(job, "anna")
            self.model[job] = ("queued", fence, False, True)
            return
        with pytest.raises(NotFound):
            self.store.redrive(job, "anna")

    @rule(claim=consumes(claims))
    def crash(self, claim: Claim) -> None:
        """The worker is gone without a word."""

    @invariant()
    def states_agree(self) -> None:
        counts = dict.fromkeys(("queued", "running", "done", "dead"), 0)
        for state, *_ in self.model.values():
            counts[state] += 1
        assert self.store.job_counts() == counts

    @invariant()
    def the_sweep_sees_what_is_to_be_done(self) -> None:
        due = {job.id for job in self.store.due(1000)}
        assert due == {i for i, (state, _, _, due) in self.model.items() if state == "queued" and due}
        expired = {claim.job_id for claim in self.store.expired(1000)}
        assert expired == {i for i, (state, _, gone, _) in self.model.items() if state == "running" and gone}

    @invariant()
    def nothing_is_committed_twice(self) -> None:
        assert all(n == 1 for n in self.commits.values())

    @invariant()
    def the_record_is_whole(self) -> None:
        assert self.store.verify_audit() == ""

    def _held(self, claim: Claim) -> bool:
        state, fence, _, _ = self.model[claim.job_id]
        return state == "running" and fence == claim.fence


def test_the_table_is_its_model(migrated_sqlite: Path) -> None:
    JobTable.template = migrated_sqlite
    machine = JobTable.TestCase
    machine.settings = settings(
        max_examples=15, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
    )
    machine("runTest").runTest()
