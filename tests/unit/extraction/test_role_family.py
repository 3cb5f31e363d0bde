"""Jobs of many trades in one line each: which family of work do they belong to?"""

import pytest

from screener.domain.lexicons import Lexicons
from screener.extraction.role_family import family_weights, is_deciding_title, role_family
from tests.unit.extraction.jobs_of_many_trades import JOBS as MANY_TRADES

JOBS: list[tuple[str, str, str, str]] = [
    (
        "Production Engineer",
        "Haldane Whisky Bonders",
        "Replaced the capping heads and halved the leak rejects. Sat with coopers to agree a rota for the new hoist. Trialled light-weight bottles with the glass supplier.",
        "factory",
    ),
    (
        "Process Engineer",
        "Nordvik Salmon",
        "Fillet yield up 2.1 points after re-grinding blades. Brine temperature loop re-tuned. Shift handover sheets on tablets.",
        "factory",
    ),
    (
        "Manufacturing Engineer II",
        "Cormorant Kayaks",
        "Rotomould cycle from 34 to 27 minutes. Fixture for hatch rims.",
        "factory",
    ),
    (
        "Jr. Engineer",
        "Sahyadri Pistons Pvt Ltd",
        "Ring groove gauging, rejection from 2.2% to 0.6%. Daily MIS for VP.",
        "factory",
    ),
    (
        "Ingeniero de mejora continua",
        "Bodegas Alcorta",
        "Reduje las paradas de la embotelladora un 18 %. Formé a doce operarios.",
        "factory",
    ),
    (
        "Ingénieur qualité",
        "Chocolaterie Merle",
        "Pilotage des réclamations clients, plan de contrôle des moules.",
        "factory",
    ),
    (
        "Projektingenieur",
        "Hellweg Pumpen GmbH",
        "Umzug der Endmontage in Halle 4 ohne Lieferausfall. Abnahme der Prüfstände.",
        "factory",
    ),
    ("Responsabile di reparto", "Tessitura Brembo", "Gestione di 22 telai e 14 addetti.", "factory"),
    (
        "Engenheiro de produção",
        "Calçados Freitas",
        "Balanceei três linhas de costura. Negociei prazos com curtumes.",
        "factory",
    ),
    (
        "Apprentice, then Toolmaker",
        "Percival & Sons",
        "Press tools for lamp bodies. Spark erosion and surface grinding.",
        "factory",
    ),
    (
        "Continuous improvement lead",
        "Aurora Mattress Co",
        "Foam cutting waste down by nesting blocks. Weekly stand-up at the tape-edge stations.",
        "factory",
    ),
    (
        "Operations Supervisor",
        "Blue Ridge Candles",
        "Pouring room, labeling, and shipping; 28 people. Wick placement errors cut in half.",
        "factory",
    ),
    (
        "Engineer",
        "Tanaka Seimitsu",
        "Lens polishing slurry life extended. Daily standup with night crew about rejects.",
        "factory",
    ),
    ("Plant Trainee", "Oyelaran Cement", "Kiln brick change, six days.", "factory"),
    (
        "Electrical Maintenance Engineer",
        "Riverside Board Mill",
        "Drives and sensors on the winder. Planned shutdown list each quarter.",
        "factory",
    ),
    ("Graduate Engineer", "Alder Prosthetics", "Cell for socket lamination, three stations.", "factory"),
    (
        "Produktionstechnikerin",
        "Heidmann Kosmetik",
        "Abfüllanlage umgerüstet, Wechselzeit 90 auf 35 Minuten.",
        "factory",
    ),
    ("Chef d'équipe", "Laiterie des Monts", "Équipe de 12, pasteurisation et conditionnement.", "factory"),
    ("Quality Engineer", "Meridian Harness", "Crimp cross-sections, PPAP for two launches.", "factory"),
    ("Lab & Process Technician", "Fenwick Paints", "Batch adjustments, viscosity and shade.", "factory"),
    (
        "Automation Engineer",
        "Bright Line Integrators",
        "Palletizing cells with FANUC robots for bakeries. FAT and site start-ups in nine states.",
        "factory",
    ),
    ("Controls Engineer", "Keystone Conveyor Works", "Ladder logic and HMI for sorters.", "factory"),
    ("CI Engineer", "Garside Textiles", "Dye house lab-to-bulk matches first time 71 to 88%.", "factory"),
    ("Werkstudent", "Lindner Antriebe AG", "Zeitaufnahmen in der Vormontage.", "factory"),
    (
        "Production Engineer",
        "Voltaire Cells",
        "Electrode slitting burr below 12 microns. Dry room rules rewritten with operators.",
        "factory",
    ),
    (
        "Production Engineer",
        "Larkspur Payments",
        "Pager rota for ledger services, MTTR 40 to 12 min. Moved 600 VMs to containers.",
        "software_operations",
    ),
    (
        "Production Operations Engineer",
        "StreamHaus",
        "Alert fatigue cut; dashboards in Grafana. Rolled out canary releases.",
        "software_operations",
    ),
    (
        "Application Production Support",
        "Halyard Insurance",
        "Overnight batch failures, SQL fixes, user queries.",
        "software_operations",
    ),
    ("DevOps Engineer", "Kite Retail", "Terraform modules and pipelines.", "software_operations"),
    ("IT Technician", "Gresham Schools Trust", "Laptops, tickets, Wi-Fi.", "software_operations"),
    ("Release Manager", "Orbit Apps", "Weekly app-store releases, rollback drills.", "software_operations"),
    (
        "Production Engineer",
        "Delta Upstream Nigeria",
        "Nodal analysis on 14 strings; gas lift optimisation. Flare reduction with flow station crew.",
        "oil_gas",
    ),
    (
        "Production Technologist",
        "Wadden Energy BV",
        "Scale squeeze and velocity string candidates. Well reviews each quarter.",
        "oil_gas",
    ),
    (
        "Field Engineer",
        "Llano Artificial Lift",
        "Rod pumps, fluid levels, dynamometer cards across 200 wells.",
        "oil_gas",
    ),
    ("Completions Engineer", "Permian Ridge", "Frac design, flowback.", "oil_gas"),
    (
        "Production Engineer",
        "Radio Kernow",
        "Outside broadcasts, faders, jingles, and one live lifeboat launch.",
        "stage_film",
    ),
    ("Production Manager", "Lantern Theatre Company", "Get-ins, prompt desk, set build budget of £40k.", "stage_film"),
    (
        "Technical Production Manager",
        "Aurora Events",
        "Rigging, video walls, conferences for 2,000 delegates.",
        "stage_film",
    ),
    ("Line Producer", "Paloma Films", "Call sheets, locations, insurance, two features.", "stage_film"),
    ("Production Artist", "Greenlight Graphics", "Retouching, packaging artwork, colour separations.", "stage_film"),
    ("Production Coordinator", "Mosaic Animation", "Shot tracking for 26 episodes.", "stage_film"),
    ("Post-Production Engineer", "Vela TV", "Edit suites, storage, loudness specs.", "stage_film"),
    (
        "Agricultural Production Engineer",
        "Valle Verde Coop",
        "Drip irrigation for 300 hectares, harvest planning.",
        "other",
    ),
    ("Sales Engineer", "Apex Robotics", "Sold welding cells to job shops, 4 million quota.", "other"),
    ("Field Service Engineer", "Medtronica", "Repaired infusion pumps in 40 hospitals.", "other"),
    ("Lecturer", "Polytechnic of Namibia", "Taught manufacturing processes to 90 students.", "other"),
    ("Buyer", "Carrow Foods", "Contracts for spices and cartons.", "other"),
    ("Design Engineer", "Vauxley Motors", "Body-in-white brackets in CATIA, tolerance stacks.", "other"),
    ("Construction Site Engineer", "Marwa Builders", "Concrete pours, rebar checks, setting out.", "other"),
    ("Logistics Coordinator", "Baltic Freight", "Truck slots, customs papers.", "other"),
    ("Head Chef", "The Old Mill Inn", "Menu costing, eight cooks.", "other"),
    ("Registered Nurse", "St. Alban Hospital", "Night ward, 24 beds.", "other"),
    ("PhD Researcher", "ETH Zürich", "Laser powder bed simulations, five papers.", "other"),
    ("Accountant", "Huddersfield Castings", "Month end, VAT.", "other"),
    ("Team Leader", "Vodaline Call Centre", "Average handle time, rosters for 30 agents.", "other"),
    ("Delivery Driver", "ParcelGo", "120 drops a day.", "other"),
    ("Estimator", "Kirkby Roofing", "Quotes and site surveys.", "other"),
    ("Einkäufer", "Bergmann Maschinenbau", "Rahmenverträge für Drehteile.", "other"),
    ("Wissenschaftlicher Mitarbeiter", "TU Chemnitz", "Lehre und Forschung zu Umformtechnik.", "other"),
    ("Retail Store Supervisor", "Marks Garden Centre", "Tills, stock count, staff rota.", "other"),
    (
        "Production Engineer",
        "Tamarack Canoe & Paddle",
        "Steam-bending jig for gunwales, breakage down by half. Taught four newcomers to lay cedar strips.",
        "factory",
    ),
    (
        "Manufacturing Engineer",
        "Ostrava Kolejiště",
        "Wheelset bogie frames, fatigue cracks found early. Introduced barcode travellers.",
        "factory",
    ),
    (
        "Process Engineer",
        "Kilcreggan Fine Chemicals",
        "Reactor charging sequence shortened by 40 minutes. Solvent losses halved.",
        "factory",
    ),
    (
        "Junior Production Engineer",
        "Marlow & Finch",
        "Bookbinding machine upgrades; glue temperature logging. Trim waste 9% to 6%.",
        "factory",
    ),
    ("Site Engineer", "Tullamore Insulation Boards", "Press felts, boiler tuning, permits to work.", "factory"),
    (
        "Industrial Engineer",
        "Grupo Andina de Confecciones",
        "Estudios de tiempos en 14 módulos, eficiencia de 62 a 78 %.",
        "factory",
    ),
    (
        "Shift Production Manager",
        "Hebridean Seaweed Extracts",
        "Dryer throughput up a fifth. 18 people over two shifts.",
        "factory",
    ),
    ("Ingénieur industrialisation", "Lunettes Jura", "Nouvelle cellule d'assemblage de branches.", "factory"),
    ("Supervisor de línea", "Empacadora Sonora", "Reduje merma de producto 3 puntos.", "factory"),
    ("Prozesstechniker", "Ostermann Folien", "Extruderanlauf standardisiert, Anfahrausschuss minus 30 %.", "factory"),
    ("Tecnico di produzione", "Carta Alta Valle", "Regolazione della macchina continua.", "factory"),
    ("Engineer II", "Sunderline Solar", "String ribbon furnace recipes, wafer breakage -18%.", "factory"),
    (
        "Project engineer",
        "Whitby Crisp Company",
        "New fryer delivered under budget; got three trades to share one shutdown window.",
        "factory",
    ),
    (
        "Lean facilitator",
        "Doyle Door & Window",
        "Sash line rebalanced with the crew; lead time 9 days to 4.",
        "factory",
    ),
    ("Electrical engineer", "Aran Wind Services Factory", "Nacelle wiring benches and test rigs.", "factory"),
    ("Lead hand", "Yarra Pet Treats", "Ran extruder crew, kept allergens apart.", "factory"),
    ("Manufacturing intern", "Bluewater Yachts", "Infusion trials on hull panels.", "factory"),
    ("Quality technician", "Gisborne Cheese", "Salt and moisture checks each vat.", "factory"),
    ("Plant engineer", "Nairobi Bottle Caps", "Compressor heat recovery; liner waste down.", "factory"),
    (
        "Production Engineer",
        "Quillo (messaging start-up)",
        "Owns on-call for the chat backend, error budget, and weekly deploy train.",
        "software_operations",
    ),
    (
        "Production Engineer",
        "Northwind Bank",
        "Mainframe job scheduling, change freezes, incident bridges.",
        "software_operations",
    ),
    (
        "Systems engineer, production",
        "Fjord Hosting",
        "Kernel patches on 4,000 nodes. Storage failovers.",
        "software_operations",
    ),
    (
        "IT Production Manager",
        "Assurances Lyonnaises",
        "Supervision des serveurs, astreintes, mises en production hebdomadaires.",
        "software_operations",
    ),
    (
        "Senior Production Engineer",
        "Kuwait Gulf Petroleum",
        "ESP run life from 410 to 690 days. Water cut surveillance.",
        "oil_gas",
    ),
    ("Production Operator", "North Alwyn platform", "Separator trains, pigging, permit to work offshore.", "oil_gas"),
    ("Ingeniero de producción", "Yacimientos del Sur", "Optimicé el bombeo mecánico de 120 pozos.", "oil_gas"),
    ("Production Engineer", "BBC Wales", "Live mixing for rugby, OB trucks.", "stage_film"),
    ("Production engineer", "Moonrise Records", "Tracked and mixed 30 albums.", "stage_film"),
    (
        "Head of Production",
        "Verve Marketing",
        "Led brochures, exhibition stands and mailers for 40 clients.",
        "stage_film",
    ),
    ("Production Assistant", "Cirque Lumen", "Costume calls, truck packs, follow spots.", "stage_film"),
    ("Chef de production", "Agence Pixel", "Planning des tournages et montage de spots.", "stage_film"),
    ("Project Engineer", "Severn Bridges Consultancy", "Bearing replacement designs and site inspections.", "other"),
    ("Process Improvement Analyst", "Midland Health Trust", "Mapped outpatient flow, cut waiting by 11 days.", "other"),
    ("Maintenance Engineer", "Grand Hotel Torquay", "Lifts, boilers, 210 bedrooms.", "other"),
    ("Commercial Manager", "Lister Steel Stockholders", "Accounts worth £6m.", "other"),
    ("Research Engineer", "National Fusion Lab", "Vacuum vessel diagnostics; two papers.", "other"),
    ("Facilities Manager", "Crown Offices", "Cleaning contracts, HVAC, security.", "other"),
    ("Maths Teacher", "Harbour Academy", "GCSE classes, robotics club.", "other"),
    (
        "Production Engineer",
        "Ravensworth Sanitaryware",
        "Glaze pinholes traced to slip age. Convinced the kiln crew to swap car loading order. Casting bench humidity logged by loggers I wired myself.",
        "factory",
    ),
    (
        "Manufacturing Process Specialist",
        "Okanagan Snowboards",
        "Edge bonding voids cut by vacuum bag change.",
        "factory",
    ),
    ("Process engineer", "Lutetia Parfums", "Dosage alcool sous azote; écarts de volume divisés par deux.", "factory"),
    ("Ingeniero junior", "Azulejos Peñíscola", "Control de planitud en salida de horno.", "factory"),
    ("Team manager", "Halcyon Vaccines Fill & Finish", "Media fills, gowning, line interventions.", "factory"),
    ("Technician", "Brisco Springs", "Coiling machine set-ups; hook angle gauges.", "factory"),
    ("Production lead", "Norrland Pellets", "Die life, moisture, night cover.", "factory"),
    (
        "Production Engineer (contract)",
        "Aldergrove Seating",
        "Fixture debug and handover for a recliner launch. Chased three late toolmakers, paid one by the hour, kept SOP.",
        "factory",
    ),
    (
        "Operations engineer",
        "Salt River Aluminum Extrusion",
        "Billet heating profile; log-shear scrap down 2 points.",
        "factory",
    ),
    (
        "Fertigungsplaner",
        "Rademacher Waggonbau",
        "Arbeitspläne für Drehgestelle, Vorgabezeiten mit dem Betriebsrat abgestimmt.",
        "factory",
    ),
    ("Ingénieur procédés", "Papeteries de l'Isère", "Casse de la bobine -30 %; raffineurs.", "factory"),
    ("Addetto miglioramento continuo", "Rubinetterie Valsesia", "Cantieri 5S in lucidatura.", "factory"),
    ("Técnico de produção", "Vidros Marinha", "Ajuste das máquinas IS, defeitos por milhão.", "factory"),
    ("Summer placement", "Otterburn Mill", "Warp stops counted.", "factory"),
    (
        "Engineering manager",
        "Deccan Switchgear",
        "Sheet-metal shop, plating, and final assembly; 46 people, three shifts.",
        "factory",
    ),
    (
        "Production Engineer",
        "Tessellate (ad-tech)",
        "Kept bidding servers below 20 ms at the 99th percentile. Wrote runbooks.",
        "software_operations",
    ),
    (
        "Production Engineer",
        "Mulberry Maps",
        "Capacity, releases, and paging; two cloud regions.",
        "software_operations",
    ),
    (
        "Senior Production Engineer",
        "Gamelan Games backend",
        "Matchmaking service scaled to 3M players; chaos drills.",
        "software_operations",
    ),
    (
        "Production support analyst",
        "Equinox Broker",
        "FIX sessions, log greps, intraday restarts.",
        "software_operations",
    ),
    (
        "Production Engineer",
        "Caspian Operating Co",
        "Wax inhibition in 22 producers. Test separator schedule.",
        "oil_gas",
    ),
    ("Production Supervisor", "Eagle Ford lease", "Compressors, swabbing units, SWD disposal.", "oil_gas"),
    ("Production Engineer", "Klangwerk Festival", "Line checks and patching for five stages.", "stage_film"),
    ("Assistant Production Manager", "Royal Exchange Theatre", "Build schedules, paint calls, fit-ups.", "stage_film"),
    ("Producer", "Podcast Foundry", "Scripts, guests, edits, weekly drop.", "stage_film"),
    ("Production Horticulturist", "Greenleaf Nurseries", "Potting plans for two million plants.", "other"),
    ("Process Engineer", "Thames Valley Water Consultants", "Sewage works hydraulic models and reports.", "other"),
    ("Quality Improvement Lead", "NHS Tayside", "Ward rounds redesign.", "other"),
    ("Project Engineer", "Metro Tunnels JV", "Segment lining surveys, shotcrete.", "other"),
    ("Technical Sales Manager", "Orbis Lubricants", "Key accounts in mining.", "other"),
    ("Assistant Professor", "University of Minho", "Courses on lean production, thesis supervision.", "other"),
]


