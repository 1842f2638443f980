import { type ChartChoice, chooseChart, type MeasureFigures, standingOf } from '~/statistics/chart-choice';
import { FEWEST_POINTS_TO_TEST } from '~/statistics/rule-sets';
import { afterColon, Meanings, Scrolled, Section } from './section';

const chartNames: Record<NonNullable<ChartChoice['chart']>, string> = {
  i: 'i chart (single values)',
  mr: 'mr chart (moving ranges)',
  p: 'p chart',
  pprime: 'p′ chart',
  u: 'u chart',
  uprime: 'u′ chart',
  c: 'c chart',
  g: 'g chart (chances between events)',
  t: 't chart (time between events)',
  xbar: 'x̄ chart',
  s: 's chart',
  iprime: 'i′ chart',
};

const steady = [12, 15, 11, 14, 9, 13, 16, 10, 12, 14, 11, 13];
/** One example of each kind of data; the page says what the program would choose for it. */
const kinds: [words: string, figures: MeasureFigures][] = [
  [
    'A percent with counts, such as 41 of 60 students',
    {
      kind: 'proportion',
      values: steady.map((count) => count / 60),
      numerators: steady,
      denominators: steady.map(() => 60),
    },
  ],
  ['A percent without counts', { kind: 'proportion', values: steady.map((count) => count / 60) }],
  [
    'A rate, such as referrals for each 100 school days',
    {
      kind: 'rate',
      values: steady,
      numerators: steady,
      denominators: [80, 140, 95, 130, 70, 160, 90, 120, 75, 150, 85, 110],
    },
  ],
  ['A count where the chance for it stays about the same', { kind: 'count', values: steady }],
  ['A count that jumps about', { kind: 'count', values: steady.map((count, i) => count * (i % 3) * 9 + 8) }],
  ['A time, a cost or a score', { kind: 'continuous', values: steady }],
  ['Something rare, mostly zeros', { kind: 'count', values: [0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0] }],
  ['Days between rare events', { kind: 'time between events', values: [3.5, 12.1, 7.25, 30, 1.5, 9] }],
  ['A published estimate with a margin of error', { kind: 'published estimate', values: steady }],
];
const choices = kinds.map(([words, figures]) => ({ words, choice: chooseChart(figures) }));
const [none, trial, usual, firm] = [5, 11, 19, 20].map((points) =>
  afterColon(standingOf(points).standingReason),
);

/** Which chart for which data, how many points each needs, and what limits are. */
export function ChartSections() {
  return (
    <>
      <Section id="which-chart" title="Which chart for which data" note="A run chart first, for everything">
        <p>
          A run chart needs no math to read, and it works for every kind of number. With more points, a
          control chart adds limits. Which one fits depends on what you count.
        </p>
        <Scrolled label="The control chart that fits">
          <table className="tbl">
            <caption>The control chart that fits, and why</caption>
            <thead>
              <tr>
                <th scope="col">Your data</th>
                <th scope="col">Chart</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {choices.map(({ words, choice }) => (
                <tr key={words}>
                  <th scope="row">{words}</th>
                  <td>{choice.chart ? chartNames[choice.chart] : 'None'}</td>
                  <td>{choice.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
        <p>
          For rare events a run chart misleads: its median is zero, and all points lie on one side. List the
          events, and chart the time between them. There, up is good.
        </p>
      </Section>
      <Section id="how-many-points" title="How many points" note="Fewer than this, and we only draw the line">
        <Meanings
          of={[
            ['Run rules', `${FEWEST_POINTS_TO_TEST} useful points. Below that: “Too few points to test”.`],
            ['A frozen median', '12 points before the first Do.'],
            ['Under 6 points', none],
            ['6 to 11', trial],
            ['12 to 19', usual],
            ['20 and more', firm],
          ]}
        />
      </Section>
      <Section id="limits" title="Limits" note="How far the usual ups and downs reach">
        <p>
          Limits sit 3 sigma above and below the middle. We get sigma from how much each point differs from
          the one before: the mean of these steps, divided by 1.128. A step that is far too big is left out
          once, so that one odd point does not widen the limits. Where that would leave no steps at all, we
          keep them all.
        </p>
        <p>
          Limits are not goals, and they are not about people. A point inside them is what this way of working
          gives. To move the middle, change the way of working.
        </p>
        <p>
          A p′ or u′ chart (“p prime”) also asks if counts spread more than chance alone would have them, and
          widens the limits to match. With big numbers, plain p and u charts flag nearly everything.
        </p>
      </Section>
    </>
  );
}
