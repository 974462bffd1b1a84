import { describe, expect, test } from "vitest";
import {
  type Bump,
  type ChangeKind,
  difference,
  describe as inWords,
  Mapping,
  renamesIn,
  requiredVersion,
} from "./index.ts";

type Json = Record<string, unknown>;

/** Four items of a small questionnaire about housing, as they were first published. */
const rooms = {
  type: "text",
  inputType: "number",
  name: "rooms",
  title: "How many rooms are there?",
  min: 1,
  max: 20,
};
const tenure = {
  type: "radiogroup",
  name: "tenure",
  title: { en: "Do you own or rent your home?", lt: "Ar būstas nuosavas, ar nuomojamas?" },
  choices: [
    { value: "own", text: { en: "I own it", lt: "Nuosavas" } },
    { value: "rent", text: { en: "I rent it", lt: "Nuomojamas" } },
    { value: "friends", text: { en: "I stay with friends", lt: "Gyvenu pas draugus" } },
  ],
};
const agree = {
  type: "radiogroup",
  name: "agree",
  title: "My neighbourhood is safe.",
  choices: [
    { value: 1, text: "Disagree" },
    { value: 2, text: "Neither" },
    { value: 3, text: "Agree" },
  ],
};
const help = {
  type: "checkbox",
  name: "help",
  title: "Who helped you find it?",
  choices: ["family", "agency", "employer"],
};
const landlord = {
  type: "comment",
  name: "landlord",
  title: "What would you tell your landlord?",
  visibleIf: "{tenure} = 'rent'",
};
const services = {
  type: "matrix",
  name: "services",
  title: "How good are these?",
  columns: [
    { value: 1, text: "Bad" },
    { value: 2, text: "Good" },
  ],
  rows: [
    { value: "water", text: "Water" },
    { value: "heating", text: "Heating" },
  ],
};
const items = { rooms, tenure, agree, help, landlord, services };

type Items = { readonly [Name in keyof typeof items]?: Json | null } & {
  readonly [name: string]: Json | null;
};

/** The questionnaire with some items replaced (null: taken out, new names: added at the end). */
function home(replaced: Items = {}, around: Json = {}) {
  const all: Record<string, Json | null> = { ...items, ...replaced };
  const elements = Object.values(all).filter((item) => item !== null);
  return { locale: "en", pages: [{ name: "home", elements }], ...around };
}

const level = (name: string, words: Json): [string, Json] => [
  name,
  { concept: name, domain: "housing", level: "nominal", purpose: "p", dataClass: "ordinary", ...words },
];
const described = Object.fromEntries([
  level("rooms", { level: "ratio" }),
  level("tenure", {}),
  level("agree", { level: "ordinal" }),
  level("help", {}),
  level("landlord", { level: "text" }),
  level("services", { level: "ordinal" }),
]);
const measured = (replaced: Json = {}) => ({ items: { ...described, ...replaced } });

function withChoice(item: { choices: unknown[] }, at: number, choice: unknown): Json {
  return { ...item, choices: item.choices.toSpliced(at, 0, choice) };
}

interface Case {
  readonly what: string;
  readonly after: unknown;
  readonly before?: unknown;
  readonly measures?: unknown;
  readonly entries?: readonly unknown[];
  readonly bump: Bump | "none";
  readonly kinds: readonly ChangeKind[];
  readonly unanswered?: number;
}

const note = "Decided after the pilot.";
const by = "researcher";
const on = (item: string) => ({ before: [item], after: [item], note, by });

