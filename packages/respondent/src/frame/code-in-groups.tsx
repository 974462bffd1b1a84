interface CodeInGroupsProps {
  /** Such as K7QX-3MPA-ZT5D-H2VE. */
  readonly code: string;
  readonly testId: string;
}

/** The code breaks in its middle where one line is too short for it. */
const pairOfGroups = /.{4}-.{4}-?/g;

/** A code to be written down by hand. */
export function CodeInGroups({ code, testId }: CodeInGroupsProps) {
  return (
    <p className="receipt-code" data-testid={testId} dir="ltr" translate="no">
      {code.match(pairOfGroups)?.map((pair) => (
        <span key={pair}>{pair}</span>
      ))}
    </p>
  );
}
