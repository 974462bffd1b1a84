import type { Words } from "@tiltas/instrument/words";
import { type FormEvent, useState } from "react";
import type { Draft } from "../device/index.ts";
import { Screen } from "../frame/index.ts";
import { codeIn } from "./code.ts";
import type { Mover } from "./mover.ts";

interface CodeScreenProps {
  readonly mover: Mover;
  readonly words: Words;
  readonly onTaken: (draft: Draft) => void;
}

type Objection = "codeMistyped" | "codeUnknown" | "unreachable";

/** Here an interview that was begun on another device goes on. */
export function CodeScreen({ mover, words, onTaken }: CodeScreenProps) {
  const [written, setWritten] = useState("");
  const [isAsking, setAsking] = useState(false);
  const [objection, setObjection] = useState<Objection>();
  const open = async (event: FormEvent) => {
    event.preventDefault();
    const code = codeIn(written);
    if (code === undefined) return setObjection("codeMistyped");
    setAsking(true);
    const taken = await mover.take(code);
    setAsking(false);
    if (taken.kind === "taken") onTaken(taken.draft);
    else setObjection(taken.kind === "unknown" ? "codeUnknown" : "unreachable");
  };
  const bottom = (
    <button type="submit" form="resume" className="primary" disabled={isAsking}>
      {words.codeOpen}
    </button>
  );
  return (
    <Screen name="code" heading={words.codeTitle} bottom={bottom}>
      <form id="resume" className="code-form" onSubmit={open}>
        <label htmlFor="resume-code">{words.codeField}</label>
        <input
          id="resume-code"
          className="text-field code-field"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={30}
          value={written}
          aria-invalid={objection !== undefined || undefined}
          aria-describedby="resume-objection"
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
        <p id="resume-objection" className="field-objection" role="alert">
          {objection && words[objection]}
        </p>
      </form>
    </Screen>
  );
}
