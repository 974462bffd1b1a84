import type { Paired } from "@tiltas/contract/devices";
import type { PublicWave } from "@tiltas/contract/waves";
import { freeMegabytes, type StorageState } from "../device/index.ts";
import { fetchQuestionnaire, loadInterviewScreen } from "../interview/index.ts";
import { findWave } from "../start/index.ts";
import { dataOf, keepForOffline, openableOffline } from "../worker/index.ts";

/** What an interviewer wants to know before leaving the office. */
export interface Readiness {
  /** True when an interview can begin, be held and be finished without network. */
  readonly isReady: boolean;
  readonly wave: PublicWave | undefined;
  /** As it is asked; undefined where it could not be fetched. */
  readonly questionnaire: object | undefined;
  readonly languages: readonly string[];
  readonly instruments: readonly string[];
  readonly freeMegabytes: number | null;
  readonly storage: StorageState["kind"];
}

/**
 * Fetches all that an interview needs, in every language of the wave, has the service worker keep it, and looks whether
 * it has.
 */
export async function readiness(
  { wave, purpose }: Pick<Paired, "wave" | "purpose">,
  fetchNow: typeof fetch,
  selfTest: () => Promise<StorageState>,
): Promise<Readiness> {
  const found = await findWave(wave, fetchNow);
  const open = found.kind === "found" ? found.wave : undefined;
  const languages = open === undefined ? [] : await loadable(open.languages);
  const asked = open && (await fetchQuestionnaire(open.instrument, fetchNow));
  const questionnaire = asked?.kind === "found" ? asked.questionnaire : undefined;
  const heard = asked?.kind === "found" ? Object.values(asked.conduct.recordings) : [];
  const recordings = heard.flatMap((languages) => Object.values(languages));
  const hasQuestions = questionnaire !== undefined;
  const storage = (await selfTest().catch((): StorageState => ({ kind: "refused" }))).kind;
  const keeps = storage === "ok" || storage === "not-persisted";
  return {
    isReady:
      keeps &&
      hasQuestions &&
      languages.length > 0 &&
      (await isServedWithoutNetwork(purpose, open, recordings)),
    wave: open,
    questionnaire,
    languages,
    instruments: hasQuestions && open !== undefined ? [open.instrument] : [],
    freeMegabytes: await freeMegabytes(),
    storage,
  };
}

/** The languages whose own words could be fetched. */
async function loadable(languages: readonly string[]): Promise<string[]> {
  const tried = await Promise.allSettled(languages.map(loadInterviewScreen));
  return languages.filter((_, at) => tried[at]?.status === "fulfilled");
}

/** The worker holds the pages of this tablet, the whole application, the wave and its questions. */
async function isServedWithoutNetwork(
  purpose: Paired["purpose"],
  wave: PublicWave | undefined,
  recordings: readonly string[],
): Promise<boolean> {
  if (wave === undefined) return false;
  const pages = purpose === "kiosk" ? ["/tablet", ...kioskPages(wave)] : ["/tablet"];
  const missing = await keepForOffline({
    pages,
    data: [...dataOf(wave.id, wave.instrument), ...recordings],
    everything: true,
  });
  if (missing === undefined || missing.length > 0) return false;
  return (await openableOffline(pages)).length === pages.length;
}

/** The list of languages, and the beginning in each of them. */
function kioskPages({ id, languages }: PublicWave): string[] {
  const list = `/w/${encodeURIComponent(id)}?mode=kiosk`;
  return [list, ...languages.map((language) => `${list}&lang=${language}`)];
}

/** Names the build by its script, as the server names files: `index-CmSIbt0W`. */
export function applicationVersion(): string {
  const [, name = "?"] = /\/([^/]+)\.\w+$/.exec(new URL(import.meta.url).pathname) ?? [];
  return name.slice(0, 64);
}
