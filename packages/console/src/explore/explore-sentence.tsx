import { useQuery } from "@tanstack/react-query";
import { inLanguage, useSpeech } from "../shell/index.ts";
import { type Asked, shownFor } from "./asked.ts";
import { chosenRelease } from "./chosen-release.ts";
import { shownCell } from "./figure-rows.ts";
import { cellsQuery, frameQuery, releasesQuery } from "./queries.ts";

/** The figure of the country, in a sentence. */
export function ExploreSentence({ wave, asked }: { wave: string; asked: Asked }) {
  const { language, strings } = useSpeech();
  const { explore, format } = strings;
  const releases = useQuery(releasesQuery(wave)).data ?? [];
  const number = chosenRelease(releases, asked.release)?.number ?? 0;
  const edition = { wave, number };
  const frame = useQuery({ ...frameQuery(edition), enabled: number > 0 }).data;
  const measure = frame === undefined ? undefined : shownFor(frame, asked).measure;
  const cut = { measure: measure?.id ?? "", crossing: "" };
  const country = useQuery({ ...cellsQuery(edition, cut), enabled: measure !== undefined }).data;
  const indicator = frame?.indicators.find(({ id }) => id === measure?.indicator);
  if (measure === undefined || indicator === undefined || country === undefined) return explore.lead;
  const label = inLanguage(measure.label, language);
  const cell = country.rows[0]?.cell;
  const shown = cell === undefined ? null : shownCell(cell);
  if (shown === null) return explore.nationalHidden(label);
  const { value, low, high, respondents } = shown;
  const interval = low === null || high === null ? null : format.interval(low, high, indicator.unit);
  return explore.national(label, format.figure(value, indicator.unit), interval, respondents);
}
