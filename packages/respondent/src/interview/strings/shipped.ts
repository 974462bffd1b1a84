import type { Corrections } from "./keys.ts";

/**
 * Catalogues of survey-core for languages that people in Lithuania speak, by language code. Each is a file of its own
 * and comes only when an interview is held in its language.
 */
export const shipped: ReadonlyMap<string, () => Promise<unknown>> = new Map([
  ["ar", () => import("survey-core/i18n/arabic")],
  ["de", () => import("survey-core/i18n/german")],
  ["es", () => import("survey-core/i18n/spanish")],
  ["et", () => import("survey-core/i18n/estonian")],
  ["fa", () => import("survey-core/i18n/persian")],
  ["fil", () => import("survey-core/i18n/philippines")],
  ["fr", () => import("survey-core/i18n/french")],
  ["he", () => import("survey-core/i18n/hebrew")],
  ["hi", () => import("survey-core/i18n/hindi")],
  ["id", () => import("survey-core/i18n/indonesian")],
  ["it", () => import("survey-core/i18n/italian")],
  ["ka", () => import("survey-core/i18n/georgian")],
  ["kk", () => import("survey-core/i18n/kazakh")],
  ["lv", () => import("survey-core/i18n/latvian")],
  ["pl", () => import("survey-core/i18n/polish")],
  ["pt", () => import("survey-core/i18n/portuguese")],
  ["ro", () => import("survey-core/i18n/romanian")],
  ["ru", () => import("survey-core/i18n/russian")],
  ["tr", () => import("survey-core/i18n/turkish")],
  ["uk", () => import("survey-core/i18n/ukrainian")],
  ["vi", () => import("survey-core/i18n/vietnamese")],
  ["zh-cn", () => import("survey-core/i18n/simplified-chinese")],
]);

/** Our corrections of them. */
export const corrected: ReadonlyMap<string, () => Promise<{ readonly corrections: Corrections }>> = new Map([
  ["ar", () => import("./corrections/ar.ts")],
  ["fa", () => import("./corrections/fa.ts")],
  ["hi", () => import("./corrections/hi.ts")],
  ["ka", () => import("./corrections/ka.ts")],
  ["kk", () => import("./corrections/kk.ts")],
  ["ru", () => import("./corrections/ru.ts")],
  ["tr", () => import("./corrections/tr.ts")],
  ["uk", () => import("./corrections/uk.ts")],
  ["vi", () => import("./corrections/vi.ts")],
]);
