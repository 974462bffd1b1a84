import { endonym } from "@tiltas/instrument/words";
import { applicationVersion, type Readiness } from "./readiness.ts";
import type { Strings } from "./strings/index.ts";

interface ReadinessPanelProps {
  readonly ready: Readiness | undefined;
  readonly lastSync: string | null;
  readonly isChecking: boolean;
  readonly strings: Strings;
  readonly clock: (time: string) => string;
  readonly onCheck: () => void;
}

/** "Ready without network": everything an interviewer checks before leaving the office. */
export function ReadinessPanel({
  ready,
  lastSync,
  isChecking,
  strings,
  clock,
  onCheck,
}: ReadinessPanelProps) {
  const isReady = ready?.isReady ?? false;
  const [heading, detail] = wordsFor(isReady, isChecking, strings);
  const facts: readonly (readonly [string, string])[] = [
    [strings.languages, (ready?.languages ?? []).map(endonym).join(", ") || "–"],
    [strings.instrument, ready?.instruments.map((digest) => digest.slice(0, 12)).join(", ") || "–"],
    [strings.application, applicationVersion()],
    [strings.free, spaceIn(ready, strings)],
    [strings.storage, storageIn(ready, strings)],
    [strings.lastSync, lastSync === null ? strings.never : clock(lastSync)],
  ];
  return (
    <section
      className={`panel${isReady ? " is-ready" : isChecking ? "" : " is-waiting"}`}
      aria-labelledby="ready-title"
      data-testid="ready"
    >
      <h2 id="ready-title" role="status">
        {heading}
      </h2>
      <p>{detail}</p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="secondary" disabled={isChecking} onClick={onCheck}>
        {strings.checkAgain}
      </button>
    </section>
  );
}

/** As long as it is being looked at, nobody can say that the tablet is not ready. */
function wordsFor(isReady: boolean, isChecking: boolean, strings: Strings): readonly [string, string] {
  if (isReady) return [strings.ready, strings.readyDetail];
  return isChecking ? [strings.checking, strings.checkingDetail] : [strings.notReady, strings.notReadyDetail];
}

function spaceIn(ready: Readiness | undefined, strings: Strings): string {
  if (ready === undefined) return "–";
  const { freeMegabytes: free } = ready;
  if (free === null) return strings.freeUnknown;
  return free < 1000 ? `${free} MB` : `${Math.floor(free / 1000)} GB`;
}

function storageIn(ready: Readiness | undefined, strings: Strings): string {
  if (ready === undefined) return "–";
  if (ready.storage === "ok") return strings.persisted;
  return ready.storage === "not-persisted" ? strings.notPersisted : strings.storageBroken;
}
