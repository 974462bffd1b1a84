import { useState } from "react";
import { inLanguage, useSpeech } from "../shell/index.ts";
import { Button, Disclosure, SelectField } from "../widgets/index.ts";
import { type Json, valueAt } from "./json-place.ts";
import { useList, usePlanBeingChanged } from "./plan-context.ts";

interface Category {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  /** Its place in the list of its dimension. */
  readonly at: number;
}

function categoryOf(category: Json, at: number, language: "lt" | "en"): Category {
  const [code, group] = ["code", "group"].map((field) => String(valueAt(category, [field]) ?? ""));
  const label = (valueAt(category, ["label"]) ?? {}) as Record<string, string>;
  return { code: code ?? "", group: group ?? "", name: inLanguage(label, language), at };
}

/** Which group each municipality speaks through, and moving one to another group. */
export function Groups() {
  const { language, strings } = useSpeech();
  const { plan } = strings;
  const { change } = usePlanBeingChanged();
  const dimensions = useList("lattice", ["dimensions"]);
  const place = (id: string) => dimensions.findIndex((dimension) => valueAt(dimension, ["id"]) === id);
  const municipalities = place("municipality");
  const groups = categoriesOf(dimensions[place("municipality-group")], language);
  const members = categoriesOf(dimensions[municipalities], language);
  const move = (member: Category, group: string) => {
    const path = ["dimensions", municipalities, "codes", member.at, "group"];
    change({ kind: "set", part: "lattice", path, value: group });
  };
  return (
    <fieldset className="stack">
      <legend>{plan.groups}</legend>
      <p className="hint">{plan.groupsHint}</p>
      <Disclosure question={plan.groupsShow}>
        <dl className="group-list">
          {groups.map(({ code, name }) => (
            <div key={code}>
              <dt>{name}</dt>
              <dd>{namesIn(members, code) || plan.groupEmpty}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
      <MoveMember members={members} groups={groups} onMove={move} />
    </fieldset>
  );
}

function namesIn(members: readonly Category[], code: string): string {
  return members
    .filter(({ group }) => group === code)
    .map(({ name }) => name)
    .join(", ");
}

interface MoveMemberProps {
  members: readonly Category[];
  groups: readonly Category[];
  onMove: (member: Category, group: string) => void;
}

function MoveMember({ members, groups, onMove }: MoveMemberProps) {
  const { plan } = useSpeech().strings;
  const [code, setCode] = useState<string | null>(null);
  const [group, setGroup] = useState<string | null>(null);
  const member = members.find((one) => one.code === code);
  const field = { placeholder: plan.choose };
  const options = (categories: readonly Category[]) =>
    categories.map((one) => ({ value: one.code, label: one.name }));
  const move = () => {
    if (member !== undefined && group !== null) onMove(member, group);
  };
  return (
    <>
      <div className="number-places">
        <SelectField
          {...field}
          label={plan.groupMember}
          value={code}
          onChange={setCode}
          options={options(members)}
        />
        <SelectField
          {...field}
          label={plan.groupTo}
          value={group}
          onChange={setGroup}
          options={options(groups)}
        />
      </div>
      <p>
        <Button disabled={member === undefined || group === null || member.group === group} onPress={move}>
          {plan.groupMove}
        </Button>
      </p>
    </>
  );
}

function categoriesOf(dimension: Json | undefined, language: "lt" | "en"): Category[] {
  const codes = valueAt(dimension, ["codes"]);
  const list: readonly Json[] = Array.isArray(codes) ? codes : [];
  const compare = new Intl.Collator(language).compare;
  return list
    .map((category, at) => categoryOf(category, at, language))
    .sort((one, other) => compare(one.name, other.name));
}
