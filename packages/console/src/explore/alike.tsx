import { useSpeech } from "../shell/index.ts";
import { Disclosure } from "../widgets/index.ts";
import type { FigureRow } from "./figure-rows.ts";

interface AlikeProps {
  /** Codes of domains, as the release has them. */
  groups: readonly (readonly string[])[];
  rows: readonly FigureRow[];
}

/** Domains within which nothing can be told apart, by name: a list in which each line is a group, and no ranking. */
export function Alike({ groups, rows }: AlikeProps) {
  const { language, strings } = useSpeech();
  const { explore } = strings;
  if (groups.length === 0) return null;
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const { compare } = new Intl.Collator(language);
  return (
    <Disclosure question={explore.alike}>
      <p>{explore.alikeLead}</p>
      <ul className="alike" data-testid="alike">
        {groups.map((codes) => (
          <li key={codes.join()}>
            {list.format(codes.map((code) => names.get(code) ?? code).sort(compare))}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
