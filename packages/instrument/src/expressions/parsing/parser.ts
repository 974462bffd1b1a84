import { type Expression, limits } from "../expression.ts";
import { referenceOf } from "../reference.ts";
import { ExpressionError } from "../refusal.ts";
import { takeConstant, takeWord } from "./literals.ts";
import { membershipRank, takeOperator } from "./operators.ts";
import type { Scanner } from "./scanner.ts";

const between = /[^{}]+/y;
const operandExpected = "an item in braces, a value, a function or a parenthesis is expected here";

/**
 * Reads without a list of words first, character by character, as survey-core's generated parser does: what an operator
 * leaves unread, a looser one may take. Each rule returns undefined where it does not fit and leaves the place as it was.
 */
export class Parser {
  private readonly scanner: Scanner;
  private depth = 0;
  /** Places where no operand stands; remembered so that looser operators do not try again what tighter ones tried. */
  private readonly hopeless = new Set<number>();

  constructor(scanner: Scanner) {
    this.scanner = scanner;
  }

  expression(): Expression | undefined {
    const start = this.scanner.place;
    this.scanner.skip();
    const found = this.operation(0);
    if (found === undefined) this.scanner.place = start;
    else this.scanner.skip();
    return found;
  }

  private operation(rank: number): Expression | undefined {
    if (rank > membershipRank) return this.operand();
    let left = this.operation(rank + 1);
    while (left !== undefined) {
      const start = this.scanner.place;
      this.scanner.skip();
      const operator = takeOperator(this.scanner, rank);
      if (operator !== undefined) this.scanner.skip();
      const right = operator === undefined ? undefined : this.right(rank);
      if (operator === undefined || right === undefined) {
        this.scanner.place = start;
        return left;
      }
      left = { type: "operation", operator, left, right };
    }
    return left;
  }

  private right(rank: number): Expression | undefined {
    return this.operation(rank + 1) ?? (rank === membershipRank ? { type: "nothing" } : undefined);
  }

  private operand(): Expression | undefined {
    const start = this.scanner.place;
    if (this.hopeless.has(start)) return undefined;
    const found = this.group() ?? this.call() ?? this.negation() ?? this.examined() ?? this.list();
    if (found !== undefined) return found;
    this.scanner.place = start;
    this.hopeless.add(start);
    this.scanner.misses(operandExpected);
    return undefined;
  }

  /** survey-core does not ask for the closing parenthesis. */
  private group(): Expression | undefined {
    const start = this.scanner.place;
    if (!this.scanner.takes("(")) return undefined;
    const inside = this.deeper(start, () => this.expression());
    if (inside === undefined) this.scanner.place = start;
    else this.closes(")");
    return inside;
  }

  private call(): Expression | undefined {
    const start = this.scanner.place;
    const name = takeWord(this.scanner);
    if (name === undefined || !this.scanner.takes("(")) {
      this.scanner.place = start;
      return undefined;
    }
    const list = this.deeper(start, () => this.sequence());
    this.closes(")");
    return { type: "call", name, arguments: list, position: start + 1 };
  }

  private negation(): Expression | undefined {
    const start = this.scanner.place;
    if (!this.scanner.takes("!") && !this.scanner.takesWord("negate")) return undefined;
    this.scanner.skip();
    const operand = this.deeper(start, () => this.operand());
    if (operand !== undefined)
      return { type: "check", check: "not", operand: this.something(operand, start) };
    this.scanner.place = start;
    return undefined;
  }

  /** A value or an item, with empty or notempty behind it. */
  private examined(): Expression | undefined {
    const start = this.scanner.place;
    const operand = this.atom();
    if (operand === undefined) return undefined;
    const end = this.scanner.place;
    this.scanner.skip();
    const check = this.scanner.takesWord("empty")
      ? "empty"
      : this.scanner.takesWord("notempty")
        ? "notempty"
        : undefined;
    if (check !== undefined) return { type: "check", check, operand: this.something(operand, start) };
    this.scanner.place = end;
    return operand;
  }

  private atom(): Expression | undefined {
    if (this.scanner.takes("undefined") || this.scanner.takes("null")) return { type: "nothing" };
    return takeConstant(this.scanner) ?? this.reference();
  }

  private reference(): Expression | undefined {
    const start = this.scanner.place;
    if (!this.scanner.takes("{")) return undefined;
    const name = this.scanner.takesLike(between);
    if (name !== undefined && this.scanner.takes("}"))
      return { type: "reference", reference: referenceOf(name) };
    if (this.scanner.sees("{")) this.scanner.misses("write one brace before and one behind a name");
    else this.scanner.misses(`${name === undefined ? "a name" : "a closing brace"} is expected here`);
    this.scanner.place = start;
    return undefined;
  }

  private list(): Expression | undefined {
    const start = this.scanner.place;
    if (!this.scanner.takes("[")) return undefined;
    const items = this.deeper(start, () => this.sequence());
    if (this.closes("]")) return { type: "list", items };
    this.scanner.place = start;
    return undefined;
  }

  /** survey-core drops everything when nothing, or null, stands first. */
  private sequence(): Expression[] {
    const first = this.expression();
    const items: Expression[] = first === undefined || first.type === "nothing" ? [] : [first];
    for (;;) {
      const end = this.scanner.place;
      const follows = this.scanner.takes(",");
      this.scanner.skip();
      const start = this.scanner.place;
      const next = follows ? this.expression() : undefined;
      if (next === undefined) {
        this.scanner.place = end;
        return items;
      }
      if (items.length > 0) items.push(this.something(next, start));
    }
  }

  /** survey-core 3.0.0 breaks on a null that is negated, examined or listed. */
  private something(operand: Expression, place: number): Expression {
    if (operand.type !== "nothing") return operand;
    const reason = "null and undefined stand only beside an operator. Leave it out, or write '' instead.";
    throw new ExpressionError(place + 1, "null", reason);
  }

  /** Blanks behind the last part are passed already; between empty parentheses survey-core takes none. */
  private closes(sign: ")" | "]"): boolean {
    return (
      this.scanner.takes(sign) || this.scanner.misses(`${sign}, a comma or an operator is expected here`)
    );
  }

  private deeper<Found>(place: number, read: () => Found): Found {
    if (this.depth >= limits.depth) {
      const reason = `parentheses, lists and functions stand inside one another at most ${limits.depth} deep.`;
      throw new ExpressionError(place + 1, "depth", reason);
    }
    this.depth += 1;
    const found = read();
    this.depth -= 1;
    return found;
  }
}
