import { cellTypeOf, type OutlineNode } from "./outline.ts";
import { propertiesOf } from "./surveyjs/classes.ts";

/** What a part gives for a property, under its present or its older name. */
export function given(node: Pick<OutlineNode, "type" | "json" | "parent">, property: string): unknown {
  const { json, type, parent } = node;
  if (Object.hasOwn(json, property)) return json[property];
  const older =
    propertiesOf(type).get(property)?.alternative ??
    (type === "matrixdropdowncolumn"
      ? propertiesOf(cellTypeOf(json, parent?.json)).get(property)?.alternative
      : undefined);
  return older !== undefined && Object.hasOwn(json, older) ? json[older] : undefined;
}

/** A property that is a number, or digits; undefined where it is not. */
export function numberGiven(node: OutlineNode, property: string): number | undefined {
  const value = given(node, property);
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** A property that is a string with something in it. */
export function stringGiven(node: OutlineNode, property: string): string | undefined {
  const value = given(node, property);
  return typeof value === "string" && value !== "" ? value : undefined;
}
