export type { Circumstances, Mode } from "./circumstances.ts";
export { type MarginRow, MarginsMisfitError } from "./population.ts";
export { type Random, seeded } from "./random.ts";
export { type SimulatedResponse, type Simulation, simulate } from "./simulate.ts";
export { Tendencies, type Tendency, TendencyMisfitError } from "./tendencies.ts";
