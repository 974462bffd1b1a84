import type { Instrument } from "./instrument.ts";
import type { DesignRole, Item, Measure } from "./item.ts";
import type { Measures } from "./measures.ts";
import { at } from "./place.ts";
import type { Findings } from "./refusal.ts";

/** The item that plays a role, such as the one asking for the municipality. */
export function itemWithRole(
  instrument: Pick<Instrument, "items">,
  role: NonNullable<Measure["role"]>,
): Item | undefined {
  return instrument.items.find((item) => item.measure.role === role);
}

/** Measures must speak of items that exist. */
export function checkMeasures(measures: Measures, items: readonly Item[], findings: Findings): void {
  const names = new Set(
    items.flatMap(({ name, parts = [] }) => [name, ...parts.map((part) => `${name}.${part.name}`)]),
  );
  for (const name of Object.keys(measures.items)) {
    if (!names.has(name))
      findings.add(at("measures.items", name), "The questionnaire has no readable item of this name.");
  }
}

/** A design role belongs to one single-choice item; a missing reason explains an item that stands before it. */
export function checkRoles(items: readonly Item[], findings: Findings): void {
  const players = new Map<string, string>();
  for (const [i, item] of items.entries()) {
    const { role, explains } = item.measure;
    const place = at("measures.items", item.name);
    if (role === "missing-reason") checkReason(item, items.slice(0, i), findings);
    else if (explains !== undefined)
      findings.add(`${place}.explains`, 'Only an item with the role "missing-reason" explains another.');
    checkMissing(item, findings);
    if (role === undefined || !isDesignRole(role)) continue;
    if (item.kind !== "single")
      findings.add(`${place}.role`, `The role ${role} belongs to a single-choice item.`);
    const other = players.get(role);
    if (other !== undefined) findings.add(`${place}.role`, `The role ${role} is already played by ${other}.`);
    players.set(role, item.name);
  }
}

function checkReason(item: Item, before: readonly Item[], findings: Findings): void {
  const place = at("measures.items", item.name);
  if (!before.some((other) => other.name === item.measure.explains)) {
    findings.add(
      `${place}.explains`,
      "Name the item, earlier in the questionnaire, whose emptiness this one explains.",
    );
  }
  if (item.kind !== "single" || item.choices.some((choice) => choice.missing === undefined)) {
    findings.add(
      `${place}.role`,
      'An item that explains a missing answer is single choice between "dont-know" and "refused".',
    );
  }
}

const sharedRoles: readonly Measure["role"][] = ["missing-reason", "stratifier", "screener"];

function isDesignRole(role: NonNullable<Measure["role"]>): role is DesignRole {
  return !sharedRoles.includes(role);
}

/** Missing reasons must speak of options that exist. */
function checkMissing({ name, measure, choices }: Item, findings: Findings): void {
  const codes = new Set(choices.map(({ code }) => String(code)));
  for (const code of Object.keys(measure.missing ?? {}))
    if (!codes.has(code))
      findings.add(at(`measures.items.${name}.missing`, code), `${name} has no option ${code}.`);
}
