import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DeviceSummary } from "@tiltas/contract/devices";
import { wavesQuery } from "../fieldwork/index.ts";
import { usePlaces } from "../places/index.ts";
import { api, inLanguage, ProblemNote, useSpeech } from "../shell/index.ts";
import { Button, Icon, type IconName, notify } from "../widgets/index.ts";
import { tabletsQuery } from "./queries.ts";
import { isMissed, type TabletState, tabletState } from "./tablet-state.ts";

const marks: Readonly<Record<TabletState, IconName>> = {
  waiting: "circle",
  expired: "dash",
  paired: "circle",
  seen: "check",
  revoked: "dash",
};
/** Classes of the words by state, as other lists have them. */
const moods: Readonly<Record<TabletState, string>> = {
  waiting: "mark-invited",
  expired: "mark-disabled",
  paired: "mark-invited",
  seen: "mark-active",
  revoked: "mark-disabled",
};

export function TabletRow({ tablet, now }: { tablet: DeviceSummary; now: Date }) {
  const { language, strings } = useSpeech();
  const { tablets, people } = strings;
  const { columns } = tablets;
  const places = usePlaces();
  const state = tabletState(tablet, now);
  const wave = useQuery(wavesQuery).data?.find(({ id }) => id === tablet.wave);
  const waveTitle = wave === undefined ? tablet.wave : inLanguage(wave.title, language);
  return (
    <tr data-testid="tablet-row" data-state={state}>
      <th scope="row">
        {tablet.label}
        <span className="beneath">
          {tablets.purposes[tablet.purpose]} · {waveTitle}
        </span>
      </th>
      <td data-head={columns.place}>{places.nameOf(tablet.municipality, people.wholeCountry)}</td>
      <td data-head={columns.state}>
        <span className={`mark-word ${moods[state]}`}>
          <Icon name={marks[state]} />
          <StateWords tablet={tablet} state={state} />
        </span>
      </td>
      <td data-head={columns.holds}>
        <Holds tablet={tablet} now={now} />
      </td>
      <td data-head={columns.ready}>
        <Ready tablet={tablet} />
      </td>
      <td>
        <Acts tablet={tablet} />
      </td>
    </tr>
  );
}

function StateWords({ tablet, state }: { tablet: DeviceSummary; state: TabletState }) {
  const { tablets, format } = useSpeech().strings;
  if (state === "waiting") return tablets.states.waiting(format.clock(tablet.pairingUntil));
  if (state === "seen") return tablets.states.seen(format.moment(tablet.lastSeen ?? tablet.pairingUntil));
  return tablets.states[state];
}

function Holds({ tablet, now }: { tablet: DeviceSummary; now: Date }) {
  const { tablets } = useSpeech().strings;
  const { report } = tablet;
  if (report === null) return "–";
  const { waiting, open, kept } = report;
  return (
    <>
      {waiting + open === 0 ? tablets.holdsNothing : tablets.holds(waiting, open)}
      {kept === 0 ? null : <span className="beneath">{tablets.kept(kept)}</span>}
      {isMissed(tablet, now) ? <span className="failure">{tablets.unheard}</span> : null}
    </>
  );
}

function Ready({ tablet }: { tablet: DeviceSummary }) {
  const { language, strings } = useSpeech();
  const { tablets } = strings;
  const { report } = tablet;
  if (report === null || report.languages.length === 0) return tablets.notReady;
  const languageName = new Intl.DisplayNames(language, { type: "language" });
  const names = report.languages.map((tag) => languageName.of(tag) ?? tag);
  const listed = new Intl.ListFormat(language, { type: "conjunction" }).format(names);
  return (
    <>
      {tablets.ready(listed, report.application)}
      {report.freeMegabytes === null ? null : (
        <span className="beneath">{tablets.space(report.freeMegabytes)}</span>
      )}
    </>
  );
}

/** Revoking takes effect at once and can be undone at once. */
function Acts({ tablet }: { tablet: DeviceSummary }) {
  const { tablets } = useSpeech().strings;
  const queries = useQueryClient();
  const settled = () => queries.invalidateQueries({ queryKey: tabletsQuery.queryKey });
  const restore = useMutation({
    mutationFn: () => api.restoreDevice(tablet.id),
    onSuccess: () => notify({ sentence: tablets.restored(tablet.label) }),
    onSettled: settled,
  });
  const revoke = useMutation({
    mutationFn: () => api.revokeDevice(tablet.id),
    onSuccess: () =>
      notify({
        sentence: tablets.revoked(tablet.label),
        action: { label: tablets.undo, onPress: () => restore.mutate() },
      }),
    onSettled: settled,
  });
  const busy = revoke.isPending || restore.isPending;
  return (
    <div className="acts">
      {tablet.revoked ? (
        <Button busy={busy} label={tablets.restoreFor(tablet.label)} onPress={() => restore.mutate()}>
          {tablets.restore}
        </Button>
      ) : (
        <Button busy={busy} label={tablets.revokeFor(tablet.label)} onPress={() => revoke.mutate()}>
          {tablets.revoke}
        </Button>
      )}
      <ProblemNote problem={revoke.error ?? restore.error} />
    </div>
  );
}
