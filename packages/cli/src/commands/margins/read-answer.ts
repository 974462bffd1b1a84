import { readCsv } from "@tiltas/formats/tables";
import type { DesignRole } from "@tiltas/instrument/definition";
import { CommandError } from "../../terminal/index.ts";
import { type Asked, combinations } from "./cells.ts";

export interface ReadAnswer {
  readonly total: number;
  /** Counts of the margins that weights meet, by margin, then by cell as a margins file writes it. */
  readonly margins: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** What whoever reads it should know. */
  readonly notes: readonly string[];
}

/** Margins that are made from the table: sex within citizenship, since their make-up differs by it. */
const made: readonly (readonly [id: string, roles: readonly DesignRole[]])[] = [
  ["municipality", ["municipality"]],
  ["citizenship-by-sex", ["citizenship", "sex"]],
  ["residence-ground", ["residence-ground"]],
  ["age", ["age"]],
];

/** What a register writes for a number that it does not tell, and what is taken for it. */
const untold = { written: "<5", taken: 2.5 };

/**
 * Reads the filled table and adds it up to margins.
 *
 * @throws CommandError naming the line of a row that is not as it was asked for
 */
export function readAnswer(csv: string, asked: Asked): ReadAnswer {
  const { rows, lines } = readCsv(csv);
  const roles = [...asked.categories.keys()];
  const wanted = new Set(combinations(asked).map((cell) => cell.map(({ code }) => code).join(" ")));
  const sums = new Map(
    made
      .filter(([, own]) => own.every((role) => roles.includes(role)))
      .map(([id]) => [id, new Map<string, number>()]),
  );
  const seen = new Map<string, number>();
  let [total, small] = [0, 0];
  for (const [i, row] of rows.entries()) {
    const line = lines[i] ?? i + 2;
    const codes = roles.map((role) => row[role]?.trim() ?? "");
    const cell = codes.join(" ");
    refuseOtherRow({ cell, line, wanted, seen });
    seen.set(cell, line);
    if (row.count?.trim() === untold.written) small++;
    const count = countIn(row.count, line);
    total += count;
    for (const [id, own] of made) {
      const name = own.map((role) => `${role}=${codes[roles.indexOf(role)] ?? ""}`).join(";");
      const sum = sums.get(id);
      sum?.set(name, (sum.get(name) ?? 0) + count);
    }
  }
  if (seen.size < wanted.size)
    throw new CommandError(
      `${wanted.size - seen.size} of ${wanted.size} rows of the table are missing. Where nobody is counted, a row says 0; leave none out.`,
    );
  if (total === 0) throw new CommandError('The table counts nobody. Fill the column "count".');
  return { total, margins: withPeople(sums), notes: notesOn(small, sums) };
}

interface Row {
  readonly cell: string;
  readonly line: number;
  readonly wanted: ReadonlySet<string>;
  readonly seen: ReadonlyMap<string, number>;
}

function refuseOtherRow({ cell, line, wanted, seen }: Row): void {
  if (!wanted.has(cell))
    throw new CommandError(
      `Line ${line} of the answer names "${cell}", which was not asked for. Keep the codes of the table.`,
    );
  const earlier = seen.get(cell);
  if (earlier !== undefined)
    throw new CommandError(
      `Line ${line} of the answer counts "${cell}" again; line ${earlier} has it already. Keep one.`,
    );
}

function countIn(text: string | undefined, line: number): number {
  const written = text?.trim() ?? "";
  if (written === untold.written) return untold.taken;
  if (/^\d+$/.test(written)) return Number(written);
  throw new CommandError(
    `Line ${line} of the answer has "${written}" where a whole number stands. Write 0 where there is nobody, ${untold.written} where it may not be told.`,
  );
}

/** Categories without anybody are no cells of a margin. */
function withPeople(sums: ReadonlyMap<string, ReadonlyMap<string, number>>): ReadAnswer["margins"] {
  return new Map(
    [...sums].map(([id, cells]) => [
      id,
      new Map([...cells].flatMap(([name, sum]) => (sum > 0 ? [[name, Math.round(sum)] as const] : []))),
    ]),
  );
}

function notesOn(small: number, sums: ReadonlyMap<string, ReadonlyMap<string, number>>): string[] {
  const empty = [...sums].flatMap(([, cells]) =>
    [...cells].flatMap(([name, sum]) => (sum === 0 ? [name] : [])),
  );
  return [
    ...(small > 0
      ? [`${small} numbers were not told (${untold.written}); ${untold.taken} people stand for each.`]
      : []),
    ...(empty.length > 0
      ? [
          `Nobody is counted in: ${empty.join(", ")}. Respondents who say that they belong there are weighted without this margin.`,
        ]
      : []),
  ];
}
