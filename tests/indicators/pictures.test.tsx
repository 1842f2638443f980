import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { GapSection } from '~/indicators/gap-section';
import { EveryoneChart, GroupsChart } from '~/indicators/groups-chart';
import { GroupsTable } from '~/indicators/groups-table';
import { seenCells } from '~/indicators/masking';
import { type GapReading, readDimension, readGap, readOverall } from '~/indicators/reading';
import { anObserved, aRule, splits } from './readings';

const race = splits[0] as (typeof splits)[number];
const dimensionOf = new Map(race.groups.map((group) => [group.id, race.id]));

function readings(values: Record<string, Record<string, number>>) {
  const observed = Object.entries(values).flatMap(([group, years]) =>
    Object.entries(years).map(([period, value]) =>
      anObserved({ period, subgroupId: group === 'everyone' ? null : group, value }),
    ),
  );
  const rule = aRule();
  const seen = seenCells(observed, dimensionOf, rule, { mayEdit: true, threshold: 10 });
  const overall = readOverall(rule, seen.cells, 7);
  const dimension = readDimension(race, rule, seen, overall);
  const gap = readGap(dimension, rule, overall.periods, null) as GapReading;
  return { overall, dimension, gap, direction: 'higher', target: null, baselinePeriod: null } as const;
}
const drawn = (node: ReactNode) => renderToStaticMarkup(node);

test('figures for everyone alone are drawn and stand in a table, every year of them', () => {
  const { overall } = readings({ everyone: { '2021-22': 70, '2022-23': 72, '2023-24': 75 } });
  const page = drawn(<EveryoneChart overall={overall} target={null} />);
  expect(page).toContain('class="gap-chart"');
  for (const words of ['Everyone', '2021–22', '2022–23', '2023–24', '70%', '72%', '75%']) {
    expect(page).toContain(words);
  }
});

test('a single period is one column and no line chart', () => {
  const one = readings({
    everyone: { '2015-16': 80 },
    black: { '2015-16': 70 },
    white: { '2015-16': 85 },
  });
  expect(drawn(<GapSection {...one} />)).not.toContain('class="gap-chart"');
  expect(drawn(<GroupsChart {...one} />)).not.toContain('class="gap-chart"');
  expect(drawn(<EveryoneChart {...one} />)).not.toContain('class="gap-chart"');
  const table = drawn(<GroupsTable overall={one.overall} dimensions={[one.dimension]} />);
  expect(table.match(/2015–16/g)).toHaveLength(1);
  expect(table.match(/>70%</g)).toHaveLength(1);
});

test('the verdict’s words stand first, in its colour, and then what the gap did', () => {
  const page = drawn(
    <GapSection
      {...readings({ black: { '2021-22': 70, '2022-23': 68 }, white: { '2021-22': 90, '2022-23': 80 } })}
    />,
  );
  expect(page).toMatch(
    /^<p class="bigsig t-worse">Both fell \(without counts\)<\/p><p class="lead">Gap narrowed/,
  );
  expect(page).not.toContain('w-closing');
});