const cases: readonly Case[] = [
  { what: "nothing", after: home(), bump: "none", kinds: [] },
  {
    what: "an item is added",
    after: home({ heat: { type: "boolean", name: "heat" } }),
    bump: "minor",
    kinds: ["item-added"],
  },
  { what: "an item is removed", after: home({ rooms: null }), bump: "major", kinds: ["item-removed"] },
  {
    what: "a removed item is given up in the mapping",
    after: home({ rooms: null }),
    entries: [{ kind: "not-comparable", before: ["rooms"], after: [], note, by }],
    bump: "major",
    kinds: ["item-removed"],
    unanswered: 0,
  },
  {
    what: "an item is renamed, and nobody says so",
    after: home({ rooms: null, room_count: { ...rooms, name: "room_count" } }),
    bump: "major",
    kinds: ["item-removed", "item-added"],
  },
  {
    what: "an item is renamed, and the mapping says so",
    after: home({ rooms: { ...rooms, name: "room_count" } }),
    entries: [{ kind: "renamed", before: ["rooms"], after: ["room_count"], by }],
    bump: "minor",
    kinds: ["item-renamed"],
    unanswered: 0,
  },
  {
    what: "an item is renamed and asked in other words: the mapping must answer both",
    after: home({ rooms: { ...rooms, name: "room_count", title: "How many rooms do you use?" } }),
    entries: [{ kind: "renamed", before: ["rooms"], after: ["room_count"], by }],
    bump: "major",
    kinds: ["item-renamed", "wording-changed"],
  },
  {
    what: "conditions and texts follow a renamed item",
    after: home({
      tenure: { ...tenure, name: "hou_tenure" },
      landlord: { ...landlord, visibleIf: "{hou_tenure} = 'rent'", description: "You said: {hou_tenure}." },
    }),
    before: home({ landlord: { ...landlord, description: "You said: {tenure}." } }),
    entries: [{ kind: "renamed", before: ["tenure"], after: ["hou_tenure"], by }],
    bump: "minor",
    kinds: ["item-renamed", "condition-respelled"],
    unanswered: 0,
  },
  {
    what: "an item moves to another page",
    after: {
      locale: "en",
      pages: [home().pages[0], { name: "next", elements: [] }].map((page, i) => ({
        ...page,
        elements: Object.values(items).filter(({ name }) => (name === "services") === (i === 1)),
      })),
    },
    bump: "patch",
    kinds: ["structure-changed", "item-moved"],
  },
  {
    what: "two items change places",
    after: {
      locale: "en",
      pages: [{ name: "home", elements: [tenure, rooms, agree, help, landlord, services] }],
    },
    bump: "patch",
    kinds: ["item-moved"],
  },
  {
    what: "radio buttons become a drop-down",
    after: home({ tenure: { ...tenure, type: "dropdown" } }),
    bump: "patch",
    kinds: ["type-changed"],
  },
  {
    what: "a line becomes a box for long texts",
    before: home({ name: { type: "text", name: "name" } }),
    after: home({ name: { type: "comment", name: "name" } }),
    bump: "patch",
    kinds: ["type-changed"],
  },
  {
    what: "a single choice becomes several",
    after: home({ tenure: { ...tenure, type: "checkbox" } }),
    bump: "major",
    kinds: ["type-changed"],
  },
  {
    what: "a number becomes a text",
    after: home({ rooms: { type: "text", name: "rooms", title: rooms.title } }),
    bump: "major",
    kinds: ["type-changed", "limit-changed", "limit-changed"],
  },
  {
    what: "radio buttons become rungs",
    after: home({ agree: { type: "rating", name: "agree", title: agree.title, rateValues: agree.choices } }),
    bump: "major",
    kinds: ["type-changed"],
  },
  {
    what: "a name is added at the end of a nominal list",
    after: home({ tenure: withChoice(tenure, 3, "hotel") }),
    measures: measured(),
    bump: "minor",
    kinds: ["choice-added"],
  },
  {
    what: "a name is added in the middle of a nominal list",
    after: home({ tenure: withChoice(tenure, 1, "hotel") }),
    measures: measured(),
    bump: "minor",
    kinds: ["choice-added"],
  },
  {
    what: "a point is added in the middle of a scale",
    after: home({ agree: withChoice(agree, 1, { value: 4, text: "Rather disagree" }) }),
    measures: measured(),
    bump: "major",
    kinds: ["choice-added"],
  },
  {
    what: "a point is added at the end of a scale",
    after: home({ agree: withChoice(agree, 3, { value: 4, text: "Strongly agree" }) }),
    measures: measured(),
    bump: "major",
    kinds: ["choice-added"],
  },
  {
    what: "a choice is added in the middle, and nobody knows the level",
    after: home({ tenure: withChoice(tenure, 1, "hotel") }),
    bump: "major",
    kinds: ["choice-added"],
  },
  {
    what: "a choice is added at the end, and nobody knows the level",
    after: home({ tenure: withChoice(tenure, 3, "hotel") }),
    bump: "minor",
    kinds: ["choice-added"],
  },
  {
    what: "a choice is taken out of what was “other”",
    before: home({ tenure: { ...tenure, showOtherItem: true } }),
    after: home({ tenure: { ...withChoice(tenure, 3, "hotel"), showOtherItem: true } }),
    measures: measured(),
    bump: "major",
    kinds: ["choice-added"],
  },
  {
    what: "one more box to tick",
    after: home({ help: withChoice(help, 1, "friends") }),
    measures: measured(),
    bump: "minor",
    kinds: ["choice-added"],
  },
  {
    what: "a point is put in the middle of a scale, and the codes behind it move on",
    after: home({
      agree: {
        ...agree,
        choices: [
          { value: 1, text: "Disagree" },
          { value: 2, text: "Rather disagree" },
          { value: 3, text: "Neither" },
          { value: 4, text: "Agree" },
        ],
      },
    }),
    measures: measured(),
    bump: "major",
    kinds: ["choice-recoded", "code-reused", "code-reused", "choice-added"],
  },
  {
    what: "“don't know” is offered",
    after: home({ tenure: { ...tenure, showDontKnowItem: true } }),
    measures: measured(),
    bump: "major",
    kinds: ["choice-added"],
  },
  {
    what: "a choice is removed",
    after: home({ tenure: { ...tenure, choices: tenure.choices.slice(0, 2) } }),
    measures: measured(),
    bump: "major",
    kinds: ["choice-removed"],
  },
  {
    what: "two choices are merged in the mapping",
    after: home({ tenure: { ...tenure, choices: tenure.choices.slice(0, 2) } }),
    entries: [{ kind: "merged", ...on("tenure"), codes: [{ before: "friends", after: "rent" }] }],
    bump: "major",
    kinds: ["choice-removed"],
    unanswered: 0,
  },
  {
    what: "a choice is recoded, and nobody says so",
    after: home({
      tenure: {
        ...tenure,
        choices: tenure.choices.map((choice) =>
          choice.value === "own" ? { ...choice, value: "owner" } : choice,
        ),
      },
    }),
    bump: "major",
    kinds: ["choice-recoded"],
  },
  {
    what: "a choice is recoded, and the mapping joins the codes",
    after: home({
      tenure: {
        ...tenure,
        choices: tenure.choices.map((choice) =>
          choice.value === "own" ? { ...choice, value: "owner" } : choice,
        ),
      },
    }),
    entries: [{ kind: "recoded", ...on("tenure"), codes: [{ before: "own", after: "owner" }] }],
    bump: "minor",
    kinds: ["choice-recoded"],
    unanswered: 0,
  },
  {
    what: "a scale's codes are turned round, as the mapping says: old codes are reused all the same",
    after: home({
      agree: {
        ...agree,
        choices: [
          { value: 3, text: "Disagree" },
          { value: 2, text: "Neither" },
          { value: 1, text: "Agree" },
        ],
      },
    }),
    entries: [
      {
        kind: "recoded",
        ...on("agree"),
        codes: [
          { before: 1, after: 3 },
          { before: 3, after: 1 },
        ],
      },
    ],
    bump: "major",
    kinds: ["code-reused", "code-reused", "choices-reordered"],
    unanswered: 0,
  },
  {
    what: "a code is reused for another text",
    after: home({
      tenure: {
        ...tenure,
        choices: tenure.choices.map((choice) =>
          choice.value === "friends"
            ? { value: "friends", text: { en: "Municipal housing", lt: "Savivaldybės būstas" } }
            : choice,
        ),
      },
    }),
    bump: "major",
    kinds: ["code-reused"],
  },
  {
    what: "nominal choices stand in another order",
    after: home({ tenure: { ...tenure, choices: tenure.choices.toReversed() } }),
    measures: measured(),
    bump: "patch",
    kinds: ["choices-reordered"],
  },
  {
    what: "a scale is read from its other end",
    after: home({ agree: { ...agree, choices: agree.choices.toReversed() } }),
    measures: measured(),
    bump: "major",
    kinds: ["choices-reordered"],
  },
  {
    what: "a title is reworded",
    after: home({ rooms: { ...rooms, title: "How many rooms does your home have?" } }),
    bump: "major",
    kinds: ["wording-changed"],
  },
  {
    what: "a typing error is corrected, and the mapping says that it means the same",
    before: home({ rooms: { ...rooms, title: "How many roms are there?" } }),
    after: home(),
    entries: [{ kind: "same", ...on("rooms"), about: ["wording-changed"] }],
    bump: "patch",
    kinds: ["wording-changed"],
    unanswered: 0,
  },
  {
    what: "a title asks in another way, and the trend carries a note",
    after: home({ rooms: { ...rooms, title: "How many rooms do you use?" } }),
    entries: [{ kind: "wording-changed", ...on("rooms") }],
    bump: "major",
    kinds: ["wording-changed"],
    unanswered: 0,
  },
  {
    what: "one translation is reworded",
    after: home({ tenure: { ...tenure, title: { ...tenure.title, lt: "Kam priklauso jūsų būstas?" } } }),
    bump: "major",
    kinds: ["wording-changed"],
  },
  {
    what: "spaces in a title",
    after: home({ rooms: { ...rooms, title: " How many  rooms are there? " } }),
    bump: "patch",
    kinds: ["words-around-changed"],
  },
  {
    what: "the words on a button",
    after: home({}, { completeText: "Send" }),
    bump: "patch",
    kinds: ["words-around-changed"],
  },
  {
    what: "a language is added",
    after: home({ tenure: { ...tenure, title: { ...tenure.title, uk: "Чи є житло вашою власністю?" } } }),
    bump: "minor",
    kinds: ["language-added"],
  },
  {
    what: "routing lets fewer in",
    after: home({ landlord: { ...landlord, visibleIf: "{tenure} = 'rent' and {rooms} > 1" } }),
    bump: "major",
    kinds: ["routing-changed"],
  },
  {
    what: "routing lets all in",
    after: home({ landlord: { ...landlord, visibleIf: "" } }),
    bump: "major",
    kinds: ["routing-changed"],
  },
  {
    what: "a condition is spelled differently",
    after: home({ landlord: { ...landlord, visibleIf: '{tenure}  ==  "rent"' } }),
    bump: "patch",
    kinds: ["condition-respelled"],
  },
  {
    what: "a condition moves from the item to its panel",
    after: home({
      landlord: {
        type: "panel",
        name: "renting",
        visibleIf: landlord.visibleIf,
        elements: [{ ...landlord, visibleIf: undefined }],
      },
    }),
    bump: "patch",
    kinds: ["structure-changed"],
  },
  {
    what: "words over the questions go: they set the time that all answers speak of",
    before: home({}, { pages: [{ ...home().pages[0], name: "year", title: "In the last 12 months" }] }),
    after: home(),
    bump: "major",
    kinds: ["structure-changed", "structure-changed", "wording-changed"],
  },
  {
    what: "a text between the questions comes",
    after: {
      locale: "en",
      pages: [
        {
          name: "home",
          elements: [{ type: "html", name: "time", html: "Think of last year." }, ...Object.values(items)],
        },
      ],
    },
    bump: "major",
    kinds: ["item-added", "wording-changed"],
  },
  {
    what: "a page gets another name and keeps its title",
    before: home({}, { pages: [{ ...home().pages[0], title: "Housing" }] }),
    after: home({}, { pages: [{ ...home().pages[0], name: "housing", title: "Housing" }] }),
    bump: "patch",
    kinds: ["structure-changed", "structure-changed"],
  },
  {
    what: "a page of new items comes with a title of its own",
    after: {
      locale: "en",
      pages: [
        ...home().pages,
        {
          name: "heat",
          title: "Heating",
          elements: [
            { type: "boolean", name: "warm" },
            { type: "html", name: "i", html: "Thanks." },
          ],
        },
      ],
    },
    bump: "minor",
    kinds: ["structure-changed", "item-added", "item-added"],
  },
  {
    what: "an answer is demanded",
    after: home({ rooms: { ...rooms, isRequired: true } }),
    bump: "minor",
    kinds: ["requirement-changed"],
  },
  {
    what: "an answer is no longer demanded",
    before: home({ rooms: { ...rooms, isRequired: true } }),
    after: home(),
    bump: "patch",
    kinds: ["requirement-changed"],
  },
  {
    what: "a limit is raised",
    after: home({ rooms: { ...rooms, max: 30 } }),
    bump: "minor",
    kinds: ["limit-changed"],
  },
  {
    what: "a validator is added",
    after: home({ landlord: { ...landlord, validators: [{ type: "text", minLength: 10 }] } }),
    bump: "minor",
    kinds: ["validator-changed"],
  },
  {
    what: "at most so many boxes may be ticked",
    after: home({ help: { ...help, maxSelectedChoices: 2 } }),
    bump: "major",
    kinds: ["task-changed"],
  },
  {
    what: "a scale runs from 0 instead of 1",
    before: home({ life: { type: "rating", name: "life", rateMin: 1, rateMax: 10 } }),
    after: home({ life: { type: "rating", name: "life", rateMin: 0, rateMax: 10 } }),
    bump: "major",
    kinds: ["scale-changed"],
  },
  {
    what: "an answer stands there beforehand",
    after: home({ tenure: { ...tenure, defaultValue: "rent" } }),
    bump: "major",
    kinds: ["default-changed"],
  },
  {
    what: "choices are shuffled",
    after: home({ tenure: { ...tenure, choicesOrder: "random" } }),
    bump: "minor",
    kinds: ["randomisation-changed"],
  },
  {
    what: "a statement is added to a matrix",
    after: home({ services: { ...services, rows: [...services.rows, { value: "light", text: "Light" }] } }),
    bump: "minor",
    kinds: ["item-added"],
  },
  {
    what: "a statement is taken out of a matrix",
    after: home({ services: { ...services, rows: services.rows.slice(1) } }),
    bump: "major",
    kinds: ["item-removed"],
  },
  {
    what: "a score is computed differently",
    before: home({}, { calculatedValues: [{ name: "s", expression: "{rooms} * 2" }] }),
    after: home({}, { calculatedValues: [{ name: "s", expression: "{rooms} * 3" }] }),
    bump: "major",
    kinds: ["calculation-changed"],
  },
  {
    what: "a trigger is added",
    after: home({}, { triggers: [{ type: "complete", expression: "{rooms} > 19" }] }),
    bump: "major",
    kinds: ["trigger-changed"],
  },
  {
    what: "an item is from now on answered by the person alone",
    after: home(),
    measures: measured(Object.fromEntries([level("tenure", { selfOnly: true })])),
    bump: "minor",
    kinds: ["measure-changed"],
  },
  {
    what: "an item is now reverse-coded",
    after: home(),
    measures: measured(Object.fromEntries([level("agree", { level: "ordinal", reversed: true })])),
    bump: "major",
    kinds: ["measure-changed"],
  },
  {
    what: "“don't know” is offered under a code of our own, as measures.json says",
    after: home({ tenure: withChoice(tenure, 3, { value: 9, text: "Can't say" }) }),
    measures: measured(Object.fromEntries([level("tenure", { missing: { "9": "dont-know" } })])),
    bump: "major",
    kinds: ["choice-added"],
  },
  {
    what: "“don't know” is offered under a code that nobody declared: its words say so",
    after: home({ tenure: withChoice(tenure, 3, { value: 9, text: { en: "Don't know", lt: "Nežinau" } }) }),
    measures: measured(),
    bump: "major",
    kinds: ["choice-added"],
  },
  {
    what: "a choice that counted is now a missing reason: it leaves the base of every share",
    after: home(),
    measures: measured(Object.fromEntries([level("tenure", { missing: { friends: "refused" } })])),
    bump: "major",
    kinds: ["measure-changed"],
  },
  {
    what: "a purpose is described in other words",
    after: home(),
    measures: measured(Object.fromEntries([level("tenure", { purpose: "weights" })])),
    bump: "patch",
    kinds: ["measure-changed"],
  },
  {
    what: "choices stand in two columns",
    after: home({ tenure: { ...tenure, colCount: 2 } }),
    bump: "patch",
    kinds: ["look-changed"],
  },
  {
    what: "another tool leaves a property of its own",
    after: home({ rooms: { ...rooms, "x-tool": { a: 1 } } }),
    bump: "patch",
    kinds: ["foreign-changed"],
  },
  {
    what: "codes become text: 1 and “1” do not join",
    after: home({
      agree: { ...agree, choices: agree.choices.map(({ value, text }) => ({ value: String(value), text })) },
    }),
    bump: "major",
    kinds: ["choice-recoded", "choice-recoded", "choice-recoded"],
  },
  {
    what: "a scale is shuffled",
    after: home({ agree: { ...agree, choicesOrder: "random" } }),
    measures: measured(),
    bump: "major",
    kinds: ["randomisation-changed"],
  },
  {
    what: "a scale stands in the order of the alphabet",
    after: home({ agree: { ...agree, choicesOrder: "desc" } }),
    measures: measured(),
    bump: "major",
    kinds: ["randomisation-changed"],
  },
  {
    what: "answers are stored under another name",
    after: home({ rooms: { ...rooms, valueName: "r" } }),
    bump: "major",
    kinds: ["storage-changed"],
  },
];

