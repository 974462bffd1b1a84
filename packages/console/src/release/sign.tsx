import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Candidate } from "@tiltas/contract/releases";
import { useState } from "react";
import { releasesQuery } from "../explore/index.ts";
import { api, ProblemNote, useMay, useSession, useSpeech } from "../shell/index.ts";
import { Button, Dialog, notify, TextAreaField } from "../widgets/index.ts";
import { candidatesQuery } from "./queries.ts";

interface SignProps {
  candidate: Candidate;
  /** The release in force, which this one would correct. */
  corrects: number | null;
  /** Told when something was signed, and whether that released it. */
  onSigned: (isReleased: boolean) => void;
}

/** Notes and the signature that freezes the figures; where two must sign, the second reads the notes of the first. */
export function Sign({ candidate, corrects, onSigned }: SignProps) {
  const { release } = useSpeech().strings;
  const allowed = useMay();
  const own = useSession()?.session.person.email;
  const [first] = candidate.signatures;
  const [lt, setLt] = useState(candidate.notes?.lt ?? "");
  const [en, setEn] = useState(candidate.notes?.en ?? "");
  const correcting = first === undefined ? corrects : candidate.corrects;
  const notes = candidate.notes ?? { lt: lt.trim(), en: en.trim() };
  return (
    <section className="card stack" aria-labelledby="sign-title">
      <h2 id="sign-title" tabIndex={-1}>
        {release.signTitle}
      </h2>
      <p className="quiet">{release.signLead}</p>
      {candidate.signaturesNeeded < 2 ? null : <p>{release.twoNeeded}</p>}
      {correcting === null ? null : <p>{release.corrects(correcting)}</p>}
      {first === undefined ? (
        <>
          <TextAreaField
            label={release.notesLt}
            name="notes-lt"
            value={lt}
            onChange={setLt}
            hint={release.notesHint}
          />
          <TextAreaField label={release.notesEn} name="notes-en" value={en} onChange={setEn} />
        </>
      ) : (
        <WrittenNotes candidate={candidate} />
      )}
      {first?.by === own ? <p className="remark">{release.waits}</p> : null}
      {allowed("release.sign") && first?.by !== own ? (
        <SignButton candidate={candidate} signature={{ notes, corrects: correcting }} onSigned={onSigned} />
      ) : null}
    </section>
  );
}

function WrittenNotes({ candidate: { notes, signatures } }: { candidate: Candidate }) {
  const { release } = useSpeech().strings;
  return (
    <>
      {signatures.map(({ by, at }) => (
        <p key={by}>{release.signedBy(by, at)}</p>
      ))}
      {(["lt", "en"] as const).map((language) =>
        notes === null || notes[language] === "" ? null : (
          <blockquote key={language} lang={language} className="note">
            <p className="quiet">{language === "lt" ? release.notesLt : release.notesEn}</p>
            <p>{notes[language]}</p>
          </blockquote>
        ),
      )}
    </>
  );
}

interface SignButtonProps {
  candidate: Candidate;
  signature: Parameters<typeof api.sign>[1];
  /** Told whether it was the last signature needed. */
  onSigned: (isReleased: boolean) => void;
}

/** Releasing is asked about once more: it cannot be undone. */
function SignButton({ candidate, signature, onSigned }: SignButtonProps) {
  const { release } = useSpeech().strings;
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const isLast = candidate.signatures.length + 1 >= candidate.signaturesNeeded;
  const sign = useMutation({
    mutationFn: () => api.sign(candidate.id, signature),
    onSuccess: ({ release: number }) => {
      setAsked(false);
      onSigned(number !== null);
      notify({
        about: `release of ${candidate.wave}`,
        sentence: number === null ? release.signed : release.done(number),
      });
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: candidatesQuery(candidate.wave).queryKey });
      await queries.invalidateQueries({ queryKey: releasesQuery(candidate.wave).queryKey });
    },
  });
  const act = isLast ? release.sign : release.signFirst;
  return (
    <>
      <p>
        <Button kind="act" onPress={() => setAsked(true)} testId="sign">
          {act}
        </Button>
      </p>
      <Dialog
        title={isLast ? release.confirmTitle : act}
        open={isAsked}
        onClose={() => setAsked(false)}
        alert
      >
        <p>{isLast ? release.confirm(candidate.respondents ?? 0) : release.confirmFirst}</p>
        <ProblemNote problem={sign.error} />
        <div className="dialog-actions">
          <Button kind="act" busy={sign.isPending} onPress={() => sign.mutate()} testId="confirm-sign">
            {act}
          </Button>
          <Button onPress={() => setAsked(false)}>{release.back}</Button>
        </div>
      </Dialog>
    </>
  );
}
