import type { useStrings } from "../shell/index.ts";
import { type Comparison, type FigureRow, shownCell } from "./figure-rows.ts";

type Words = ReturnType<typeof useStrings>["explore"];

/** What stands in place of a figure that is not shown. */
export const marks = {
  published: "",
  "few-observations": "*",
  "too-few": "·",
  protected: "··",
  "left-out": "–",
  "not-shown-here": "",
  "not-estimable": "·",
} as const;

/** Why a row holds no figure, or what to bear in mind where it does; "" for an ordinary figure. */
export function remarkOf({ cell, stands, group }: FigureRow, words: Words): string {
  if (cell.state === "not-shown-here" && stands === "group")
    return group === null ? words.stands.alone : words.stands.group(group.name);
  const pooled = stands === "pooled" ? words.stands.pooled : "";
  const shown = shownCell(cell);
  if (shown !== null) {
    const few = cell.state === "few-observations" ? words.states[cell.state] : "";
    const vague = shown.lowPrecision ? words.lowPrecision : "";
    return [few, vague, pooled].filter((part) => part !== "").join("; ");
  }
  const state = words.states[cell.state];
  const reason = cell.state === "not-estimable" ? words.reasons[cell.reason] : "";
  return [state, reason].filter((part) => part !== "").join(": ");
}

/** The sign before a difference: an arrow where the test supports it. */
export function arrowOf({ verdict, difference }: Comparison): "▲" | "▼" | "" {
  if (verdict === "cannot-be-told-apart" || verdict === "tests-off") return "";
  return difference >= 0 ? "▲" : "▼";
}
