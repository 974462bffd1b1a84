import type { Host } from "../host.ts";

/** Works on the values of its arguments alone. */
export type Plain = (values: readonly unknown[]) => unknown;

/** Asks what time it is. */
export type Timed = (values: readonly unknown[], now: Date) => unknown;

/** Asks the questionnaire. */
export type Asking = <Run>(values: readonly unknown[], host: Host<Run>, run: Run) => unknown;
