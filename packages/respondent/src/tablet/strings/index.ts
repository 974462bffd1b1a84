import { en } from "./en.ts";
import { lt } from "./lt.ts";
import type { Strings } from "./strings.ts";

export type { Strings };
export type StaffLanguage = "lt" | "en";

export const stringsIn = (language: StaffLanguage): Strings => (language === "lt" ? lt : en);

export function staffLanguage(browser: readonly string[]): StaffLanguage {
  return browser[0]?.toLowerCase().startsWith("en") ? "en" : "lt";
}
