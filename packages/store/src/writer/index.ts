export { startWriter, type WriterHandle } from "./start.ts";
export { dataFile, ledgerFile, Writer } from "./writer.ts";
