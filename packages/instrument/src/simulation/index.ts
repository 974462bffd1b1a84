export { type MarginRow, MarginsMisfitError } from "./population.ts";
export { type SimulatedResponse, type Simulation, simulate } from "./simulate.ts";
