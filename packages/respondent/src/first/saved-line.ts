import type { LightState } from "@tiltas/instrument/page";
import type { KeepingState } from "../device/keeping.ts";

/** "borrowed": nothing is kept, because the device is not the person's own. */
type Said = KeepingState | { readonly kind: "borrowed" };

/** Says where the last change is: true at every moment. Only a failure is announced. */
export function savedLine({ words, language }: LightState): (state: Said) => void {
  const isPhone = matchMedia("(pointer: coarse) and (max-width: 40rem)").matches;
  const where = isPhone ? words.onThisPhone : words.onThisDevice;
  const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
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
      ? words.saved.replace("{0}", where).replace("{1}", clock.format(state.at))
      : "";
  }
}
