import "./first.css";
import type { kioskBlock, LightState, stateBlock } from "@tiltas/instrument/page";
import { sendBehind } from "./behind.ts";
import { beginOn } from "./journey.ts";
import { carryOnFragment, leaveOnExit, returnWhenCalm } from "./ways.ts";

const id: typeof stateBlock = "tiltas";
const kiosk: typeof kioskBlock = "tiltas-kiosk";
const block = document.getElementById(id)?.textContent;
const script = document.getElementById(kiosk)?.textContent;
leaveOnExit();
returnWhenCalm();
if (block) void beginOn(JSON.parse(block) as LightState);
else carryOnFragment();
if (script) void sendBehind(JSON.parse(script) as string).catch(() => undefined);
