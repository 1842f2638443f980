import { leastRunAfter } from '~/statistics/after-change';
import { FigureTable } from './figure-table';
import { Meanings, Section } from './section';
import {
  after,
  before,
  falseComparisons,
  falseVerdicts,
  foundChanges,
  foundComparisons,
  sides,
  spreads,
} from './simulated';

const rowsBefore = (figures: readonly (readonly number[])[]) =>
  before.map((count, index) => ({ name: `${count} before`, figures: figures[index] ?? [] }));
const rowsOfSides = (figures: readonly (readonly number[])[]) =>
  sides.map((count, index) => ({ name: `${count} and ${count}`, figures: figures[index] ?? [] }));
const afterColumns = after.map((count) => `${count} after`);
const spreadColumns = spreads.map((spread) => (spread === 1 ? 'Chance only' : `${spread} times chance`));

/** Baselines, and whether a measure moved after a change: by run rules, and by comparing counts. */
export function ChangeSections() {
  return (
    <>
      <Section id="baseline" title="The baseline" note="What new points are judged against">
        <p>
          The median is the middle value: half of the points are above it and half below. At first it is the
          median of all points. Once there are 12 points before your first Do, we freeze it on those points. A
          frozen median does not follow the new points. So a change can stand out.
        </p>
        <p>
          A point that was set aside is drawn hollow. It does not count for the median or for any rule. A
          missing point is a gap in the line. It is never read as zero.
        </p>
      </Section>
      <Section
        id="after-a-change"
        title="After a change"
        note="Did a practice move a measure? This is what the evidence rests on"
      >
        <p>
          We freeze the median on the points before the change. Then two tests must agree. Either alone is
          fooled too often.
        </p>
        <Meanings
          of={[
            [
              'A run',
              `Enough points in a row on one side of the median: ${leastRunAfter(6)} when there are 6 to 11 points after, ${leastRunAfter(12)} from 12, ${leastRunAfter(23)} from 23.`,
            ],
            [
              'A rank test',
              'Put all points in order of size. Do the points after sit too high, or too low, to be luck? (Mann–Whitney, at most 2.5% on each side.)',
            ],
            [
              'How many points',
              'At least 10 before and 6 after. With 8 or 9 before we call the verdict weak.',
            ],
          ]}
        />
        <p>
          The words are improved, worsened, mixed, no signal and too early. “No signal” does not mean “it does
          not work”. It means these points cannot tell.
        </p>
        <FigureTable
          caption="False verdicts: nothing changed, yet a series was called improved or worsened, percent"
          corner="Points"
          columns={afterColumns}
          rows={rowsBefore(falseVerdicts.independent)}
        />
        <p>
          At most one in twenty everywhere, both sides together. That holds when each point is a fresh draw.
          Points that follow the one before raise more false verdicts:
        </p>
        <FigureTable
          caption="False verdicts when each point leans on the one before (correlation 0.3), percent"
          corner="Points"
          columns={afterColumns}
          rows={rowsBefore(falseVerdicts.correlated)}
        />
        <FigureTable
          caption="Rises of 1 sigma that were called improved, percent"
          corner="Points"
          columns={afterColumns}
          rows={rowsBefore(foundChanges.one)}
        />
        <FigureTable
          caption="Rises of 1.5 sigma that were called improved, percent"
          corner="Points"
          columns={afterColumns}
          rows={rowsBefore(foundChanges.oneAndAHalf)}
        />
      </Section>
      <Section id="before-after" title="Before and after" note="When there are too few points for runs">
        <p>
          A percent has counts behind it. With 3 points and 10 people on each side we can add them up and
          compare the two percents. The range around the difference tells us if it could be zero. If zero is
          outside, we say improved or worsened. If not, we say no clear change.
        </p>
        <p>
          Counts often jump about more than chance alone would have them: one class was on a trip, one week
          was short. We measure that spread (we print it as φ) and make the range wider by it.
        </p>
        <FigureTable
          caption="False verdicts with 30 people a point and a true share of 30%, by how far counts spread, percent"
          corner="Points before and after"
          columns={spreadColumns}
          rows={rowsOfSides(falseComparisons.thirty)}
        />
        <FigureTable
          caption="The same with a true share of 10%, percent"
          corner="Points before and after"
          columns={spreadColumns}
          rows={rowsOfSides(falseComparisons.ten)}
        />
        <p>
          With few points and jumpy counts, the spread itself is hard to measure. Then this method is wrong
          more often than one time in twenty. Read such a verdict with care, and collect more points.
        </p>
        <FigureTable
          caption="Rises of 1 sigma that were called improved (share of 30%), percent"
          corner="Points before and after"
          columns={spreadColumns}
          rows={rowsOfSides(foundComparisons.one)}
        />
        <FigureTable
          caption="Rises of 1.5 sigma that were called improved (share of 30%), percent"
          corner="Points before and after"
          columns={spreadColumns}
          rows={rowsOfSides(foundComparisons.oneAndAHalf)}
        />
        <p>
          Where neither way is open, we only say what was observed. That cannot lift a practice above
          “Tested”.
        </p>
      </Section>
    </>
  );
}
