import type { Instrument, Item } from "@tiltas/instrument/definition";
import { conditionOf } from "@tiltas/instrument/drawing";
import { functionsIn, parseExpression, referencesIn } from "@tiltas/instrument/expressions";
import { type Answers, compilePlan, type PlacedAnswers, preparePlan } from "@tiltas/instrument/plan";

/** Which parts one member of a list was asked; `member` is the member's place among the answers to the list. */
export type PartsAsked = (answers: PlacedAnswers, entry: Answers, member: number) => ReadonlySet<string>;

/**
 * All parts where nothing conditions them; where conditions look at parts of the same entry that everybody is asked,
 * what these say; else what the whole plan says, which takes far longer.
 */
export function partsAskedIn(
  { questionnaire }: Pick<Instrument, "questionnaire">,
  list: string,
  parts: readonly Item[],
): PartsAsked {
  const all: ReadonlySet<string> = new Set(parts.map(({ name }) => name));
  const conditions = parts.flatMap((part) => part.conditions);
  if (conditions.length === 0) return () => all;
  const plain = new Set(parts.filter(isPlain).map(({ name }) => name));
  return conditions.every((condition) => looksAt(plain, condition))
    ? byEntry(parts)
    : byPlan(questionnaire, list, all);
}

/** Everybody is asked it, and a condition sees its answer as it is stored. */
function isPlain({ kind, name, valueName = name, conditions }: Item): boolean {
  const kinds: readonly Item["kind"][] = ["single", "multiple", "rating", "number", "boolean"];
  return conditions.length === 0 && valueName === name && kinds.includes(kind);
}

function looksAt(parts: ReadonlySet<string>, condition: string): boolean {
  const expression = parseExpression(condition);
  return (
    functionsIn(expression).length === 0 &&
    referencesIn(expression).every(({ path: [first, part, ...inside], isProperty, isText, inEntries }) => {
      const isPart = first?.name === "panel" && parts.has(part?.name ?? "") && inside.length === 0;
      return isPart && !isProperty && !isText && !inEntries;
    })
  );
}

function byEntry(parts: readonly Item[]): PartsAsked {
  const routes = parts.map(({ name, conditions }) => ({ name, tests: conditions.map(conditionOf) }));
  return (_answers, entry) => {
    const seen = { panel: entry };
    return new Set(routes.flatMap(({ name, tests }) => (tests.every((holds) => holds(seen)) ? [name] : [])));
  };
}

function byPlan(questionnaire: unknown, list: string, all: ReadonlySet<string>): PartsAsked {
  const { plan } = compilePlan(questionnaire);
  if (plan === undefined) return () => all;
  const prepared = preparePlan(plan);
  let [latest, paths]: [Answers | undefined, ReadonlySet<string>] = [undefined, new Set()];
  return (placed, _entry, member) => {
    const answers = placed.whole();
    if (latest !== answers) {
      latest = answers;
      paths = new Set(prepared.check(answers, { now: new Date(0) }).asked);
    }
    return new Set([...all].filter((part) => paths.has(`${list}[${member}].${part}`)));
  };
}
