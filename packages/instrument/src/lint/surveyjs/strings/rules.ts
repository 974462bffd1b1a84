import type { Severity, Told } from "../../finding.ts";

/** What a rule of survey-core's linter is good for, and what to do when it speaks. */
export interface SurveyjsRule {
  readonly reason: Told<string>;
  readonly advice: Told<string>;
  /** Where we judge it otherwise than survey-core does. */
  readonly severity?: Severity;
}

function rule(
  en: readonly [reason: string, advice: string],
  lt: readonly [reason: string, advice: string],
  severity?: Severity,
): SurveyjsRule {
  const told = { reason: { en: en[0], lt: lt[0] }, advice: { en: en[1], lt: lt[1] } };
  return severity === undefined ? told : { ...told, severity };
}

/** The rules of `survey-core/linter` 3.1.1 by id. */
export const surveyjsRules: ReadonlyMap<string, SurveyjsRule> = new Map([
  [
    "expression/syntax",
    rule(
      [
        "A condition that cannot be read never works as meant.",
        "Correct the expression at the place that is named.",
      ],
      [
        "Neperskaitoma sąlyga niekada neveikia taip, kaip sumanyta.",
        "Pataisykite išraišką nurodytoje vietoje.",
      ],
    ),
  ],
  [
    "reference/unknown",
    rule(
      [
        "An expression that names nothing is always empty.",
        "Write the name of an item that exists, or remove the reference.",
      ],
      [
        "Išraiška, kuri nurodo tai, ko nėra, visada tuščia.",
        "Įrašykite esamo klausimo vardą arba nuorodą pašalinkite.",
      ],
    ),
  ],
  [
    "reference/self",
    rule(
      [
        "An item whose showing depends on itself can lock itself away.",
        "Let the condition look at another item.",
      ],
      [
        "Klausimas, kurio rodymas priklauso nuo jo paties, gali likti nebeparodomas.",
        "Tegul sąlyga remiasi kitu klausimu.",
      ],
    ),
  ],
  [
    "name/duplicate",
    rule(
      ["Two items of one name overwrite each other's answers.", "Give each its own name."],
      ["Du to paties vardo klausimai perrašo vienas kito atsakymus.", "Kiekvienam suteikite savą vardą."],
    ),
  ],
  [
    "name/shadowing",
    rule(
      [
        "Two items that store their answer under one name overwrite each other.",
        "Change the name or the valueName, unless they are meant to share one answer.",
      ],
      [
        "Du klausimai, saugantys atsakymą tuo pačiu vardu, jį perrašo.",
        "Pakeiskite vardą arba valueName, nebent atsakymas tyčia bendras.",
      ],
    ),
  ],
  [
    "name/reserved",
    rule(
      ["Some names mean something else inside expressions.", "Choose another name."],
      ["Kai kurie vardai išraiškose reiškia ką kita.", "Pasirinkite kitą vardą."],
    ),
  ],
  [
    "variable/collision",
    rule(
      [
        "A calculated value with the name of an item hides its answer from expressions.",
        "Rename the calculated value.",
      ],
      [
        "Apskaičiuojama reikšmė klausimo vardu paslepia jo atsakymą nuo išraiškų.",
        "Pervadinkite apskaičiuojamą reikšmę.",
      ],
    ),
  ],
  [
    "variable/preset",
    rule(
      ["A variable that nothing sets is always empty.", "Set it, or remove it."],
      ["Kintamasis, kurio niekas nenustato, visada tuščias.", "Nustatykite jį arba pašalinkite."],
    ),
  ],
  [
    "element/unknown-type",
    rule(
      [
        "survey-core leaves out what it does not know: respondents would not see it.",
        "Use a type that survey-core has.",
      ],
      [
        "Ko survey-core nepažįsta, to ji nerodo: respondentai šio elemento nematytų.",
        "Naudokite survey-core turimą tipą.",
      ],
      "error",
    ),
  ],
  [
    "property/unknown",
    rule(
      [
        "survey-core ignores a property it does not know; a mistyped one silently does nothing.",
        "Correct the spelling; what another tool keeps here for itself may stay.",
      ],
      [
        "Nepažįstamos savybės survey-core nepaiso; suklydus rašyboje, ji tyliai neveikia.",
        "Pataisykite rašybą; ką čia savo reikmėms laiko kitas įrankis, gali likti.",
      ],
    ),
  ],
  [
    "property/dead",
    rule(
      [
        "A property that cannot take effect here misleads those who read the questionnaire.",
        "Remove it, or change what makes it idle.",
      ],
      [
        "Savybė, kuri čia negali veikti, klaidina skaitančius klausimyną.",
        "Pašalinkite ją arba pakeiskite tai, kas jai trukdo.",
      ],
    ),
  ],
  [
    "property/invalid-value",
    rule(
      [
        "A value that is not allowed is replaced by a default without a word.",
        "Write one of the allowed values.",
      ],
      ["Neleistina reikšmė be įspėjimo pakeičiama numatytąja.", "Įrašykite vieną iš leistinų reikšmių."],
    ),
  ],
  [
    "property/not-an-array",
    rule(
      ["Where a list is expected, anything else is dropped.", "Write a list in square brackets."],
      ["Kur laukiama sąrašo, visa kita atmetama.", "Įrašykite sąrašą laužtiniuose skliaustuose."],
    ),
  ],
  [
    "property/required",
    rule(
      ["Without this property the part does nothing.", "Add what is missing."],
      ["Be šios savybės dalis nieko nedaro.", "Pridėkite, ko trūksta."],
    ),
  ],
  [
    "expression/unknown-function",
    rule(
      [
        "A function nobody has defined gives no value, and nobody is told.",
        "Use a function from the list in docs/methods/expressions.md.",
      ],
      [
        "Neapibrėžta funkcija neduoda reikšmės, ir niekam apie tai nepranešama.",
        "Naudokite funkciją iš docs/methods/expressions.md sąrašo.",
      ],
      "error",
    ),
  ],
  [
    "cycle/calculated-value",
    rule(
      ["Values that are calculated from one another have no beginning.", "Break the circle."],
      ["Viena iš kitos skaičiuojamos reikšmės neturi pradžios.", "Nutraukite ratą."],
    ),
  ],
  [
    "cycle/trigger",
    rule(
      ["Triggers that set one another off may run for ever.", "Break the circle."],
      ["Vienas kitą paleidžiantys veiksmai gali suktis be galo.", "Nutraukite ratą."],
    ),
  ],
  [
    "cycle/value-write",
    rule(
      ["Items that write each other's answers fight over them.", "Let only one of them write."],
      ["Klausimai, rašantys vienas kito atsakymus, dėl jų varžosi.", "Tegul rašo tik vienas."],
    ),
  ],
  [
    "expression/unknown-choice",
    rule(
      [
        "A condition on a code that no option has can never hold.",
        "Compare with the code of an option; the words of the option are not its code.",
      ],
      [
        "Sąlyga su kodu, kurio neturi nė vienas variantas, niekada neįvykdoma.",
        "Lyginkite su varianto kodu; varianto žodžiai nėra jo kodas.",
      ],
    ),
  ],
  [
    "expression/type-mismatch",
    rule(
      [
        "Comparing words with numbers depends on how they are converted.",
        "Compare like with like, or change the kind of the item.",
      ],
      [
        "Lyginant žodžius su skaičiais viskas priklauso nuo jų pavertimo.",
        "Lyginkite vienarūšius dalykus arba pakeiskite klausimo rūšį.",
      ],
    ),
  ],
  [
    "expression/contradiction",
    rule(
      [
        "A condition that contradicts itself never holds.",
        "Correct the condition, or remove what it guards.",
      ],
      [
        "Sau prieštaraujanti sąlyga niekada neįvykdoma.",
        "Pataisykite sąlygą arba pašalinkite tai, ką ji saugo.",
      ],
    ),
  ],
  [
    "expression/meaningless-condition",
    rule(
      ["A condition that always holds decides nothing.", "Correct it, or remove it."],
      ["Visada įvykdoma sąlyga nieko nelemia.", "Pataisykite ją arba pašalinkite."],
    ),
  ],
  [
    "choices/dead-source",
    rule(
      ["Options taken from an item that does not exist are no options.", "Name an item that has options."],
      ["Variantai, imami iš nesamo klausimo, nėra variantai.", "Nurodykite klausimą, kuris turi variantų."],
    ),
  ],
  [
    "choices/duplicate",
    rule(
      ["Two options of one code cannot be told apart in the answers.", "Give each option its own code."],
      [
        "Dviejų to paties kodo variantų atsakymuose atskirti nebegalima.",
        "Kiekvienam variantui suteikite savą kodą.",
      ],
      "error",
    ),
  ],
  [
    "trigger/unknown-target",
    rule(
      ["A trigger that sets what does not exist does nothing.", "Name an item that exists."],
      ["Veiksmas, nustatantis tai, ko nėra, nieko nedaro.", "Nurodykite esamą klausimą."],
    ),
  ],
  [
    "trigger/unknown-type",
    rule(
      ["survey-core leaves out a trigger it does not know.", "Use a type that survey-core has."],
      ["Nepažįstamo veiksmo survey-core nevykdo.", "Naudokite survey-core turimą tipą."],
    ),
  ],
  [
    "validator/unknown-type",
    rule(
      [
        "survey-core leaves out a validator it does not know: nothing is checked.",
        "Use a type that survey-core has.",
      ],
      [
        "Nepažįstamo tikrinimo survey-core nevykdo: niekas netikrinama.",
        "Naudokite survey-core turimą tipą.",
      ],
    ),
  ],
  [
    "validator/dead",
    rule(
      ["A validator that can never object protects nothing.", "Correct its limits, or remove it."],
      [
        "Tikrinimas, kuris niekada neprieštarauja, nieko nesaugo.",
        "Pataisykite jo ribas arba jį pašalinkite.",
      ],
    ),
  ],
  [
    "value/not-a-choice",
    rule(
      ["A given value that no option has is shown to nobody.", "Write the code of an option."],
      [
        "Iš anksto įrašyta reikšmė, kurios neturi nė vienas variantas, niekam nerodoma.",
        "Įrašykite varianto kodą.",
      ],
    ),
  ],
  [
    "element/count-contradiction",
    rule(
      [
        "Limits that exclude each other cannot be met: respondents get stuck.",
        "Correct the least or the greatest.",
      ],
      [
        "Viena kitai prieštaraujančių ribų neįmanoma tenkinti: respondentas įstringa.",
        "Pataisykite mažiausią arba didžiausią.",
      ],
      "error",
    ),
  ],
  [
    "element/never-visible",
    rule(
      ["What is never shown is never answered.", "Correct the condition, or remove the element."],
      ["Kas niekada nerodoma, į tai niekada neatsakoma.", "Pataisykite sąlygą arba elementą pašalinkite."],
    ),
  ],
  [
    "mask/mismatch",
    rule(
      [
        "A mask that does not suit the field keeps people from typing their answer.",
        "Change the mask or the kind of field.",
      ],
      ["Laukui netinkanti kaukė neleidžia įrašyti atsakymo.", "Pakeiskite kaukę arba lauko rūšį."],
    ),
  ],
  [
    "page/empty",
    rule(
      ["A page without anything on it is skipped.", "Add something to it, or remove it."],
      ["Tuščias puslapis praleidžiamas.", "Ką nors į jį įdėkite arba jį pašalinkite."],
    ),
  ],
]);
