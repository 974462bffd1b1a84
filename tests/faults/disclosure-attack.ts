import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WorkingCell, WorkingTables } from "@tiltas/analysis/lattice";

/** Whether a reader of the release does not see a figure: by measure, crossing and domain. */
export type IsHidden = (measure: number, crossing: number, domain: number) => boolean;

/** A number that adds up over cells, and the most it can be in a cell. */
export interface Sought {
  readonly of: (cell: WorkingCell) => number;
  readonly most: (cell: WorkingCell) => number;
}

/** Numbers of respondents: anything from none. */
export const respondents: Sought = { of: ({ base }) => base, most: () => Number.POSITIVE_INFINITY };
/** Weighted people with the trait; how many people there are is taken as known. */
export const having: Sought = {
  of: ({ estimate, weightedBase }) => (estimate.value ?? 0) * weightedBase,
  most: ({ weightedBase }) => weightedBase,
};

export interface Bounds {
  readonly crossing: number;
  readonly domain: number;
  readonly cell: WorkingCell;
  readonly low: number;
  readonly high: number;
}

/**
 * What somebody can work out who reads a release with a linear programme: the least and the most that each hidden
 * number can be, given all sums and everything that is not hidden. It knows nothing of how cells were chosen, is told
 * exactly what is too imprecise to be shown, and is solved by GLPK.
 */
export function bounds(
  tables: WorkingTables,
  measure: number,
  isHidden: IsHidden,
  sought: Sought,
  wanted: (cell: WorkingCell, crossing: number, domain: number) => boolean,
  isInteger = false,
): Bounds[] {
  const cells = allCells(tables, measure);
  const unknown = cells.filter(({ crossing, domain }) => isHidden(measure, crossing, domain));
  const targets = unknown.filter(({ cell, crossing, domain }) => wanted(cell, crossing, domain));
  if (targets.length === 0) return [];
  const equations = equationsOf(tables, cells, new Set(unknown), sought);
  const lines = targets.flatMap((target, number) =>
    ["low", "high"].map((end) =>
      copyOf(`${end}${number}`, end === "low", target, unknown, equations, sought),
    ),
  );
  const found = solve(lines, isInteger);
  return targets.map(({ crossing, domain, cell }, number) => ({
    crossing,
    domain,
    cell,
    low: found.get(nameIn(`low${number}`, unknown.indexOf(targets[number]!))) ?? Number.NaN,
    high: found.get(nameIn(`high${number}`, unknown.indexOf(targets[number]!))) ?? Number.NaN,
  }));
}

interface Placed {
  readonly crossing: number;
  readonly domain: number;
  readonly cell: WorkingCell;
}

const allCells = ({ crossings }: WorkingTables, measure: number): Placed[] =>
  crossings.flatMap(({ domains, cells }, crossing) =>
    domains.flatMap((_, domain) => {
      const cell = cells[measure]?.[domain];
      return cell ? [{ crossing, domain, cell }] : [];
    }),
  );

interface Equation {
  /** Places among the unknown, with sign. */
  readonly terms: readonly (readonly [number, 1 | -1])[];
  readonly right: number;
}

/** Every cell is the sum of those that divide it, but for people without a code, of whom the attacker is told. */
function equationsOf(
  { crossings, lattice }: WorkingTables,
  cells: readonly Placed[],
  unknown: ReadonlySet<Placed>,
  { of }: Sought,
): Equation[] {
  const place = new Map([...unknown].map((cell, index) => [cell, index]));
  const groups = new Map(
    lattice.dimensions.find(({ id }) => id === "municipality")?.codes.map(({ code, group }) => [code, group]),
  );
  const keys = new Map(
    cells.map((cell) => {
      const { crossing, domains } = crossings[cell.crossing]!;
      return [keyOf(crossing, domains[cell.domain]!), cell];
    }),
  );
  const parts = new Map<string, { whole: Placed; parts: Placed[] }>();
  for (const cell of cells) {
    const { crossing, domains } = crossings[cell.crossing]!;
    const codes = domains[cell.domain]!;
    for (const [at, dimension] of crossing.entries()) {
      const others = keyOf(
        crossing.filter((_, one) => one !== at),
        codes.filter((_, one) => one !== at),
      );
      const wider = [others];
      if (dimension === "municipality")
        wider.push(
          keyOf(
            crossing.map((one, place) => (place === at ? "municipality-group" : one)),
            codes.map((code, place) => (place === at ? (groups.get(code) ?? "") : code)),
          ),
        );
      for (const key of wider) {
        const whole = keys.get(key);
        if (!whole) continue;
        const name = `${key} by ${dimension} in ${cell.crossing}`;
        const sum = parts.get(name) ?? { whole, parts: [] };
        sum.parts.push(cell);
        parts.set(name, sum);
      }
    }
  }
  return [...parts.values()].flatMap(({ whole, parts: held }) => {
    const terms = [...held.map((part) => [part, 1] as const), [whole, -1] as const].filter(([one]) =>
      unknown.has(one),
    );
    if (terms.length === 0) return [];
    return [
      {
        terms: terms.map(([one, sign]) => [place.get(one)!, sign] as const),
        right: terms.reduce((sum, [one, sign]) => sum + sign * of(one.cell), 0),
      },
    ];
  });
}

