import { planAnnual } from '~/statistics/annual';
import { afterColon, Meanings, Section } from './section';

const [few, some, ten, many] = [4, 7, 10, 12].map((years) => afterColon(planAnnual(years).reason));

/** Gaps between groups, and numbers that come once a year. */
export function GapSections() {
  return (
    <>
      <Section id="gaps" title="Gaps between groups" note="How we compare">
        <p>
          A gap is one group minus another, in points. We also show it as a ratio, because the two can
          disagree: when both groups double, the points grow and the ratio stays.
        </p>
        <p>
          Numbers of few students jump by chance. So each gap has a range: with what we counted, the true gap
          could lie anywhere in it. Of 100 such ranges, 95 hold the true gap. We build the range of each group
          first, in a way that also works near 0% and 100%. Then we join the two (Newcombe’s method).
        </p>
        <p>
          Did the gap change? We take the gap now minus the gap then, and join their two ranges the same way
          (the MOVER method). The word comes from that range alone:
        </p>
        <Meanings
          of={[
            ['Narrowed', 'The whole range says the gap got smaller.'],
            ['Widened', 'The whole range says the gap got bigger.'],
            [
              'Cannot tell',
              'Zero is in the range. The gap may have changed or not. It never means “no gap”.',
            ],
          ]}
        />
        <p>
          A gap can also close for the wrong reason. So we say who moved: improved for all, only one group
          improved, levelled down (the group ahead got worse), or reversed (the other group is ahead now).
        </p>
        <p>
          Without counts there is no range, and we say “without counts”. For published estimates we use their
          margin of error. Averages over several years overlap; we never test one against the next. When the
          same students or schools are in both, the true range is wider than ours: take care.
        </p>
      </Section>
      <Section id="yearly" title="Yearly numbers" note="Few points, so few claims">
        <Meanings
          of={[
            ['Under 5 years', few],
            ['5 to 9', some],
            ['10 and 11', ten],
            ['12 and more', many],
          ]}
        />
        <p>
          The trend test looks at the last five years in a row. It asks if the line through them rises or
          falls more than chance explains. It is a pointer, not a proof.
        </p>
        <p>
          From five years on we also show where the number leads if nothing changes. We put a straight line
          through the years and let it go on, five years at most. We show a range and never one number: 8 of
          10 such years would lie in it. The fewer years there are, and the farther ahead we look, the wider
          it is. When what is counted changes, the years before are left out.
        </p>
      </Section>
      <Section id="links" title="From a measure to an indicator" note="What we expect, and when">
        <p>
          A team says which indicator its measure feeds, which way, and how many years later. When the measure
          shows a signal, we look at the indicator in that year and the one after it. We compare with the
          newest figure from before.
        </p>
        <Meanings
          of={[
            [
              'Signal in the window',
              'The indicator went the expected way, beyond chance, in these two years.',
            ],
            ['Too early', 'There is no signal yet, or a figure can still come.'],
            ['Expected but absent', 'Both years passed without a change beyond chance.'],
            ['Opposite', 'The indicator went the other way, beyond chance.'],
            ['No data', 'There is no figure to compare, or no count behind it.'],
          ]}
        />
        <p>
          None of these proves that one caused the other. “At most 1.0 of the 4.2 points” is a ceiling: the
          largest number of people one test of a practice reached, out of all who are counted, times the upper
          limit of what its outcome measure moved. We show it only where both are percents.
        </p>
      </Section>
    </>
  );
}
