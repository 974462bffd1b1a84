import type { Case, Disposition } from "@tiltas/contract/devices";
import type { PublicWave } from "@tiltas/contract/waves";
import { endonym } from "@tiltas/instrument/words";
import type { Draft } from "../device/index.ts";
import { Screen } from "../frame/index.ts";
import { CaseList } from "./case-list.tsx";
import { QueuePanel } from "./queue-panel.tsx";
import type { Readiness } from "./readiness.ts";
import { ReadinessPanel } from "./readiness-panel.tsx";
import type { TabletRecord } from "./record.ts";
import type { Strings } from "./strings/index.ts";
import type { Contact } from "./use-office.ts";
import type { TabletQueue } from "./use-queue.ts";

interface HomeScreenProps {
  readonly record: TabletRecord;
  readonly wave: PublicWave | undefined;
  readonly drafts: readonly Draft[];
  readonly queue: TabletQueue;
  readonly ready: Readiness | undefined;
  readonly isChecking: boolean;
  readonly contact: Contact;
  readonly strings: Strings;
  readonly clock: (time: string) => string;
  /** Of a time that is known to the hour only. */
  readonly within: (hour: string) => string;
  readonly now: () => Date;
  readonly places: ReadonlyMap<string, string>;
  readonly onCheck: () => void;
  readonly onPairAgain: () => void;
  /** undefined: an interview without a case. */
  readonly onBegin: (found: Case | undefined) => void;
  readonly onGoOn: (draft: Draft) => void;
  readonly onOutcome: (id: string, outcome: Disposition) => void;
}

/** Where an interviewer's day begins: how the tablet stands, what is open, and the list. */
export function HomeScreen(props: HomeScreenProps) {
  const { record, queue, strings, contact, wave } = props;
  const isInterviewers = record.paired.purpose === "interviewer";
  return (
    <Screen name="tablet" heading={record.paired.label}>
      <p className="quiet">{strings.state(queue.open, queue.queue.length)}</p>
      {contact === "unknown" && (
        <div className="strip">
          <p>{strings.pairAgain}</p>
          <button type="button" className="link-button" onClick={props.onPairAgain}>
            {strings.pairButton}
          </button>
        </div>
      )}
      {wave && !wave.open && <p className="attention">{strings.waveClosed}</p>}
      {isInterviewers ? <Interviews {...props} /> : <Kiosk record={record} strings={strings} />}
      <ReadinessPanel {...props} lastSync={record.lastSync} />
      <QueuePanel {...props} {...queue} onSendNow={queue.sendNow} />
    </Screen>
  );
}

function Interviews(props: HomeScreenProps) {
  const { drafts, strings, wave, record } = props;
  const canBegin = wave?.open ?? false;
  const numberOf = (draft: Draft) =>
    record.cases.find(({ id }) => id === draft.case)?.number ?? strings.noNumber;
  return (
    <>
      {drafts.length > 0 && (
        <section className="panel" aria-labelledby="unfinished-title">
          <h2 id="unfinished-title">{strings.unfinished}</h2>
          <p className="quiet">{strings.unfinishedDetail}</p>
          <ul className="cases" data-testid="unfinished">
            {drafts.map((draft) => (
              <li className="case" key={draft.responseId}>
                <div className="case-name">
                  <strong>{numberOf(draft)}</strong>
                  <span className="quiet">{endonym(draft.language)}</span>
                </div>
                <button
                  type="button"
                  className="secondary"
                  aria-label={`${strings.goOn}: ${numberOf(draft)}`}
                  onClick={() => props.onGoOn(draft)}
                >
                  {strings.goOn}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="cases-title">
        <h2 id="cases-title" className="spaced">
          {strings.cases}
        </h2>
        <CaseList {...props} canBegin={canBegin} />
        <button
          type="button"
          className="link-button"
          disabled={!canBegin}
          onClick={() => props.onBegin(undefined)}
        >
          {strings.withoutCase}
        </button>
      </section>
    </>
  );
}

function Kiosk({ record, strings }: Pick<HomeScreenProps, "record" | "strings">) {
  const { wave } = record.paired;
  return (
    <section className="panel">
      <p>{strings.kioskDetail}</p>
      <a className="primary as-button" href={`/w/${encodeURIComponent(wave)}?mode=kiosk`}>
        {strings.openKiosk}
      </a>
    </section>
  );
}
