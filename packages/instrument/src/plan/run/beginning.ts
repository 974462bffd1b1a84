import { isHolder, setOwn } from "./values.ts";

/**
 * How a run stood before it got the answers of a response, to be set back to afterwards: no response leaves a trace for
 * the next. What two runs of one plan share belongs to the plan and stays as it is, and so does what
 * is frozen, with all in it; the rest is the run's own.
 */
export class Beginning {
  private readonly kept: Kept[] = [];

  constructor(run: object, twin: object) {
    const seen = new Set<unknown>();
    const open: [object, unknown][] = [[run, twin]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [own, other] = next;
      if (own === other || seen.has(own) || Object.isFrozen(own)) continue;
      seen.add(own);
      const kept = keep(own);
      if (!kept) continue;
      this.kept.push(kept);
      const inOther = membersOf(other);
      for (const [i, member] of membersOf(own).entries())
        if (typeof member === "object" && member !== null) open.push([member, inOther[i]]);
    }
  }

  restore(): void {
    for (const kept of this.kept) kept.restore();
  }
}

interface Kept {
  restore(): void;
}

function keep(own: object): Kept | undefined {
  if (own instanceof Map) return new KeptMap(own);
  if (own instanceof Set) return new KeptSet(own);
  if (Array.isArray(own)) return new KeptList(own);
  if (!isHolder(own) || own instanceof WeakMap) return undefined;
  return Object.getPrototypeOf(own) === Object.prototype ? new KeptAnswer(own) : new KeptFields(own);
}

function membersOf(own: unknown): readonly unknown[] {
  if (own instanceof Map || own instanceof Set) return [...own.values()];
  return isHolder(own) ? Object.values(own) : [];
}

class KeptMap implements Kept {
  private readonly map: Map<unknown, unknown>;
  private readonly entries: readonly (readonly [unknown, unknown])[];

  constructor(map: Map<unknown, unknown>) {
    this.map = map;
    this.entries = [...map];
  }
  restore(): void {
    if (this.map.size > 0) this.map.clear();
    for (const [key, value] of this.entries) this.map.set(key, value);
  }
}

class KeptSet implements Kept {
  private readonly set: Set<unknown>;
  private readonly members: readonly unknown[];

  constructor(set: Set<unknown>) {
    this.set = set;
    this.members = [...set];
  }
  restore(): void {
    if (this.set.size > 0) this.set.clear();
    for (const member of this.members) this.set.add(member);
  }
}

class KeptList implements Kept {
  private readonly list: unknown[];
  private readonly members: readonly unknown[];

  constructor(list: unknown[]) {
    this.list = list;
    this.members = [...list];
  }
  restore(): void {
    const { list, members } = this;
    list.length = members.length;
    for (let i = 0; i < members.length; i += 1) if (list[i] !== members[i]) list[i] = members[i];
  }
}

/** What has a class has all its fields from the start; a new one comes last. */
class KeptFields implements Kept {
  protected readonly holder: Record<string, unknown>;
  protected readonly names: readonly string[];
  protected readonly values: readonly unknown[];

  constructor(holder: Record<string, unknown>) {
    this.holder = holder;
    this.names = Object.keys(holder);
    this.values = Object.values(holder);
  }
  restore(): void {
    const { holder, names, values } = this;
    const present = Object.values(holder);
    for (let i = 0; i < values.length; i += 1)
      if (present[i] !== values[i]) setOwn(holder, names[i] ?? "", values[i]);
  }
}

/** An answer may lose parts and get others. */
class KeptAnswer extends KeptFields {
  override restore(): void {
    const { holder, names, values } = this;
    const present = Object.keys(holder);
    if (present.length === names.length && present.every((name, i) => name === names[i])) {
      super.restore();
      return;
    }
    for (const name of present) Reflect.deleteProperty(holder, name);
    for (const [i, name] of names.entries()) setOwn(holder, name, values[i]);
  }
}
