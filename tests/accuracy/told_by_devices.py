"""Technology told by what it does, not by who put it in: sentences written before the rules, with their near-misses.

Each row is text and whether technology is at work on the making of goods. All stand in the applicant's factory job.
"""

Row = tuple[str, bool]

A_DEVICE_ACTS: tuple[Row, ...] = (
    ("Belt scales under the clinker feed hold the mill at its set load without a hand on the knob.", True),
    ("Refractometers on the jam kettles stop the cooking at 63 Brix.", True),
    ("A colour sensor at the roaster exit drops under-roasted beans into a side chute.", True),
    ("Torque transducers in the capper heads throw out loose caps.", True),
    ("Pyrometers above the mould follow the bath and call for more gas.", True),
    ("Metalldetektor vor dem Schredder hält das Band an.", True),
    ("Dickenmessgerät am Kalander regelt den Walzenspalt nach.", True),
    ("Des sondes de température dans les cuves coupent la chauffe à 82 °C.", True),
    ("Un caudalímetro en cada boquilla avisa cuando falta adhesivo.", True),
    ("Le celle di carico sotto i silos fermano la coclea al peso giusto.", True),
    ("Termopares nas matrizes desligam a prensa quando o molde esfria.", True),
    ("Pallet tickets are read at the gate and the wrapper picks its own programme.", True),
    ("Gauges were calibrated every January and the certificates filed.", False),
    ("Operators read the pressure gauges twice a shift.", False),
    ("Flow meters are on the spare-parts list of the dye house.", False),
    ("Checked wall thickness with an ultrasonic gauge on every tenth tube.", False),
    ("Scales are cleaned after each batch of flour.", False),
    ("Counters at the canteen close at two.", False),
    ("Messmittel werden jährlich kalibriert und die Protokolle abgelegt.", False),
    ("Les jauges de contrôle sont rangées par famille.", False),
    ("Los medidores se limpian cada semana con alcohol.", False),
    ("I gonfiatori sono puliti a fine turno.", False),
)

BY_MEANS_OF_ONE: tuple[Row, ...] = (
    ("Dough temperature is taken by an infrared eye and the water dosed to match.", True),
    ("Wafer carriers are told apart by chips in their lids.", True),
    ("Each valve seat is pressed home by a servo press that keeps the force curve with the serial number.", True),
    ("Ingot weights come over by wire from the crane; nobody keys them in any more.", True),
    ("Sorting is done by a lens and a jet of air: stones out, peas on.", True),
    ("Der Leimauftrag wird über einen Durchflussmesser geregelt.", True),
    ("Flaschen werden per Waage auf Unterfüllung geprüft und ausgeschleust.", True),
    ("Les brames sont repérées par caméra et découpées selon leur défaut.", True),
    ("Las tapas se cuentan con fotocélula y la encajadora arranca sola.", True),
    ("I lotti sono riconosciuti da un lettore ottico prima della miscelazione.", True),
    ("Parts are checked by hand with callipers and a plug gauge.", False),
    ("Bolts are tightened with a torque wrench according to the drawing.", False),
    ("Samples are weighed on a bench scale and the sheet is signed.", False),
    ("Drums are moved by forklift to the mixing hall.", False),
    ("Moulds are cleaned with a brush after each run.", False),
    ("Maße werden mit dem Messschieber geprüft.", False),
    ("Les pièces sont contrôlées au pied à coulisse.", False),
    ("Las piezas se miden con calibre al inicio del turno.", False),
)

RECORDED_AND_USED: tuple[Row, ...] = (
    ("Broken needles down by half since needle-bar temperature is recorded and charted per head.", True),
    ("Sink marks went from 4 % to 1 % after holding pressure was trended shot by shot.", True),
    ("We plotted spindle load for every crankshaft and changed inserts before they chipped; scrap fell 30 %.", True),
    ("Seit der Schmelzedruck je Schuss aufgezeichnet wird, 40 % weniger Lunker.", True),
    ("Depuis que la vitesse de fil est enregistrée à chaque bobine, casses divisées par deux.", True),
    ("Logged defects by hand on a tally sheet for six weeks.", False),
    ("Recorded stops on the whiteboard, Pareto on Fridays; stops down 12 %.", False),
    ("Batch records reviewed and signed before release.", False),
    ("Temperatures noted in the shift book every two hours.", False),
    ("Aufzeichnungen für das Audit vorbereitet.", False),
)

ON_ITS_OWN: tuple[Row, ...] = (
    ("The slitter now sets its own knives from the order.", True),
    ("Ovens correct themselves for humidity, nobody touches the dial.", True),
    ("No cover, no start: the press will not run until the guard code and the tool code agree.", True),
    ("The dye kitchen weighs out recipes on its own at night.", True),
    ("The lathe stops itself when the insert chips.", True),
    ("Die Mühle stellt ihren Spalt selbst nach der Korngröße ein.", True),
    ("La calandre règle toute seule l'écart des cylindres.", True),
    ("El horno ajusta solo la velocidad de la cinta según el peso.", True),
    ("La pressa si regola da sola in base allo spessore.", True),
    ("A máquina corrige sozinha a tensão da bobina.", True),
    ("The team decides its own break times.", False),
    ("Operators set their own pace on the bench.", False),
    ("I will not release a batch until the paperwork is complete.", False),
    ("Worked on my own on nights.", False),
    ("The press stands on its own foundation.", False),
    ("Pays its own way: the rework bench.", False),
    ("Schichten stellen ihre Pausen selbst ein.", False),
    ("El equipo decide solo sus turnos.", False),
)

DATED_NAMES: tuple[Row, ...] = (
    ("Put in a tape-controlled jig borer, 1978.", True),
    ("Microprocessor-guided loom heads, 1987.", True),
    ("Card-driven dobby replaced by a floppy-disk pattern reader, 1991.", True),
    ("Pascal program for dye recipes on an Apple II, 1984.", True),
    ("Fortran routine to cut veneer waste, run overnight on the mainframe.", True),
    ("Customer-driven culture introduced in 1994.", False),
    ("Data-driven mindset, self-starter.", False),
    ("Quality-controlled deliveries only.", False),
    ("Carried over two weeks of holiday in 1996.", False),
    ("Screen printing replaced pad printing in the finishing room.", False),
)

TABLES = {
    "a device acts": A_DEVICE_ACTS,
    "by means of a device": BY_MEANS_OF_ONE,
    "recorded and used": RECORDED_AND_USED,
    "on its own": ON_ITS_OWN,
    "dated names": DATED_NAMES,
}
