import { createHash } from "node:crypto";

/** SHA-256 over names, one a line, in the order in which they went: proves later which they were, and tells none. */
export function digestOfNames(): {
  add(names: readonly string[]): void;
  count(): number;
  /** Hexadecimal. */
  digest(): string;
} {
  const hash = createHash("sha256");
  let count = 0;
  return {
    add(names) {
      for (const name of names) hash.update(`${name}\n`);
      count += names.length;
    },
    count: () => count,
    digest: () => hash.digest("hex"),
  };
}
