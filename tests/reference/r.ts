import { execFileSync } from "node:child_process";

/** True where R with its survey package can be asked. */
export function hasSurveyPackage(): boolean {
  try {
    execFileSync("Rscript", ["-e", "library(survey)"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
