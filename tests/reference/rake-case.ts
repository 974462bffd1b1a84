import type { Design } from "@tiltas/analysis/design";
import { type Margins, type Weighed, weighToMargins } from "@tiltas/analysis/weighting";
import type { Microdata } from "@tiltas/cli/microdata";
import type { DesignRole } from "@tiltas/instrument/definition";

/** Margins of a case: category counts by column name, joint ones as `citizenship;sex`. */
export type CaseMargins = Readonly<
  Record<string, readonly { readonly code: string; readonly count: number }[]>
>;

/** Rakes the weights of a case's design; columns play the design roles in the order in which they first occur. */
export function rakeCase(design: Design, data: Microdata, margins: CaseMargins): Weighed {
  const names = [...new Set(Object.keys(margins).flatMap((name) => name.split(";")))];
  const roles: readonly DesignRole[] = ["municipality", "citizenship", "sex", "age", "residence-ground"];
  const roleOf = new Map(names.map((name, i) => [name, roles[i] ?? "age"]));
  const total = Object.values(margins)[0]?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const asMargins: Margins = {
    total,
    demonstration: true,
    notes: [],
    margins: Object.entries(margins).map(([name, cells]) => ({
      id: name,
      dimensions: name.split(";").map((column) => roleOf.get(column) ?? "age"),
      cells: cells.map(({ code, count }, i) => ({ codes: code.split(";"), count, line: i + 2 })),
      referenceDate: "2026-01-01",
      confidences: ["invented"],
      sources: [],
      givenTotal: total,
      gap: 0,
    })),
  };
  const columns = new Map(names.map((name) => [roleOf.get(name) ?? "age", codeColumn(name, data)]));
  return weighToMargins({ base: design.weights, columns, margins: asMargins });
}

function codeColumn(name: string, data: Microdata) {
  const levels = data.levels(name);
  const values = Int16Array.from(data.texts(name), (field) => levels.indexOf(field));
  const codes = levels.map((code) => ({ code, labels: {} }));
  return {
    variable: { name, item: name, labels: {}, codes, kind: "code" as const },
    values,
    missing: Uint8Array.from(values, (value) => (value < 0 ? 3 : 0)),
  };
}
