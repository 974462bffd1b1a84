import { type ReactNode, useState } from "react";
import { Cell, Column, Row, type SortDescriptor, Table, TableBody, TableHeader } from "react-aria-components";
import { Icon } from "./icon.tsx";

export interface DataColumn<R> {
  readonly id: string;
  readonly title: string;
  readonly numeric?: boolean;
  readonly cell: (row: R) => ReactNode;
  /** Ascending order of two rows by this column. */
  readonly order: (one: R, other: R) => number;
}

interface DataTableProps<R> {
  label: string;
  columns: readonly DataColumn<R>[];
  rows: readonly R[];
  rowId: (row: R) => string;
  sortedBy: string;
}

/** A table of data: the head stays in sight, arrows move by cell, a column's head sorts. The first column names the row. */
export function DataTable<R>({ label, columns, rows, rowId, sortedBy }: DataTableProps<R>) {
  const [sort, setSort] = useState<SortDescriptor>({ column: sortedBy, direction: "ascending" });
  const by = columns.find((column) => column.id === sort.column);
  const sign = sort.direction === "ascending" ? 1 : -1;
  const sorted = by === undefined ? rows : [...rows].sort((one, other) => sign * by.order(one, other));
  return (
    // Home and End move by cell here; without this the browser also scrolls the box and hides the cell.
    <div className="table-box" onKeyDownCapture={keepBoxStill}>
      <Table aria-label={label} className="data-table" sortDescriptor={sort} onSortChange={setSort}>
        <TableHeader>
          {columns.map((column, index) => (
            <Column
              key={column.id}
              id={column.id}
              isRowHeader={index === 0}
              allowsSorting
              className={column.numeric ? "numeric" : "words"}
            >
              {({ sortDirection }) => <ColumnHead title={column.title} direction={sortDirection} />}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {sorted.map((row) => (
            <Row key={rowId(row)} id={rowId(row)}>
              {columns.map((column) => (
                <Cell key={column.id} className={column.numeric ? "numeric" : "words"}>
                  {column.cell(row)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function ColumnHead({
  title,
  direction,
}: {
  title: string;
  direction: "ascending" | "descending" | undefined;
}) {
  return (
    <span className="column-head">
      {title}
      <span className={direction === undefined ? "sort-mark sort-none" : "sort-mark"}>
        <Icon name={direction === "descending" ? "down" : "up"} />
      </span>
    </span>
  );
}

function keepBoxStill(event: { key: string; preventDefault(): void }) {
  if (event.key === "Home" || event.key === "End") event.preventDefault();
}
