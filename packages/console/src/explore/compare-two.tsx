import { useQuery } from "@tanstack/react-query";
import type { ComparedTwo, ExploreFrame } from "@tiltas/contract/explore";
import { IntervalRows } from "../pictures/index.ts";
import { type Cut, type FigureUnit, inLanguage, Loading, ProblemNote, useSpeech } from "../shell/index.ts";
import { Button, Icon, notify, SelectField, writeToClipboard } from "../widgets/index.ts";
import { domainName, type FigureRow, shownCell } from "./figure-rows.ts";
import { compareQuery, type Edition } from "./queries.ts";

interface CompareTwoProps {
  edition: Edition;
  frame: ExploreFrame;
  cut: Cut;
  unit: FigureUnit;
  rows: readonly FigureRow[];
  one: string | undefined;
  other: string | undefined;
  onChoose: (two: { one?: string; other?: string }) => void;
}

/** Any two of a cut beside each other: one sentence, the picture, and what this sample could have seen. */
export function CompareTwo({ edition, frame, cut, unit, rows, one, other, onChoose }: CompareTwoProps) {
  const { language, strings } = useSpeech();
  const { compare } = strings.explore;
  const collator = new Intl.Collator(language).compare;
  const options = rows
    .map(({ key, name }) => ({ value: key, label: name }))
    .sort((a, b) => collator(a.label, b.label));
  const known = (key: string | undefined) => options.find(({ value }) => value === key)?.value ?? null;
  const two = { one: known(one), other: known(other) };
  const field = { options, placeholder: compare.choose };
  return (
    <div className="stack compare">
      <p className="quiet">{compare.lead}</p>
      <div className="controls">
        <SelectField
          {...field}
          label={compare.one}
          value={two.one}
          onChange={(key) => onChoose({ one: key })}
        />
        <SelectField
          {...field}
          label={compare.other}
          value={two.other}
          onChange={(key) => onChoose({ other: key })}
        />
      </div>
      {two.one !== null && two.one === two.other ? <p className="remark">{compare.same}</p> : null}
      {two.one === null || two.other === null || two.one === two.other ? null : (
        <Compared edition={edition} frame={frame} cut={cut} unit={unit} one={two.one} other={two.other} />
      )}
    </div>
  );
}

interface ComparedProps {
  edition: Edition;
  frame: ExploreFrame;
  cut: Cut;
  unit: FigureUnit;
  one: string;
  other: string;
}

function Compared({ edition, frame, cut, unit, one, other }: ComparedProps) {
  const { language, strings } = useSpeech();
  const { compare } = strings.explore;
  const compared = useQuery(compareQuery(edition, { ...cut, one, other }));
  if (compared.data === undefined)
    return compared.isPending ? (
      <Loading />
    ) : (
      <ProblemNote problem={compared.error} onRetry={() => compared.refetch()} />
    );
  const sentence = compared.data.sentence[language];
  const copy = () =>
    writeToClipboard(sentence).then(
      () => notify({ sentence: compare.copied }),
      () => notify({ sentence: strings.shell.copyFailed }),
    );
  return (
    <>
      <p className="compare-sentence" role="status" data-testid="compare-sentence">
        {sentence}
      </p>
      <Button kind="plain" onPress={() => void copy()}>
        <Icon name="copy" />
        {compare.copy}
      </Button>
      <TwoPictures two={compared.data} frame={frame} unit={unit} />
    </>
  );
}

/** Both figures on one scale, then their difference on its own, with the zero line. */
function TwoPictures({ two, frame, unit }: { two: ComparedTwo; frame: ExploreFrame; unit: FigureUnit }) {
  const { language, strings } = useSpeech();
  const { explore, format } = strings;
  const both = [two.one, two.other].flatMap(({ domain, cell }) => {
    const shown = shownCell(cell);
    if (shown === null) return [];
    const name = domainName(frame, two.crossing, domain, (text) => inLanguage(text, language));
    const words = `${format.figure(shown.value, unit)}, n ${format.number(shown.respondents)}`;
    return [{ ...shown, key: domain.join(), name, words }];
  });
  const { difference } = two;
  return (
    <>
      <IntervalRows label={two.sentence[language]} unit={unit} rows={both} />
      {difference === null ? null : (
        <IntervalRows
          label={explore.compare.difference}
          unit={unit}
          rows={[
            {
              ...difference,
              key: "difference",
              name: explore.compare.difference,
              words: `${format.difference(difference.value, unit)} ${explore.verdicts[difference.verdict]}`,
            },
          ]}
          tick={(value) => format.difference(value, unit)}
          line={0}
        />
      )}
    </>
  );
}
