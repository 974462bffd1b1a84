import { useStrings } from "./language.tsx";

/** Said only when an answer takes longer than a moment. */
export function Loading() {
  return (
    <p className="loading quiet" role="status">
      {useStrings().shell.loading}
    </p>
  );
}
