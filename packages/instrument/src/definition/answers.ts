import type { Instrument } from "./instrument.ts";
import type { Code, Item } from "./item.ts";
import { isObject } from "./json.ts";

/** What does not fit the instrument, and where; never the answer itself. */
export interface Finding {
  /** Item name, with the row of a matrix or the place in a list: `contact.neighbours`, `help[2]`. */
  readonly path: string;
  readonly reason: "unknown-item" | "unknown-code" | "wrong-type" | "too-long" | "out-of-range";
}

/** Answers by item name, as SurveyJS writes them. */
export type AnswersByItem = Readonly<Record<string, unknown>>;
export type AnswerCheck = (answers: AnswersByItem) => Finding[];

type ItemCheck = (answer: unknown, findings: Finding[]) => void;

/** Compiles the check of one instrument once; checking a response then takes microseconds. */
export function compileAnswerCheck(instrument: Pick<Instrument, "items">): AnswerCheck {
  const checks = new Map(instrument.items.map((item) => [item.name, checkOf(item)]));
  return (answers) => {
    const findings: Finding[] = [];
    for (const name of Object.keys(answers)) {
      const check = checks.get(name);
      if (check) check(answers[name], findings);
      else findings.push({ path: name, reason: "unknown-item" });
    }
    return findings;
  };
}

const compiled = new WeakMap<object, AnswerCheck>();

/** Types, codes, ranges and lengths of the answers given; routing and completeness are not looked at here. */
export function checkAnswers(instrument: Instrument, answers: AnswersByItem): Finding[] {
  const check = compiled.get(instrument) ?? compileAnswerCheck(instrument);
  compiled.set(instrument, check);
  return check(answers);
}

function checkOf(item: Item): ItemCheck {
  switch (item.kind) {
    case "single":
    case "rating":
      return checkCode(item.name, codesOf(item.choices));
    case "multiple":
      return checkCodes(item);
    case "matrix":
      return checkRows(item);
    case "number":
      return checkNumber(item);
    case "text":
      return checkText(item);
    default:
      return () => undefined;
  }
}

function codesOf(choices: Item["choices"]): ReadonlySet<unknown> {
  return new Set<unknown>(choices.map((choice) => choice.code));
}

function isCode(value: unknown): value is Code {
  return typeof value === "string" || typeof value === "number";
}

function checkCode(path: string, codes: ReadonlySet<unknown>): ItemCheck {
  return (answer, findings) => {
    if (codes.has(answer)) return;
    findings.push({ path, reason: isCode(answer) ? "unknown-code" : "wrong-type" });
  };
}

/** A list of codes: none twice, and one that excludes all others ("none of these", "don't know") only by itself. */
function checkCodes({ name, choices }: Item): ItemCheck {
  const codes = codesOf(choices);
  const alone = codesOf(choices.filter(({ exclusive }) => exclusive));
  return (answer, findings) => {
    if (!Array.isArray(answer)) return void findings.push({ path: name, reason: "wrong-type" });
    const contradicts = answer.length > 1 && answer.some((code) => alone.has(code));
    if (answer.length > choices.length || new Set(answer).size < answer.length || contradicts)
      findings.push({ path: name, reason: "wrong-type" });
    for (const [i, code] of answer.slice(0, choices.length).entries()) {
      if (!codes.has(code))
        findings.push({ path: `${name}[${i}]`, reason: isCode(code) ? "unknown-code" : "wrong-type" });
    }
  };
}

function checkRows({ name, rows, choices }: Item): ItemCheck {
  const codes = codesOf(choices);
  const checks = new Map(rows.map(({ code }) => [String(code), checkCode(`${name}.${code}`, codes)]));
  return (answer, findings) => {
    if (!isObject(answer)) return void findings.push({ path: name, reason: "wrong-type" });
    for (const row of Object.keys(answer)) {
      const check = checks.get(row);
      if (check) check(answer[row], findings);
      else findings.push({ path: `${name}.${row}`, reason: "unknown-item" });
    }
  };
}

function checkNumber({ name, minimum = -Infinity, maximum = Infinity }: Item): ItemCheck {
  return (answer, findings) => {
    if (typeof answer !== "number" || !Number.isFinite(answer))
      findings.push({ path: name, reason: "wrong-type" });
    else if (answer < minimum || answer > maximum) findings.push({ path: name, reason: "out-of-range" });
  };
}

function checkText({ name, maximumLength = Infinity }: Item): ItemCheck {
  return (answer, findings) => {
    if (typeof answer !== "string") findings.push({ path: name, reason: "wrong-type" });
    else if (answer.length > maximumLength && [...answer].length > maximumLength)
      findings.push({ path: name, reason: "too-long" });
  };
}
