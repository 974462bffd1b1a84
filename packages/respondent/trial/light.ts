import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  inlineHash,
  type LightFiles,
  type LightPageProps,
  type LightWave,
  languagePage,
  lightPage,
} from "@tiltas/instrument/page";
import { acceptedLanguages, languageToBeginWith } from "@tiltas/instrument/words";

/** The light page as the real server makes it, from the same templates and under the same policy. */
export interface LightTrial {
  readonly policy: string;
  page(
    wave: LightWave,
    published: Pick<LightPageProps, "instrument" | "beside">,
    query: URLSearchParams,
    acceptLanguage: string,
  ): string;
}

/** @param application  folder of the built application */
export function lightTrial(application: string): LightTrial {
  const read = (name: string) => readFileSync(join(application, name), "utf8").trim();
  const built: Pick<LightFiles, "icon" | "application"> = JSON.parse(read("light.json"));
  const files: LightFiles = { ...built, script: read("first.js"), style: read("first.css") };
  return {
    policy:
      `default-src 'none'; script-src 'self' ${inlineHash(files.script)}; style-src 'self' ${inlineHash(files.style)}; ` +
      "font-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    page(wave, published, query, acceptLanguage) {
      const spoken = query.get("mode") === "kiosk" ? [] : acceptedLanguages(acceptLanguage);
      const language = languageToBeginWith(wave.languages, query.get("lang"), spoken);
      const address = (one: string) => `?${new URLSearchParams([...query, ["lang", one]])}`;
      const wanted = query.get("mode");
      const mode = wanted !== null && wave.modes.includes(wanted) ? wanted : "web";
      if (language === undefined) return languagePage({ wave, mode, files }, address);
      return lightPage({ wave, ...published, language, mode, files });
    },
  };
}
