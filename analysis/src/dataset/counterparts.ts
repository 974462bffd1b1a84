import type { VariableDescription } from "@tiltas/instrument/codebook";
import type { Instrument, Item } from "@tiltas/instrument/definition";
import { NamedAnswers } from "@tiltas/instrument/plan";
import { applyMapping, type Mapping } from "@tiltas/instrument/versions";
import { isRecord } from "./answer-text.ts";
import { firstCode, RowCells, reasonCell } from "./cells.ts";
import type { Variable } from "./dataset.ts";
import { readerOfAnswers } from "./read-answers.ts";
import { emptyTable, type Take, type Telling } from "./take.ts";

type Answer = Readonly<Record<string, unknown>>;

/** Items of one version with their variables. */
export interface Side extends Pick<Instrument, "items"> {
  readonly variables: readonly VariableDescription[];
}

/** What an answer of one version becomes in a later one; undefined for nothing. */
export type Becomes = (answer: Answer) => Answer | undefined;

/** Brings answers over all these versions, as `applyMapping` does. */
export function becoming(mappings: readonly Mapping[]): Becomes {
  return (answer) => mappings.reduce((now, mapping) => applyMapping(now, mapping).answers, answer);
}

/** The same for the members of a list that is called `from` in the one version and `to` in the other. */
export function becomingMembers(whole: Becomes, from: string, to: string): Becomes {
  return (member) => {
    const members = whole({ [from]: [member] })?.[to];
    const [first] = Array.isArray(members) ? members : [];
    return isRecord(first) ? first : undefined;
  };
}

/**
 * Where the cells of each target variable come from. It is found by asking: each answer that a variable of the source
 * can hold is brought over alone and read as an answer to the target. So there is one meaning of a mapping.
 *
 * @param named numbers that mappings speak of
 */
export function counterparts(
  source: Side,
  target: Side,
  becomes: Becomes,
  targets: readonly Variable[],
  named: readonly number[],
): Take[][] {
  const probe = proberOf(source, target, becomes);
  const placeOf = new Map(targets.map(({ name }, place) => [name, place]));
  const takes: Take[][] = targets.map(() => []);
  source.variables.forEach((variable, from) => {
    const found = probedValues(variable, named).map((value) => ({ value, cells: probe(variable, value) }));
    const reached = new Set(found.flatMap(({ cells }) => [...cells.keys()]));
    for (const name of reached) {
      const own = new Map(found.flatMap(({ value, cells }) => pairOf(value, cells.get(name))));
      const place = placeOf.get(name);
      if (place !== undefined) takes[place]?.push(takeOf(variable, from, own, targets[place]));
    }
  });
  return takes;
}

type Value = string | number;
const pairOf = (value: Value, cell: Telling | undefined) =>
  cell === undefined ? [] : [[value, cell] as const];

/** A number that no mapping names: what becomes of it becomes of all others. */
const unnamed = 0.123456789;
const chosen = 1;

function probedValues({ kind, codes, part }: VariableDescription, named: readonly number[]): Value[] {
  if (kind === "number") return [...new Set([...numbersAmong(codes), ...named, unnamed])];
  return part !== undefined && isOption(codes) ? [chosen] : codes.map(({ code }) => code);
}

const numbersAmong = (codes: VariableDescription["codes"]) =>
  codes.flatMap(({ code }) => (typeof code === "number" ? [code] : []));

const isOption = (codes: VariableDescription["codes"]) =>
  codes.length === 2 && codes[0]?.code === 1 && codes[1]?.code === 0;

/** By name of a target variable: what one answer becomes there. */
type Prober = (variable: VariableDescription, value: Value) => ReadonlyMap<string, Telling>;

function proberOf(source: Side, target: Side, becomes: Becomes): Prober {
  const kindOf = new Map(source.items.map(({ name, kind }) => [name, kind]));
  const listed = new Set(target.items.flatMap(({ name, kind }) => (kind === "multiple" ? [name] : [])));
  const read = readerOfAnswers(target);
  const everyItem = new Uint8Array(target.items.length).fill(1);
  const cells = new RowCells(target.variables.length);
  const named = new NamedAnswers(target.items);
  return (variable, value) => {
    const answer = becomes({ [variable.item]: answerWith(variable, kindOf.get(variable.item), value) });
    if (answer === undefined) return new Map();
    read(named.of(answer), everyItem, cells, answer);
    return new Map(
      target.variables.flatMap(({ name, item }, i) => {
        const kept = cells.kept[i]!;
        const tells = listed.has(item) ? kept === firstCode : kept >= firstCode || isGiven.has(kept);
        return tells ? [[name, { kept, number: cells.numbers[i]! }] as const] : [];
      }),
    );
  };
}

const isGiven: ReadonlySet<number> = new Set([reasonCell.refused, reasonCell["dont-know"]]);

function answerWith({ part }: VariableDescription, kind: Item["kind"] | undefined, value: Value): unknown {
  if (part === undefined) return value;
  return kind === "multiple" ? [part] : { [part]: value };
}

function takeOf(
  { kind, codes, part }: VariableDescription,
  from: number,
  found: ReadonlyMap<Value, Telling>,
  target: Variable | undefined,
): Take {
  const cells = emptyTable({ kind, codes });
  if (kind === "number") {
    const others = found.get(unnamed);
    const keepsOthers = others?.number === unnamed;
    const isUntouched = keepsOthers && [...found].every(([value, { number }]) => number === value);
    return { from, cells, ...(isUntouched ? {} : { renumbered: { to: found, keepsOthers } }) };
  }
  codes.forEach(({ code }, index) => {
    cells[firstCode + index] = found.get(code)?.kept ?? cells[firstCode + index]!;
  });
  if (part !== undefined && isOption(codes) && isOption(target?.codes ?? []))
    cells[firstCode + 1] = firstCode + 1;
  if (target?.kind !== "number") return { from, cells };
  const numbers = new Float64Array(cells.length).fill(Number.NaN);
  codes.forEach(({ code }, index) => {
    numbers[firstCode + index] = found.get(code)?.number ?? Number.NaN;
  });
  return { from, cells, numbers };
}
