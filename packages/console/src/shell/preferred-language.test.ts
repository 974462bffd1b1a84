import { expect, test } from "vitest";
import { choosePreferred, inLanguage } from "./preferred-language.ts";

test("the language chosen last on this computer wins over the browser's", () => {
  expect(choosePreferred("en", ["lt-LT"])).toBe("en");
});

test("without a choice the first browser language we speak is taken", () => {
  expect(choosePreferred(null, ["uk-UA", "lt", "en-GB"])).toBe("lt");
  expect(choosePreferred(null, ["de", "fr"])).toBe("en");
  expect(choosePreferred("xx", ["lt-LT"])).toBe("lt");
});

test("a title is shown in the reader's language, else in the nearest one there is", () => {
  expect(inLanguage({ lt: "Rudens banga", en: "Autumn wave" }, "lt")).toBe("Rudens banga");
  expect(inLanguage({ lt: "Rudens banga" }, "en")).toBe("Rudens banga");
  expect(inLanguage({}, "en")).toBe("");
});
