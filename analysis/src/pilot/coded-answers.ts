import type { CodedAnswers } from "../quality/index.ts";
import { type People, valuesOf } from "./people.ts";
import type { PilotUnit } from "./units.ts";

/** Answers as codes, one variable for each closed unit: of a multiple choice the whole set counts as one answer. */
export function codedAnswers(people: People): CodedAnswers {
  return people.units.filter(({ variables }) => variables.length > 0).map((unit) => codesOf(people, unit));
}

function codesOf(people: People, unit: PilotUnit): Int16Array {
  const known = new Map<string | number, number>();
  const codeOf = (answer: string | number): number => {
    const code = known.get(answer) ?? known.size;
    known.set(answer, code);
    return code;
  };
  if (unit.kind !== "multiple")
    return Int16Array.from(valuesOf(people, unit), (value) => (Number.isNaN(value) ? -1 : codeOf(value)));
  const columns = unit.variables.flatMap((name) => people.dataset.columns.get(name)?.values ?? []);
  return Int16Array.from({ length: people.count }, (_, row) => {
    const set = columns.map((column) => column[row]).join();
    return set.includes("-1") || set.includes("NaN") ? -1 : codeOf(set);
  });
}
