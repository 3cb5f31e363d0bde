"""What the product knows: the frozen form of ``config/lexicons/*.toml``, one module a file.

``screener.configuration`` builds these; recognisers receive them. No code here reads files.
"""

from dataclasses import dataclass, field

from screener.domain.lexicons.acts import ActLexicon
from screener.domain.lexicons.certifications import CertificationLexicon
from screener.domain.lexicons.claims import ClaimLexicon
from screener.domain.lexicons.dates import DateLexicon
from screener.domain.lexicons.degrees import DegreeLexicon
from screener.domain.lexicons.employments import EmploymentLexicon
from screener.domain.lexicons.headings import HeadingLexicon
from screener.domain.lexicons.improvements import ImprovementLexicon
from screener.domain.lexicons.institutions import InstitutionLexicon
from screener.domain.lexicons.interpersonal import InterpersonalLexicon
from screener.domain.lexicons.languages import LanguageLexicon
from screener.domain.lexicons.learning import LearningLexicon
from screener.domain.lexicons.notices import NoticeLexicon
from screener.domain.lexicons.skills import SkillLexicon
from screener.domain.lexicons.technology import TechnologyLexicon


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All word lists together; the field names are the file names in ``config/lexicons``."""

    acts: ActLexicon = field(default_factory=ActLexicon)
    headings: HeadingLexicon = field(default_factory=HeadingLexicon)
    languages: LanguageLexicon = field(default_factory=LanguageLexicon)
    dates: DateLexicon = field(default_factory=DateLexicon)
    claims: ClaimLexicon = field(default_factory=ClaimLexicon)
    employments: EmploymentLexicon = field(default_factory=EmploymentLexicon)
    degrees: DegreeLexicon = field(default_factory=DegreeLexicon)
    institutions: InstitutionLexicon = field(default_factory=InstitutionLexicon)
    certifications: CertificationLexicon = field(default_factory=CertificationLexicon)
    skills: SkillLexicon = field(default_factory=SkillLexicon)
    interpersonal: InterpersonalLexicon = field(default_factory=InterpersonalLexicon)
    technology: TechnologyLexicon = field(default_factory=TechnologyLexicon)
    improvements: ImprovementLexicon = field(default_factory=ImprovementLexicon)
    learning: LearningLexicon = field(default_factory=LearningLexicon)
    notices: NoticeLexicon = field(default_factory=NoticeLexicon)
