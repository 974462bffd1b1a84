import { bareCode, grouped } from "@tiltas/contract/code-letters";
import type { ReceiptView } from "@tiltas/contract/withdrawals";
import type { ReceiptState } from "@tiltas/instrument/page";
import { current, show } from "./screens.ts";
import { addressIn, leaveOnExit } from "./ways.ts";

const state: ReceiptState = JSON.parse(document.getElementById("tiltas-receipt")?.textContent ?? "{}");
let code = "";

/** Asks the server with the code in the body; null where it did not answer as it should, after saying so. */
async function ask(address: string): Promise<ReceiptView | null> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ code }),
      redirect: "error",
      cache: "no-store",
    });
    if (response.ok) return await response.json();
    object(response.status === 404 ? "unknown" : response.status === 429 ? "later" : "unreachable");
  } catch {
    object("unreachable");
  }
  return null;
}

function object(what: keyof ReceiptState["words"]): void {
  const objection = current()?.querySelector<HTMLElement>("#objection");
  if (!objection) return;
  objection.hidden = false;
  objection.textContent = state.words[what];
}

async function look(): Promise<void> {
  const field = current()?.querySelector<HTMLInputElement>("#code");
  if (!field) return;
  code = bareCode(field.value);
  if (!/^[A-Z2-7]{16}$/.test(code)) {
    object("mistyped");
    field.focus();
    return;
  }
  field.value = grouped(code, 4);
  const view = await ask("/api/receipts");
  if (view !== null) tell(view);
}

/** A receipt that was there says so, one that was taken back as well. */
function tell({ state: found, waveTitle, wave, receivedOn }: ReceiptView): void {
  show(found === "kept" ? "kept" : "gone");
  const line = current()?.querySelector("[data-state]");
  if (!line) return;
  const title = waveTitle[state.language] ?? Object.values(waveTitle)[0] ?? wave;
  const day = new Intl.DateTimeFormat(state.language, { dateStyle: "long", timeZone: "UTC" });
  line.textContent = state.words[found]
    .replace("{0}", `\u2068${title}\u2069`)
    .replace("{1}", `\u2068${day.format(new Date(receivedOn))}\u2069`)
    // A date that ends in a shortened word brings the full stop along.
    .replace(/\.\u2069\.$/u, ".\u2069");
}

async function withdraw(): Promise<void> {
  const view = await ask("/api/withdrawals");
  if (view !== null) tell(view);
}

leaveOnExit();
document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>("[data-go], [data-do]") : null;
  if (button?.dataset.go) show(button.dataset.go);
  else if (button?.dataset.do === "look") void look();
  else if (button?.dataset.do === "withdraw") void withdraw();
});
document.addEventListener("keydown", ({ key, target }) => {
  if (key === "Enter" && target instanceof HTMLInputElement) void look();
});
const languages = document.querySelector<HTMLSelectElement>(".language-switch");
languages?.addEventListener("change", () => location.assign(addressIn(languages.value)));
