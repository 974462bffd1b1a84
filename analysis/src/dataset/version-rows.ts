import { type VariableDescription, variablesOf } from "@tiltas/instrument/codebook";
import { type Instrument, type Item, itemWithRole } from "@tiltas/instrument/definition";
import { drawingOf, namesReadBy } from "@tiltas/instrument/drawing";
import {
  type Answers,
  compileConditions,
  NamedAnswers,
  type Offering,
  offeringsIn,
  type PlacedAnswers,
} from "@tiltas/instrument/plan";
import { AnswerText, isRecord } from "./answer-text.ts";
import { RowCells } from "./cells.ts";
import { KeptRows } from "./kept-rows.ts";
import { type PartsAsked, partsAskedIn } from "./parts-asked.ts";
import { type AnswersReader, readerOfAnswers } from "./read-answers.ts";
import { keptKindOf, type RowLayout } from "./row-layout.ts";
import { bySameAnswers, placesOf } from "./same-answers.ts";

/** An option of a drawn item: its chance is kept. */
export interface DrawnOption {
  readonly name: string;
  readonly item: string;
  readonly code: string;
}

/** The variables of one version of an instrument, as its responses are kept. */
export interface VersionVariables {
  readonly variables: readonly VariableDescription[];
  readonly drawn: readonly DrawnOption[];
  readonly lists: readonly { readonly name: string; readonly variables: readonly VariableDescription[] }[];
}

export function versionVariables(instrument: Pick<Instrument, "items">): VersionVariables {
  const variables = variablesOf(instrument);
  const drawn = new Set(
    instrument.items.filter(({ measure }) => measure.role === "drawn").map(({ name }) => name),
  );
  return {
    variables,
    drawn: variables
      .filter(({ item }) => drawn.has(item))
      .map(({ name, item, part }) => ({ name, item, code: String(part) })),
    lists: instrument.items.flatMap(({ kind, name, parts = [] }) =>
      kind === "roster" ? [{ name, variables: variablesOf({ items: parts }) }] : [],
    ),
  };
}

/**
 * Everything kept of the responses that pin one version: a row each, and the members of their lists. What is kept of a
 * row links, list by list, to its first member and says how many there are.
 */
export class VersionRows {
  readonly known: VersionVariables;
  readonly responses: KeptRows;
  readonly lists: readonly KeptRows[];

  /** @param responses and `lists`: tables that were begun before; new ones when left out */
  constructor(known: VersionVariables, responses?: KeptRows, lists?: readonly KeptRows[]) {
    const layouts = layoutsOf(known);
    this.known = known;
    this.responses = responses ?? new KeptRows(layouts.responses);
    this.lists = lists ?? layouts.lists.map((layout) => new KeptRows(layout));
  }
}

/** What a row of a response keeps, and one of a member of each list. */
export interface VersionLayouts {
  readonly responses: RowLayout;
  readonly lists: readonly RowLayout[];
}

export function layoutsOf({ variables, drawn, lists }: VersionVariables): VersionLayouts {
  return {
    responses: { variables: variables.map(keptKindOf), chances: drawn.length, links: 2 * lists.length },
    lists: lists.map((list) => ({ variables: list.variables.map(keptKindOf), chances: 0, links: 1 })),
  };
}

/** Keeps the answers (JSON text) of one response. @returns its place, or -1 for who was screened out: nothing is kept */
export type ResponseReader = (answers: string) => number;

/** The reader for responses that pin this version. */
export function readerInto({ known, responses, lists }: VersionRows, instrument: Instrument): ResponseReader {
  const offering = offeringsIn(instrument);
  const read = readerOfAnswers(instrument, offering);
  const decides = deciding(instrument, offering);
  const answers = new AnswerText(instrument.items, (name) => decides.has(name.toLowerCase()));
  const cells = new RowCells(known.variables.length);
  const plan = compileConditions(instrument);
  const chancesOf = chancesReader(instrument, known);
  const entrance = entranceOf(instrument);
  const readLists = lists.map((rows, i) => listReader(instrument, known.lists[i]?.name ?? "", rows));
  return (text) => {
    const asked = plan.mark(answers.of(text));
    if (entrance !== -1 && asked[entrance] === 0) return -1;
    const few = answers.wanted();
    read(answers, asked, cells, few);
    const slot = responses.rows;
    const links = readLists.flatMap((readList) => readList(answers, asked, slot));
    return responses.append(cells, chancesOf(answers, few), links);
  };
}

/** The place of the item that everyone who belongs to the study is asked: where they live. */
function entranceOf(instrument: Instrument): number {
  const item = itemWithRole(instrument, "actual-municipality") ?? itemWithRole(instrument, "municipality");
  return instrument.items.findIndex(({ name }) => name === item?.name);
}

/** Names, in small letters, of the answers by which rows come up and options are drawn. */
function deciding({ items }: Instrument, offering: (item: Item) => Offering): ReadonlySet<string> {
  return new Set([...items.flatMap((item) => offering(item).rowsRead), ...drawnBy(items)]);
}

/** The names, in small letters, of the answers that draws rest on. */
function drawnBy(items: readonly Item[]): readonly string[] {
  return items.flatMap(({ measure: { draw } }) => {
    const conditions = Object.values(draw?.eligible ?? {}).flatMap(namesReadBy);
    return [draw?.from, draw?.by, ...conditions].flatMap((name) => name?.toLowerCase() ?? []);
  });
}

/** Chances of the drawn options. */
function chancesReader(instrument: Instrument, { drawn }: VersionVariables) {
  if (drawn.length === 0) return () => [];
  const { chances } = drawingOf(instrument);
  const places = placesOf(instrument.items, drawnBy(instrument.items));
  return bySameAnswers(places, (_answers, few: Answers): readonly number[] => {
    const own = chances(few);
    return drawn.map(({ item, code }) => own[item]?.[code] ?? Number.NaN);
  });
}

/** Keeps the members of one list of a respondent. @returns place of the first, and how many */
type ListReader = (answers: PlacedAnswers, asked: Uint8Array, owner: number) => [number, number];

/** None where routing skips the list, or it was left empty. */
function listReader(instrument: Instrument, name: string, rows: KeptRows): ListReader {
  const place = instrument.items.findIndex((item) => item.name === name && item.kind === "roster");
  const parts = instrument.items[place]?.parts ?? [];
  const read: AnswersReader = readerOfAnswers({ items: parts });
  const cells = new RowCells(rows.layout.kept.length);
  const named = new NamedAnswers(parts);
  const askedOf = askedByPlace(partsAskedIn(instrument, name, parts), parts);
  return (answers, asked, owner) => {
    const members = asked[place] === 1 ? answers.valueAt(place) : undefined;
    const given = Array.isArray(members) ? members.filter(isRecord) : [];
    const first = rows.rows;
    given.forEach((entry, member) => {
      read(named.of(entry), askedOf(answers, entry, member), cells, entry);
      rows.append(cells, [], [owner]);
    });
    return [first, given.length];
  };
}

function askedByPlace(askedOf: PartsAsked, parts: readonly Item[]) {
  const marks = new Uint8Array(parts.length);
  return (answers: PlacedAnswers, entry: Answers, member: number): Uint8Array => {
    const asked = askedOf(answers, entry, member);
    parts.forEach(({ name }, place) => {
      marks[place] = asked.has(name) ? 1 : 0;
    });
    return marks;
  };
}
