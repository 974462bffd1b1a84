import type { IndicatorDefinition } from "@tiltas/analysis/indicators";
import type { Instrument, Item } from "@tiltas/instrument/definition";
import { indicatorReferences, itemOf } from "@tiltas/instrument/versions";

/** What one item is asked for. */
export interface ItemUses {
  readonly item: string;
  /** Ids of the indicators that read it. */
  readonly indicators: readonly string[];
  /** Everything else it is needed for; empty beside no indicator: nothing uses it, so nobody should be asked. */
  readonly others: readonly ("weight" | "breakdown" | "filter" | "check")[];
}

/** What every item of an instrument is asked for. */
export function usesOf(
  instrument: Pick<Instrument, "items">,
  indicators: readonly IndicatorDefinition[],
): ItemUses[] {
  const readers = new Map<string, string[]>();
  for (const indicator of indicators)
    for (const name of itemsRead(indicator)) readers.set(name, [...(readers.get(name) ?? []), indicator.id]);
  return instrument.items.map((item) => ({
    item: item.name,
    indicators: readers.get(item.name) ?? [],
    others: otherUses(item, instrument.items),
  }));
}

/** Items that an indicator reads: of variables such as `mun_criteria.fit`, the part before the dot. */
export function itemsRead(indicator: IndicatorDefinition): ReadonlySet<string> {
  const references = indicatorReferences({ indicators: [indicator] });
  return new Set(references.map(({ variable }) => itemOf(variable)));
}

function otherUses(item: Item, items: readonly Item[]): ItemUses["others"] {
  const uses = new Set<ItemUses["others"][number]>();
  const { role, domain, explains } = item.measure;
  if (role === "stratifier") uses.add("breakdown");
  else if (role === "screener" || explains !== undefined || domain === "debrief") uses.add("check");
  else if (role !== undefined) uses.add("weight");
  if (items.some((other) => other !== item && asksBy(item.name, other))) uses.add("filter");
  return [...uses];
}

/** Whether a condition of one item, or of its parts, looks at another. */
function asksBy(name: string, { conditions, parts = [] }: Item): boolean {
  const reference = new RegExp(`\\{${name}[}.\\[]`);
  return (
    conditions.some((condition) => reference.test(condition)) || parts.some((part) => asksBy(name, part))
  );
}
