import type { ExploreFrame } from "@tiltas/contract/explore";
import { inLanguage } from "../shell/index.ts";

/** "Group of municipalities × Sex"; "" for the country. */
export function cutName(frame: ExploreFrame, by: string, language: "lt" | "en"): string {
  const labels = by.split(",").flatMap((id) => {
    const dimension = frame.dimensions.find((candidate) => candidate.id === id);
    return dimension === undefined ? [] : [inLanguage(dimension.label, language)];
  });
  return labels.join(" × ");
}
