import { z } from "zod";

const Address = z.string().max(400);
const Code = z.union([z.string(), z.number(), z.boolean()]);

/** Who decided: a role, never a person's name. */
const Role = z.enum(["researcher", "methodologist", "analyst", "translator", "committee"]);

/** A code of the version before and what it is now; null where it has no counterpart. */
const CodePair = z.strictObject({ before: Code.nullable(), after: Code.nullable() });

const said = { note: z.string().trim().min(1).exactOptional(), by: Role };
const one = z.tuple([Address]);
const codes = z.array(CodePair).min(1);

/** Kinds of change that a statement "it means the same" can be about. */
export const sayable = [
  "wording-changed",
  "routing-changed",
  "offer-changed",
  "type-changed",
  "choice-added",
  "choice-removed",
  "choices-reordered",
  "code-reused",
  "task-changed",
  "default-changed",
  "randomisation-changed",
  "calculation-changed",
  "trigger-changed",
  "storage-changed",
  "source-changed",
  "measure-changed",
  "universe-changed",
  "not-compared",
] as const;

/** What the authors say about one item that changed. `before` and `after` are addresses in the two versions. */
export const MappingEntry = z.discriminatedUnion("kind", [
  /** Answers mean what they meant, in spite of these changes. */
  z.strictObject({
    kind: z.literal("same"),
    before: one,
    after: one,
    about: z.array(z.enum(sayable)).min(1),
    note: z.string().trim().min(1),
    by: Role,
  }),
  /** The same item under another name. */
  z.strictObject({ kind: z.literal("renamed"), before: one, after: one, ...said }),
  /** The same answers under other codes; codes left out keep theirs. */
  z.strictObject({ kind: z.literal("recoded"), before: one, after: one, codes, ...said }),
  /** One item became several, or one code of an item became several. */
  z.strictObject({
    kind: z.literal("split"),
    before: one,
    after: z.array(Address).min(1),
    codes: codes.exactOptional(),
    ...said,
  }),
  /** Several items became one, or several codes of an item became one. */
  z.strictObject({
    kind: z.literal("merged"),
    before: z.array(Address).min(1),
    after: one,
    codes: codes.exactOptional(),
    ...said,
  }),
  /** Asked in another way: the series goes on with this note. */
  z.strictObject({
    kind: z.literal("wording-changed"),
    before: one,
    after: one,
    note: z.string().trim().min(1),
    by: Role,
  }),
  /** The series ends or begins anew here. */
  z.strictObject({
    kind: z.literal("not-comparable"),
    before: z.array(Address).max(1),
    after: z.array(Address).max(1),
    note: z.string().trim().min(1),
    by: Role,
  }),
]);
export type MappingEntry = z.infer<typeof MappingEntry>;

/** `mapping/N.json` of a version: how its answers relate to those of the version before. */
export const Mapping = z.strictObject({
  number: z.int().min(1),
  /** The version before, such as "1.2.0". */
  from: z.string().regex(/^\d+\.\d+\.\d+$/),
  entries: z.array(MappingEntry).max(20_000),
});
export type Mapping = z.infer<typeof Mapping>;

/** Which earlier address is which later one, for `difference`. */
export function renamesIn(mapping: Mapping | undefined): Map<string, string> {
  return new Map(
    (mapping?.entries ?? []).flatMap((entry) =>
      entry.kind === "renamed" ? [[entry.before[0], entry.after[0]] as const] : [],
    ),
  );
}

/** Entries of one item or of the item it is part of: `roster[].age` is also spoken of by an entry on `roster`. */
export class MappingIndex {
  private readonly earlier = new Map<string, MappingEntry[]>();
  private readonly later = new Map<string, MappingEntry[]>();

  constructor(mapping: Mapping | undefined) {
    for (const entry of mapping?.entries ?? []) {
      for (const address of entry.before) add(this.earlier, address, entry);
      for (const address of entry.after) add(this.later, address, entry);
    }
  }

  ofEarlier(address: string): readonly MappingEntry[] {
    return along(this.earlier, address);
  }

  ofLater(address: string): readonly MappingEntry[] {
    return along(this.later, address);
  }
}

function add(index: Map<string, MappingEntry[]>, address: string, entry: MappingEntry): void {
  const entries = index.get(address);
  if (entries) entries.push(entry);
  else index.set(address, [entry]);
}

function along(
  index: ReadonlyMap<string, readonly MappingEntry[]>,
  address: string,
): readonly MappingEntry[] {
  const entries = [...(index.get(address) ?? [])];
  for (let end = stepBefore(address, address.length); end > 0; end = stepBefore(address, end))
    entries.push(...(index.get(address.slice(0, end)) ?? []));
  return entries;
}

function stepBefore(address: string, end: number): number {
  return Math.max(address.lastIndexOf(".", end - 1), address.lastIndexOf("[", end - 1));
}
