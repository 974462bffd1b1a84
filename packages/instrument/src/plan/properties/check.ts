import { isList, isObject } from "../../definition/json.ts";
import { type OutlineNode, propertyOf } from "../../definition/outline.ts";
import { isSurveyClass, type SurveyProperty } from "../../definition/surveyjs/classes.ts";
import type { Refusal } from "../check.ts";
import { type Standing, standingOf } from "./standing.ts";

export interface CheckedProperties {
  /** Properties whose effect the plan does not model. */
  readonly refusals: readonly Refusal[];
  /** Properties that survey-core does not know: they have no effect there either. */
  readonly notices: readonly Refusal[];
}

/** Looks at the properties of one part, not at those of the parts inside it. */
export function checkProperties(node: OutlineNode): CheckedProperties {
  const refusals: Refusal[] = [];
  const notices: Refusal[] = [];
  if (!isSurveyClass(node.type)) return { refusals, notices };
  for (const [key, value] of Object.entries(node.json)) {
    if (namesThePart.has(key)) continue;
    const path = node.path === "" ? key : `${node.path}.${key}`;
    const property = propertyOf(node, key);
    const standing = standingOf(node, property?.name ?? key);
    if (standing === undefined) notices.push(withoutEffect(path, key, node));
    const advice = standing && adviceAgainst(standing, value, property);
    if (advice !== undefined) refusals.push({ path, construct: key, message: advice });
  }
  return { refusals, notices };
}

/** What survey-core takes as the class, or writes beside parts while it parses text. */
const namesThePart = new Set(["type", "pos"]);

function withoutEffect(path: string, key: string, { type }: OutlineNode): Refusal {
  const message = `SurveyJS knows no property ${key} of a ${type}; it has no effect.`;
  return { path, construct: key, message };
}

function adviceAgainst(
  standing: Standing,
  value: unknown,
  property: SurveyProperty | undefined,
): string | undefined {
  if (standing.kind === "refused") return isSet(value, property) ? standing.advice : undefined;
  return standing.except?.values.some((one) => one === value) ? standing.except.advice : undefined;
}

function isSet(value: unknown, property: SurveyProperty | undefined): boolean {
  if (value === null || value === undefined || value === "" || value === false) return false;
  if (isList(value)) return value.length > 0;
  if (isObject(value)) return Object.values(value).some((part) => isSet(part, undefined));
  return value !== property?.default;
}
