import { isObject, type JsonObject } from "../../definition/json.ts";
import { ownValue } from "../run/values.ts";

/** A list of codes that the answer keeps as objects with one property: `[{ [name]: code }]`; without a name as they are. */
export interface NamedList {
  readonly name: string;
}

export function codeIn({ name }: NamedList, member: unknown): unknown {
  return name === "" || typeof member !== "object" ? member : ownValue(member, name);
}

export function codesIn(named: NamedList, list: readonly unknown[]): unknown[] {
  return list.map((member) => codeIn(named, member));
}

export function asMember({ name }: NamedList, code: unknown): unknown {
  return name === "" ? code : withProperty(name, code);
}

/** Wraps the members that are not wrapped yet. */
export function asMembers(named: NamedList, list: readonly unknown[]): unknown[] {
  if (named.name === "") return [...list];
  return list.map((member) => (isObject(member) && named.name in member ? member : asMember(named, member)));
}

function withProperty(name: string, value: unknown): JsonObject {
  return Object.fromEntries([[name, value]]);
}
