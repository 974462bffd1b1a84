import { columnLetters, element, type WorkbookPackage, xmlPart } from "../charts/index.ts";

/** A table with a name, as formulas and pivot tables address it. Its head is one row of distinct words. */
export interface NamedTable {
  /** Name of the sheet. */
  readonly sheet: string;
  /** Letters, digits and underscores; `Tiltas_` goes before it. */
  readonly name: string;
  /** Row of the head. */
  readonly head: number;
  readonly last: number;
  readonly columns: readonly string[];
  /** Buttons to filter by. */
  readonly filter: boolean;
}

const namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

/** @throws RangeError for a table without rows, or with two columns of one name: Excel would repair it */
export function addTables(workbook: WorkbookPackage, tables: readonly NamedTable[]): void {
  const taken = new Set<string>();
  let numbered = 0;
  for (const [sheet, own] of Map.groupBy(tables, (table) => table.sheet)) {
    const parts = own.map((table) => {
      refuse(table, taken);
      const part = `tables/table${++numbered}.xml`;
      workbook.add(`xl/${part}`, tablePart(table, numbered), contentType);
      const id = workbook.relate(workbook.sheetPart(sheet), "table", `../${part}`);
      return element("tablePart", { "r:id": id });
    });
    workbook.insert(sheet, "tableParts", element("tableParts", { count: parts.length }, ...parts));
  }
}

export const tableName = (name: string): string => `Tiltas_${name.replace(/[^A-Za-z0-9]+/g, "_")}`;

function tablePart({ name, head, last, columns, filter }: NamedTable, id: number): string {
  const ref = `A${head}:${columnLetters(columns.length)}${last}`;
  return xmlPart(
    element(
      "table",
      {
        xmlns: namespace,
        id,
        name: tableName(name),
        displayName: tableName(name),
        ref,
        totalsRowShown: 0,
      },
      filter ? element("autoFilter", { ref }) : "",
      element(
        "tableColumns",
        { count: columns.length },
        ...columns.map((column, i) => element("tableColumn", { id: i + 1, name: column })),
      ),
      element("tableStyleInfo", {
        showFirstColumn: 0,
        showLastColumn: 0,
        showRowStripes: 0,
        showColumnStripes: 0,
      }),
    ),
  );
}

function refuse({ name, sheet, head, last, columns }: NamedTable, taken: Set<string>): void {
  if (last <= head) throw new RangeError(`The table on "${sheet}" has no rows. Leave it out.`);
  const distinct = new Set(columns.map((column) => column.toLowerCase()));
  if (distinct.size < columns.length || distinct.has(""))
    throw new RangeError(
      `The table on "${sheet}" has two columns of one name, or one without. Name each column.`,
    );
  if (taken.has(tableName(name))) throw new RangeError(`Two tables are called ${tableName(name)}.`);
  taken.add(tableName(name));
}
