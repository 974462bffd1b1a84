/** An expression of R, as far as cases write them. */
export type Expression =
  | { readonly is: "number"; readonly value: number }
  | { readonly is: "text"; readonly value: string }
  | { readonly is: "name"; readonly name: string }
  | { readonly is: "call"; readonly name: string; readonly args: readonly Argument[] }
  | { readonly is: "block"; readonly statements: readonly Expression[] };

export interface Argument {
  readonly name: string | undefined;
  readonly value: Expression;
}

const word =
  /[ \t]*(?:#[^\n]*)?(\n|;|<-|%in%|<=|>=|==|!=|&&|\|\||\[\[|[-+*/^:~!<>&|()[\]{},$=]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\d+\.?\d*(?:[eE][-+]?\d+)?L?|\.\d+(?:[eE][-+]?\d+)?|[A-Za-z.][\w.]*(?:::[A-Za-z.][\w.]*)?)/y;

/** Binding strength of what stands between two operands; larger binds tighter. */
const strength: Readonly<Record<string, number>> = {
  "<-": 1,
  "~": 2,
  "|": 3,
  "||": 3,
  "&": 4,
  "&&": 4,
  "==": 6,
  "!=": 6,
  "<": 6,
  ">": 6,
  "<=": 6,
  ">=": 6,
  "+": 7,
  "-": 7,
  "*": 8,
  "/": 8,
  "%in%": 9,
  ":": 10,
  "^": 12,
};
const prefix: Readonly<Record<string, number>> = { "~": 2, "!": 5, "-": 11, "+": 11 };

/** Reads R text into statements. @throws SyntaxError naming the place that could not be read */
export function parseR(text: string): Expression[] {
  return new Reader(text).statements(undefined);
}

class Reader {
  readonly #words: string[] = [];
  #at = 0;

  constructor(text: string) {
    word.lastIndex = 0;
    let end = 0;
    for (let found = word.exec(text); found; found = word.exec(text)) {
      this.#words.push(found[1] ?? "");
      end = word.lastIndex;
    }
    if (text.slice(end).trim() !== "")
      throw new SyntaxError(`R text cannot be read from "${text.slice(end, end + 40)}" on.`);
  }

  statements(close: string | undefined): Expression[] {
    const statements: Expression[] = [];
    for (;;) {
      while (this.#peek() === "\n" || this.#peek() === ";") this.#at++;
      if (this.#peek() === close) return statements;
      statements.push(this.#expression(0));
    }
  }

  #peek(): string | undefined {
    return this.#words[this.#at];
  }

  #skipLines(): void {
    while (this.#peek() === "\n") this.#at++;
  }

  #need(wanted: string): void {
    this.#skipLines();
    if (this.#peek() !== wanted) this.#refuse();
    this.#at++;
  }

  #refuse(): never {
    throw new SyntaxError(`R text cannot be read at "${this.#peek() ?? "its end"}".`);
  }

  #expression(weakest: number): Expression {
    let left = this.#postfix(this.#operand());
    for (;;) {
      const operator = this.#peek() ?? "";
      const binds = strength[operator];
      if (binds === undefined || binds < weakest) return left;
      this.#at++;
      this.#skipLines();
      const right = this.#expression(operator === "<-" || operator === "^" ? binds : binds + 1);
      left = call(operator, left, right);
    }
  }

  #operand(): Expression {
    this.#skipLines();
    const found = this.#peek();
    if (found === undefined) this.#refuse();
    this.#at++;
    if (prefix[found] !== undefined) return call(found, this.#expression(prefix[found]));
    if (/^['"]/.test(found)) return { is: "text", value: unescaped(found.slice(1, -1)) };
    if (/^\.?\d/.test(found)) return { is: "number", value: Number(found.replace(/L$/, "")) };
    if (found === "{") {
      const statements = this.statements("}");
      this.#need("}");
      return { is: "block", statements };
    }
    if (found === "(") {
      const inner = this.#expression(0);
      this.#need(")");
      return inner;
    }
    if (/^[A-Za-z.`]/.test(found))
      return { is: "name", name: found.replaceAll("`", "").replace(/^.*::/, "") };
    this.#at--;
    this.#refuse();
  }

  #postfix(start: Expression): Expression {
    let value = start;
    for (;;) {
      const found = this.#peek();
      if (found === "(" && value.is === "name") {
        this.#at++;
        value = { is: "call", name: value.name, args: this.#args(")") };
      } else if (found === "$") {
        this.#at++;
        const member = this.#operand();
        value = call("$", value, member.is === "name" ? { is: "text", value: member.name } : member);
      } else if (found === "[" || found === "[[") {
        this.#at++;
        const args = this.#args("]");
        if (found === "[[") this.#need("]");
        value = { is: "call", name: found, args: [{ name: undefined, value }, ...args] };
      } else return value;
    }
  }

  #args(close: string): Argument[] {
    const args: Argument[] = [];
    for (;;) {
      this.#skipLines();
      if (this.#peek() === close) {
        this.#at++;
        return args;
      }
      if (this.#peek() === ",") this.#at++;
      else args.push(this.#argument());
    }
  }

  #argument(): Argument {
    const [name = "", sign] = this.#words.slice(this.#at, this.#at + 2);
    if (sign !== "=" || !/^[A-Za-z.`'"]/.test(name)) return { name: undefined, value: this.#expression(0) };
    this.#at += 2;
    return { name: name.replaceAll(/[`'"]/g, ""), value: this.#expression(0) };
  }
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, letter: string) =>
    letter === "n" ? "\n" : letter === "t" ? "\t" : letter,
  );
}

function call(name: string, ...values: Expression[]): Expression {
  return { is: "call", name, args: values.map((value) => ({ name: undefined, value })) };
}
