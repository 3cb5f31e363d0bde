"""Moving people told as a story or in idioms: sentences written before the rules, with their near-misses.

Each row is text and strength: strong, medium, weak or none.
"""

Row = tuple[str, str]

STORIES: tuple[Row, ...] = (
    (
        "The owner wanted to sell the second kiln. I showed him in hard figures what it earns, and it is still firing.",
        "strong",
    ),
    (
        "We had argued for a year about the price of pallets; I signed a two-year contract with the pallet maker at the old price.",
        "strong",
    ),
    (
        "The plant manager meant to scrap the old press. I made him see that a new clutch was enough; it runs three shifts today.",
        "strong",
    ),
    (
        "Night shift would not use the hoist. I worked four nights beside them, and now nobody lifts by hand.",
        "strong",
    ),
    (
        "Seit Jahren Streit mit der Spedition um Standgeld; ich schloss einen Vertrag ohne Standgeld über drei Jahre.",
        "strong",
    ),
    (
        "Der Chef wollte die Gießerei schließen. Ich rechnete ihm vor, dass ein zweiter Ofen reicht, und sie läuft heute noch.",
        "strong",
    ),
    (
        "Le directeur voulait arrêter la ligne 3. Je lui ai montré chiffres à l'appui qu'un réglage suffisait, et elle tourne toujours.",
        "strong",
    ),
    (
        "La gerencia quería comprar otra inyectora. Les demostré con datos que bastaba cambiar el molde, y la compra se anuló.",
        "strong",
    ),
    (
        "Il titolare voleva chiudere il reparto stampi. Gli ho dimostrato con i numeri che conviene, e il reparto è ancora aperto.",
        "strong",
    ),
    (
        "O diretor queria desligar a caldeira. Mostrei a ele com números que bastava isolar, e ela segue ligada.",
        "strong",
    ),
    ("The director wanted a weekly report. I sent it every Friday.", "none"),
    ("The customer wanted blue lids. We printed blue lids for four years.", "none"),
    ("The price of steel had risen for two years; I changed to a thinner gauge.", "none"),
    ("The furnace is still burning after 14 years.", "none"),
    ("Der Chef wollte eine Liste. Ich schrieb sie in Excel.", "none"),
    ("Le directeur voulait un rapport. Je l'ai rédigé chaque lundi.", "none"),
    ("El director quería un informe semanal. Lo preparé en Excel.", "none"),
    ("Il titolare voleva una nuova insegna. L'ho disegnata io.", "none"),
    ("A diretoria queria um relatório. Enviei toda sexta-feira.", "none"),
)

IDIOMS: tuple[Row, ...] = (
    ("Die Werkleitung ins Boot geholt: zwei Stellen mehr genehmigt.", "strong"),
    ("Den Formenbauer dazu bewegt, die Nacharbeit auf eigene Kosten zu machen.", "strong"),
    ("Dem Lackhersteller einen Bonus von 3 % abgerungen.", "strong"),
    ("Mit dem Betriebsrat eine Pausenregelung ausgehandelt, die seit zwei Jahren gilt.", "strong"),
    ("Puse de acuerdo a mantenimiento y producción sobre la parada de agosto; se cumplió al minuto.", "strong"),
    ("Le saqué al proveedor de cartón un 6 % de rebaja.", "strong"),
    ("J'ai eu gain de cause auprès du transporteur : pénalités annulées.", "strong"),
    ("Amené le fondeur à reprendre 2 t de pièces poreuses.", "strong"),
    ("Messo d'accordo officina e magazzino su un orario unico, attese dimezzate.", "strong"),
    ("Bati o pé com a transportadora e consegui frete fixo por 12 meses.", "strong"),
    ("Den Ofen auf 1200 °C gebracht.", "none"),
    ("Mit dem Kran zwei Pressen bewegt.", "none"),
    ("Saqué 40 moldes del almacén.", "none"),
    ("Puse de acuerdo a la norma los planos de la línea.", "none"),
    ("Amené deux palettes au quai chaque heure.", "none"),
    ("Messo a norma il reparto verniciatura.", "none"),
    ("Bati a meta de produção por 12 meses.", "none"),
)

