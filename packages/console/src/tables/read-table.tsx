import type { ReactNode } from "react";
import { useSpeech } from "../shell/index.ts";
import { Button, type DataColumn, DataTable, Icon, notify, writeToClipboard } from "../widgets/index.ts";
import { saveFile } from "./save-file.ts";
import { type Plain, semicolonSeparated } from "./semicolon-separated.ts";
import { tabSeparated } from "./tab-separated.ts";

/** A column that can be carried elsewhere: what is seen, and what stands in a copied or saved table. */
export interface TableColumn<R> extends DataColumn<R> {
  /** In the saved table; in the copied one too where it is words. */
  readonly plain: (row: R) => Plain;
}

interface ReadTableProps<R> {
  label: string;
  columns: readonly TableColumn<R>[];
  rows: readonly R[];
  rowId: (row: R) => string;
  sortedBy: string;
  /** Name of the saved file without its ending; without it nothing can be saved. */
  fileName?: string;
  testId?: string;
  /** What else can be done with the table. */
  children?: ReactNode;
}

/** A table to read, to copy into a spreadsheet and to save. */
export function ReadTable<R>({ columns, rows, fileName, testId, children, ...table }: ReadTableProps<R>) {
  const { language, strings } = useSpeech();
  const { tables, shell } = strings;
  const heads = columns.map(({ title }) => title);
  const plain = () => rows.map((row) => columns.map((column) => column.plain(row)));
  const copy = () =>
    writeToClipboard(tabSeparated([heads, ...plain().map((cells) => cells.map(words))])).then(
      () => notify({ sentence: tables.copied }),
      () => notify({ sentence: shell.copyFailed }),
    );
  const words = (cell: Plain) =>
    typeof cell === "number" && language === "lt" ? String(cell).replace(".", ",") : String(cell ?? "");
  const save = () =>
    saveFile(
      `${fileName}.csv`,
      "text/csv;charset=utf-8",
      semicolonSeparated([heads, ...plain()], language === "lt" ? "," : "."),
    );
  return (
    <div className="read-table" {...(testId === undefined ? {} : { "data-testid": testId })}>
      <DataTable columns={columns} rows={rows} {...table} />
      <div className="acts">
        <Button kind="plain" onPress={() => void copy()}>
          <Icon name="copy" />
          {tables.copy}
        </Button>
        {fileName === undefined ? null : (
          <Button kind="plain" onPress={save}>
            <Icon name="download" />
            {tables.save}
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}
