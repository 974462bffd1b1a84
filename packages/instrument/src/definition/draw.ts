import { ExpressionError, parseExpression, referencesIn } from "../expressions/index.ts";
import type { Draw, Item } from "./item.ts";
import { at } from "./place.ts";
import type { Findings } from "./refusal.ts";

/** A draw can be made: options are drawn from what was ticked earlier, and size, conditions and shares name options. */
export function checkDraw(item: Item, items: readonly Item[], findings: Findings): void {
  const before = items.slice(0, items.indexOf(item));
  const place = at("measures.items", item.name);
  const { draw } = item.measure;
  if (item.kind !== "multiple")
    findings.add(`${place}.role`, "What is drawn is a multiple-choice item (checkbox).");
  if (draw === undefined) {
    findings.add(`${place}.draw`, 'Say how many options are drawn: "draw": {"size": 1}.');
    return;
  }
  checkFrom(item, draw, before, findings);
  checkSize(item, draw, before, findings);
  const codes = new Set(item.choices.map(({ code }) => String(code)));
  for (const property of ["eligible", "shares"] as const)
    for (const code of Object.keys(draw[property] ?? {}))
      if (!codes.has(code))
        findings.add(at(`${place}.draw.${property}`, code), `${item.name} has no option ${code}.`);
  for (const [code, condition] of Object.entries(draw.eligible ?? {}))
    checkCondition(condition, at(`${place}.draw.eligible`, code), items, findings);
  const sizes = typeof draw.size === "number" ? [draw.size] : Object.values(draw.size);
  if (draw.shares !== undefined && sizes.some((size) => size !== 1 && size !== "all"))
    findings.add(
      `${place}.draw.shares`,
      "Shares are exact where one option is drawn. Draw one, or leave the shares out.",
    );
}

function checkFrom(
  { name, choices }: Item,
  { from }: Draw,
  before: readonly Item[],
  findings: Findings,
): void {
  if (from === undefined) return;
  const place = `measures.items.${name}.draw.from`;
  const source = before.find((other) => other.name === from);
  if (source?.kind !== "multiple") {
    findings.add(place, "Name the multiple-choice item, earlier in the questionnaire, to draw from.");
    return;
  }
  const offered = new Set(source.choices.map(({ code }) => code));
  for (const { code } of choices)
    if (!offered.has(code))
      findings.add(place, `The option ${code} can never be drawn: ${from} does not offer it. Take it out.`);
}

function checkSize({ name }: Item, { size, by }: Draw, before: readonly Item[], findings: Findings): void {
  const place = `measures.items.${name}.draw`;
  if (typeof size === "number") {
    if (by !== undefined)
      findings.add(`${place}.by`, "The size is one number. Say it by code, or leave this out.");
    return;
  }
  const decisive = before.find((other) => other.name === by);
  if (decisive?.kind !== "single") {
    findings.add(
      `${place}.by`,
      "Name the single-choice item, earlier in the questionnaire, that settles the size.",
    );
    return;
  }
  const codes = decisive.choices
    .filter(({ missing }) => missing === undefined)
    .map(({ code }) => String(code));
  for (const code of Object.keys(size))
    if (!codes.includes(code)) findings.add(at(`${place}.size`, code), `${by} has no option ${code}.`);
  for (const code of codes)
    if (!Object.hasOwn(size, code))
      findings.add(`${place}.size`, `Say also how many are drawn where ${by} is ${code}.`);
}

/** Conditions of a draw look at answers to items; unlike those of routing, at later items too. */
function checkCondition(condition: string, place: string, items: readonly Item[], findings: Findings): void {
  const names = new Set(items.map(({ name }) => name));
  try {
    for (const { name, path } of referencesIn(parseExpression(condition)))
      if (!names.has(path[0]?.name ?? ""))
        findings.add(
          place,
          `The questionnaire has no item ${name}; a draw looks at answers to its items only.`,
        );
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    findings.add(place, error.message);
  }
}