FALSE_ALARMS: tuple[Row, ...] = (
    ("Brought the supplier's late price list down from the office.", "none"),
    ("Brought cycle time down from 41 to 35 seconds by re-timing the cams.", "none"),
    ("Brought rejected yarn down to 0.8 %, chiefly by new guides.", "none"),
    ("Beat last year's scrap down to 2 % with better cooling.", "none"),
    ("Inventory reconciliation, line clearance, batch paperwork.", "none"),
    ("Account and stock reconciliation every month end.", "none"),
    ("PLC, MES, CAD, Negotiation, Persuasion, SAP, Leadership", "none"),
    ("Kaizen | 5S | Negotiation | Minitab | Robotics | SPC", "none"),
    ("SPS, SAP, Verhandlung, Lean, CAD, Führung", "none"),
    ("Brought the coil supplier down to 41 euro a tonne.", "strong"),
    ("Brought the carrier's rate down from 90 to 71 euro a pallet after two rounds with their dispatcher.", "strong"),
    ("Reconciled sales and the mill over lot sizes; one list is used since May.", "strong"),
    ("Strong negotiator, patient listener, team player.", "weak"),
    ("Negotiation skills, diplomatic, gets on with everybody", "weak"),
    ("Soothe the bride, feed the waiters.", "weak"),
    ("Keep the forwarders sweet.", "weak"),
    ("Good terms with the timber merchants.", "weak"),
)

SECOND_ROUND: tuple[Row, ...] = (
    (
        "The dye house swore the shade was within limits. I put their swatch beside ours under the same lamp and they re-dyed 600 m.",
        "strong",
    ),
    ("Went to see the pallet maker with a broken one under my arm; he has used thicker nails ever since.", "strong"),
    (
        "Nobody on B shift would wear the new sleeves until I let them choose between three; cuts are down to one a year.",
        "strong",
    ),
    (
        "Accounts wanted invoices within two days, goods-in needed five: they have lived with three since March.",
        "strong",
    ),
    ("Talked the landlord's surveyor and our fire officer into one exit route instead of two.", "strong"),
    ("Got six more weeks out of the mould maker without paying for them.", "strong"),
    (
        "My boss had signed off the cheap conveyor. I asked for one evening with his calculator; we bought the other one.",
        "strong",
    ),
    ("Made a pact with the crane drivers: they wait five minutes, I never call them at lunch.", "strong"),
    ("Paid the carrier a month early and in turn he holds two trucks for us every Friday.", "strong"),
    ("Brought the two foremen, who had not spoken since Christmas, to share one tool cabinet.", "strong"),
    (
        "Den Einkauf davon abgebracht, das billigere Garn zu nehmen; die Spinnerei läuft seither ohne Fadenbruch.",
        "strong",
    ),
    ("Der Betriebsrat war gegen die Kameras. Nach zwei Abenden am Modell hat er zugestimmt.", "strong"),
    ("Mit dem Spediteur auf feste Zeitfenster geeinigt, dafür zahlen wir Leerfahrten.", "strong"),
    ("Les caristes refusaient les nouveaux horaires ; j'ai cédé sur la pause de midi et ils ont signé.", "strong"),
    ("J'ai décroché auprès du fondeur un prix bloqué sur dix-huit mois.", "strong"),
    ("El sindicato pedía dos descansos; lo dejamos en uno más largo y todos contentos.", "strong"),
    ("Convencí a la dueña de no cerrar los sábados, y el pedido grande salió a tiempo.", "strong"),
    ("Il fornitore di vetro non voleva riprendersi i vuoti: ora li ritira ogni venerdì, gratis.", "strong"),
    ("O chefe de turno não queria parar a linha. Mostrei as fotos da correia e parou no mesmo dia.", "strong"),
    ("Fechei com a cooperativa de leite um preço único para o ano todo.", "strong"),
    ("Patient with beginners, firm with suppliers.", "weak"),
    ("A good word for everybody on the floor.", "weak"),
    ("Day-to-day contact with hauliers and the weighbridge.", "weak"),
    ("Supplier moved to a new hall in 2021.", "none"),
    ("Talked through the drawing with the welder every morning.", "none"),
    ("The board was replaced after the capacitor failed.", "none"),
    ("Got six more weeks of life out of the moulds.", "none"),
    ("Won 40 mm of height by moving the beam.", "none"),
    ("The crew wanted a fan. I installed two.", "none"),
    ("Settled the machine on four new pads.", "none"),
    ("The union hall was repainted while the plant stood still.", "none"),
    ("Paid suppliers within 30 days.", "none"),
    ("Meister der Schicht B, 14 Leute.", "none"),
    ("Die Presse war alt, der Chef kaufte eine neue.", "none"),
    ("Le patron voulait un nouveau logo.", "none"),
    ("El proveedor entrega los lunes.", "none"),
    ("Il titolare firma le offerte, io preparo i preventivi.", "none"),
    ("O fornecedor mudou de endereço em 2020.", "none"),
)

