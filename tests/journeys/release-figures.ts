import { readFileSync } from "node:fs";
import type { ExploreCell, ExploreFrame, ExploreTable, ExploreTrend } from "@tiltas/contract/explore";

type Text = Record<string, string>;
interface LatticeFile {
  dimensions: { id: string; label: Text; codes: { code: string; label: Text; group?: string }[] }[];
  pairs: [string, string][];
}
interface IndicatorFile {
  domains: { id: string; label: Text }[];
  indicators: {
    id: string;
    label: Text;
    domain: string;
    unit: ExploreFrame["indicators"][number]["unit"];
    direction: ExploreFrame["indicators"][number]["direction"];
    universe: { label: Text };
    level: { lowest: string };
  }[];
}

const read = <Content>(path: string): Content =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const lattice = read<LatticeFile>("analysis/plan/lattice.json");
const set = read<IndicatorFile>("instruments/tcn-integration/1.1.0/indicators/1.json");

/** Municipalities with answers enough of their own; two more have two waves pooled. */
const alone = ["13", "19", "21", "27", "29", "30", "41", "46", "52", "55", "77", "79", "82", "94"];
const pooled = ["11", "53"];

/** Names and cuts as the instruments have them, for a screen that needs all of them; every figure is invented. */
export const madeFrame: ExploreFrame = {
  wave: "autumn",
  waveTitle: { lt: "2026 m. ruduo", en: "Autumn 2026" },
  studyTitle: { lt: "Integracija", en: "Integration" },
  synthetic: true,
  number: 2,
  policy: "ministry",
  digest: "a".repeat(64),
  respondents: 2403,
  universe: { lt: "Trečiųjų šalių piliečiai", en: "Third-country nationals" },
  testsOn: true,
  sampling: {
    interval: { lt: "95 % pasikliautinasis intervalas", en: "95 % confidence interval" },
    meaning: {
      lt: "Kartojant atranką, 95 iš 100 tokių intervalų apimtų tikrąją reikšmę.",
      en: "If the sample were drawn again and again, 95 of 100 such intervals would contain the true value.",
    },
    unreached: {
      lt: "Nepasiekti tie, kurių registre nėra.",
      en: "People who are not in the register could not be reached.",
    },
  },
  previous: { id: "spring", title: { lt: "2026 m. pavasaris", en: "Spring 2026" } },
  indicators: set.indicators.map(({ id, label, domain, unit, direction, universe }) => ({
    id,
    label,
    domain,
    domainLabel: set.domains.find((known) => known.id === domain)?.label ?? { en: domain },
    unit,
    direction,
    universe: universe.label,
    headline: id === "hou.01" || id === "bel.04",
    comparability: "same",
  })),
  measures: set.indicators.map(({ id, label }) => ({ id, indicator: id, part: null, label })),
  dimensions: lattice.dimensions.map(({ id, label, codes }) => ({
    id,
    label,
    codes: codes.map(({ code, label: name, group }) => ({
      code,
      label: name,
      ...(group === undefined ? {} : { group }),
    })),
  })),
  crossings: [[], ...lattice.dimensions.map(({ id }) => [id]), ...lattice.pairs],
  ladder: codesOf("municipality").map(({ code, group }) => ({
    municipality: code,
    group: group ?? null,
    stands: alone.includes(code) ? "single" : pooled.includes(code) ? "pooled" : "group",
  })),
};

function codesOf(dimension: string) {
  return lattice.dimensions.find(({ id }) => id === dimension)?.codes ?? [];
}

const middles = {
  percent: 0.58,
  "score-0-10": 6.6,
  "index-0-1": 0.57,
  "index-0-100": 61,
  points: 12,
  number: 2.4,
  days: 34,
};

/** A number from 0 to 1 that is always the same for the same words. */
function from(words: string): number {
  let sum = 2_166_136_261;
  for (const letter of words) sum = Math.imul(sum ^ letter.charCodeAt(0), 16_777_619);
  return ((sum ^ (sum >>> 13)) >>> 0) / 2 ** 32;
}

