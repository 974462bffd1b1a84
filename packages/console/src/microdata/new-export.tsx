import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ProblemNote, useSpeech } from "../shell/index.ts";
import { Button, Entry, notify, TextField } from "../widgets/index.ts";
import { mayExpire } from "./expiry.ts";
import { microdataQuery } from "./queries.ts";

/** Asks who will hold the file, what for and until when; only then is it made. */
export function NewExport({ wave }: { wave: string }) {
  const { microdata } = useSpeech().strings;
  const queries = useQueryClient();
  const [holder, setHolder] = useState("");
  const [purpose, setPurpose] = useState("");
  const [expires, setExpires] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isWhole = holder.trim() !== "" && purpose.trim() !== "" && mayExpire(expires, new Date());
  const objection = (isWrong: boolean, words: string) => (isAsked && isWrong ? words : undefined);
  const make = useMutation({
    mutationFn: () => api.exportMicrodata(wave, { holder: holder.trim(), purpose: purpose.trim(), expires }),
    onSuccess: () => {
      notify({ about: "microdata", sentence: microdata.begun });
      setHolder("");
      setPurpose("");
      setExpires("");
      setAsked(false);
      return queries.invalidateQueries({ queryKey: microdataQuery(wave).queryKey });
    },
  });
  return (
    <section className="card stack" aria-labelledby="new-export">
      <h2 id="new-export">{microdata.newTitle}</h2>
      <p className="quiet">{microdata.newLead}</p>
      <Entry
        onSend={() => {
          setAsked(true);
          if (isWhole && !make.isPending) make.mutate();
        }}
      >
        <TextField
          label={microdata.holder}
          name="holder"
          value={holder}
          onChange={setHolder}
          hint={microdata.holderHint}
          objection={objection(holder.trim() === "", microdata.holderMissing)}
        />
        <TextField
          label={microdata.purpose}
          name="purpose"
          value={purpose}
          onChange={setPurpose}
          hint={microdata.purposeHint}
          objection={objection(purpose.trim() === "", microdata.purposeMissing)}
        />
        <TextField
          label={microdata.expires}
          name="expires"
          type="date"
          value={expires}
          onChange={setExpires}
          hint={microdata.expiresHint}
          objection={objection(!mayExpire(expires, new Date()), microdata.expiresMissing)}
        />
        <ProblemNote problem={make.error} />
        <Button kind="act" type="submit" busy={make.isPending} testId="export">
          {microdata.make}
        </Button>
      </Entry>
    </section>
  );
}
