import type { ComparedDefinition } from "../compared.ts";
import { type Part, readParts } from "../difference/parts.ts";
import { makeRenames, type Renames } from "../difference/renames.ts";
import { canShareColumn } from "../difference/types.ts";
import { languagesOf } from "../difference/wording.ts";
import { codeFindings } from "./code-pairs.ts";
import { finding, type MappingFinding } from "./finding.ts";
import { type Mapping, type MappingEntry, renamesIn } from "./mapping.ts";

/** Both versions, as far as a mapping speaks of them. */
export interface BothVersions {
  readonly before: ReadonlyMap<string, Part>;
  readonly after: ReadonlyMap<string, Part>;
  readonly renames: Renames;
  readonly source: string;
}

/**
 * What a mapping says that cannot be, whatever changed: names and codes that neither version has, items joined that do
 * not belong together, codes joined in silence. A mapping that only looks like an answer misleads whoever trusts it.
 */
export function counterpartFindings(
  mapping: Mapping | undefined,
  definitions: { readonly before: ComparedDefinition; readonly after: ComparedDefinition },
): MappingFinding[] {
  if (mapping === undefined) return [];
  const [old, now] = [readParts(definitions.before), readParts(definitions.after)];
  const renames = makeRenames(renamesIn(mapping));
  const { source } = languagesOf(old, now, renames);
  const versions: BothVersions = { before: old.parts, after: now.parts, renames, source };
  return mapping.entries.flatMap((entry, i) => {
    const strangers = unknownNames(entry, i, versions);
    if (strangers.length > 0) return strangers;
    return [
      ...mismatched(entry, i, versions),
      ...unlike(entry, i, versions),
      ...codeFindings(entry, i, versions),
    ];
  });
}

/** The questionnaire itself is spoken of as "". */
function unknownNames({ before, after }: MappingEntry, i: number, versions: BothVersions): MappingFinding[] {
  return (["before", "after"] as const).flatMap((side) =>
    (side === "before" ? before : after)
      .filter((address) => address !== "" && !versions[side].has(address))
      .map((address) =>
        finding("unknown", `entries[${i}].${side}`, {
          en: `The ${side === "before" ? "earlier" : "later"} version has no item "${address}". Correct the name.`,
          lt: `${side === "before" ? "Ankstesnėje" : "Vėlesnėje"} versijoje klausimo „${address}“ nėra. Pataisykite vardą.`,
        }),
      ),
  );
}

/** What is said of an item must speak of that item in both versions. */
function mismatched(entry: MappingEntry, i: number, versions: BothVersions): MappingFinding[] {
  const wrong = entry.before.flatMap((from) =>
    entry.after.filter((to) => !belong(entry.kind, from, to, versions)).map((to) => [from, to] as const),
  );
  return wrong.slice(0, 1).map(([from, to]) =>
    finding("contradiction", `entries[${i}]`, {
      en: `"${from}" and "${to}" stand beside each other in both versions: they are two items, and this entry (${entry.kind}) joins them. Name one item on both sides, or say first that it was renamed.`,
      lt: `„${from}“ ir „${to}“ yra du atskiri klausimai, o šis įrašas (${entry.kind}) juos sujungia. Abiejose pusėse nurodykite tą patį klausimą arba pirmiausia įrašykite, kad jis pervadintas.`,
    }),
  );
}

/** Several items may become one that was there before; one item becomes only itself or what is new. */
function belong(
  kind: MappingEntry["kind"],
  from: string,
  to: string,
  { before, after, renames }: BothVersions,
): boolean {
  if (renames.of(from) === to || kind === "renamed") return true;
  if (kind === "merged") return !after.has(renames.of(from));
  const isNew = !before.has(to) || renames.of(to) !== to;
  if (kind === "split") return isNew;
  return kind === "not-comparable" && isNew && !after.has(renames.of(from));
}

/** Answers that are merged end in one column. */
function unlike({ kind, before, after }: MappingEntry, i: number, versions: BothVersions): MappingFinding[] {
  if (kind !== "merged") return [];
  const into = versions.after.get(after[0] ?? "")?.node;
  const other = before.find((address) => {
    const from = versions.before.get(address)?.node;
    return from !== undefined && into !== undefined && !canShareColumn(from, into);
  });
  if (other === undefined) return [];
  return [
    finding("contradiction", `entries[${i}]`, {
      en: `"${other}" stores another kind of answer than "${after[0]}": one column cannot hold both. Say "not-comparable".`,
      lt: `„${other}“ ir „${after[0]}“ įrašo skirtingos rūšies atsakymus: viename stulpelyje jie netelpa. Rašykite „not-comparable“.`,
    }),
  ];
}
