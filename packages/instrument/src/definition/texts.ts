import { isObject } from "./json.ts";
import { type OutlineNode, propertyOf } from "./outline.ts";

/** One text that a respondent may read, in every language it has. */
export interface OutlineText {
  readonly node: OutlineNode;
  /** survey-core's name of the property: "title", "text" … */
  readonly property: string;
  /** Place of the text in the definition: `pages[0].elements[2].title`. */
  readonly path: string;
  /** By language as written; a plain string stands under "default". */
  readonly texts: Readonly<Record<string, string>>;
}

/** The texts of one part, in the order of the file. Bare values used as their own text are not texts. */
export function textsOf(node: OutlineNode): OutlineText[] {
  return Object.entries(node.json).flatMap(([key, value]) => {
    const property = propertyOf(node, key);
    const texts = property?.localizable ? byLanguage(value) : undefined;
    const path = node.path === "" ? key : `${node.path}.${key}`;
    return texts === undefined ? [] : [{ node, property: property?.name ?? key, path, texts }];
  });
}

function byLanguage(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value === "string") return { default: value };
  if (!isObject(value)) return undefined;
  const texts = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(texts);
}
