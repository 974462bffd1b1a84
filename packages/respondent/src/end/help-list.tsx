import type { PublicWave } from "@tiltas/contract/waves";
import { type HelpEntry, helpIn } from "@tiltas/instrument/definition";
import { inLanguage, type Words } from "@tiltas/instrument/words";

interface HelpListProps {
  readonly help: PublicWave["help"];
  /** Code of the municipality that was answered, such as "13"; undefined where none was. */
  readonly municipality: string | undefined;
  readonly words: Words;
  readonly language: string;
}

/** Organisations that help where the person lives, and in the whole country. */
export function HelpList({ help, municipality, words, language }: HelpListProps) {
  if (help === null) return null;
  return (
    <section aria-labelledby="help-title" data-testid="help">
      <h2 id="help-title">{words.helpTitle}</h2>
      <p className="quiet">{words.helpDetail}</p>
      <ul className="help">
        {helpIn(help, municipality).map((entry) => (
          <li key={inLanguage(entry.organisation, "lt") + inLanguage(entry.purpose, "lt")}>
            <Entry entry={entry} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entry({ entry, language }: { readonly entry: HelpEntry; readonly language: string }) {
  const { organisation, purpose, telephone, web } = entry;
  return (
    <>
      <strong>{inLanguage(organisation, language)}</strong>
      <p>{inLanguage(purpose, language)}</p>
      <div className="help-ways">
        {telephone !== undefined && (
          <a href={`tel:${telephone.replace(/[^+\d]/g, "")}`} dir="ltr" translate="no">
            {telephone}
          </a>
        )}
        {web !== undefined && (
          <a href={web} target="_blank" rel="noreferrer noopener" dir="ltr" translate="no">
            {new URL(web).host.replace(/^www\./, "")}
          </a>
        )}
      </div>
    </>
  );
}
