import { type Notice, type Particular, particulars } from "../definition/index.ts";
import type { PrintedNotice } from "./model.ts";
import type { Phrases } from "./phrases.ts";
import { directionOf, type Wording } from "./wording.ts";

/** The notice as a committee reads it before there is a study: what the study will say is named in its place. */
export function noticeOf(
  { title, points, consent, consents = [] }: Notice,
  wording: Wording,
  phrases: Phrases,
): PrintedNotice {
  const isolate = directionOf(wording.language) !== directionOf(phrases.notes);
  const nameOf = (name: Particular) =>
    isolate ? `\u2068${phrases.particular(name)}\u2069` : phrases.particular(name);
  const of = (text: unknown) => placesNamed(wording.of(text) ?? "", nameOf);
  return {
    title: of(title),
    points: points.map(({ heading, detail }) => ({ heading: of(heading), detail: of(detail) })),
    question: of(consent.question),
    agree: of(consent.agree),
    decline: of(consent.decline),
    consents: consents.map(({ question, detail }) => ({
      question: of(question),
      ...(detail === undefined ? {} : { detail: of(detail) }),
    })),
  };
}

function placesNamed(text: string, nameOf: (name: Particular) => string): string {
  return particulars.reduce((said, name) => said.replaceAll(`{${name}}`, () => nameOf(name)), text);
}
