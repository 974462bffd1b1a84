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
  return name === ancestor || (ancestorsOf(name)?.has(ancestor) ?? false);
}

const ancestorsByClass = new Map<string, ReadonlySet<string>>();

function ancestorsOf(name: string): ReadonlySet<string> | undefined {
  const known = ancestorsByClass.get(name);
  if (known || !byName.has(name)) return known;
  const parents = (byName.get(name)?.parent ?? "").split(",").filter((parent) => parent !== "");
  const all = new Set(parents.flatMap((parent) => [parent, ...(ancestorsOf(parent) ?? [])]));
  ancestorsByClass.set(name, all);
  return all;
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

type NamedProperty = SurveyProperty & { readonly name: string };

const namedByClass = new Map<string, ReadonlyMap<string, NamedProperty>>();

/** The property a file means by `key`, under its present or its older name. */
export function findProperty(className: string, key: string): NamedProperty | undefined {
  const known = namedByClass.get(className);
  if (known) return known.get(key);
  if (!byName.has(className)) return undefined;
  const properties = [...propertiesOf(className)].map(([name, property]) => ({ ...property, name }));
  const older = properties.filter(({ alternative }) => alternative !== undefined).reverse();
  const named = new Map([
    ...older.map((property): [string, NamedProperty] => [property.alternative ?? "", property]),
    ...properties.map((property): [string, NamedProperty] => [property.name, property]),
  ]);
  namedByClass.set(className, named);
  return named.get(key);
}
