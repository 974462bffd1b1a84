import type { Phrases, PrintedNotice, PrintedOption } from "@tiltas/instrument/printing";
import { HeadingLevel, type Paragraph, type Table } from "docx";
import { answerBlocks, type Tongues } from "./answers.ts";

/** What people are told, with a place for every consent; boxes of their own for those besides taking part. */
export function noticeBlocks(
  { title, points, question, agree, decline, consents }: PrintedNotice,
  { words, separateConsents }: Phrases,
  tongues: Tongues,
): (Paragraph | Table)[] {
  const { words: own, notes } = tongues;
  return [
    notes.say(words.notice, { heading: HeadingLevel.HEADING_1 }),
    own.say(title, { heading: HeadingLevel.HEADING_2 }),
    ...points.map(({ heading, detail }) =>
      own.paragraph([own.run(`${heading}. `, { bold: true }), own.run(detail)], { keepLines: true }),
    ),
    own.say(question, { heading: HeadingLevel.HEADING_2 }),
    ...answerBlocks({ kind: "options", mark: "one", options: [agree, decline].map(place) }, tongues),
    ...(consents.length === 0 ? [] : [notes.say(separateConsents, { style: "Small" })]),
    ...consents.flatMap(({ question, detail }) => [
      ...answerBlocks({ kind: "options", mark: "several", options: [place(question)] }, tongues),
      ...(detail === undefined ? [] : [own.say(detail)]),
    ]),
  ];
}

function place(label: string): PrintedOption {
  return { label, code: "", apart: false, notes: [], writeIn: false };
}
