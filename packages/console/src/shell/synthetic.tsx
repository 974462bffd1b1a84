import { useDemonstration } from "./demonstration.ts";
import { useStrings } from "./language.tsx";

/** Says of a study's page that its respondents are synthetic, where the banner above does not already say it. */
export function Synthetic({ study }: { study: { readonly synthetic: boolean } }) {
  const { shell } = useStrings();
  const said = useDemonstration();
  return study.synthetic && !said ? <p className="remark">{shell.demonstration}</p> : null;
}
