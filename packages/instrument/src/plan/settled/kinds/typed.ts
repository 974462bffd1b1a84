import { isBetweenSteps } from "../../questions/text-question.ts";
import type { QuestionSpec } from "../../specs.ts";
import { isEmailAddress } from "../../validators/index.ts";
import { type Kind, oneValue, onlyUnanswered } from "./kind.ts";

/** Texts of this length are told as too long, whatever the item says. */
const longestText = 20_000;

type Leaf = Readonly<Record<string, unknown>>;

export function words({ leaf = {} }: QuestionSpec): Kind {
  const longest = Math.min(Number(leaf.longest) || longestText, longestText);
  return oneValue((answer) => typeof answer === "string" && answer.length <= longest && answer.trim() !== "");
}

/** One line of words, a number or a day whose bounds stand in the file. */
export function typed(spec: QuestionSpec): Kind {
  const { leaf = {} } = spec;
  if (leaf.mask !== undefined || isGiven(leaf.minExpression) || isGiven(leaf.maxExpression))
    return onlyUnanswered;
  if (leaf.inputType === "number") return number(leaf);
  const written = words(spec);
  if (leaf.inputType === "date") return day(leaf, written);
  const isPlain = ["text", "tel", "email"].includes(String(leaf.inputType));
  if (!isPlain || [leaf.min, leaf.max, leaf.step].some(isGiven)) return onlyUnanswered;
  return leaf.checksEmail === true
    ? oneValue((answer) => written.take(answer) !== undefined && isEmailAddress(answer))
    : written;
}

function isGiven(bound: unknown): boolean {
  return bound !== null && bound !== undefined;
}

function number({ min, max, step }: Leaf): Kind {
  const least = min ?? Number.NEGATIVE_INFINITY;
  const most = max ?? Number.POSITIVE_INFINITY;
  if (typeof least !== "number" || typeof most !== "number") return onlyUnanswered;
  return oneValue(
    (answer) =>
      typeof answer === "number" &&
      Number.isFinite(answer) &&
      answer >= least &&
      answer <= most &&
      !isBetweenSteps(answer, step),
  );
}

/** Days written as inputs write them follow one another as texts do. */
function day({ min, max, step }: Leaf, written: Kind): Kind {
  const least = min ?? "0001-01-01";
  const most = max ?? "2999-12-31";
  if (!isDay(least) || !isDay(most) || isGiven(step)) return onlyUnanswered;
  return oneValue(
    (answer) => isDay(answer) && answer >= least && answer <= most && written.take(answer) !== undefined,
  );
}

function isDay(written: unknown): written is string {
  if (typeof written !== "string" || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(written)) return false;
  const time = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
}

export function yesOrNo({ leaf = {} }: QuestionSpec): Kind {
  if (isGiven(leaf.valueTrue) || isGiven(leaf.valueFalse)) return onlyUnanswered;
  return oneValue((answer) => typeof answer === "boolean");
}
