import type { IndicatorDefinition } from "../indicators/index.ts";

type Unit = IndicatorDefinition["unit"];
export type StaffLanguage = "lt" | "en";

/** Of a unit: what a figure is multiplied by to be told, and how many decimals it has. */
const scales: Readonly<Record<Unit, { readonly times: number; readonly decimals: number }>> = {
  percent: { times: 100, decimals: 1 },
  "score-0-10": { times: 1, decimals: 1 },
  "index-0-1": { times: 1, decimals: 2 },
  "index-0-100": { times: 1, decimals: 1 },
  points: { times: 1, decimals: 1 },
  number: { times: 1, decimals: 1 },
  days: { times: 1, decimals: 0 },
};

/** With fewer respondents a percentage is told without decimals. */
const enoughForDecimals = 100;

/** Numbers of one unit in one language: a comma in Lithuanian, a true minus in both. */
export function numbersOf(unit: Unit, respondents: number, language: StaffLanguage) {
  const { times, decimals } = scales[unit];
  const places = unit === "percent" && respondents < enoughForDecimals ? 0 : decimals;
  const plain = (value: number) => {
    const rounded = Math.abs(value * times).toFixed(places);
    return language === "lt" ? rounded.replace(".", ",") : rounded;
  };
  const isZero = (value: number) => Number((value * times).toFixed(places)) === 0;
  const minus = (value: number) => (value < 0 && !isZero(value) ? "−" : "");
  const figureUnit = unit === "percent" ? " %" : unit === "days" ? (language === "lt" ? " d." : " days") : "";
  const points = language === "lt" ? " proc. p." : " percentage points";
  const differenceUnit = unit === "percent" ? points : figureUnit;
  return {
    figure: (value: number) => `${minus(value)}${plain(value)}${figureUnit}`,
    /** With its sign. */
    difference: (value: number) =>
      `${isZero(value) ? "" : value < 0 ? "−" : "+"}${plain(value)}${differenceUnit}`,
    /** A limit, without a unit. */
    limit: (value: number) => `${minus(value)}${plain(value)}`,
    size: (value: number) => `${plain(Math.abs(value))}${differenceUnit}`,
  };
}
