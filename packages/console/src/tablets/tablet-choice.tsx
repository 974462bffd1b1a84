import type { DeviceSummary } from "@tiltas/contract/devices";
import { useStrings } from "../shell/index.ts";
import { SelectField } from "../widgets/index.ts";

/** Stands for every tablet of the place in a list, whose values must not be empty. */
export const everyTablet = "every";

interface TabletChoiceProps {
  label: string;
  tablets: readonly DeviceSummary[];
  value: string | null;
  onChange: (value: string) => void;
}

/** One tablet, or every tablet of the place. */
export function TabletChoice({ label, tablets, value, onChange }: TabletChoiceProps) {
  const { cases: words } = useStrings().tablets;
  const options = tablets.map((tablet) => ({
    value: tablet.id,
    label: tablet.revoked ? `${tablet.label} (${words.goneTablet})` : tablet.label,
  }));
  return (
    <SelectField
      label={label}
      options={[{ value: everyTablet, label: words.everyTablet }, ...options]}
      value={value}
      onChange={onChange}
      placeholder={words.chooseTablet}
    />
  );
}

/** The tablet that an option stands for. */
export const tabletIn = (option: string): string | null => (option === everyTablet ? null : option);
