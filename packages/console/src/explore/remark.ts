import type { useStrings } from "../shell/index.ts";
import type { Comparison, FigureRow } from "./figure-rows.ts";

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
  if (cell.state === "published") return pooled;
  const state = words.states[cell.state];
  const reason = cell.state === "not-estimable" ? words.reasons[cell.reason] : "";
  return [state, reason, pooled].filter((part) => part !== "").join(": ");
}

/** The sign before a difference: an arrow where the test supports it. */
export function arrowOf({ verdict, difference }: Comparison): "▲" | "▼" | "" {
  if (verdict === "cannot-be-told-apart" || verdict === "tests-off") return "";
  return difference >= 0 ? "▲" : "▼";
}
