import { test } from 'vitest';
import { clockAt } from '#db/demo/clock';
import { riverbend } from '#db/demo/riverbend';
import { lakeside } from '#db/demo/lakeside';
import { pointsOf } from '#db/demo/series';
import { measureId } from '#db/demo/tell-cycles';
import { readRunChart } from '~/statistics/run-chart';
test('draws', () => {
  const clock = clockAt(new Date('2026-12-01T15:00:00Z'), 'America/New_York');
  for (const team of [...riverbend.teams, ...lakeside.teams]) for (const m of team.measures) {
    if (m.series.values) continue;
    const change = m.series.levels[1]?.[0] ?? null;
    const found: string[] = [];
    for (let draw = 0; draw < 400 && found.length < 6; draw++) {
      const pts = pointsOf({ ...m, series: { ...m.series, draw } }, { measure: measureId(team.key, m.key), enteredBy: 'x' }, clock);
      const v = pts.map((p) => (p.value ?? (100 * p.numerator!) / p.denominator!));
      const doStart = Math.min(...team.cycles.filter((c) => c.did && c.predictions?.some(([k]) => k === m.key)).map((c) => c.start));
      const from = Number.isFinite(doStart) ? doStart : Math.min(...team.cycles.map((c) => c.start));
      const frozen = pts.filter((p) => clock.offset(p.periodStart) < from).length;
      const excluded = pts.flatMap((p, i) => (p.ghostedAt ? [i] : []));
      const r = readRunChart({ values: v, frozen: frozen >= 12 ? frozen : undefined, excluded, better: m.direction === 'higher' ? 'up' : 'down' }) as any;
      const shifts = r.signals.filter((s: any) => s.kind === 'shift' || s.rule === 'shift');
      if (draw === 0 && m.key === 'screened') console.log(JSON.stringify(r.signals));
      if (change === null) { if (r.signals.length === 0) found.push(`${draw}`); continue; }
      const at = pts.findIndex((p) => clock.offset(p.periodStart) >= change);
      if (shifts.length === 1 && shifts[0].points[0] === at) found.push(`${draw}`);
    }
    console.log(team.key, m.key, found.join(' '));
  }
}, 300000);