/** One measure over one cut, with every state a cell can have. */
export function madeTable(measure: string, crossing: string, wave = "autumn"): ExploreTable {
  const dimensions = crossing === "" ? [] : crossing.split(",");
  const domains = dimensions.reduce<string[][]>(
    (before, id) => before.flatMap((domain) => codesOf(id).map(({ code }) => [...domain, code])),
    [[]],
  );
  return {
    measure,
    crossing: dimensions,
    rows: domains.map((domain) => {
      const cell = madeCell(measure, crossing, domain, wave);
      const shown = cell.state === "published";
      return {
        domain,
        cell,
        comparisons: shown && wave === "autumn" ? compared(measure, crossing, domain) : [],
      };
    }),
    alike: crossing === "municipality-group" ? [["south", "west", "north-east"]] : [],
  };
}

function madeCell(measure: string, crossing: string, domain: readonly string[], wave: string): ExploreCell {
  const unit = set.indicators.find(({ id }) => id === measure)?.unit ?? "percent";
  const [code = ""] = domain;
  const stands = madeFrame.ladder.find(({ municipality }) => municipality === code)?.stands;
  if (crossing === "municipality" && stands === "group") return { state: "not-shown-here" };
  if (crossing === "municipality" && code === "94") return { state: "protected" };
  if (crossing === "municipality" && code === "77") return { state: "too-few" };
  const chance = from(`${measure} ${domain.join()}`);
  if (crossing.includes(",") && chance < 0.12) return { state: chance < 0.06 ? "protected" : "too-few" };
  if (crossing.includes(",") && chance > 0.96) return { state: "not-estimable", reason: "nonresponse" };
  const middle = middles[unit];
  const value = middle * (1 + (chance - 0.5) * (crossing === "" ? 0 : 0.6) - (wave === "spring" ? 0.06 : 0));
  const respondents = crossing === "" ? 2380 : 40 + Math.round(400 * from(`n ${domain.join()}`));
  const half = (middle * 2.2) / Math.sqrt(respondents);
  return {
    state: respondents < 50 ? "few-observations" : "published",
    value,
    low: value - half,
    high: value + half,
    standardError: half / 1.96,
    degreesOfFreedom: respondents - 1,
    respondents,
    effectiveRespondents: respondents / 1.4,
    designEffect: 1.4,
    itemNonresponse: 0.03,
    prorated: null,
  };
}

function compared(measure: string, crossing: string, domain: readonly string[]) {
  const chance = from(`change ${measure} ${domain.join()}`);
  const about = (kind: "change" | "rest"): ExploreTable["rows"][number]["comparisons"][number] => ({
    kind,
    difference: (chance - 0.5) * 0.2,
    low: (chance - 0.5) * 0.2 - 0.05,
    high: (chance - 0.5) * 0.2 + 0.05,
    adjustedP: 0.01,
    compositionAdjusted: null,
    detectable: 0.06,
    verdict: chance > 0.75 ? "better" : chance < 0.25 ? "worse" : "cannot-be-told-apart",
  });
  return crossing === "municipality" ? [about("change"), about("rest")] : [about("change")];
}

export function madeTrend(measure: string, crossing: string): ExploreTrend {
  const waves = [
    { wave: "spring", title: { lt: "Pavasaris", en: "Spring" }, opens: "2026-03-01", number: 1 },
    { wave: "autumn", title: { lt: "Ruduo", en: "Autumn" }, opens: "2026-09-01", number: 2 },
  ];
  const { crossing: dimensions } = madeTable(measure, crossing);
  return {
    measure,
    crossing: dimensions,
    comparable: true,
    waves: waves.map((wave) => ({
      ...wave,
      rows: madeTable(measure, crossing, wave.wave).rows.map(({ domain, cell }) => ({ domain, cell })),
    })),
  };
}
