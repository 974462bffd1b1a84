import { isKindOf, type OutlineNode } from "../definition/index.ts";
import { hasOptions, markOf } from "./answers.ts";
import { clauseOf } from "./conditions.ts";
import type { Directory } from "./directory.ts";
import { plain } from "./lists.ts";

/** What the interviewer should know about a question: how many answers, what is checked, in what order. */
export function notesOf(node: OutlineNode, directory: Directory): string[] {
  const notes = [
    ...howToAnswer(node, directory),
    ...conditionsOn(node, directory),
    ...checksOf(node, directory),
  ];
  return [...new Set(notes)];
}

function howToAnswer(node: OutlineNode, directory: Directory): string[] {
  const { type, json } = node;
  const { phrases } = directory;
  const [least, most] = [bound(json.minSelectedChoices), bound(json.maxSelectedChoices)];
  const notes: string[] = [];
  if (hasOptions(node)) {
    const mark = markOf(node);
    if (mark === "one") notes.push(phrases.oneAnswer);
    else notes.push(mark === "rank" ? phrases.rankAnswers(most) : phrases.severalAnswers(least, most));
  }
  if (type === "rating") notes.push(phrases.oneAnswer);
  if (type === "matrix")
    notes.push(json.cellType === "checkbox" ? phrases.severalInEachRow : phrases.oneInEachRow);
  if (isKindOf(type, "paneldynamic"))
    notes.push(phrases.entries(bound(json.minPanelCount), bound(json.maxPanelCount)));
  if (isKindOf(type, "matrixdynamic"))
    notes.push(phrases.entries(bound(json.minRowCount), bound(json.maxRowCount)));
  if (json.readOnly === true) notes.push(phrases.readOnly);
  return [...notes, ...kindOfText(node, directory), ...orderOf(node, directory)];
}

function kindOfText({ type, json }: OutlineNode, { phrases }: Directory): string[] {
  const range = [json.min, json.max].map((value) =>
    value === undefined || value === "" ? undefined : plain(value),
  );
  const bounds = range.some((value) => value !== undefined) ? [phrases.range(range[0], range[1])] : [];
  const longest =
    typeof json.maxLength === "number" && json.maxLength > 0 ? [phrases.characters(json.maxLength)] : [];
  if (type === "file") return [phrases.file];
  if (type === "signaturepad") return [phrases.signature];
  if (type === "slider") return [phrases.number, phrases.range(plain(json.min ?? 0), plain(json.max ?? 100))];
  if (type !== "text" && type !== "comment") return [];
  switch (json.inputType) {
    case "number":
    case "range":
      return [phrases.number, ...bounds];
    case "date":
    case "datetime-local":
    case "month":
    case "week":
      return [phrases.day, ...bounds];
    case "time":
      return [phrases.time, ...bounds];
    case "email":
      return [phrases.email, ...longest];
    default:
      return longest;
  }
}

function orderOf({ json }: OutlineNode, { phrases }: Directory): string[] {
  const order = String(json.choicesOrder ?? "").toLowerCase();
  const rows = String(json.rowOrder ?? json.rowsOrder ?? "").toLowerCase();
  return [
    ...(order === "random" ? [phrases.randomOptions] : []),
    ...(order === "asc" || order === "desc" ? [phrases.orderOfWords(order === "desc")] : []),
    ...(rows === "random" ? [phrases.randomRows] : []),
  ];
}

/** Questions of a page or panel that come in random order. */
export function orderOfQuestions({ json }: OutlineNode, { phrases }: Directory): string[] {
  return String(json.questionOrder ?? json.questionsOrder ?? "") === "random"
    ? [phrases.randomQuestions]
    : [];
}

function conditionsOn({ json }: OutlineNode, directory: Directory): string[] {
  const { phrases } = directory;
  const on = (value: unknown, words: (clause: string) => string) =>
    typeof value === "string" && value.trim() !== "" ? [words(clauseOf(value, directory))] : [];
  return [
    ...(json.isRequired === true ? [phrases.required] : []),
    ...on(json.requiredIf, phrases.requiredIf),
    ...on(json.enableIf, phrases.enabledIf),
  ];
}

/** Validators, each in its own words where it has them. */
function checksOf(node: OutlineNode, directory: Directory): string[] {
  const { phrases, wording } = directory;
  return node.children
    .filter(({ slot }) => slot === "validators")
    .flatMap((rule) => {
      const { json, type } = rule;
      const own = wording.at(rule, "text");
      if (type === "expressionvalidator" && typeof json.expression === "string")
        return [phrases.check(clauseOf(json.expression, directory))];
      if (type === "numericvalidator" && (json.minValue ?? json.maxValue) !== undefined)
        return [phrases.range(optional(json.minValue), optional(json.maxValue))];
      if (type === "textvalidator" && Number(json.maxLength) > 0)
        return [phrases.characters(Number(json.maxLength))];
      if (type === "answercountvalidator")
        return [phrases.severalAnswers(bound(json.minCount), bound(json.maxCount))];
      if (type === "emailvalidator") return [phrases.email];
      if (type === "regexvalidator") return [phrases.pattern(plain(json.regex))];
      return own === undefined ? [] : [phrases.check(own)];
    });
}

function bound(value: unknown): number | undefined {
  return typeof value === "number" && value > 0 ? value : undefined;
}

function optional(value: unknown): string | undefined {
  return value === undefined ? undefined : plain(value);
}
