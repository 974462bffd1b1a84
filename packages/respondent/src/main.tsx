import "./no-eval.ts";
import "./frame/type.css";
import "./frame/ground.css";
import "./frame/choice.css";
import "./frame/questions.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { indexedDevice } from "./device/index.ts";
import { httpMover } from "./moving/index.ts";
import { httpCollector } from "./outbox/index.ts";
import { removeEverything } from "./remove-everything.ts";
import { readLink } from "./start/index.ts";
import type { Tools } from "./tools.ts";

const fetchNow: typeof fetch = (...request) => fetch(...request);
const link = readLink(new URL(window.location.href));
const borrowed = () => indexedDevice({ ownership: "kiosk" });
const tools: Tools = {
  device: link.mode === "kiosk" ? borrowed() : indexedDevice(),
  borrowed,
  removeEverything,
  mover: httpMover(fetchNow),
  collector: httpCollector(fetchNow),
  fetchNow,
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
  random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
};
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root.");
createRoot(root).render(
  <App
    link={link}
    browserLanguages={navigator.languages}
    tools={tools}
    handOver={globalThis.tiltasHandOver}
  />,
);
