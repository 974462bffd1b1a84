import type { Words } from "../words/index.ts";
import type { Section } from "./frame.ts";
import { html } from "./markup.ts";

export type Trouble = "unknown" | "closed";

/** There is nothing to answer right now; says why. */
export function unavailableSection(trouble: Trouble, words: Words): Section {
  return {
    name: "unavailable",
    page: trouble,
    heading: words[`${trouble}Title`],
    content: [html`<p>${words[trouble]}</p>`],
  };
}
