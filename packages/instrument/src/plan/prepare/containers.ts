import type { Expression, MakeQuestion, Preparing } from "../questions/shapes.ts";
import { Composite } from "../run/composite.ts";
import { FixedGrid } from "../run/fixed-grid.ts";
import type { PreparedGrid } from "../run/grid.ts";
import type { GridRow } from "../run/grid-row.ts";
import { GrowingGrid } from "../run/growing-grid.ts";
import { Matrix, type PreparedItem, type PreparedMatrix } from "../run/matrix.ts";
import { Roster } from "../run/roster.ts";
import type { CompositeSpec, GridSpec, ItemSpec, MatrixSpec, QuestionSpec, RosterSpec } from "../specs.ts";
import type { ElementPreparer } from "./elements.ts";
import type { Around } from "./reading.ts";

/** Questions that hold others; undefined for all other questions. */
export function prepareContainer(
  spec: QuestionSpec,
  around: Around | undefined,
  elements: ElementPreparer,
  preparing: Preparing,
): MakeQuestion | undefined {
  if (spec.matrix) return prepareMatrix(spec.matrix, preparing);
  if (spec.composite) return prepareComposite(spec.composite, around, elements);
  if (spec.roster) return prepareRoster(spec, spec.roster, around, elements);
  if (spec.grid) return prepareGrid(spec, spec.grid, around, elements);
  return undefined;
}

function prepareGrid(
  owner: QuestionSpec,
  spec: GridSpec,
  outer: Around | undefined,
  elements: ElementPreparer,
): MakeQuestion {
  const around: Around = { kind: "row", owner, outer };
  const inRow = elements.preparing({ names: elements.names, self: undefined, around });
  const cellOf = (cell: QuestionSpec) => {
    const make = elements.question(cell, around);
    return (row: GridRow) => {
      const prefix = row.owner.prefixes.get(row) ?? "";
      return make(
        undefined,
        { run: row.owner.run, entry: row },
        { data: row, parentQuestion: row.owner, prefix },
      );
    };
  };
  const grid: PreparedGrid = {
    columns: spec.columns.map(({ name, isUnique, cell }) => ({
      name,
      isUnique,
      defaultValue: cell.defaultValue,
    })),
    makeCells: spec.columns.map(({ cell }) => cellOf(cell)),
    makeTotals: spec.columns.flatMap(({ total }) => (total ? [cellOf(total)] : [])),
    makeDetail: spec.detail ? elements.panel(spec.detail, around) : undefined,
    rows: spec.rows.map((row) => preparedItem(row, inRow)),
    rowsVisibleIf: bound(spec.rowsVisibleIf, inRow),
    hideIfRowsEmpty: spec.hideIfRowsEmpty,
    keyMessage: spec.keyMessage,
    dynamic: spec.dynamic,
  };
  const { dynamic } = spec;
  return dynamic
    ? (prepared, home) => new GrowingGrid(prepared, home, grid, dynamic)
    : (prepared, home) => new FixedGrid(prepared, home, grid);
}

function prepareRoster(
  owner: QuestionSpec,
  roster: RosterSpec,
  outer: Around | undefined,
  elements: ElementPreparer,
): MakeQuestion {
  const makePanel = elements.panel(roster.template, { kind: "entry", owner, outer });
  return (prepared, home) => new Roster(prepared, home, roster, makePanel);
}

function prepareMatrix(spec: MatrixSpec, preparing: Preparing): MakeQuestion {
  const { rowsVisibleIf, columnsVisibleIf, rows, columns, ...rest } = spec;
  const matrix: PreparedMatrix = {
    ...rest,
    rows: rows.map((row) => preparedItem(row, preparing)),
    columns: columns.map((column) => preparedItem(column, preparing)),
    rowsVisibleIf: bound(rowsVisibleIf, preparing),
    columnsVisibleIf: bound(columnsVisibleIf, preparing),
  };
  return (prepared, home) => new Matrix(prepared, home, matrix);
}

function prepareComposite(
  { items }: CompositeSpec,
  around: Around | undefined,
  elements: ElementPreparer,
): MakeQuestion {
  const makers = items.map((item) => elements.question(item, around));
  return (prepared, home) =>
    new Composite(prepared, home, (composite) =>
      makers.map((make) =>
        make(undefined, home, {
          data: composite,
          parentQuestion: composite,
          prefix: `${home.prefix}${prepared.name}.`,
        }),
      ),
    );
}

export function preparedItem(
  { value, text, visibleIf, enableIf }: ItemSpec,
  preparing: Preparing,
): PreparedItem {
  return { value, text, visibleIf: bound(visibleIf, preparing), enableIf: bound(enableIf, preparing) };
}

export function bound(text: string | undefined, preparing: Preparing): Expression | undefined {
  return text === undefined ? undefined : preparing.expression(text);
}
