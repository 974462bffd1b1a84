import { wordsIn } from "@tiltas/instrument/words";
import { useId, useState } from "react";
import { type ItemValue, type Question, QuestionTagboxModel } from "survey-core";
import { Choices } from "./choices.tsx";
import { describedBy } from "./described.ts";
import { matching } from "./search.ts";
import { optionOf } from "./searchable-list.tsx";

/** A list up to this long is read sooner than a search is begun. */
const readAtOnce = 12;

/** Several from a long list: rows to tick, narrowed by what is typed; what is ticked stays in sight. */
export function SearchableChoices({ question }: { readonly question: Question }) {
  const [typed, setTyped] = useState("");
  const field = useId();
  if (!(question instanceof QuestionTagboxModel)) return null;
  const choices: readonly ItemValue[] = question.visibleChoices;
  if (choices.length <= readAtOnce) return <Choices question={question} />;
  const words = wordsIn(question.getLocale());
  const found = new Set(matching(choices.map(optionOf), typed).map(({ value }) => value));
  const inSight = (choice: ItemValue) => found.has(choice.value) || question.isItemSelected(choice);
  return (
    <div className="searchable">
      <input
        className="text-field"
        type="search"
        id={field}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-labelledby={question.ariaTitleId}
        aria-describedby={describedBy(question) || undefined}
        placeholder={words.search}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p className={found.size === 0 ? "nothing-found quiet" : "visually-hidden"} role="status">
        {typed !== "" && words.searchCount(found.size)}
      </p>
      <Choices question={question} inSight={inSight} />
    </div>
  );
}
