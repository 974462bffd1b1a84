import { isKindOf } from "../definition/index.ts";
import { ExpressionError, parseExpression, referencesIn } from "../expressions/index.ts";
import type { EditedRow, Returned } from "./returned.ts";
import type { AuthorProblem } from "./sheet.ts";

/** What would make the changed rows no questionnaire: names, types and conditions that cannot be read. */
export function problemsIn(returned: Returned): AuthorProblem[] {
  return [
    ...nameProblems(returned.rows),
    ...returned.rows.flatMap(typeProblems),
    ...conditionProblems(returned),
    ...explanationProblems(returned),
  ];
}

const legalName = /^[A-Za-z][A-Za-z0-9_]{0,31}$/;

/** Names that were there before may be as they are; new ones are such as every program takes. */
function nameProblems(rows: readonly EditedRow[]): AuthorProblem[] {
  const problems: AuthorProblem[] = [];
  for (const kind of ["pages", "items"] as const) {
    const ofKind = rows.filter((row) => row.kind.name === kind);
    const counts = Map.groupBy(ofKind, ({ cells }) => cells.get("name") ?? "");
    for (const { number, cells, changed, node } of ofKind) {
      if (node && !changed.has("name")) continue;
      const name = cells.get("name") ?? "";
      const message = !legalName.test(name)
        ? `"${name}" is no name. Write letters, digits and _, at most 32, beginning with a letter.`
        : (counts.get(name)?.length ?? 0) > 1
          ? `The name ${name} is used in another row too. Choose one of its own.`
          : undefined;
      if (message !== undefined) problems.push({ sheet: kind, row: number, column: "Name", message });
    }
  }
  return problems;
}

function typeProblems({ kind, cells, changed, number, node }: EditedRow): AuthorProblem[] {
  if (node && !changed.has("type")) return [];
  const at = { sheet: kind.name, row: number, column: kind.name === "rules" ? "Rule" : "Type" };
  const type = cells.get("type") ?? "";
  if (kind.name === "items" && !isKindOf(type, "question") && type !== "panel")
    return [
      {
        ...at,
        message: type === "" ? "Say what type of item this is." : `survey-core has no item type "${type}".`,
      },
    ];
  if (kind.name === "rules" && !isKindOf(`${type}validator`, "surveyvalidator"))
    return [{ ...at, message: `"${type}" is no rule. Choose one from the list.` }];
  return [];
}

/** Changed conditions can be read, and no condition speaks of an item that was taken out or renamed. */
function conditionProblems({ rows, removed }: Returned): AuthorProblem[] {
  const gone = namesGone(rows, removed);
  return rows.flatMap((row) =>
    row.kind.columns
      .filter(({ isExpression }) => isExpression)
      .flatMap((column) => {
        const message = objectionTo(row.cells.get(column.key) ?? "", row.changed.has(column.key), gone);
        return message === undefined
          ? []
          : [{ sheet: row.kind.name, row: row.number, column: column.header, message }];
      }),
  );
}

/** Whose emptiness an item explains: one that is there, or was there under another name. */
function explanationProblems({ rows, removed }: Returned): AuthorProblem[] {
  const gone = namesGone(rows, removed);
  const items = rows.filter(({ kind }) => kind.name === "items");
  const names = new Set(items.map(({ cells }) => cells.get("name") ?? ""));
  return items.flatMap(({ cells, changed, number }) => {
    const explained = cells.get("measure:explains") ?? "";
    const now = gone.get(explained);
    const isWritten = changed.has("measure:explains");
    if (explained === "" || names.has(explained) || !(isWritten || gone.has(explained))) return [];
    if (now !== undefined && !isWritten) return [];
    const message =
      now !== undefined
        ? `${explained} is called ${now} now. Write ${now}.`
        : gone.has(explained)
          ? `It speaks of ${explained}, which was taken out.`
          : `There is no item "${explained}". Write the name of the item whose emptiness this one explains.`;
    return [{ sheet: "items", row: number, column: "Says why empty", message }];
  });
}

/** Names that items had and have no more, with the new name where there is one. */
function namesGone(
  rows: readonly EditedRow[],
  removed: Returned["removed"],
): ReadonlyMap<string, string | undefined> {
  const present = new Set(rows.map(({ cells }) => cells.get("name") ?? ""));
  const renamed = rows
    .filter(({ kind, node, changed }) => kind.name === "items" && node && changed.has("name"))
    .map(({ node, cells }) => [node?.name ?? "", cells.get("name")] as const);
  const taken = removed
    .filter(({ slot }) => /lements$/.test(slot))
    .map(({ name }) => [name ?? "", undefined] as const);
  return new Map([...renamed, ...taken].filter(([name]) => !present.has(name)));
}

function objectionTo(
  text: string,
  isChanged: boolean,
  gone: ReadonlyMap<string, string | undefined>,
): string | undefined {
  if (text === "") return undefined;
  try {
    const names = referencesIn(parseExpression(text)).map(({ path }) => path[0]?.name ?? "");
    const lost = names.find((name) => gone.has(name));
    if (lost === undefined) return undefined;
    const now = gone.get(lost);
    return now === undefined
      ? `It speaks of {${lost}}, which was taken out.`
      : `It speaks of {${lost}}, which is called ${now} now. Write {${now}}.`;
  } catch (error) {
    if (!isChanged) return undefined;
    const why = error instanceof ExpressionError ? error.message : "it cannot be read.";
    return `This condition cannot be read. ${why}`;
  }
}
