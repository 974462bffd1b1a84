import type { PrintedAnswer, PrintedColumn, PrintedOption, PrintedRow } from "@tiltas/instrument/printing";
import {
  BorderStyle,
  type Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from "docx";
import { hanging } from "./styles.ts";
import type { Tongue } from "./tongue.ts";

/** The two languages of a print: the questions' and the notes'. */
export interface Tongues {
  readonly words: Tongue;
  readonly notes: Tongue;
  optionsFor(column: string): string;
}

const signs = { one: "○", several: "☐", rank: "__" } as const;
/** More options than this stand in columns, without lines between. */
const longList = 15;
/** Room between the margins of an A4 page, in twentieths of a point. */
const room = 9600;

/** The place for an answer; entries are printed by whoever prints questions. */
export function answerBlocks(answer: PrintedAnswer, tongues: Tongues): (Paragraph | Table)[] {
  switch (answer.kind) {
    case "options":
      return optionBlocks(answer.options, answer.mark, tongues);
    case "scale":
      return [scale(answer, tongues), ...optionBlocks(answer.beside, "one", tongues)];
    case "line":
      return Array.from({ length: answer.lines }, () => tongues.words.say("", { style: "Line" }));
    case "table":
      return table(answer.columns, answer.rows, tongues);
    case "parts":
      return [partsTable(answer.parts, tongues)];
    case "entries":
    case "none":
      return [];
    default:
      return answer satisfies never;
  }
}

function optionBlocks(
  options: readonly PrintedOption[],
  mark: keyof typeof signs,
  tongues: Tongues,
): (Paragraph | Table)[] {
  const lines = options.map((option, i) =>
    tongues.words.paragraph(optionRuns(option, mark, tongues), {
      style: options.length > longList ? "ListedOption" : "Option",
      keepNext: options.length <= longList && i < options.length - 1,
      ...(option.apart && !options[i - 1]?.apart && i > 0 ? { spacing: { before: 80, after: 20 } } : {}),
    }),
  );
  return options.length > longList ? [inColumns(lines, tongues)] : lines;
}

function optionRuns(option: PrintedOption, mark: keyof typeof signs, tongues: Tongues): ParagraphChild[] {
  return [
    tongues.words.run(signs[mark]),
    tongues.words.run(option.label, { tab: true }),
    ...beside(option, tongues),
    ...(option.writeIn ? [tongues.words.run(" ____________________")] : []),
  ];
}

/** Code in the data, remarks, and where to go on. */
function beside(
  { code, label, notes, goTo }: PrintedRow & { readonly goTo?: string },
  tongues: Tongues,
): ParagraphChild[] {
  return [
    ...(code === "" || code === label ? [] : [tongues.notes.run(`  ${code}`, { style: "Code" })]),
    ...notes.map((note) => tongues.notes.run(`  ${note}`, { style: "Aside" })),
    ...(goTo === undefined
      ? []
      : [tongues.notes.run(`  ${tongues.words.isRightToLeft ? "←" : "→"} ${goTo}`, { style: "GoTo" })]),
  ];
}

const noLine = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const hairline = { style: BorderStyle.SINGLE, size: 4, color: "B7B09C" } as const;
const noLines = {
  top: noLine,
  bottom: noLine,
  left: noLine,
  right: noLine,
  insideHorizontal: noLine,
  insideVertical: noLine,
};
const onlyRows = { ...noLines, top: hairline, bottom: hairline, insideHorizontal: hairline };

function inColumns(lines: readonly Paragraph[], tongues: Tongues): Table {
  const height = Math.ceil(lines.length / 3);
  const cells = [0, 1, 2].map((i) => lines.slice(i * height, (i + 1) * height));
  const children = cells.map((inside) =>
    cell(inside.length > 0 ? inside : [tongues.words.say("")], room / 3),
  );
  return framed([new TableRow({ children })], [room / 3, room / 3, room / 3], tongues, noLines);
}

function scale({ low, high, points }: Extract<PrintedAnswer, { kind: "scale" }>, tongues: Tongues): Table {
  const ends = [low, high].filter((end) => end !== undefined).length;
  const width = Math.min(800, Math.floor((room - hanging - ends * 1500) / Math.max(1, points.length)));
  const end = (text: string | undefined) =>
    text === undefined ? [] : [cell([tongues.words.say(text, { style: "Cell", keepNext: true })], 1500)];
  const marks = points.map(({ label }) =>
    cell([centred(signs.one, tongues), centred(label, tongues)], width),
  );
  const widths = [
    ...(low === undefined ? [] : [1500]),
    ...points.map(() => width),
    ...(high === undefined ? [] : [1500]),
  ];
  return framed(
    [new TableRow({ children: [...end(low), ...marks, ...end(high)], cantSplit: true })],
    widths,
    tongues,
    noLines,
    hanging,
  );
}

function table(
  columns: readonly PrintedColumn[],
  rows: readonly PrintedRow[],
  tongues: Tongues,
): (Paragraph | Table)[] {
  const first = Math.floor(room * 0.36);
  const width = Math.floor((room - hanging - first) / Math.max(1, columns.length));
  const lines = rows.map((row, i) => bodyRow(row, columns, [first, width], tongues, i < rows.length - 1));
  const keys = columns
    .filter(({ key }) => key.length > 0)
    .map(({ label, key }) =>
      tongues.notes.say(`${tongues.optionsFor(label)}: ${key.join("; ")}`, { style: "Note" }),
    );
  const widths = [first, ...columns.map(() => width)];
  const head = headRow(columns, [first, width], tongues);
  return [framed([head, ...lines], widths, tongues, onlyRows, hanging), ...keys];
}

/** Widths of the column of words, and of each other column. */
type Widths = readonly [first: number, other: number];

/** Repeated at the top of every page. */
function headRow(columns: readonly PrintedColumn[], [first, other]: Widths, tongues: Tongues): TableRow {
  const heads = columns.map((column) => {
    const runs = [tongues.words.run(column.label, { bold: true }), ...beside(column, tongues)];
    const look = { style: "Cell", alignment: "center", keepNext: true } as const;
    return cell([tongues.words.paragraph(runs, look)], other);
  });
  const corner = cell([tongues.words.say("", { style: "Cell", keepNext: true })], first);
  return new TableRow({ tableHeader: true, cantSplit: true, children: [corner, ...heads] });
}

function bodyRow(
  row: PrintedRow,
  columns: readonly PrintedColumn[],
  [first, other]: Widths,
  tongues: Tongues,
  keepNext: boolean,
): TableRow {
  const words = [tongues.words.run(row.label), ...beside(row, tongues)];
  const marks = columns.map(({ cell: mark }) =>
    cell([centred(mark === "line" ? "" : signs[mark], tongues, keepNext)], other),
  );
  return new TableRow({
    cantSplit: true,
    children: [cell([tongues.words.paragraph(words, { style: "Cell", keepNext })], first), ...marks],
  });
}

function partsTable(parts: readonly PrintedRow[], tongues: Tongues): Table {
  const widths = [3200, room - hanging - 3200];
  const rows = parts.map(
    (part) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(
            [
              tongues.words.paragraph([tongues.words.run(part.label), ...beside(part, tongues)], {
                style: "Cell",
              }),
            ],
            widths[0] ?? 0,
          ),
          cell([tongues.words.say("", { style: "Cell" })], widths[1] ?? 0),
        ],
      }),
  );
  return framed(rows, widths, tongues, onlyRows, hanging);
}

function centred(text: string, tongues: Tongues, keepNext = true): Paragraph {
  return tongues.words.say(text, { style: "Cell", alignment: "center", keepNext });
}

function cell(children: readonly Paragraph[], width: number): TableCell {
  return new TableCell({
    children: [...children],
    width: { size: Math.floor(width), type: WidthType.DXA },
    verticalAlign: "center",
    margins: { left: 60, right: 60 },
  });
}

function framed(
  rows: readonly TableRow[],
  columnWidths: readonly number[],
  { words }: Tongues,
  borders: typeof noLines | typeof onlyRows,
  indent = 0,
): Table {
  return new Table({
    rows,
    columnWidths: columnWidths.map(Math.floor),
    width: { size: columnWidths.reduce((sum, width) => sum + Math.floor(width), 0), type: WidthType.DXA },
    layout: "fixed",
    borders,
    ...(indent === 0 ? {} : { indent: { size: indent, type: WidthType.DXA } }),
    ...(words.isRightToLeft ? { visuallyRightToLeft: true } : {}),
  });
}
