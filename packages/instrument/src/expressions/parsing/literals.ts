import type { Constant } from "../expression.ts";
import { ExpressionError } from "../refusal.ts";
import type { Scanner } from "./scanner.ts";

const word = /[A-Za-z_][A-Za-z0-9_]*/y;
const hexadecimal = /0x[0-9]+/y;
const number = /-?(?:[0-9]+\.[0-9]+|[1-9][0-9]*|0)/y;
const quoted = /(?:\\'|\\"|[^"'])*/y;
const escapes = /\\(['"])/g;

/** A name of a function or a bare word: letters first, then letters and digits. */
export function takeWord(scanner: Scanner): string | undefined {
  return scanner.takesLike(word);
}

/**
 * true, false, a number, a bare word or text in quotes of either kind.
 *
 * @source survey-core 3.0.0, generated parser: rules ConstValue, LogicValue, ArithmeticValue, AnyInput
 */
export function takeConstant(scanner: Scanner): Constant | undefined {
  if (scanner.takesWord("true")) return { type: "constant", value: true };
  if (scanner.takesWord("false")) return { type: "constant", value: false };
  const value = takeNumber(scanner) ?? takeWord(scanner) ?? takeQuoted(scanner);
  return value === undefined ? undefined : { type: "constant", value };
}

function takeNumber(scanner: Scanner): number | undefined {
  const start = scanner.place;
  const hex = scanner.takesLike(hexadecimal);
  const written = hex ?? scanner.takesLike(number);
  if (written === undefined) return undefined;
  const value = hex === undefined ? Number.parseFloat(written) : Number.parseInt(hex, 16);
  if (!Number.isFinite(value)) throw new ExpressionError(start + 1, "number", "this number is too large.");
  return value;
}

function takeQuoted(scanner: Scanner): string | undefined {
  const start = scanner.place;
  const quote = scanner.takes("'") ? "'" : scanner.takes('"') ? '"' : undefined;
  if (quote === undefined) return undefined;
  const inside = scanner.takesLike(quoted) ?? "";
  if (scanner.takes(quote)) return inside.replace(escapes, "$1");
  scanner.misses(
    `the text that begins at character ${start + 1} should end here with ${quote}; quotes inside it are written \\' and \\"`,
  );
  scanner.place = start;
  return undefined;
}
