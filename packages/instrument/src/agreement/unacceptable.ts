import { isList, isObject, type JsonObject } from "../definition/json.ts";
import { readOutline } from "../definition/outline.ts";

/** Types whose answers are lists or objects of parts, and nothing else. */
const inParts = new Set(["paneldynamic", "matrixdynamic", "matrixdropdown", "matrix", "multipletext"]);

/** How survey-core breaks, and on which answers that no question stores. */
const breaks: readonly (readonly [
  error: RegExp,
  on: (answers: unknown, questionnaire: JsonObject) => boolean,
])[] = [
  [/^TypeError: (Cannot convert object to primitive value|[\w.]+ is not a function)/, namesMethod],
  [/^TypeError: Cannot read properties of (null|undefined)/, holdsNothing],
  [
    /^TypeError: Cannot (create|delete) property/,
    (answers, questionnaire) => standsForParts(answers, namesInParts(questionnaire)),
  ],
];

/** Whether answers hold what no question stores, and survey-core's words are those it breaks with on that. */
export function breaksOn(
  words: string,
  questionnaire: JsonObject,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  return breaks.some(([error, on]) => error.test(words) && on(answers, questionnaire));
}

/** A property with the name of a method that JavaScript calls on every object, such as toString. */
function namesMethod(value: unknown): boolean {
  if (isList(value)) return value.some(namesMethod);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([name, member]) => isMethodName(name) || namesMethod(member));
}

function isMethodName(name: string): boolean {
  return typeof Reflect.get(Object.prototype, name) === "function" && name !== "constructor";
}

/** null inside an answer: as an entry, a row or a code. */
function holdsNothing(answers: unknown): boolean {
  if (!isObject(answers)) return false;
  return Object.values(answers).some((answer) => answer !== null && isNullSomewhere(answer));
}

function isNullSomewhere(value: unknown): boolean {
  if (!isList(value) && !isObject(value)) return value === null;
  return Object.values(value).some(isNullSomewhere);
}

/** Words, a number or a truth value where an answer made of parts, or a part of it, belongs. */
function standsForParts(value: unknown, names: ReadonlySet<string>): boolean {
  if (isList(value)) return value.some((member) => standsForParts(member, names));
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([name, member]) => (names.has(name) && isSimpleSomewhere(member)) || standsForParts(member, names),
  );
}

function isSimpleSomewhere(answer: unknown): boolean {
  if (isList(answer) || isObject(answer)) return Object.values(answer).some(isSimple);
  return isSimple(answer);
}

function isSimple(value: unknown): boolean {
  return value !== null && typeof value !== "object";
}

function namesInParts(questionnaire: JsonObject): ReadonlySet<string> {
  const keeping = readOutline(questionnaire).nodes.filter(({ type }) => inParts.has(type));
  return new Set(
    keeping.flatMap(({ name, json }) => [name, json.valueName].filter((one) => typeof one === "string")),
  );
}
