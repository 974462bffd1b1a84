import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A page or an item of a questionnaire, as SurveyJS writes it. */
export interface Element {
  readonly type: string;
  readonly name?: string;
  readonly elements?: readonly Element[];
  readonly templateElements?: readonly Element[];
  readonly [property: string]: unknown;
}

interface Questionnaire {
  readonly locale: string;
  readonly pages: readonly Element[];
}

const measure = { concept: "x", domain: "trial", level: "nominal", purpose: "trial", dataClass: "ordinary" };

/** A copy of an instrument with another questionnaire, each of its items measured as nothing in particular. */
export function ownInstrument(pattern: string, questionnaire: Questionnaire): string {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-instrument-"));
  cpSync(pattern, folder, { recursive: true });
  writeFileSync(join(folder, "questionnaire.json"), JSON.stringify(questionnaire));
  const asked = questionnaire.pages.flatMap((page) => askedIn(page));
  const items = Object.fromEntries(asked.map((name) => [name, measure]));
  writeFileSync(join(folder, "measures.json"), JSON.stringify({ items }));
  return folder;
}

export function rewrite(file: string, change: (read: Record<string, unknown>) => object): void {
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, "utf8")))));
}

function askedIn({ type, name = "", elements = [], templateElements = [] }: Element, before = ""): string[] {
  const own = ["page", "panel", "html"].includes(type) ? [] : [`${before}${name}`];
  return [
    ...own,
    ...elements.flatMap((one) => askedIn(one, before)),
    ...templateElements.flatMap((one) => askedIn(one, `${before}${name}.`)),
  ];
}
