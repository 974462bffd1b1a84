import { english } from "./english.ts";
import { englishProvenance } from "./english-names.ts";
import type { Language } from "./language.ts";
import { lithuanian } from "./lithuanian.ts";
import { lithuanianProvenance } from "./lithuanian-names.ts";

export { type Language, wording } from "./language.ts";

/** All words of the workbook in one language. */
export type Texts = typeof english;

export const texts: Readonly<Record<Language, Texts>> = { lt: lithuanian, en: english };
export const provenanceWords = { lt: lithuanianProvenance, en: englishProvenance };
