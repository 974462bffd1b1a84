import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SetAsidePreview } from "@tiltas/contract/reviews";
import { useEffect, useRef, useState } from "react";
import { api, ProblemNote, useStrings } from "../shell/index.ts";
import { Button, Entry, notify, TextField } from "../widgets/index.ts";
import { HourField } from "./hour-field.tsx";
import { fieldOf, instantOf, nameOf, type Period } from "./period.ts";
import { Preview } from "./preview.tsx";
import { setAsidesQuery } from "./queries.ts";

interface SetAsideProps {
  wave: string;
  /** Where one begins, such as with a sign of fabrication; it is previewed at once. */
  period: Period | undefined;
}

/** Asks for a channel and hours, shows what leaving them out would change, and only then takes the decision. */
export function SetAside({ wave, period }: SetAsideProps) {
  const { setAside } = useStrings().review;
  const heading = useRef<HTMLHeadingElement>(null);
  const [channel, setChannel] = useState(period?.channel ?? "");
  const [from, setFrom] = useState(period ? fieldOf(period.from) : "");
  const [until, setUntil] = useState(period ? fieldOf(period.until) : "");
  const [isAsked, setAsked] = useState(false);
  const asked = periodIn(channel, from, until);
  const preview = useMutation({ mutationFn: (question: Period) => api.previewSetAside(wave, question) });
  const { mutate } = preview;
  useEffect(() => {
    if (period === undefined) return;
    heading.current?.focus();
    mutate(period);
  }, [period, mutate]);
  const objection = (holds: boolean, words: string) => (isAsked && holds ? words : undefined);
  const changed = (set: (value: string) => void) => (value: string) => {
    set(value);
    preview.reset();
  };
  return (
    <section className="stack set-aside" aria-labelledby="set-aside">
      <h2 id="set-aside" ref={heading} tabIndex={-1}>
        {setAside.title}
      </h2>
      <p className="quiet">{setAside.lead}</p>
      <Entry
        onSend={() => {
          setAsked(true);
          if (asked !== undefined) mutate(asked);
        }}
      >
        <div className="set-aside-fields">
          <TextField
            label={setAside.channel}
            name="channel"
            value={channel}
            onChange={changed(setChannel)}
            hint={setAside.channelHint}
            objection={objection(!isChannel(channel), setAside.channelWrong)}
          />
          <HourField
            label={setAside.from}
            hint={setAside.hourHint}
            value={from}
            onChange={changed(setFrom)}
            objection={objection(instantOf(from) === undefined, setAside.hourMissing)}
          />
          <HourField
            label={setAside.until}
            hint={setAside.hourHint}
            value={until}
            onChange={changed(setUntil)}
            objection={
              objection(instantOf(until) === undefined, setAside.hourMissing) ??
              objection(from >= until, setAside.order)
            }
          />
        </div>
        <ProblemNote problem={preview.error} />
        <p>
          <Button type="submit" busy={preview.isPending} testId="preview">
            {setAside.preview}
          </Button>
        </p>
      </Entry>
      {preview.data === undefined || preview.variables === undefined ? null : (
        <Decide wave={wave} period={preview.variables} preview={preview.data} onDone={preview.reset} />
      )}
    </section>
  );
}

const isChannel = (channel: string) => /^[a-z0-9-]{0,40}$/.test(channel);

function periodIn(channel: string, from: string, until: string): Period | undefined {
  const [start, end] = [instantOf(from), instantOf(until)];
  if (start === undefined || end === undefined || start >= end || !isChannel(channel)) return undefined;
  return { channel: channel === "" ? null : channel, from: start, until: end };
}

interface DecideProps {
  wave: string;
  period: Period;
  preview: SetAsidePreview;
  onDone: () => void;
}

function Decide({ wave, period, preview, onDone }: DecideProps) {
  const { review } = useStrings();
  const { setAside } = review;
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isMissing = reason.trim() === "";
  const decide = useMutation({
    mutationFn: () => api.setAside(wave, { ...period, reason: reason.trim() }),
    onSuccess: (list) => {
      queries.setQueryData(setAsidesQuery(wave).queryKey, list);
      notify({ about: nameOf(period), sentence: setAside.done });
      onDone();
    },
  });
  return (
    <>
      <Preview preview={preview} />
      <Entry
        onSend={() => {
          setAsked(true);
          if (!isMissing && !decide.isPending) decide.mutate();
        }}
      >
        <TextField
          label={review.why}
          name="reason"
          value={reason}
          onChange={setReason}
          hint={review.whyHint}
          objection={isAsked && isMissing ? review.whyMissing : undefined}
        />
        <ProblemNote problem={decide.error} />
        <p>
          <Button kind="act" type="submit" busy={decide.isPending} testId="set-aside">
            {setAside.decide}
          </Button>
        </p>
      </Entry>
    </>
  );
}
