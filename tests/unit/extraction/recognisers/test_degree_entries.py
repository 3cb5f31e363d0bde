"""Entries of education sections from many countries, as graduates write them; ``¶`` is a line break, ``⇥`` a cell.

Expected: level, field, status of every degree; ``?`` behind it: the field is in doubt and a person is asked.
"""

import pytest

from screener.domain.evidence import Degree
from screener.domain.lexicons import Lexicons
from screener.extraction.recognisers.degree import recognise
from tests.factories import a_cv

ENTRIES = [
    # Brazil and Portugal
    ("Graduação¶Engenharia Mecânica¶Universidade Federal de Minas Gerais¶2008 - 2012", "bachelor mechanical completed"),
    ("Graduação⇥Engenharia de Produção⇥UNICAMP⇥2014", "bachelor manufacturing completed"),
    ("Engenheira formada pela UFMG em 2012, Engenharia Elétrica", "bachelor electrical completed"),
    ("Engenheiro Mecânico formado pela Universidade de São Paulo em 2009", "bachelor mechanical completed"),
    ("Ensino Superior Completo¶Engenharia de Controle e Automação¶PUC-Rio, 2016", "bachelor electrical completed"),
    ("Superior incompleto em Engenharia Mecânica, UFSC, 2010-2013", "bachelor mechanical withdrawn"),
    ("Bacharelado¶Administração de Empresas¶Universidade de Brasília¶2011", "bachelor business completed"),
    ("Tecnólogo em Fabricação Mecânica¶FATEC Sorocaba¶2015", "diploma manufacturing completed"),
    ("Mestrado¶Engenharia de Materiais¶UFRGS¶2018", "master materials completed"),
    ("Mestrado Integrado em Engenharia Mecânica⇥FEUP⇥2011", "master mechanical completed"),
    ("Licenciatura¶Engenharia e Gestão Industrial¶Universidade de Aveiro¶2013", "bachelor industrial completed"),
    ("Pós-graduação em Gestão da Qualidade, ISEP, 2017", "certificate other completed"),
    ("Licenciatura em Teatro, Escola Superior de Teatro e Cinema, Amadora, 2009", "bachelor arts completed"),
    # Spain and Latin America
    ("Ing. en electromecánica, UTN, 2006", "bachelor mechanical completed"),
    ("Ingeniero Mecánico Electricista¶Universidad Nacional Autónoma de México¶2004", "bachelor mechanical completed"),
    ("Título: Ingeniería Civil Industrial¶Universidad de Chile¶2015", "bachelor industrial completed"),
    ("Titulado en Ingeniería en Mecatrónica, Instituto Politécnico Nacional, 2017", "bachelor mechatronics completed"),
    ("Grado¶Ingeniería Eléctrica¶Universidad de Zaragoza¶2018", "bachelor electrical completed"),
    ("2010 – 2014⇥Grado en Periodismo⇥Universidad Complutense de Madrid", "bachelor arts completed"),
    ("Licenciatura en Gastronomía, Universidad Anáhuac, 2015", "bachelor other completed"),
    ("Profesional en Ingeniería Industrial¶Universidad de los Andes, Bogotá¶2012", "bachelor industrial completed"),
    (
        "Máster Universitario¶Organización Industrial¶Universitat Politècnica de València¶2019",
        "master industrial completed",
    ),
    ("Ingeniería Industrial, 6 de 10 semestres, Universidad de Guadalajara", "bachelor industrial coursework"),
    ("Egresada de la carrera de Ingeniería Química, Universidad de Buenos Aires, 2011", "bachelor chemical completed"),
    ("Diplomado en Manufactura Esbelta, ITESM, 2019", "certificate industrial completed"),
    # Italy
    ("Laurea¶Ingegneria Gestionale¶Università degli Studi di Bergamo¶2016", "bachelor industrial completed"),
    ("Laurea Magistrale⇥Ingegneria Meccanica⇥Politecnico di Milano⇥2014", "master mechanical completed"),
    ("Laureato in Ingegneria Elettrica presso l'Università di Padova nel 2007", "bachelor electrical completed"),
    ("Dottore in Scienze della Comunicazione, Università di Bologna, 2010", "bachelor arts completed"),
    ("Laurea triennale¶Scienze dell'Educazione¶Università di Torino¶2013", "bachelor other completed"),
    ("Diploma accademico di primo livello, Conservatorio G. Verdi, pianoforte, 2008", "bachelor arts completed"),
    ("Dottorato di ricerca in Ingegneria Meccanica, Politecnico di Bari, 2018", "doctorate mechanical completed"),
    # France, Belgium, Switzerland
    ("Diplôme d'ingénieur¶Génie mécanique¶INSA Lyon¶2011", "master mechanical completed"),
    ("Ingénieur ENSAM, Arts et Métiers ParisTech, promotion 2009, génie industriel", "master industrial completed"),
    ("Licence¶Histoire de l'art¶Université Paris 1 Panthéon-Sorbonne¶2012", "bachelor arts completed"),
    ("Licence 3⇥Sociologie⇥Université Rennes 2⇥2014", "bachelor other completed"),
    ("Titulaire d'un master en génie électrique, Université de Lille, 2016", "master electrical completed"),
    ("Bac+5 Ingénieur en mécatronique, ENSISA Mulhouse, 2015", "master mechatronics completed"),
    ("BTS¶Conception des produits industriels¶Lycée Vauban, Brest¶2010", "associate manufacturing completed"),
    ("Bachelier en électromécanique, Haute École de Namur, 2014", "bachelor mechanical completed"),
    ("Master ingénieur civil électromécanicien¶Université de Liège¶2013", "master mechanical completed"),
    ("Bachelor HES-SO en Génie mécanique, HEIG-VD, Yverdon, 2017", "bachelor mechanical completed"),
    ("Master of Science ETH in Maschineningenieurwissenschaften¶ETH Zürich¶2015", "master mechanical completed"),
    # Germany and Austria
    ("Absolvent der TU Dresden, Maschinenbau, Dipl.-Ing., 1999", "master mechanical completed"),
    ("2010 Bachelor of Arts, Theaterwissenschaft, LMU", "bachelor arts completed"),
    ("Diplom¶Sozialpädagogik (FH)¶Fachhochschule Köln¶2004", "bachelor other completed"),
    ("10/2008 – 03/2012⇥Studium der Elektrotechnik⇥TU Darmstadt⇥Abschluss: M.Sc.", "master electrical completed"),
    ("Bachelorstudium¶Hotelmanagement¶IUBH Bad Honnef¶2015", "bachelor other completed"),
    ("Magister Artium, Ethnologie, Universität Wien, 2006", "master other completed"),
    ("Erstes Staatsexamen, Lehramt Deutsch und Sport, Universität Kassel, 2009", "master other completed"),
    ("B. A. Modedesign¶Hochschule Trier¶2016", "bachelor arts completed"),
    ("DI Maschinenbau, TU Graz, 2011", "master mechanical completed"),
    ("Diplomstudium Maschinenbau an der TU Wien, abgebrochen nach 6 Semestern", "master mechanical withdrawn"),
    (
        "Bachelor of Engineering (B.Eng.)¶Fahrzeugtechnik¶Hochschule Esslingen¶2018",
        "bachelor engineering_other completed",
    ),
    (
        "Abgeschlossenes Studium des Wirtschaftsingenieurwesens, Hochschule München, 2013",
        "bachelor industrial completed?",
    ),
    # Nordic
    ("Kandidatexamen¶Musikproduktion¶Kungliga Musikhögskolan, Stockholm¶2012", "bachelor arts completed"),
    ("Civilingenjör, maskinteknik, KTH", "master mechanical completed"),
    ("Civilingenjörsexamen i industriell ekonomi¶Linköpings universitet¶2014", "master industrial completed"),
    ("Högskoleingenjör¶Elektroteknik¶Chalmers¶2010", "bachelor electrical completed"),
    ("Kandidatexamen, journalistik, Göteborgs universitet, 2011", "bachelor arts completed"),
    ("Sivilingeniør, maskinteknikk, NTNU, 2008", "master mechanical completed"),
    ("Bachelorgrad i sykepleie, OsloMet, 2015", "bachelor science_other completed"),
    ("Cand.scient. i datalogi, Københavns Universitet, 2005", "master software_cs completed"),
    ("Diplomingeniør, maskinteknik, DTU, 2012", "bachelor mechanical completed"),
    ("Diplomi-insinööri, konetekniikka, Aalto-yliopisto, 2013", "master mechanical completed"),
    ("Insinööri (AMK), sähkötekniikka, Tampereen ammattikorkeakoulu, 2016", "bachelor electrical completed"),
    ("Masterexamen¶Produktionsteknik¶Högskolan Väst¶2019", "master manufacturing completed"),
    ("Filosofie kandidat, filmvetenskap, Stockholms universitet, 2009", "bachelor arts completed"),
    # Netherlands, Poland, Czechia, Turkey, Romania, Hungary
    ("HBO Werktuigbouwkunde¶Hogeschool Utrecht¶2011", "bachelor mechanical completed"),
    ("ir. Werktuigbouwkunde, TU Delft, 2007", "master mechanical completed"),
    ("Bachelor⇥Bedrijfskunde⇥Erasmus Universiteit Rotterdam⇥2013", "bachelor business completed"),
    ("Doctoraal Psychologie, Universiteit Utrecht, 2003", "master other completed"),
    ("mgr inż. Mechanika i budowa maszyn¶Politechnika Warszawska¶2012", "master mechanical completed"),
    ("Inżynier, automatyka i robotyka, AGH, 2015", "bachelor electrical completed"),
    ("Licencjat¶Filologia angielska¶Uniwersytet Jagielloński¶2010", "bachelor arts completed"),
    ("Magister, pedagogika, Uniwersytet Łódzki, 2008", "master other completed"),
    ("Ing., Strojní inženýrství, ČVUT v Praze, 2009", "master mechanical completed"),
    ("Bc., žurnalistika, Masarykova univerzita, 2012", "bachelor arts completed"),
    ("Makine Mühendisliği¶Orta Doğu Teknik Üniversitesi¶Lisans, 2013", "bachelor mechanical completed"),
    ("Lisans⇥Gazetecilik⇥Ankara Üniversitesi⇥2010", "bachelor arts completed"),
    ("Yüksek Lisans¶Endüstri Mühendisliği¶İstanbul Teknik Üniversitesi¶2017", "master industrial completed"),
    (
        "Inginer diplomat, Tehnologia Construcțiilor de Mașini, Universitatea Politehnica București, 2010",
        "bachelor manufacturing completed",
    ),
    ("Licență¶Inginerie electrică¶Universitatea Tehnică din Cluj-Napoca¶2014", "bachelor electrical completed"),
    ("Okleveles gépészmérnök, Budapesti Műszaki Egyetem, 2008", "master mechanical completed"),
    # United Kingdom and Ireland
    ("Read Mechanical Sciences at Cambridge (MA), 1989", "master mechanical completed"),
    (
        "Graduated from the University of Leeds with a first in Mechanical Engineering, 2011",
        "bachelor mechanical completed",
    ),
    ("MEng, first class, Bath, Manufacturing, 2014", "master manufacturing completed"),
    ("BA (Hons) Theatre and Performance, University of Hull, 2:1, 2008", "bachelor arts completed"),
    ("BSc (Hons) Zoology with Conservation⇥Bangor University⇥2013", "bachelor science_other completed"),
    (
        "2:1 in Electrical and Electronic Engineering (BEng), Queen's University Belfast, 2012",
        "bachelor electrical completed",
    ),
    ("BE (Mech), University College Dublin, 2005", "bachelor mechanical completed"),
    ("BA BAI Mechanical and Manufacturing Engineering¶Trinity College Dublin¶2010", "bachelor mechanical completed"),
    ("LLB Scots Law, University of Dundee", "bachelor other completed"),
    ("BA Hispanic Studies, University of Nottingham, 2007", "bachelor arts completed"),
    ("MSc Equine Science, Writtle University College, 2016", "master science_other completed"),
    (
        "HNC Mechanical Engineering, South Devon College, then BEng top-up (ongoing)",
        "associate mechanical completed + bachelor mechanical in_progress",
    ),
    # United States, Canada
    ("Completed 3 years of a 4-year BSEE, Ohio University", "bachelor electrical withdrawn"),
    ("BASc¶2016¶Mechanical Engineering (Co-op)¶University of Waterloo¶GPA 3.6", "bachelor mechanical completed"),
    ("B.S., Hospitality and Tourism Management — Purdue University — 2012", "bachelor business completed"),
    ("Bachelor of Arts, Anthropology and Folklore; Indiana University, 2009", "bachelor other completed"),
    ("B.S. in Kinesiology, minor in Industrial Engineering, Penn State, 2014", "bachelor other completed"),
    (
        "Georgia Institute of Technology¶Atlanta, GA¶B.S. Industrial Engineering⇥May 2013",
        "bachelor industrial completed",
    ),
    ("Bachelor's, Recreation Management, Brigham Young University, 2010", "bachelor business completed"),
    (
        "Diploma of College Studies (DEC), Mechanical Engineering Technology, Dawson College, 2009",
        "diploma eng_technology completed",
    ),
    ("B.Mus., Jazz Performance, McGill University, 2011", "bachelor arts completed"),
    ("Bachelor of Science, University of Michigan, 2015", "bachelor other completed?"),
    ("M.S.E., Industrial & Operations, University of Michigan, Ann Arbor, Dec 2012", "master industrial completed"),
    # India, Philippines, Africa, Singapore, Australia, New Zealand
    ("B.Engg. (Prod.), University of Pune, 2004", "bachelor manufacturing completed"),
    ("B.E. (Mech.) from VTU Belgaum with First Class, 2011", "bachelor mechanical completed"),
    ("B.Tech⇥EEE⇥JNTU Hyderabad⇥2013⇥72%", "bachelor electrical completed"),
    ("B.Com (Hons), Shri Ram College of Commerce, Delhi University, 2009", "bachelor business completed"),
    ("BS Hotel and Restaurant Management, University of Santo Tomas, 2013", "bachelor business completed"),
    (
        "Bachelor of Science in Mechanical Engineering¶Mapúa Institute of Technology¶2006-2011",
        "bachelor mechanical completed",
    ),
    (
        "Bachelor of Secondary Education, major in Filipino, Ateneo de Davao University, 2010",
        "bachelor other completed",
    ),
    (
        "B.Eng. (Hons) Production Engineering, University of Benin, Second Class Upper, 2010",
        "bachelor manufacturing completed",
    ),
    ("HND (Upper Credit) Mechanical Engineering, Yaba College of Technology, 2008", "associate mechanical completed"),
    ("BSc Eng (Elec), University of the Witwatersrand, 2011", "bachelor electrical completed"),
    (
        "National Diploma: Industrial Engineering, Tshwane University of Technology, 2012",
        "diploma industrial completed",
    ),
    ("Diploma in Mechatronics, Singapore Polytechnic, 2010", "diploma mechatronics completed"),
    ("B.Eng (Mechanical), NUS, 2014, Second Upper", "bachelor mechanical completed"),
    ("Bachelor of Viticulture and Oenology, University of Adelaide, 2012", "bachelor science_other completed"),
    ("BE(Hons) in Mechatronics, University of Canterbury, NZ, 2015", "bachelor mechatronics completed"),
    # Names that no list knows: a printed subject without an engineering stem is clear, one with it is not
    ("BA Puppetry, Royal Central School of Speech and Drama, 2014", "bachelor arts completed"),
    ("Bachelor of Arts, Celtic Beekeeping Lore, University of Wales, 2010", "bachelor other completed"),
    ("BSc Glassblowing¶De Montfort University¶2011", "bachelor other completed"),
    ("BEng Quantum Sensor Engineering, University of Glasgow, 2020", "bachelor engineering_other completed"),
    # A second round, written when the first was read
    ("Graduado em Engenharia Mecânica¶Universidade Federal do Paraná¶2005–2010", "bachelor mechanical completed"),
    ("Formação Acadêmica: Engenharia Elétrica – UNESP – concluído em 2014", "bachelor electrical completed"),
    ("Curso superior completo em Logística, UNIP, 2013", "bachelor other completed"),
    ("Universidade do Porto¶Mestre em Engenharia Industrial e Gestão⇥2012", "master industrial completed"),
    ("Ingeniera Química egresada de la Universidad Nacional de Colombia (2009)", "bachelor chemical completed"),
    ("Lic. en Nutrición, UBA, 2014", "bachelor science_other completed"),
    ("Universidad de Sevilla⇥Ingeniería Técnica Industrial, Mecánica⇥2006", "bachelor industrial completed"),
    ("Grado Superior en Automatización y Robótica Industrial, IES Politécnico, 2015", "associate electrical completed"),
    ("Técnico Superior en Mecatrónica Industrial – IES La Marisma – 2018", "associate mechatronics completed"),
    ("Ingegnere meccanico, laurea quinquennale, Università di Genova, 1998", "master mechanical completed"),
    (
        "Politecnico di Torino¶Laurea Specialistica in Ingegneria della Produzione¶110/110 e lode¶2009",
        "master manufacturing completed",
    ),
    ("Master 2 Génie industriel¶Université de Lorraine¶2016", "master industrial completed"),
    ("Licence pro Qualité industrielle, IUT de Metz, 2012", "bachelor other completed?"),
    ("Maîtrise de psychologie, Université Paris Nanterre, 2003", "master other completed"),
    ("Dipl.-Ing. (FH), Produktionstechnik, Hochschule Esslingen, 2001", "bachelor manufacturing completed"),
    ("Diplom-Kauffrau, Universität Mannheim, 2006", "master business completed"),
    ("Diplom-Designer (FH), Hochschule Pforzheim, 2008", "bachelor arts completed"),
    (
        "Dual study: Bachelor of Engineering Maschinenbau, DHBW Mannheim & Bosch, 2013-2016",
        "bachelor mechanical completed",
    ),
    ("Studium Germanistik und Geschichte (M.A.), Universität Freiburg, 2005", "master arts completed"),
    ("Teknologie kandidatexamen, maskinteknik¶Luleå tekniska universitet¶2013", "bachelor mechanical completed"),
    ("Magisterexamen i företagsekonomi, Lunds universitet, 2010", "master business completed"),
    ("Bachelor i maskin, Høgskolen i Bergen, 2014", "bachelor mechanical completed"),
    ("M.Sc.Eng. in Mechanical Engineering⇥DTU⇥2016", "master mechanical completed"),
    ("Insinööri, konetekniikka, Metropolia, 2011", "bachelor mechanical completed"),
    ("HBO Technische Bedrijfskunde, Fontys, Eindhoven, 2012, diploma behaald", "bachelor industrial completed"),
    ("MSc Industrial Ecology¶TU Delft & Leiden¶2019", "master science_other completed"),
    ("Politechnika Śląska¶inż. automatyka i robotyka¶2014", "bachelor electrical completed"),
    (
        "Magister inżynier, zarządzanie i inżynieria produkcji, Politechnika Poznańska, 2016",
        "master manufacturing completed",
    ),
    ("VUT v Brně, Ing., Výrobní stroje, 2012", "master mechanical completed"),
    ("Ege Üniversitesi, Makine Mühendisliği Bölümü, 2010", "bachelor mechanical completed"),
    ("Lisans: İşletme, Marmara Üniversitesi, 2009", "bachelor business completed"),
    ("MA (Cantab) Engineering, Queens' College, 1999", "master engineering_other completed?"),
    (
        "First-class honours degree in Mechanical Engineering from Imperial College London",
        "bachelor mechanical completed",
    ),
    ("Studied Marine Biology at Plymouth, left in the second year", "bachelor science_other withdrawn?"),
    ("BEng (Hons) 2:1 Electrical & Electronic Eng, Uni of Hertfordshire, 2009", "bachelor electrical completed"),
    ("Foundation Degree in Aircraft Engineering, Kingston University, 2012", "associate aerospace completed"),
    ("BA in Fashion Buying, Westminster, 2015", "bachelor arts completed"),
    (
        "Bachelor of Science in Mechanical Engineering (BSME), University of the Philippines Diliman, board passer, 2012",
        "bachelor mechanical completed",
    ),
    ("B.E. Production, COEP, Pune University, 2008 - distinction", "bachelor manufacturing completed"),
    ("Diploma in Tool & Die Making, NTTF, 2006", "diploma manufacturing completed"),
    ("B.Tech. (Hons.) Manufacturing Science & Engg., IIT Kharagpur, 2011", "bachelor manufacturing completed"),
    ("BTech Industrial Engineering, Durban University of Technology, cum laude, 2015", "bachelor industrial completed"),
    ("Master's in Fine Arts, Pratt Institute, New York", "master arts completed"),
    ("A.A.S. Machine Tool Technology, Gateway Technical College, 2010", "associate mechanical completed"),
    ("Some college: Industrial Engineering, Cal Poly Pomona, no degree", "bachelor industrial withdrawn?"),
    ("B.S.I.E., Cal Poly San Luis Obispo, Dec. 2014", "bachelor industrial completed"),
    (
        "Bachelor of Engineering and Management (Mechanical), McMaster University, 2013",
        "bachelor eng_management completed",
    ),
    ("PhD Candidate, Industrial Engineering, University of Toronto, expected 2028", "doctorate industrial in_progress"),
    ("DEC Technique de génie mécanique, Cégep de Saint-Laurent, 2011", "diploma mechanical completed"),
]


