import "./no-eval.ts";
import "./frame/type.css";
import "./frame/ground.css";
import "./frame/choice.css";
import "./frame/visit.css";
import "./frame/questions.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { indexedDevice, removeEverything } from "./device/index.ts";
import { httpMover } from "./moving/index.ts";
import { httpCollector } from "./outbox/index.ts";
import { readLink } from "./start/index.ts";
import { storageNews } from "./storage-news.ts";
import type { Tools } from "./tools.ts";

const fetchNow: typeof fetch = (...request) => fetch(...request);
const link = readLink(new URL(window.location.href));
const storage = storageNews();
const borrowed = () => indexedDevice({ ownership: "kiosk", onState: storage.say });
const tools: Tools = {
  device: link.mode === "kiosk" ? borrowed() : indexedDevice({ onState: storage.say }),
  borrowed,
  storage,
  removeEverything: async () => (await removeEverything()).length === 0,
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