const keyOf = (crossing: readonly string[], codes: readonly string[]) =>
  crossing
    .map((dimension, at) => `${dimension}=${codes[at]}`)
    .sort()
    .join(" ");

interface Copy {
  readonly objective: string;
  readonly constraints: readonly string[];
  readonly limits: readonly string[];
  readonly names: readonly string[];
}

const nameIn = (copy: string, index: number) => `${copy}_${index}`;

/** One programme holds a copy of the unknown for each end of each interval: all are found at once. */
function copyOf(
  name: string,
  isLow: boolean,
  target: Placed,
  unknown: readonly Placed[],
  equations: readonly Equation[],
  { most }: Sought,
): Copy {
  const variable = (index: number) => nameIn(name, index);
  return {
    objective: `${isLow ? "+" : "-"} ${variable(unknown.indexOf(target))}`,
    constraints: equations.map(
      ({ terms, right }) =>
        `${terms.map(([index, sign]) => `${sign > 0 ? "+" : "-"} ${variable(index)}`).join(" ")} = ${right}`,
    ),
    limits: unknown.map(({ cell }, index) => {
      const highest = most(cell);
      return `0 <= ${variable(index)}${Number.isFinite(highest) ? ` <= ${highest}` : ` <= ${beyond}`}`;
    }),
    names: unknown.map((_, index) => variable(index)),
  };
}

/** More than anybody would think possible: keeps the programme bounded. */
const beyond = 100_000;

function solve(copies: readonly Copy[], isInteger: boolean): ReadonlyMap<string, number> {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-attack-"));
  try {
    const [programme, answer] = [join(folder, "attack.lp"), join(folder, "answer.txt")];
    const names = copies.flatMap((copy) => copy.names);
    writeFileSync(
      programme,
      [
        "Minimize",
        ` all: ${copies.map(({ objective }) => objective).join("\n ")}`,
        "Subject To",
        ...copies.flatMap(({ constraints }) => constraints).map((line, row) => ` r${row}: ${line}`),
        "Bounds",
        ...copies.flatMap(({ limits }) => limits).map((line) => ` ${line}`),
        ...(isInteger ? ["General", ...names.map((name) => ` ${name}`)] : []),
        "End",
        "",
      ].join("\n"),
    );
    const run = spawnSync("glpsol", ["--lp", programme, "-w", answer, "--tmlim", "60"], { encoding: "utf8" });
    if (run.error) throw run.error;
    return readAnswer(readFileSync(answer, "utf8"), columnsIn(programme, names));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** GLPK numbers columns in the order in which a programme first names them. */
function columnsIn(programme: string, names: readonly string[]): readonly string[] {
  const known = new Set(names);
  const found = readFileSync(programme, "utf8").match(/(low|high)\d+_\d+/g) ?? [];
  return [...new Set(found)].filter((name) => known.has(name));
}

/** Lines "j NUMBER STATUS VALUE …" of a basic solution, "j NUMBER VALUE" of an integer one. */
function readAnswer(text: string, columns: readonly string[]): ReadonlyMap<string, number> {
  const solution = text.match(/^s (bas|mip|ipt) .*$/m)?.[0].split(/\s+/) ?? [];
  const isOptimal = solution[1] === "mip" ? solution[4] === "o" : solution[4] === "f" && solution[5] === "f";
  if (!isOptimal) throw new Error(`GLPK found no optimum: ${solution.join(" ")}`);
  const found = new Map<string, number>();
  for (const line of text.split("\n")) {
    if (!line.startsWith("j ")) continue;
    const [, number, first, second] = line.split(" ");
    const value = solution[1] === "mip" ? first : second;
    found.set(columns[Number(number) - 1] ?? "", Number(value));
  }
  return found;
}
