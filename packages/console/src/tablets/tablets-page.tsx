import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Empty, Loading, Page, ProblemNote, useMay, useStrings } from "../shell/index.ts";
import { Button, Disclosure } from "../widgets/index.ts";
import { PairingDialog } from "./pairing-dialog.tsx";
import { tabletsQuery } from "./queries.ts";
import { TabletRow } from "./tablet-row.tsx";
import { heldBy } from "./tablet-state.ts";

/** Every tablet of one's place: what it holds, how it stands, pairing and revoking. */
export function TabletsPage() {
  const { tablets } = useStrings();
  const allowed = useMay();
  const queries = useQueryClient();
  const list = useQuery(tabletsQuery);
  const [pairing, setPairing] = useState(false);
  const close = () => {
    setPairing(false);
    void queries.invalidateQueries({ queryKey: tabletsQuery.queryKey });
  };
  const paired = (list.data ?? []).filter(({ pairedAt, revoked }) => pairedAt !== null && !revoked);
  const holding = (list.data ?? []).reduce((sum, tablet) => sum + heldBy(tablet), 0);
  return (
    <Page
      name="tablets"
      title={tablets.title}
      {...(paired.length === 0 ? {} : { sentence: tablets.summary(paired.length, holding) })}
    >
      <div className="acts">
        <Button kind="act" onPress={() => setPairing(true)} testId="pair">
          {tablets.pair}
        </Button>
        {allowed("response.rescue") ? (
          <Link to="/rescue" className="button button-quiet">
            {tablets.toRescue}
          </Link>
        ) : null}
      </div>
      <ProblemNote problem={list.data === undefined ? list.error : null} onRetry={() => list.refetch()} />
      {list.isPending ? <Loading /> : null}
      {list.data?.length === 0 ? <Empty title={tablets.noneTitle}>{tablets.none}</Empty> : null}
      {list.data === undefined || list.data.length === 0 ? null : <TabletTable tablets={list.data} />}
      <Disclosure question={tablets.lost}>
        <p>{tablets.lostAnswer}</p>
      </Disclosure>
      {pairing ? <PairingDialog onClose={close} /> : null}
    </Page>
  );
}

function TabletTable({ tablets: list }: { tablets: readonly Parameters<typeof TabletRow>[0]["tablet"][] }) {
  const { tablets } = useStrings();
  const { columns } = tablets;
  const now = new Date();
  return (
    <table className="list tablets" aria-label={tablets.title}>
      <thead>
        <tr>
          <th scope="col">{columns.tablet}</th>
          <th scope="col">{columns.place}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.holds}</th>
          <th scope="col">{columns.ready}</th>
          <th scope="col">{columns.actions}</th>
        </tr>
      </thead>
      <tbody>
        {list.map((tablet) => (
          <TabletRow key={tablet.id} tablet={tablet} now={now} />
        ))}
      </tbody>
    </table>
  );
}
