import type { Change } from "../change.ts";
import type { MappingEntry, MappingIndex } from "../mapping/mapping.ts";
import { sayable } from "../mapping/mapping.ts";
import type { Reason } from "./reasons.ts";
import { type Bump, judge } from "./verdict.ts";

/** A change with what the mapping makes of it. */
export interface Judged {
  readonly change: Change;
  readonly bump: Bump;
  readonly reason: Reason;
  /** Old answers may mean something else, unless the mapping says how they relate. */
  readonly isBreak: boolean;
  /** The entry that answers a break; without it publishing is refused. */
  readonly answer?: MappingEntry;
}

/** Weighs one change with what the authors have said about its item. */
export function weigh(change: Change, entries: MappingIndex): Judged {
  const { bump, reason } = judge(change);
  if (bump !== "major") return { change, bump, reason, isBreak: false };
  const answer = entriesFor(change, entries).find((entry) => answers(entry, change));
  if (answer === undefined) return { change, bump, reason, isBreak: true };
  return { change, isBreak: true, answer, ...afterAnswer(answer, change, reason) };
}

/** Entries that speak of the item of a change, or of the item it is part of. */
export function entriesFor(change: Change, entries: MappingIndex): readonly MappingEntry[] {
  if (change.kind === "item-removed") return entries.ofEarlier(change.item);
  const later = entries.ofLater(change.item);
  return later.length > 0 ? later : entries.ofEarlier(change.item).filter(({ after }) => after.length === 0);
}

/** Whether an entry is an answer to a change: saying "the same" of codes that were swapped is none. */
export function answers(entry: MappingEntry, change: Change): boolean {
  switch (entry.kind) {
    case "same":
      return canBeSame(change) && entry.about.some((kind) => kind === change.kind);
    case "renamed":
      return (
        change.kind === "item-renamed" ||
        (change.kind === "storage-changed" && change.property === "valueName")
      );
    case "recoded":
      return isRecoding(entry.codes, change);
    case "split":
      return change.kind === "item-removed" || isRecoding(entry.codes ?? [], change);
    case "merged":
      return change.kind === "item-removed" || isRecoding(entry.codes ?? [], change);
    case "wording-changed":
      return asksOtherwise(change);
    case "not-comparable":
      return true;
    default:
      return entry satisfies never;
  }
}

const sayableKinds = new Set<string>(sayable);

/** Codes that certainly stand for something else, and answers of another kind, cannot be called the same. */
function canBeSame(change: Change): boolean {
  if (change.kind === "code-reused") return change.sure === "likely";
  if (change.kind === "type-changed") return change.keeps === "codes";
  return sayableKinds.has(change.kind);
}

function asksOtherwise(change: Change): boolean {
  if (change.kind === "choice-added") return change.scale !== "ordered";
  if (change.kind === "code-reused") return change.sure === "likely";
  if (change.kind === "type-changed") return change.keeps === "codes";
  return [
    "wording-changed",
    "choices-reordered",
    "randomisation-changed",
    "task-changed",
    "default-changed",
  ].includes(change.kind);
}

/** Types that store one code: only between them can codes be joined. */
const oneCode = new Set([
  "radiogroup",
  "dropdown",
  "buttongroup",
  "boolean",
  "rating",
  "imagepicker",
  "single imagemap",
]);

type Codes = readonly { readonly before: unknown; readonly after: unknown }[];

/** The codes that a change concerns must be named. */
function isRecoding(codes: Codes, change: Change): boolean {
  const old = new Set(codes.map(({ before }) => String(before)));
  const now = new Set(codes.map(({ after }) => String(after)));
  switch (change.kind) {
    case "choice-recoded":
      return codes.some(
        ({ before, after }) => String(before) === String(change.from) && String(after) === String(change.to),
      );
    case "code-reused":
    case "choice-removed":
      return old.has(String(change.code));
    case "choice-added":
      return now.has(String(change.code));
    case "type-changed":
      return codes.length > 0 && oneCode.has(change.from) && oneCode.has(change.to);
    case "scale-changed":
    case "storage-changed":
      return codes.length > 0;
    default:
      return false;
  }
}

/** A trend that goes on as before needs no new major number, unless an old code now stands for something else. */
function afterAnswer(entry: MappingEntry, change: Change, reason: Reason): Pick<Judged, "bump" | "reason"> {
  if (entry.kind === "same") {
    const isList = change.kind === "choice-added" || change.kind === "choice-removed";
    return { bump: isList ? "minor" : "patch", reason: "said-same" };
  }
  const joins = ["choice-recoded", "storage-changed"].includes(change.kind);
  if (entry.kind === "recoded" && joins && isOneToOne(entry.codes))
    return { bump: "minor", reason: "joined-by-codes" };
  if (entry.kind === "renamed" && change.kind !== "item-renamed") return { bump: "minor", reason: "renamed" };
  return { bump: "major", reason };
}

function isOneToOne(codes: Codes): boolean {
  const all = [codes.map(({ before }) => String(before)), codes.map(({ after }) => String(after))];
  return all.every((side) => new Set(side).size === side.length);
}
