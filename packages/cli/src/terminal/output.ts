/** Where a command's words go; tests give their own. */
export interface Output {
  print(text: string): void;
  complain(text: string): void;
}

/** Something the person who typed the command can put right: one sentence, exit code 2, no stack trace. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** The work is done and its result, printed already, is a no: exit code 1, so that scripts and CI stop. */
export class NegativeResult extends Error {
  override readonly name = "NegativeResult";
}
