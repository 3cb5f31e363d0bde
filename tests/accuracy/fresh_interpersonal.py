"""Sentences written before the recogniser was tuned, in words of their own: a check that it generalises.

Each row is text, strength (strong, medium, weak or none) and counterpart. Persons and firms are invented.
"""

Row = tuple[str, str, str | None]

ROWS: tuple[Row, ...] = (
    (
        "Wore down a stubborn anodiser over three visits; batch surcharge dropped from 90 to 35 euro.",
        "strong",
        "suppliers",
    ),
    (
        "Coaxed the crane manufacturer into stocking brake pads locally, call-out time now four hours.",
        "strong",
        "suppliers",
    ),
    ("Obtained a 5 % bonus for early payment from our carton merchant.", "strong", "suppliers"),
    (
        "Valve supplier would not honour the guarantee until I showed them the test log; they replaced all 60 units.",
        "strong",
        "suppliers",
    ),
    ("Struck a bargain with the galvanising plant: fixed weekly slot against a guaranteed 8 t.", "strong", "suppliers"),
    ("Freight rates held flat for 2025 after hard talks with both forwarders.", "strong", "suppliers"),
    (
        "Threatened to dual-source and got 11 % off the annual seals contract from Merkur Dichtungen.",
        "strong",
        "suppliers",
    ),
    (
        "The managing director dropped his plan for a new hall once I had shown him what re-racking frees up.",
        "strong",
        "management",
    ),
    ("Secured the finance director's backing for a second CMM, bought in 2024.", "strong", "management"),
    (
        "Pitched a heat-recovery scheme to the executive team, which released 310k in the same meeting.",
        "strong",
        "management",
    ),
    (
        "Swayed the plant head to keep the tool room in house; repair lead time fell to two days.",
        "strong",
        "management",
    ),
    ("Dissuaded the board from closing line 2 by proving its contribution margin.", "strong", "management"),
    (
        "Defused a row between packers and forklift drivers, both crews now share one staging lane.",
        "strong",
        "employees",
    ),
    (
        "Toolmakers opposed time recording at first; after I dropped the individual ranking they accepted it.",
        "strong",
        "employees",
    ),
    ("Hammered out a weekend roster with the staff council, signed by both sides in May.", "strong", "employees"),
    (
        "Ironed out a pay-grade dispute with the fitters' representative without a single lost shift.",
        "strong",
        "employees",
    ),
    (
        "Press crew came on board with auto-lube when I took the first night shift myself, stops down 18 %.",
        "strong",
        "employees",
    ),
    ("Met the drivers halfway on break times, overtime fell by 200 hours a month.", "strong", "employees"),
    (
        "Customer's quality lead relented on the cosmetic criteria after I brought a limit-sample board; returns down to 0.3 %.",
        "strong",
        "customers",
    ),
    ("Struck a middle course between lab and filling on hold times; release is now same day.", "strong", "peers"),
    ("Einkauf und Lieferant an einen Tisch geholt, Preiserhöhung von 7 auf 2 % begrenzt.", "strong", "suppliers"),
    ("Werkleiter für die Umstellung auf Zweischichtbetrieb gewonnen, Leerstand 14 % geringer.", "strong", "management"),
    (
        "Fait accepter par l'équipe de nuit le nouveau plan de pauses, absentéisme divisé par deux.",
        "strong",
        "employees",
    ),
    ("Obtenu du transporteur un gel des tarifs pendant deux ans.", "strong", "suppliers"),
    ("Conseguí que el proveedor de resina asumiera el coste del retrabajo.", "strong", "suppliers"),
    ("Ottenuto dal consiglio di amministrazione il via libera a una terza pressa, 1,1 M€.", "strong", "management"),
    ("Convenci o fornecedor de tintas a manter estoque consignado, rupturas zeradas.", "strong", "suppliers"),
    ("Haggled over spare-part prices with the lift-truck dealer.", "medium", "suppliers"),
    ("Argued for shorter campaigns in front of the operations board.", "medium", "management"),
    ("Mediated between shift foremen when priorities clashed.", "medium", "employees"),
    ("Took part in annual price rounds with packaging vendors.", "medium", "suppliers"),
    ("Verhandlungen mit Leasinggebern für Stapler geführt.", "medium", "suppliers"),
    ("Clear communicator, at home with bosses and fitters alike.", "weak", None),
    ("Verhandlungssicheres Auftreten und Kommunikationsstärke", "weak", None),
    ("Weekly liaison with the tool shop and the warehouse.", "weak", "suppliers"),
    ("Sens du dialogue, aisance relationnelle", "weak", None),
    ("Our buyer talked the mill into a rebate; I checked the coils.", "none", None),
    ("Tight radii that the pallet shuttle has to negotiate at 2 m/s.", "none", None),
    ("Raised press speed by 9 % with no compromise in part quality.", "none", None),
    ("Seal integrity was compromised after CIP, changed the elastomer.", "none", None),
    ("Wants to take on contract talks with machine builders.", "none", None),
    ("Treasurer of my union branch since 2015.", "none", None),
    ("Never involved in wage talks.", "none", None),
    ("The sediment settles in tank 3 before filtration.", "none", None),
    ("Vendor rating spreadsheet kept up to date.", "none", None),
    ("Production director convinced the owners to buy the plant next door.", "none", None),
    ("Agreed tolerance class ISO 2768-mK on all drawings.", "none", None),
    ("Accepted an offer from a competitor in 2018.", "none", None),
)
