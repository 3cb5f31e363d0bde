"""Stories of persuading that name no persuading: somebody wanted it otherwise, was shown, and so it stayed.

"The director wanted the kiln shut. I showed him in figures what it earns, and it is still firing." The act is the
showing, which alone would be informing; what was wanted before and what came after make it persuading.
"""

from screener.extraction import outcomes
from screener.extraction.acts import somebody_elses
from screener.extraction.cues import Cue
from screener.extraction.scenes import Scene

_SUBJECT_REACH = 8
"""Words between somebody and what they wanted."""


def shown(scene: Scene) -> Cue | None:
    """The words of showing between a want of others and what became of it."""
    wants = [w for w in scene.of_kind("conflict", "tension") if _of_somebody(scene, w)]
    for show in scene.of_kind("show"):
        theirs = somebody_elses(scene.words, scene.cues, show, scene.subjects)
        if not theirs and any(w.end <= show.start for w in wants) and _came_of(scene, show):
            return show
    return _since_then(scene)


def _since_then(scene: Scene) -> Cue | None:
    """As in "Went to see the pallet maker; he has used thicker nails ever since": a visit, and what they do since."""
    words = scene.words
    for visit in scene.of_kind("visit"):
        met = any(visit.start < p.start <= visit.end + _SUBJECT_REACH for p in scene.people)
        since = [c for c in scene.of_kind("lasting", "result") if c.start > visit.end]
        if met and since and any(words.plain[i] in _THEY for i in range(visit.end, since[-1].start)):
            return visit
    return None


def _of_somebody(scene: Scene, want: Cue) -> bool:
    """A counterpart is the subject: "the director wanted"; German and Spanish too put them first."""
    return any(
        p.overlaps(want) or (0 <= want.start - p.end <= _SUBJECT_REACH and scene.is_subject(p))
        for p in scene.people
        if scene.words.sentences[p.start] == scene.words.sentences[want.start]
    )


def _came_of(scene: Scene, show: Cue) -> bool:
    if any(c.start >= show.end for c in scene.of_kind("lasting", "result", "gave_way", "went_along")):
        return True
    return outcomes.change(scene.words, scene.cues) or _then_they(scene, show)


def _then_they(scene: Scene, show: Cue) -> bool:
    """As in "... and they re-dyed 600 m": the others act after what was shown."""
    words = scene.words
    return any(
        words.plain[i] in _THEY and i and (words.opens_clause(i) or words.plain[i - 1] in _THEN)
        for i in range(show.end, len(words) - 1)
    )


_THEY = frozenset("they he she er sie ils il elle ellos ellas lui loro eles ele elas".split())
_THEN = frozenset("and then so now und dann et puis y e poi entao".split())
