import type { Roster, Variable } from "./dataset.ts";
import { GrowingColumn } from "./growing-column.ts";

/** A list that grows member by member while responses are read. */
export class GrowingRoster {
  readonly columns: readonly GrowingColumn[];
  readonly #owner: number[] = [];
  #respondents = 0;

  constructor(variables: readonly Variable[]) {
    this.columns = variables.map((variable) => new GrowingColumn(variable));
  }

  /** The next respondent, with so many members; `append` adds the cells of one. */
  respondent(members: number, append: (member: number) => void): void {
    for (let member = 0; member < members; member++) {
      this.#owner.push(this.#respondents);
      append(member);
    }
    this.#respondents++;
  }

  finished(): Roster {
    return {
      rows: this.#owner.length,
      owner: Int32Array.from(this.#owner),
      columns: new Map(this.columns.map((column) => [column.variable.name, column.finished()])),
    };
  }
}
