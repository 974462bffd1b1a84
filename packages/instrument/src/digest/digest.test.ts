import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, contentHash, digest, NotCanonicalError, sha256 } from "./index.ts";

describe("canonical JSON (RFC 8785)", () => {
  test("the example of the RFC, section 3.2.2 and 3.2.3", () => {
    const value = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test("keys are sorted by UTF-16 code units, as in section 3.2.3", () => {
    const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
    expect(Object.values(JSON.parse(canonicalJson(value)))).toHaveLength(7);
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  test.each([
    [0, "0"],
    [5e-324, "5e-324"],
    [-5e-324, "-5e-324"],
    [1.7976931348623157e308, "1.7976931348623157e+308"],
    [9007199254740992, "9007199254740992"],
    [295147905179352830000, "295147905179352830000"],
    [9.999999999999997e22, "9.999999999999997e+22"],
    [1e23, "1e+23"],
    [999999999999999700000, "999999999999999700000"],
    [1e21, "1e+21"],
    [9.999999999999997e-7, "9.999999999999997e-7"],
    [0.000001, "0.000001"],
    [333333333.3333332, "333333333.3333332"],
  ])("the number %d is spelled as in appendix B", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each([
    ["minus zero", { a: [0, -0] }, "a[1]"],
    ["not a number", { a: { b: Number.NaN } }, "a.b"],
    ["infinity", Number.NEGATIVE_INFINITY, ""],
    ["undefined in an object", { a: undefined }, "a"],
    ["a hole in a list", new Array(1), "[0]"],
    ["a date", { when: new Date(0) }, "when"],
    ["a map", new Map(), ""],
    ["a function", { toJSON: () => 1 }, "toJSON"],
    ["a bigint", 1n, ""],
    ["half of a pair in a value", { a: "\ud800" }, "a"],
    ["half of a pair in a key", { "\udc00": 1 }, ""],
  ])("%s is refused with its place", (_name, value, path) => {
    expect(() => canonicalJson(value)).toThrow(NotCanonicalError);
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ path }));
  });

  test("a value that holds itself is refused; the same object twice is not", () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(() => canonicalJson(loop)).toThrow(/itself/);
    const same = { x: 1 };
    expect(canonicalJson([same, same])).toBe('[{"x":1},{"x":1}]');
  });

  test("reading the text back and writing it again changes nothing", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const once = JSON.parse(JSON.stringify(value));
        expect(canonicalJson(JSON.parse(canonicalJson(once)))).toBe(canonicalJson(once));
      }),
      { seed: 8785 },
    );
  });

  test("any JSON has the text that the reference implementation gives it", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const read = JSON.parse(JSON.stringify(value));
        expect(canonicalJson(read)).toBe(canonicalize(read));
      }),
      { seed: 8785, numRuns: 500 },
    );
  });

  test("the order in which keys were written does not matter", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.integer()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
      { seed: 8785 },
    );
  });
});

describe("digests", () => {
  test("are SHA-256 of the UTF-8 text (FIPS 180-4 examples)", () => {
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(digest({ b: "ė", a: 1 })).toBe(sha256('{"a":1,"b":"ė"}'));
  });

  test("the hash of a response covers instrument, parent, consent and answers, and nothing of the envelope", () => {
    const content = { instrument: "0".repeat(64), parent: null, consent: { notice: 1 }, answers: { a: 1 } };
    const envelope = { ...content, attempt: 3, channel: "office-qr" };
    expect(contentHash(envelope)).toBe(contentHash(content));
    expect(contentHash(content)).toBe(
      sha256(`{"answers":{"a":1},"consent":{"notice":1},"instrument":"${"0".repeat(64)}","parent":null}`),
    );
    for (const changed of [{ instrument: "1" }, { parent: 1 }, { consent: null }, { answers: {} }]) {
      expect(contentHash({ ...content, ...changed })).not.toBe(contentHash(content));
    }
  });
});
