import { join } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";

const root = import.meta.dirname;
const served = /^assets\/[\w.-]+\.(?:js|css|woff2|svg|png)$/;

/** Builds the service worker as one file beside the application, and tells it all files that the application has. */
export function serviceWorker(target: string[]): Plugin {
  return {
    name: "tiltas-service-worker",
    enforce: "post",
    async generateBundle(_options, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => served.test(name))
        .sort();
      const source = await workerScript(
        target,
        files.map((name) => `/respondent/${name}`),
      );
      this.emitFile({ type: "asset", fileName: "worker.js", source });
    },
  };
}

async function workerScript(target: string[], files: readonly string[]): Promise<string> {
  const made = await build({
    configFile: false,
    root,
    logLevel: "error",
    publicDir: false,
    define: { applicationFiles: JSON.stringify(files) },
    build: {
      target,
      write: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: join(root, "src/worker/worker.ts"), output: { format: "iife" } },
    },
  });
  const [{ output }] = (Array.isArray(made) ? made : [made]) as [Rolldown.RolldownOutput];
  return output[0].code;
}
