import type { Words } from "@tiltas/instrument/words";

interface ElsewhereProps {
  readonly words: Words;
  readonly onMove: () => void;
  /** Undefined where it is known already whose device this is. */
  readonly onNotMine: (() => void) | undefined;
}

/** Two quiet ways below the questions: to another device, and to leave nothing on this one. */
export function Elsewhere({ words, onMove, onNotMine }: ElsewhereProps) {
  return (
    <div className="elsewhere">
      {onNotMine && (
        <button type="button" className="link-button" onClick={onNotMine}>
          {words.notMine}
        </button>
      )}
      <button type="button" className="link-button" onClick={onMove}>
        {words.moveTitle}
      </button>
    </div>
  );
}
