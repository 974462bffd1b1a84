import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { DeviceSummary, StaffCase } from "@tiltas/contract/devices";
import type { WaveDetail } from "@tiltas/contract/waves";
import { useState } from "react";
import { usePlaces } from "../places/index.ts";
import { api, ProblemNote, useStrings } from "../shell/index.ts";
import { Button, Entry, FileField, notify, TextAreaField } from "../widgets/index.ts";
import { type CheckedList, caseIdentity, checkList } from "./case-list.ts";
import { casesQuery } from "./queries.ts";
import { everyTablet, TabletChoice, tabletIn } from "./tablet-choice.tsx";

interface NewCasesProps {
  wave: WaveDetail;
  cases: readonly StaffCase[];
  tablets: readonly DeviceSummary[];
}

/** A list is pasted or chosen, checked while it is there, and added whole. */
export function NewCases({ wave, cases, tablets }: NewCasesProps) {
  const { cases: words } = useStrings().tablets;
  const queries = useQueryClient();
  const places = usePlaces();
  const [text, setText] = useState("");
  const [tablet, setTablet] = useState(everyTablet);
  const checked = checkList(text, {
    places: places.options,
    ownPlace: places.own,
    languages: wave.languages,
    known: new Set(cases.map(caseIdentity)),
  });
  const add = useMutation({
    mutationFn: () => api.addCases(wave.id, { device: tabletIn(tablet), cases: [...checked.cases] }),
    onSuccess: (list) => {
      notify({ sentence: words.added(checked.cases.length) });
      queries.setQueryData(casesQuery(wave.id).queryKey, list);
      setText("");
    },
  });
  const fits = checked.cases.length > 0 && checked.wrong.length === 0;
  return (
    <section className="stack" aria-labelledby="add-cases">
      <h2 id="add-cases">{words.add}</h2>
      <p>{words.addLead}</p>
      <FileField
        label={words.file}
        choose={words.choose}
        dropHere={words.dropHere}
        accepts={[".csv", ".tsv", ".txt"]}
        onFile={(file) => void file.text().then(setText)}
      />
      <Entry onSend={() => fits && !add.isPending && add.mutate()}>
        <TextAreaField
          label={words.paste}
          name="cases"
          value={text}
          onChange={setText}
          hint={words.pasteHint}
        />
        <Checked list={checked} />
        <TabletChoice
          label={words.forTablet}
          tablets={tablets.filter(({ revoked }) => !revoked)}
          value={tablet}
          onChange={setTablet}
        />
        <ProblemNote problem={add.error} />
        <Button kind="act" type="submit" busy={add.isPending} disabled={!fits} testId="add-cases">
          {words.addNow}
        </Button>
      </Entry>
    </section>
  );
}

/** Rows in sight; a list with more mistakes is mended in the spreadsheet. */
const shown = 8;

function Checked({ list: { cases, wrong } }: { list: CheckedList }) {
  const { cases: words } = useStrings().tablets;
  return (
    <div role="status" className="stack">
      {cases.length === 0 ? null : <p>{words.checked(cases.length)}</p>}
      {wrong.length === 0 ? null : (
        <div className="remark">
          <p>{words.wrongTitle(wrong.length)}</p>
          <ul>
            {wrong.slice(0, shown).map(({ line, what }) => (
              <li key={line}>{words.row(line, words.wrong[what])}</li>
            ))}
            {wrong.length > shown ? <li>{words.more(wrong.length - shown)}</li> : null}
          </ul>
        </div>
      )}
    </div>
  );
}
