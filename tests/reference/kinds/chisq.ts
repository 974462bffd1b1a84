import { type IndependenceTest, testIndependence } from "@tiltas/analysis/estimation";
import { categoriesOf } from "../model-variables.ts";
import { argument, callOf, textOf } from "../r-language/formula.ts";
import { counts } from "./estimates.ts";
import type { AnswerCase, CaseContext } from "./kind.ts";
import { degreesOfFreedomIn, sampleIn } from "./sample-in.ts";
import { variablesOf } from "./table.ts";

const tests: Readonly<Record<string, IndependenceTest>> = {
  F: "rao-scott-f",
  Chisq: "rao-scott-chi-square",
  Wald: "wald",
  adjWald: "adjusted-wald",
};

/** Tests of independence in two-way tables. */
export const answer: AnswerCase = (context) => {
  const { one, data, within } = context;
  const [row, column] = variablesOf(context).map((name) => categoriesOf(data, name));
  if (!row || !column) throw new Error("A test of independence needs two columns.");
  const test = testOf(context);
  const found = testIndependence(sampleIn(context), [row, column], { test, ...(within ? { within } : {}) });
  const { statistic, pValue, degreesOfFreedom, denominatorDegreesOfFreedom } = found;
  const asked = argument(callOf(one.r_call, ["svychisq"]), "na.rm");
  const unknown =
    asked !== undefined &&
    textOf(asked) === "FALSE" &&
    [row, column].some(({ codes }) => codes.some((code, at) => code < 0 && within?.[at] !== 0));
  if (statistic === null && !unknown) return { error: true, reason: found.explanation ?? found.reason };
  return {
    statistic: unknown ? null : statistic,
    statistic_name: test === "rao-scott-chi-square" ? "X-squared" : "F",
    parameter:
      test === "rao-scott-chi-square"
        ? { df: degreesOfFreedom }
        : { ndf: degreesOfFreedom, ddf: denominatorDegreesOfFreedom },
    p_value: unknown ? null : pValue,
    estimate: null,
    conf_int: null,
    df: degreesOfFreedomIn(context),
    ...counts(context),
  };
};

function testOf({ one }: CaseContext): IndependenceTest {
  const written = argument(callOf(one.r_call, ["svychisq"]), "statistic");
  const name = written?.is === "text" ? written.value : one.call.statistic;
  const test = tests[written ? name : name === "chisq" ? "F" : name];
  if (!test) throw new Error(`The test "${name}" is not computed.`);
  return test;
}
