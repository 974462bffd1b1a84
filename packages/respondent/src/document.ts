import type { PublicWave } from "@tiltas/contract/waves";
import { directionOf, inLanguage } from "@tiltas/instrument/words";
import { useEffect } from "react";

/** Tells the browser, and through it a screen reader, which language is spoken and what the page is about. */
export function useDocument(language: string, wave: PublicWave | undefined): void {
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    document.title = wave === undefined ? "Tiltas" : `${inLanguage(wave.title, language)} – Tiltas`;
  }, [language, wave]);
}
