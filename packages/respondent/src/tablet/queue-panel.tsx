import { saveAsText } from "../frame/index.ts";
import { type QueueState, rescueFile, type Waiting } from "../outbox/index.ts";
import type { Strings } from "./strings/index.ts";

interface QueuePanelProps {
  readonly queue: readonly Waiting[];
  readonly state: QueueState | undefined;
  readonly kept: number;
  readonly strings: Strings;
  readonly within: (hour: string) => string;
  readonly now: () => Date;
  readonly onSendNow: () => void;
}

/** Finished interviews on this tablet: how many wait, since when, and the way by hand when sending is impossible. */
export function QueuePanel({ queue, state, kept, strings, within, now, onSendNow }: QueuePanelProps) {
  const [oldest] = queue;
  const save = async () => {
    const { name, text } = await rescueFile(queue, () => null, now());
    saveAsText(text, name, "application/json");
  };
  return (
    <section className="panel" aria-labelledby="queue-title" data-testid="queue">
      <h2 id="queue-title">{strings.queue}</h2>
      <div role="status">
        <p>
          {oldest === undefined
            ? strings.queueEmpty
            : strings.queueWaiting(queue.length, within(oldest.madeAt))}
        </p>
        {state?.kind === "pair-again" && <p className="attention">{strings.pairAgain}</p>}
        {queue.some(({ setAside }) => setAside !== undefined) && (
          <p className="attention">{strings.queueSetAside}</p>
        )}
        {kept > 0 && <p className="quiet">{strings.kept(kept)}</p>}
      </div>
      {oldest !== undefined && (
        <>
          <div className="panel-buttons">
            <button type="button" className="secondary" onClick={onSendNow}>
              {strings.sendNow}
            </button>
            <button type="button" className="link-button" onClick={save}>
              {strings.saveFile}
            </button>
          </div>
          <p className="quiet">{strings.saveFileDetail}</p>
        </>
      )}
    </section>
  );
}
