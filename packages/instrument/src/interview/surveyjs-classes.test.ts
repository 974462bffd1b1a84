import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Serializer } from "survey-core";
import { expect, test } from "vitest";

const file = join(import.meta.dirname, "../definition/surveyjs/classes.json");

/** Every class of survey-core with the properties it declares itself, as its serializer tells them. */
function classesOfSurveyCore(): unknown {
  const classes = Object.values<SerializerClass>(Reflect.get(Serializer, "classes"));
  const described = classes.map(({ name, parentName, properties }) => [
    name,
    {
      ...(parentName ? { parent: parentName } : {}),
      properties: Object.fromEntries(
        properties.filter(({ isSerializable }) => isSerializable !== false).map(describe),
      ),
    },
  ]);
  return JSON.parse(JSON.stringify(Object.fromEntries(described)));
}

interface SerializerClass {
  readonly name: string;
  readonly parentName?: string;
  readonly properties: readonly SerializerProperty[];
}

interface SerializerProperty {
  readonly name: string;
  readonly type: string;
  readonly isLocalizable?: boolean;
  readonly alternativeName?: string;
  readonly isSerializable?: boolean;
  readonly className?: string;
  readonly baseClassName?: string;
  readonly defaultValueValue?: unknown;
}

function describe(property: SerializerProperty): [string, object] {
  const { name, type, isLocalizable, alternativeName, className, baseClassName, defaultValueValue } =
    property;
  const of = className || baseClassName;
  return [
    name,
    {
      type,
      ...(isLocalizable ? { localizable: true } : {}),
      ...(alternativeName ? { alternative: alternativeName } : {}),
      ...(of ? { of } : {}),
      ...(defaultValueValue === undefined ? {} : { default: defaultValueValue }),
    },
  ];
}

test("the list of SurveyJS classes and properties is what survey-core 3.0.0 declares", () => {
  const classes = classesOfSurveyCore();
  if (process.env.TILTAS_WRITE_SURVEYJS_CLASSES) writeFileSync(file, `${JSON.stringify(classes, null, 1)}\n`);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(classes);
});
