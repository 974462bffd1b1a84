import type { MissingReason } from "@tiltas/instrument/definition";
import { type Column, missingReasons, type Variable } from "./dataset.ts";

/** A typed column that doubles its room when full, so that nothing is held per respondent but its cells. */
export class GrowingColumn {
  readonly variable: Variable;
  #values: Int16Array | Float64Array;
  #missing = new Uint8Array(initialRoom);
  #length = 0;

  constructor(variable: Variable) {
    this.variable = variable;
    this.#values = variable.kind === "code" ? new Int16Array(initialRoom) : new Float64Array(initialRoom);
  }

  /** Index of the code, or the number itself. */
  appendValue(value: number): void {
    this.#append(value, 0);
  }

  appendMissing(reason: MissingReason): void {
    this.#append(this.variable.kind === "code" ? -1 : Number.NaN, reasonNumber[reason]);
  }

  finished(): Column {
    return {
      variable: this.variable,
      values: this.#values.slice(0, this.#length),
      missing: this.#missing.slice(0, this.#length),
    };
  }

  #append(value: number, reason: number): void {
    if (this.#length === this.#missing.length) this.#grow();
    this.#values[this.#length] = value;
    this.#missing[this.#length] = reason;
    this.#length++;
  }

  #grow(): void {
    const room = this.#length * 2;
    const values = this.#values instanceof Int16Array ? new Int16Array(room) : new Float64Array(room);
    values.set(this.#values);
    const missing = new Uint8Array(room);
    missing.set(this.#missing);
    [this.#values, this.#missing] = [values, missing];
  }
}

const initialRoom = 256;

const reasonNumber: Readonly<Record<MissingReason, number>> = {
  refused: missingReasons.indexOf("refused"),
  "dont-know": missingReasons.indexOf("dont-know"),
  "no-answer": missingReasons.indexOf("no-answer"),
  "not-asked": missingReasons.indexOf("not-asked"),
  "not-reached": missingReasons.indexOf("not-reached"),
  "not-in-version": missingReasons.indexOf("not-in-version"),
};
