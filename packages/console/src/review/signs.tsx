import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FlagReport } from "@tiltas/contract/reviews";
import type { ReactNode } from "react";
import { api, ProblemNote, useMay, useStrings } from "../shell/index.ts";
import { Button } from "../widgets/index.ts";
import { type Period, periodOf } from "./period.ts";
import { lookQuery } from "./queries.ts";

interface SignsProps {
  wave: string;
  onTryOut: (period: Period) => void;
}

/** Signs of fabrication, looked for when somebody asks; each leads to what setting it aside would change. */
export function Signs({ wave, onTryOut }: SignsProps) {
  const { signs } = useStrings().review;
  const queries = useQueryClient();
  const known = useQuery(lookQuery(wave)).data?.last ?? null;
  const look = useMutation({
    mutationFn: () => api.look(wave),
    onSuccess: (last) => {
      queries.setQueryData(lookQuery(wave).queryKey, { last });
      return queries.invalidateQueries({ queryKey: ["waves", wave, "reviews"] });
    },
  });
  return (
    <section className="stack" aria-labelledby="signs">
      <h2 id="signs">{signs.title}</h2>
      <p className="quiet">{signs.lead}</p>
      <p>
        <Button busy={look.isPending} onPress={() => look.mutate()} testId="look">
          {known === null ? signs.look : signs.again}
        </Button>
      </p>
      <ProblemNote problem={look.error} />
      <div role="status">
        {look.isPending ? <p className="quiet">{signs.looking}</p> : null}
        {known === null || look.isPending ? null : <p>{signs.at(known.at, known.responses)}</p>}
      </div>
      {known === null ? null : <Found report={known} onTryOut={onTryOut} />}
    </section>
  );
}

function Found({ report, onTryOut }: { report: FlagReport; onTryOut: (period: Period) => void }) {
  const { signs } = useStrings().review;
  const { runs, bursts, speeders } = report;
  if (runs.length + bursts.length + speeders.length === 0) return <p>{signs.nothing}</p>;
  return (
    <>
      <Group title={signs.runs}>
        {runs.map(({ responses, items, channels, from, until, ids }) => (
          <Sign
            key={ids[0]}
            what={signs.run(responses, items)}
            where={[...channels.map(signs.channel), signs.hours(from, until)].join(", ")}
            period={periodOf(channels.length === 1 ? (channels[0] ?? null) : null, from, until)}
            onTryOut={onTryOut}
          />
        ))}
      </Group>
      {speeders.length === 0 ? null : <p>{signs.speeders(speeders.length)}</p>}
      <Group title={signs.bursts}>
        {bursts.map(({ channel, hour, responses, usual }) => (
          <Sign
            key={`${channel} ${hour}`}
            what={signs.burst(responses, usual)}
            where={`${signs.channel(channel)}, ${signs.hours(hour, hour)}`}
            period={periodOf(channel, hour, hour)}
            onTryOut={onTryOut}
          />
        ))}
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="signs">{children}</ul>
    </>
  );
}

interface SignProps {
  what: string;
  where: string;
  period: Period;
  onTryOut: (period: Period) => void;
}

function Sign({ what, where, period, onTryOut }: SignProps) {
  const { signs } = useStrings().review;
  const allowed = useMay();
  return (
    <li className="sign">
      <p>
        <strong>{where}</strong>
        <br />
        {what}
      </p>
      {allowed("response.set-aside") ? (
        <Button label={signs.tryOutFor(where)} onPress={() => onTryOut(period)}>
          {signs.tryOut}
        </Button>
      ) : null}
    </li>
  );
}