@pytest.mark.parametrize(("text", "expected"), ENTRIES)
def test_entries(text: str, expected: str, lexicons: Lexicons) -> None:
    assert _told(text, lexicons) == expected


def _told(text: str, lexicons: Lexicons) -> str:
    lines = text.replace("⇥", "\t").split("¶")
    degrees = [f for f in recognise(a_cv(*lines, section="education"), lexicons).facts if isinstance(f, Degree)]
    return " + ".join(
        f"{d.level} {d.field} {d.status}" + ("?" if {"field_unclear", "level_unclear"} & set(d.marks) else "")
        for d in degrees
    )


@pytest.mark.parametrize(
    "text",
    [
        "BSc (Hons) Second Class Upper, University of Lagos, 2010",
        "Bachelor of Science¶Magna Cum Laude¶University of Michigan¶2015",
        "Bachelor of Science¶Ann Arbor, MI¶University of Michigan",
        "University of Michigan, Ann Arbor, Bachelor of Science, 2012",
        "BS, Evening Division, Wayne State University, 2004",
        "Bachelor of Science, Sandwich Course, Aston University",
    ],
)
def test_grades_and_towns_are_no_subject(text: str, lexicons: Lexicons) -> None:
    assert _told(text, lexicons) == "bachelor other completed?"
