import { isKindOf, type JsonObject, type OutlineNode, readOutline, textsOf } from "../definition/index.ts";
import { cellOf } from "./cell.ts";
import type { Languages } from "./columns.ts";
import { type SheetKind, sheetKinds } from "./kinds.ts";
import { measureColumns } from "./measured.ts";
import { wordsIn } from "./words.ts";

/** A definition laid out in rows: what an author's workbook shows of it. */
export interface Layout {
  readonly kinds: readonly SheetKind[];
  readonly nodes: readonly OutlineNode[];
  readonly survey: OutlineNode;
  /** By sheet: the parts that stand on it, in order. */
  readonly parts: ReadonlyMap<SheetKind["name"], readonly LaidOut[]>;
  readonly texts: readonly TextRow[];
  readonly settings: readonly { readonly property: string; readonly value: string }[];
}

export interface LaidOut {
  readonly node: OutlineNode;
  readonly cells: Readonly<Record<string, string>>;
}

export interface TextRow {
  readonly key: string;
  readonly node: OutlineNode;
  readonly property: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Lays a questionnaire out; measures by item name. */
export function layOut(
  questionnaire: unknown,
  measures: ReadonlyMap<string, JsonObject>,
  languages: Languages,
): Layout {
  const { nodes, survey } = readOutline(questionnaire);
  const kinds = sheetKinds(languages);
  return {
    kinds,
    nodes,
    survey,
    parts: new Map(
      kinds.map((kind) => [
        kind.name,
        nodes
          .filter((node) => kind.holds(node))
          .map((node) => ({ node, cells: cellsOf(node, kind, measures) })),
      ]),
    ),
    texts: nodes.flatMap((node) => textRows(node, kinds, languages)),
    settings: settingsOf(survey),
  };
}

function cellsOf(
  node: OutlineNode,
  kind: SheetKind,
  measures: ReadonlyMap<string, JsonObject>,
): Readonly<Record<string, string>> {
  const measure = measures.get(node.name ?? "");
  return Object.fromEntries([
    ["@key", node.path],
    ...kind.places.map((place) => [place.key, place.read(node)]),
    ...kind.columns.map((column) => [column.key, column.read(node)]),
    ...(kind.name === "items" && !isKindOf(node.type, "panelbase")
      ? measureColumns.map((column) => [column.key, column.show(measure?.[column.property])])
      : []),
    ...(kind.name === "choices" ? [["@missing", missingOf(node, measures)]] : []),
  ]);
}

/** The reason an option stands for; its codes "dont-know" and "refused" say it themselves. */
export function missingOf(
  { json, parent, slot }: OutlineNode,
  measures: ReadonlyMap<string, JsonObject>,
): string {
  if (slot === "rows") return "";
  if (json.value === "dont-know" || json.value === "refused") return json.value;
  const missing = measures.get(parent?.name ?? "")?.missing;
  const code = cellOf(json.value);
  return typeof missing === "object" && missing !== null && Object.hasOwn(missing, code)
    ? cellOf(Object.entries(missing).find(([key]) => key === code)?.[1])
    : "";
}

/** Texts that stand on no other sheet. */
function textRows(node: OutlineNode, kinds: readonly SheetKind[], { all, standard }: Languages): TextRow[] {
  const kind = kinds.find((one) => one.holds(node));
  const onSheet = new Set(kind?.columns.map(({ key }) => key.split(":")[0]));
  return textsOf(node)
    .filter(({ property }) => !onSheet.has(property))
    .map(({ property, path }) => {
      const value = node.json[path.slice(node.path.length).replace(/^\./, "")];
      return {
        key: path,
        node,
        property,
        cells: Object.fromEntries(
          all.map((language) => [`words:${language}`, cellOf(wordsIn(value, language, standard))]),
        ),
      };
    });
}

/** Properties of the questionnaire itself that are neither texts nor parts. */
function settingsOf({ json, ...survey }: OutlineNode): { property: string; value: string }[] {
  const texts = new Set(textsOf({ json, ...survey }).map(({ path }) => path));
  return Object.entries(json)
    .filter(([key, value]) => !texts.has(key) && (typeof value !== "object" || value === null))
    .map(([property, value]) => ({ property, value: cellOf(value) }));
}