describe("a version number is earned", () => {
  test.each(cases)(
    "$what: $bump",
    ({ before = home(), after, measures, entries, bump, kinds, unanswered }) => {
      const mapping = entries && Mapping.parse({ number: 1, from: "1.2.3", entries });
      const old = { questionnaire: before, ...(measures ? { measures: measured() } : {}) };
      const changes = difference(old, { questionnaire: after, measures }, renamesIn(mapping));
      expect(changes.map(({ kind }) => kind)).toEqual(kinds);
      const required = requiredVersion(changes, mapping, "1.2.3");
      const versions = { none: "1.2.3", patch: "1.2.4", minor: "1.3.0", major: "2.0.0" };
      expect(required).toMatchObject({ bump, version: versions[bump] });
      const open = unanswered ?? (bump === "major" && kinds.length > 0 ? undefined : 0);
      if (open === undefined) expect(required.unanswered.length).toBeGreaterThan(0);
      else expect(required.unanswered).toHaveLength(open);
    },
  );
});

test.each([
  ["another number is drawn", { size: 2, from: "help" }, "minor"],
  ["other people can be drawn", { size: 3, from: "help", eligible: { a: "{rooms} > 1" } }, "minor"],
  ["the item to draw from has a new name, as the mapping says", { size: 3, from: "support" }, "none"],
])("a draw: %s", (_what, draw, bump) => {
  const questionnaire = (source: string) => ({
    elements: [source, "rated"].map((name) => ({
      type: "checkbox",
      name,
      title: "Which?",
      choices: ["a", "b"],
    })),
  });
  const version = (source: string, rule: Json) => ({
    questionnaire: questionnaire(source),
    measures: { items: { rated: { role: "drawn", draw: rule } } },
  });
  const isRenamed = draw.from !== "help";
  const changes = difference(
    version("help", { size: 3, from: "help" }),
    version(draw.from, draw),
    new Map(isRenamed ? [["help", "support"]] : []),
  ).filter(({ kind }) => kind === "measure-changed");
  expect(requiredVersion(changes, undefined, "1.2.3").bump).toBe(bump);
});

test("what measures.json says of a part of a roster is compared like what it says of an item", () => {
  const roster = { type: "paneldynamic", name: "kids", templateElements: [{ type: "text", name: "age" }] };
  const described = (reversed: boolean) => ({
    questionnaire: { elements: [roster] },
    measures: { items: { "kids.age": { level: "ordinal", reversed } } },
  });
  expect(difference(described(false), described(true))).toMatchObject([
    { kind: "measure-changed", item: "kids[].age", property: "reversed" },
  ]);
});

test("of two long texts the sentence shows the part in which they differ", () => {
  const long = "Does your municipality have someone whose job is to help people from other countries";
  const [change] = difference(
    { questionnaire: { elements: [{ ...rooms, title: `${long} settle in?` }] } },
    { questionnaire: { elements: [{ ...rooms, title: `${long} find work?` }] } },
  );
  const said = change ? inWords(change).en : "";
  expect(said).toContain("settle in?");
  expect(said).toContain("find work?");
});
