import type { Item } from "@tiltas/instrument/definition";
import { absent, notNumbered } from "@tiltas/instrument/plan";
import { describe, expect, test } from "vitest";
import { AnswerText } from "./answer-text.ts";

const items: readonly Pick<Item, "name" | "kind">[] = [
  { name: "ground", kind: "single" },
  { name: "used", kind: "multiple" },
  { name: "rooms", kind: "number" },
  { name: "said", kind: "text" },
  { name: 'a"b\\c ą', kind: "single" },
  { name: "constructor", kind: "single" },
  { name: "rates", kind: "matrix" },
  { name: "children", kind: "roster" },
];
const placeOf = (name: string) => items.findIndex((item) => item.name === name);

/** What each item says. */
const readFrom = (answers: AnswerText) => items.map((_, place) => answers.valueAt(place));
const parsedFrom = (text: string) => {
  const all = JSON.parse(text) as Record<string, unknown>;
  return items.map(({ name }) => (Object.hasOwn(all, name) ? all[name] : undefined));
};

const texts = [
  '{"ground":"work","rooms":3,"used":["a","b"]}',
  '{"used":["b","a"],"ground":"work"}',
  '{"ground":null,"rooms":-1.5e-7,"said":"","used":[]}',
  "{}",
  '{"rooms":0}',
  '{"a\\"b\\\\c ą":"ž\\u0105\\n\\"","constructor":"x","said":"[{}],\\"ground\\":\\"home\\""}',
  '{"other":1,"rates":{"fit":5,"quality":"refused"},"children":[{"age":4,"said":"}]"},{"age":9}]}',
  '{"ground":true,"rooms":"3","used":"a"}',
];

describe("answers are what JSON.parse makes of the text", () => {
  test("whoever answered before, and however often", () => {
    const answers = new AnswerText(items, () => false);
    for (const text of [...texts, ...texts.toReversed(), ...texts])
      expect(readFrom(answers.of(text))).toEqual(parsedFrom(text));
  });

  test("also where the text has blanks, or a name twice", () => {
    const answers = new AnswerText(items, () => false);
    for (const text of [...texts, '{"ground":"a","ground":"b"}']) {
      const spaced = JSON.stringify(JSON.parse(text), null, 2);
      expect(readFrom(answers.of(spaced))).toEqual(parsedFrom(text));
      expect(readFrom(answers.of(text))).toEqual(parsedFrom(text));
    }
  });

  test("a text that is no record holds none; one that is no JSON is refused", () => {
    const answers = new AnswerText(items, () => false).of(texts[0]!);
    for (const text of ["null", "[]", '"{}"', "3"])
      expect(readFrom(answers.of(text))).toEqual(items.map(() => undefined));
    for (const text of ['{"ground":}', '{"ground":"a",}', '{"ground":"a"', '{"ground" "a"}', "", "{"])
      expect(() => answers.of(text), text).toThrow(SyntaxError);
  });
});

test("the same answer to an item has the same number, another answer another one, own words have none", () => {
  const answers = new AnswerText(items, () => false);
  const numbers = (text: string) =>
    [...["ground", "used", "said"].keys()].map((i) => {
      answers.of(text);
      return answers.numberAt(placeOf(["ground", "used", "said"][i] ?? ""));
    });
  const [work, used] = numbers('{"ground":"work","used":["a","b"],"said":"mine"}');
  expect(numbers('{"used":["a","b"],"ground":"work"}')).toEqual([work, used, absent]);
  const [study, other, said] = numbers('{"ground":"study","used":["b","a"],"said":"mine"}');
  expect(new Set([work, used, study, other]).size).toBe(4);
  expect(said).toBe(notNumbered);
});

test("more different answers than are remembered are read all the same", () => {
  const answers = new AnswerText(items, () => false);
  for (let rooms = 0; rooms < 3_000; rooms++)
    for (const text of [`{"rooms":${rooms},"used":["${rooms}"]}`, `{"x${rooms}":1,"rooms":${-rooms}}`])
      expect(answers.of(text).valueAt(placeOf("rooms"))).toEqual(parsedFrom(text)[placeOf("rooms")]);
});

test("answers that decide something are told by name, of an item or of none", () => {
  const answers = new AnswerText(items, (name) => ["ground", "total"].includes(name.toLowerCase()));
  expect(answers.of('{"ground":"work","rooms":3,"Total":[1]}').wanted()).toEqual({
    ground: "work",
    Total: [1],
  });
  expect(answers.of('{"rooms":3}').wanted()).toEqual({});
});
