import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { DeviceSummary, StaffCase } from "@tiltas/contract/devices";
import { useState } from "react";
import { api, ProblemNote, useStrings } from "../shell/index.ts";
import { Button, Entry, notify } from "../widgets/index.ts";
import { casesQuery } from "./queries.ts";
import { TabletChoice, tabletIn } from "./tablet-choice.tsx";

interface MoveCasesProps {
  wave: string;
  cases: readonly StaffCase[];
  tablets: readonly DeviceSummary[];
}

interface Move {
  readonly ids: string[];
  readonly to: string | null;
  /** Who had them, for taking it back. */
  readonly from: string | null;
}

/** Open cases of one tablet go to another, and back if that was a mistake. */
export function MoveCases({ wave, cases, tablets }: MoveCasesProps) {
  const { tablets: strings } = useStrings();
  const { cases: words } = strings;
  const queries = useQueryClient();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const moved = cases.filter(
    ({ device, disposition }) => disposition === "open" && from !== null && device === tabletIn(from),
  );
  const move = useMutation({
    mutationFn: (asked: Move) => api.assignCases(wave, { cases: asked.ids, device: asked.to }),
    onSuccess: (list, { ids, to: target, from: source }) => {
      queries.setQueryData(casesQuery(wave).queryKey, list);
      const undo = () => move.mutate({ ids, to: source, from: target });
      notify({ sentence: words.moved(ids.length), action: { label: strings.undo, onPress: undo } });
    },
  });
  const fits = from !== null && to !== null && from !== to && moved.length > 0;
  const send = () => {
    if (!fits || move.isPending) return;
    move.mutate({ ids: moved.map(({ id }) => id), to: tabletIn(to), from: tabletIn(from) });
  };
  return (
    <section className="stack" aria-labelledby="move-cases">
      <h2 id="move-cases">{words.move}</h2>
      <p className="quiet">{words.moveLead}</p>
      <Entry onSend={send}>
        <TabletChoice label={words.from} tablets={tablets} value={from} onChange={setFrom} />
        <TabletChoice
          label={words.to}
          tablets={tablets.filter(({ revoked }) => !revoked)}
          value={to}
          onChange={setTo}
        />
        <ProblemNote problem={move.error} />
        <Button type="submit" busy={move.isPending} disabled={!fits} testId="move-cases">
          {words.moveNow(moved.length)}
        </Button>
      </Entry>
    </section>
  );
}
