import type { Change } from "../change.ts";
import type { ComparedDefinition } from "../compared.ts";
import { answers, entriesFor, weigh } from "../judgement/answers.ts";
import { describe } from "../words/describe.ts";
import { counterpartFindings } from "./counterparts.ts";
import { finding, type MappingFinding } from "./finding.ts";
import { type Mapping, type MappingEntry, MappingIndex } from "./mapping.ts";
import { undecided } from "./propose.ts";

/**
 * Holds a mapping against the changes it should answer: every break named, no idle or contradicting entry.
 *
 * @param definitions both versions; with them, names and codes that neither has are found too
 */
export function checkMapping(
  mapping: Mapping | undefined,
  changes: readonly Change[],
  definitions?: { readonly before: ComparedDefinition; readonly after: ComparedDefinition },
): MappingFinding[] {
  const index = new MappingIndex(mapping);
  const entries = mapping?.entries ?? [];
  return [
    ...changes.flatMap((change) => unanswered(change, index)),
    ...entries.flatMap(openQuestion),
    ...idleEntries(entries, changes, index),
    ...entries.flatMap(repeatedCodes),
    ...contradictions(entries),
    ...(definitions ? counterpartFindings(mapping, definitions) : []),
  ];
}

function unanswered(change: Change, index: MappingIndex): MappingFinding[] {
  const { isBreak, answer } = weigh(change, index);
  if (!isBreak || answer) return [];
  const said = describe(change);
  const hasCodes = entriesFor(change, index).some((entry) => "codes" in entry) && "list" in change;
  if (hasCodes)
    return [
      finding("code-missing", change.item, {
        en: `${said.en} The mapping's codes for this item do not name it.`,
        lt: `${said.lt} Atitikmenų kodai šiam klausimui jo neįvardija.`,
      }),
    ];
  return [
    finding("unanswered", change.item, {
      en: `${said.en} Say in mapping/N.json how old and new answers relate.`,
      lt: `${said.lt} Faile mapping/N.json nurodykite, kaip susiję seni ir nauji atsakymai.`,
    }),
  ];
}

function openQuestion({ note }: MappingEntry, i: number): MappingFinding[] {
  if (note?.trimStart().startsWith(undecided) !== true) return [];
  return [
    finding("undecided", `entries[${i}].note`, {
      en: "This entry was proposed and not decided: replace the note by your decision, or the entry by another.",
      lt: "Šis įrašas pasiūlytas, bet nenuspręstas: vietoj pastabos įrašykite sprendimą arba pakeiskite įrašą.",
    }),
  ];
}

/** An entry that answers no change is a slip: a name mistyped, or a change that was taken back. */
function idleEntries(
  entries: readonly MappingEntry[],
  changes: readonly Change[],
  index: MappingIndex,
): MappingFinding[] {
  const busy = new Set<MappingEntry>();
  for (const change of changes) {
    if (change.kind === "item-renamed")
      for (const entry of index.ofLater(change.item)) if (entry.kind === "renamed") busy.add(entry);
    const isOrigin = change.kind === "item-added" || change.kind === "item-removed";
    for (const entry of [...index.ofLater(change.item), ...index.ofEarlier(change.item)])
      if (answers(entry, change) || (isOrigin && ["split", "merged"].includes(entry.kind))) busy.add(entry);
  }
  return entries.flatMap((entry, i) =>
    busy.has(entry)
      ? []
      : [
          finding("idle", `entries[${i}]`, {
            en: `Nothing that changed is answered by this entry (${entry.kind}: ${namesIn(entry)}). Check the names, or take it out.`,
            lt: `Šis įrašas neatsako į jokį pakeitimą (${entry.kind}: ${namesIn(entry)}). Patikrinkite vardus arba įrašą pašalinkite.`,
          }),
        ],
  );
}

function namesIn({ before, after }: MappingEntry): string {
  return [...new Set([...before, ...after])].join(", ");
}

/** A recoding gives every old code one new one; several need "split". */
function repeatedCodes(entry: MappingEntry, i: number): MappingFinding[] {
  if (entry.kind !== "recoded" && entry.kind !== "merged") return [];
  const codes = (entry.codes ?? []).map(({ before }) => before);
  const twice = codes.find((code, at) => codes.indexOf(code) < at);
  if (twice === undefined) return [];
  return [
    finding("contradiction", `entries[${i}].codes`, {
      en: `The code ${String(twice)} is given two counterparts. Keep one, or say "split".`,
      lt: `Kodui ${String(twice)} nurodyti du atitikmenys. Palikite vieną arba rašykite „split“.`,
    }),
  ];
}

/** Statements that cannot both be true of one item. */
const opposites: readonly (readonly [MappingEntry["kind"], MappingEntry["kind"]])[] = [
  ["not-comparable", "same"],
  ["not-comparable", "renamed"],
  ["not-comparable", "recoded"],
  ["not-comparable", "merged"],
  ["not-comparable", "split"],
  ["not-comparable", "wording-changed"],
  ["split", "merged"],
  ["renamed", "renamed"],
  ["recoded", "recoded"],
  ["not-comparable", "not-comparable"],
];

function contradictions(entries: readonly MappingEntry[]): MappingFinding[] {
  const earlier = Map.groupBy(
    entries.flatMap((entry, i) => entry.before.map((address) => ({ address, entry, i }))),
    ({ address }) => address,
  );
  return [...earlier].flatMap(([address, said]) =>
    said.flatMap(({ entry, i }, at) => {
      const other = said.slice(0, at).find((one) => areOpposite(one.entry, entry));
      if (other === undefined) return [];
      return [
        finding("contradiction", `entries[${i}]`, {
          en: `entries[${other.i}] says "${other.entry.kind}" of ${address}, this one "${entry.kind}". Keep one.`,
          lt: `entries[${other.i}] apie ${address} sako „${other.entry.kind}“, šis – „${entry.kind}“. Palikite vieną.`,
        }),
      ];
    }),
  );
}

function areOpposite(one: MappingEntry, other: MappingEntry): boolean {
  if (one.kind === "same" && other.kind === "wording-changed") return one.about.includes("wording-changed");
  if (one.kind === "wording-changed" && other.kind === "same") return other.about.includes("wording-changed");
  return opposites.some(
    ([a, b]) => (a === one.kind && b === other.kind) || (b === one.kind && a === other.kind),
  );
}
