/** A recording that is being played. */
export interface Playing {
  /** Resolves at its end or when it was stopped; rejects where it cannot be fetched or played. */
  readonly ended: Promise<void>;
  stop(): void;
}

/**
 * Fetches a recording as everything else of an instrument is fetched, so that it is there without network too, and plays
 * it. Called from a press of a button: browsers play nothing else.
 */
export function play(address: string): Playing {
  const sound = new AudioContext();
  const stopped = new AbortController();
  const ended = heard(sound, address, stopped.signal).finally(() => sound.close());
  return { ended, stop: () => stopped.abort() };
}

async function heard(sound: AudioContext, address: string, signal: AbortSignal): Promise<void> {
  const answer = await fetch(address, { redirect: "error" });
  if (!answer.ok) throw new TypeError(address);
  const buffer = await sound.decodeAudioData(await answer.arrayBuffer());
  if (signal.aborted) return;
  const source = new AudioBufferSourceNode(sound, { buffer });
  source.connect(sound.destination);
  await new Promise<void>((resolve) => {
    source.onended = () => resolve();
    signal.addEventListener("abort", () => resolve());
    source.start();
  });
}
