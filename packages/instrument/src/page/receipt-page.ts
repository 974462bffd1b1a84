import { type Words, wordsIn, written } from "../words/index.ts";
import { documentOf, type LightFiles } from "./document.ts";
import { type Section, screen, topBar, waiting } from "./frame.ts";
import { dataBlock, html } from "./markup.ts";
import { button, withoutScript } from "./start.ts";

/** What the receipt page's script has to know. Its words have places: {0} the wave, {1} the day of arrival. */
export interface ReceiptState {
  readonly language: string;
  readonly words: Readonly<
    Record<"kept" | "withdrawn" | "mistyped" | "unknown" | "later" | "unreachable", string>
  >;
}

/**
 * `GET /receipt`: whoever has a receipt code sees that the answers are there, and can take them back. The code goes to the
 * server in a body, never in an address, so a script is needed; without one the page says so.
 */
export function receiptPage(language: string, files: Pick<LightFiles, "style" | "script" | "icon">): string {
  const words = wordsIn(language);
  const state: ReceiptState = {
    language,
    words: {
      kept: words.lookUpKept("{0}", "{1}"),
      withdrawn: words.lookUpWithdrawn("{0}"),
      mistyped: words.lookUpMistyped,
      unknown: words.lookUpNothing,
      later: words.lookUpLater,
      unreachable: words.unreachable,
    },
  };
  return documentOf({
    language,
    title: `${words.lookUpTitle} – Tiltas`,
    files,
    header: topBar({ words, language, languages: written, isDemonstration: false }),
    sections: [
      screen(lookUp(words)),
      waiting("kept", kept(words)),
      waiting("sure", sure(words)),
      waiting("gone", gone(words)),
      dataBlock("tiltas-receipt", state),
    ],
  });
}

function lookUp(words: Words): Section {
  return {
    name: "look-up",
    heading: words.lookUpTitle,
    content: [
      withoutScript(words),
      html`<p>${words.lookUpDetail}</p><p class="error-text" role="alert" id="objection" hidden></p><label class="field-label" for="code">${words.lookUpField}</label><input class="text-field code-field" id="code" dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="30">`,
    ],
    bottom: button("primary", "look", words.lookUp, "do"),
  };
}

function kept(words: Words): Section {
  return {
    name: "receipt-kept",
    heading: words.lookUpTitle,
    content: [html`<p data-state></p>`],
    bottom: html`${button("secondary", "look-up", words.back)}${button("secondary", "sure", words.withdraw)}`,
  };
}

/** The one confirmation, because what is erased cannot be brought back. */
function sure(words: Words): Section {
  return {
    name: "receipt-sure",
    heading: words.withdrawSure,
    content: [
      html`<p>${words.withdrawEffect}</p><p class="error-text" role="alert" id="objection" hidden></p><div class="equal-buttons">${button("row-button", "withdraw", words.withdrawYes, "do")}${button("row-button", "kept", words.withdrawNo)}</div>`,
    ],
  };
}

function gone(words: Words): Section {
  return { name: "receipt-gone", heading: words.withdrawn, content: [html`<p data-state></p>`] };
}
