#include "bot/understanding/red_flag_patterns.h"

namespace anteroom::understanding {
namespace {

// Building blocks, shared by rows. PAIN words and "cannot" in both languages and in SMS spelling.
#define CANT                                                                         \
  "(can ?'?t|cannot|can not|cnt|could ?n'?t|could not|unable to|struggling to|hard " \
  "to|trouble|barely|no (puedo|puede|pude|pudo)|apenas (puedo|puede)|me cuesta|le cuesta)"
#define PAIN                                                                                   \
  "(pain\\w*|hurt\\w*|ach(e|es|ing)|pressure|tight\\w*|heav\\w*|crush\\w*|squeez\\w*|burning|" \
  "stabbing|discomfort)"
#define DOLOR "(dol\\w+|duel\\w+|presion|apriet\\w+|opresion|opri\\w+|pesad\\w+|punzad\\w+|ard\\w+)"
#define SUDDEN \
  "(sudden\\w*|all of a sudden|out of nowhere|just now|de repente|de pronto|de golpe|subit\\w+)"
#define BABY                                                                             \
  "(bab(y|ies)|newborn|infant|bebe\\w*|recien nacid\\w+|nino|nina|\\d+ "                 \
  "?-?(day|week|wk|dia|semana)s?( |-)?(old)?|(1|2|one|two|un|dos) ?-?(month|mes)(es)?( " \
  "|-)?(old)?)"
#define WANTS                                                                               \
  "(want\\w*|wanna|going|gonna|plan\\w*|tri(ed|es)|trying|thinking (of|about)|thought(s)? " \
  "(of|about)|ready|about|might|will|feel like|quier\\w+|quisiera|voy a|va "                \
  "a|pens(ando|e|o|amos)( en)?|intent\\w+|ganas de|trat\\w+ de)"

constexpr RedFlagPattern kPatterns[] = {
    // --- breathing
    {"breathing", "\\b" CANT "( \\w+){0,2} (breath\\w*|breth\\w*|get( any| enough)? air|catch "
                  "(my|his|her|their) breath|respirar\\w*)"},
    {"breathing",
     "\\b(not|stopped|isn'?t|quit) breathing\\b|\\b(no respira|dejo de respirar|ya no respira)\\b"},
    {"breathing",
     "\\b(struggling|gasping|fighting|desperate)( \\w+)? (for (air|breath)|to "
     "breathe)|\\bgasping\\b"},
    {"breathing",
     "\\b(short(ness)? of breath|out of breath|breathless|sob at rest|falta(ndome)? (de |el |mucho "
     "el )?aire|me ahogo|se ahoga|ahogandose|no le entra( el)? aire)\\b"},
    {"breathing",
     "\\b(trouble|difficulty|problems?|hard time|dificultad|problemas)( \\w+){0,2} "
     "(breath\\w*|respirar)"},
    {"breathing",
     "\\b(lips?|face|fingers?|nails?|skin|he|she|baby|labios?|cara|unas|dedos)\\b.{0,20}\\b(blue|"
     "gray|grey|purple|azul\\w*|morad\\w+|gris\\w*)\\b"},
    {"breathing", "\\b(blue|gray|grey|purple) (lips?|face|fingers?|nails?)\\b"},
    {"breathing",
     "\\b(chok(e|ed|ing)( on| and)|(is|i'?m|he'?s|she'?s) choking|atragant\\w+|se esta "
     "ahogando)\\b"},
    {"breathing",
     "\\b(ribs?|skin|costillas)\\b.{0,25}\\b(pull\\w*|suck\\w*|hund\\w+)\\b.{0,20}\\b(in|breath\\w*"
     "|respira\\w*)?"},
    {"breathing",
     "\\b(oxygen|o2|sp "
     "?o2|sats?|saturation|oximeter|oxigeno|saturacion|oximetro)\\b.{0,25}\\b[4-8]\\d ?%?(\\D|$)"},
    {"breathing",
     "\\b(one|few|couple( of)?|two) words? (at a time|per breath)|talk in full sentences\\b"},
    {"breathing",
     "\\b(leg|calf|pierna|pantorrilla)\\b.{0,30}\\b(swollen|swelling|hinchad\\w+)\\b.{0,50}\\b("
     "breath\\w*|respirar|aire|chest|pecho)\\b"},
    {"breathing",
     "\\b(inhaler|nebulizer|inhalador)\\b.{0,30}\\b(not (working|helping)|isn'?t "
     "(working|helping)|no (funciona|ayuda|sirve))\\b"},

    // --- cardiac
    {"cardiac", "\\bchest\\b.{0,40}\\b" PAIN "|\\b" PAIN
                "\\b.{0,30}\\b(in|on|across|around|over|of|to)?\\b.{0,12}\\bchest\\b"},
    {"cardiac",
     "\\b(elephant|weight|brick|band|vise|something|someone)\\b.{0,30}\\b(on|sitting|standing|"
     "around|across|in)\\b.{0,15}\\bchest\\b|\\bchest\\b.{0,30}\\belephant\\b"},
    {"cardiac",
     "\\b" DOLOR "\\b.{0,30}\\b(pecho|corazon)\\b|\\b(pecho|corazon)\\b.{0,30}\\b" DOLOR "\\b"},
    {"cardiac", "\\b(elefante|peso|algo|piedra)\\b.{0,25}\\bpecho\\b"},
    {"cardiac",
     "\\bheart ?attack\\b|\\b(ataque|paro|infarto)( al| del| de)?( corazon| "
     "cardiaco)?\\b.{0,0}(\\bcorazon|\\bcardiaco|\\binfarto\\b)|\\binfarto\\b|\\b(ataque al "
     "corazon|paro cardiaco|ataque cardiaco)\\b|\\bcardiac arrest\\b"},
    {"cardiac",
     "\\b(pain|numb\\w*|ache|tingl\\w*|hurt\\w*|dolor|duele|adormec\\w+)\\b.{0,25}\\b(left "
     "arm|jaw|brazo izquierdo|mandibula|quijada)\\b"},
    {"cardiac",
     "\\b(left arm|jaw|brazo "
     "izquierdo|mandibula|quijada)\\b.{0,25}\\b(pain|numb\\w*|ach\\w+|tingl\\w*|hurts?|dolor|duele|"
     "adormec\\w+)\\b.{0,60}\\b(chest|sweat\\w*|pecho|sud\\w+)\\b"},
    {"cardiac",
     "\\b(heart|corazon)\\b.{0,30}\\b(rac\\w+|pound\\w*|skipp\\w*|flutter\\w*|fast|jump\\w*|"
     "aceler\\w+|rapido|salta\\w*|late fuerte)\\b.{0,60}\\b(faint\\w*|dizz\\w*|pass\\w* out|light "
     "?headed|desmay\\w*|mare\\w*)\\b"},
    {"cardiac",
     "\\b(passed out|fainted|collapsed|blacked out|me desmaye|se desmayo|perdi\\w* el "
     "conocimiento|se desplomo|colapso)\\b"},
    {"cardiac", "\\b(cold sweats?|sweating cold|sudor(es)? frios?|sudando frio)\\b"},

    // --- stroke
    {"stroke",
     "\\b(face|mouth|smile|cheek|eyelid|cara|boca|sonrisa|rostro)\\b.{0,30}\\b(droop\\w*|sagg\\w*|"
     "crooked|lopsided|one "
     "side|numb|caid\\w+|torcid\\w+|chuec\\w+|dormid\\w+|adormec\\w+|paraliz\\w+|de "
     "lado)\\b|\\bdroop\\w*( \\w+){0,3} (face|mouth)\\b"},
    {"stroke",
     "\\b(half|one side|left side|right side|arm and leg|mitad|un lado|lado "
     "(izquierdo|derecho))\\b.{0,40}\\b(numb|weak\\w*|paraly\\w*|can'?t "
     "(move|feel)|dead|dormid\\w+|adormec\\w+|paraliz\\w+|debil\\w*|no (siente|siento|puedo "
     "mover|puede mover|mueve))\\b"},
    {"stroke",
     "\\b(durmio|dormid\\w+|adormec\\w+|paraliz\\w+|numb)\\b.{0,25}\\b(mitad|un lado|lado "
     "(izquierdo|derecho)|one side|(left|right) side|half)\\b"},
    {"stroke",
     "\\b" SUDDEN
     "\\b.{0,50}\\b(numb\\w*|weak\\w*|confus\\w*|blind\\w*|vision|can'?t see|see double|lost (my "
     ")?balance|dizz\\w*|headache|adormec\\w+|debil\\w+|confund\\w+|confusion|ve doble|no "
     "(ve|veo)|vista|vision|equilibrio|dolor de cabeza)\\b"},
    {"stroke",
     "\\b(slurr\\w*|garbled|jumbled|gibberish|not making sense|words (are |won'?t )?(com\\w+ "
     "out|mixed)|" CANT " (speak|talk|find (the |my |his |her )?words|hablar|encontrar (las "
     ")?palabras)|arrastra(ndo)? (las palabras|la voz)|habla(ndo)? "
     "(raro|enredado|mal)|se le (enreda|traba) la lengua)\\b"},
    {"stroke",
     "\\b(worst|thunderclap|peor)\\b.{0,25}\\b(headache|head ?ache|dolor de cabeza|migrana)\\b"},
    {"stroke",
     "\\b(having|had|has|have|think(s|ing)?|is it|might be)\\b.{0,15}\\b(a |mini "
     "?-?)?(stroke|tia)\\b|\\b(derrame( cerebral)?|embolia|avc|ictus)\\b"},
    {"stroke",
     "\\b(arm|leg|hand|brazo|pierna|mano)\\b.{0,25}\\b(went|gone|suddenly|se (me|le) "
     "(durmio|quedo))\\b.{0,15}\\b(numb|limp|weak|dead|dormid\\w+|sin "
     "fuerza)?\\b.{0,30}\\b(numb|limp|dead|sin fuerza|dormid\\w+)\\b"},

    // --- anaphylaxis
    {"anaphylaxis",
     "\\b(throat|tongue|garganta|lengua)\\b.{0,25}\\b(swell\\w*|swollen|clos\\w+|tight\\w*|"
     "hinch\\w+|cierra\\w*|cerrando\\w*|inflam\\w+)\\b"},
    {"anaphylaxis",
     "\\b(swollen|swelling|hinch\\w+)( \\w+){0,3} (throat|tongue|garganta|lengua)\\b"},
    {"anaphylaxis",
     "\\banaphyla\\w+|\\bepi ?-?pen\\b|\\bepinephrine\\b|\\banafila\\w+|\\b(severe|bad|serious) "
     "allergic reaction\\b|\\breaccion alergica (grave|severa|fuerte)\\b"},
    {"anaphylaxis",
     "\\b(hives|rash|ronchas|urticaria|sarpullido)\\b.{0,60}\\b(breath\\w*|wheez\\w*|vomit\\w*|"
     "throw\\w* up|throat|lips|respirar|aire|vomit\\w+|garganta|labios)\\b"},
    {"anaphylaxis",
     "\\b(stung|bee|wasp|peanuts?|nuts?|shellfish|abeja|avispa|mani|cacahuate|mariscos?|pico)\\b.{"
     "0,60}\\b(swell\\w*|swollen|breath\\w*|hinch\\w+|respirar)\\b"},

    // --- poison and overdose
    {"poison", "\\b(overdos\\w*|over dosed|od'?d|od'?ing|sobredosis)\\b"},
    {"poison",
     "\\b(took|taken|take|swallow\\w*|ate|eaten|popped|me tome|se "
     "tomo|tome|tomo|trago|tragado|ingirio|se comio)\\b.{0,25}\\b(too many|a lot of|all (of "
     ")?(my|his|her|the)|whole bottle|(a )?bottle of|handful of|double dose|twice|\\d{2,} "
     "|demasiad\\w+|muchas?|tod[ao]s? (mis|sus|las|los)|un frasco|el frasco|doble "
     "dosis)\\b.{0,30}\\b(pill\\w*|med\\w*|tylenol|advil|ibuprofen\\w*|acetaminophen|aspirin\\w*|"
     "tablet\\w*|dose|xanax|insulin\\w*|pastilla\\w*|pildora\\w*|medicin\\w*|medicament\\w*|dosis)?"
     "\\b"},
    {"poison",
     "\\b(kid|child|son|daughter|toddler|baby|he|she|hij[oa]|nin[oa]|bebe|grandson|granddaughter|"
     "niet[oa])\\b.{0,40}\\b(swallow\\w*|drank|ate|got into|trago|tomo|bebio|se "
     "comio|comio)\\b.{0,40}\\b(pills?|medicin\\w*|meds|bleach|cleaner|detergent|pods?|battery|"
     "batteries|magnets?|antifreeze|poison|gummies|edibles?|mushrooms?|plant|berries|nicotine|vape|"
     "hand sanitizer|cloro|limpiador|detergente|pilas?|bateria|imanes|veneno|pastillas?|jabon)\\b"},
    {"poison",
     "\\b(swallow\\w*|drank|drunk|ingested|trague|trago|bebi|tome|tomo|bebio)\\b.{0,20}\\b(bleach|"
     "cleaner|detergent|antifreeze|poison|gasoline|battery|cloro|limpiador|detergente|"
     "anticongelante|veneno|gasolina|pila|bateria)\\b"},
    {"poison", "\\b(carbon monoxide|co alarm|gas leak|monoxido|fuga de gas)\\b"},
    {"poison", "\\b(poisoned|poisoning|envenen\\w+|intoxic\\w+ con)\\b"},
    {"poison",
     "\\b(wrong|double|someone "
     "else'?s|equivocad\\w+|doble)\\b.{0,12}\\b(medication|meds?|medicine|pills?|dose|dosis|"
     "medicina|medicamento|pastillas?)\\b.{0,30}\\b(took|taken|gave|tome|tomo|di|dio)\\b|\\b(took|"
     "gave|taken|tome|tomo|di|dio)\\b.{0,20}\\b(wrong|double|doble|equivocad\\w+)\\b.{0,12}\\b("
     "medication|meds?|medicine|pills?|dose|dosis|medicina|medicamento|pastillas?)\\b"},

    // --- suicide and self-harm
    {"self_harm",
     "\\b(suicid\\w*|kms|unalive\\w*|kill(ing)? (my ?self|him ?self|her ?self|them ?selves)|end "
     "(it all|my life|his life|her life|things)|take (my|his|her) (own )?life|matar(me|se)|se "
     "(quiere|quiso|va a|intento|ha querido) (matar|suicidar|morir)|quitar(me|se) la vida|acabar "
     "con (mi|su|todo)( vida)?)\\b"},
    {"self_harm",
     "\\b" WANTS
     "( \\w+){0,3} (die|dead|not (be|exist|wake up|live)|disappear forever|morir(me|se)?|no "
     "(vivir|despertar|existir)|estar muert\\w+|desaparecer)\\b"},
    {"self_harm",
     "\\b(don'?t|do not|doesn'?t|no longer|dont|ya no|no) (want|wanna|wants|quier\\w+)( to)?( "
     "\\w+)? (be (here|alive)|live|exist|wake up|go on living|vivir|estar aqui|seguir( "
     "viviendo)?|despertar)\\b"},
    {"self_harm",
     "\\b(better off (without me|dead)|no reason to (live|go on)|nothing to live for|tired of "
     "(living|life|being alive)|can'?t (go on|do this anymore|take it any ?more)|life (is "
     "not|isn'?t) worth|mejor (sin mi|muert\\w+)|sin mi estarian mejor|no (tiene|vale) (sentido|la "
     "pena) (vivir|la vida)|cansad[oa] de vivir|no aguanto mas la vida)\\b"},
    {"self_harm",
     "\\b(cut(ting)?|hurt(ing)?|harm(ing)?|burn(ing)?|cort(ar|arme|o|ando)\\w*|lastim(ar|ando)\\w*)"
     " (my ?self|him ?self|her ?self|them ?selves|(my|his|her) wrists?|me las venas|las "
     "venas)\\b|\\bself ?-?harm\\w*|\\b(me (corto|quiero lastimar)|se corta|hacerme dano|hacerse "
     "dano)\\b"},
    {"self_harm",
     "\\b(have|got|bought|tengo|compre)\\b.{0,15}\\b(a gun|pills|rope|una "
     "pistola|pastillas|soga)\\b.{0,40}\\b(end|use (it|them)|goodbye|ready|terminar|usar)\\b"},
    {"self_harm",
     "\\b(saying|said|write|wrote|writing) (my )?goodbyes?\\b|\\bgoodbye "
     "(letter|note)|\\bgiv(ing|en) away (all )?(my|his|her) things\\b|\\bcarta de "
     "despedida\\b|\\bwish (i|he|she) (was|were) (dead|never born)\\b|\\bojala (me muriera|no "
     "despertara)\\b"},

    // --- harm and abuse
    {"abuse",
     "\\b(husband|wife|boyfriend|girlfriend|partner|ex|dad|father|stepdad|mom|mother|uncle|he|she|"
     "somebody|someone|esposo|esposa|marido|novio|novia|pareja|papa|padrastro|tio)\\b.{0,30}\\b("
     "hit(s|ting)?|beat(s|ing)?|punch\\w*|chok\\w*|strangl\\w*|threaten\\w*|(hurt(s|ing)?|abus\\w+|"
     "rap(ed|es)|molest\\w*|touch(es|ed|ing)) (me|her|him|my)|me "
     "(pega|golpea|amenaza|ahorca|viola|abusa|toca)\\w*|(me "
     ")?(pego|golpeo|amenazo|violo|ahorco))\\b"},
    {"abuse",
     "\\b(rape[ds]?|raped|sexual(ly)? assault\\w*|molest\\w*|violacion|me violaron|abuso "
     "sexual|abusaron de)\\b"},
    {"abuse",
     "\\b(domestic violence|violencia domestica|being abused|child abuse|elder "
     "abuse|maltrat\\w+|not safe at home|afraid to go home|scared (of|to go) (home|my husband|my "
     "boyfriend|my partner|him)|no estoy segur[oa] en (mi )?casa|tengo miedo de (mi "
     "(esposo|marido|pareja|novio)|volver a casa))\\b"},
    {"abuse",
     "\\b(kill|shoot|stab|hurt|bomb|matar|disparar|apunalar)( \\w+){0,2} (him|her|them|you "
     "all|everyone|somebody|someone|people|the (doctor|clinic|staff)|a todos|alguien|al "
     "doctor)\\b"},
    {"abuse", "\\b(voices|voces)\\b.{0,30}\\b(tell\\w*|say\\w*|dicen|ordenan)\\b"},
    {"abuse",
     "\\b(hurt(ing)?|harm(ing)?|drop(ping)?|shak(e|ing)|lastimar|hacerle "
     "dano)\\b.{0,12}\\b(my|the|a(l)?( mi)?) ?(baby|bebe|newborn|child|hij[oa])\\b"},

    // --- pregnancy and the year after
    {"pregnancy",
     "\\b(pregnan\\w*|weeks along|\\d+ ?(weeks?|wks?) (pregnant|preg)|trimester|embaraz\\w+|\\d+ "
     "semanas de embarazo|after (giving )?birth|postpartum|gave birth|c-?section|posparto|di a "
     "luz|cesarea)\\b.{0,100}\\b(bleed\\w*|blood|water(s)? (broke|breaking)|leaking|no "
     "movement|not moving|stopped moving|hasn'?t moved|(less|fewer) (kicks|movement)|not feeling "
     "(him|her|the baby)|severe|terrible|seeing "
     "spots|blurr\\w*|vision|swell\\w*|swollen|fever|faint\\w*|contractions?|cramps?|sangr\\w+|"
     "rompi\\w*|no se mueve|dejo de moverse|se mueve menos|no (lo |la "
     ")?siento|vista|borros\\w+|hinch\\w+|fiebre|contracciones|fuerte)\\b"},
    {"pregnancy",
     "\\b(bleed\\w*|blood|water(s)? broke|water is leaking|contractions?|sangr\\w+|se (me |le "
     ")?rompio la "
     "(fuente|bolsa)|contracciones)\\b.{0,60}\\b(pregnan\\w*|weeks|trimester|embaraz\\w+|semanas)"
     "\\b|\\b(my|her) water(s)? (just )?broke\\b|\\b(se (me |le )?rompio la (fuente|bolsa))\\b"},
    {"pregnancy",
     "\\b(baby|bebe)\\b.{0,20}\\b(hasn'?t moved|not moving|isn'?t moving|stopped "
     "(moving|kicking)|not kicking|no se mueve|no se ha movido|dejo de moverse|ya no patea)\\b"},
    {"pregnancy",
     "\\b(soak\\w*|through|empap\\w+)\\b.{0,20}\\b(pads?|toallas?)\\b.{0,20}\\b(hour|hora)\\b|"
     "\\bpad (an|every|per|each) hour\\b"},

    // --- infants and children
    {"infant", "\\b" BABY "\\b.{0,60}\\b(fever|temp\\w*|10[0-9](\\.\\d)?|3[89](\\.\\d)?|calentura|"
               "fiebre)\\b|\\b(fever|calentura|fiebre|temp\\w*)\\b.{0,50}\\b(newborn|"
               "recien nacid\\w+|\\d+ ?-?(day|week|wk|dia|semana)s?( |-)?(old|de "
               "nacid\\w+)?|(1|2|one|two|un|dos) ?-?(month|mes)(es)?( |-)?(old)?)\\b"},
    {"infant",
     "\\b" BABY "\\b.{0,50}\\b(limp|floppy|hard to wake|(won'?t|will not|can'?t|not|doesn'?t) "
     "(wak\\w+|eat\\w*|feed\\w*|nurs\\w*|drink\\w*|respond\\w*|breath\\w*)|unresponsive|"
     "turn(ed|ing|s)? blue|blue spell|soft spot|breathing "
     "(fast|weird|funny)|grunting|flacid\\w*|aguad\\w+|no (despierta|come|quiere "
     "comer|responde|reacciona|mama|respira)|mollera|respira (rapido|raro)|se pone "
     "(morad|azul)\\w+)\\b"},
    {"infant",
     "\\b(no|hasn'?t had( a)?|without( a)?|sin) (wet diapers?|pee\\w*|wet diaper|panales? "
     "mojados?|orinar)\\b|\\b(bulging|sunken) (soft spot|fontanel\\w*)\\b|\\bmollera "
     "(hundida|abultada|inflamada)\\b"},

    // --- head and other injuries
    {"head",
     "\\b(hit|banged|bumped|smacked|cracked|injur\\w*|fell (on|and "
     "hit)|golpe\\w*|pego|cayo)\\b.{0,30}\\b(head|skull|cabeza|craneo)\\b.{0,90}\\b(vomit\\w*|"
     "throw\\w* up|threw up|confus\\w*|pass\\w* "
     "out|unconscious|sleepy|drowsy|dizz\\w*|memory|blood "
     "thinner|warfarin|eliquis|xarelto|seizure|pupil|vomit\\w+|confund\\w+|desmay\\w+|inconsciente|"
     "sueno|mare\\w+|anticoagulante)\\b"},
    {"head",
     "\\b(knocked out|lost consciousness|knocked unconscious|unconscious|inconsciente|perdio la "
     "conciencia)\\b"},
    {"head",
     "\\b(one|una)\\b.{0,12}\\b(pupil|pupila)\\b.{0,20}\\b(bigger|larger|mas grande)\\b|\\bclear "
     "(fluid|liquid)\\b.{0,20}\\b(nose|ear)s?\\b|\\bliquido claro\\b.{0,20}\\b(nariz|oido)\\b"},
    {"head",
     "\\b(bone|hueso)\\b.{0,20}\\b(sticking|showing|visible|out of|through|salido|expuesto|se "
     "ve|se le ve)\\b|\\b(cut|chopped|sliced|tore) "
     "off\\b.{0,20}\\b(finger|thumb|toe|hand|foot|dedo|mano)\\b|\\b(amputat\\w+|amputad\\w+|se "
     "corto el dedo completo)\\b"},
    {"head",
     "\\b(car (accident|crash|wreck)|hit by a (car|truck|bus)|motorcycle (accident|crash)|fell "
     "(off|from) (a |the )?(roof|ladder|balcony|second floor|window)|accidente de "
     "(carro|auto|moto)|(lo|la|me) atropell\\w+|cayo del (techo|segundo piso|balcon)|se cayo de la "
     "escalera)\\b"},
    {"head",
     "\\b(stabbed|gun ?shot|shot in the|been shot|apunalad\\w+|balazo|baleado|le dispararon)\\b"},
    {"head",
     "\\b(acid|chemical\\w*|bleach|cleaner|lime|acido|quimic\\w+|cloro)\\b.{0,25}\\b(eyes?|ojos?)"
     "\\b|\\b(eyes?|ojos?)\\b.{0,25}\\b(acid|chemical\\w*|bleach|acido|quimic\\w+|cloro)\\b"},
    {"head",
     "\\b(burn\\w*|scald\\w*|quem\\w+)\\b.{0,40}\\b(face|whole|large|deep|third degree|hands "
     "and|charred|white|blister\\w* all|cara|toda|todo|grande|profund\\w+|tercer grado)\\b"},
    {"head",
     "\\b(can'?t|cannot|no (puedo|puede)) (move|feel|mover|sentir)( \\w+){0,2} "
     "(legs?|arms?|neck|piernas?|brazos?|cuello)\\b"},

    // --- bleeding
    {"bleeding",
     "\\b(bleed\\w*|blood|sangr\\w+)\\b.{0,50}\\b(won'?t stop|not stopping|doesn'?t stop|will not "
     "stop|can'?t stop|cannot stop|keeps|still going|nonstop|non-?stop|everywhere|heav\\w*|a "
     "lot|spurt\\w*|squirt\\w*|gush\\w*|pouring|soak\\w*|no (para|deja|se detiene|puedo "
     "parar)|mucha|mucho|a chorros|por todos lados|brota)\\b"},
    {"bleeding",
     "\\b(won'?t stop|can'?t stop|cannot stop|not stop|heavy|heavily|a lot of|lots of|so "
     "much|uncontroll\\w+|no (para|deja) de|mucha|no puedo parar( la)?)( \\w+){0,3} "
     "(bleed\\w*|blood|sangr\\w+|hemorragia)\\b"},
    {"bleeding",
     "\\b(vomit\\w*|throw\\w* up|threw up|cough\\w*|puk\\w*|spit\\w*|tos\\w*|escup\\w+)( "
     "\\w+){0,3} (blood\\w*|coffee grounds|sangre)\\b"},
    {"bleeding",
     "\\b(black|tarry|bloody|negr\\w+|con sangre)\\b.{0,12}\\b(stools?|poop|bowel "
     "movements?|heces|popo|evacuacion\\w*|excremento)\\b.{0,80}\\b(dizz\\w*|faint\\w*|weak\\w*|"
     "light ?headed|mare\\w+|debil\\w*|desmay\\w+)\\b"},
    {"bleeding", "\\b(hemorrhag\\w*|hemorragia|bleeding out|desangr\\w+|coughing up blood)\\b"},

    // --- infection
    {"infection",
     "\\b(fever|calentura|fiebre)\\b.{0,60}\\b(stiff neck|neck (is )?stiff|purple "
     "(spots|rash)|confus\\w*|shak\\w* uncontrollably|rigors?|chemo\\w*|delirious|cuello "
     "(rigido|tieso)|manchas moradas|confundid\\w+|quimio\\w*|delira\\w*|temblando)\\b"},
    {"infection",
     "\\b(stiff neck|chemo\\w*|quimio\\w*|cuello (rigido|tieso)|purple spots|manchas "
     "moradas)\\b.{0,60}\\b(fever|calentura|fiebre)\\b"},
    {"infection", "\\b(red streaks?|rayas rojas|lineas rojas)\\b|\\b(sepsis|septic|meningitis)\\b"},

    // --- other
    {"other", "\\b(seizure\\w*|seizing|convuls\\w+|fitting|ataque epileptico|convulsion\\w*)\\b"},
    {"other",
     "\\b(unresponsive|not responding|won'?t respond|won'?t wake( up)?|can'?t wake|cannot "
     "wake|cannot be woken|not waking up|no (despierta|responde|reacciona)|no (lo|la) puedo "
     "despertar)\\b"},
    {"other",
     "\\b(worst|rigid|hard as a rock|unbearable|excruciating|peor|insoportable|duro "
     "como)\\b.{0,30}\\b(stomach|belly|abdomen|abdominal|tummy|estomago|barriga|vientre|panza)\\b|"
     "\\b(stomach|belly|abdomen|abdominal|estomago|barriga|vientre)\\b.{0,30}\\b(rigid|rock "
     "hard|hard as|unbearable|excruciating|worst|insoportable|duro como)\\b"},
    {"other",
     "\\b(testicle|testicular|ball|balls|testiculo\\w*)\\b.{0,40}\\b(sudden\\w*|severe|twisted|"
     "excruciating|worst|de repente|fuerte|torcid\\w+|insoportable)\\b|\\b(sudden|severe|de "
     "repente|fuerte)\\b.{0,30}\\b(testicle|testicular|testiculo\\w*)\\b"},
    {"other",
     "\\b(sugar|glucose|azucar|glucosa)\\b.{0,30}\\b(([1-4]\\d)\\b|5[0-3]\\b|[5-9]\\d\\d\\b|reads? "
     "hi\\b|says? hi\\b|very low|too low|muy baja|dice hi)"},
    {"other",
     "\\b(numb\\w*|adormec\\w+|dormid\\w+)\\b.{0,40}\\b(saddle|groin|between my "
     "legs|genitals|entrepierna|ingle|genitales)\\b"},
    {"other",
     "\\b(heat ?stroke|golpe de calor)\\b|\\b(withdrawal|abstinencia|stopped drinking|deje de "
     "(tomar|beber))\\b.{0,50}\\b(shak\\w*|seeing "
     "things|hallucinat\\w*|seizure|tembl\\w+|alucin\\w+|viendo cosas)\\b"},
    {"other",
     "\\b(dying|going to die|gonna die|about to die|i think i'?m dying|me estoy muriendo|se esta "
     "muriendo|me voy a morir|se va a morir)\\b"},
    {"other",
     "\\b(call(ing)?|need|send|llam(en|ar|e|a)|necesito|manden|mande) (an |una |al |a "
     ")?(911|ambulance|ambulancia|paramedics)\\b"},
    {"other",
     "\\b(this is|it'?s|it is|having|es|tengo) an? ?(medical )?emergency\\b|\\b(es|tengo|esto es) "
     "una emergencia\\b|\\blife[ -]threatening\\b"},
};

constexpr std::string_view kIdioms[] = {
    "heart ?attack.{0,25}\\b(bill|price|cost|invoice|charge|cuenta|precio)",
    "\\b(bill|price|cost|invoice|charge|cuenta|precio)\\w*\\b.{0,40}\\bheart ?attack",
    "\\b(almost|nearly|gave|give|gives|giving) (me |him |her )?(a |had a )?heart ?attack",
    "\\b(dying|die|died) (to|for|of (laughter|laughing|boredom|embarrassment|curiosity|hunger))\\b",
    "\\bmuer[oe] (de (hambre|risa|sueno|ganas|la "
    "risa|calor|frio|sed|verguenza|curiosidad)|por)\\b|\\bmuriendo de "
    "(hambre|risa|sueno|ganas|calor|frio|sed|verguenza)\\b",
    "\\bdying of (laughter|boredom|hunger|curiosity|embarrassment)\\b|\\bphone is "
    "dying\\b|\\bbattery is dying\\b",
    "\\bstroke of (luck|genius|midnight)\\b|\\b(key|back|breast) ?stroke\\b",
    "\\bbleeding (money|edge|heart)\\b",
    "\\b(suicide|emergency) (squad|prevention (class|training|job)|contact)\\b",
    "\\bkill(ing)? (time|two birds)\\b",
    "\\boverdos\\w+ on (chocolate|candy|sugar|coffee|caffeine|cookies|ice cream)\\b",
    "\\b(cpr|first aid|lifeguard|babysit\\w*|primeros auxilios) "
    "(class\\w*|cours\\w*|training|certif\\w*|clases?|curso)\\b",
    "\\b(class|course|essay|paper|report|novel|movie|book|project|clase|ensayo|pelicula|libro|"
    "proyecto)\\b.{0,20}\\b(about|on|sobre|acerca de)\\b.{0,25}",
    "\\bchest (x ?-?rays?|ct|cat scan|mri|film)\\b|\\b(radiografia|rayos x|placa|tomografia) "
    "(de|del) (pecho|torax)\\b",
    "\\bnot an? (medical )?emergency\\b|\\bno es (una )?emergencia\\b|\\bisn'?t an emergency\\b",
};

#undef CANT
#undef PAIN
#undef DOLOR
#undef SUDDEN
#undef BABY
#undef WANTS

}  // namespace

std::span<const RedFlagPattern> red_flag_patterns() { return kPatterns; }
std::span<const std::string_view> red_flag_idioms() { return kIdioms; }

}  // namespace anteroom::understanding
