import { isList, isObject } from "../../definition/index.ts";
import { makeRenames, type Renames } from "../difference/renames.ts";
import { isSame } from "../difference/same.ts";
import { type Mapping, type MappingEntry, MappingIndex, renamesIn } from "./mapping.ts";

/** Answers of the version before, as the later version would hold them, and what could not be brought along. */
export interface MappedAnswers {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly lost: readonly LostAnswer[];
}

/** An answer that the later version has no certain place for; never the answer itself. */
export interface LostAnswer {
  /** Address in the version before. */
  readonly item: string;
  readonly why: "not-comparable" | "no-counterpart" | "ambiguous" | "elsewhere";
}

/**
 * Brings the answers of one response from the version before to this one: names, codes, merged items. Nothing is
 * guessed: what a mapping leaves open is left out and named. The answers given are not changed.
 */
export function applyMapping(answers: Readonly<Record<string, unknown>>, mapping: Mapping): MappedAnswers {
  const mapper = new AnswerMapper(mapping);
  const mapped = mapper.members(Object.entries(answers), (name) => name.replace(/-Comment$/, ""), "");
  return { answers: mapped, lost: mapper.lost };
}

class AnswerMapper {
  readonly lost: LostAnswer[] = [];
  private readonly index: MappingIndex;
  private readonly renames: Renames;

  constructor(mapping: Mapping) {
    this.index = new MappingIndex(mapping);
    this.renames = makeRenames(renamesIn(mapping));
  }

  /** The members of one object under their later names; two that now share a name must agree. */
  members(
    entries: readonly [string, unknown][],
    addressOf: (name: string) => string,
    around: string,
  ): Record<string, unknown> {
    const mapped = new Map<string, { readonly value: unknown; readonly from: readonly string[] }>();
    for (const [name, value] of entries) {
      const address = addressOf(name);
      const later = this.laterName(name, address, around);
      const moved = later === undefined ? undefined : this.moved(name, value, address);
      if (later === undefined || moved === undefined) continue;
      const other = mapped.get(later);
      const agrees = other === undefined || isSame(other.value, moved);
      mapped.set(later, { value: agrees ? moved : undefined, from: [...(other?.from ?? []), address] });
    }
    const clear = [...mapped].filter(([, { value, from }]) => {
      if (value === undefined) for (const address of from) this.lose(address, "ambiguous");
      return value !== undefined;
    });
    return Object.fromEntries(clear.map(([name, { value }]) => [name, value]));
  }

  /** What was written beside an answer is a text, even where it reads like a code. */
  private moved(name: string, value: unknown, address: string): unknown {
    return name !== address && name.endsWith("-Comment") ? value : this.value(value, address);
  }

  private laterName(name: string, address: string, around: string): string | undefined {
    const own = this.index.ofEarlier(address).filter(({ before }) => before.some((one) => one === address));
    if (own.some(({ kind }) => kind === "not-comparable")) return this.lose(address, "not-comparable");
    const target = own.find(
      ({ kind, after }) => ["split", "merged"].includes(kind) && !after.some((one) => one === address),
    );
    if (target && target.after.length !== 1) return this.lose(address, "ambiguous");
    const later = target?.after[0] ?? this.renames.of(address);
    if (later === address) return name;
    const prefix = around === "" ? "" : this.renames.of(around);
    const isOutside =
      around !== "" && !(later.startsWith(prefix) && /[.[]/.test(later.charAt(prefix.length)));
    const step = around === "" ? later : later.slice(prefix.length).replace(/^(\[\]|\.\*)?\.?/, "");
    if (isOutside || /[.[]/.test(step)) return this.lose(address, "elsewhere");
    return name.endsWith("-Comment") && around === "" ? `${step}-Comment` : step;
  }

  private value(value: unknown, address: string): unknown {
    if (isList(value)) return this.list(value, address);
    if (isObject(value)) return this.object(value, address);
    return this.code(value, address);
  }

  private list(value: readonly unknown[], address: string): unknown {
    const moved = value.flatMap((member) => {
      if (isObject(member))
        return [this.members(Object.entries(member), (name) => `${address}[].${name}`, address)];
      const code = this.code(member, address);
      return code === undefined ? [] : [code];
    });
    const isTicked = new Set(value).size === value.length && !moved.some(isObject);
    return isTicked ? [...new Set(moved)] : moved;
  }

  private object(value: Readonly<Record<string, unknown>>, address: string): unknown {
    return this.members(
      Object.entries(value).map(([row, cells]) => [
        row,
        isObject(cells)
          ? this.members(Object.entries(cells), (name) => `${address}.*.${name}`, address)
          : cells,
      ]),
      (name) => `${address}.${name}`,
      address,
    );
  }

  /** A code under its later name; rows and parts share the codes of the item they are part of. */
  private code(value: unknown, address: string): unknown {
    const pairs = this.index
      .ofEarlier(address)
      .flatMap(codesOf)
      .filter(({ before }) => before === value);
    if (pairs.length === 0) return value;
    const [first] = pairs;
    if (pairs.length > 1) return this.lose(address, "ambiguous");
    return first?.after ?? this.lose(address, "no-counterpart");
  }

  private lose(item: string, why: LostAnswer["why"]): undefined {
    this.lost.push({ item, why });
  }
}

function codesOf(entry: MappingEntry) {
  return "codes" in entry ? (entry.codes ?? []) : [];
}
