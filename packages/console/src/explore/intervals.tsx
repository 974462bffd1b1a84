import { type IntervalRow, IntervalRows } from "../pictures/index.ts";
import { type FigureUnit, useSpeech } from "../shell/index.ts";
import { ChoiceField } from "../widgets/index.ts";
import { type FigureRow, inOrder, type Order, type ShownCell, shownCell } from "./figure-rows.ts";

interface IntervalsProps {
  indicator: string;
  unit: FigureUnit;
  rows: readonly FigureRow[];
  country: ShownCell | null;
  order: Order;
  onOrder: (order: Order) => void;
}

/** Every figure that is shown, as a dot on its interval, beside the figure of the country. */
export function Intervals({ indicator, unit, rows, country, order, onOrder }: IntervalsProps) {
  const { language, strings } = useSpeech();
  const { explore, format } = strings;
  const isMap = rows.some(({ stands }) => stands !== null);
  const drawn = inOrder(rows, order, language).flatMap((row) => intervalRow(row, unit, format));
  return (
    <div className="stack picture">
      {drawn.length < 3 ? null : (
        <ChoiceField<Order>
          label={explore.order}
          layout="row"
          value={order}
          onChange={onOrder}
          choices={[
            { value: "name", label: explore.orders.name },
            { value: "place", label: isMap ? explore.orders.place : explore.orders.listed },
            { value: "value", label: explore.orders.value },
          ]}
        />
      )}
      <IntervalRows
        label={explore.pictureOf(indicator)}
        unit={unit}
        rows={drawn}
        line={country?.value}
        caption={country === null ? undefined : explore.countryLine(format.figure(country.value, unit))}
      />
      {drawn.length === rows.length ? null : (
        <p className="quiet">{explore.notDrawn(rows.length - drawn.length)}</p>
      )}
    </div>
  );
}

type Format = ReturnType<typeof useSpeech>["strings"]["format"];

function intervalRow({ key, name, cell }: FigureRow, unit: FigureUnit, format: Format): IntervalRow[] {
  const shown = shownCell(cell);
  if (shown === null) return [];
  const { value, low, high, respondents } = shown;
  const words = `${format.figure(value, unit)}, n ${format.number(respondents)}`;
  return [{ key, name, value, low, high, words, few: cell.state === "few-observations" }];
}
