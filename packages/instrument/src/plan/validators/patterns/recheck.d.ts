/** recheck's build without binaries, workers or node: modules; its own types describe only the other build. */
declare module "recheck/lib/browser.js" {
  interface Diagnostics {
    readonly status: "safe" | "vulnerable" | "unknown";
    readonly complexity?: { readonly type: string; readonly degree?: number };
  }
  const recheck: {
    checkSync(
      source: string,
      flags: string,
      options: { readonly checker: "automaton"; readonly timeout: number },
    ): Diagnostics;
  };
  export default recheck;
}
