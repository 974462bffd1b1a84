import { isObject } from "../../definition/json.ts";
import type { OutlineNode } from "../../definition/outline.ts";

/** Place of the words that the questionnaire itself puts to a part; undefined where it leaves them to survey-core. */
export function ownWords(
  { json, path }: Pick<OutlineNode, "json" | "path">,
  property = "text",
): string | undefined {
  const written = json[property];
  const texts = isObject(written) ? Object.values(written) : [written];
  const isWritten = texts.some((text) => typeof text === "string" && text !== "");
  return isWritten ? (path === "" ? property : `${path}.${property}`) : undefined;
}
