import {
  estimateRegression,
  type Model,
  modelMatrix,
  type Regression,
  testTerms,
} from "@tiltas/analysis/estimation";
import { modelVariable, outcomeOf } from "../model-variables.ts";
import { argument, callOf, type Formula, formulaOf, textOf } from "../r-language/formula.ts";
import type { Expression } from "../r-language/parse.ts";
import { counts } from "./estimates.ts";
import type { AnswerCase, CaseContext } from "./kind.ts";
import { degreesOfFreedomIn, sampleIn } from "./sample-in.ts";

/** Linear and logistic regression, and tests of their terms. */
export const answer: AnswerCase = (context) => {
  const { within } = context;
  const model = modelOf(context);
  const fitted = estimateRegression(sampleIn(context), model, within ? { within } : {});
  if (fitted.reason) return { error: true, reason: fitted.explanation ?? fitted.reason };
  const tested = termsTested(context);
  return tested.length > 0 ? ofTest(context, fitted, tested) : ofModel(context, model, fitted);
};

function ofModel(context: CaseContext, model: Model, fitted: Regression): object {
  const { usable } = modelMatrix(model, context.within);
  return {
    rows: fitted.coefficients.map(({ name, value, standardError, t, pValue, interval }) => ({
      name,
      estimate: value,
      se: standardError,
      t,
      p_value: pValue,
      ci_low: interval?.low ?? null,
      ci_high: interval?.high ?? null,
    })),
    df_residual: fitted.residualDegreesOfFreedom,
    df: degreesOfFreedomIn(context),
    dispersion: fitted.dispersion,
    n: usable.reduce((count, one, row) => count + (one === 1 && context.within?.[row] !== 0 ? 1 : 0), 0),
    deviance_of_weighted_fit: fitted.deviance,
    vcov: { values: fitted.covariance },
  };
}

function ofTest(context: CaseContext, fitted: Regression, terms: readonly string[]): object {
  const found = testTerms(fitted, terms);
  if (found.statistic === null) return { error: true, reason: found.explanation ?? found.reason };
  return {
    F: found.statistic,
    df: found.degreesOfFreedom,
    ddf: found.denominatorDegreesOfFreedom,
    p_value: found.pValue,
    ...counts(context),
  };
}

/** Terms named by `regTermTest`, as R names them in the model. */
function termsTested({ one }: CaseContext): string[] {
  const args = callOf(one.r_call, ["regTermTest"]);
  const formula = argument(args, "test.terms") ?? args?.map(({ value }) => value).find(isFormula);
  if (formula && isFormula(formula))
    return formulaOf(formula).terms.map((term) => term.map(textOf).join(":"));
  const text = args?.slice(1).find(({ value }) => value.is === "text")?.value;
  return text?.is === "text" ? [text.value] : [];
}

function isFormula(expression: Expression): boolean {
  return expression.is === "call" && expression.name === "~";
}

function modelOf({ one, data }: CaseContext): Model {
  const args = callOf(one.r_call, ["svyglm"]);
  const written = argument(args, "formula");
  const { left, terms, intercept } = written ? formulaOf(written) : fromNames(one.call.variables);
  if (!left) throw new Error("The case does not say what the model explains.");
  return {
    outcome: outcomeOf(left, data),
    terms: terms.map((term) => term.map((factor) => modelVariable(factor, data))),
    intercept,
    devianceChange: epsilonOf(argument(args, "control")),
    family: familyOf(one.call.options.family, argument(args, "family")),
  };
}

/** Where R's search stops: 1e-8 unless the call says otherwise. */
function epsilonOf(control: Expression | undefined): number {
  const said =
    control?.is === "call" ? control.args.find(({ name }) => name === "epsilon")?.value : undefined;
  return said?.is === "number" ? said.value : 1e-8;
}

function fromNames([outcome, ...others]: readonly string[]): Formula {
  const named = (name: string): Expression => ({ is: "name", name });
  return {
    left: outcome === undefined ? undefined : named(outcome),
    terms: others.map((name) => [named(name)]),
    intercept: true,
  };
}

function familyOf(said: unknown, written: Expression | undefined): NonNullable<Model["family"]> {
  const name = written ? textOf(written) : typeof said === "string" ? said : "gaussian";
  const link = /link = "?(\w+)|\((\w+)\)/.exec(name)?.slice(1).find(Boolean);
  if (link !== undefined && !["logit", "log", "identity"].includes(link))
    throw new Error(`The link "${link}" is not computed.`);
  if (/binomial/.test(name)) return "quasibinomial";
  return /poisson/.test(name) ? "quasipoisson" : "gaussian";
}
