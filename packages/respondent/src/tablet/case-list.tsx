import { type Case, Disposition } from "@tiltas/contract/devices";
import { endonym } from "@tiltas/instrument/words";
import { outcomeOf, type TabletRecord } from "./record.ts";
import type { Strings } from "./strings/index.ts";

interface CaseListProps {
  readonly record: TabletRecord;
  readonly strings: Strings;
  /** Names of municipalities by code. */
  readonly places: ReadonlyMap<string, string>;
  readonly canBegin: boolean;
  readonly onBegin: (found: Case) => void;
  readonly onOutcome: (id: string, outcome: Disposition) => void;
}

/** The interviewer's list: open cases first; an outcome without an interview is noted here. */
export function CaseList(props: CaseListProps) {
  const { record, strings } = props;
  if (record.cases.length === 0) return <p className="quiet">{strings.noCases}</p>;
  const isOpen = (found: Case) => outcomeOf(record, found) === "open";
  const cases = [...record.cases].sort(
    (a, b) =>
      Number(isOpen(b)) - Number(isOpen(a)) || a.number.localeCompare(b.number, undefined, { numeric: true }),
  );
  return (
    <ul className="cases" data-testid="cases">
      {cases.map((found) => (
        <CaseRow key={found.id} {...props} found={found} />
      ))}
    </ul>
  );
}

function CaseRow({ found, record, strings, ...props }: CaseListProps & { readonly found: Case }) {
  const { id, number, language, municipality } = found;
  const outcome = outcomeOf(record, found);
  const facts = [
    municipality === null ? undefined : props.places.get(municipality),
    language === null ? strings.anyLanguage : endonym(language),
  ];
  return (
    <li className="case" data-case={number}>
      <div className="case-name">
        <strong>{number}</strong>
        <span className="quiet">{facts.filter(Boolean).join(" · ")}</span>
      </div>
      <label className="case-outcome">
        <span className="visually-hidden">{`${strings.outcome}: ${number}`}</span>
        <select
          className="text-field list-field"
          value={outcome}
          onChange={({ currentTarget }) => props.onOutcome(id, Disposition.parse(currentTarget.value))}
        >
          {Disposition.options.map((option) => (
            <option key={option} value={option}>
              {strings.outcomes[option]}
            </option>
          ))}
        </select>
      </label>
      {outcome !== "complete" && (
        <button
          type="button"
          className="secondary"
          aria-label={`${strings.begin}: ${number}`}
          disabled={!props.canBegin}
          onClick={() => props.onBegin(found)}
        >
          {strings.begin}
        </button>
      )}
    </li>
  );
}
