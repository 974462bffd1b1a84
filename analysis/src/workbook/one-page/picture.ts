import { isShown } from "../../release/index.ts";
import { scaleOf } from "../draw.ts";
import { html, type Safe } from "./html.ts";
import type { Figure } from "./row.ts";

const [width, height] = [200, 24];

/** Interval as a line with a dot on the scale of the unit; the group a diamond, the country a stroke. */
export function intervalOf({ indicator, cell, group, country, label }: Figure): Safe | string {
  const { min, max } = scaleOf(indicator.unit);
  if (min === undefined || max === undefined || !isShown(cell)) return "";
  const x = (value: number) => Math.round((6 + ((value - min) / (max - min)) * (width - 12)) * 10) / 10;
  const zero = min < 0 ? html`<line x1="${x(0)}" x2="${x(0)}" y1="2" y2="22" stroke="#d8d1be"/>` : "";
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><line x1="6" x2="${width - 6}" y1="12" y2="12" stroke="#e9e2d0"/>${zero}${
    isShown(country)
      ? html`<line x1="${x(country.value)}" x2="${x(country.value)}" y1="4" y2="20" stroke="#5f6764" stroke-width="2"/>`
      : ""
  }${
    isShown(group)
      ? html`<rect x="${x(group.value) - 4}" y="8" width="8" height="8" transform="rotate(45 ${x(group.value)} 12)" fill="#fff" stroke="#35608f" stroke-width="2"/>`
      : ""
  }${
    cell.low !== null && cell.high !== null
      ? html`<line x1="${x(cell.low)}" x2="${x(cell.high)}" y1="12" y2="12" stroke="#1f5d50" stroke-width="3"/>`
      : ""
  }<circle cx="${x(cell.value)}" cy="12" r="5" fill="#1f5d50"/></svg>`;
}
