/** One thing the reader does not accept, and where it stands. */
export interface DefinitionFinding {
  /** Place in the instrument folder's files, such as `pages[2].elements[0].choicesByUrl`. */
  readonly path: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** The definition holds what this version of Tiltas does not know or cannot trust; all findings at once. */
export class DefinitionError extends Error {
  readonly findings: readonly DefinitionFinding[];
  constructor(findings: readonly DefinitionFinding[]) {
    super(
      ["The instrument cannot be read:", ...findings.map(({ path, message }) => `${path}: ${message}`)].join(
        "\n  ",
      ),
    );
    this.name = "DefinitionError";
    this.findings = findings;
  }
}

/** Collects findings while reading, so that the author sees all of them at once. */
export class Findings {
  readonly list: DefinitionFinding[] = [];
  add(path: string, message: string): void {
    this.list.push({ path, message });
  }
  throwIfAny(): void {
    if (this.list.length > 0) throw new DefinitionError(this.list);
  }
}
