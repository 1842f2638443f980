import { test } from 'vitest';
import { observationSteps } from '~/imports/observations';
import { mappingSteps } from '~/imports/shape';
import type { Steps } from '~/imports/steps';
import { tableSteps } from '~/imports/table';

function file(bytes: number, q = false) {
  const lines = ['Year,Group,Met,Tested,Rate'];
  let size = 0;
  for (let at = 0; size < bytes; at += 1) {
    const g = `Group ${Math.floor(at / 30)}`;
    const l = `${1990 + (at % 30)},${q ? `"${g}"` : g},${at % 50},50,${(at % 50) * 2}.0`;
    size += l.length + 1;
    lines.push(l);
  }
  return Buffer.from(lines.join('\n'));
}

async function steps<T>(name: string, work: Steps<T>): Promise<T> {
  let most = 0,
    all = 0,
    n = 0;
  for (;;) {
    const s = performance.now();
    const step = work.next();
    const took = performance.now() - s;
    most = Math.max(most, took);
    all += took;
    n += 1;
    if (step.done) {
      console.log(name, 'all', Math.round(all), 'longest', Math.round(most), 'steps', n);
      return step.value;
    }
    await new Promise((r) => setImmediate(r));
  }
}
function conflicting(bytes: number) {
  const lines = ['Year,Group,Kind,Type,Zone,Rate'];
  let size = 0;
  for (let at = 0; size < bytes && at < 99_000; at += 1) {
    const l = `${1990 + (at % 20)},Group ${at % 12},kind number ${at % 37} of a long kind of name,${'type '.repeat(8)}${at % 11},zone ${at % 7},${at % 99}.5`;
    size += l.length + 1;
    lines.push(l);
  }
  return Buffer.from(lines.join('\n'));
}
const wide = () =>
  Buffer.from(
    `Group,${Array.from({ length: 499 }, (_, i) => (i % 2 ? 1800 + i : 'x' + i)).join(',')}\n${`Black,${'7.5,'.repeat(498)}7\n`.repeat(4900)}`,
  );
test.each([
  ['long', file(2.75e6, true)],
  ['conflicts', conflicting(9.9e6)],
  ['wide', wide()],
  ['big rows', file(9.9e6, true)],
])(
  'measure %s',
  async (n, bytes) => {
    console.log(n, bytes.length);
    try {
      const table = await steps('table', tableSteps(bytes));
      console.log('rows', table.rows.length);
      const p = await steps('propose', mappingSteps(table));
      const o = await steps('observe', observationSteps(table, p));
      console.log(o.rows.length, o.refused.count, o.problems);
    } catch (e) {
      console.log(String(e));
    }
  },
  120000,
);
