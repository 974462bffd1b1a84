import type { LightState } from "@tiltas/instrument/page";
import type { Draft } from "../device/draft.ts";
import { holdAlone } from "../device/one-tab.ts";
import { answersOn, markRows, settle, showFor } from "./answers.ts";
import { fetchAhead, OutOfDate, runApplication } from "./application.ts";
import { newDraft } from "./begin.ts";
import type { Happened } from "./hand-over.ts";
import { askForCode, takeCodeFromAddress } from "./personal-code.ts";
import { notLoadedText } from "./saved-line.ts";
import { current, isThere, nameOf, show } from "./screens.ts";
import { shelf } from "./shelf.ts";
import { addressIn } from "./ways.ts";

/** So long nothing is said while the application comes, milliseconds. */
const patience = 300;

/** From the notice to the first answers; the application goes on from there. */
export async function beginOn(state: LightState): Promise<void> {
  const kept = shelf(state);
  const { searchParams } = new URL(location.href);
  let code = takeCodeFromAddress();
  let draft: Draft | undefined;
  let isHandingOver = false;
  let isOutOfDate = false;
  let from: HTMLElement | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** An earlier visit, or somebody who moves here with a code, is the application's to answer. */
  let isTheApplications = searchParams.has("resume") ? Promise.resolve(true) : kept.isKnown();
  const happened: Happened[] = [];
  const page = state.page ?? "";
  const left = { happened, draft, goesOn: false, isHeld: false, isDisowned: false, onLost, giveBack };

  /** Another tab has taken the interview over: the application says so. */
  function onLost(): void {
    left.isHeld = false;
    void handOver(false);
  }

  /** The application found nothing to go on with, and holds the interview for this tab: the person reads on. */
  function giveBack(): void {
    draft = undefined;
    isTheApplications = Promise.resolve(false);
    Object.assign(left, { isHeld: true, onLost });
    comeBack();
    if (from !== null && current() !== from) show(nameOf(from));
  }

  function comeBack(): void {
    clearTimeout(waiting);
    from?.toggleAttribute("inert", false);
    isHandingOver = false;
  }

  /**
   * The application takes over: to go on, or to say what it knows of an earlier visit or another tab. Until it shows
   * itself or gives the page back, nothing can be pressed here that it would not hear of.
   */
  async function handOver(goesOn: boolean): Promise<void> {
    if (isHandingOver) return;
    isHandingOver = true;
    from = current();
    from?.toggleAttribute("inert", true);
    waiting = setTimeout(() => show("loading"), patience);
    await kept.settled();
    try {
      await runApplication(state, Object.assign(left, { draft, goesOn, isDisowned: kept.isDisowned }));
    } catch (error) {
      isOutOfDate = error instanceof OutOfDate;
      comeBack();
      const line = show("not-loaded")?.querySelector("[data-where]");
      if (line) line.textContent = notLoadedText(state, kept.said);
    }
  }

  /** Where the server has another version by now, its page brings it; answers that are nowhere else stay in this one. */
  function tryAgain(): void {
    const isHereAlone = state.page !== null && (kept.isDisowned || kept.said === "not-saved");
    if (isOutOfDate && !isHereAlone) location.reload();
    else void handOver(left.goesOn);
  }

  async function begin(given: readonly string[]): Promise<void> {
    if (await isTheApplications) return;
    draft = newDraft(state, given, code);
    const screen = state.page === null ? null : show("first");
    if (screen !== null) showFor(screen, state.consents ?? [], given);
    happened.push({ at: performance.now(), kind: "page-shown", page, language: draft.language });
    keep(draft);
    void kept.settled().then(() => fetchAhead(state));
    left.isHeld ||= await holdAlone(state.wave, false, () => left.onLost());
    if (!left.isHeld || screen === null) await handOver(false);
  }

  function keep(newest: Draft): void {
    draft = newest;
    kept.keep(newest);
  }

  function change({ target }: Event): void {
    const screen = current();
    if (screen === null || !(target instanceof HTMLElement)) return;
    const question = target.closest<HTMLElement>("[data-item]");
    if (question) settle(question, target);
    else markRows(screen);
    if (draft === undefined) return;
    const answers = answersOn(screen);
    const isTrapped = target instanceof HTMLInputElement && target.name === "website" && target.value !== "";
    // Browsers tell of one choice twice, as "input" and as "change": it is one answer, and one write.
    if (!isTrapped && JSON.stringify(answers) === JSON.stringify(draft.answers)) return;
    const { item } = question?.dataset ?? {};
    if (item !== undefined) happened.push({ at: performance.now(), kind: "answer-changed", page, item });
    keep({ ...draft, answers, ...(isTrapped ? { trap: true } : {}) });
  }

  function speak(language: string): void {
    if (draft === undefined) {
      location.assign(addressIn(language));
      return;
    }
    const changes = [...(draft.changes ?? []), { page: state.page ?? "", language }];
    keep({ ...draft, language, changes });
    void handOver(false);
  }

  const doing: Readonly<Record<string, () => void>> = {
    agree: () => (isThere("consents") ? show("consents") : void begin([])),
    decline: () => show("declined"),
    decided: () => void begin(ticked()),
    code: () => {
      code = askForCode();
      if (code !== undefined) show("consent");
    },
    "not-mine": () => draft && void kept.disown(draft),
    continue: () => void handOver(true),
    again: tryAgain,
  };
  const asksForCode = code === undefined && searchParams.has("code");
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-go], [data-do]") : null;
    if (button === null) return;
    const { go } = button.dataset;
    if (go !== undefined) show(go === "consent" && asksForCode && isNotice() ? "code" : go);
    else doing[button.dataset.do ?? ""]?.();
  });
  for (const event of ["input", "change"]) document.getElementById("first")?.addEventListener(event, change);
  document.addEventListener("submit", (event) => event.preventDefault());
  const languages = document.querySelector<HTMLSelectElement>("#first .language-switch");
  languages?.addEventListener("change", () => speak(languages.value));
  if (await isTheApplications) await handOver(false);
}

const isNotice = () => current()?.dataset.screen === "notice";

function ticked(): string[] {
  const boxes = current()?.querySelectorAll<HTMLInputElement>("[name=consent]:checked") ?? [];
  return [...boxes].map(({ value }) => value);
}