@pytest.mark.parametrize(("title", "employer", "line", "family"), JOBS)
def test_role_family(title: str, employer: str, line: str, family: str, lexicons: Lexicons) -> None:
    assert role_family(title, employer, [line], lexicons.employments) == family


@pytest.mark.parametrize(
    ("title", "deciding"),
    [
        ("Production Manager", True),
        ("Head of Engineering", True),
        ("Abteilungsleiterin", True),
        ("Jefe de planta", True),
        ("Responsable qualité", True),
        ("Line Supervisor", True),
        ("Senior Production Engineer", False),
        ("Product Manager", False),
        ("Process Engineer", False),
    ],
)
def test_titles_that_decide(title: str, deciding: bool, lexicons: Lexicons) -> None:
    assert is_deciding_title(title, lexicons.employments) is deciding


def test_a_word_counts_once_however_often_it_stands(lexicons: Lexicons) -> None:
    once = family_weights("Engineer", "", ["scrap"], lexicons.employments)
    assert family_weights("Engineer", "", ["scrap, scrap and scrap"], lexicons.employments) == once


def test_a_weak_title_yields_to_louder_words(lexicons: Lexicons) -> None:
    weak = family_weights("Production Engineer", "", [], lexicons.employments)
    assert weak["factory"] > 0
    assert family_weights("Production Engineer", "", ["Kubernetes"], lexicons.employments)["factory"] == 0


