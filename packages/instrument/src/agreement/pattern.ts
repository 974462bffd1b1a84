import type { Random } from "../simulation/random.ts";

/**
 * A text that fits most regular expressions as people write them for answers: classes, groups, alternatives,
 * repetitions and anchors. It is a guess to be tried, not a proof; lookarounds are passed over.
 */
export function textLike(pattern: string, random: Random): string {
  try {
    return new PatternReader(pattern, random).alternatives();
  } catch {
    return "";
  }
}

class PatternReader {
  private at = 0;
  private readonly pattern: string;
  private readonly random: Random;

  constructor(pattern: string, random: Random) {
    this.pattern = pattern.slice(0, 500);
    this.random = random;
  }

  alternatives(): string {
    const found = [this.sequence()];
    while (this.pattern[this.at] === "|") {
      this.at++;
      found.push(this.sequence());
    }
    return found[this.random.index(found.length)] ?? "";
  }

  private sequence(): string {
    let text = "";
    while (this.at < this.pattern.length && !"|)".includes(this.pattern.charAt(this.at))) {
      const start = this.at;
      const first = this.atom();
      const afterAtom = this.at;
      const times = this.repetition();
      const afterRepetition = this.at;
      if (times > 0) text += first;
      for (let i = 1; i < times; i++) {
        this.at = start;
        text += this.atom();
      }
      this.at = Math.max(afterAtom, afterRepetition);
    }
    return text;
  }

  private repetition(): number {
    const [whole, low, comma, high] = /^\{(\d+)(,?)(\d*)\}/.exec(this.pattern.slice(this.at)) ?? [];
    if (whole !== undefined) {
      this.at += whole.length + this.lazy(whole.length);
      const least = Math.min(Number(low), 50);
      const most = comma === "" ? least : high === "" ? least + 2 : Math.min(Number(high), 50);
      return least + this.random.index(Math.max(1, most - least + 1));
    }
    const sign = this.pattern.charAt(this.at);
    if (sign === "" || !"*+?".includes(sign)) return 1;
    this.at += 1 + this.lazy(1);
    if (sign === "?") return this.random.index(2);
    return (sign === "+" ? 1 : 0) + this.random.index(3);
  }

  private lazy(after: number): number {
    return this.pattern[this.at + after] === "?" ? 1 : 0;
  }

  private atom(): string {
    const sign = this.pattern.charAt(this.at++);
    if (sign === "^" || sign === "$") return "";
    if (sign === "(") return this.group();
    if (sign === "[") return this.oneOf(this.members());
    if (sign === ".") return this.oneOf("aB3 ");
    return sign === "\\" ? this.oneOf(this.escaped()) : sign;
  }

  private group(): string {
    const looks = /^\?(?:<?[=!])/.test(this.pattern.slice(this.at));
    const opening = /^\?(?::|<?[=!]|<[A-Za-z]\w*>)/.exec(this.pattern.slice(this.at));
    this.at += opening?.[0].length ?? 0;
    const text = this.alternatives();
    this.at++;
    return looks && !opening?.[0].includes("=") ? "" : text;
  }

  private escaped(): string {
    const sign = this.pattern.charAt(this.at++);
    if (sign === "d") return "0123456789";
    if (sign === "w") return "abZ_9";
    if (sign === "s") return " ";
    if (sign === "D" || sign === "W" || sign === "S") return sign === "W" ? "-!" : "xy-";
    return "bB".includes(sign) ? "" : sign;
  }

  private members(): string {
    const isExcluding = this.pattern[this.at] === "^";
    if (isExcluding) this.at++;
    let found = "";
    while (this.at < this.pattern.length && this.pattern[this.at] !== "]") {
      const from = this.pattern.charAt(this.at++);
      if (from === "\\") found += this.escaped();
      else if (this.pattern[this.at] === "-" && this.pattern[this.at + 1] !== "]") {
        const to = this.pattern.charAt(this.at + 1);
        this.at += 2;
        found += span(from, to);
      } else found += from;
    }
    this.at++;
    return isExcluding ? [..."aZ5 .-_@é"].filter((sign) => !found.includes(sign)).join("") : found;
  }

  private oneOf(signs: string): string {
    return signs.charAt(this.random.index(Math.max(1, signs.length)));
  }
}

function span(from: string, to: string): string {
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
  const length = Math.min(Math.max(0, last - first + 1), 100);
  return Array.from({ length }, (_, i) => String.fromCharCode(first + i)).join("");
}
