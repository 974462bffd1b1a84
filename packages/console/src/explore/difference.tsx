import { type FigureUnit, useStrings } from "../shell/index.ts";
import type { Comparison } from "./figure-rows.ts";
import { arrowOf } from "./remark.ts";

/** A difference with what the test says of it: an arrow, the number and a word; coloured by better or worse. */
export function Difference({ compared, unit }: { compared: Comparison | undefined; unit: FigureUnit }) {
  const { explore, format } = useStrings();
  if (compared === undefined) return null;
  const arrow = arrowOf(compared);
  return (
    <span className={`difference difference-${compared.verdict}`}>
      {arrow === "" ? null : <span aria-hidden="true">{arrow} </span>}
      {format.difference(compared.difference, unit)} {explore.verdicts[compared.verdict]}
    </span>
  );
}
