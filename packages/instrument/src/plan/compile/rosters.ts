import type { OutlineNode } from "../../definition/outline.ts";
import type { RosterSpec } from "../specs.ts";
import type { ElementCompiler } from "./elements.ts";
import { Meaning } from "./meaning.ts";

/** survey-core's settings.panel.maxPanelCount */
const mostEntries = 100;

/** paneldynamic: entries as long as the respondent makes the list. */
export function compileRoster(node: OutlineNode, elements: ElementCompiler): RosterSpec {
  const { compiler } = elements;
  const meaning = new Meaning(node);
  const templateVisibleIf = compiler.expressionOf(meaning, "templateVisibleIf");
  for (const name of ["panelCount", "minPanelCount"]) compiler.atMost(mostEntries, meaning, name);
  const template = elements.inside(node, "templateElements");
  const min = Math.max(0, meaning.number("minPanelCount", 0));
  return {
    template: templateVisibleIf === undefined ? template : { ...template, visibleIf: templateVisibleIf },
    count: elements.inDetail.isSo ? 0 : Math.max(0, meaning.number("panelCount", 0)),
    min,
    max: Math.max(min, Math.min(meaning.number("maxPanelCount", mostEntries), mostEntries)),
    keyName: meaning.text("keyName"),
    keyMessage: meaning.words("keyDuplicationError", "keyDuplicationError"),
    displayMode: meaning.text("displayMode") || "list",
    ...(meaning.has("defaultPanelValue") ? { entryDefault: meaning.get("defaultPanelValue") } : {}),
  };
}
