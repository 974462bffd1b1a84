import { ContrastError } from "./contrast-error.ts";

/** A number with its derivatives by each of several estimates; without a gradient it is a constant. */
export interface Dual {
  readonly value: number;
  readonly gradient?: Float64Array;
}

type Expression = (estimate: (name: string) => Dual) => Dual;

const words = /\s*(`[^`]*`|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|[A-Za-z_.][\w.:]*|[-+*/^()])/y;

/** Functions of one argument with their derivatives. */
const functions: Readonly<Record<string, readonly [(x: number) => number, (x: number) => number]>> = {
  exp: [Math.exp, Math.exp],
  log: [Math.log, (x) => 1 / x],
  sqrt: [Math.sqrt, (x) => 0.5 / Math.sqrt(x)],
  abs: [Math.abs, Math.sign],
};

/** Reads an expression over named estimates. @throws ContrastError naming what cannot be read */
export function expressionOf(text: string): Expression {
  const reader = new ExpressionReader(text);
  return reader.read();
}

class ExpressionReader {
  readonly #text: string;
  readonly #words: string[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    words.lastIndex = 0;
    let end = 0;
    for (let found = words.exec(text); found; found = words.exec(text)) {
      this.#words.push(found[1]!);
      end = words.lastIndex;
    }
    if (text.slice(end).trim() !== "") this.#refuse(text.slice(end).trim());
  }

  read(): Expression {
    const expression = this.#sum();
    if (this.#at < this.#words.length) this.#refuse(this.#words[this.#at]!);
    return expression;
  }

  #refuse(what: string): never {
    throw new ContrastError(
      `The expression "${this.#text}" cannot be read at "${what}". Use + - * / ^, brackets, exp, log, sqrt, abs, numbers and names; put names that are no plain words in backticks.`,
    );
  }

  #take(...wanted: readonly string[]): string | undefined {
    const found = this.#words[this.#at];
    if (found === undefined || !wanted.includes(found)) return undefined;
    this.#at++;
    return found;
  }

  #sum(): Expression {
    let left = this.#product();
    for (let sign = this.#take("+", "-"); sign; sign = this.#take("+", "-")) {
      const [before, right, factor] = [left, this.#product(), sign === "+" ? 1 : -1];
      left = (of) => combined(before(of), right(of), (a, b) => [a + factor * b, 1, factor]);
    }
    return left;
  }

  #product(): Expression {
    let left = this.#signed();
    for (let sign = this.#take("*", "/"); sign; sign = this.#take("*", "/")) {
      const [before, right] = [left, this.#signed()];
      left =
        sign === "*"
          ? (of) => combined(before(of), right(of), (a, b) => [a * b, b, a])
          : (of) => combined(before(of), right(of), (a, b) => [a / b, 1 / b, -a / (b * b)]);
    }
    return left;
  }

  #signed(): Expression {
    if (this.#take("+")) return this.#signed();
    if (!this.#take("-")) return this.#power();
    const inner = this.#signed();
    return (of) => combined(inner(of), { value: 0 }, (a) => [-a, -1, 0]);
  }

  #power(): Expression {
    const base = this.#one();
    if (!this.#take("^")) return base;
    const exponent = this.#signed();
    return (of) =>
      combined(base(of), exponent(of), (a, b) => [
        a ** b,
        b * a ** (b - 1),
        a > 0 ? a ** b * Math.log(a) : 0,
      ]);
  }

  #one(): Expression {
    const word = this.#words[this.#at];
    if (word === undefined) this.#refuse("its end");
    this.#at++;
    if (word === "(") return this.#closed(this.#sum());
    if (/^\d/.test(word)) return () => ({ value: Number(word) });
    const known = functions[word];
    if (known && this.#take("(")) {
      const inner = this.#closed(this.#sum());
      return (of) => combined(inner(of), { value: 0 }, (a) => [known[0](a), known[1](a), 0]);
    }
    if (/^[-+*/^)]/.test(word)) this.#refuse(word);
    const name = word.startsWith("`") ? word.slice(1, -1) : word;
    return (of) => of(name);
  }

  #closed(inner: Expression): Expression {
    if (!this.#take(")")) this.#refuse(this.#words[this.#at] ?? "its end");
    return inner;
  }
}

/** The result of two numbers by a rule that gives value and both partial derivatives. */
function combined(
  left: Dual,
  right: Dual,
  rule: (a: number, b: number) => readonly [value: number, byLeft: number, byRight: number],
): Dual {
  const [value, byLeft, byRight] = rule(left.value, right.value);
  const [l, r] = [left.gradient, right.gradient];
  const length = l?.length ?? r?.length;
  if (length === undefined) return { value };
  const gradient = new Float64Array(length);
  for (let i = 0; i < length; i++) gradient[i] = (l ? byLeft * l[i]! : 0) + (r ? byRight * r[i]! : 0);
  return { value, gradient };
}
