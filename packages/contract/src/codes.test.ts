import { expect, test } from "vitest";
import { bareCode, checkCharacter, codeAlphabet, PersonalCode } from "./codes.ts";

const code = "K7QX3MPAZT";
const whole = code + checkCharacter(code);

test("a personal code is read however it was written down", () => {
  expect(PersonalCode.parse(bareCode(`${whole.slice(0, 5)}-${whole.slice(5)} `.toLowerCase()))).toBe(whole);
  expect(bareCode("o01i8b")).toBe("OOIIBB");
});

test("one wrong character is noticed, whichever it is", () => {
  for (let place = 0; place < whole.length; place++)
    for (const other of codeAlphabet) {
      if (other === whole[place]) continue;
      const slip = whole.slice(0, place) + other + whole.slice(place + 1);
      expect(PersonalCode.safeParse(slip).success).toBe(false);
    }
});

test("two neighbours that changed places are noticed", () => {
  for (let place = 0; place + 1 < whole.length; place++) {
    const [a = "", b = ""] = whole.slice(place, place + 2);
    if (a === b) continue;
    const swapped = whole.slice(0, place) + b + a + whole.slice(place + 2);
    expect(PersonalCode.safeParse(swapped).success).toBe(false);
  }
});
