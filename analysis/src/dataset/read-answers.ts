import { type VariableDescription, variablesOf } from "@tiltas/instrument/codebook";
import { type Instrument, type Item, isFilled, type MissingReason } from "@tiltas/instrument/definition";
import type { Answers, Offering } from "@tiltas/instrument/plan";
import { type KeptCell, type RowCells, reasonCell } from "./cells.ts";
import { type AnswerReader, answerReaderOf } from "./read-item.ts";

type Items = Pick<Instrument, "items">;
type OfferingOf = (item: Item) => Offering;

/**
 * Turns the answers of one response into the cells of its version's variables. `asked`: by item 1 where it was asked;
 * `deciding`: those of the answers that decide which rows came up.
 */
export type AnswersReader = (
  answers: Answers,
  asked: Uint8Array,
  cells: RowCells,
  deciding?: Answers,
) => void;

/**
 * How answers to these items become cells. An answer to an item that was not asked counts as absent; items that the
 * application fills in or draws count though nobody is asked, and are "not-asked" where they were left empty. So is
 * an empty cell of a row that these answers did not bring up. An empty cell is else, in this order: what the companion
 * item says; "no-answer" when a later item was answered by the respondent; else "not-reached".
 */
export function readerOfAnswers({ items }: Items, offering?: OfferingOf): AnswersReader {
  const sources = sourcesOf({ items }, offering);
  const explain = companionReasons({ items });
  const explained = ({ explainedBy = "" }: ItemSource, answers: Answers) =>
    explain.get(explainedBy)?.(own(answers, explainedBy));
  const isAnswered = (place: number, answers: Answers) => !isEmpty(own(answers, items[place]?.name ?? ""));
  const filled = Uint8Array.from(items, (item) => (isFilled(item) ? 1 : 0));
  const lastAnswered = (answers: Answers, asked: Uint8Array): number => {
    for (let place = items.length - 1; place >= 0; place--)
      if (asked[place] === 1 && filled[place] === 0 && isAnswered(place, answers)) return place;
    return -1;
  };
  return (answers, asked, cells, deciding = answers) => {
    cells.clear();
    let last: number | undefined;
    for (const source of sources) {
      const { first, end, place } = source;
      if (!source.filled && asked[place] === 0) {
        cells.kept.fill(reasonCell["not-asked"], first, end);
        continue;
      }
      const empty = source.read(own(answers, source.item), cells, first);
      if (empty === 0) continue;
      last ??= lastAnswered(answers, asked);
      const given = explained(source, answers);
      const why = given ?? (place < last ? "no-answer" : "not-reached");
      explainEmpty(source, deciding, cells.kept, reasonCell[source.filled ? "not-asked" : why]);
    }
  };
}

/** Where the cells of one item come from and go to. */
interface ItemSource {
  readonly item: string;
  /** Place of the item in the questionnaire. */
  readonly place: number;
  /** Its variables: from `first` to before `end`. */
  readonly first: number;
  readonly end: number;
  readonly filled: boolean;
  readonly explainedBy: string | undefined;
  /** Of rows that depend on answers: by variable whether these brought it up. */
  readonly shown: readonly ((answers: Answers) => boolean)[] | undefined;
  readonly read: AnswerReader;
}

function sourcesOf({ items }: Items, offering: OfferingOf | undefined): ItemSource[] {
  const variables = variablesOf({ items });
  return items.flatMap((item, place) => {
    const first = variables.findIndex((variable) => variable.item === item.name);
    if (first < 0) return [];
    const own = variables.filter((variable) => variable.item === item.name);
    const source = {
      ...{ item: item.name, place, first, end: first + own.length, filled: isFilled(item) },
      explainedBy: own[0]?.explainedBy,
      shown: shownRows(own, offering?.(item)),
      read: answerReaderOf(item, own),
    };
    return [source];
  });
}

function shownRows(own: readonly VariableDescription[], offering: Offering | undefined): ItemSource["shown"] {
  const rows = offering?.rows;
  return (
    rows &&
    own.map(
      ({ part }) =>
        (answers: Answers) =>
          rows(part, answers),
    )
  );
}

function explainEmpty(
  { first, end, shown }: ItemSource,
  answers: Answers,
  kept: Uint16Array,
  why: KeptCell,
): void {
  for (let variable = first; variable < end; variable++) {
    if (kept[variable] !== 0) continue;
    kept[variable] = shown?.[variable - first]?.(answers) === false ? reasonCell["not-asked"] : why;
  }
}

/** For each item with the role "missing-reason": what its answer says. */
function companionReasons({ items }: Items): Map<string, (value: unknown) => MissingReason | undefined> {
  return new Map(
    items
      .filter(({ measure }) => measure.role === "missing-reason")
      .map((item) => {
        const byCode = new Map<unknown, MissingReason | undefined>(
          item.choices.map(({ code, missing }) => [code, missing]),
        );
        return [item.name, (value) => byCode.get(value)];
      }),
  );
}

/** What every object carries is no answer: all of it is functions, but for the prototype, which holds nothing. */
function own(answers: Answers, name: string): unknown {
  const value = answers[name];
  return typeof value === "function" ? undefined : value;
}

export function isRecord(value: unknown): value is Answers {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}
