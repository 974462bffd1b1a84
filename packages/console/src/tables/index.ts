export { ReadTable, type TableColumn } from "./read-table.tsx";
export { saveFile } from "./save-file.ts";
