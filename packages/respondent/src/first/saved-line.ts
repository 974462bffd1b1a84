import type { LightState } from "@tiltas/instrument/page";
import type { KeepingState } from "../device/keeping.ts";

/** "borrowed": nothing is kept, because the device is not the person's own. */
export type Said = KeepingState | { readonly kind: "borrowed" };

/** Says where the last change is: true at every moment. Only a failure is announced. */
export function savedLine({ words, language }: LightState): (state: Said) => void {
  const where = deviceIn(words);
  return (state) => {
    const line = document.querySelector<HTMLElement>("#first .saved");
    if (line === null) return;
    line.dataset.state = state.kind;
    line.classList.toggle("attention", state.kind === "not-saved");
    line.role = state.kind === "not-saved" ? "alert" : null;
    line.textContent = text(state);
  };
  function text(state: Said): string {
    if (state.kind === "saving" || state.kind === "borrowed") return words[state.kind];
    if (state.kind === "not-saved") return words.notSaved.replace("{0}", where);
    return state.kind === "saved"
      ? words.saved.replace("{0}", where).replace("{1}", timeOfDay(state.at, language))
      : "";
  }
}

/** Says that the next questions did not come, and what has truly become of the answers meanwhile. */
export function notLoadedText({ words }: LightState, kept: Said["kind"]): string {
  if (kept === "borrowed") return words.borrowed;
  const text = kept === "not-saved" ? words.notSaved : words.notLoaded;
  return text.replace("{0}", deviceIn(words));
}

function deviceIn({ onThisPhone, onThisDevice }: LightState["words"]): string {
  return matchMedia("(pointer: coarse) and (max-width: 40rem)").matches ? onThisPhone : onThisDevice;
}

/** Languages whose clock is 09:05: making a formatter for it is among the dearest things before the first answer. */
const plainClock = ["lt", "en", "uk", "ru", "be", "uz", "tg"];

function timeOfDay(at: Date, language: string): string {
  if (plainClock.includes(language))
    return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
  return new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    at,
  );
}
