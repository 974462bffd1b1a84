import "./no-eval.ts";
import "./frame/type.css";
import "./frame/ground.css";
import "./frame/choice.css";
import "./frame/aside.css";
import "./frame/end.css";
import "./frame/visit.css";
import "./frame/questions.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { indexedDevice, removeEverything } from "./device/index.ts";
import type { HandOver } from "./first/hand-over.ts";
import { httpMover } from "./moving/index.ts";
import { httpCollector } from "./outbox/index.ts";
import { deliverSilently } from "./silent-delivery.ts";
import { readLink } from "./start/index.ts";
import { isTablet, startTablet } from "./start-tablet.tsx";
import { storageNews } from "./storage-news.ts";
import type { Tools } from "./tools.ts";

/** What the light page fetched ahead is used once a start, as a copy: the light page may start the application again. */
const ahead = new Map<string, Promise<Response>>();
const fetchNow: typeof fetch = (address, ...more) => {
  const known = typeof address === "string" ? ahead.get(address) : undefined;
  if (known === undefined) return fetch(address, ...more);
  ahead.delete(String(address));
  return known.then(
    (response) => response.clone(),
    () => fetch(address, ...more),
  );
};
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
const application = createRoot(root);
let starts = 0;
const start = (handOver: HandOver | undefined) => {
  for (const [address, response] of handOver?.fetched ?? []) ahead.set(address, response);
  application.render(
    <App
      key={starts++}
      link={link}
      browserLanguages={navigator.languages}
      tools={tools}
      handOver={handOver}
    />,
  );
};
globalThis.tiltasApplication = { start };
if (isTablet(window.location)) void startTablet(application, tools, storage);
else {
  deliverSilently(tools);
  if (document.getElementById("first") === null) start(undefined);
}
