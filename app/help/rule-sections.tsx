import { fewestCrossings, longestRunLimit } from '~/statistics/runs';
import { Meanings, Scrolled, Section } from './section';

const examples = [10, 12, 16, 20, 24, 36, 60];

/** What each rule set asks of a run chart. The ids are the rule sets' own names: charts link to them. */
export function RuleSections() {
  return (
    <>
      <Section id="anhoej" title="Anhøj rules" note="What Upcurve uses unless you choose another">
        <p>
          These two rules ask one thing: do the points fall around the median the way coin flips would? They
          grow with your chart, so a long chart does not raise more and more false alarms.
        </p>
        <Meanings
          of={[
            ['Shift', 'Too many points in a row on one side of the median.'],
            ['Crossings', 'The line crosses the median too few times. This has no side and no date.'],
          ]}
        />
        <p>
          Points on the median count for neither side. We call the rest useful points. Too few crossings is an
          unusual pattern. It is never called better or worse, and it never counts for a practice.
        </p>
        <Scrolled label="How many it takes">
          <table className="tbl">
            <caption>How many it takes, by the number of useful points</caption>
            <thead>
              <tr>
                <th scope="col">Useful points</th>
                <th scope="col" className="r">
                  A shift is this many in a row
                </th>
                <th scope="col" className="r">
                  Unusual: fewer crossings than
                </th>
              </tr>
            </thead>
            <tbody>
              {examples.map((useful) => (
                <tr key={useful}>
                  <th scope="row">{useful}</th>
                  <td className="r">{longestRunLimit(useful) + 1}</td>
                  <td className="r">{fewestCrossings(useful)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      </Section>
      <Section id="ihi" title="IHI rules" note="Quick to see a change, and quick to be wrong">
        <Meanings
          of={[
            ['Shift', '6 or more points in a row on one side of the median. Points on it are skipped.'],
            ['Trend', '5 or more points all going up, or all going down. Repeats are skipped.'],
            ['Runs', 'Too few or too many runs. A run is a stretch of points on one side of the median.'],
            [
              'Far-out point',
              'A point that is plainly unlike the rest. People judge this; we do not compute it.',
            ],
          ]}
        />
        <p>
          Choose them if your partners already use them. In a chart of 24 points where nothing changed, they
          still fire more than one time in three. Most of that comes from the trend rule.
        </p>
      </Section>
      <Section id="nhs" title="NHS rules" note="Making Data Count">
        <Meanings
          of={[
            ['Shift', '7 or more points in a row on one side of the line. A point on the line ends it.'],
            ['Trend', '7 or more points all going up, or all going down. A repeat ends it.'],
            ['Two of three', 'Two of three points close to a limit, all three on one side. Needs limits.'],
            ['Beyond a limit', 'One point outside the limits. Needs limits.'],
          ]}
        />
        <p>
          With limits, two icons sum up the chart. One says what the newest point is: better, worse or the
          usual ups and downs. The other says if the target will be met: always, never, or hit and miss.
        </p>
      </Section>
      <Section id="western-electric" title="Western Electric" note="For charts with limits">
        <Meanings
          of={[
            ['Beyond a limit', 'One point more than 3 sigma from the middle.'],
            ['Two of three', 'Two of three points more than 2 sigma out, on one side.'],
            ['Four of five', 'Four of five points more than 1 sigma out, on one side.'],
            ['Shift', '8 points in a row on one side.'],
          ]}
        />
        <p>
          Sigma is our yardstick for the usual ups and downs. See <a href="#limits">limits</a>.
        </p>
      </Section>
      <Section id="nelson" title="Nelson rules" note="Eight tests for charts with limits">
        <p>
          The four tests of Western Electric, with 9 points for a shift, and four more: 6 points going one
          way, 14 going up and down by turns, 15 close to the middle, and 8 away from the middle on both
          sides. Eight tests find more. They also raise more false alarms.
        </p>
      </Section>
    </>
  );
}
