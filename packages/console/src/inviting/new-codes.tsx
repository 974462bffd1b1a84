import { grouped, type IssuedCodes } from "@tiltas/contract/codes";
import type { WaveDetail } from "@tiltas/contract/waves";
import { useCallback, useState } from "react";
import { useStrings } from "../shell/index.ts";
import { saveFile } from "../tables/index.ts";
import { Button, Dialog, Icon } from "../widgets/index.ts";
import { codeTable } from "./code-table.ts";
import { Printing } from "./print.tsx";
import { Cards } from "./sheet.tsx";

/** Codes on the screen; the table has all. */
const shown = 6;
/** Cards at one printing: more QR codes than a browser draws in a moment. */
const mostCards = 200;

interface NewCodesProps {
  wave: WaveDetail;
  codes: IssuedCodes["codes"];
  language: string | null;
  onDone: () => void;
}

/** Shown once: only its own button closes it. */
export function NewCodes({ wave, codes, language, onDone }: NewCodesProps) {
  const { inviting } = useStrings();
  const [printing, setPrinting] = useState(false);
  const printed = useCallback(() => setPrinting(false), []);
  const { columns } = inviting;
  const save = () =>
    saveFile(`codes-${wave.id}.csv`, "text/csv", codeTable(codes, [columns.code, columns.link]));
  return (
    <Dialog open firm title={inviting.madeTitle(codes.length)} onClose={onDone}>
      <div className="stack">
        <p>{inviting.madeOnce}</p>
        <div className="acts">
          <Button kind="act" onPress={save} testId="codes-csv">
            <Icon name="download" />
            {inviting.csv}
          </Button>
          {codes.length > mostCards ? null : (
            <Button onPress={() => setPrinting(true)}>{inviting.printCards}</Button>
          )}
        </div>
        {codes.length > mostCards ? <p className="hint">{inviting.tooManyCards(mostCards)}</p> : null}
        <div>
          <p className="quiet">{inviting.firstCodes(Math.min(shown, codes.length), codes.length)}</p>
          <ul className="new-codes">
            {codes.slice(0, shown).map(({ code }) => (
              <li key={code} data-testid="new-code">
                {grouped(code, 5)}
              </li>
            ))}
          </ul>
        </div>
        <div className="dialog-actions">
          <Button onPress={onDone}>{inviting.done}</Button>
        </div>
      </div>
      {printing ? (
        <Printing onDone={printed}>
          <Cards wave={wave} codes={codes} language={language} />
        </Printing>
      ) : null}
    </Dialog>
  );
}
