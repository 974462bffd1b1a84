// Runs in a worker thread: estimates the variables it is sent, with the arrangement of the last task that brought one.
import { parentPort } from "node:worker_threads";
import type { Estimate } from "../estimate.ts";
import { estimateMeanByDomain } from "../means/mean.ts";
import { estimateProportionByDomain } from "../means/proportion.ts";
import { estimateTotalByDomain } from "../means/total.ts";
import type { ReplicateArrangement } from "../replicates/replicate-arrangement.ts";
import { estimateMeanByReplicates } from "../replicates/replicate-mean.ts";
import type { Arrangement } from "../units/arrangement.ts";
import { receivedMeasurement, type ThreadTask } from "./thread-messages.ts";

let arrangement: Arrangement | undefined;

parentPort?.on("message", (task: ThreadTask) => {
  try {
    arrangement = task.arrangement ?? arrangement;
    if (!arrangement) throw new RangeError("The first task of a thread brings its arrangement.");
    parentPort?.postMessage({ estimates: estimated(task, arrangement) });
  } catch (failure) {
    parentPort?.postMessage({ failure });
  }
});

function estimated({ what, measurements, options }: ThreadTask, on: Arrangement): Estimate[][] {
  const received = measurements.map(receivedMeasurement);
  switch (what) {
    case "mean":
      return estimateMeanByDomain(on, received, options);
    case "total":
      return estimateTotalByDomain(on, received, options);
    case "proportion":
      return estimateProportionByDomain(on, received, options);
    case "mean-by-replicates":
      return estimateMeanByReplicates(on as ReplicateArrangement, received, options);
  }
}
