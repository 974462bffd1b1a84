import { useMutation, useQueryClient } from "@tanstack/react-query";
import { longestMargins, type MarginsCheck, type MarginsFile } from "@tiltas/contract/margins";
import { useState } from "react";
import { api, ProblemNote, useSpeech } from "../shell/index.ts";
import { Button, FileField, notify } from "../widgets/index.ts";
import { WhatWasRead } from "./margins.tsx";
import { marginsQuery, weighingQuery } from "./queries.ts";
import { readMarginsFile } from "./read-margins-file.ts";

/** A margins file is chosen and looked at; what is wrong is said by line; it is used only when somebody says so. */
export function Upload({ wave }: { wave: string }) {
  const { upload } = useSpeech().strings.weigh;
  const [objection, setObjection] = useState<string>();
  const check = useMutation({ mutationFn: (file: MarginsFile) => api.checkMargins(wave, file) });
  const take = async (chosen: File) => {
    setObjection(undefined);
    check.reset();
    if (chosen.size > 2 * longestMargins) return setObjection(upload.tooLong);
    const read = await readMarginsFile(chosen);
    if (read === "too-long") return setObjection(upload.tooLong);
    if (read === "unreadable") return setObjection(upload.unreadable);
    check.mutate(read);
  };
  return (
    <div className="stack upload">
      <h3>{upload.title}</h3>
      <p className="quiet">{upload.lead}</p>
      <FileField
        label={upload.label}
        choose={upload.choose}
        dropHere={upload.dropHere}
        accepts={[".csv", "text/csv"]}
        busy={check.isPending}
        testId="margins-file"
        onFile={(file) => void take(file)}
      />
      {objection === undefined ? null : (
        <p className="objection" role="alert">
          {objection}
        </p>
      )}
      <ProblemNote problem={check.error} />
      {check.data === undefined || check.variables === undefined ? null : (
        <Checked wave={wave} file={check.variables} check={check.data} onDone={check.reset} />
      )}
    </div>
  );
}

interface CheckedProps {
  wave: string;
  file: MarginsFile;
  check: MarginsCheck;
  onDone: () => void;
}

function Checked({ wave, file, check, onDone }: CheckedProps) {
  const { language, strings } = useSpeech();
  const { upload } = strings.weigh;
  return (
    <div className="stack" role="status" data-testid="margins-check" data-usable={check.usable}>
      <p>
        <strong>
          {check.usable ? upload.usable(file.name) : upload.refused(file.name, check.problems.length)}
        </strong>
      </p>
      {check.problems.length === 0 ? null : <Problems problems={check.problems} />}
      {check.usable ? <WhatWasRead check={check} /> : null}
      {check.notes.length === 0 ? null : (
        <div>
          <h4>{upload.notes}</h4>
          <ul className="plain-list">
            {check.notes.map((note) => (
              <li key={note.en}>{note[language]}</li>
            ))}
          </ul>
        </div>
      )}
      {check.usable ? <Keep wave={wave} file={file} onDone={onDone} /> : null}
    </div>
  );
}

function Problems({ problems }: { problems: MarginsCheck["problems"] }) {
  const { language, strings } = useSpeech();
  const { upload } = strings.weigh;
  return (
    <>
      <table className="list margin-problems">
        <thead>
          <tr>
            <th scope="col">{upload.place}</th>
            <th scope="col">{upload.what}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ line, sentence }) => (
            <tr key={`${line} ${sentence.en}`}>
              <th scope="row">{upload.line(line)}</th>
              <td>{sentence[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{upload.correct}</p>
    </>
  );
}

function Keep({ wave, file, onDone }: Omit<CheckedProps, "check">) {
  const { upload } = useSpeech().strings.weigh;
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: () => api.keepMargins(wave, file),
    onSuccess: (shown) => {
      queries.setQueryData(marginsQuery(wave).queryKey, shown);
      notify({ about: "margins", sentence: upload.kept });
      onDone();
      return queries.invalidateQueries({ queryKey: weighingQuery(wave).queryKey });
    },
  });
  return (
    <>
      <ProblemNote problem={keep.error} />
      <div className="acts">
        <Button kind="act" busy={keep.isPending} onPress={() => keep.mutate()} testId="keep-margins">
          {upload.keep}
        </Button>
        <Button onPress={onDone}>{upload.drop}</Button>
      </div>
    </>
  );
}
