import { type Expression, limits } from "../expression.ts";
import { ExpressionError } from "../refusal.ts";
import { termsIn } from "../terms.ts";
import { Parser } from "./parser.ts";
import { Scanner } from "./scanner.ts";

/**
 * Reads an expression of SurveyJS: visibleIf, enableIf, requiredIf, calculated values, default values, validators.
 *
 * @throws  ExpressionError with the place of the first thing that does not fit, or of the limit exceeded
 * @source  survey-core 3.0.0, ConditionsParser and the parser it generates with Peggy
 */
export function parseExpression(text: string): Expression {
  if (text.length > limits.characters) {
    const reason = `an expression holds at most ${limits.characters} characters. Split it into calculated values.`;
    throw new ExpressionError(limits.characters + 1, "length", reason);
  }
  const scanner = new Scanner(rewritten(text));
  const expression = new Parser(scanner).expression();
  if (expression === undefined) throw scanner.error();
  if (!scanner.isAtEnd) {
    const isAfterNot = /\bnot\s*$/i.test(text.slice(0, scanner.place));
    scanner.misses(
      isAfterNot
        ? "SurveyJS has no word not: write ! instead"
        : "the expression should end here, or go on with an operator",
    );
    throw scanner.error();
  }
  return checked(expression);
}

function checked(expression: Expression): Expression {
  if (expression.type === "nothing")
    throw new ExpressionError(1, "null", "null alone says nothing. Leave the expression out.");
  if (termsIn(expression) > limits.terms) {
    const reason = `an expression holds at most ${limits.terms} references and function calls. Split it into calculated values.`;
    throw new ExpressionError(1, "terms", reason);
  }
  return expression;
}

/**
 * Old spellings become today's, also inside texts and names, as survey-core does it; the places stay.
 *
 * @source survey-core 3.0.0, ConditionsParser.patchExpression with the delimiters { and }
 */
function rewritten(text: string): string {
  return text
    .replaceAll("=>", ">=")
    .replaceAll("=<", "<=")
    .replaceAll("<>", "!=")
    .replaceAll("equals", "equal ");
}
