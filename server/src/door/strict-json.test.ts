import fc from "fast-check";
import { expect, test } from "vitest";
import { MalformedJson, readStrictJson } from "./strict-json.ts";

const read = (text: string) => readStrictJson(new TextEncoder().encode(text));
const refusal = (body: string | Uint8Array): string => {
  try {
    typeof body === "string" ? read(body) : readStrictJson(body);
  } catch (error) {
    if (error instanceof MalformedJson) return `${error.pointer}: ${error.message}`;
    throw error;
  }
  return "accepted";
};

test("everything JSON can say within the limits is read as JSON.parse reads it", () => {
  const value = fc.jsonValue({ maxDepth: 8, noUnicodeString: false });
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 2 }), (json, indent) => {
      const text = JSON.stringify(json, null, indent);
      fc.pre(!/__proto__|\\u0000|-0\b|\\ud[89a-f]/i.test(text));
      fc.pre(!/\d{16,}|e[+-]?\d/i.test(text));
      expect(read(text)).toEqual(JSON.parse(text));
    }),
    { seed: 2, numRuns: 400 },
  );
});

test("any text and any bytes are answered with a value or a refusal, never with a fault", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'{}[]",:\\u0e-+.1 t') })),
      (text) => {
        expect(() => refusal(text)).not.toThrow();
        expect(refusal(text) === "accepted").toBe(isOurJson(text));
      },
    ),
    { seed: 3, numRuns: 2_000 },
  );
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(() => refusal(bytes)).not.toThrow();
    }),
    { seed: 4 },
  );
});

function isOurJson(text: string): boolean {
  try {
    JSON.parse(text);
  } catch {
    return false;
  }
  return (
    refusal(text) === "accepted" ||
    /occurs twice|NUL|surrogate|not be kept exactly|__proto__|deeper|UTF-8|byte order/.test(refusal(text)) ===
      false
  );
}

test.each([
  ["a key that occurs twice", '{"a":{"b":1,"b":2}}', "/a/b: This key occurs twice."],
  ["the same key in two spellings", '{"a":1,"\\u0061":2}', "/a: This key occurs twice."],
  ["__proto__", '{"answers":{"__proto__":{}}}', "/answers: The key __proto__ is not allowed."],
  ["__proto__ in disguise", '{"\\u005f_proto__":{}}', ": The key __proto__ is not allowed."],
  ["NUL", '{"answers":{"remark":"a\\u0000b"}}', "/answers/remark: A string holds the character NUL."],
  ["half a surrogate pair", '["\\ud800"]', "/0: A string holds half of a surrogate pair."],
  [
    "an integer that would be rounded",
    '{"n":[9007199254740993]}',
    "/n/0: A number would not be kept exactly; send it as text.",
  ],
  ["a number beyond all doubles", "1e400", ": A number would not be kept exactly; send it as text."],
  ["a number that would become nothing", "1e-400", ": A number would not be kept exactly; send it as text."],
  [
    "more digits than a double keeps",
    "0.1000000000000000055",
    ": A number would not be kept exactly; send it as text.",
  ],
  ["minus zero", "-0", ": A number would not be kept exactly; send it as text."],
  ["NaN", "NaN", ": A value is expected at character 0."],
  ["a decimal comma", "[1,5", ": A comma or a closing bracket is expected at character 4."],
  ["a leading zero", "[01]", ": A comma or a closing bracket is expected at character 2."],
  ["a trailing comma", '{"a":1,}', ": A key in quotes is expected at character 7."],
  ["a raw line break in a string", '"a\nb"', ": There is a raw control character at character 2."],
  ["an unknown escape", '"\\x"', ": A string holds an escape that JSON does not know."],
  ["an open string", '{"a":"b', "/a: A string does not end."],
  ["two documents", "{} {}", ": Something follows the end of the JSON at character 3."],
  ["nothing", "", ": A value is expected at character 0."],
  [
    "slashes and tildes in keys",
    '{"a/b~c":1e999}',
    "/a~1b~0c: A number would not be kept exactly; send it as text.",
  ],
])("%s is refused with its place", (_name, text, expected) => {
  expect(refusal(text)).toBe(expected);
});

test.each([
  "0",
  "-1.50",
  "1e3",
  "1E+3",
  "0.30000000000000004",
  "9007199254740991",
  "123456789.123456",
  "5e-324",
])("the number %s survives", (literal) => expect(read(literal)).toBe(Number(literal)));

test("bytes that are no UTF-8, other encodings and byte order marks are refused, never replaced", () => {
  expect(refusal(Uint8Array.of(0x22, 0xff, 0x22))).toBe(": The body is not valid UTF-8.");
  expect(refusal(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22))).toBe(": The body is not valid UTF-8.");
  expect(refusal(Uint8Array.of(0xff, 0xfe, 0x7b, 0x00))).toBe(": The body is not valid UTF-8.");
  expect(refusal(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toMatch(/byte order mark/);
});

test("twelve levels are read, the thirteenth is refused, and a hundred thousand cost no more", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  expect(refusal(nested(12))).toBe("accepted");
  expect(refusal(nested(13))).toMatch(/deeper than 12/);
  expect(refusal(nested(100_000))).toMatch(/deeper than 12/);
});

test("two thousand keys are read, the next is refused", () => {
  const keys = (count: number) => `{${Array.from({ length: count }, (_, i) => `"k${i}":0`).join(",")}}`;
  expect(refusal(keys(2_000))).toBe("accepted");
  expect(refusal(keys(2_001))).toMatch(/more than 2000 keys/);
});

test("a number of a quarter of a million digits costs no more than any other", () => {
  const begun = performance.now();
  expect(refusal(`1.${"0".repeat(250_000)}1`)).toMatch(/not be kept exactly/);
  expect(performance.now() - begun).toBeLessThan(200);
});

test("ten thousand values in lists are read, the next is refused", () => {
  const list = (count: number) => `[${"[],".repeat(count - 1)}[]]`;
  expect(refusal(list(10_000))).toBe("accepted");
  expect(refusal(list(10_001))).toMatch(/more than 10000 values/);
});

test("a text of twenty thousand characters is read, emoji counted once; a longer one is refused", () => {
  expect(refusal(`"${"😀".repeat(20_000)}"`)).toBe("accepted");
  expect(refusal(`"${"ą".repeat(20_001)}"`)).toMatch(/longer than 20000/);
});

test("names of JavaScript's own objects are ordinary data", () => {
  const value = read('{"constructor":1,"prototype":2,"toString":3,"hasOwnProperty":4}');
  expect(Object.entries(value ?? {})).toHaveLength(4);
  expect("polluted" in {}).toBe(false);
});
