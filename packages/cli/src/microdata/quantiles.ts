import {
  type Arrangement,
  type Domains,
  type Estimate,
  estimateQuantilesByDomain,
  type Measurement,
  quantileAsEstimate,
} from "@tiltas/analysis/estimation";
import { CommandError } from "../terminal/index.ts";
import type { Microdata } from "./microdata.ts";
import { columnAndLevel } from "./names.ts";

/** One quantile that a person asks for. */
export interface AskedQuantile {
  readonly column: string;
  /** Share of the weight at or below it, 0 to 1. */
  readonly share: number;
}

/** `column=share`. @throws CommandError that says how to write it */
export function askedQuantile(text: string, data: Microdata): AskedQuantile {
  const { column, level } = columnAndLevel(text, data);
  if (level === undefined) {
    data.texts(column.replace(/=[^=]*$/, ""));
    throw new CommandError(
      `The quantile "${text}" has no share. Write it as column=share, such as ${text}=0.9.`,
    );
  }
  const share = Number(level);
  if (level.trim() === "" || !(share >= 0 && share <= 1))
    throw new CommandError(
      `The share "${level}" of the quantile "${text}" is not a number from 0 to 1. Write 0.9 for 90 %.`,
    );
  return { column, share };
}

/** A quantile in every domain by R's rule "math", with Woodruff's interval. */
export function quantileByDomain(
  { design, domains }: Arrangement,
  measurement: Measurement,
  share: number,
  missing: "remove" | "keep",
): Estimate[] {
  const found = estimateQuantilesByDomain(design, measurement, domains, [share], { missing });
  return found.flatMap((quantiles, domain) =>
    quantiles.map((quantile) => quantileAsEstimate(quantile, nonresponse(measurement, domains, domain))),
  );
}

function nonresponse({ values }: Measurement, { of }: Domains, domain: number): number {
  let [asked, silent] = [0, 0];
  values.forEach((value, row) => {
    if (of[row] !== domain) return;
    asked += 1;
    if (Number.isNaN(value)) silent += 1;
  });
  return asked === 0 ? 0 : silent / asked;
}
