import { type Instrument, isFilled } from "@tiltas/instrument/definition";

/** Something that happened during an interview: `at` in milliseconds of interview time. The shape of the contract's paradata. */
export interface InterviewEvent {
  readonly at: number;
  readonly kind: string;
  readonly page?: string | undefined;
  readonly item?: string | undefined;
}

/** How long one interview took, milliseconds with the window in front. */
export interface InterviewTimes {
  /** By item; those nobody can tell apart from others on their page are not there. */
  readonly items: ReadonlyMap<string, number>;
  readonly pages: ReadonlyMap<string, number>;
  /** The last page of an interview that did not come to its end; null of one that did. */
  readonly leftAt: string | null;
}

/** A stretch this long in which nothing happens is not answering: somebody went away with the page in front. */
export const awayAfter = 5 * 60_000;

const away = new Set(["focus-lost", "paused"]);
const back = new Set(["focus-regained", "resumed", "page-shown"]);

/**
 * Item times by the rule of docs/methods/paradata.md. A stretch between two events belongs to the page that was shown,
 * unless the window was out of sight or the stretch is longer than {@link awayAfter}. A stretch that ends with a change
 * of an item is that item's; where a page asks one item only, all of the page's time is.
 */
export function timesOf(instrument: Instrument, events: readonly InterviewEvent[]): InterviewTimes {
  const alone = itemsAlone(instrument);
  const [items, pages] = [new Map<string, number>(), new Map<string, number>()];
  let [page, isAway, isFinished]: [string | undefined, boolean, boolean] = [undefined, false, false];
  let since = 0;
  for (const event of events.toSorted((a, b) => a.at - b.at)) {
    const spent = event.at - since;
    if (page !== undefined && !isAway && spent <= awayAfter) {
      add(pages, page, spent);
      const item = alone.get(page) ?? (event.kind === "answer-changed" ? event.item : undefined);
      if (item !== undefined) add(items, item, spent);
    }
    since = event.at;
    if (away.has(event.kind)) isAway = true;
    if (back.has(event.kind) || event.kind === "answer-changed") isAway = false;
    if (event.kind === "page-shown") page = event.page;
    if (event.kind === "finished") isFinished = true;
  }
  return { items, pages, leftAt: isFinished ? null : (page ?? null) };
}

/** By page that asks a single item: its name. */
function itemsAlone({ items }: Instrument): Map<string, string> {
  const asked = Map.groupBy(
    items.filter((item) => !isFilled(item) && item.kind !== "calculated"),
    ({ page }) => page,
  );
  return new Map(
    [...asked].flatMap(([page, [first, ...others]]) =>
      first && others.length === 0 ? [[page, first.valueName ?? first.name]] : [],
    ),
  );
}

function add(times: Map<string, number>, name: string, milliseconds: number): void {
  times.set(name, (times.get(name) ?? 0) + milliseconds);
}
