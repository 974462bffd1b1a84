import { codedMeasurement, codesBehind, type Measurement } from "../measurement.ts";
import type { EstimationOptions } from "../options.ts";
import type { ReplicateArrangement } from "../replicates/replicate-arrangement.ts";
import type { Arrangement } from "../units/arrangement.ts";

/** What threads can estimate, and the arrangement that each asks for. */
export interface ThreadedEstimates {
  readonly mean: Arrangement;
  readonly total: Arrangement;
  readonly proportion: Arrangement;
  readonly "mean-by-replicates": ReplicateArrangement;
}

/** A variable as it travels to a thread: bytes stay bytes. */
export type SentMeasurement =
  | { readonly codes: Uint8Array; readonly scores: Float64Array; readonly eligible?: Uint8Array }
  | Measurement;

export interface ThreadTask {
  readonly what: keyof ThreadedEstimates;
  /** Left out where the thread has it from the task before. */
  readonly arrangement?: Arrangement;
  readonly measurements: readonly SentMeasurement[];
  readonly options: EstimationOptions;
}

export function sentMeasurement(measurement: Measurement): SentMeasurement {
  const { eligible } = measurement;
  const asked = eligible ? { eligible } : {};
  const bytes = codesBehind(measurement);
  return bytes ? { ...bytes, ...asked } : { values: measurement.values, ...asked };
}

export function receivedMeasurement(sent: SentMeasurement): Measurement {
  return "codes" in sent ? codedMeasurement(sent.codes, sent.scores, sent.eligible) : sent;
}
