import { QuestionMultipleTextModel } from "survey-core";
import type { BodyProps } from "./following.tsx";
import { Group } from "./group.tsx";
import { Part } from "./part.tsx";

/** A few fields that belong together, one below the other. */
export function Fields({ question, creator }: BodyProps) {
  if (!(question instanceof QuestionMultipleTextModel)) return null;
  return (
    <Group role="group" question={question} className="parts">
      {question.items.map(({ editor }) => (
        <Part key={editor.id} question={editor} creator={creator} />
      ))}
    </Group>
  );
}
