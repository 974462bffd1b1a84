import type { ReleasedCell, ReleasedComparison } from "../../disclosure/released-tables.ts";
import { isShown, type ReleasedIndicator } from "../../release/index.ts";
import { verdictLook, verdictText } from "../change-cells.ts";
import { cautionMarks, stateMark } from "../estimate-cells.ts";
import type { Texts } from "../texts/index.ts";
import { writtenFigure } from "../written-figure.ts";
import { html, type Safe } from "./html.ts";
import { intervalOf } from "./picture.ts";

/** An indicator of a place, and what stands beside it. */
export interface Figure {
  readonly indicator: ReleasedIndicator;
  readonly label: string;
  readonly cell: ReleasedCell;
  readonly group: ReleasedCell | undefined;
  readonly country: ReleasedCell | undefined;
  readonly change: ReleasedComparison | undefined;
  readonly rest: ReleasedComparison | undefined;
}

export function rowOf(figure: Figure, texts: Texts, hasGroup: boolean): Safe {
  const { indicator, cell, group, country, label, rest, change } = figure;
  const written = (one: ReleasedCell | undefined) =>
    isShown(one) ? writtenFigure(one.value, indicator.unit, texts) : stateMark(one);
  const interval =
    isShown(cell) && cell.low !== null && cell.high !== null
      ? `${writtenFigure(cell.low, indicator.unit, texts)} – ${writtenFigure(cell.high, indicator.unit, texts)}`
      : "";
  const few = cell.state === "few-observations" ? " few" : "";
  return html`<tr>
<th scope="row">${label}</th>
<td class="picture">${intervalOf(figure)}</td>
<td class="number own${few}">${written(cell)}${cautionMarks(cell)}</td>
<td class="number quiet">${interval}</td>
<td class="number quiet">${isShown(cell) ? texts.number(cell.respondents, 0) : ""}</td>
${hasGroup ? html`<td class="number quiet">${written(group)}</td>` : ""}
<td class="number quiet">${written(country)}</td>
<td class="verdict">${verdict(change, texts, texts.onePage.since)}${verdict(rest, texts, texts.onePage.rest)}</td>
</tr>`;
}

/** Only what a test supports is worth a place on one page. */
function verdict(comparison: ReleasedComparison | undefined, texts: Texts, what: string): Safe | string {
  if (!comparison || comparison.verdict === "cannot-be-told-apart" || comparison.verdict === "tests-off")
    return "";
  return html`<div class="${verdictLook(comparison)}">${verdictText(comparison, texts)} <span class="quiet">${what}</span></div>`;
}
