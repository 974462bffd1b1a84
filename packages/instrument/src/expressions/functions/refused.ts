/** Functions of survey-core that the plan does not take, each with its reason. */
export const refusedFunctions: ReadonlyMap<string, string> = new Map([
  [
    "isContainerReady",
    "asks whether other questions would pass their own checks; write the condition on their answers instead",
  ],
  [
    "propertyValue",
    "asks for a property of a question as the screen has it; write the condition on which that property depends",
  ],
]);
