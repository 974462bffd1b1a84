import { RescueFile } from "@tiltas/contract/sealing";
import type { Words } from "@tiltas/instrument/words";
import { useEffect, useState } from "react";
import { saveAsText, withinHour } from "../frame/index.ts";
import type { Outbox, Waiting } from "../outbox/index.ts";

interface QueueProps {
  readonly outbox: Outbox;
  readonly words: Words;
  readonly language: string;
}

/** What waits on this device and since when; and, where sending keeps failing, the way by hand. */
export function Queue({ outbox, words, language }: QueueProps) {
  const [queue, setQueue] = useState<readonly Waiting[]>([]);
  useEffect(() => {
    outbox.queue().then(setQueue, () => undefined);
  }, [outbox]);
  const [oldest] = queue;
  if (oldest === undefined) return null;
  const sealed = queue.flatMap(({ message }) => ("sealed" in message ? [message] : []));
  const save = () => {
    const file = RescueFile.parse({ format: "tiltas sealed responses 1", responses: sealed });
    saveAsText(JSON.stringify(file), "notes.json", "application/json");
  };
  return (
    <section className="queue">
      <p className="quiet">{words.queue(queue.length, withinHour(oldest.madeAt, language))}</p>
      {sealed.length > 0 && (
        <details>
          <summary>{words.rescueTitle}</summary>
          <p>{words.rescueDetail}</p>
          <button type="button" className="secondary" onClick={save}>
            {words.rescueSave}
          </button>
        </details>
      )}
    </section>
  );
}
