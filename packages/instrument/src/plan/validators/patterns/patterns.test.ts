import { describe, expect, test } from "vitest";
import { emailPattern } from "../email.ts";
import { freshPatience, judgePattern, patternLimits } from "./index.ts";

describe("patterns that answers are held against", () => {
  test.each([
    "^(a+)+$",
    "(a|a)*b",
    "(.*)*",
    "^(a|aa)+$",
    "(x+x+)+y",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "([a-z]+ ?){1,20}$",
    "(?=(a+)+$)",
    "a*a*a*b",
    "(?:a?){30}a{30}",
    "^((a{1,7}){1,7}){1,7}$",
    "(\\w+)\\s\\1",
    "(a?)".repeat(30),
  ])("%s is refused: a short answer would keep a phone busy", (pattern) => {
    expect(judgePattern(pattern, "").usable).toBe(false);
  });

  test.each([
    "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$",
    "^[A-Z0-9._%+-]+@[A-Z0-9.-]+\\.[A-Z]{2,}$",
    "^\\+?[0-9 ()-]{7,20}$",
    "^(\\+370|8)\\d{8}$",
    "^LT-\\d{5}$",
    "^[A-Za-zĀ-ž]+([ '-][A-Za-zĀ-ž]+)*$",
    "^(?=.*\\d)(?=.*[a-z])(?=.*[A-Z]).{8,}$",
    "^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}$",
    "^(\\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
    "(?=\\d{9})",
    "^\\s*$",
    "",
  ])("%s is used", (pattern) => {
    expect(judgePattern(pattern, "i").usable).toBe(true);
  });

  test("the pattern of e-mail addresses needs time in proportion to the length only", () => {
    expect(judgePattern(emailPattern, "")).toEqual({ usable: true, longestAnswer: patternLimits.linear });
  });

  test("where the time grows with the square of the length, the length is bounded", () => {
    expect(judgePattern("^.*foo.*$", "")).toEqual({ usable: true, longestAnswer: patternLimits.quadratic });
  });

  test.each(["(", "a{2,1}", "[z-a]", "(?<name"])("%s is no pattern", (pattern) => {
    expect(judgePattern(pattern, "")).toEqual({ usable: false, why: "it is no regular expression" });
  });

  test("patterns that differ in case only can be as dangerous as equal ones", () => {
    expect(judgePattern("^(a|A)+$", "").usable).toBe(true);
    expect(judgePattern("^(a|A)+$", "i").usable).toBe(false);
  });

  test.each([
    "(a*)".repeat(240),
    "\\w*\\d*".repeat(120),
    "(".repeat(499) + ")".repeat(499),
    "(?=".repeat(240) + ")".repeat(240),
    "a".repeat(1001),
    ".{0,99}".repeat(140),
  ])("%.20s … ends with a verdict", (pattern) => {
    expect(judgePattern(pattern, "i")).toHaveProperty("usable");
  });

  test("a questionnaire full of intricate patterns uses up the patience, and the rest is refused", () => {
    const left = freshPatience();
    for (let i = 0; i < 50; i += 1) judgePattern(`(a*)${"(a*)".repeat(99)}${i}`, "", left);
    expect(left.steps).toBeLessThan(0);
    expect(judgePattern("^[a-z]*[0-9]*$", "", left).usable).toBe(false);
  });
});
