#include "bot/understanding/red_flag_cues.h"

namespace anteroom::understanding {
namespace {

constexpr Cue kChoices[] = {
    {"my", "my/his/her/their/our/your/the/a/mi/mis/su/sus/el/la/los/las/tu/m/me/hers"},
    {"self",
     "myself/himself/herself/themselves/themself/theirself/yourself/meself/hisself/ourselves"},
    {"partner",
     "husband/hubby/wife/boyfriend/bf/girlfriend/gf/partner/ex/fiance/spouse/esposo/esposa/marido/"
     "novio/novia/pareja/exesposo/exnovio/expareja/roommate"},
    {"limb",
     "finger/fingers/fingertip/thumb/toe/toes/hand/foot/arm/leg/ear/dedo/dedos/mano/pie/pulgar/"
     "brazo/pierna/oreja"},
    {"pills",
     "pill/pills/pils/tablet/tablets/tabs/capsule/capsules/caps/med/meds/medicine/medicines/"
     "medication/medications/medicina/medicinas/medicacion/medicamento/medicamentos/remedio/"
     "remedios/pastilla/pastillas/pastiyas/pildora/pildoras/tableta/tabletas/tylenol/advil/"
     "ibuprofen/ibuprofeno/acetaminophen/paracetamol/aspirin/aspirins/aspirina/aspirinas/motrin/"
     "aleve/excedrin/benadryl/xanax/oxy/oxycodone/percocet/percocets/percs/vicodin/norco/tramadol/"
     "fentanyl/insulin/insulina/melatonin/ambien/klonopin/ativan/valium/zoloft/seroquel/gabapentin/"
     "gummies/edibles/nyquil/dramamine/antidepressants/sleeping/adderall/lisinopril/metoprolol/"
     "metformin/warfarin/emojipill/opioids/opiates/tranquilizers/painkillers"},
};

constexpr Cue kCues[] = {
    // --- common
    {"cant",
     "cant/cnt/cannot/couldnt/cudnt/caint/canot/kant | can/could not | unable/unabled to | not "
     "able to | isnt/wasnt able to | hard to | hard for me/him/her/them to | "
     "struggling/struggle/struggles to | barely/hardly | having/has/have/had hard time | a hard "
     "time | trouble/troubles/truble | difficulty/difficulties/dificulty/difficult/dificultad | "
     "problems/problem/problemas | no puedo/puede/pude/pudo/podia/pueden/puedes/logra/logro/kabe | "
     "n puedo | ya no puedo/puede | nopuedo/nopuede | apenas/trabajosamente | me/le/les cuesta | "
     "batallo/batalla/batallando para?"},
    {"sudden",
     "sudden/suddenly/suden/sudenly/suddently/abrupt/abruptly | all of a sudden | out of nowhere | "
     "out of the blue | just now/started/happened/began | right now | de repente/pronto/golpe | "
     "derepente/derrepente/repentinamente/repentino/repentina/subito/subita/subitamente/ahorita | "
     "no reason | woke up with/and/unable | minutes ago | hour/hrs/hours ago | tonight/anoche | "
     "this morning | hace rato | hace un rato/momento | hoy"},
    {"pain",
     "pain/pains/painful/paining/pian/hurt/hurts/hurting/hurtin/hurtng/hurst/ache/aches/aching/"
     "achy/achey/sore/pressure/presure/preasure/tight/tightness/tightening/tightens/tigt/heavy/"
     "heaviness/crushing/crushed/crushes/squeezing/squeeze/squeezed/squeezes/burning/burns/"
     "stabbing/stabs/discomfort/sharp/throbbing/dolor/dolores/duele/duelen/dolio/doliendo/doler/"
     "duela/dule/duel/dolorcito/adolorido/adolorida/presion/precion/aprieta/apretado/apretada/"
     "apretando/aprieta/apretada/apretado/cerradan/opresion/oprime/oprimido/oprimiendo/pesado/"
     "pesadez/punzada/punzadas/punza/puntada/puntadas/arde/ardor/aplasta/aplastando/apachurra/"
     "apachurrando/molestia | hurtss/pressing/estrujando | "
     "bothering/clutching/grabbing/grabs/holding/exploding/explode/knife/squishing/tighter/strange/"
     "funny/weird/wrong/bursting/feo/rara/raro/agarra/agarrando/incomodo/jalon/cerrado/compressed/"
     "constricted/pinching/pressing/crush/caving"},
    {"severe",
     "severe/severely/sever/worst/extreme/extremely/excruciating/unbearable/terrible/terribly/"
     "horrible/intense/awful/agonizing/insane/rigid/violent/screaming/insoportable/insoportables/"
     "fuertisimo/fuertisimos/fuertisima/horribles/terribles/intenso/intensa/muchisimo/peor/"
     "tremendo/fuerte/fuertes/mal | doubled over | 10 out of 10 | 10 | ten out of ten | out of "
     "this world | really/so/super bad | rock hard | hard as a? rock/board | hard like a? rock | "
     "duro/dura como | dura/duro y? hinchada | cant/cannot stand up? | me doblo | no aguanto | bad "
     "| killing | never felt/had pain | curled up/fetal | on the floor | cant "
     "stand/walk/sit/move/sleep/breathe | screaming/crying in/from | worst ive/pain | dying "
     "from/of pain | stabbing/sharp knife | like a knife | "
     "gritando/retorciendo/retorciendose/llorando/doblado/doblada | 9 out | nueve/diez de diez | "
     "se dobla | me estoy doblando | muy fuerte/fuertes"},
    {"dizzy",
     "dizzy/dizziness/dizy/lightheaded/lightheadedness/lighthead/woozy/faint/fainting/fainted/weak/"
     "weakness/unsteady/mareo/mareos/mareado/mareada/mareandome/mareando/mareandose/debil/"
     "debilidad/desmayo/desmaya/desmayarme | light headed/head | pass/passing/passed out | "
     "black/blacking/blacked out | se me va | about to fall | room spinning"},
    {"faint",
     "faint/fainted/fainting/fainte/faintd/collapsed/collapse/collapsing/colapsed/collasped/"
     "desmayo/desmayar/desmayarme/desmaye/desmayado/desmayada/desmaya/desmayando/desmayandome/"
     "desmayarse/desvanecio/desplomo/colapso/blackout | passed/passing/passes/pass/past out | "
     "blacked/blacking/blacks out | lost/loses/losing conciousness/consciousness | "
     "perdi/perdio/perdiendo/pierde el conocimiento/sentido | perdi/perdio/pierde la "
     "conciencia/consciencia | going to pass | keeled over | went limp | fell unconscious | "
     "dropped to the | se cayo desmayado/desmayada/redondo | se me desmayo | keeps/almost "
     "fainting/collapsing"},
    {"sweat",
     "sweating/sweaty/sweats/sweat/sweatin/clammy/sudor/sudores/sudando/sudado/sudada/sudoroso"},
    {"vomit",
     "vomit/vomits/vomiting/vomitting/vomited/vomitin/vomito/vomitos/vomita/vomitar/vomitando/"
     "vomite/vomitado/puking/puked/puke/puk/barfing/barf/upchuck/arrojando | "
     "throw/throwing/throws/threw/thrown/throwin up | thrwing up | cant/wont keep "
     "anything/food/water/fluids down | devuelve/devolviendo/devolvio"},
    {"nausea",
     "nausea/nauseous/nauseated/nauseas/queasy/nauseus | sick to my stomach | asco/ganas de "
     "vomitar"},
    {"swell",
     "swell/swells/swelling/swelled/swollen/swolen/swollin/swole/swelin/puffy/puffed/puffing/"
     "hinchado/hinchada/hinchados/hinchadas/hincha/hinchan/hincho/hinche/hinchando/hinchandose/"
     "hinchazon/inflamado/inflamada/inflama/inflamando/inflamo/hinchar/blowing/blew/ballooning | "
     "twice the? size | bigger/fat/huge/blown/lumpy/closing/gruesa/gorda/enorme/grandes"},
    {"confused",
     "confused/confusion/confusd/confuse/disoriented/disorientated/delirious/delirium/incoherent/"
     "hallucinating/confundido/confundida/confundidos/confuso/confusa/desorientado/desorientada/"
     "delirando/delira/delirio/incoherente | doesnt/didnt/dont know/recognize/remember "
     "where/who/what/me/us/her/his | not/isnt/doesnt making/make any? sense | acting "
     "weird/strange/drunk/different/off/crazy/confused | out of it | no sabe/sabia "
     "donde/quien/que/como | no reconoce/conoce/nos | no coordina | talking nonsense/crazy | "
     "diciendo incoherencias/cosas | not himself/herself | mental state changed"},
    {"sleepy",
     "sleepy/drowsy/lethargic/letargic/lethargy/groggy/droopy/somnoliento/somnolienta/adormilado/"
     "adormilada/aletargado/letargico/sueno/listless/sluggish/decaido/decaida/dormido/dormida | "
     "hard to wake | nodding off | cant/wont/doesnt stay awake | keeps falling asleep | se "
     "duerme/durmiendo"},
    {"fever",
     "fever/fevers/feaver/fevr/feverish/fiebre/fievre/fiebr/calentura/calenturas/temp/temperature/"
     "temperatura/febril/febrile/chills/escalofrios/fevrish"},
    {"fever_word",
     "fever/fevers/feaver/fevr/feverish/fiebre/fievre/calentura/calenturas/febril/febrile | "
     "high/running temp/temperature | temperatura alta | con/tiene temperatura"},
    {"relative",
     "mom/mama/mother/dad/papa/father/husband/hubby/wife/son/daughter/kid/child/brother/sister/"
     "grandma/grandpa/grandmother/grandfather/nana/aunt/uncle/friend/esposo/esposa/marido/hijo/"
     "hija/hermano/hermana/abuelo/abuela/abuelita/abuelito/tio/tia/amigo/amiga/suegra/suegro/"
     "neighbor/vecino/he/she/hes/shes/partner/boyfriend/girlfriend/baby/bebe/gma/gpa/pops/parent/"
     "coworker/patient"},
    {"old_person",
     "grandma/grandpa/grandmother/grandfather/elderly/gma/abuelo/abuela/abuelita/abuelito/nana/mom/"
     "mother/dad/father/mama/papa/grandparent/nanna"},
    {"just_happened",
     "just/ahorita/acaba/acabo/acabamos/today/hoy/tonight/now/recien/orita | "
     "hour/hours/minutes/mins/min/hrs/hr/minutos ago | this morning/afternoon/evening | right now "
     "| hace un rato/momento | hace rato | hace minutos/horas | on scene | at the scene"},
    {"accident_of_own",
     "accident/accidentally/accidently/accidental/accidente/cooking/kitchen/shaving/gym/lifting/"
     "workout/exercising/exercise/running/jogging/basketball/soccer/football/futbol/glass/paper/"
     "can/gardening/garage/moving/playing/working/work/hiking/skateboard/bike/yoga/cocinando/"
     "cocina/rasurando/trabajando/trabajo/jugando/gimnasio/entrenando/stove/iron/oven/razor/"
     "chopping/box/cutter/tin/vidrio/lata/slipped/tripped/fell/stretching/pilates/plancha/aceite/"
     "opening/knee/back/shoulder/ankle/warehouse/doing/while/vegetables/onions/tomatoes | at "
     "practice | on a? nail | on accident | sin querer"},

    // --- breathing
    {"breath",
     "breath/breathe/breathing/breathin/breaths/breathes/breating/breting/brething/breth/brethe/"
     "breeth/breathee/braethe/breate/breahte/breathng/brreathe/breething/breeathe/bretahe/respirar/"
     "rspirar/respira/respiro/respirando/respiracion/resirar/rezpirar/respirarr/respir/air/aire | "
     "get enough? air"},
    {"no_breath",
     "not/isnt/aint/stopped/stops/quit/stoped breathing/breathin/breating/brething | no "
     "respira/respirando/esta respirando | dejo/deja de respirar | ya no respira | "
     "short/shortness/shortnes/shrtness of breath/breaths/breth | shortness breath | out of breath "
     "| breathless/winded | gasping/gasps/gasp | fighting/gasping/desperate for air/breath | me "
     "ahogo/ahogando | se ahoga | se esta/estoy ahogando | ahogandome/ahogandose/ahogo | "
     "falta/faltando/falto/falte mucho? el aire | falta/faltando/falto mucho? el? aire | falta de "
     "aire | quedo/queda/quede/quedando sin aire | no le/me entra/llega/pasa el? aire | "
     "asfixia/asfixiando/asfixiandome/sofoca/sofocado/sofocando/sofocada/sofoco/suffocating/"
     "suffocate/suffocated | catch @my breath | cant/not get/getting any/enough? air/oxygen | no "
     "air | breathing is/getting/gets/seems/looks/sounds so/really/very/super/getting? "
     "hard/harder/bad/worse/labored/shallow/weird/funny/fast/heavy/rough/noisy/rapid/wrong/"
     "difficult | breathing so/really/very/super/too/real? "
     "fast/hard/heavy/weird/funny/shallow/rapid/rapidly | respira/respirando muy/bien/super? "
     "rapido/agitado/mal/raro/feo/fuerte/entrecortado | respiracion "
     "agitada/rapida/rara/entrecortada | not breathing right/well/good/normal/normally/properly | "
     "no respira bien | panting/jadeando/jadea/agitada | grunting/quejido | airway | "
     "drowned/drowning/hyperventilating | wheezing/wheezes/wheeze bad/badly/really/a/and/so | "
     "silbando el pecho | pecho silba/silbando | le chilla el pecho | stridor/agonal | "
     "oxygen/o2/oxigeno/sats is/are/keeps/level? low/dropping/dropped/drops/bajo/baja | oxigeno "
     "muy? bajo | oxygen is? dropping | full/deep/proper/complete/good/normal breath | cant "
     "lie/lay/sleep flat | sleep/sleeping/sit/sitting sitting?/up to breathe | "
     "barely/hardly/hard/harder to? breathe/breathing | went down the wrong | "
     "gagging/gurgling/boquea/boqueando | lungs feel/are/full/wont/closing/burning/filling | no "
     "agarro/jalo/alcanzo/alcanza/agarra/jala aire/respiro/respirar | no alcanzo/alcanza a "
     "respirar | jalar/jalando/agarrar/alcanzar el? aire | se pone morado/azul/morada | breathing "
     "like | breathing 40/50/60 | trouble with/getting? air/breathing | like im? "
     "drowning/suffocating/breathing | through a straw | barking cough | cant get "
     "air/enough/oxygen | air hunger | running out of air | se asfixia | siento/siente que me/se "
     "ahogo/ahoga/asfixio"},
    {"lips_etc",
     "lips/lip/face/fingers/fingertips/nails/fingernails/tongue/mouth/labios/labio/cara/unas/dedos/"
     "boca/boquita/lengua/feet/hands/skin"},
    {"blue",
     "blue/bluish/blueish/gray/grey/grayish/ashen/purple/purplish/azul/azules/azulado/azulada/"
     "azulados/morado/morada/morados/moradas/moradito/moraditos/gris/grises"},
    {"turned_blue",
     "turning/turned/turns/went/going/goes/turnin blue/bluish/gray/grey/purple | is/looks/looking "
     "blue/gray/grey/bluish | hes/shes blue/gray/purple | se pone/puso/esta/ponen/pusieron "
     "poniendo? morado/morada/azul/gris/moradito/moradita | poniendo morado/morada/azul | all blue "
     "| blue spell/spells/episode | blue in the face"},
    {"choke",
     "choking/choaking on | im/hes/shes/is/was/started/keeps/baby/son/daughter/kid/mom/dad "
     "choking/choaking | choked/chokes on | help choking | choking and/cant/help/right/now/baby | "
     "atraganto/atragantado/atragantada/atragantando/atragantandose/atragantandome/atragante/"
     "atraganta/atragantar | se/me esta? ahogando/ahogo/ahoga con | stuck/lodged in @my "
     "throat/windpipe | atorado/atorada/atoro/atora/atravesado/atravesada en la garganta | "
     "heimlich"},
    {"choked_person",
     "choked/chokes/choking/choke me/us | strangled/strangles/strangling/strangle me/her/him/us/my "
     "| put/puts/had his? hands/hand around/on my throat/neck | hands around my throat/neck | "
     "ahorca/ahorco/ahorcaba/ahorcar/ahorcando/ahorcarme/estrangulo/estrangula/estrangular | "
     "agarro/agarra/apreto/aprieta del/el cuello | choked/chokes/choking my/her "
     "mom/mother/sister/daughter/wife"},
    {"ribs",
     "ribs/rib/ribcage/costillas/costillitas/sternum/belly/stomach/nostrils/neck/pancita/pecho/"
     "chest"},
    {"pull_in",
     "pulling/pulls/sucking/sucks/sucked/caving/caves/sinking/retracting/retractions/hunde/hunden/"
     "hundiendo/sume/sumen/sumiendo/flaring"},
    {"each_breath", "breath/breathe/breathes/breathing/breaths/respira/respirar/in"},
    {"few_words",
     "few/couple/two/one/1/2/three/3 of? word/words at a time | word/words per/between/each/every "
     "breath/breaths | between words | cant/couldnt/not finish/complete/say/speak/talk/get in? "
     "full/a/whole/complete sentence/sentences/words? out? | cant/barely finish a sentence | full "
     "sentences | frases completas | no puede/puedo decir/hablar/completar frases/oraciones | "
     "palabra por palabra | entre palabra/palabras | una palabra a la vez"},
    {"inhaler",
     "inhaler/inhalers/nebulizer/neb/nebs/albuterol/rescue/inhalador/nebulizador/nebulizaciones/"
     "puffer"},
    {"not_working",
     "not/isnt/aint/doesnt/wont/arent working/helping/help/work/doing | stopped working | no "
     "funciona/ayuda/sirve/hace/ayudan/funcionan/calma/quita | no le/me ayuda/hace/funciona/sirve "
     "| without relief | no relief | nothing/nada helps/helping | every hour | didnt help/work"},
    {"asthma_attack",
     "having/bad/severe/serious an? asthma attack | asthma attack | ataque/crisis de asma | asthma "
     "flare/is really? bad | asmatica/asmatico muy mal"},
    {"leg_calf", "calf/leg/pantorrilla/pierna/calves/legs"},
    {"clot", "clot/clots/embolism/embolia/coagulo/coagulos/dvt"},
    {"drown",
     "pulled/found from/in/out of? the pool/water/tub/bathtub/lake | under water/underwater | "
     "almost/nearly drowned | drowned/ahogo en la alberca/piscina | se ahogo en/casi | casi se "
     "ahoga"},

    // --- cardiac
    {"chest",
     "chest/chst/cheast/chestt/chets/ches/pecho/pechos/torax/sternum/breastbone/esternon/ribcage/"
     "tits"},
    {"weight_on",
     "elephant/elefante/killing/brick/bricks/ladrillo/anvil/vise/vice/boulder/rock/piedra/piedrota/"
     "truck/fist/peso/yunque | weight/band/belt on/around/across/over | ton of | "
     "someone/somebody/something/smth is? "
     "sitting/standing/pressing/squeezing/stepping/crushing/pushing | alguien/algo me? "
     "encima/sentado/aplasta/aplastando/apretando/oprime | like being? crushed/squeezed"},
    {"heart", "heart/hart/haert/corazon/corason/heartbeat/latido/latidos"},
    {"heart_hurts",
     "heart/hart really/just? hurts/hurting/aches | pain/pressure in @my heart | duele el? corazon "
     "| dolor/punzada/presion/piquete/piquetes en/al/del el? corazon | corazon me duele"},
    {"heart_attack",
     "heart/hart/heat/haert attack/attck/atack/attak/atak | heartattack | ataque/ataques al/de/del "
     "corazon | ataque cardiaco/cardiaca | infarto/infartos/infartando/infarte/infarta | paro "
     "cardiaco/cardiorrespiratorio | paro al corazon | cardiac/heart arrest | widow maker | "
     "cardiac event"},
    {"left_arm",
     "left arm/shoulder/hand | arm and jaw | l arm | both arms | jaw/jawline/mandibula/quijada | "
     "brazo/hombro/mano izquierdo/izquierda/isquierdo"},
    {"spreads",
     "down/into/radiating/radiates/spreading/spreads/shooting/shoots/moving/goes/going/traveling/"
     "travels/through/up/corre/recorre/baja/bajando/irradia/hacia/extiende/sube/subiendo/pasa"},
    {"heart_races",
     "racing/races/race/pounding/pounds/skipping/skips/skipped/skip/fluttering/flutters/flutter/"
     "fast/faster/jumping/beating/irregular/thumping/hammering/acelerado/acelerada/acelera/acelero/"
     "rapido/saltando/salta/brinca/brincando/late/latiendo/disparado/rapidisimo | "
     "explode/explodes/exploding/erratic/weird/flipping/stopping/crazy/flopping/irregularly/150/"
     "160/170/180/salir/sale/loco/descontrolado/bumping/galloping/runs/running/beats/irregular"},
    {"palpitations",
     "palpitations/palpitation/palpitaciones/palpitacion/palpitaions/afib/svt/tachycardia/"
     "taquicardia/arrhythmia"},
    {"heart_stopped",
     "heart stopped/stopping/stops | no/without pulse/heartbeat | sin pulso | no tiene/siento "
     "pulso | se le paro/detuvo el corazon | defibrillator/icd/pacemaker/desfibrilador "
     "shocked/fired/zapped/went/gave/keeps/is | gave/giving/doing/need/necesita cpr | cpr on/to | "
     "shocked by my? icd/defibrillator"},
    {"indigestion", "indigestion/heartburn/acidez/agruras/nausea/nauseous/nauseas"},
    {"between_blades",
     "shoulder blades/blade | upper back | espalda alta | jaw/mandibula | neck/cuello | "
     "back/espalda"},

    // --- stroke
    {"face",
     "face/mouth/smile/cheek/eyelid/lip/cara/boca/sonrisa/cachete/rostro/parpado/boquita/carita/"
     "eye"},
    {"droop",
     "droop/drooping/droopy/droops/drooped/droppy/dropping/drooling/sagging/sags/sagged/crooked/"
     "lopsided/uneven/paralyzed/paralysed/slanted/twisted/caida/caido/torcida/torcido/torcio/"
     "tuerce/chueca/chueco/enchueco/paralizada/paralizado/paralizo/ladeada/ladeado/cayo/desviada/"
     "desviado/desvio/jalada/colgada/colgando | de lado | to one side | not even/symmetrical"},
    {"one_side",
     "one/left/right/1/whole/entire side | left/right half | side of @my body/face | half of? @my "
     "body/face/cara | half my | medio/media cuerpo/cara/lado | mitad del/de cuerpo/la/mi "
     "cara/cuerpo | la mitad | un lado/costado | lado izquierdo/derecho/isquierdo | arm and/or "
     "@my? leg | leg and/or @my? arm | brazo y @my? pierna | pierna y @my? brazo | whole "
     "left/right | left/right arm and | todo el lado | right arm/leg | left leg | brazo/pierna "
     "derecha/derecho/izquierda | one arm/leg"},
    {"numb",
     "numb/numbness/numbing/numm/nunb/tingling/tingly/tingles/dormido/dormida/dormidos/dormidas/"
     "durmio/duerme/durmiendo/adormecio/adormecido/adormecida/adormecimiento/adormece/adormecidos/"
     "adormecidas/entumido/entumida/entumecido/entumecida/entumecio/entumio/hormigueo | "
     "cant/cannot/couldnt feel | no siente/siento/sentia | pins and needles"},
    {"weak_side",
     "weak/weakness/weaker/paralyzed/paralysed/paralysis/dead/heavy/limp/useless/debil/debilidad/"
     "paralizado/paralizada/paralizo/paraliza/inutil/muerto/muerta | wont/cant/couldnt/cannot "
     "move/lift/raise/use/work/grip/hold | not working/moving | no puedo/puede/pudo "
     "mover/levantar/alzar/usar/agarrar | no mueve/responde/levanta | sin "
     "fuerza/fuerzas/movimiento | perdio/perdi la? fuerza | perdio/perdi la? fuerza | stopped "
     "working | gave out | doesnt/dont/didnt/isnt/wont/not "
     "work/move/respond/working/moving/lift/responding | lost feeling/strength/use/control | no "
     "feeling/strength/power | no me/le responde/responden/obedece | se me/le cae/caen"},
    {"limb", "arm/leg/hand/foot/arms/legs/brazo/pierna/mano/pie/brazos/piernas"},
    {"went_numb",
     "went/gone/goes/turned/got/suddenly/sudden numb/limp/weak/dead/heavy/tingly | se me/le "
     "durmio/adormecio/paralizo/entumio/quedo | se quedo sin/dormido/dormida | just stopped "
     "working | gave out all"},
    {"speech",
     "slur/slurs/slurred/slurring/slurd/slured/sluring/slurry/garbled/garbles/jumbled/gibberish/"
     "babbling/mumbling/balbucea/balbuceando/afasia/aphasia | not/isnt/arent/doesnt/wasnt "
     "making/make/made any? sense | words are/come/came/coming/keep out? all? "
     "wrong/mixed/jumbled/funny/weird | words wont come | words mixed up | "
     "talking/speaking/talks/sounds weird/funny/strange/gibberish/drunk/slow/nonsense | "
     "talking/sounds like @my? drunk | arrastra/arrastrando las? palabras/voz | "
     "habla/hablando/hablar raro/enredado/mal/chistoso/trabado/extrano/feo/arrastrado | "
     "habla/hablando como borracho/borracha/si | enreda/traba/enredo/enredando/trabo/trabando la? "
     "lengua/palabras | lengua trabada/enredada/pesada | no se le entiende/entienden | no le/me "
     "salen las? palabras | no puede/puedo/pudo/logra hablar/pronunciar/articular | mixing up "
     "words | trouble finding/getting words | lost her/his/my? speech | unable to speak | "
     "says/saying/using/uses the? wrong words/word | doesnt/cant/couldnt know/remember/say "
     "her/his/my own? name | words backward/backwards | cant form/get words/sentences/out/the | "
     "cant/couldnt read/understand suddenly/what/anything | trouble talking/speaking/forming | "
     "palabras al reves | no sabe/recuerda su/como nombre/se | se le olvido su/como/hablar nombre? "
     "| no puede decir su/palabras | talking backwards | tongue feels/is heavy/thick | lengua "
     "pesada"},
    {"speak", "speak/talk/speaking/talking/talkin/hablar/words/palabras"},
    {"vision_loss",
     "lost/losing/loses/loss @my? vision/sight/eyesight | loss of vision/sight | vision loss | "
     "went/gone/going/suddenly/is blind | blind in | cant/cannot/couldnt see out of? | cant see "
     "anything/from/with/my/at/right/left | can not see out/anything | double vision | "
     "seeing/see/sees double | blurry/blurred/blury vision | vision is/went/got/getting/gets all? "
     "blurry/blurred/weird/black/gone/dark/double/fuzzy/half | everything went black/dark/blurry | "
     "curtain/shade over/across | no ve/veo nada/bien/de/por/con/del | perdi/perdio/perdiendo la? "
     "vista/vision | ve/veo/viendo doble/borroso | vision/vista doble/borrosa/nublada | se quedo "
     "ciego/ciega | se me/le nublo/fue/borro la vista | no puede/puedo ver | half of my vision | "
     "blind spot | seeing spots/stars/flashing/lights/sparkles/floaters | viendo/veo/ve "
     "manchas/estrellas/lucecitas/luces/puntitos/destellos/estrellitas | vision borroso"},
    {"balance",
     "balance/equilibrio/spinning/vertigo/stumbling/staggering/tambalea/tambaleando | cant/couldnt "
     "walk/stand straight? | no puede/puedo caminar/pararse/mantenerse/andar | "
     "falling/leaning/tilting to one/the side/left/right | se va de lado | walking like @my? drunk "
     "| se cae de/para lado | drags/dragging/dragged her/his/my/one foot/leg | "
     "arrastra/arrastrando el/la/un pie/pierna | dropping/drops things/everything | se le caen las "
     "cosas | cant/couldnt/wont hold/grip/button"},
    {"headache",
     "headache/headaches/headach/hedache/headahce/heachache/headace/migraine/migrane/migrain/"
     "migrana/jaqueca | head ache/aches/hurts/pain/pounding/hurting/exploding/is killing | pain in "
     "@my head | dolor/dolores de/en la? cabeza | duele la? cabeza/muchisimo | dolor de cabesa | "
     "cabeza me duele/explota/estalla"},
    {"worst",
     "worst/thunderclap/explosive/explosion/peor/exploding/popped/explota/estalla/reventar/trueno "
     "| never had/felt one? | like never before | like nothing | nunca habia/he tenido/sentido | "
     "of my life | de mi vida | lightning | come on fast"},
    {"stroke_word",
     "stroke/strok/strokes/ministroke/ictus/avc/acv/aneurysm/aneurism/aneurisma | derrame cerebral "
     "| un derrame | derrame/embolia/embolias/ataque/infarto cerebral | embolia | a tia | mini "
     "stroke | brain bleed/hemorrhage | hemorragia cerebral | facial paralysis | paralisis facial"},
    {"may_be",
     "having/had/has/have/think/thinks/thinking/might/maybe/could/believe/worried/afraid/scared/"
     "looks/signs/symptoms/is/it/like/possible/going/creo/cree/puede/pueda/parece/sera/tuvo/tiene/"
     "tenga/dando/dio/diera/sufriendo/sufrio/da/esta/un/una/estara/tengo/teniendo/senales/sintomas/"
     "suffered/another/tuve/le"},

    // --- anaphylaxis
    {"throat", "throat/throut/throte/tongue/tounge/tonge/garganta/lengua/airway/uvula"},
    {"closing",
     "apretada/close/closes/closing/closed/closin/shutting/tight/tightening/constricting/cierra/"
     "cerrando/cerrandose/cerrado/cerro/cierre/cerrar/swelling/thick/thickening/apretando/aprieta "
     "| feels? blocked | shutting up"},
    {"lips_face", "lips/lip/face/eyes/eye/mouth/labios/labio/cara/ojos/boca/eyelids"},
    {"anaphylaxis",
     "anaphylaxis/anaphylactic/anaphalactic/anafilaxia/anafilaxis/anafilactico/anafilactica/"
     "anaphylatic/anaphilaxis"},
    {"epi", "epi/epipen/epipens/epinephrine/epinefrina/adrenalina/auviq/epypen | epi pen"},
    {"used",
     "used/use/using/gave/give/given/injected/inject/stabbed/jabbed/took/hit/did/administered/"
     "usamos/uso/puse/pusimos/puso/inyecte/inyecto/aplique/aplico/aplicamos/pusieron"},
    {"allergic", "allergic/alergic/allergy/alergica/alergia/alergico/allergies/reaction/reaccion"},
    {"reaction", "reaction/reacion/reaccion/reaciona/reacting/rxn"},
    {"hives",
     "hives/hive/welts/ronchas/roncha/urticaria/rash/sarpullido/salpullido/granos/itchy/itching"},
    {"allergen",
     "stung/sting/stings/bee/bees/wasp/hornet/yellowjacket/ant/ants/bite/bitten/abeja/abejas/"
     "avispa/avispas/hormigas/hormiga/pico/picaron/picadura/piquete/peanut/peanuts/nut/nuts/cashew/"
     "cashews/almonds/walnut/walnuts/pecan/shellfish/shrimp/crab/lobster/fish/egg/eggs/milk/sesame/"
     "mani/cacahuate/cacahuates/nuez/nueces/almendra/mariscos/marisco/camaron/camarones/pescado/"
     "huevo/leche/amoxicillin/penicillin/penicilina/amoxicilina/antibiotic/antibiotico/medicine/"
     "medication/medicina/ibuprofen/ate/eating/comi/comio/comer/vaccine/vacuna/shot/strawberries/"
     "fresas/dye/latex/bactrim/injection"},

    // --- poison
    {"overdose",
     "overdose/overdosed/overdosing/overdoses/overdoze/overdosis/sobredosis/overdosd/oded/oding/"
     "sobredosificado | od on/ed/ing | over dose/dosed/dosing | ods/odd on"},
    {"took",
     "took/take/taken/takin/taking/tok/swallow/swallowed/swallowing/swalowed/ate/eaten/popped/"
     "popping/downed/downing/drank/ingested/consumed/chugged/tome/tomo/tomado/tomando/tomamos/"
     "tomaron/trague/trago/tragado/tragaron/ingeri/ingirio/comi/comio/comido/bebi/bebio/consumio | "
     "got/get/gotten into/ahold | me/se tomo/tome/trago/trague/comio/comi/metio/meti | had"},
    {"gave",
     "gave/give/given/giving/di/dio/dimos/dado/dieron/puse/puso/injected/inject/administered/"
     "inyecte/inyecto"},
    {"too_many",
     "too many/much/mny | way too | more than/then supposed/i/prescribed/he/she/should | more than "
     "i should | whole/entire/full/hole bottle/pack/box/thing/jar/strip | bottle of | "
     "handful/handfull/handfuls/bunch/fistful of? | demasiado/demasiada/demasiados/demasiadas | "
     "todo/entero el? frasco/bote/paquete/botecito | el/un/todo frasco/bote entero/completo/de | "
     "caja/botella/tira entera/completa de? | toda/todas la/las/mi/mis/sus "
     "caja/pastillas/pildoras/medicinas/botella | un puno/punado/monton | punado/monton de | de "
     "mas | extra/extras | mas de la cuenta | at once/one | de golpe/un | de una vez | all at once "
     "| accidentally/accidently | by accident/mistake | sin querer | por error/accidente | on "
     "purpose | a proposito | x2 | two extra | "
     "six/seven/eight/nine/ten/twelve/fifteen/twenty/thirty of | "
     "muchisimas/bastantes/varias/tantas"},
    {"many_loose",
     "all/todas/todos of? @my | all of them | todas | a lot of | lots of | muchas/muchos | bunch"},
    {"pill",
     "@pills | dose/doses/dosis/dosage | heart/bp/sleeping/pain meds/med/medicine/pills | "
     "bp/heart/diabetes/pressure med"},
    {"wrong_dose",
     "double/doubled/triple/extra/wrong/another @pills/dose/dosage/doses | double/doubled/triple "
     "up? on? @my? dose/doses/meds/medicine/medication | doble/triple/otra "
     "dosis/dosi/medicina/pastilla | dosis doble/equivocada/incorrecta | wrong/incorrect "
     "one/dose/amount/bottle | double/doubled/twice/triple the/as/my/his/her "
     "@pills/dose/amount/dosage/much | twice/2x by/today/this/in/instead/accidentally | two/2 "
     "doses | dos veces | la/las/una/de medicina/pastilla/pastillas/medicamento/medicinas "
     "equivocada/equivocado/equivocadas/ajena/incorrecta | me/se equivoque/equivoco de "
     "@pills/dosis/bote | medicina/pastillas de otra/otro/alguien/su/mi "
     "persona/mama/papa/esposo/esposa/hermano/abuela/abuelo/nino/hija/hijo/alguien | "
     "someone/somebody elses/else | "
     "his/her/moms/grandmas/dads/husbands/wifes/mothers/grandpas/dogs @pills | my/his/her "
     "mothers/moms/husbands/wifes/dads/grandmas/grandpas/dogs/wife/husband/mom/dad/grandma @pills "
     "| pastilla/pastillas/medicina/medicinas/medicamento de/del la? "
     "abuela/abuelo/mi/su/papa/mama/perro/esposa/esposo | meds/pills again | again by "
     "mistake/accident | too close together | instead of"},
    {"child",
     "kid/kids/child/children/son/daughter/toddler/todler/baby/babies/hijo/hija/hijos/nino/nina/"
     "ninos/bebe/bebito/grandson/granddaughter/grandkid/grandbaby/nieto/nieta/nephew/niece/sobrino/"
     "sobrina/boy/girl/chiquito/chiquita/peque/pequeno/pequena/nene/nena/infant/brother/sister/"
     "hermanito/hermanita | year/yr/month/mo old | he/she/yo/lil"},
    {"adult_drank",
     "swallowed/swallow/swalowed/drank/drunk/drink/ingested/sipped/inhaled/trague/trago/tomo/tome/"
     "bebi/bebio/inhalo/inhale/chugged | me/se tome/tomo/trague/trago"},
    {"child_ate",
     "swallowed/swallow/swalowed/swallows/drank/drunk/ate/eaten/eating/chewed/chewing/licked/"
     "sucked/bit/trago/tragado/tomo/tomado/bebio/comio/comido/chupo/mastico/mordio/probo/took | "
     "got/get/gotten into | got ahold/hold/a hold? of | put/metio in/en his/her/la/su mouth/boca | "
     "se tomo/trago/comio | ha tomado/comido/tragado | in his/her mouth"},
    {"toxic",
     "@pills | "
     "bleach/cleaner/cleaners/cleaning/detergent/pod/pods/tide/battery/batteries/batery/magnet/"
     "magnets/antifreeze/poison/gummy/edible/mushroom/mushrooms/plant/plants/berries/nicotine/vape/"
     "vapes/cigarette/cigarettes/sanitizer/coin/coins/quarter/penny/dime/nickel/cloro/limpiador/"
     "limpiadores/detergente/jabon/pila/pilas/bateria/baterias/iman/imanes/veneno/hongo/hongos/"
     "planta/plantas/cigarro/cigarros/moneda/monedas/gasoline/gas/gasolina/kerosene/fluid/windex/"
     "lysol/drano/lye/lejia/fabuloso/pinol/pinesol/ammonia/amoniaco/acetone/acetona/thinner/"
     "solvent/solvente/insecticide/insecticida/raid/raticida/pesticide/pesticida/roach/rat/mouse/"
     "weed/marijuana/marihuana/thc/peroxide/alcohol/perfume/vitamins/iron/shampoo/polish/remover/"
     "dishwasher/laundry/mothballs/naftalina/suavizante/quitaesmalte/desinfectante/disinfectant/"
     "desengrasante/acido/screw/nail"},
    {"toxic_strong",
     "bleach/cleaner/detergent/pod/pods/battery/batteries/antifreeze/anticongelante/poison/"
     "gasoline/gasolina/kerosene/cloro/limpiador/detergente/pila/bateria/veneno/windex/lysol/drano/"
     "lye/lejia/fabuloso/pinol/pinesol/ammonia/amoniaco/acetone/acetona/thinner/solvent/pesticide/"
     "pesticida/insecticida/insecticide/raid/raticida/magnet/magnets/imanes/acid/acido/peroxide/"
     "desinfectante/disinfectant/sanitizer/chemicals/chemical/quimico/quimicos/fumes/paint/"
     "antifreze/razor/rat/roach | "
     "mushrooms/berries/fertilizer/lamp/lighter/torch/nicotine/coin/coins/glass/needle/roundup/"
     "rubbing/mouthwash/polish/remover/pine/sol/wax/glue/ant/windshield/coolant/propane/vidrio/"
     "aguja/alfiler/moneda"},
    {"monoxide",
     "carbon monoxide/monoxido | monoxido/monoxide de? carbono? | co alarm/detector/poisoning/leak "
     "| gas leak | fuga/escape/olor de/a gas | huele a gas | smell/smells/smelling of? gas"},
    {"poisoned",
     "poisoned/poisoning/poisen/envenenado/envenenada/envenenamiento/envenenaron/enveneno/envenene/"
     "intoxicado/intoxicada/intoxicacion/intoxico | poison control | drugged/spiked/roofied "
     "my/me/her/him | drink was spiked"},
    {"bite_venom",
     "snake/rattlesnake/copperhead/vibora/serpiente/culebra/cascabel bite/bit/bitten/mordio | "
     "bit/bitten/mordio by? a/una/la/el? snake/rattlesnake/vibora/serpiente/culebra/cascabel/black "
     "| black widow | viuda negra | scorpion/alacran/escorpion sting/stung/pico | pico un/una "
     "alacran/escorpion/vibora"},
    {"opioid",
     "narcan/naloxone/naloxona/fentanyl/fentanilo/heroin/heroina/laced/meth/cocaine/cocaina"},
    {"drug_harm",
     "used/gave/too/laced/much/blue/wake/overdose/waking/breathing/unresponsive/took/shot/smoked/"
     "snorted/passed/nodding/cut"},
    {"alcohol",
     "alcohol/vodka/whiskey/tequila/liquor/booze/drinking/drunk/wine/beer/beers/shots/borracho/"
     "borracha/cerveza/cervezas"},

    // --- suicide and self-harm
    {"kill_self",
     "kill/killing/kil/kll/kills/killed/off/offing/unalive/hang/hanging/shoot/shooting/drown/stab/"
     "end/delete @self | kill my self | "
     "kms/kys/unalive/unaliving/unalived/unaliv/sewerslide/suicide/suicidal/suiside/suicied/suicid/"
     "sucide/suicida/suicidas/suicidio/suicidarme/suicidarse/suicidar/suicidios/suisidio/"
     "desvivirme/desvivir/desvivirse/suicidality/suicides/suicidarnos | k m s | end/ending/ended "
     "it all/tonight/now/once/today/soon/for? | end/ending/ended my/his/her/their "
     "life/lives/suffering | end it/this now/all/tonight/soon | take/taking/took/taken "
     "my/his/her/their own? life | matarse/matarce/ahorcarme/ahorcarse/colgarme/colgarse | pegarme "
     "un? tiro | me quiero/kiero/voy/quisiera/quise a? matar/suicidar/ahorcar/colgar/cortar | se "
     "quiere/quiso/va/intento/queria/trato/kiere a/de? matar/suicidar/morir/quitar | "
     "quitarme/quitarse/quitar/kitarme la? vida | me quito la vida | acabar/terminar/acabo con "
     "mi/su/todo/esta/la vida? | acabar con todo | jump/jumping/jumped off/from/in/out/into "
     "a/the/of? bridge/roof/building/traffic/balcony/window/overpass/front/train/it | "
     "tirarme/aventarme/lanzarme/tirarse/aventarse/botarme de/del/al/a | slit/slitting my/his/her "
     "wrists/throat | cortarme/cortarse las venas | feel like dying | wish i/he/she "
     "was/were/wasnt/werent dead/alive/here/never | wish i was/were never born | wishes she/he "
     "was/were dead | better/beter/bettr off dead | mejor muerto/muerta | sleep forever | dormir "
     "para siempre | go to sleep and never/not | never wake up | not wake up | dont/doesnt "
     "want/wanna to? wake up | no despertar mas/nunca/jamas | ojala/quisiera me "
     "muriera/muera/no/morir/morirme/nunca | pensamientos de muerte | pensamientos suicidas | "
     "pensando/pienso/piensa en morir/morirme/morirse/la/matarme | "
     "thinking/think/thinks/thought/thoughts about/of dying/death/ending/suicide/killing | "
     "dark/suicidal thoughts | mejor me mato/muero | me voy a matar | drive off/into a/the? "
     "bridge/cliff/road/tree | blow my brains/head | put a bullet in | drink bleach | "
     "prefiero/preferiria estar? morir/muerta/muerto/morirme | cease to exist | stop existing | "
     "dejar de existir/vivir | rather be dead/die | quiere quitarse la | hanged himself/herself | "
     "attempted/tried/attempt suicide | intento de suicidio | no way out | see/seeing no way "
     "out/future | cant see a? way/future out? | dont see a/any/the future/way/point/reason | not "
     "going to make it through/to/past tonight/the/tomorrow | wont make it through/to "
     "tonight/the/tomorrow/morning | painless/easiest/quickest/best/fastest ways/way to go/die/do "
     "| ways to die/end/do | how to die/hang/kill/end | lethal dose | how many pills/pastillas "
     "to/would/does/will/it/para | hope/hoping/wish/wishing/pray/praying i "
     "dont/didnt/could/never/just/can wake/not/up/sleep/die | dont wake up | never have to wake | "
     "crash my car/truck | step/jump/walk/walked/jumped/stepping in front/into of? "
     "traffic/a/the/train/oncoming | into oncoming/traffic | i want/wanna to? be with/join my? "
     "dead/late/mom/dad/husband/wife/son/daughter/god in? | join my/him/her "
     "husband/wife/mom/dad/in | kids/family/everyone/everybody/world/they "
     "deserve/deserves/would/will/be be? better | i dont matter | dont matter to anyone/anymore | "
     "it will/ll be/all be? over soon | be over soon | i wont be a/here "
     "problem/burden/much/around/alive | wont be alive | make the pain/it stop forever/for | "
     "relapsed on cutting/sh | suicide pact | catch the bus | ctb | gun to/in/against my/his/her "
     "head/mouth/hand | standing on/at the bridge/ledge/edge/roof/tracks | on the ledge | loaded "
     "gun | noose | stop/stopped eating/taking so/until/to i die/he/she | talks/talking/talk about "
     "death/dying/being all/dead | says/said/dice/dijo he/she/que nobody/no/nadie would/lo/la "
     "care/extranara | says/said he/she/hed/shed "
     "wants/would/rather/wishes/doesnt/wanted/didnt/doesnt to/be/she/he/want die/dead/was/to/not | "
     "looked/looking/googled/googling/searching/searched up? how/ways to die/hang/od/overdose/kill "
     "| last/final goodbye/goodbyes | not worth living/it/being | ready to be done | existing "
     "hurts | nothing left to/for live/me | nothing left | end of my rope | want/need it all to? "
     "be? end/over/stop | want/wish everything/it to stop/end | no hay/veo/encuentro "
     "salida/futuro/motivo/razon | no le veo/encuentro salida/sentido/caso/futuro | irme de/para "
     "este/siempre mundo? | me quiero ir de/con/para este/mi/siempre/dios "
     "mundo/mama/papa/esposo/hijo/el? | dejar este mundo | salir de este mundo | soy un/una "
     "estorbo/carga/problema | ya? no hago falta | nadie me necesita/extranaria | a nadie le "
     "importo | para que vivir/vivo/sigo/seguir | no quiero ver otro dia/manana | ponerle/poner "
     "fin a | que se/todo acabe/termine todo/ya/esto | acabar con este/mi/el sufrimiento/dolor | "
     "acabe/termine todo/este sufrimiento/esto | no/nunca haber/hubiera nacido | mejor no "
     "estar/existir/despertar/haber | mejor se/me muere/muero/muera | habla de la? "
     "muerte/morir/morirse/matarse/suicidarse | dice que mejor? se/no/ya se/quiere/va "
     "quiere/va/a/vivir/morir/matar | ya tengo un/el/mi plan | ya tengo todo listo/planeado | "
     "tengo un plan para morir/matarme/terminar/hacerlo | pistola/arma/cuchillo/navaja/pastillas "
     "en/contra/a la/mi mano/cabeza/boca | cartas para/a mis/mi/su hijos/familia/mama | ya no "
     "quiero seguir/estar/nada/sentir/sufrir/luchar | no quiero seguir | no quiero estar "
     "viva/vivo/aqui/mas | todo seria mejor sin | perdi las ganas | sin esperanza | "
     "estaria/estaria/estoy mejor muerta/muerto | me quiero aventar/tirar/morir/dormir | "
     "aventarme/tirarme a/al/del/de | no amanecer | ya? no despertar"},
    {"wants",
     "want/wants/wanted/wanting/wanna/wana/wnt/plan/plans/planning/ready/might/tempted/trying/"
     "tried/try/feel/feels/quiero/quiere/quisiera/kiero/kisiera/quieres/queria/ganas/deseo/desea/"
     "intento/intente/pienso/piensa/pensando/thinking/thoughts/thought/think/wish/wishes/"
     "considering/considered/hope/hoping/pray/praying/prefer/rather/merezco/deserve/deberia/"
     "should"},
    {"die",
     "die/dead/death/disappear/dissapear/vanish/morir/morirme/morirse/muerto/muerta/muerte/"
     "desaparecer/muera/muriera | not be here/alive/around | not exist/live | no/not "
     "existir/vivir/despertar/estar be/wake? | be gone | stop existing/living"},
    {"not_want",
     "dont/doesnt/didnt/dnt want/wanna/wana/wnt/wants/feel/deserve | do/does/did not "
     "want/wanna/feel | no longer want/wants/wanna | not wanting/want | no "
     "quiero/quiere/kiero/quisiera/deseo/desea/queria/kiere | no tengo/tiene ganas/deseos de | ya "
     "no quiero/quiere/kiero | sin ganas de | never want/wanted"},
    {"live",
     "live/alive/exist/living/existing/vivir/bibir/existir/despertar/viviendo | be here | go on | "
     "keep going/living | be around/alive/born | wake up | estar aqui/viva/vivo/en | seguir "
     "viviendo/asi/adelante/mas/aqui/en | la vida | like living"},
    {"better_without",
     "better/beter/bettr off/without if/with? without? me | better off without | happier without "
     "me | better if/without i/me was/were/wasnt? gone/dead/here? | mejor sin mi/el/ella | sin mi "
     "estarian | estarian/estaran/estaria mejor/felices sin | no reason to live/go/keep/exist | "
     "nothing/nada to/por/para live/que/vivir for/vivir? | tired/sick/exhausted/done of/with "
     "living/life/being/existing alive? | done with life/living | cant go/keep on/going living? "
     "anymore/any? | life/vida isnt/is/aint/not not? worth | not worth living | no point/purpose "
     "in/to? living/going/life/anymore/live | whats/what the point of living/life/anymore | no "
     "vale/tiene la/sentido pena/vivir/la/mi/nada vivir/vida? | mi vida no/ya vale/tiene/importa | "
     "cansado/cansada/harto/harta/kansado/kansada de vivir/la/mi/esta/todo vida? | no "
     "le/hallo/encuentro/veo sentido a la/mi vida | no/nobody/noone one? would/will/wud "
     "miss/care/notice | nadie me extranaria/extranara/va/notaria | nadie me va a extranar | "
     "im/soy/be/i am a burden/worthless | una carga para | hate/odio my/mi life/vida/being alive? "
     "| lost the? will to live | perdi las ganas de vivir | given/gave/giving up on "
     "life/living/everything | me rindo | hopeless/worthless and/alone | mundo mejor sin | ya no "
     "tiene caso/sentido | no puedo/aguanto mas con/mi/la/esta vida | no aguanto la/mi/esta vida"},
    {"give_up",
     "cant/cannot/cnt do/take/handle/stand/go this/it/anything/life/on any/anymore/no? more? | ya "
     "no puedo/aguanto mas | no puedo/aguanto mas | cant anymore | goodbye/goodby/adios | ya no "
     "puedo/aguanto | its over | done with everything/it | i give up | ready to go | wont be "
     "here/around tomorrow/much/long/anymore/for | wont have to | no voy a estar"},
    {"despair",
     "done/goodbye/bye/adios/empty/alone/worthless/hopeless/tired/over/end/nobody/noone/nadie/sola/"
     "solo/sad/triste/hurts/hurt/cant/hate/odio/anymore/forever/siempre/mas/nothing/nada/sorry/"
     "perdon/please/lost/broken/rota/roto/soledad/everything/todo/todas/all/want/quiero/ready/"
     "lista/listo/tonight/last/ultima"},
    {"emoji_means", "emojipill/emojideath/emojiknife/emojigun"},
    {"emoji_sad", "emojiheartbreak/emojideath"},
    {"hurt_self",
     "cut/cuts/cutting/cutted/hurt/hurts/hurting/harm/harming/harmed/harms/burn/burning/burns/"
     "burned/scratch/scratching/hitting/punching @self | cut/cuts/cutting/slit my/his/her/their "
     "wrist/wrists/arms/thighs/legs | hurt my self | se/me "
     "corta/corto/cortaba/lastima/cortando/lastimaba/cortado los/el/las/la "
     "brazos/brazo/munecas/muneca/piernas | se/me corta/corto/cortaba con navajas/navaja/a | "
     "cortandose/cortandome/lastimandose/lastimandome | cutting again | cuts to cope | "
     "started/keeps cutting @self"},
    {"self_harm",
     "selfharm/selfharming/autolesiona/autolesion/autolesiones/autolesionarse/autolesionarme/"
     "autolesionando | self harm/harms/harming/harmed/injury/injures/mutilation | "
     "hacerme/hacerse/hacer dano | me hago dano | se hace dano | hacerme/hacerse algo | do "
     "something to @self | cortarme/cortarse/lastimarme/lastimarse | hurt/harm/cut/cutting/hurting "
     "@self on purpose | cortado/cortada/cortarme/lastimarme/lastimarse/corta a proposito | "
     "cuts/scars/marks/cutting/burns/scratches/slashes on @my "
     "wrist/wrists/arms/arm/thighs/legs/thigh | razor/razors/blade/blades/lighter "
     "under/in/on/hidden/to @my bed/room/arm/skin/backpack/thigh | burns/burning/burned "
     "herself/himself/myself | cortadas/cortes/rasgunos en @my los? "
     "brazos/brazo/munecas/muneca/piernas/muslos | hurting herself/himself/myself | se hace "
     "cortadas/cortes/dano | se rasguna/quema/golpea a/los/solo/sola/con "
     "proposito/brazos/mismo/misma/encendedor? | bang/banging/bangs his/her head"},
    {"urge",
     "urge/urges/want/wants/wanna/thoughts/thinking/thought/afraid/scared/might/going/gonna/feel/"
     "feeling/tempted/safe/quiero/quiere/ganas/pensamientos/pensando/miedo/voy/will/ideas/razor/"
     "blade/navaja/purpose/again/depressed/sad/numb/cope/deserve/room/school/sleeves"},
    {"goodbye",
     "have/got/has a plan and/to/ready | goodbye/suicide/farewell "
     "letter/note/text/letters/message/video | carta/nota/mensaje de "
     "despedida/despidiendose/despidiendome | saying/said/say/write/wrote/writing/sent @my? "
     "goodbyes/goodbye/godbye | giving/gave/gives/given away/out all? @my? "
     "things/stuff/belongings/everything/clothes/dog/cat/possessions/cosas | "
     "regalando/regalo/regalado todas? sus/mis/todas cosas/pertenencias | this is/my goodbye/last "
     "message | tonight is the night/end | my last night/day/message/text | last night/day on "
     "earth/here/alive | by the time you read | me despido/despidio de | despedirme/despedirse de "
     "| wont be here/alive tomorrow/anymore/by/next | no voy a estar/amanecer manana/aqui/mas | "
     "tell/dile my/a/mi family/kids/mom/familia/mama/hijos i/que love/loved/los/la amo? | "
     "cuiden/take care of my hijos/kids/dog when im/cuando | i have/picked a? date | esta noche "
     "acaba/es | sorry for everything | perdon por todo | made my peace | got my affairs"},
    {"means",
     "gun/pistol/pistola/rope/soga/cuerda/noose/razor/blade/navaja/bridge/puente/pills/pastillas/"
     "emojipill/emojigun/emojiknife/rifle/arma"},
    {"means_intent",
     "use/ready/end/goodbye/tonight/loaded/bought/counted/saved/hidden/terminar/usar/usarla/"
     "usarlas/listo/lista/comprado/compre/guardado/guardando/junte/juntando/stockpiling/stockpiled/"
     "saving/head/cabeza/mouth/plan/plans/sitting/holding/staring/sostengo/enfrente/sink/count/"
     "lined"},

    // --- harm and abuse
    {"aggressor",
     "@partner | "
     "dad/father/stepdad/stepfather/mom/mother/stepmom/uncle/brother/cousin/he/she/hes/shes/they/"
     "somebody/someone/man/guy/papa/padrastro/madrastra/tio/primo/el/ella/hombre/tipo/hijo/son/"
     "daughter/neighbor/caregiver/nurse/aide/coach/teacher/maestro/cuidador/cuidadora/jefe/boss/"
     "patron/hermano/babysitter/sitter/ninera/vecino/suegro/abuelo/grandpa/grandson/nieto"},
    {"hits_me",
     "hit/hits/hitting/beat/beats/beating/beaten/punch/punched/punches/punching/kick/kicked/kicks/"
     "slap/slapped/slaps/slapping/shove/shoved/shoves/push/pushed/pushes/threaten/threatened/"
     "threatens/threatening/hurts/hurting/abuse/abused/abuses/abusing/molested/molests/molesting/"
     "touched/touches/touching/grabbed/grabs/burned/attacked/attacks/attacking/assaulted/assaults/"
     "stabbed/bit/dragged/threw/locked/raped/rapes/forces/forced/drugged/stalking/stalks/follows "
     "me/us/up | "
     "hits/beats/kicks/slaps/threatens/abuses/molests/rapes/hit/beat/hitting/beating/abusing/"
     "hurting her/him/them/my "
     "mom/mother/sister/kids/kid/son/daughter/brother/children/baby/bad/up? | beat/beats/beating "
     "me/her/him/my/us up | hit/hits/beat/slapped my face | me/le/nos/la/lo "
     "pega/pegan/golpea/golpean/amenaza/amenazan/amenazo/viola/violo/abusa/abuso/maltrata/maltrato/"
     "jalonea/patea/pateo/abofetea/cachetea/empuja/empujo/encierra/encerro/acosa/golpeaba/pegaba/"
     "aventaba/avienta/avento/ataco/forzo/obliga/obligo | me/le/nos/la/lo pego/golpeo "
     "una/con/en/muy/otra/anoche/ayer/fuerte/mi/por/un? | me/le/nos/la/lo "
     "esta/estan/sigue/quiere/quiso "
     "golpeando/pegando/maltratando/amenazando/abusando/pegar/golpear/violar | "
     "pegarme/golpearme/violarme/amenazarme/lastimarme/maltratarme | put/puts his/her hands on me "
     "| gets/gotten/got physical/violent with | is/gets/was/hes/been/very violent | "
     "violento/violenta conmigo/con | laid hands on | gave me a? black eye/bruises | leaves/left "
     "bruises"},
    {"rape",
     "rape/raped/raping/rapes/rapist/raoed/violacion/assaulted/molested/molesting/molester/roofied "
     "| sexual/sexually assault/assaulted/abuse/abused/abusing | me/la/lo/nos/fue "
     "violo/violaba/violaron/violada/violado | abuso/abusos sexual/sexuales | "
     "abusaron/abuso/abusaba/abusa de mi/ella/el/mi/sexualmente | forced/forces me/her/myself "
     "to/into/on have? sex? | forced himself on | me forzo/obligo/forzaron a? tener? | drugged me "
     "| touched/touches/touching/touch me/her/him "
     "where/inappropriately/down/private/privates/sexually | me tocaba/manosea/manoseo | le "
     "tocan/toco sus/las partes | didnt consent | i said no"},
    {"violence",
     "domestic/partner/family violence/abuse | violencia domestica/familiar/intrafamiliar/en | "
     "child/elder/physical/emotional/spousal abuse | being/getting/gets/is/been/im "
     "abused/beaten/hit/threatened/trafficked/stalked | abusive "
     "@partner/relationship/home/dad/father/mom/situation/household | "
     "abuser/maltratada/maltratado/maltratan/maltratando/maltrata/golpeador/abusador | @partner "
     "is/gets/became? abusive/violent | not/dont/doesnt/isnt/never feel/feeling? safe "
     "at/in/around/with home/house/here/him/her/my/mi? | unsafe at home | no me siento/estoy/se "
     "segura/seguro/siente en/con casa? | no estoy/esta segura/seguro en | afraid/scared/terrified "
     "to go/be home/back/alone | afraid/scared/terrified of @my "
     "@partner/dad/father/stepdad/mom/him/son | scared/afraid/terrified he/shell/hell/she/will/is "
     "| scared of him | tengo/tenemos miedo de/a @my? @partner/padrastro/papa/el | miedo de "
     "volver/regresar a | wont let me leave/out | locked me/us in/out | me tiene "
     "encerrada/encerrado/amenazada/amenazado | no me deja salir/ir/irme | order of protection | "
     "human trafficking | trafficked | me quito el pasaporte/los | "
     "pinned/held/throws/threw/slammed me/her down/against/into/across | "
     "pulled/pulls/put/held/holds/pointed/points a? knife/gun on/to/at me/my/her | by the? hair | "
     "pulled/pulls/yanked my hair | spit/spits on me | checks/tracks/takes/took/reads/monitors my "
     "phone/location/money/messages | controls my money/phone/everything | hiding/hide this from "
     "him/my/her | he/she checks my | he doesnt know im | dont call back | made me/her have/do "
     "sex/things | makes me have/do | woke up naked/with/without undressed/no/clothes | put "
     "something in my/her drink | does things to my/her/me daughter/son/me | "
     "grandpa/uncle/teacher/coach/stepdad/neighbor/cousin/stepbrother/dad/man "
     "touched/touches/touching her/him/my/me | says/said he/grandpa/uncle/someone touched/touches "
     "| locked/locks/lock him/her/them/me/kids in/up a? closet/room/basement/house? | left "
     "alone/tied/starving for/all/to | leaves/left/leaving mom/my/her/him/the/dad in/without "
     "dirty/food/mess | starving/neglecting/neglected my/her/the mom/dad/kids/mother | "
     "afraid/scared/terrified of @my "
     "husband/boyfriend/dad/him/partner/son/stepdad/father/ex/wife/roommate/brother/caregiver | "
     "afraid/scared for @my life/safety/kids | fear/fearing for my life | life is in danger | "
     "going to hurt me/us | he/she will/ll/is hurt/going/gonna me/to/kill | escape/leave/leaving "
     "my abusive/abuser/husband | me jalo/jala/agarro/arrastro del/de pelo/los/cabello/las/brazo | "
     "me avento/aventaba/empujo/estrello contra/a/por la/el | me puso/apunto/saco/amenaza con? "
     "un/una/la cuchillo/pistola/arma/navaja | me apunto/apunta con | me obliga/obligo/forza a | "
     "me controla/revisa/quita/quito/rompio el/mi/todo/la celular/telefono/dinero/llamadas | no me "
     "deja ver/ir/trabajar/hablar/salir/usar | la/lo/le toca/toco/tocaba/manosea su/el/mi/un "
     "abuelo/tio/padrastro/papa/primo/maestro | abuelo/tio/padrastro/papa/primo/maestro la/lo/le "
     "toca/toco/tocaba/manosea/hacia | le/me hace/hizo/hacen/hacia cosas | dejan/deja a mi? "
     "mama/papa/abuela sin comer/banar/comida/cambiar | golpes/golpiza/paliza | miedo de que? "
     "me/nos/el/mi/regresar/lo/la haga/mate/pegue/esposo/marido/papa | temo por mi/la/su vida | me "
     "quiere matar/pegar/hacer | escapar/huir de mi/el | me pega/pegan/pegaba/golpea | nos "
     "pega/golpea | le/les pega/pegan/golpea a/al"},
    {"kill_me",
     "kill/kills/killing/murder/shoot/stab me/us | matarme/matarnos/apunalarme | me "
     "mata/matara/matar/mate | me va a matar | kill me and"},
    {"threatens",
     "said/says/threatened/threatens/threatening/threat/threats/swore/told/will/going/gonna/hell/"
     "tried/wants/trying/dice/dijo/amenaza/amenazo/va/quiere/intento/trato/juro/quiso/afraid/"
     "scared/miedo"},
    {"attack",
     "kill/killing/shoot/shooting/stab/stabbing/hurt/hurting/bomb/murder/strangle/attack/beat/harm/"
     "matar/disparar/apunalar/lastimar/golpear/balacear/quemar/matarlo/matarla/matarlos/matarte/"
     "matarlas/bombing | blow/blowing/shoot/shooting/burn/burning up/down | poner/explotar una "
     "bomba"},
    {"intends",
     "want/wants/wanna/going/gonna/will/ill/im/plan/planning/thinking/thoughts/thought/might/urge/"
     "quiero/voy/va/quisiera/pienso/ganas/bring/coming/finna/about/pensamientos/iam/ready/swear"},
    {"victim",
     "him/her/them/you/yall/everyone/everybody/somebody/someone/people/doctor/doctors/doc/clinic/"
     "staff/place/nurse/office/receptionist/roommate/boss/coworker/coworkers/husband/wife/ex/mom/"
     "dad/brother/neighbor/kids/family/students/school/todos/alguien/clinica/personal/esposo/"
     "esposa/jefe/enfermera/recepcionista/ustedes/vecino/familia/mama/papa/others/otros/kid"},
    {"attack_one",
     "matarlo/matarla/matarlos/matarte/matarlas | matar/lastimar/golpear a "
     "alguien/todos/mi/la/un/su/ustedes | disparar/disparo a/contra | bomb threat | bomb in/at the "
     "| bomba en la? | shoot up | shoot this/the place/clinic/office | burn this/the "
     "place/clinic/down | homicidal/homicida/homicide | i have/got/bringing/bring a/my gun/knife "
     "and/to/will/you | vengo/voy/traigo con pistola/arma/una | bring/bringing my/a gun | "
     "come/coming/going/show/be/go down/there/over/to/back/up there/with/the with my/a "
     "gun/knife/guns/rifle | with my/a/la gun/rifle/ar/pistola | youll/you/yall will? be "
     "sorry/regret/pay/dead | you/yall/everyone/everybody/people/someone going/gonna/will to? "
     "pay/die/regret/get hurt? | somebody/someone is? gonna/going to? get hurt/die | blow/bash "
     "your/his/her head/brains | burn it/this/the/your all/place/clinic/building/house | snap and "
     "hurt/kill | hurt/kill somebody/someone/people | los/las/lo/la/te voy a "
     "matar/golpear/balacear/reventar | voy a/para ir/llevar/traer/alla con/una mi/la/pistola/arma "
     "| van a/me pagar/pagan/arrepentir | se van a arrepentir/morir"},
    {"voices",
     "voices/voises/voces | demon/demons/devil/diablo/demonio/demonios/satan/god/dios/tv/angels"},
    {"voices_say",
     "tell/tells/telling/told/say/says/saying/command/commanding/hear/hearing/heard/dicen/dice/"
     "ordenan/oigo/oye/escucho/escucha/escuchando/oyendo/mandan/kill/hurt/head/cabeza/piden/"
     "whisper"},
    {"baby_own",
     "baby/newborn/child/kid/kids/bebe/hijo/hija/infant/daughter/son/children/toddler/hijos/nino/"
     "nina/babys"},
    {"harm_baby",
     "hurt/hurting/harm/harming/drop/dropping/shake/shaking/shook/shaken/smother/smothering/drown/"
     "drowning/throw/throwing/kill/killing/suffocate/suffocating/stabbing/strangle/lastimar/"
     "lastimarlo/lastimarla/danar/sacudir/sacudi/sacudio/ahogar/matar/aventar/asfixiar/hacerle/"
     "tirar | picture/picturing/evil/trust"},
    {"thoughts",
     "thoughts/thought/thinking/think/urge/urges/want/wanted/wanna/afraid/scared/might/going/gonna/"
     "imagine/imagining/visions/images/pensamientos/pienso/pensando/ganas/miedo/imagino/quiero/"
     "impulse/impulses/intrusive/ideas/close/almost"},
    {"bruise",
     "bruise/bruises/bruised/bruising/moreton/moretones/moretes/burns/marks/marcas/unexplained/"
     "cigarette/hematomas/belt/black"},
    {"carer",
     "caregiver/caretaker/nursing/facility/aide/daycare/babysitter/sitter/stepdad/boyfriend/dads/"
     "fathers/asilo/cuidadora/cuidador/guarderia/ninera/padrastro/home/exs/teacher/esposo/partner/"
     "husband"},

    // --- pregnancy
    {"pregnant",
     "pregnant/pregnat/pregnent/pregant/preganant/pregnnt/prego/preggo/preggers/preg/pregnancy/"
     "expecting/trimester/embarazada/embarazadas/embarasada/enbarazada/embarazo/embaraso/gestation/"
     "encinta/twins/37w/prenatal | due in/next/any/on date? | weeks/wks/months/semanas along | "
     "semanas de | my due date"},
    {"postpartum",
     "postpartum/postpartm/posparto/postparto/csection/cesarea/cesaria/delivered/puerperio/"
     "miscarriage/abortion/aborto/d&c | post partum | gave/given/giving birth | just had/delivered "
     "@my? baby/twins/bebe | had @my? baby/c/twins | after/since/following @my? "
     "delivery/birth/labor/baby/c | c section/secton | di/dio/dar/dado a luz | tuve/tuvo @my? "
     "bebe/parto/al/una/un | despues del/de parto/tener/dar/la | del parto | me/se alivie/alivio | "
     "weeks/days/week/wks pp | recien parida | fresh off having"},
    {"bleeding_any",
     "bleed/bleeds/bleeding/bleading/bleedin/bledding/blood/bloody/spotting/clots/clot/hemorrhage/"
     "hemorrhaging/sangro/sangra/sangrando/sangrado/sangre/sangrar/sangrada/coagulos/manchando/"
     "manchado/manchas/emojiblood/hemorragia/bled"},
    {"waters",
     "water/waters/watter just? broke/breaking/broken/leaking/bust/busted | leaking/leak "
     "fluid/water/amniotic | gush of fluid/water/liquid | broke my water | "
     "rompi/rompio/rompieron/reviento/revento la? fuente/bolsa/aguas | fuente rota | se me/le "
     "rompio/revento la fuente/bolsa | se? me? sale/saliendo/salio/tirando/perdiendo/pierdo "
     "el/un/mucho? liquido/agua/aguita | amniotic/amniotico | fluid leaking/gushing"},
    {"leaking",
     "leaking/leak/gush/gushing/fluid/liquido/trickle/goteando | wet/soaked/mojada/mojado"},
    {"baby_still",
     "baby hasnt/isnt/is/has/stopped/not/aint/wont/doesnt not/been? "
     "moved/moving/kicked/kicking/move/kick | baby stopped/quit moving/kicking | baby not "
     "moving/kicking | cant/dont/not/havent/havnt/cannot feel/feeling/felt @my? baby "
     "move/moving/kick/kicking/today/movement/in/all/at/since/much/anymore/him? | baby is/has not "
     "moved/moving/kicking | baby moving/moves/kicking/movement less/much/way/slowed/decreased | "
     "less/fewer/decreased/reduced/no/slow/hardly/barely fetal/baby? "
     "movement/movements/kicks/kicking/moving | bebe ya? no se ha/me? "
     "mueve/movido/siento/mueva/mover | bebe dejo/paro de moverse/patear | bebe se? mueve "
     "menos/poquito/poco/muy | bebe ya? no patea/se/lo/la mueve/siento? | no siento/siente "
     "al/que/a/moverse/los/movimientos mi/se/bebe/el/movimientos? bebe/mueve/mueva? | no lo/la/se "
     "siento/mueve moverse/mi/mover? bebe? | no ha pateado/movido | sin/menos/pocos "
     "movimientos/patadas | no kicks | hasnt kicked | no movimiento | baby hasnt/isnt been as? "
     "active/much | baby is? quiet/still/less in/today/active? | not/dont/havent felt/feel/feeling "
     "kicks/kick/movements/any/flutters/him/her kicks? all/today/since/in? | "
     "kicks/movement/movements slowed/stopped/down/way/less/decreased | stopped kicking | no "
     "pataditas/patadas | bebe no/ya se/da patea/patadas/mueve | bebe esta muy? quieto/quietecito "
     "| no da patadas | bebe quieto"},
    {"belly",
     "stomach/stomache/stomac/belly/bely/abdomen/abdominal/tummy/estomago/estomaga/barriga/vientre/"
     "panza/abdominales/cramp/cramps/cramping/colico/colicos/calambres/gut/guts/uterus/pelvis/"
     "pelvic/retortijones"},
    {"contractions", "contractions/contraction/contracciones/contraccion/contracions/labor/parto"},
    {"coming_now",
     "baby/bebe is/ya? coming/viene/crowning/crowns/naciendo | ya viene @my bebe | having "
     "labor/baby now/right/here | in labor now/and/with | head is? out/crowning/coming | se le/me "
     "ve/sale la cabeza/cabecita/cordon | cord came/is/coming/hanging out? | pushing right? now | "
     "trabajo de parto | going/im/shes/in into? labor | esta naciendo | birth at home right"},
    {"pad",
     "soak/soaks/soaking/soaked/filling/fill/fills/filled/changing/changed/going/through/empapo/"
     "empapando/empapa/llenando/lleno/llena/cambiando/cambio/full/una/one/a/per"},
    {"pad_word", "pad/pads/tampon/tampons/toalla/toallas/kotex/towels/napkin/toallita/pampers"},
    {"per_hour", "hour/hours/hr/hrs/hora/horas/hourly/min/mins/minutes/minutos"},
    {"face_hands", "face/hands/eyes/cara/manos/hand/ojos"},
    {"ectopic",
     "ectopic/ectopico/preeclampsia/eclampsia/preeclamsia/hellp/placenta/abruption/previa"},

    // --- infants and children
    {"newborn",
     "newborn/newborns/newbron/neonate/preemie/premie/prematuro/prematura | new born | recien "
     "nacido/nacida/nacidos | reciennacido | just born | days/weeks/wks/week/day/wk old | "
     "dias/semanas de nacido/nacida/nacio/vida/edad"},
    {"baby",
     "baby/babys/babies/babe/bby/newborn/infant/bebe/bebes/bebito/bebita/bebesito/nene/nena/"
     "preemie | month/months/mo/mos/week/weeks/day/days old | recien nacido/nacida | meses | "
     "chiquito/chiquita/criatura"},
    {"limp",
     "limp/floppy/flopy/unresponsive/ragdoll/lifeless/flacido/flacida/flacidito/aguado/aguada/"
     "aguadito/aguadita/guango/flojito/flojita/desguanzado/desguanzada/lethargic/letargic/"
     "letargico/letargica/listless/desmayado/desmayada | rag doll | como trapo | hard to "
     "wake/arouse | wont/cant/not/doesnt/isnt/wouldnt/cannot/hardly "
     "wake/waking/respond/responding/react/move/moving up? | wont/not/doesnt stay awake | no "
     "despierta/responde/reacciona/abre | no se despierta/mueve | cuesta "
     "despertar/despertarlo/despertarla | no lo/la puedo/podemos/logro despertar | muy/bien "
     "dormido/dormida/decaido/decaida/decaidito | sleeping too much | difficult to wake | super "
     "sleepy | extremely/very/so/really sleepy/drowsy | aguadito"},
    {"not_feeding",
     "wont/not/doesnt/isnt/refuses/refusing/hasnt/refused/stopped/cant/wouldnt/havent to? "
     "eat/eating/ate/eaten/feed/feeding/fed/nurse/nursing/nursed/drink/drinking/drank/latch/"
     "latching/take/taking/took/suck/sucking/his/her/bottles/bottle/a? "
     "bottle/bottles/breast/anything/formula | no quiere/ha/esta "
     "comer/mamar/tomar/comido/mamado/tomado/agarrar/comiendo/mamando/tomando/chupar "
     "nada/leche/pecho/el? | no come/mama/toma/agarra/chupa/prende nada/leche/pecho/el/la/bien? | "
     "rechaza/dejo el/la/de pecho/mamar/comer/tomar/leche/biberon | off his/her bottles"},
    {"dry_diaper",
     "no/hasnt/without/zero/not/havent had/a/any/one? a/any/single? wet/peed/pee/urinated/wetting "
     "diaper/diapers/all/in/since/today/for? | no/zero/dry/few diaper/diapers/wet | diaper/diapers "
     "has/have/is/are/still/been dry | hasnt/not/havent peed/pee/urinated/peeing/wet/pooped "
     "since/in/all/for/today/his/her/at? | no ha/han orinado/mojado | no ha/han hecho/hace "
     "pipi/pis/chis/chichi | no moja/orina/mojo | no hace pipi/pis | sin "
     "orinar/mojar/hacer/panales panal/pipi/mojados/pis? | panal/panales seco/secos/sigue | no "
     "wet"},
    {"soft_spot", "soft/softspot spot | softspot/fontanel/fontanelle/fontanela/mollera/mollerita"},
    {"bulges",
     "bulging/bulge/bulges/bulged/sunken/sunk/sinking/swollen/sticking/raised/puffy/hundida/"
     "hundido/abultada/inflamada/hinchada/saltada/sumida/caida/dura/out"},
    {"cry", "crying/cries/cry/screaming/inconsolable/llora/llorando/llanto/grita/shrieking"},
    {"cry_odd",
     "inconsolable/inconsolably/nonstop/hours/horas/weird/strange/raro/agudo/shrill/stop/parar/"
     "debil/weak | high pitched | sin parar | no para | non stop"},
    {"solids",
     "solids/solid/vegetables/veggies/purees/puree/picky/verduras/solidos/papilla/lunch/seguros/"
     "antojos"},

    // --- head and other injuries
    {"head_hit",
     "hit/hits/hitting/banged/bang/bumped/bump/smacked/smashed/cracked/knocked/slammed/bonked/"
     "whacked/struck/hurt/injured/landed on? @my head/skull/forehead | head "
     "injury/trauma/wound/injuries | concussion/concussed/contusion | conmocion/contusion cerebral "
     "| golpe/golpeo/golpee/golpio/pego/pegue/golpes/golpeado/pegado/pegar/golpeada/cayo/cai/caer "
     "en? la/su/mi/de cabeza/cabesa/frente/nuca/craneo | se/me pego/golpeo/pegue/golpee muy? "
     "fuerte? en? la cabeza | golpe/golpes muy? fuerte? en la cabeza/frente | fell on @my "
     "head/face | fell and/n hit/bumped/banged/cracked/hitting @my? head | head hit/hits the/a | "
     "hit in the head | cayo de cabeza | blow to the head | skull fracture | knot/chipote on/en "
     "@my head/cabeza"},
    {"head_sign",
     "no me/se acuerdo/acuerda | "
     "pupil/pupils/pupila/pupilas/memory/remember/recuerda/memoria/acuerda/amnesia/seizure/"
     "seizures/convulsion/worse/worsening/bleeding/sangra/sangrando/sangre/cracked/open/blurry/"
     "borroso/stumbling/slurring/slurred/repeating/crying/nausea/nauseous/nauseas/headache/blurred/"
     "ringing/weird/strange/raro/acting/confused/dent/hundido/inconsolable/raros/doble/double/"
     "keeps/unsteady | "
     "drowsy/forgetting/forgot/blank/stares/staring/walk/walking/balance/knot/swelling/huge/egg/"
     "soft/see/vision/vista/talking/nonsense/loopy/dazed/limp/cry/scream/ear/ears/nose/spinning/"
     "lump/chipote/bulto/blood/out/minute/seconds/seconds/conscious"},
    {"thinner",
     "eliquis/xarelto/warfarin/coumadin/plavix/clopidogrel/anticoagulante/anticoagulantes/"
     "anticoagulants/anticoagulant/pradaxa/heparin/heparina/warfarina/apixaban/lovenox | blood "
     "thinner/thinners/thiner/thinning | thins blood | diluyente/diluir de/la sangre | adelgazar "
     "la sangre"},
    {"fell",
     "fell/fall/falls/fallen/falling/felled/caida/cayo/cai/caer/caido/trip/tripped/slipped/resbalo/"
     "resbale/tropezo/dropped"},
    {"high_place",
     "roof/roofs/ladder/balcony/window/tree/horse/scaffold/scaffolding/cliff/techo/techos/balcon/"
     "azotea/arbol/caballo/ventana/andamio/barranco/overpass/bunk/counter | "
     "second/third/2nd/3rd/segundo/tercer/1st/first/primer floor/story/piso | 10/15/20/12/8 "
     "feet/ft | flight of stairs | escalera/escaleras de | escalera/trampoline/deck | several/many "
     "feet"},
    {"stairs",
     "stairs/stair/staircase/steps/escaleras/escalon/bed/couch/sofa/cama/crib/cuna/table/mesa/"
     "changing/highchair"},
    {"knocked_out",
     "unconscious/unconcious/unconsious/inconsciente/inconciente/inconsiente/unconscience | "
     "knocked/knock/ko/koed out/unconscious/cold | out cold | lost/loses/losing/lose "
     "conciousness/consciousness/concious | perdi/perdio/pierde/perdiendo la/el "
     "conciencia/consciencia/conocimiento/sentido | blacked out | was out for"},
    {"pupil", "pupil/pupils/pupila/pupilas"},
    {"bigger",
     "bigger/larger/big/huge/different/uneven/unequal/grande/diferente/distinta/dilated/dilatada/"
     "size"},
    {"clear_fluid",
     "clear/watery/transparente/claro fluid/liquid/stuff/liquido | fluid/liquido "
     "claro/transparente | fluid/liquid/liquido coming/leaking/dripping/sale/saliendo "
     "out/le/por/from?"},
    {"nose_ear", "nose/ear/ears/nariz/oido/oidos/oreja"},
    {"bone", "bone/bones/hueso/huesos"},
    {"bone_out",
     "sticking/poking/showing/visible/exposed/out/through/popped/salido/salio/sale/expuesto/asoma/"
     "asomando/afuera/fuera/see/ve/bent/jutting"},
    {"cut_off",
     "cut/chopped/sliced/tore/torn/ripped/bit/came/taken/cutoff/severed/sawed off? | "
     "amputated/amputate/amputation/severed/amputo/arranco/trozo/mocho/amputado/cerceno | se/me "
     "corto/corte/arranco/trozo"},
    {"cut_off_word",
     "off/amputated/severed/amputo/arranco/trozo/mocho/completely/completo/amputado/hanging/"
     "colgando/cerceno/reattach/ice | en hielo | on ice"},
    {"digit",
     "finger/fingers/fingertip/thumb/toe/toes/hand/foot/arm/leg/ear/nose/dedo/dedos/mano/pie/"
     "pulgar/brazo/pierna/oreja/tip/punta/dedito"},
    {"crash",
     "accident/crash/wreck/crashed/wrecked/collision/accidente/choque/chocamos/choco/chocaron/"
     "volcadura/volco/rollover/mva | rolled over | flipped the/our/my car/truck | chocar"},
    {"vehicle",
     "car/truck/vehicle/motorcycle/bike/scooter/auto/carro/coche/moto/camioneta/camion/bici/"
     "bicicleta/atv/suv/van/bus/freeway/highway/troca/quad"},
    {"run_over",
     "hit/struck/ran/run by/over a? car/truck/bus/van/motorcycle/vehicle/train/suv/by? | ran over "
     "@my? | got/been ran/run over | "
     "atropello/atropellaron/atropellado/atropellada/atropellar/atropellaran | motorcycle/atv "
     "crash/accident/wreck | accidente/accidentes de/en motocicleta/moto | thrown/ejected from"},
    {"wounded",
     "stabbed/stabbing/gunshot/apunalado/apunalada/apunalaron/balazo/baleado/balaceado/balearon/"
     "navajazo/impaled/electrocuted/electrocuto/electrocute | gun shot | been/got/was shot "
     "at/in/by | shot in the/his/her leg/chest/back/stomach/head/arm/face/foot | knife/stab wound "
     "| le/me dispararon/apunalaron/balearon/metieron | electric/electrical shock | descarga "
     "electrica | drive by shooting | shot himself/herself/myself/him/her"},
    {"chemical",
     "acid/bleach/chemical/chemicals/cleaner/lime/lye/ammonia/gasoline/drano/oven/battery/acido/"
     "quimico/quimicos/cloro/lejia/cal/thinner/amoniaco/limpiador/gasolina/cemento/cement/"
     "detergent/pod/solvent/glue/superglue/pesticide/fertilizer/insecticida/producto/peroxide/"
     "fabuloso/windex/disinfectant/desinfectante/paint/sosa"},
    {"eye", "eye/eyes/ojo/ojos/ojito/ojitos"},
    {"burnt",
     "burned/burnt/burn/burns/scalded/scald/scalding/quemo/queme/quemada/quemado/quemadura/"
     "quemaduras/quemaron/quemandose/boiling/hirviendo/hirviente/fire"},
    {"burn_bad",
     "face/whole/entire/large/huge/deep/third/3rd/second/2nd/chest/genitals/charred/white/black/"
     "blister/blisters/blistered/blistering/peeling/cara/toda/todo/grande/grandes/profunda/"
     "profundas/tercer/segundo/ampolla/ampollas/baby/toddler/electrical/chemical/bebe/nino/nina/"
     "carita/pecho/throat/all/severe/bad/severely/hands/raw/explosion"},
    {"move", "move/feel/mover/sentir/moving/walk/caminar/mueve"},
    {"legs", "legs/leg/feet/neck/toes/piernas/pierna/pies/cuello/body/cuerpo"},
    {"get_up",
     "cant/cannot/couldnt/unable/not/wont get/stand/move/walk/bear/put/to "
     "off/up/weight/any/on/get/stand/walk/it/her/his? | no se puede/pudo/puedo "
     "levantar/parar/mover | no puede/puedo "
     "levantarse/pararse/moverse/caminar/mover/apoyar/levantarme/pararme/moverme | still on the "
     "floor/ground | on the floor/ground | en el piso/suelo | tirado/tirada en"},
    {"injured_bad",
     "hip/cadera/neck/cuello/back/espalda/head/cabeza/unconscious/bleeding/sangrando/bone/hueso/"
     "numb/breathing/chest/pecho/stomach/deformed/trapped/atrapado/atrapada/vomiting/confused/"
     "confundido/dizzy/mareado/hurts/hurt/duele/pain"},
    {"deformed",
     "deformed/deforme/chueco/bent/twisted/crooked | wrong way/angle/direction | weird/funny/odd "
     "angle | doblado/doblada al/para"},
    {"shock", "pale/palido/palida/clammy/cold/gray/grey/fria/frio/pulse/weak"},

    // --- bleeding
    {"bleed",
     "bleed/bleeds/bleeding/bleading/bleedin/bledding/bleedng/blood/blod/bloody/hemorrhage/"
     "hemorrhaging/hemorhaging/nosebleed/nosebleeds/bloodynose/sangro/sangra/sangran/sangrando/"
     "sangrado/sangre/sangrar/sangrada/hemorragia/emojiblood/bled/sagrando"},
    {"wont_stop",
     "wont/doesnt/not/isnt/hasnt/cant/cannot/couldnt/wouldnt/havent/aint/never ever? "
     "get/make/seem/be? it/the/to? to? stop/stopping/stopped/stoping/stoped/quit/stp/slow/slowing "
     "| will not stop | can not stop | does not stop | did not stop | keeps/keep "
     "bleeding/coming/going/gushing/flowing/on/soaking | still "
     "bleeding/going/coming/gushing/oozing | "
     "nonstop/nonstp/uncontrolled/uncontrollable/uncontrollably | non stop | no "
     "para/paran/deja/dejan/cesa/detiene/parar/parado/cede/corta/ha de/parado? | no se "
     "detiene/quita/corta/me/le para/quita/detiene? | no ha parado/dejado | no le/me para/deja | "
     "no puedo/puede/logro/podemos parar/pararla/detener/pararlo/detenerla/controlar/detenerlo | "
     "sigue/sigo sangrando/saliendo/botando/saliendole | sin parar | wont clot | wont close | "
     "soaked/soaking/soaks through/thru/three/two/towels/the/my? | through/thru "
     "bandages/bandage/gauze/towels/towel/the/my/three/two/shirt gauze/bandage/towel? | "
     "hours/horas now/seguidas/straight | "
     "gallons/buckets/pool/pools/streaming/constant/constantly/continuous"},
    {"gushes",
     "spurt/spurting/spurts/spurted/squirt/squirting/squirts/gush/gushing/gushes/gushed/pour/"
     "pouring/pours/everywhere/puddle/puddles/chorro/chorros/borbotones/brota/brotando/"
     "hemorrhaging/hemorrhage/hemorragia/profuse/profusely/lots/tons/charco/pumping/mucha/"
     "muchisima/arterial/soaked/soaking/empapado/empapada/hemorraging/dripping/heavily/heavy/badly/"
     "mucho/muchisimo | a lot | so much | por todos lados | bleeding out | "
     "desangra/desangrando/desangrandose/desangrandome | covered in blood | llena/lleno de sangre "
     "| all over | too much | "
     "pool/stream/streaming/buckets/tons/filled/full/fills/pints/cup/cups/bowl/sink/clots/clot/"
     "coagulos/bright/charcos/litros/montones"},
    {"bleed_out",
     "hemorrhaging/hemorrhage/hemmorhaging/hemorraging/hemorragia/desangra/desangrando/"
     "desangrandose/desangrandome | bleeding/bleed out | bleeding to death | severed artery | "
     "hit/cut an? artery/vein | covered in blood | corto/corte la vena/arteria"},
    {"period",
     "period/periods/menstruation/menstrual/menstruacion/regla/periodo/cycle/iud/fibroids/fibromas/"
     "menopause/gums/encias/floss/flossing/hemorrhoids/hemorroides/pap/brush/brushing/implant/"
     "tampon"},
    {"spits",
     "vomit/vomits/vomiting/vomitting/vomited/vomitando/vomita/vomito/vomite/vomitar/puking/puke/"
     "puked/cough/coughs/coughing/coughed/coffing/spit/spits/spitting/tos/tose/tosiendo/toser/"
     "escupe/escupiendo/escupo/escupi/hacking/throw/throwing/threw/throws/arrojando/arroja/tosio/"
     "barfing/expectora"},
    {"blood_up", "blood/bloody/sangre/grounds/sangrosa/sangroso"},
    {"stool",
     "stool/stools/poop/poops/pooping/pooped/poo/feces/bowel/heces/popo/excremento/caca/evacuacion/"
     "evacuaciones/toilet/diarrhea/diarrea/bm/rectal/rectum/rectally/recto/ano/butt/defecando/"
     "defeco/shit/shitting/pupu/popocito"},
    {"stool_blood",
     "black/tarry/tar/bloody/blood/maroon/negro/negra/negras/negros/sangre/alquitran"},
    {"deep",
     "deep/deeply/gaping/bone/profunda/profundo/profundas/hueso/abierta/tendon/muscle/fat/wide | "
     "split open | to the bone"},
    {"cut",
     "cut/cuts/gash/gashed/laceration/wound/cortada/cortadura/herida/cortadas/slice/sliced/stab/"
     "corte/corto/slashed"},
    {"pressure_held",
     "pressure/presion/holding/held/towel/towels/toalla/presionando/apretando/tourniquet/"
     "torniquete"},

    // --- infection
    {"stiff_neck",
     "stiff/stif/rigid/rigida neck | neck is/feels/so/really/super/got? stiff/rigid | cant/cannot "
     "bend/touch/move @my? neck/chin | cuello/nuca esta/tieso/rigido/rigida/tiesa/duro/dura "
     "tieso/rigido/duro/rigida? | rigidez de/en nuca/cuello? | no puede/puedo "
     "doblar/mover/agachar/bajar @my cuello/cabeza | neck stiffness/stiff | light hurts"},
    {"purple_spots",
     "purple/purplish/red spots/rash/splotches/blotches/dots | rash that? "
     "doesnt/wont/isnt/not/dont fade/fading/blanch/go | manchas/puntos/puntitos/ronchas "
     "morada/moradas/morados/purpura | petechiae/petequias/mottled/purpura/moteada | spots "
     "dont/doesnt/wont fade"},
    {"rigors",
     "shaking/shivering/temblando/tiritando/temblor/temblores/rigors/shivers/uncontrollably/"
     "uncontrollable/escalofrios"},
    {"uncontrolled",
     "uncontrollably/uncontrollable/violently/badly/hard/mucho/parar/stop/control/severe/intense/"
     "fuertes/incontrolables"},
    {"immune",
     "chemo/chemotherapy/quimio/quimioterapia/kimo/neutropenic/neutropenia/transplant/trasplante/"
     "transplante/immunosuppressed/immunocompromised/leukemia/leucemia/dialysis/dialisis/picc/"
     "spleen/bazo | sickle cell | celulas falciformes | no immune system | cancer treatment | "
     "inmunosuprimido/inmunodeprimida"},
    {"wound_site",
     "incision/wound/wounds/stitches/herida/heridas/puntos/incicion/drain/surgical/sutures/suturas/"
     "operacion/operation/cirugia/surgery/operado/operada/operaron/abscess/absceso/cellulitis/"
     "celulitis/pus"},
    {"red_streaks",
     "red streak/streaks/line/lines/streaking/stripe/stripes | streaks/streak/lines/line "
     "up/going/spreading/running/moving | linea/lineas/raya/rayas roja/rojas | red/rojo and? "
     "spreading/streaking/hot/creeping up? | redness is/keeps/spreading/going "
     "spreading/up/climbing/moving? | spreading up @my leg/arm"},
    {"sepsis",
     "sepsis/septic/septico/septicemia/meningitis/septica/gangrene/gangrena/necrotizing | flesh "
     "eating | blood infection | infeccion en la sangre"},

    // --- other
    {"seizure",
     "seizure/seizures/seizing/siezure/siezures/siezing/seisure/seziure/seizeure/convulsion/"
     "convulsions/convulsing/convulsiona/convulsiono/convulsionando/convulsiones/convulciones/"
     "convulcion/convulsionar/epileptico/sezure/ceizure/convulcionando | epileptic/having "
     "fit/fits/attack/episode | ataque/ataques epileptico/epilepticos | ataque de epilepsia | "
     "having a fit | jerking/shaking uncontrollably/all/violently over? | eyes "
     "rolled/rolling/rolls back/up/in | ojos en blanco | voltea/volteo/volteados/blanqueo los? "
     "ojos | foaming at @my? mouth | espuma por/en @my boca | whole body is? shaking/jerking"},
    {"unresponsive",
     "unresponsive/unrespnsive/unconscious/inconsciente/comatose | "
     "not/isnt/wont/doesnt/wouldnt/aint/stopped responding/respond/responsive/reacting/waking/wake "
     "up? | cant/cannot/couldnt/never get/be @my? "
     "him/her/mom/dad/them/husband/wife/grandma/grandpa/baby/son/daughter/woken up/awake/to? wake? "
     "up? | cant/cannot be woken | wont/doesnt/cant/not/isnt/wouldnt/didnt wake/waking/woken up? | "
     "cant/wont/not/couldnt/cannot wake/waking/woke @my? "
     "him/her/up/mom/dad/husband/wife/grandma/son/daughter/them up? | trying to wake | no "
     "despierta/responde/reacciona | no se despierta | no me/nos responde/contesta "
     "cuando/y/nada/le | no lo/la/le puedo/podemos/logro despertar | no logro "
     "despertarlo/despertarla | no puedo despertar/despertarlo/despertarla | wont open @my eyes | "
     "no abre los ojos | no answer when i | hard to wake/arouse | cuesta "
     "despertar/despertarla/despertarlo | found/encontre/encontramos/halle "
     "him/her/mom/dad/on/a/en/mi/el/tirado/tirada/unresponsive/mother/husband "
     "unresponsive/on/tirado/tirada/en/mama/papa/the/el/abuelo/inconsciente | just/not/isnt "
     "moving/waking/awake/there | barely/hardly responding/conscious/awake/responsive | in and out "
     "of consciousness/it/conscious | staring blankly/off/into | eyes open but | passed out "
     "and/cold/drunk wont/not/cant? | out of it and | no se mueve | semiconscious/catatonic | no "
     "da/muestra senales/respuesta/signos | perdida la mirada | no habla ni | turning/going cold"},
    {"testicle",
     "testicle/testicles/testical/testicals/testicular/balls/ball/scrotum/testiculo/testiculos/"
     "huevo/huevos/nutsack/ballsack/escroto"},
    {"testicle_bad",
     "sudden/suddenly/severe/twisted/torsion/excruciating/worst/insane/unbearable/extreme/swollen/"
     "swelling/repente/golpe/fuerte/fuertisimo/torcido/torcio/insoportable/hinchado/hincho/"
     "horrible/terrible/intenso/kicked/vomiting/vomito/killing/bad"},
    {"sugar",
     "sugar/sugars/suger/glucose/glucos/bg/azucar/asucar/glucosa/glucometer/glucometro/dexcom/"
     "libre/glucemia/meter/medidor/bloodsugar"},
    {"reads_hi",
     "reads/reading/says/said/shows/showing/read/just/is/dice/marca/muestra/sale just? "
     "hi/high/HI/lo/alto/critical | really/very/super/too/way/dangerously/crazy low/high | "
     "muy/super/demasiado/bien bajo/baja/bajito/bajita/alta/alto | "
     "dropping/crashing/crashed/dropped/crash | bajo/baja/bajando mucho/muchisimo | se le/me "
     "bajo/baja/subio | wont come/go up/down | no le sube/baja | "
     "hypo/hypoglycemic/hipoglucemia/hipoglicemia/ketoacidosis/dka/cetoacidosis/ketones"},
    {"sugar_sign",
     "shaky/shaking/confused/confusion/vomiting/vomit/sweating/sweaty/passing/passed/fruity/"
     "unconscious/faint/dizzy/weak/sleepy/lethargic/temblando/temblorosa/tembloroso/confundido/"
     "confundida/sudando/sudor/vomitando/vomito/mareado/mareada/desmayo/debil/blurry/borroso/"
     "breathing/ketones/seizure/drowsy/out/acting/clammy"},
    {"hypo",
     "hypoglycemic/hypoglycemia/hipoglucemia/hipoglicemia/ketoacidosis/dka/cetoacidosis | diabetic "
     "coma/shock/emergency | coma diabetico"},
    {"saddle",
     "saddle/groin/crotch/genitals/genital/privates/vagina/penis/entrepierna/ingle/genitales/"
     "perineum | between @my legs | private area/parts | partes intimas/privadas | inner thighs | "
     "entre las piernas | butt area | down there | ahi abajo"},
    {"no_pee",
     "cant/cannot/couldnt/unable/not pee/urinate/to/peeing pee/urinate? | no puedo/puede "
     "orinar/hacer pipi? | havent/hasnt peed/urinated | no he/ha orinado/podido | "
     "lost/losing/no/loss control/of bladder/control/bowel/bowels/my? bladder/bowels? | "
     "peed/peeing/pee on? @self | incontinent/incontinence/incontinencia | se me/le sale la/el "
     "orina/popo/pipi | no controla/controlo la/el/esfinteres? | wet myself"},
    {"back", "back/espalda/spine/lumbar/sciatica/columna/cintura/ciatica"},
    {"heat",
     "heat/sun/heatstroke/insolacion/insolado/insolada/calor/sol/hot/sauna/105/overheated/"
     "asoleado"},
    {"heat_stroke",
     "heatstroke/insolacion/insolado/insolada | heat/sun stroke/exhaustion | golpe de calor | "
     "left/locked in/trapped a/the? hot? car | encerrado/dejaron/dejo en el carro"},
    {"hot_sign",
     "confused/confusion/passed/sweating/unconscious/collapsed/delirious/vomiting/confundido/"
     "confundida/desmayo/sudar/suda/delirando/incoherent/stopped/fainted/seizure/disoriented"},
    {"withdrawal",
     "withdrawal/withdrawals/withdrawl/withdrawls/withdrawing/abstinencia/detox/detoxing/dts | "
     "delirium tremens | stopped/quit/quitting/stop drinking/alcohol/xanax/benzos/booze/cold | "
     "deje/dejo/dejar de tomar/beber/alcohol | days/dias without/sin a/beber/tomar/alcohol/drink? "
     "| cold turkey | last drink | sindrome de abstinencia"},
    {"withdrawal_sign",
     "shaking/shakes/shaky/shakey/trembling/tremors/hallucinating/hallucinations/hallucinate/"
     "seeing/seizure/seizures/visions/bugs/sweating/confused/temblando/tiemblo/tiembla/tembladera/"
     "temblores/alucinaciones/alucina/alucinando/viendo/veo/ve/visiones/convulsion/convulsiones/"
     "bichos/crawling/heart/vomiting/hearing | "
     "sick/sudor/sudando/ansiedad/puking/spiders/people/sombras/voces/vomitando/throwing/bad/"
     "horrible/chills/zaps"},
    {"dying",
     "im/hes/shes/is/was dying | think/thinking/like/feel/feels im/hes/shes/i am? "
     "dying/gonna/going die? | going/gonna/about to? die | am i going/gonna to? die/dying | me/se "
     "estoy/esta muriendo | estoy/esta muriendome/muriendose/muriendo | me voy/vamos a morir | se "
     "va/vaya/nos a? morir/muera/muere | siento que me muero | me muero/muerooo | on deaths door | "
     "dont let me die | going to lose him/her | im/hes/shes slipping/fading away | going to be "
     "dead | not going to make it | wont/doesnt/gonna make it through/to | se me muere | se nos "
     "muere/va"},
    {"call_911",
     "call/calling/called/calld/need/needs/send/get/getting/request/cal an/a/the/one? "
     "911/ambulance/amblance/ambulence/ambulancia/paramedics/emt/ems | call an/the "
     "ambulance/paramedics/police | need/send an/a ambulance/paramedic | "
     "llamen/llamar/llame/llama/yamen/yama/hablen/marquen/llamo/necesito/manden/mande/mandar/"
     "envien/necesitamos/llamé al/a/una/un/la 911/ambulancia/emergencias | 911 "
     "now/please/help/emergency | ambulance/ambulancia now/please/asap/urgente/ya/rapido | "
     "emojiambulance"},
    {"call_word", "911/ambulance/ambulancia/paramedics/paramedicos"},
    {"emergency",
     "this/its/it/is/that/have/having/got/had is? an/a? real/true/medical/serious/life? "
     "emergency/emergancy/emergeny/emergcy | medical/life/real emergency | real emergency | "
     "es/tengo/tenemos/hay/esto/traigo/ocurrio es? una? emergencia/emergensia/emerjencia | una "
     "emergencia medica/grave | emergencia medica | life threatening/or | vida o muerte | life or "
     "death | riesgo de muerte | ayuda/auxilio urgente/rapido | help hes/shes/im/shes "
     "not/dying/choking/bleeding/unconscious | auxilio"},
    {"to_er",
     "should/shud/do/shall/must/need i/we/he/she/to take/go/bring/call/be/him/her/my/get? "
     "to/him/her/into/it/them? to/in/the? er/emergency/hospital/ed/911/ambulance room? | go to "
     "the? er/hospital/emergency now/right/or/immediately/tonight room? | "
     "debo/tengo/debemos/deberia/tenemos/debe que? ir/llevar/llevarlo/llevarla a/al/lo/la la? "
     "emergencias/hospital/urgencias/sala/emergencia | on our/my way to the? er/hospital | driving "
     "him/her/me to the er/hospital"},
    {"self_word",
     "i/im/me/my/yo/mi/myself/self/ya/no/cant/want/quiero/all/everything/goodbye/adios/tonight/"
     "done/life/vida"},
    {"sad_alone",
     "life/vida/alone/lonely/sola/solo/sad/triste/depressed/deprimida/deprimido/hopeless/worthless/"
     "empty/forever/nobody/noone/nadie/suffering/sufriendo/living/hate/odio"},
    {"give_up_life",
     "cant/cannot/cnt do/take this/it anymore/any goodbye/bye/sorry/adios | cant/cannot/cnt/dont "
     "go/keep/wanna on/going/living/be living/anymore/here/like? this? anymore/any | "
     "cant/cannot/cnt do/take/handle this/it/life anymore/any/no more? "
     "and/i/goodbye/im/want/please/love | cant/cnt/dont do/want life anymore/any/to more? | "
     "give/gave/giving up on life/living | i give up im/i/on/goodbye done/life/cant | ready to "
     "end/die/go be/now? | wont be around/here/alive tomorrow/much/long/anymore/for/to | im done "
     "living/trying/fighting | im done with life/living/it/everything all? | ya no puedo/aguanto "
     "mas y/quiero/me/perdon/adios/esta/con/todo | ya no quiero nada/estar/existir/sentir/sufrir "
     "de/aqui/mas/nada? | already gone in | ya no aguanto vivir/mi/la/esta vida?"},
    {"number_word", "low/bajo/baja/hi/high/alto/lo"},
    {"monthly",
     "mes/month/monthly/mensual/meses/months/weeks/semanas/years/anos/cada/refill/after/cuando/"
     "when"},
    {"every", "every/cada | min/minutes apart"},
    {"spurts",
     "spurting/spurts/squirting/squirts/gushing/gushes/pumping/pouring/chorros/chorro/brotando"},
    {"vision_lost",
     "lost/losing/loses @my? vision/sight/eyesight | perdi/perdio/perdiendo la? vista/vision | se "
     "quedo ciego/ciega | went/gone blind"},
    {"face_fell", "cayo/cayo un/el/medio lado/parpado de? la? cara/boca/ojo? | se le fue la boca"},
    {"wheeze", "wheeze/wheezing/wheezy/wheezes/silbido/silbidos/silba"},
    {"touches_me",
     "tio/padrastro/primo/abuelo/hermano/maestro/novio/padre/vecino/hermanastro/entrenador me "
     "toca/toco/tocaba"},
    {"no_legs",
     "no siento/siente/mueve/muevo las/mis/sus? piernas/pies | cant/cannot/couldnt feel @my legs"},
    {"threatened_by",
     "amenaza/amenazo/amenazaron/amenazado/amenazando | me va a matar | quiere/quiso/intento/trato "
     "de? matarme"},
    {"matarme", "matarme"},
    {"nose_word",
     "nose/nariz/nostril/nostrils/stuffy/stuffed/congested/congestion/tapada/sinus/sinuses"},
    {"blood_word", "blood/sangre"},
    {"lab",
     "test/tests/prueba/pruebas/analisis/examen/examenes/labs/lab/work/draw/laboratorio/donation/"
     "ayuno/panel/muestra/results/resultados"},
    {"numb_word",
     "numb/numbness/adormecido/adormecida/dormido/dormida/adormecimiento/hormigueo/entumido/"
     "entumida"},
    {"refill",
     "refill/refills/resurtido/resurtir/surtir/prescription/receta/rx/pharmacy/farmacia/renew/"
     "renovar/renovacion/refil/antibiotics/antibiotic/antibiotico/antibioticos/prescribed/finished/"
     "copay/out/list/mg/directed/daily/morning/every"},
    {"pharmacy", "pharmacy/farmacia/pharmacist/cvs/walgreens/picked/refill/label/surtieron/sent"},
    {"dental",
     "dentist/dental/tooth/teeth/novocaine/filling/cavity/crown/dentista/muela/diente/dientes/"
     "anesthesia/anestesia/braces/extraction/bells/lidocaine"},
    {"tonsil",
     "tonsil/tonsils/strep/glands/gland/amigdalas/anginas/lymph/nodes/ganglios/thyroid/tiroides/"
     "mono"},
    {"carpal",
     "carpal/tunnel/keyboard/typing/sleeping/sleep/slept/wake/months/weeks/meses/semanas/years/"
     "anos/sciatica/herniated/disc/nerve/neuropathy/diabetic/pinched/physical/therapy/mri/referral/"
     "surgery/vaccine/vaccinated/flu/covid/vacuna/elbow/rotator/frozen/terapia/cast/emg/tmj/"
     "grinding/fracture/ball/pitching/tennis"},
};

constexpr Cue kScope[] = {
    {"innocent_word",
     "poliza/polizas/backs/ahorrando/ahorrar/ahorro/filling/fillings/moles/mole/molesta/molesto/"
     "molestia/molestias/moleste/molestar/molestado/violation/violations/checking/checkin/cooking/"
     "linea/pinto/visit/visits/visita/racist/swabbed/showed/looked/shoulder/shoulders/bathing/"
     "feeding/quejar/subsidio/breakfast/heating/hearing/healing/meeting/beating/wedding/reading/"
     "weekend/weather/leather/feather/treating/seating/eating/wearing/presentation/breeding/"
     "breading/kidding/blending/sending/lending/bending/welling/selling/telling/smelling/spelling/"
     "dwelling/picking/ticking/sticking/hoping/taking/baking/making/waking/joking/smoking/looking/"
     "booking/hooking/clocking/blocking/knocking/stocking/shocking/pressed/measure/pleasure/"
     "treasure/fiesta/fuentes/sabrina/muestra/muestras/nuestra/puerta/cuenta/cuesta/vuelta/partes/"
     "parque/portal/postal/mental/dental/rental/total/metal/pedal/signal/vacation/location/"
     "rotation/donation/medical/surgical/clinical/typical/topical/optical/ethical/radical/musical/"
     "physical/chemist/chest/pasado/pesados/rasado/casado/pasada/cansado/sentado/sangria/hincha/"
     "caliente/paciente/pacientes/siguiente/corriente/reciente/suficiente/urgente/gente/presente/"
     "presentar/pagado/llamado/llamada/llamadas/marcado/mercado/moreno/duenas/duena/abuelas/"
     "respuesta/respuestas/respondan/responden/responder/respondio/inscripcion/suscripcion/"
     "descripcion/prescripcion/compresion/impresion/expresion/profesion/opinion/fractura/factura/"
     "quemar/comida/corrida/medida/perdida/salida/movida/partida/seguida/enseguida/vencida/"
     "deposito/proposito/requisito/necesito/necesita/solicito/visito/evito/grito/escrito/chiquitos/"
     "tumor/humor/temor/rumor/labor/favor/valor/color/mayor/senor/doctor/lector/sector/factor/"
     "motor/pastor/castor/tutor/autor/stroller/shooter/scooter/router/computer/counter/encounter/"
     "bounce/pounding"},
    {"turn_of_speech",
     "dying/die/died to/for a/an/some/the/of? "
     "laughter/laughing/boredom/embarrassment/curiosity/hunger/see/know/get/hear/try/meet/find/"
     "eat? | dying of/from "
     "laughter/laughing/boredom/embarrassment/curiosity/hunger/thirst/heat/cold | die of "
     "embarrassment/boredom/laughter | muero/muere/muriendo/morirme/morir/muero/mata/matando de "
     "hambre/risa/sueno/ganas/la/calor/frio/sed/verguenza/curiosidad/aburrimiento/amor/nervios "
     "risa? | muero/muere por/x | phone/battery/cell/car/laptop/computer/plant/plants "
     "is/are/was/about/im/s? dying/die/dead/died | celular/telefono/bateria/carro se? me? esta? "
     "muriendo/murio | stroke of luck/genius/midnight/a | key/back/breast/butterfly/heat/pen/brush "
     "stroke | keystroke/backstroke | bleeding money/edge/heart/cash | kill/killing/killed "
     "time/two/it/2/the | suicide squad/prevention/hotline/awareness/watch | "
     "overdosed/overdosing/overdose/od/oded on "
     "chocolate/candy/sugar/coffee/caffeine/cookies/ice/netflix/turkey/pizza/tacos/cake/sweets/"
     "carbs | drowning in? debt/paperwork/work/bills/emails/homework/medical | "
     "ahogado/ahogada/ahogando/ahogo en/con deudas/trabajo/cuentas/tarea/papeleo/un | pain in the "
     "neck/butt/ass | broken/broke @my? heart | cold feet | kill for a/some | could/would/id kill "
     "for | food poisoning | poison ivy/oak/sumac | chest/thoracic "
     "x/xray/xrays/ct/mri/cold/exam/freezer/hair/tattoo/size/wax/congestion ray/rays? | "
     "radiografia/placa/rayos/tomografia x? de/del torax/pecho | chest of drawers | heart to heart "
     "| by heart | blood pressure/work/test/tests/draw/type/sugar/donation/panel/labs/lab/drive | "
     "not an? real? emergency | isnt/aint an? emergency | no es/sea/tengo una? emergencia | "
     "emergency contact/contacts/fund/exit/brake/light/dentist/refill/number/info | "
     "contacto/contactos de/en emergencia | kill/killing/kills me/my "
     "with/softly/lol/feet/back/jaja/budget/haha | my mom/wife/husband/boss/dad "
     "will/gonna/is/would going? to? kill/murder me if/when/for? | mi mama/esposa/esposo/jefe me "
     "va a matar/mata | sick/bored/tired to death | scared/worried/bored to death | muerto/muerta "
     "de hambre/risa/sueno/cansancio/cansada/frio/miedo | passed out candy/flyers/forms/snacks | "
     "passed out/away the/watching on/in/asleep/tv/movie couch/sofa/flyers/candy? | die hard | "
     "death by | drop dead gorgeous | over my dead body | dead tired/serious/line/wrong/end | live "
     "here | shot in the arm/dark | flu/allergy/cortisone/tetanus/steroid shot/shots | "
     "shoot/shooting me/you/us/him/her an/a/over email/text/message | shoot @my? shot | hit me "
     "up/with/back | hit my/me deductible/up/back | beats me | punch card | kick in | bomb dot | "
     "da bomb | swallowed my pride | breath of fresh | breathing "
     "room/exercises/machine/test/mask/easy/tube/better/exercise | bad/morning breath | breath "
     "smells | take/takes/took your/my breath away | hold your breath | no aire/air "
     "acondicionado/conditioning | aire acondicionado | holding my breath | waste/wasting my "
     "breath | out of breath laughing"},
    {"money",
     "bill/bills/price/prices/cost/costs/invoice/charge/charges/charged/cuenta/cuentas/precio/"
     "factura/cobro/cobraron/deductible/copay/statement/total/scared/startled/jumped/traffic/susto/"
     "asusto/game/movie/news/almost/nearly/casi/about"},
    {"joke", "lol/lmao/haha/hahaha/jaja/jajaja/jajajaja/rofl/lolol/joking/kidding/jk"},
    {"office",
     "call/calls/email/emails/message/messages/msg/msgs/office/clinic/phone/phones/portal/website/"
     "site/app/text/texts/fax/voicemail/llamada/llamadas/mensaje/mensajes/telefono/oficina/clinica/"
     "correo/correos/pagina/nobody/nadie/chat/link/page/scheduler/receptionist/insurance/recepcion/"
     "aplicacion/front/desk/computer/requests/request/doctor/doctors/bot"},
    {"care",
     "disorder/med/meds/medication/medications/medicine/medicines/medicina/medicinas/history/free/"
     "clinic/specialist/action/plan/rehab/recovery/therapy/follow/followup/survivor/patient/"
     "patients/unit/center/doctor/neurologist/neurologo/preventative/prevention/prevent/vaccine/"
     "vaccines/vaccination/vacuna/vacunas/shot/trainer/log/dog/risk/class/pastillas/terapia/"
     "rehabilitacion/recuperacion/refill/support/nurse/education/jarabe/medicamento/anti/"
     "anticonvulsivo/post/previous/awareness/screening/prescription/seguimiento"},
    {"needle",
     "needle/needles/blood/shot/shots/labs/draw/agujas/aguja/vacuna/vacunas/inyeccion/inyecciones/"
     "sangre/iv/when/cuando/sight/tend/easily/prone"},
    {"bill_word",
     "bill/bills/billed/billing/charge/charges/ride/cost/cover/covered/invoice/statement/copay/"
     "claim/factura/cuenta/cobro/cobraron/cobran/cubre/precio/visit/followup/records/discharge/"
     "discharged/seguimiento/paperwork/admitted/last/summary/note/notes"},
    {"about_what",
     "about/on/by/as/which/why/how/if/where/sobre/con/por/between/since/regarding/whether/acerca/"
     "cual/como/bill/billing/website/form/insurance/instructions/porque/que/what"},
    {"busy",
     "phone/work/now/rn/ahora/ahorita/later/call/telefono/trabajo/meeting/english/spanish/ingles/"
     "espanol/about/sobre/person/someone/somebody/doctor/nurse/representative/human/alguien/"
     "persona/acerca/long/til/until/anyone/al/con"},
    {"clause_start",
     "but/except/however/though/although/pero/excepto/aunque/sino/just/only/solo/solamente/yet/"
     "until/hasta/because/porque/bt/xq/pq/cuz/cause"},
    {"new_thought",
     "and/y/n/& "
     "i/im/ive/he/hes/she/shes/my/his/her/the/now/it/its/we/they/me/mi/le/se/tengo/tiene/siento/"
     "ahora/el/la/esta/estoy/then/started/woke | i/im/ive/he/hes/she/shes/my/his/her/mi/now/ahora"},
    {"negation",
     "no/not/without/denies/denied/deny/never/dont/doesnt/didnt/isnt/wasnt/arent/werent/havent/"
     "havnt/hasnt/hadnt/nor/neither/sin/niega/niego/nunca/ningun/ninguna/tampoco/ni/aint/zero/"
     "jamas | negative for | free of | ruled/rule out"},
    {"no_negation",
     "not "
     "sure/only/just/responding/feeling/good/well/ok/okay/great/right/able/better/getting/going/"
     "working/helping/enough/eating/gonna/joking/kidding/normal/himself/herself/myself/safe/acting/"
     "looking/doing/know/knowing/improving/too/stopping | no "
     "idea/energy/doubt/longer/one/insurance/ride/car/money/doctor/pcp/relief/clue/sleep/appetite/"
     "reason/answer/help/good/better/improvement/change/response/joke/wonder/matter/i/im/ive/he/"
     "hes/she/shes/they/we/my/it/its/because/now | why/or/if/whether not | dont/didnt/doesnt "
     "know/think/understand/feel/want/care/tell/call/send/look/worry/freak/laugh/judge | "
     "dont/dnt/doesnt/havent have/has/got/had insurance/money/time/transportation/seguro/papers | "
     "dont/dnt/doesnt/havent have/has/got/had a/any/my doctor/ride/car/pcp/appointment/money | "
     "doesnt/isnt/wasnt/wont/didnt "
     "stop/stopping/help/helping/go/look/seem/want/getting/work/working/better/well/right | not "
     "an? emergency | no es/sea una? emergencia | no "
     "se/puedo/puede/pude/pudo/podia/pueden/despierta/responde/aguanto/para/deja/quiero/quiere/"
     "duermo/mejora/come/respira/reacciona/mueve/siente/veo/ve/camina/habla/sabe/entiendo/creo/"
     "llamen/llames/sirve/funciona/baja/quita | no estoy seguro/segura/bien | no tengo/hay/tenemos "
     "seguro/carro/dinero/cita/citas/doctor/papeles/quien/como/transporte/fuerzas/ganas/energia | "
     "no me siento/encuentro/deja/quiero/hace/puedo/importa/aguanto | nothing/nobody/noone | never "
     "this/felt/been/so/experienced/stops/stopped | nunca me/habia/he/lo "
     "senti/sentido/tenido/sentia? | no solo/solamente | no way | not once | no "
     "appointments/appointment/available | not taking | cant/wont not | not until/til/getting | "
     "not an option | without insurance/appointment/a/stopping/warning/reason/knowing/help/relief "
     "appointment/reason/warning? | sin "
     "seguro/cita/parar/razon/avisar/motivo/querer/ayuda/papeles/dinero/darme | no fue/era a "
     "proposito | not from/like/due"},
    {"either", "or/nor/ni/o/either/neither"},
    {"unlike_before",
     "like this/that | this bad/much/strong/badly | such a | before | asi | tan fuerte/mal/feo | "
     "in my life | en mi vida | como este/esta/esto | antes"},
    {"old_years",
     "last year | years/yrs/yr/decades/decade ago/prior/earlier/back | when i/he/she was/were @my? "
     "young/little/younger/kid/child/teen/teenager/in/six/five/seven/eight/nine/ten/twelve/12/13/"
     "14/15/16/17/18/19/20/21/22/25/30/10/8/6/5/7 | as a kid/child/teen/teenager | history/hx "
     "of/with | past medical history | used to have/get/be/cut/feel/want | back in | childhood | "
     "in my/his/her twenties/thirties/teens | ano/anos pasado/atras/pasados | hace "
     "anos/mucho/muchos/varios/unos/algunos/tantos anos/tiempo? | cuando era/tenia/estaba/eramos "
     "nino/nina/joven/chico/chica/chiquita/chiquito/mas/en/adolescente/pequeno/pequena? | de "
     "nino/nina/chico/chica/joven/chiquito/chiquita | antecedentes/historial | long time ago | "
     "long ago | previous/prior/past/old heart/stroke/suicide/overdose/seizure/abuse/trauma | in "
     "high school/college | survivor of"},
    {"old_months",
     "months/month/mos ago/back | last "
     "month/summer/winter/spring/fall/august/july/june/may/april/march/february/january/december/"
     "november/october/september | mes pasado | meses atras | hace meses | a while ago/back | "
     "awhile back/ago | hace tiempo | verano/invierno pasado | weeks ago | in "
     "january/february/march/april/june/july/august/september/october/november/december"},
    {"died",
     "died/dead of/from/after/due/in | passed/pass away | death of/certificate | deceased/late | "
     "lost @my? "
     "mom/dad/mother/father/brother/sister/husband/wife/son/daughter/friend/grandma/grandpa/uncle/"
     "aunt/cousin to | murio/fallecio/fallecieron/murieron/difunto/difunta de/por/el/del/mi/hace? "
     "| family history | runs in @my? family | en la/mi familia | antecedentes familiares | "
     "because/since @my? dad/mom/father/mother had"},
    {"present",
     "now/again/since/still/today/tonight/currently/anymore/keeps/keep/worse/worsening/yesterday/"
     "rn/lately/recently/tonite/ongoing | this morning/week/afternoon/evening/time | last night | "
     "right now | came/come/coming/is/are back | same/just/feels as/like | happening | "
     "ahora/ahorita/desde/todavia/aun/hoy/anoche/ayer/sigue/sigo/siguen/empeora/empeorando/empeoro "
     "| otra/una vez mas? | de nuevo | esta manana/tarde/noche/semana/vez | igual que | a cada "
     "rato | started | cant breathe | having"},
    {"about_matter",
     "class/classes/course/courses/training/trainings/workshop/seminar/lecture/essay/paper/report/"
     "project/presentation/poster/novel/book/movie/film/podcast/article/documentary/research/"
     "survey/study/brochure/screenplay/story/blog/newsletter on/about/for/regarding | "
     "clase/clases/curso/cursos/taller/charla/ensayo/tarea/reporte/proyecto/pelicula/libro/novela/"
     "investigacion/folleto/trabajo sobre/acerca/para | for a/my/his/her/our/an/school/the "
     "school/english/health/nursing/college/biology/psych/cpr/first "
     "class/project/paper/essay/report/assignment/homework/presentation/novel/story/book/play/"
     "movie/course/certification/thesis | para una/mi/la/un/su "
     "clase/tarea/escuela/proyecto/ensayo/reporte/curso/presentacion/tesis | "
     "writing/reading/watching/watched/read/saw/write a/an/the/my/this/about/that? "
     "novel/book/movie/show/story/article/script/screenplay/documentary/play/series/paper/essay/"
     "film/blog | escribiendo/leyendo/viendo/vi/lei un/una/la/el/sobre "
     "novela/libro/pelicula/serie/cuento/ensayo/articulo | in a/the "
     "movie/novel/book/show/story/game/script/series | en la/una pelicula/novela/serie | "
     "cpr/first/bls/acls aid? class/classes/course/training/certification/certified/cert | "
     "primeros auxilios | certification/certificate/recertification | "
     "form/forms/questionnaire/paperwork/packet asks/says/has/question/about/lists/mentions | "
     "formulario/cuestionario/forma pregunta/dice/pide/tiene | question/questions on the form | "
     "do/does you/y/yall/your/u guys/doctors/clinic/doctor/office/facility? "
     "treat/offer/handle/see/do/have/provide/specialize/take/accept/teach/cover/test | "
     "ofrecen/tratan/atienden/manejan/tienen/dan/hacen/aceptan "
     "clases/curso/pacientes/terapia/programa/tratamiento/casos/citas/un/algun/grupos/pruebas/"
     "especialista/personas | how much is/are/does/do/would/for/it/u/you a/an/it/you/the? | "
     "cost/price of/for | cuanto cuesta/cobran/vale/sale/cuestan | where is/are/can the/your/you/i "
     "| directions/how to/do/get? i? get? to the/your | como llego/llegar a/al | what are/is "
     "the/some signs/symptoms/difference/warning/sign/treatment of/between/for? | cuales/que son "
     "los/las sintomas/senales de? | warning signs | "
     "awareness/fundraiser/5k/charity/pamphlet/hotline | support group/groups | grupo/grupos de "
     "apoyo | prevention program/class/month/training/week/resources | are you hiring | "
     "job/position/volunteer/internship as/for/at/with | "
     "vaccine/vaccines/vaccination/vacuna/vacunas for/against/contra/de/la? | screening/screenings "
     "for/test? | risk of/factors/assessment | riesgo de | "
     "prevent/preventing/prevention/prevenir/prevencion | worried about getting/developing | "
     "hypothetically/hipoteticamente/hypothetical | in case i/of/he/she/someone/my | en caso de | "
     "if i/he/she/someone ever/were/get/gets/has/have ever? | side effect/effects | efectos "
     "secundarios"},
    {"person_now",
     "i/im/ive/am "
     "have/having/had/feel/feeling/felt/took/cant/think/am/got/just/bleeding/keep/been/want/"
     "swallowed/cut/fell | im/hes/shes/theyre "
     "having/feeling/bleeding/in/not/so/choking/scared/dizzy/going/gonna/turning/vomiting/confused "
     "| he/she/they/son/daughter/mom/dad/husband/wife/baby/grandma/grandpa "
     "has/is/just/cant/took/wont/fell/swallowed/keeps/isnt/ate/drank/had/hit/got/passed/says | "
     "hes/shes | my "
     "chest/throat/tongue/lips/baby/son/daughter/mom/dad/husband/wife/head/arm/heart/toddler/kid/"
     "mother/father/grandma/newborn/vision/face/water/girlfriend/boyfriend/brother/sister | right "
     "now | "
     "tengo/tiene/siento/tome/tomo/estoy/esta/duele/sangra/sangrando/trago/cayo/desmayo/puedo/"
     "puede | mi hijo/hija/bebe/mama/papa/esposo/esposa/pecho/garganta/abuela/abuelo/cara"},
};

}  // namespace

std::span<const Cue> red_flag_cues() { return kCues; }
std::span<const Cue> red_flag_scope_cues() { return kScope; }
std::span<const Cue> red_flag_word_choices() { return kChoices; }

}  // namespace anteroom::understanding
