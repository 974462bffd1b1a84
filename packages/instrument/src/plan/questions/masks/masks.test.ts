import { describe, expect, test } from "vitest";
import { compilePlan, preparePlan } from "../../index.ts";
import { prepareMask } from "./index.ts";

const phone = prepareMask({ kind: "pattern", pattern: "+37\\0 999-99" });
const amount = prepareMask({ kind: "currency", prefix: "€", precision: 2 });
const share = prepareMask({
  kind: "numeric",
  min: 0,
  max: 100,
  decimalSeparator: ",",
  thousandsSeparator: "",
});

describe("input masks", () => {
  test.each<[string, unknown, string | null]>([
    ["phone", "61234", "+370 612-34"],
    ["phone", "6-1x2", "+370 612-__"],
    ["phone", undefined, "+370 ___-__"],
    ["amount", 1234567.891, "€1,234,567.89"],
    ["amount", "-5", "€-5"],
    ["amount", "", ""],
    ["share", "12.5", "12,5"],
    ["share", 101, null],
  ])("%s shows %j as %j", (kind, value, shown) => {
    const mask = kind === "phone" ? phone : kind === "amount" ? amount : share;
    expect(mask.masked(value)).toBe(shown);
  });

  test("what was typed is read out of the pattern, and only if it is whole", () => {
    expect(phone.unmasked("+370 612-34")).toBe("37061234");
    expect(phone.unmasked("+370 612-__")).toBe("");
  });

  test("a number is read out of its separators", () => {
    expect(amount.unmasked("€1,234.5")).toBe(1234.5);
    expect(amount.unmasked("€")).toBeUndefined();
  });

  test("an answer that fills a pattern is kept without it, or with it where that is wanted", () => {
    const check = (saveMaskedValue: boolean) => {
      const maskSettings = { pattern: "999-99", saveMaskedValue };
      const { plan } = compilePlan({
        elements: [{ type: "text", name: "a", maskType: "pattern", maskSettings }],
      });
      return plan && preparePlan(plan).check({ a: "612-34" }, { now: new Date(0) }).cleaned;
    };
    expect(check(false)).toEqual({ a: "61234" });
    expect(check(true)).toEqual({ a: "612-34" });
  });

  test("masks of dates are refused by name and place", () => {
    const { refusals } = compilePlan({ elements: [{ type: "text", name: "a", maskType: "datetime" }] });
    expect(refusals.map(({ path, construct }) => [path, construct])).toEqual([
      ["elements[0].maskType", "maskType datetime"],
    ]);
  });
});
