import { english } from "./texts.en.ts";
import { lithuanian } from "./texts.lt.ts";
import type { Texts } from "./texts.ts";

/** The languages a workbook can be written in. */
export const texts: Readonly<Record<"lt" | "en", Texts>> = { lt: lithuanian, en: english };
