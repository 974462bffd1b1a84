import { isList, isObject, type JsonObject } from "../../definition/index.ts";

/** Longest expression and most braces that the linter of survey-core is given; the plan refuses longer ones. */
const longest = 4000;
const mostReferences = 200;
const deepest = 60;

/**
 * The questionnaire as survey-core's linter reads it safely: without expressions beyond all limits, without nesting
 * beyond sense, parts that are none left out, and options written "value|text" taken apart, which it takes for values.
 */
export function prepared(questionnaire: JsonObject): unknown {
  return copy(questionnaire, "", 0);
}

function copy(value: unknown, key: string, depth: number): unknown {
  if (typeof value === "string") return isTooLong(value, key) ? undefined : value.slice(0, longest);
  if (depth >= deepest) return isList(value) ? [] : undefined;
  if (isList(value)) return value.map((member) => copyMember(member, key, depth));
  if (!isObject(value)) return value;
  const members = Object.entries(value)
    .filter(([name]) => name !== "__proto__")
    .map(([name, member]) => [name, copy(member, name, depth + 1)]);
  return Object.fromEntries(members.filter(([, member]) => member !== undefined));
}

const optionLists = ["choices", "rows", "rateValues"];
const partLists = [
  "pages",
  "elements",
  "questions",
  "templateElements",
  "detailElements",
  "columns",
  "items",
  "triggers",
  "calculatedValues",
  "validators",
];

/** Something that is no part stands in for one, so that the places of the others stay. */
function copyMember(member: unknown, key: string, depth: number): unknown {
  if (optionLists.includes(key) && typeof member === "string" && member.includes("|")) {
    const [value = "", ...text] = member.split("|");
    return { value, text: text.join("|") };
  }
  if (partLists.includes(key) && key !== "columns" && !isObject(member)) return {};
  const copied = copy(member, key, depth + 1);
  return isObject(copied) && "type" in copied && typeof copied.type !== "string"
    ? { ...copied, type: "" }
    : copied;
}

function isTooLong(text: string, key: string): boolean {
  const isExpression = /(If|expression|Expression)$/.test(key);
  return isExpression && (text.length > longest || text.split("{").length > mostReferences + 1);
}
