export { errorOf, failureOf } from "./outcome.ts";
export { PostgresWriter } from "./postgres-writer.ts";
export { startWriter, type WriterHandle } from "./start.ts";
export { dataFile, Writer } from "./writer.ts";
