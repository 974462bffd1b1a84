import { checkFilled } from "./filled.ts";
import type { Instrument } from "./instrument.ts";
import type { Item, ItemKind, Measure } from "./item.ts";
import type { Measures } from "./measures.ts";
import { at } from "./place.ts";
import type { Findings } from "./refusal.ts";

type Role = NonNullable<Measure["role"]>;

/** The item that plays a role, such as the one asking for the municipality. */
export function itemWithRole(instrument: Pick<Instrument, "items">, role: Role): Item | undefined {
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

/** What kind of item plays a role that one item of the questionnaire has; the other roles are shared. */
const kinds: Readonly<Partial<Record<Role, ItemKind>>> = {
  municipality: "single",
  citizenship: "single",
  sex: "single",
  age: "single",
  "residence-ground": "single",
  "actual-municipality": "single",
  "network-size": "number",
  "venue-visits": "matrix",
};

/**
 * A role of the design belongs to one item of its kind; a missing reason explains an item that stands before it;
 * given and drawn items can be filled; codes named in measures exist.
 */
export function checkRoles(items: readonly Item[], findings: Findings): void {
  const players = new Map<string, string>();
  for (const [i, item] of items.entries()) {
    const { role, explains } = item.measure;
    const place = at("measures.items", item.name);
    if (role === "missing-reason") checkReason(item, items.slice(0, i), findings);
    else if (explains !== undefined)
      findings.add(`${place}.explains`, 'Only an item with the role "missing-reason" explains another.');
    checkFilled(item, items, findings);
    checkCodes(item, findings);
    checkSameAs(item, items, findings);
    const kind = role && kinds[role];
    if (role === undefined || kind === undefined) continue;
    if (item.kind !== kind)
      findings.add(`${place}.role`, `The role ${role} belongs to a ${kindWords[kind] ?? kind} item.`);
    const other = players.get(role);
    if (other !== undefined) findings.add(`${place}.role`, `The role ${role} is already played by ${other}.`);
    players.set(role, item.name);
  }
}

const kindWords: Readonly<Partial<Record<ItemKind, string>>> = { single: "single-choice" };

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

/** Missing reasons, and codes outside the population, must speak of options that exist. */
function checkCodes({ name, measure, choices }: Item, findings: Findings): void {
  const codes = new Set(choices.map(({ code }) => String(code)));
  const named = { missing: Object.keys(measure.missing ?? {}), outsidePopulation: measure.outsidePopulation };
  for (const [property, list = []] of Object.entries(named))
    for (const code of list)
      if (!codes.has(String(code)))
        findings.add(at(`measures.items.${name}.${property}`, code), `${name} has no option ${code}.`);
}

/** An answer that points to another needs both: the option that points, and the item it points to. */
function checkSameAs(
  { name, measure: { sameAs }, choices }: Item,
  items: readonly Item[],
  findings: Findings,
): void {
  if (sameAs === undefined) return;
  const place = `measures.items.${name}.sameAs`;
  if (!choices.some(({ code }) => code === sameAs.code))
    findings.add(`${place}.code`, `${name} has no option ${sameAs.code}.`);
  if (!items.some((other) => other.name === sameAs.item && other.name !== name && other.kind === "single"))
    findings.add(`${place}.item`, "Name another single-choice item, whose answer is meant.");
}
