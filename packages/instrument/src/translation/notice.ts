import { isList, isObject } from "../definition/index.ts";
import { sha256 } from "../digest/index.ts";
import { textIn } from "./languages.ts";
import type { TranslationUnit } from "./unit.ts";

/** Texts of a notice. Its number is no part of their keys, so that translations outlive the next notice. */
export function noticeUnits(notice: unknown, source: string): TranslationUnit[] {
  return [...textsUnder(notice, [])].map(({ place, texts }) => {
    const text = textIn(texts, source, source) ?? "";
    return {
      key: `@notice/${place.slice(0, -1).join("/")}:${place.at(-1)}`.replace("/:", ":"),
      from: "notice" as const,
      path: place.reduce<string>(
        (path, step) =>
          typeof step === "number" ? `${path}[${step}]` : path === "" ? step : `${path}.${step}`,
        "",
      ),
      source: text,
      digest: sha256(text),
      written: texts,
      context: { type: "notice", kind: String(place.at(-1)), conditions: [] },
    };
  });
}

type Place = readonly (string | number)[];

function* textsUnder(
  value: unknown,
  place: Place,
): Generator<{ place: Place; texts: Record<string, string> }> {
  if (place.length > 4) return;
  if (isList(value)) for (const [i, one] of value.entries()) yield* textsUnder(one, [...place, i]);
  if (!isObject(value)) return;
  const texts = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const isText = texts.length > 0 && !Object.values(value).some((one) => isObject(one) || isList(one));
  if (place.length > 0 && isText) yield { place, texts: Object.fromEntries(texts) };
  else for (const [key, one] of Object.entries(value)) yield* textsUnder(one, [...place, key]);
}