THIRD_ROUND: tuple[Row, ...] = (
    ("Got the forklift drivers to accept one-way aisles after riding along for a week; no collision since.", "strong"),
    ("Purchasing had chosen the cheap filter. I showed them three torn ones and they changed supplier.", "strong"),
    ("Split the saving with the toolmaker, who in return keeps a spare set on his shelf.", "strong"),
    (
        "Two shifts blamed each other for the jams: I had each run the other's settings for a day, and the quarrel was over.",
        "strong",
    ),
    (
        "The customer's auditor insisted on 100 % inspection; we agreed on a sampling plan after I opened our data to him.",
        "strong",
    ),
    ("Talked my director into renting before buying.", "strong"),
    ("Lease of the hall renewed at the old rent after three talks with the owner.", "strong"),
    ("Calmed the argument between planners and die setters with a shared board.", "strong"),
    ("Mit dem Kunden um Toleranzen gerungen, bis 0,2 mm für beide gingen.", "strong"),
    ("Den Schichtführern die neue Pausenregel schmackhaft gemacht, Überstunden minus 15 %.", "strong"),
    ("Convaincu le chef d'atelier de tester la nuit ; adopté partout depuis.", "strong"),
    ("Le transporteur a baissé son tarif de 7 % contre un volume garanti.", "strong"),
    ("Logré que los mecánicos y los electricistas compartieran un solo turno de guardia.", "strong"),
    ("El proveedor aceptó devolver el 50 % después de ver las fotos que le llevé.", "strong"),
    ("Ho convinto i turnisti a provare i guanti nuovi, infortuni dimezzati.", "strong"),
    ("Consegui que o almoxarifado abrisse às seis em troca de inventário mensal.", "strong"),
    ("Works with customers and suppliers in three languages.", "weak"),
    ("Good negotiator.", "weak"),
    ("Trained 12 operators on the new press.", "none"),
    ("Ordered parts from 40 suppliers.", "none"),
    ("Customer complaints analysed with 8D.", "none"),
    ("Installed two owners' gauges.", "none"),
    ("Manager on duty at weekends.", "none"),
    ("Kollegen in der Nachtschicht vertreten.", "none"),
    ("Suivi des sous-traitants et des plannings.", "none"),
    ("Recepción de proveedores y control de albaranes.", "none"),
    ("Turni di notte con sei operai.", "none"),
    ("Equipe de 12 operadores, três turnos.", "none"),
    ("Conveyor rerouted so that crews walk 40 m less.", "none"),
    ("The supplier's new resin ran hotter; I lowered the barrel by 12 degrees.", "none"),
)

TABLES = {
    "second round": SECOND_ROUND,
    "third round": THIRD_ROUND,
    "stories": STORIES,
    "idioms": IDIOMS,
    "false alarms": FALSE_ALARMS,
}
