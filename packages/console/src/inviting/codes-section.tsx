import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Channel, channelName } from "@tiltas/contract/channels";
import type { CodeCounts } from "@tiltas/contract/codes";
import type { WaveDetail } from "@tiltas/contract/waves";
import { useState } from "react";
import type { Places } from "../places/index.ts";
import { api, Empty, ProblemNote, useStrings } from "../shell/index.ts";
import { Button, Entry, TextField } from "../widgets/index.ts";
import { useChannelWords } from "./channel-words.ts";
import { NewCodes } from "./new-codes.tsx";
import { codesQuery } from "./queries.ts";

/** As many as the server makes at once. */
const most = 5_000;

interface CodesSectionProps {
  wave: WaveDetail;
  places: Places;
  channel: Channel;
}

/** Personal codes: made here, shown once, and counted afterwards. */
export function CodesSection({ wave, places, channel }: CodesSectionProps) {
  const { inviting } = useStrings();
  const queries = useQueryClient();
  const [count, setCount] = useState("");
  const [tried, setTried] = useState(false);
  const wanted = /^\d{1,4}$/.test(count.trim()) ? Number(count.trim()) : 0;
  const isWrong = wanted < 1 || wanted > most;
  const make = useMutation({
    mutationFn: () => api.issueCodes(wave.id, { count: wanted, channel: channelName(channel) }),
    onSettled: () => queries.invalidateQueries({ queryKey: codesQuery(wave.id).queryKey }),
  });
  const send = () => {
    setTried(true);
    if (!isWrong && !make.isPending) make.mutate();
  };
  const forget = () => {
    make.reset();
    setCount("");
    setTried(false);
  };
  return (
    <section className="stack" aria-labelledby="codes">
      <h2 id="codes">{inviting.codesTitle}</h2>
      <p>{inviting.codesLead}</p>
      <Entry onSend={send}>
        <ProblemNote problem={make.error} />
        <TextField
          label={inviting.count}
          name="count"
          value={count}
          onChange={setCount}
          autoComplete="off"
          hint={inviting.countHint(most)}
          objection={tried && isWrong ? inviting.countWrong(most) : undefined}
        />
        <Button kind="act" type="submit" busy={make.isPending} testId="make-codes">
          {inviting.make}
        </Button>
      </Entry>
      {make.data === undefined ? null : (
        <NewCodes wave={wave} codes={make.data.codes} language={channel.language} onDone={forget} />
      )}
      <IssuedCodes wave={wave.id} places={places} />
    </section>
  );
}

function IssuedCodes({ wave, places }: { wave: string; places: Places }) {
  const { inviting } = useStrings();
  const codes = useQuery(codesQuery(wave));
  if (codes.data === undefined) return <ProblemNote problem={codes.error} onRetry={() => codes.refetch()} />;
  if (codes.data.length === 0) return <Empty title={inviting.noneTitle}>{inviting.none}</Empty>;
  return <IssuedTable rows={codes.data} places={places} />;
}

function IssuedTable({ rows, places }: { rows: readonly CodeCounts[]; places: Places }) {
  const { inviting, fieldwork, format } = useStrings();
  const words = useChannelWords(places);
  const { columns } = inviting;
  return (
    <>
      <h3 id="codes-made">{inviting.issuedTitle}</h3>
      <p className="quiet">{inviting.spentNote}</p>
      <table className="list" aria-labelledby="codes-made">
        <thead>
          <tr>
            <th scope="col">{columns.channel}</th>
            <th scope="col">{columns.day}</th>
            <th scope="col" className="numeric">
              {columns.issued}
            </th>
            <th scope="col" className="numeric">
              {columns.spent}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ channel, issuedOn, issued, spent }) => (
            <tr key={`${channel} ${issuedOn}`}>
              <th scope="row">{words(channel)}</th>
              <td data-head={columns.day}>{format.day(issuedOn)}</td>
              <td data-head={columns.issued} className="numeric">
                {format.number(issued)}
              </td>
              <td data-head={columns.spent} className="numeric">
                {fieldwork.bandOf(spent.from, spent.to)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
