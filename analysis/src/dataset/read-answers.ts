import { type VariableDescription, variablesOf } from "@tiltas/instrument/codebook";
import { type Instrument, type Item, isFilled, type MissingReason } from "@tiltas/instrument/definition";
import type { Answers, Offering, PlacedAnswers } from "@tiltas/instrument/plan";
import { isRecord } from "./answer-text.ts";
import { type KeptCell, type RowCells, reasonCell } from "./cells.ts";
import { answerReaderOf } from "./read-item.ts";
import { type ItemCells, type ItemReader, remembering } from "./remembered-cells.ts";
import { bySameAnswers, placesOf } from "./same-answers.ts";

type Items = Pick<Instrument, "items">;
type OfferingOf = (item: Item) => Offering;

/**
 * Turns the answers of one response into the cells of its version's variables. `asked`: by item 1 where it was asked;
 * `deciding`: those of the answers that decide which rows came up.
 */
export type AnswersReader = (
  answers: PlacedAnswers,
  asked: Uint8Array,
  cells: RowCells,
  deciding: Answers,
) => void;

/**
 * How answers to these items become cells. An answer to an item that was not asked counts as absent; items that the
 * application fills in or draws count though nobody is asked, and are "not-asked" where they were left empty. So is
 * an empty cell of a row that these answers did not bring up. An empty cell is else, in this order: what the companion
 * item says; "no-answer" when a later item was answered by the respondent; else "not-reached".
 */
export function readerOfAnswers({ items }: Items, offering?: OfferingOf): AnswersReader {
  const sources = sourcesOf({ items }, offering);
  const filled = Uint8Array.from(items, (item) => (isFilled(item) ? 1 : 0));
  const lastAnswered = (answers: PlacedAnswers, asked: Uint8Array): number => {
    for (let place = items.length - 1; place >= 0; place--)
      if (asked[place] === 1 && filled[place] === 0 && !isEmpty(answers.valueAt(place))) return place;
    return -1;
  };
  return (answers, asked, cells, deciding) => {
    cells.clear();
    let last: number | undefined;
    for (let place = 0; place < sources.length; place++) {
      if (asked[place] === 0 && filled[place] === 0) continue;
      const source = sources[place];
      if (source === undefined) continue;
      const empty = source.read(answers, cells);
      if (empty === 0) continue;
      last ??= lastAnswered(answers, asked);
      const why = source.companion?.(answers) ?? (place < last ? "no-answer" : "not-reached");
      explainEmpty(
        source,
        answers,
        deciding,
        cells.kept,
        reasonCell[filled[place] === 1 ? "not-asked" : why],
      );
    }
  };
}

/** Where the cells of one item come from and go to. */
interface ItemSource extends ItemCells {
  /** What the item says that asks for the reason, where there is one. */
  readonly companion: Companion | undefined;
  /** Of rows that depend on answers: by variable whether these brought it up. */
  readonly shown: ((answers: PlacedAnswers, deciding: Answers) => ArrayLike<boolean>) | undefined;
  readonly read: ItemReader;
}

/** By place of the item; undefined for one without variables, such as own words. */
function sourcesOf({ items }: Items, offering: OfferingOf | undefined): (ItemSource | undefined)[] {
  const variables = variablesOf({ items });
  const companions = companionReasons({ items });
  return items.map((item, place) => {
    const first = variables.findIndex((variable) => variable.item === item.name);
    if (first < 0) return undefined;
    const own = variables.filter((variable) => variable.item === item.name);
    const cells = { place, first, end: first + own.length };
    return {
      ...cells,
      companion: companions.get(own[0]?.explainedBy ?? ""),
      shown: shownRows(own, items, offering?.(item)),
      read: remembering(answerReaderOf(item, own), cells),
    };
  });
}

function shownRows(
  own: readonly VariableDescription[],
  items: Items["items"],
  offering: Offering | undefined,
): ItemSource["shown"] {
  const { rows, rowsRead } = offering ?? {};
  if (rows === undefined) return undefined;
  return bySameAnswers(placesOf(items, rowsRead ?? []), (_answers, deciding: Answers) =>
    own.map(({ part }) => rows(part, deciding)),
  );
}

function explainEmpty(
  { first, end, shown }: ItemSource,
  answers: PlacedAnswers,
  deciding: Answers,
  kept: Uint16Array,
  why: KeptCell,
): void {
  const isShown = shown?.(answers, deciding);
  for (let variable = first; variable < end; variable++)
    if (kept[variable] === 0)
      kept[variable] = isShown?.[variable - first] === false ? reasonCell["not-asked"] : why;
}

type Companion = (answers: PlacedAnswers) => MissingReason | undefined;

/** For each item with the role "missing-reason": what its answer says. */
function companionReasons({ items }: Items): ReadonlyMap<string, Companion> {
  return new Map(
    items.flatMap(({ name, measure, choices }, place) => {
      if (measure.role !== "missing-reason") return [];
      const byCode = new Map<unknown, MissingReason | undefined>(
        choices.map(({ code, missing }) => [code, missing]),
      );
      return [[name, (answers: PlacedAnswers) => byCode.get(answers.valueAt(place))] as const];
    }),
  );
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}
