import { join } from "node:path";
import { giveBeside } from "./beside.ts";
import { type Element, ownInstrument, rewrite } from "./own-instrument.ts";

type Said = readonly [lt: string, ar: string];
const text = ([lt, ar]: Said) => ({ lt, ar });
const choice = (value: string, said: Said) => ({ value, text: text(said) });

const good = choice("good", ["Gerai", "جيد"]);
const bad = choice("bad", ["Blogai", "سيئ"]);
const unknown = choice("dont-know", ["Nežinau", "لا أعرف"]);
const refused = choice("refused", ["Nenoriu atsakyti", "أفضّل عدم الإجابة"]);
const cities = (["Vilnius", "Kaunas", "Klaipėda", "Šiauliai", "Panevėžys", "Alytus"] as const).map(
  (city, at) => choice(`c${at}`, [city, `مدينة (${city})`]),
);
const moreCities = (
  ["Marijampolė", "Mažeikiai", "Jonava", "Utena", "Kėdainiai", "Telšiai", "Visaginas"] as const
).map((city, at) => choice(`d${at}`, [city, `بلدة (${city})`]));

/** One page for each kind of item that instruments use, each wanting an answer. */
const kinds: readonly (readonly [Element, ...Element[]])[] = [
  [{ type: "radiogroup", name: "one", choices: [good, bad, refused] }],
  [
    {
      type: "checkbox",
      name: "many",
      choices: [good, bad, choice("none", ["Nė vienas", "لا شيء"]), refused],
    },
  ],
  [{ type: "dropdown", name: "list", choices: [...cities, refused] }],
  [
    {
      type: "matrix",
      eachRowRequired: true,
      name: "statements",
      columns: [good, bad, unknown],
      rows: [choice("home", ["Namai", "البيت"]), choice("work", ["Darbas", "العمل"])],
    },
  ],
  [
    { type: "text", inputType: "number", name: "number", min: 0, max: 20 },
    {
      type: "radiogroup",
      name: "number_reason",
      visibleIf: "{number} empty",
      isRequired: false,
      choices: [unknown, refused],
    },
  ],
  [{ type: "comment", name: "words", maxLength: 200 }],
  [{ type: "text", name: "line" }],
  [{ type: "boolean", name: "yes_no", labelTrue: text(["Taip", "نعم"]), labelFalse: text(["Ne", "لا"]) }],
  [
    {
      type: "rating",
      name: "scale",
      rateMin: 0,
      rateMax: 10,
      minRateDescription: text(["Visai ne", "أبدًا"]),
      maxRateDescription: text(["Labai", "جدًا"]),
    },
  ],
  [{ type: "tagbox", name: "tags", choices: [...cities, ...moreCities, refused] }],
  [{ type: "ranking", name: "order", choices: [good, bad, choice("so", ["Vidutiniškai", "متوسط"])] }],
  [{ type: "slider", name: "slide", min: 0, max: 100, step: 10 }],
  [{ type: "slider", name: "range", sliderType: "range", min: 0, max: 100, step: 10 }],
  [{ type: "text", inputType: "date", name: "day" }],
  [
    {
      type: "multipletext",
      name: "fields",
      items: [
        { name: "rooms", inputType: "number", isRequired: true, title: text(["Kambariai", "غرف"]) },
        { name: "street", title: text(["Gatvė", "شارع"]) },
      ],
    },
  ],
  [
    {
      type: "matrixdropdown",
      name: "grid",
      columns: [
        { name: "how", cellType: "radiogroup", title: text(["Kaip", "كيف"]), choices: [good, bad] },
        { name: "many", cellType: "text", inputType: "number", title: text(["Kiek", "كم"]) },
      ],
      rows: [choice("home", ["Namai", "البيت"]), choice("work", ["Darbas", "العمل"])],
    },
  ],
  [
    {
      type: "matrixdynamic",
      name: "people",
      rowCount: 1,
      columns: [
        { name: "age", cellType: "text", inputType: "number", title: text(["Amžius", "العمر"]) },
        { name: "school", cellType: "boolean", title: text(["Mokosi", "يدرس"]) },
      ],
    },
  ],
  [
    {
      type: "paneldynamic",
      name: "children",
      panelCount: 1,
      templateElements: [
        { type: "text", inputType: "number", name: "age", title: text(["Amžius", "العمر"]) },
      ],
    },
  ],
  [{ type: "imagepicker", name: "picture", choices: [good, bad] }],
  [{ type: "buttongroup", name: "buttons", choices: [good, bad] }],
];
export const kindNames: readonly string[] = kinds.map(([{ name = "" }]) => name);

/** An instrument with every kind of item; the last page says back, in words between the questions, what was written. */
export function kindsInstrument(pattern: string): string {
  const pages = kinds.map((elements) => ({
    ...{ type: "page", name: elements[0].name ?? "", title: text(["Dalis", "جزء"]) },
    elements: elements.map(asked),
  }));
  const said = { type: "html", name: "said", html: text(["Jūs rašėte: {line}.", "كتبتم: {line}."]) };
  const end = {
    type: "radiogroup",
    name: "end",
    title: text(["Ar viskas, {line}?", "هل هذا كل شيء، {line}؟"]),
    choices: [good, bad],
  };
  const start = {
    type: "radiogroup",
    name: "begin",
    title: text(["Ar pradedame?", "هل نبدأ؟"]),
    choices: [good, bad],
  };
  const folder = ownInstrument(pattern, {
    locale: "lt",
    pages: [
      { type: "page", name: "start", title: text(["Pradžia", "البداية"]), elements: [start] },
      ...pages,
      { type: "page", name: "end", title: text(["Pabaiga", "النهاية"]), elements: [said, end] },
    ],
  });
  rewrite(join(folder, "manifest.json"), (manifest) => ({ ...manifest, languages: ["lt", "ar"] }));
  giveBeside(folder, {
    item: "words",
    reason: text(["Kad suprastume, kas svarbu.", "لنفهم ما هو مهم."]),
    heard: ["lt", "Klausimas words?"],
  });
  return folder;
}

function asked(element: Element): Element {
  const { name = "" } = element;
  return {
    isRequired: true,
    title: text([`Klausimas ${name}?`, `سؤال (${name})؟`]),
    description: text([`Paaiškinimas ${name}.`, `شرح (${name}).`]),
    ...element,
  };
}
