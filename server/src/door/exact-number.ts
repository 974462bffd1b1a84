/** No double needs so many characters; comparing digits of endless literals would hold up everybody else. */
const longestLiteral = 64;

/** True if the double nearest to the literal has the value that was written. */
export function survives(literal: string, value: number): boolean {
  if (literal.length > longestLiteral) return false;
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return false;
  if (!Number.isFinite(value) || Object.is(value, -0)) return false;
  return literal.length <= 15 && !/[eE]/.test(literal)
    ? true
    : significance(literal) === significance(String(value));
}

/** A decimal literal as its digits and the power of ten of the last one; equal values give equal texts. */
function significance(literal: string): string {
  const [mantissa = "", exponent = "0"] = literal
    .replace("-", "")
    .toLowerCase()
    .split(/e(?=[+-]?\d)/)
    .slice(0, 2);
  const negative = literal.startsWith("-");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const trimmed = digits.replace(/0+$/, "");
  if (trimmed === "") return "0";
  return `${negative ? "-" : ""}${trimmed}e${Number(exponent) - fraction.length + digits.length - trimmed.length}`;
}
