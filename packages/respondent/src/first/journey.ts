import type { LightState } from "@tiltas/instrument/page";
import { deviceDatabase } from "../device/database.ts";
import type { Draft } from "../device/draft.ts";
import { saveDraft } from "../device/draft-store.ts";
import { keeping } from "../device/keeping.ts";
import { holdAlone } from "../device/one-tab.ts";
import { isKnownHere } from "../device/presence.ts";
import { answersOn, settle, showFor } from "./answers.ts";
import { fetchAhead, runApplication } from "./application.ts";
import { newDraft } from "./begin.ts";
import { askForCode, takeCodeFromAddress } from "./personal-code.ts";
import { savedLine } from "./saved-line.ts";
import { current, isThere, show } from "./screens.ts";
import { addressIn } from "./ways.ts";

const database = deviceDatabase();
/** So long nothing is said while the application comes. */
const patienceMilliseconds = 300;

/** From the notice to the first answers; the application goes on from there. */
export async function beginOn(state: LightState): Promise<void> {
  const isKiosk = state.mode === "kiosk";
  const say = savedLine(state);
  const save = (draft: Draft) => (isKiosk ? Promise.resolve() : saveDraft(database, draft, new Date()));
  const keeper = keeping(save, () => new Date(), isKiosk ? () => undefined : say);
  let code = takeCodeFromAddress();
  let draft: Draft | undefined;
  let isHeld = false;
  let isHandingOver = false;
  const left = { draft, goesOn: false, isHeld: false, onLost: () => void handOver(false), giveBack };

  /** The application found nothing to go on with. */
  function giveBack(): void {
    draft = undefined;
    show("notice");
  }

  /** The application takes over: to go on, or to say what it knows of an earlier visit or another tab. */
  async function handOver(goesOn: boolean): Promise<void> {
    if (isHandingOver) return;
    isHandingOver = true;
    current()?.toggleAttribute("inert", true);
    const waiting = setTimeout(() => show("loading"), patienceMilliseconds);
    await keeper.settled();
    try {
      await runApplication(state, Object.assign(left, { draft, goesOn, isHeld }));
    } catch {
      show("not-loaded");
    }
    clearTimeout(waiting);
    isHandingOver = false;
  }

  async function begin(given: readonly string[]): Promise<void> {
    draft = newDraft(state, given, code);
    fetchAhead(state);
    const screen = state.page === null ? null : show("first");
    if (screen !== null) showFor(screen, state.consents ?? [], given);
    keeper.keep(draft);
    isHeld = await holdAlone(state.wave, false, () => {
      isHeld = false;
      left.onLost();
    });
    if (!isHeld || screen === null) await handOver(false);
  }

  /** The honeypot aside, every change on the first page is an answer. */
  function change({ target }: Event): void {
    const screen = current();
    if (draft === undefined || screen === null || !(target instanceof HTMLElement)) return;
    const question = target.closest<HTMLElement>("[data-item]");
    if (question) settle(question, target);
    const isTrapped = question === null && target instanceof HTMLInputElement && target.value !== "";
    draft = { ...draft, answers: answersOn(screen), ...(isTrapped ? { trap: true } : {}) };
    keeper.keep(draft);
  }

  function speak(language: string): void {
    if (draft === undefined) {
      location.assign(addressIn(language));
      return;
    }
    const changes = [...(draft.changes ?? []), { page: state.page ?? "", language }];
    draft = { ...draft, language, changes };
    keeper.keep(draft);
    void handOver(false);
  }

  const doing: Readonly<Record<string, () => void>> = {
    agree: () => (isThere("consents") ? show("consents") : void begin([])),
    decline: () => show("declined"),
    decided: () => void begin(ticked()),
    code: () => {
      code = askForCode() ?? code;
      if (code !== undefined) show("consent");
    },
    continue: () => void handOver(true),
    again: () => void handOver(left.goesOn),
  };
  const asksForCode = code === undefined && new URL(location.href).searchParams.has("code");
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-go], [data-do]") : null;
    if (button === null) return;
    const { go } = button.dataset;
    if (go !== undefined) show(go === "consent" && asksForCode && isNotice() ? "code" : go);
    else doing[button.dataset.do ?? ""]?.();
  });
  for (const event of ["input", "change"]) document.getElementById("first")?.addEventListener(event, change);
  const languages = document.querySelector<HTMLSelectElement>("#first .language-switch");
  languages?.addEventListener("change", () => speak(languages.value));
  if (await isKnownHere(database, state.wave).catch(() => false)) await handOver(false);
}

const isNotice = () => current()?.dataset.screen === "notice";

function ticked(): string[] {
  return [...(current()?.querySelectorAll<HTMLInputElement>("[name=consent]:checked") ?? [])].map(
    ({ value }) => value,
  );
}
