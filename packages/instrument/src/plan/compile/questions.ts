import type { JsonObject } from "../../definition/json.ts";
import type { OutlineNode } from "../../definition/outline.ts";
import { questionTypes } from "../questions/index.ts";
import { wordsOf } from "../questions/words.ts";
import type { QuestionSpec } from "../specs.ts";
import { validatorTypes } from "../validators/index.ts";
import type { Compiler } from "./compiler.ts";
import type { ElementCompiler } from "./elements.ts";
import { Meaning, validName } from "./meaning.ts";

/** What all questions share. */
export function compileQuestion(
  node: OutlineNode,
  name: string,
  elements: Pick<ElementCompiler, "compiler" | "conditions">,
): QuestionSpec {
  const { compiler } = elements;
  const meaning = new Meaning(node);
  const emptyWords = wordsOf(meaning.get("defaultDisplayValue"), compiler.survey.locale);
  return {
    kind: "question",
    type: node.type,
    name,
    valueName: validName(meaning.get("valueName")) || name,
    path: node.path,
    ...elements.conditions(meaning),
    requiredMessage: meaning.words("requiredErrorText", "requiredError"),
    ...(emptyWords === "" ? {} : { defaultDisplayValue: emptyWords }),
    clearIfInvisible: meaning.text("clearIfInvisible") || "default",
    showCommentArea: meaning.flag("showCommentArea"),
    ...defaultsOf(meaning, compiler),
    ...settersOf(meaning, compiler),
    validators: node.children
      .filter(({ slot }) => slot === "validators")
      .map((validator) => {
        compiler.properties(validator);
        return validatorTypes.compile(validator, compiler);
      }),
  };
}

/** A default value that begins with "=" is an expression. */
function defaultsOf(
  meaning: Meaning,
  compiler: Compiler,
): Pick<QuestionSpec, "defaultValue" | "defaultValueExpression" | "hasUnreadDefault"> {
  const written = meaning.get("defaultValue");
  const isExpression = typeof written === "string" && written.startsWith("=");
  const isGiven = isText(meaning.get("defaultValueExpression"));
  const defaultValueExpression = isGiven
    ? compiler.expressionOf(meaning, "defaultValueExpression")
    : isExpression
      ? compiler.expression(written.slice(1), meaning.place("defaultValue"))
      : undefined;
  const isUnread = defaultValueExpression === undefined && (isGiven || (isExpression && written !== "="));
  return {
    ...(written === undefined || isExpression ? {} : { defaultValue: written }),
    ...(defaultValueExpression === undefined ? {} : { defaultValueExpression }),
    ...(isUnread ? { hasUnreadDefault: true } : {}),
  };
}

/** Of setValueIf and setValueExpression together neither acts where one of them cannot be read. */
function settersOf(meaning: Meaning, compiler: Compiler) {
  const resetValueIf = compiler.expressionOf(meaning, "resetValueIf");
  const setValueIf = compiler.expressionOf(meaning, "setValueIf");
  const setValueExpression = compiler.expressionOf(meaning, "setValueExpression");
  const isUnread =
    (isText(meaning.get("setValueIf")) && setValueIf === undefined) ||
    (isText(meaning.get("setValueExpression")) && setValueExpression === undefined);
  return {
    ...(resetValueIf === undefined ? {} : { resetValueIf }),
    ...(isUnread || setValueIf === undefined ? {} : { setValueIf }),
    ...(isUnread || setValueExpression === undefined ? {} : { setValueExpression }),
  };
}

function isText(written: unknown): boolean {
  return typeof written === "string" && written !== "";
}

/** What a kind of question without questions inside keeps for itself. */
export function compileLeaf(node: OutlineNode, compiler: Compiler): JsonObject {
  const type = questionTypes.get(node.type);
  if (type) return type.compile(node, compiler);
  compiler.refuse(node.path, `type ${node.type}`, `The plan does not know questions of type ${node.type}.`);
  return {};
}
