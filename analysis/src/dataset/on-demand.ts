/** Columns decoded when they are asked for, the latest kept as far as their bytes have room. */
export class OnDemand<T> implements ReadonlyMap<string, T> {
  readonly #make: ReadonlyMap<string, () => T>;
  readonly #bytes: (value: T) => number;
  /** The latest used stands last. */
  readonly #held = new Map<string, T>();
  #heldBytes = 0;

  constructor(make: ReadonlyMap<string, () => T>, bytes: (value: T) => number) {
    this.#make = make;
    this.#bytes = bytes;
  }

  get size(): number {
    return this.#make.size;
  }

  has(name: string): boolean {
    return this.#make.has(name);
  }

  get(name: string): T | undefined {
    const held = this.#held.get(name);
    if (held !== undefined) {
      this.#held.delete(name);
      this.#held.set(name, held);
      return held;
    }
    const value = this.#make.get(name)?.();
    if (value !== undefined) this.#hold(name, value);
    return value;
  }

  #hold(name: string, value: T): void {
    this.#held.set(name, value);
    this.#heldBytes += this.#bytes(value);
    for (const [oldest, old] of this.#held) {
      if (this.#heldBytes <= bytesHeld || oldest === name) break;
      this.#held.delete(oldest);
      this.#heldBytes -= this.#bytes(old);
    }
  }

  *entries(): MapIterator<[string, T]> {
    for (const name of this.#make.keys()) yield [name, this.get(name)!];
  }

  keys(): MapIterator<string> {
    return this.#make.keys();
  }

  *values(): MapIterator<T> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(each: (value: T, name: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [name, value] of this.entries()) each(value, name, this);
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }
}

/** A hundred thousand responses of the flagship instrument stay decoded as a whole. */
const bytesHeld = 160 * 2 ** 20;
