import { describeChoice, type OptionReading, readChoices, readOptions } from "./choices.ts";
import { given, numberGiven, stringGiven } from "./given.ts";
import type { Item, ItemKind } from "./item.ts";
import { cellTypeOf, type OutlineNode } from "./outline.ts";
import { rungsOf } from "./rungs.ts";
import { isKindOf } from "./surveyjs/classes.ts";
import { inAll, readText } from "./text.ts";

/** What a class of question adds to an item beyond name, title and conditions; its parts are read elsewhere. */
export type Content = Pick<Item, "kind" | "choices" | "rows"> &
  Pick<Partial<Item>, "minimum" | "maximum" | "maximumLength">;

/** Whether a part asks something; words, pictures and parts of unknown type do not. */
export function takesAnswer(node: OutlineNode): boolean {
  return readerOf(questionIn(node).type) !== undefined;
}

/** Kind, options, rows and limits of the answer that a question takes. */
export function readContent(node: OutlineNode, reading: OptionReading): Content {
  const question = questionIn(node);
  const read = readerOf(question.type) ?? bare("text");
  return read(question, reading);
}

function questionIn(node: OutlineNode): OutlineNode {
  return node.type === "matrixdropdowncolumn" ? cellOf(node) : node;
}

function readerOf(type: string): Read | undefined {
  return readers.find(([ancestor]) => isKindOf(type, ancestor))?.[1];
}

/** The question in the cells of a column; without options of its own it takes those of the matrix. */
function cellOf(column: OutlineNode): OutlineNode {
  const type = cellTypeOf(column.json, column.parent?.json);
  const hasOptions = column.children.some(({ slot }) => slot === "choices");
  const children =
    hasOptions || !isKindOf(type, "selectbase") ? column.children : (column.parent?.children ?? []);
  return { ...column, type, children };
}

type Read = (node: OutlineNode, reading: OptionReading) => Content;

/** By class, the most particular first. */
const readers: readonly (readonly [string, Read])[] = [
  ["ranking", select("ranking")],
  ["checkbox", select("multiple")],
  [
    "imagepicker",
    (node, reading) => select(given(node, "multiSelect") === true ? "multiple" : "single")(node, reading),
  ],
  ["imagemap", readAreas],
  ["selectbase", select("single")],
  ["rating", readRating],
  ["boolean", readBoolean],
  ["slider", readSlider],
  ["comment", readOwnWords],
  ["text", readLine],
  ["multipletextitem", readLine],
  ["file", bare("file")],
  ["signaturepad", bare("file")],
  ["expression", bare("calculated")],
  [
    "matrixdropdown",
    (node, reading) => ({ kind: "grid", choices: [], rows: readChoices(node, "rows", reading) }),
  ],
  ["matrixdynamic", bare("roster")],
  ["paneldynamic", bare("roster")],
  ["matrix", readMatrix],
  ["multipletext", bare("composite")],
];

function bare(kind: ItemKind): Read {
  return () => ({ kind, choices: [], rows: [] });
}

function select(kind: ItemKind): Read {
  return (node, reading) => ({ kind, choices: readOptions(node, reading), rows: [] });
}

function readAreas(node: OutlineNode, reading: OptionReading): Content {
  const kind = given(node, "multiSelect") === false ? "single" : "multiple";
  return { kind, choices: readChoices(node, "areas", reading), rows: [] };
}

/** Several codes may be chosen in each row where the cells are checkboxes: then each row is a part of its own. */
function readMatrix(node: OutlineNode, reading: OptionReading): Content {
  if (given(node, "cellType") === "checkbox") return { kind: "composite", choices: [], rows: [] };
  const choices = readChoices(node, "columns", reading, reading.missing);
  return { kind: "matrix", choices, rows: readChoices(node, "rows", reading) };
}

function readRating(node: OutlineNode, reading: OptionReading): Content {
  const written = readChoices(node, "rateValues", reading, reading.missing);
  const isWritten = written.length > 0 && given(node, "autoGenerate") !== true;
  const choices = isWritten
    ? written
    : rungsOf(node).map((rung) => describeChoice(rung, inAll(String(rung), reading.languages), reading));
  const numbers = choices.flatMap(({ code }) => (typeof code === "number" ? [code] : []));
  if (numbers.length === 0) return { kind: "rating", choices, rows: [] };
  return { kind: "rating", choices, rows: [], minimum: Math.min(...numbers), maximum: Math.max(...numbers) };
}

/** The answer is true or false, in codes "true" and "false", unless the question names two other codes. */
function readBoolean(node: OutlineNode, reading: OptionReading): Content {
  const choices = (["True", "False"] as const).map((side) => {
    const code = codeGiven(given(node, `value${side}`)) ?? side.toLowerCase();
    const label = given(node, `label${side}`);
    const words = side === "True" ? "Yes" : "No";
    return describeChoice(code, readText(label ?? words, reading.languages), reading);
  });
  return { kind: "boolean", choices, rows: [] };
}

function codeGiven(value: unknown): string | number | undefined {
  if (typeof value === "number" || (typeof value === "string" && value !== "")) return value;
  return typeof value === "boolean" ? String(value) : undefined;
}

function readSlider(node: OutlineNode): Content {
  const kind = given(node, "sliderType") === "range" ? "composite" : "number";
  return { kind, choices: [], rows: [], ...rangeOf(node, 0, 100) };
}

const numeric = ["number", "range"];
const dates = ["date", "datetime-local", "datetime", "time", "month", "week"];

/** A line to type in: what is typed decides whether it is a number, a date or words. */
function readLine(node: OutlineNode, reading: OptionReading): Content {
  const input = stringGiven(node, "inputType") ?? "text";
  const mask = stringGiven(node, "maskType") ?? "none";
  if (numeric.includes(input) || mask === "numeric" || mask === "currency")
    return { kind: "number", choices: [], rows: [], ...rangeOf(node) };
  if (dates.includes(input) || mask === "datetime") return { kind: "date", choices: [], rows: [] };
  return readOwnWords(node, reading);
}

function rangeOf(node: OutlineNode, least?: number, most?: number): Pick<Content, "minimum" | "maximum"> {
  const minimum = numberGiven(node, "min") ?? least;
  const maximum = numberGiven(node, "max") ?? most;
  return {
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

/** Longest own-words answer, in code points, where the questionnaire names no limit. */
const longestText = 20_000;

function readOwnWords(node: OutlineNode, _reading: OptionReading): Content {
  const limit = numberGiven(node, "maxLength");
  const maximumLength = limit !== undefined && limit > 0 ? Math.min(limit, longestText) : longestText;
  return { kind: "text", choices: [], rows: [], maximumLength };
}
