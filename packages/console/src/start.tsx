import { Navigate } from "@tanstack/react-router";
import { Empty, Page, useMay, useStrings } from "./shell/index.ts";

/** The start leads to the first place the role knows. */
export function Start() {
  const allowed = useMay();
  const { shell } = useStrings();
  if (allowed("wave.read")) return <Navigate to="/waves" replace />;
  if (allowed("people.read")) return <Navigate to="/people" replace />;
  return (
    <Page name="start" title={shell.product}>
      <Empty title={shell.nothingYetTitle}>{shell.nothingYet}</Empty>
    </Page>
  );
}
