export { surveyjsFindings } from "./findings.ts";
export { surveyjsRules } from "./strings/rules.ts";