@pytest.mark.parametrize(("title", "employer", "lines", "family"), MANY_TRADES)
def test_production_of_many_kinds(title: str, employer: str, lines: str, family: str, lexicons: Lexicons) -> None:
    assert role_family(title, employer, lines.split("|"), lexicons.employments) == family


@pytest.mark.parametrize(
    ("title", "employer", "lines", "family"),
    [
        ("Produktionsleiter Film und Fernsehen", "Isarlicht Filmproduktion GmbH", "Drehpläne, LED-Wand", "stage_film"),
        (
            "Produktionsleiter",
            "Isarlicht Filmproduktion GmbH",
            "Drehpläne für Serien mit bis zu 84 Drehtagen",
            "stage_film",
        ),
        ("Produktionsleiter", "Dreherei Kurz GmbH", "Drehteile in Serien bis 5.000 Stück", "factory"),
        ("Process Engineer", "Polar Optical Film", "Coated film for displays, web breaks", "factory"),
    ],
)
def test_a_word_inside_a_longer_one_says_nothing(
    title: str, employer: str, lines: str, family: str, lexicons: Lexicons
) -> None:
    assert role_family(title, employer, [lines], lexicons.employments) == family


@pytest.mark.parametrize(
    ("title", "employer", "lines", "family"),
    [
        ("Territory Sales Manager", "Motion Distributors", ["Cobots, PLCs, vision cameras: I sell them."], "other"),
        ("Vertriebsingenieur Außendienst", "Roboter GmbH", ["Roboterzellen, SPS und MES für Automobilwerke."], "other"),
        ("Technico-commercial", "Presses SA", ["Presses, robots et moules d'injection."], "other"),
        # near-misses: a maker among sellers' words
        (
            "Process Engineer",
            "Presses Ltd",
            ["Supported sales with trials on the injection moulding press."],
            "factory",
        ),
        ("Production Manager, wholesale bakery", "Mill Bread", ["Three ovens, two packing lines."], "factory"),
    ],
)
def test_who_sells_names_the_machines_of_others(
    title: str, employer: str, lines: list[str], family: str, lexicons: Lexicons
) -> None:
    assert role_family(title, employer, lines, lexicons.employments) == family
