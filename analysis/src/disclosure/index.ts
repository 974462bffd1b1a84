export { type DisclosurePolicy, standardPolicy } from "./policy.ts";
export {
  DisclosureError,
  type ReleasedCell,
  type ReleasedTable,
  release,
  type ShownEstimate,
} from "./release.ts";
export type { Table, TableCell, TableColumn, TableRow } from "./table.ts";
