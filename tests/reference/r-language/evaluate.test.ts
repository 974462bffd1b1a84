import { expect, test } from "vitest";
import { type Environment, evaluateR } from "./evaluate.ts";
import { parseR } from "./parse.ts";
import { numbersOf, textsOf, type Value } from "./values.ts";

function resultOf(text: string, environment: Environment = new Map()): Value {
  return parseR(text).reduce<Value>((_, statement) => evaluateR(statement, environment), {
    is: "list",
    values: [],
    names: undefined,
  });
}

test("numbers with names, and arithmetic that repeats the shorter side", () => {
  const totals = resultOf("2 * c(`(Intercept)` = 1e3, stypeH = 5, 7)");
  expect(numbersOf(totals)).toEqual([2000, 10, 14]);
  expect(totals).toMatchObject({ names: ["(Intercept)", "stypeH", ""] });
});

test("a list of counts made from local names", () => {
  const text =
    "local({ N <- 400; list(data.frame(muni = sprintf('M%02d', 1:2), Freq = N * c(.75, .25)), data.frame(sex = c('f', 'm'), Freq = 200)) })";
  expect(resultOf(text)).toMatchObject({
    values: [
      { names: ["muni", "Freq"], values: [{ values: ["M01", "M02"] }, { values: [300, 100] }] },
      { values: [{ values: ["f", "m"] }, { values: [200, 200] }] },
    ],
  });
});

test("members, places left out, texts put together, choices", () => {
  const pm = "pm <- list(data.frame(a = c('x', 'y', 'z'), Freq = 1:3))\n";
  expect(textsOf(resultOf(`${pm}paste0('a', pm[[1]]$a[-1])`))).toEqual(["ay", "az"]);
  expect(numbersOf(resultOf(`${pm}setNames(pm[[1]]$Freq[-1], c('ay', 'az'))['az']`))).toEqual([3]);
  expect(textsOf(resultOf("ifelse(c('a', 'c') %in% c('a', 'b'), 'k', 'l')"))).toEqual(["k", "l"]);
  expect(textsOf(resultOf("rep(c('E', 'H'), each = 2)"))).toEqual(["E", "E", "H", "H"]);
  expect(resultOf("expand.grid(a = 1:2, b = c('f', 'm'))")).toMatchObject({
    values: [{ values: [1, 2, 1, 2] }, { values: ["f", "f", "m", "m"] }],
  });
});

test("what is not known is said, never guessed", () => {
  expect(() => resultOf("xtabs(~a)")).toThrow('R text: the function "xtabs" is not known.');
  expect(() => resultOf("x + 1")).toThrow('R text: nothing is called "x".');
  expect(() => parseR("c(1, @)")).toThrow(SyntaxError);
});
