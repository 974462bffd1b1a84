import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { unitsOf } from "@tiltas/analysis/pilot";
import { writeCsv } from "@tiltas/formats/tables";
import type { Instrument } from "@tiltas/instrument/definition";
import { CommandError, writeNamedFile } from "../../terminal/index.ts";
import { exampleMark, type PilotTable, pilotTables } from "./tables.ts";

/** Writes the empty tables of a pilot and a page that explains them. @returns the names of the files */
export function writeTemplates(folder: string, language: "lt" | "en", instrument?: Instrument): string[] {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new CommandError(`The folder "${folder}" cannot be made. Check that it is yours to write in.`);
  }
  const closed = instrument ? unitsOf(instrument).filter(isAskedAgain) : [];
  const tables: readonly PilotTable[] = Object.values(pilotTables);
  const filled = tables.find(({ file }) => existsSync(join(folder, file)));
  if (filled)
    throw new CommandError(
      `There is a "${filled.file}" in "${folder}" already, and what was written into it would be lost. Name another folder.`,
    );
  for (const table of tables) {
    const further =
      table.further === undefined
        ? []
        : closed.length > 0
          ? closed.map(({ name, codes }) => ({ name, example: String(codes[0] ?? 1) }))
          : [{ name: "bel_community", example: "4" }];
    const columns = [...table.columns, ...further];
    const example = Object.fromEntries(columns.map(({ name, example }) => [name, example]));
    const [first] = columns;
    if (first) example[first.name] = `${exampleMark} ${example[first.name]}`;
    writeNamedFile(
      join(folder, table.file),
      writeCsv(
        columns.map(({ name }) => name),
        [example],
      ),
    );
  }
  writeNamedFile(join(folder, "README.md"), explained(language, tables));
  return [...tables.map(({ file }) => file), "README.md"];
}

/** What can be compared with a first answer: one code or number. */
function isAskedAgain({ kind, variables }: ReturnType<typeof unitsOf>[number]): boolean {
  return variables.length === 1 && kind !== "multiple";
}

const intro = {
  lt: [
    "# Bandomojo tyrimo lentelės",
    "",
    `Pirmoji eilutė – stulpelių vardai, jų nekeiskite. Eilutės, kurios prasideda žodžiu ${exampleMark}, yra pavyzdžiai: jos neskaitomos, jas galima ištrinti. Rašykite UTF-8, skirkite kableliais.`,
    "",
    "**Jokių asmens duomenų:** nei vardų, nei el. pašto adresų, nei telefonų. Žmonės vadinami pseudonimais (P1, E1, I07), kurie čia niekur neatskleidžiami. Stulpelius, panašius į asmens duomenis, komanda atmeta.",
  ],
  en: [
    "# Tables of a pilot",
    "",
    `The first line holds the names of the columns; leave them as they are. Lines that begin with ${exampleMark} are examples: they are not read and may be deleted. Write UTF-8, separated by commas.`,
    "",
    "**No personal data:** no names, e-mail addresses or telephone numbers. People go by pseudonyms (P1, E1, I07) which are resolved nowhere here. Columns that look like personal data are refused.",
  ],
};

function explained(language: "lt" | "en", tables: readonly PilotTable[]): string {
  const [column, holds, may] =
    language === "lt"
      ? ["stulpelis", "kas jame", "galima palikti tuščią"]
      : ["column", "holds", "may be empty"];
  const again = {
    lt: "| *klausimo vardas* | vienas stulpelis kiekvienam klausimui: ką žmogus atsakė antrą kartą (kodas arba skaičius) |",
    en: "| *name of an item* | one column for each item: what was answered the second time (code or number) |",
  }[language];
  const sections = tables.flatMap(({ file, columns, further }) => [
    "",
    `## ${file}`,
    "",
    `| ${column} | ${holds} |`,
    "|---|---|",
    ...columns.map(
      ({ name, says, optional }) => `| \`${name}\` | ${says[language]}${optional ? ` (${may})` : ""} |`,
    ),
    ...(further ? [again] : []),
  ]);
  return `${[...intro[language], ...sections].join("\n")}\n`;
}
