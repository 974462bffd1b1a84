import classes from "./classes.json" with { type: "json" };

/** One property of a SurveyJS class, as survey-core 3.0.0 declares it. */
export interface SurveyProperty {
  /** survey-core's word for the kind of value: "string", "condition", "expression", "choiceitem[]", … */
  readonly type: string;
  /** The value may be an object with one text by language. */
  readonly localizable?: boolean;
  /** An older name under which files may hold the same property. */
  readonly alternative?: string;
  /** Class of the members of a list property. */
  readonly of?: string;
  readonly default?: unknown;
}

interface SurveyClass {
  readonly parent?: string;
  readonly properties: Readonly<Record<string, SurveyProperty>>;
}

const byName = new Map<string, SurveyClass>(Object.entries(classes));
const propertiesByClass = new Map<string, ReadonlyMap<string, SurveyProperty>>();

export function isSurveyClass(name: string): boolean {
  return byName.has(name);
}

/** Whether `name` is `ancestor` or derives from it: `isKindOf("dropdown", "selectbase")`. */
export function isKindOf(name: string, ancestor: string): boolean {
  return (
    name === ancestor ||
    (byName.get(name)?.parent ?? "").split(",").some((parent) => parent !== "" && isKindOf(parent, ancestor))
  );
}

/** Own and inherited properties of a class by name; empty for a class that survey-core does not have. */
export function propertiesOf(name: string): ReadonlyMap<string, SurveyProperty> {
  const known = propertiesByClass.get(name);
  if (known) return known;
  const { parent = "", properties = {} } = byName.get(name) ?? {};
  const all = new Map([...(parent === "" ? [] : propertiesOf(parent)), ...Object.entries(properties)]);
  propertiesByClass.set(name, all);
  return all;
}

/** The property a file means by `key`, under its present or its older name. */
export function findProperty(
  className: string,
  key: string,
): (SurveyProperty & { readonly name: string }) | undefined {
  const properties = propertiesOf(className);
  const property = properties.get(key);
  if (property) return { ...property, name: key };
  for (const [name, candidate] of properties)
    if (candidate.alternative === key) return { ...candidate, name };
  return undefined;
}
