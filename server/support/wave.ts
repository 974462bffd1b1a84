import type { WaveRecord } from "@tiltas/store/port";
import { smallInstrument } from "./small-instrument.ts";

/** A wave of the small instrument, open for the whole of November 2026. */
export const autumn: WaveRecord = {
  id: "autumn",
  study: "integration",
  title: { lt: "Ruduo", en: "Autumn" },
  instrument: smallInstrument.digest,
  earlierInstruments: [],
  notice: 1,
  indicators: 1,
  languages: ["lt", "en"],
  modes: ["web"],
  form: "short",
  sample: "open",
  stage: "pilot",
  opens: "2026-11-01",
  closes: "2026-11-30",
  margins: null,
};
