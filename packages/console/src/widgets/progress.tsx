import { Label, ProgressBar } from "react-aria-components";

/** How far long work has come: `value` from 0 to 1, and in words what is being done. */
export function Progress({ label, value, doing }: { label: string; value: number; doing: string }) {
  return (
    <ProgressBar className="progress" value={value} minValue={0} maxValue={1} valueLabel={doing}>
      {({ percentage }) => (
        <>
          <Label>{label}</Label>
          <span className="progress-doing">{doing}</span>
          <svg
            className="progress-track"
            viewBox="0 0 100 8"
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
          >
            <rect className="progress-rest" width="100" height="8" />
            <rect className="progress-done" width={percentage ?? 0} height="8" />
          </svg>
        </>
      )}
    </ProgressBar>
  );
}
