import type { Microdata } from "@tiltas/cli/microdata";
import type { CaseFile } from "./case-file.ts";
import { type Environment, type EvaluatedArgument, evaluateR } from "./r-language/evaluate.ts";
import { type Argument, type Expression, parseR } from "./r-language/parse.ts";
import { memberNamed, numbersOf, textsOf, type Value, vector } from "./r-language/values.ts";

const weightingFunctions = ["postStratify", "rake", "calibrate", "trimWeights"] as const;

/** One change of the weights that a case makes before it estimates, as R was asked for it. */
export interface WeightingStep {
  readonly function: (typeof weightingFunctions)[number];
  /** Arguments after the design, by R's names. */
  readonly args: ReadonlyMap<string, Value>;
}

const parameters: Readonly<Record<WeightingStep["function"], readonly string[]>> = {
  postStratify: ["strata", "population", "partial"],
  rake: ["sample.margins", "population.margins", "control"],
  calibrate: ["formula", "population"],
  trimWeights: ["upper", "lower", "strict"],
};

/** The weighting of a case in its order, and columns that it makes on the way (by name, as text by row). */
export function weightingSteps(one: CaseFile, data: Microdata) {
  const environment: Environment = new Map();
  environment.set("d", designVariables(one.r_call, data));
  const steps: WeightingStep[] = [];
  for (const statement of parseR(one.r_call)) {
    const assigned = assignment(statement);
    if (!assigned) continue;
    const { target, value } = assigned;
    if (target.is !== "name" || target.name !== "d") evaluateR(statement, environment);
    else if (value.is === "call" && isWeighting(value.name))
      steps.push(stepOf(value.name, value.args, environment));
  }
  const columns = new Map(
    [...environment].flatMap(([name, value]) =>
      name.startsWith("$") ? [[name.slice(1), textsOf(value)] as const] : [],
    ),
  );
  return { steps, columns };
}

function isWeighting(name: string): name is WeightingStep["function"] {
  return weightingFunctions.some((known) => known === name);
}

function assignment(statement: Expression): { target: Expression; value: Expression } | undefined {
  const [target, value] = statement.is === "call" && statement.name === "<-" ? statement.args : [];
  return target && value ? { target: target.value, value: value.value } : undefined;
}

/** `d$variables$column`, as far as R text asks for it. */
function designVariables(text: string, data: Microdata): Value {
  const asked = [...text.matchAll(/d\$variables\$([\w.]+)/g)].map(([, name = ""]) => name);
  const names = [...new Set(asked)].filter((name) => data.has(name));
  const variables: Value = { is: "list", names, values: names.map((name) => vector(data.texts(name))) };
  return { is: "list", names: ["variables"], values: [variables] };
}

function stepOf(
  name: WeightingStep["function"],
  [, ...args]: readonly Argument[],
  environment: Environment,
): WeightingStep {
  const evaluated = args.map(
    (argument): EvaluatedArgument => ({
      name: argument.name,
      value: evaluateR(argument.value, environment),
    }),
  );
  const named = new Map(
    evaluated.flatMap((argument) => (argument.name ? [[argument.name, argument.value] as const] : [])),
  );
  const open = parameters[name].filter((parameter) => !named.has(parameter));
  const plain = evaluated.filter((argument) => argument.name === undefined);
  for (const [i, { value }] of plain.entries()) named.set(open[i] ?? "", value);
  return { function: name, args: named };
}

/** The first number of an argument, or of a member of it. */
export function numberIn(value: Value | undefined, member?: string): number | undefined {
  const found = value && member !== undefined ? memberNamed(value, member) : value;
  return found && numbersOf(found)[0];
}
