import { openParadataStore, type Place } from "@tiltas/store/open";
import { type ParadataStore, UnavailableError } from "@tiltas/store/port";

/** Opens the paradata; if that fails, answers are taken all the same, and whoever runs the server is told. */
export async function openParadata(place: Place, say: (line: string) => void): Promise<ParadataStore> {
  try {
    return await openParadataStore(place);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "no reason given";
    say(`Paradata cannot be kept: ${reason} Answers are taken as ever.`);
    return absent(new UnavailableError("Paradata cannot be kept at this moment."));
  }
}

function absent(reason: UnavailableError): ParadataStore {
  const refuse = () => Promise.reject(reason);
  return {
    keep: refuse,
    // biome-ignore lint/correctness/useYield: there is nothing to read
    async *batchesOfWave() {
      throw reason;
    },
    countResponses: refuse,
    responsesAfter: refuse,
    forget: refuse,
    forgetWave: refuse,
    close: async () => undefined,
  };
}
