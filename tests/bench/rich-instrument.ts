/** 60 items of many kinds with routing, calculated values, a dynamic panel and matrices; wording of our own. */
export function richInstrument(): Record<string, unknown> {
  return {
    title: "Living in a new place",
    calculatedValues: [{ name: "trust", expression: "{trust_1} + {trust_2} + {trust_3}" }],
    pages: [about(), work(), home(), family(), opinions(), closing()],
  };
}

type Element = Record<string, unknown>;

function about(): Element {
  return page("about", [
    { type: "text", name: "birth_year", inputType: "number", min: 1920, max: 2010, isRequired: true },
    { ...choice("sex", ["female", "male", "other"]), isRequired: true },
    { type: "dropdown", name: "municipality", choicesMin: 1, choicesMax: 60, isRequired: true },
    { ...choice("citizenship", ["ua", "by", "ru", "in", "tj", "none"]), showOtherItem: true },
    { type: "text", name: "arrival", inputType: "date", min: "1990-01-01", max: "2026-12-31" },
    choice("permit", ["temporary", "permanent", "protection"]),
    { type: "text", name: "permit_until", inputType: "date", visibleIf: "{permit} = 'temporary'" },
    { ...many("languages", ["lt", "en", "ru", "uk", "pl"]), minSelectedChoices: 1 },
    { type: "rating", name: "speaks_lt", rateMax: 6, visibleIf: "{languages} contains 'lt'" },
    choice("course", ["yes", "no", "wants"]),
    {
      ...many("course_barriers", ["time", "cost", "place", "level"]),
      visibleIf: "{course} anyof ['no', 'wants']",
    },
    { type: "text", name: "email", inputType: "email", validators: [{ type: "email" }] },
  ]);
}

function work(): Element {
  return page("work", [
    { ...choice("works", ["yes", "no", "studies"]), isRequired: true },
    {
      type: "text",
      name: "hours",
      inputType: "number",
      visibleIf: "{works} = 'yes'",
      validators: [{ type: "numeric", minValue: 1, maxValue: 100 }],
    },
    { ...choice("contract", ["permanent", "fixed", "none"]), visibleIf: "{works} = 'yes'", isRequired: true },
    { ...choice("fits", ["above", "level", "below"]), visibleIf: "{works} = 'yes' and {hours} >= 10" },
    { type: "comment", name: "job", visibleIf: "{works} = 'yes'", maxLength: 200 },
    { ...many("search", ["office", "friends", "internet"]), visibleIf: "{works} = 'no'", showNoneItem: true },
    {
      type: "text",
      name: "months_without",
      inputType: "number",
      visibleIf: "{works} = 'no'",
      min: 0,
      max: 600,
    },
    { type: "dropdown", name: "sector", choices: codes(20), visibleIf: "{works} = 'yes'" },
    { type: "boolean", name: "diploma_recognised", visibleIf: "{works} != 'studies'" },
    { type: "text", name: "income", inputType: "number", min: 0, max: 100000, visibleIf: "{hours} > 0" },
  ]);
}

function home(): Element {
  return page("home", [
    { ...choice("dwelling", ["rents", "owns", "hostel", "family"]), isRequired: true },
    { type: "text", name: "rent", inputType: "number", visibleIf: "{dwelling} = 'rents'", min: 0, max: 5000 },
    { type: "text", name: "rooms", inputType: "number", min: 1, max: 20 },
    { type: "rating", name: "condition", rateMax: 5 },
    { ...many("missing", ["heat", "space", "quiet", "contract"]), visibleIf: "{condition} <= 2" },
    {
      type: "text",
      name: "moves",
      inputType: "number",
      validators: [{ type: "numeric", minValue: 0, maxValue: 50 }],
    },
    choice("registered", ["yes", "no"]),
    {
      type: "comment",
      name: "why_not_registered",
      visibleIf: "{registered} = 'no'",
      validators: [{ type: "text", minLength: 3, maxLength: 300 }],
    },
    {
      type: "multipletext",
      name: "contact",
      items: [
        { name: "street" },
        { name: "postcode", validators: [{ type: "regex", regex: "^LT-\\d{5}$" }] },
      ],
    },
  ]);
}

function family(): Element {
  return page("family", [
    { type: "boolean", name: "with_family" },
    {
      type: "paneldynamic",
      name: "household",
      visibleIf: "{with_family} = true",
      panelCount: 1,
      maxPanelCount: 8,
      templateElements: [
        { ...choice("relation", ["partner", "child", "parent"]), isRequired: true },
        { type: "text", name: "age", inputType: "number", min: 0, max: 120 },
        {
          ...choice("school", ["attends", "waits", "no"]),
          visibleIf: "{panel.relation} = 'child' and {panel.age} >= 6",
        },
        { type: "boolean", name: "speaks", visibleIf: "{panel.age} >= 3" },
      ],
    },
    choice("kindergarten", ["yes", "no"]),
    {
      type: "matrixdynamic",
      name: "visits",
      rowCount: 1,
      maxRowCount: 5,
      columns: [
        { name: "office", cellType: "dropdown", choices: codes(8), isRequired: true },
        { name: "times", cellType: "text", inputType: "number" },
        { name: "solved", cellType: "boolean", visibleIf: "{row.times} > 0" },
      ],
    },
  ]);
}

function opinions(): Element {
  const ratings = ["satisfied", "belongs", "welcome", "safe", "stays", "neighbours", "services", "future"];
  return page("opinions", [
    {
      type: "matrix",
      name: "agreement",
      columns: [1, 2, 3, 4, 5],
      rows: ["fair", "heard", "informed", { value: "helped", visibleIf: "{visits[0].times} > 0" }],
      eachRowRequired: true,
    },
    ...ratings.map((name) => ({ type: "rating", name, rateMin: 0, rateMax: 10 })),
    ...[1, 2, 3].map((i) => ({ ...choice(`trust_${i}`, [0, 1, 2, 3]), isRequired: i === 1 })),
    { type: "comment", name: "low_trust", visibleIf: "{trust} < 3 and {trust_1} notempty", maxLength: 500 },
    {
      ...many("improve", ["language", "work", "housing", "health", "schools"]),
      maxSelectedChoices: 3,
      showOtherItem: true,
    },
    { type: "ranking", name: "priorities", choices: ["work", "home", "health"] },
    choice("treated", ["fairly", "unfairly", "both"]),
    {
      ...many("where", ["office", "street", "work", "shop"]),
      visibleIf: "{treated} anyof ['unfairly', 'both']",
      requiredIf: "{treated} = 'unfairly'",
    },
  ]);
}

function closing(): Element {
  return page("closing", [
    choice("again", ["yes", "no"]),
    {
      type: "text",
      name: "phone",
      inputType: "tel",
      visibleIf: "{again} = 'yes'",
      validators: [{ type: "regex", regex: "^\\+?[0-9 ]{6,15}$" }],
    },
    { type: "rating", name: "length", rateMax: 5 },
    choice("helped", ["alone", "helped"]),
    choice("device", ["phone", "tablet", "computer"]),
    { type: "boolean", name: "clear_wording" },
    { type: "comment", name: "unclear", visibleIf: "{clear_wording} = false" },
    { type: "comment", name: "remarks", maxLength: 1000 },
  ]);
}

function page(name: string, elements: readonly Element[]): Element {
  return { name, elements };
}

function choice(name: string, choices: readonly unknown[]): Element {
  return { type: "radiogroup", name, choices };
}

function many(name: string, choices: readonly unknown[]): Element {
  return { type: "checkbox", name, choices };
}

function codes(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
