import type { Instrument } from "./instrument.ts";
import type { Item, Measure } from "./item.ts";
import type { Measures } from "./measures.ts";
import { at } from "./properties.ts";
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
  const names = new Set(items.map((item) => item.name));
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
    if (role === undefined || role === "missing-reason") continue;
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
