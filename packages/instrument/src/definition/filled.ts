import { checkDraw } from "./draw.ts";
import { given as propertyGiven, stringGiven } from "./given.ts";
import type { GivenField, Item } from "./item.ts";
import type { Outline } from "./outline.ts";
import { at } from "./place.ts";
import type { Findings } from "./refusal.ts";

/** The words of each field that the application fills in. */
export const givenWords = {
  mode: ["web", "interviewer", "kiosk", "telephone"],
  form: ["short", "long"],
  stage: ["pilot", "field"],
  sample: ["register", "open", "network", "venue", "clients"],
  consents: ["sensitive", "recontact", "archive"],
} as const satisfies Readonly<Record<GivenField, readonly string[]>>;

/** Answered by the application or by chance, not by a person. */
export function isFilled({ measure: { role } }: Pick<Item, "measure">): boolean {
  return role === "given" || role === "drawn";
}

/** Items that nobody is asked: the application or chance fills them, so they are hidden and their codes are known. */
export function checkFilled(item: Item, items: readonly Item[], findings: Findings): void {
  const { role, given, draw } = item.measure;
  const place = at("measures.items", item.name);
  if (given !== undefined && role !== "given")
    findings.add(`${place}.given`, 'Only an item with the role "given" is filled in by the application.');
  if (draw !== undefined && role !== "drawn")
    findings.add(`${place}.draw`, 'Only an item with the role "drawn" is drawn.');
  if (role === "given") checkGiven(item, items.slice(0, items.indexOf(item)), findings);
  if (role === "drawn") checkDraw(item, items, findings);
  if (isFilled(item) && !item.hidden)
    findings.add(
      `${place}.role`,
      `Nobody is asked a ${role} item: hide it in the questionnaire with "visible": false.`,
    );
}

/** survey-core takes hidden answers away when the interview ends, unless the question says that it keeps them. */
export function checkKept({ survey, nodes }: Outline, items: readonly Item[], findings: Findings): void {
  if (propertyGiven(survey, "clearInvisibleValues") === "none") return;
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  for (const item of items) {
    if (!item.hidden || !isFilled(item)) continue;
    const node = byPath.get(item.path);
    if (node && stringGiven(node, "clearIfInvisible") !== "none")
      findings.add(
        at(item.path, "clearIfInvisible"),
        'What is filled in here would be lost at the end of the interview: add "clearIfInvisible": "none".',
      );
  }
}

function checkGiven(item: Item, before: readonly Item[], findings: Findings): void {
  const place = at("measures.items", item.name);
  const { given } = item.measure;
  if (given === undefined) {
    findings.add(`${place}.given`, `Say what is given: ${Object.keys(givenWords).join(", ")}.`);
    return;
  }
  const other = before.find(({ measure }) => measure.given === given);
  if (other) findings.add(`${place}.given`, `The ${given} is already given in ${other.name}.`);
  const kind = given === "consents" ? "multiple" : "single";
  if (item.kind !== kind)
    findings.add(
      `${place}.role`,
      `The ${given} is given in a ${kind === "single" ? "single-choice" : "multiple-choice"} item.`,
    );
  const words: readonly string[] = givenWords[given];
  for (const { code } of item.choices)
    if (!words.includes(String(code)))
      findings.add(`${place}.given`, `The ${given} is never ${code}. Its codes are ${words.join(", ")}.`);
}
