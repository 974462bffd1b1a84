import type { InterfaceStrings } from "./keys.ts";

/** Names under which survey-core lists a language, and its direction. */
export interface OurCatalogue {
  readonly nativeName: string;
  readonly englishName: string;
  readonly rtl?: true;
  readonly load: () => Promise<{ readonly strings: InterfaceStrings }>;
}

/** Catalogues of our own, where survey-core has none or a poor one. All are draft 1. */
export const ours: ReadonlyMap<string, OurCatalogue> = new Map<string, OurCatalogue>([
  ["az", { nativeName: "azərbaycanca", englishName: "Azerbaijani", load: () => import("./az.ts") }],
  ["be", { nativeName: "беларуская", englishName: "Belarusian", load: () => import("./be.ts") }],
  ["ky", { nativeName: "кыргызча", englishName: "Kyrgyz", load: () => import("./ky.ts") }],
  ["lt", { nativeName: "lietuvių", englishName: "Lithuanian", load: () => import("./lt.ts") }],
  ["tg", { nativeName: "тоҷикӣ", englishName: "Tajik", load: () => import("./tg.ts") }],
  ["ur", { nativeName: "اردو", englishName: "Urdu", rtl: true, load: () => import("./ur.ts") }],
  ["uz", { nativeName: "oʻzbekcha", englishName: "Uzbek", load: () => import("./uz.ts") }],
]);
