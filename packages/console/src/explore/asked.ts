import type { ExploreFrame } from "@tiltas/contract/explore";
import type { Order } from "./figure-rows.ts";

export type Picture = "intervals" | "map" | "trend" | "compare";

/** What is looked at, as it stands in the address. */
export interface Asked {
  readonly wave?: string | undefined;
  readonly release?: string | undefined;
  readonly theme?: string | undefined;
  readonly measure?: string | undefined;
  readonly by?: string | undefined;
  readonly picture?: Picture | undefined;
  readonly order?: Order | undefined;
  readonly one?: string | undefined;
  readonly other?: string | undefined;
}

const pictures: readonly Picture[] = ["intervals", "map", "trend", "compare"];
const orders: readonly Order[] = ["name", "place", "value"];

/** Reads an address; what it does not know it leaves out. */
export function askedIn(search: Readonly<Record<string, unknown>>): Asked {
  const words = ["wave", "release", "theme", "measure", "by", "one", "other"].flatMap((name) => {
    const value = search[name];
    return typeof value === "string" || typeof value === "number" ? [[name, String(value)]] : [];
  });
  const picture = pictures.find((known) => known === search.picture);
  const order = orders.find((known) => known === search.order);
  return {
    ...Object.fromEntries(words),
    ...(picture === undefined ? {} : { picture }),
    ...(order === undefined ? {} : { order }),
  };
}

/** What is shown for an address: what it names where the release has it, else where one begins. */
export function shownFor(frame: ExploreFrame, asked: Asked) {
  const measures = frame.measures.filter(
    ({ indicator }) => asked.theme === undefined || themeOf(frame, indicator) === asked.theme,
  );
  const crossings = frame.crossings.map((crossing) => crossing.join(","));
  const measure =
    measures.find(({ id }) => id === asked.measure) ??
    measures.find(({ indicator }) =>
      frame.indicators.some(({ id, headline }) => id === indicator && headline),
    ) ??
    measures[0];
  const begin = crossings.includes("municipality") ? "municipality" : (crossings[0] ?? "");
  const by = asked.by !== undefined && crossings.includes(asked.by) ? asked.by : begin;
  const begun: Picture = by === "municipality" ? "map" : "intervals";
  const fits = asked.picture !== undefined && picturesOf(by).includes(asked.picture);
  return { measures, measure, by, picture: fits && asked.picture !== undefined ? asked.picture : begun };
}

/** The map is of municipalities; nothing can be compared within the country as a whole. */
export function picturesOf(by: string): readonly Picture[] {
  if (by === "") return ["intervals", "trend"];
  return by === "municipality" ? ["map", "intervals", "trend", "compare"] : ["intervals", "trend", "compare"];
}

function themeOf(frame: ExploreFrame, indicator: string): string | undefined {
  return frame.indicators.find(({ id }) => id === indicator)?.domain;
}
