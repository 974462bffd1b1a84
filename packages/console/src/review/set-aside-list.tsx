import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { SetAsideShown } from "@tiltas/contract/reviews";
import { api, ProblemNote, useMay, useStrings } from "../shell/index.ts";
import { Button, notify } from "../widgets/index.ts";
import { nameOf } from "./period.ts";
import { setAsidesQuery } from "./queries.ts";

/** What is set aside and what was, newest first. */
export function SetAsideList({ wave }: { wave: string }) {
  const { setAside } = useStrings().review;
  const list = useQuery(setAsidesQuery(wave));
  const newestFirst = [...(list.data ?? [])].reverse();
  if (newestFirst.length === 0) return <ProblemNote problem={list.error} />;
  return (
    <section className="stack" aria-labelledby="set-asides">
      <h2 id="set-asides">{setAside.list}</h2>
      <ul className="signs">
        {newestFirst.map((one) => (
          <SetAsideRow key={one.id} wave={wave} one={one} />
        ))}
      </ul>
    </section>
  );
}

function SetAsideRow({ wave, one }: { wave: string; one: SetAsideShown }) {
  const { review } = useStrings();
  const { setAside, signs } = review;
  const allowed = useMay();
  const queries = useQueryClient();
  const lift = useMutation({
    mutationFn: () => api.liftSetAside(wave, one.id),
    onSuccess: (list) => {
      queries.setQueryData(setAsidesQuery(wave).queryKey, list);
      notify({ about: nameOf(one), sentence: setAside.liftDone });
    },
  });
  const channel = one.channel === null ? setAside.everyChannel : signs.channel(one.channel);
  const what = `${channel}, ${signs.hours(one.from, one.until)}`;
  return (
    <li className="sign">
      <p>
        <strong>{what}</strong>
        <br />
        {one.reason} ({one.by})
        <br />
        <span className="quiet">
          {one.liftedAt === null ? setAside.holds : setAside.lifted(one.liftedAt)}
        </span>
      </p>
      {one.liftedAt === null && allowed("response.set-aside") ? (
        <Button busy={lift.isPending} label={setAside.liftOf(what)} onPress={() => lift.mutate()}>
          {setAside.lift}
        </Button>
      ) : null}
      <ProblemNote problem={lift.error} />
    </li>
  );
}
