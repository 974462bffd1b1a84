import type { Book } from "../book.ts";
import { Page } from "../page.ts";
import { writeTable } from "../table.ts";

/** The questions behind the indicators: a row for each answer that can be chosen, with its code. */
export function writeAnswers(book: Book): void {
  const { texts, reading } = book;
  const { heads } = texts;
  const page = new Page(book, "answers", [24, 60, 14, 44, 18, 22]);
  page.open(texts.sheets.answers, texts.answersMessage);
  const quiet = { look: "quiet" } as const;
  const head = writeTable(
    page,
    "answers",
    [
      { head: heads.id, ...quiet },
      { head: heads.question },
      { head: heads.code, ...quiet },
      { head: heads.answer },
      { head: heads.note, ...quiet },
      { head: heads.indicators, ...quiet },
    ],
    reading.release.questions.flatMap(({ item, label, answers }) => {
      const asked = [item, book.say(label)];
      const used = usedBy(book, item);
      if (answers.length === 0) return [[...asked, "", texts.ownAnswer, "", used]];
      return answers.map(({ code, label: answer, missing }, i) => [
        ...asked,
        code,
        book.say(answer),
        missing ? texts.missingReasons[missing] : "",
        i === 0 ? used : "",
      ]);
    }),
    { filter: true },
  );
  page.close({ head, frozenColumns: 1 });
}

/** More ids than this say less than their number. */
const mostNamed = 8;

function usedBy({ reading, texts }: Book, item: string): string {
  const ids = reading.release.indicators
    .filter(({ definition }) => definition?.items.some(({ name }) => name === item))
    .map(({ id }) => id);
  return ids.length > mostNamed ? texts.manyIndicators(ids.length) : ids.join(", ");
}
