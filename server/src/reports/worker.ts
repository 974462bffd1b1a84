import { rename, writeFile } from "node:fs/promises";
import type { MessagePort } from "node:worker_threads";
import { makeWaveReport, type WaveReportInput } from "@tiltas/analysis/report";
import { readCsv } from "@tiltas/formats/tables";
import { openReader, type Reader, snapshotOf } from "@tiltas/store/open";
import { faultOf } from "../door/fault.ts";
import { instrumentsOfWave } from "../instruments/of-wave.ts";
import type { ReportOutcome, ReportProgress, ReportTask } from "./task.ts";

/** Runs in a worker thread: reads the wave, has the workbook made and puts it in place. */
export default async function makeReport({
  task,
  port,
}: {
  task: ReportTask;
  port: MessagePort;
}): Promise<ReportOutcome> {
  const tell = (progress: ReportProgress) => port.postMessage(progress);
  const reader = await openReader(task.place);
  try {
    tell({ step: "reading", progress: 0 });
    const input = await inputOf(reader, task);
    const report = await makeWaveReport({
      ...input,
      onProgress: (step, progress) => tell({ step, progress }),
    });
    await writeFile(`${task.file}.new`, report.workbook);
    await rename(`${task.file}.new`, task.file);
    return { state: "finished", respondents: report.respondents };
  } catch (error) {
    return { state: "failed", failure: sentenceFor(error) };
  } finally {
    await reader.close();
    port.close();
  }
}

async function inputOf(reader: Reader, task: ReportTask): Promise<WaveReportInput> {
  const wave = await reader.findWave(task.wave);
  const study = wave && (await reader.findStudy(wave.study));
  if (!wave || !study) throw new Error("The wave of a report is gone.");
  const { asOf, responses } = await snapshotOf(reader, wave);
  return {
    study: { title: study.title },
    wave: {
      id: wave.id,
      title: wave.title,
      synthetic: study.synthetic,
      sample: wave.sample,
      opens: wave.opens,
      closes: wave.closes,
    },
    ...(await instrumentsOfWave(reader, wave)),
    responses,
    margins: wave.margins && { ...readCsv(wave.margins.csv), digest: wave.margins.digest },
    asOf,
    software: task.software,
    language: task.language,
  };
}

const faults = new Set([
  "Error",
  "TypeError",
  "RangeError",
  "ReferenceError",
  "SyntaxError",
  "AssertionError",
]);

/** Refusals of the analysis are sentences about margins and waves; anything else is a fault of ours and goes to the log. */
function sentenceFor(error: unknown): string {
  if (error instanceof Error && !faults.has(error.name) && !("code" in error)) return error.message;
  const { fault, ...more } = faultOf(error);
  process.stderr.write(`${JSON.stringify({ level: 50, msg: "report failed", fault, ...more })}\n`);
  return `The report could not be computed because of a fault in the program (${fault}). Nothing was lost; please tell whoever operates this server.`;
}
