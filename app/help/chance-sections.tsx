import { type FigureRow, FigureTable, pointColumns } from './figure-table';
import { Section } from './section';
import { chartPoints, falseSignals, foundShifts, powerPoints, series } from './simulated';

type Reading = keyof typeof falseSignals;

const onRunCharts: Record<string, Reading> = {
  'Anhøj, median of all its points': 'anhoej',
  'Anhøj, median frozen on the first 10': 'anhoejFrozen10',
  'Anhøj, median frozen on the first 12': 'anhoejFrozen12',
  IHI: 'ihi',
  NHS: 'nhs',
  'Western Electric': 'westernElectric',
  Nelson: 'nelson',
};
const withLimits: Record<string, Reading> = {
  '3 sigma limits and Anhøj': 'limitsAnhoej',
  'IHI, control chart rules': 'limitsIhi',
  NHS: 'limitsNhs',
  'Western Electric': 'limitsWesternElectric',
  Nelson: 'limitsNelson',
};

const rowsOf = (
  readings: Record<string, Reading>,
  figures: Record<Reading, readonly (number | null)[]>,
): FigureRow[] => Object.entries(readings).map(([name, reading]) => ({ name, figures: figures[reading] }));

/** How often each rule set is wrong when nothing changed, and right when something did. */
export function ChanceSections() {
  const columns = pointColumns(chartPoints);
  const power = pointColumns(powerPoints);
  return (
    <>
      <Section id="false-alarms" title="False alarms" note="How often pure noise sets off the rules">
        <p>
          We made {series.toLocaleString('en-US')} charts of pure noise for every number below. Nothing
          changed in any of them. So each signal is a false alarm. Lower is better.
        </p>
        <FigureTable
          caption="Run charts of pure noise with a signal, percent"
          corner="Rules"
          columns={columns}
          rows={rowsOf(onRunCharts, falseSignals)}
        />
        <p>
          A frozen median raises more false alarms, because a few early points can sit high or low by luck.
          That is why we wait for 12 points before we freeze it. It pays: a frozen median sees real changes
          better. NHS, Western Electric and Nelson rules are made for charts with limits; on a run chart only
          their shifts and trends can fire.
        </p>
        <FigureTable
          caption="Charts of single values (i charts) of pure noise with a signal, percent"
          corner="Rules"
          columns={columns}
          rows={rowsOf(withLimits, falseSignals)}
        />
      </Section>
      <Section id="real-changes" title="Real changes" note="How often the rules see one">
        <p>
          Here the level really went up, half way through the chart. With a frozen median it went up right
          after the frozen points. One sigma is about as far as a usual point strays from the middle. Higher
          is better, but only next to the false alarms above.
        </p>
        <FigureTable
          caption="Run charts with a signal after a rise of 1 sigma, percent"
          corner="Rules"
          columns={power}
          rows={rowsOf(onRunCharts, foundShifts.one)}
        />
        <FigureTable
          caption="Run charts with a signal after a rise of 1.5 sigma, percent"
          corner="Rules"
          columns={power}
          rows={rowsOf(onRunCharts, foundShifts.oneAndAHalf)}
        />
        <FigureTable
          caption="Charts of single values with a signal after a rise of 1 sigma, percent"
          corner="Rules"
          columns={power}
          rows={rowsOf(withLimits, foundShifts.one)}
        />
        <FigureTable
          caption="Charts of single values with a signal after a rise of 1.5 sigma, percent"
          corner="Rules"
          columns={power}
          rows={rowsOf(withLimits, foundShifts.oneAndAHalf)}
        />
      </Section>
    </>
  );
}
