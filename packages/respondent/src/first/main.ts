import "./first.css";
import type { LightState, stateBlock } from "@tiltas/instrument/page";
import { beginOn } from "./journey.ts";
import { carryOnFragment, leaveOnExit, returnWhenCalm } from "./ways.ts";

const id: typeof stateBlock = "tiltas";
const block = document.getElementById(id)?.textContent;
leaveOnExit();
returnWhenCalm();
if (block) void beginOn(JSON.parse(block) as LightState);
else carryOnFragment();
