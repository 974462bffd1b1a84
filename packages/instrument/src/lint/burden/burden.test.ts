import { expect, test } from "vitest";
import { readingSeconds, wordsIn } from "../../pace/index.ts";
import { subjectOf } from "../index.ts";
import { burdenOf, lix, sentencesIn } from "./index.ts";

function burden(elements: readonly object[], more: object = {}) {
  const [first] = burdenOf(
    subjectOf({ questionnaire: { clearInvisibleValues: "onHiddenContainer", elements, ...more } }),
  );
  const [form] = first?.forms ?? [];
  if (first === undefined || form === undefined) throw new Error("There is no burden.");
  return { ...form, isWalked: first.isWalked };
}

const works = {
  type: "radiogroup",
  name: "works",
  title: "Do you work?",
  choices: [
    { value: "yes", text: "Yes" },
    { value: "no", text: "No" },
  ],
};
const job = {
  type: "radiogroup",
  name: "job",
  title: "Is it a good job?",
  choices: [{ value: "yes", text: "Yes" }],
  visibleIf: "{works} = 'yes'",
};

test("reading aloud takes 68 ms a character, spaces not counted, in every alphabet; in silence a quarter less", () => {
  expect(readingSeconds("ab cd", "interviewer")).toBeCloseTo(4 * 0.068, 9);
  expect(readingSeconds("Де ви живете?", "interviewer")).toBeCloseTo(11 * 0.068, 9);
  expect(readingSeconds("boʻlsa", "interviewer")).toBeCloseTo(5 * 0.068, 9);
  expect(readingSeconds("ab cd", "respondent")).toBeCloseTo(4 * 0.068 * (183 / 238), 9);
});

test("words are counted with their hyphens and apostrophes", () => {
  expect(wordsIn("Don’t you like well-known п’ять, 12 times?")).toEqual([
    "Don’t",
    "you",
    "like",
    "well-known",
    "п’ять",
    "12",
    "times",
  ]);
});

test("the burden of one item worked by hand", () => {
  // "Do you work?" 10 characters, "Yes" 3, "No" 2: 15 × 0.068 s less a quarter; one tick 4 s.
  const { typical } = burden([works]);
  expect(typical).toMatchObject({ items: 1, words: 5 });
  expect(typical.minutes * 60).toBeCloseTo(15 * 0.068 * (183 / 238) + 4, 9);
});

test("who is routed past an item does not read it", () => {
  const { shortest, longest, isWalked } = burden([works, job]);
  expect(isWalked).toBe(true);
  expect([shortest.items, longest.items]).toEqual([1, 2]);
  expect(longest.words - shortest.words).toBe(6);
});

test("ways that exclude each other are not added up", () => {
  const other = { ...job, name: "search", title: "Are you looking for a job?", visibleIf: "{works} = 'no'" };
  expect(burden([works, job, other]).longest.items).toBe(2);
});

test("a scale that stands on the page already is not read again", () => {
  const scale = ["Never", "Now and then", "Always"].map((text, value) => ({ value, text }));
  const rated = (name: string) => ({ type: "radiogroup", name, title: "How often?", choices: scale });
  const together = burden([rated("one"), rated("two")]).typical;
  expect(together.words).toBe(2 + 2 + 5);
  const pages = ["one", "two"].map((name) => ({ name, elements: [rated(name)] }));
  expect(burden([], { elements: undefined, pages }).typical.words).toBe(2 + 2 + 10);
});

test("I don't know and its like are read once, not under every question", () => {
  const choices = [
    { value: 1, text: "Yes" },
    { value: "dont-know", text: "I cannot really say" },
  ];
  const pages = ["one", "two"].map((name) => ({
    name,
    elements: [{ type: "radiogroup", name, title: "Well?", choices }],
  }));
  expect(burden([], { elements: undefined, pages }).typical.words).toBe(2 * (1 + 1) + 4);
});

test("words between questions count once on their page, and only where something is asked on it", () => {
  const pages = [
    {
      name: "one",
      title: "About work",
      elements: [{ type: "html", name: "h", html: "<p>Three more words</p>" }, works],
    },
    { name: "two", title: "About the job", elements: [job] },
  ];
  const { shortest, longest } = burden([], { elements: undefined, pages });
  expect(shortest.words).toBe(5 + 2 + 3);
  expect(longest.words).toBe(5 + 2 + 3 + 3 + 6);
});

test("in a list that opens ten options are read, not sixty", () => {
  const choices = Array.from({ length: 60 }, (_, i) => ({ value: i, text: "Town" }));
  expect(burden([{ type: "dropdown", name: "town", title: "Town?", choices }]).typical.words).toBe(11);
});

test("the same questionnaire has the same burden every time", () => {
  const many = Array.from({ length: 8 }, (_, i) => ({
    ...job,
    name: `job${i}`,
    visibleIf: `{works${i}} = 'yes'`,
  }));
  const elements = many.flatMap((one, i) => [{ ...works, name: `works${i}` }, one]);
  expect(burden(elements)).toEqual(burden(structuredClone(elements)));
});

test("a questionnaire that the plan refuses has bounds instead of routes", () => {
  const refused = { ...job, visibleIf: "propertyValue('works', 'title') = 1" };
  const { isWalked, shortest, longest } = burden([works, refused]);
  expect([isWalked, shortest.items, longest.items]).toEqual([false, 1, 2]);
});

test("LIX worked by hand: mean sentence length plus the share of long words", () => {
  // 100 words in 10 sentences, 20 of them longer than six letters: 10 + 20.
  const sentence = "a b c d e f g h language questions";
  expect(lix(Array.from({ length: 10 }, () => `${sentence}.`))).toBeCloseTo(30, 9);
  expect(lix(["Too few words."])).toBeUndefined();
});

test("a text without a full stop is one sentence; numbers with points are not cut", () => {
  expect(sentencesIn("Where do you live")).toHaveLength(1);
  expect(sentencesIn("In 2.5 rooms. Really? Yes!")).toHaveLength(3);
});
