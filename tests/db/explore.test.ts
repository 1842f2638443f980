import { test } from 'vitest';
import { clockAt } from '#db/demo/clock';
import { tellDemo } from '#db/demo/demo';
import { readMeasure } from '~/measures/reading';
import { whatHappened } from '~/cycles/predictions';
import { stageOf } from '~/cycles/stages';
import { statusOf } from '~/statistics/movement';
import { gapChange } from '~/statistics/gap-change';

test('explore', () => {
  const clock = clockAt(new Date('2026-12-01T15:00:00Z'), 'America/New_York');
  const rows = tellDemo(clock, 'x') as any;
  for (const [k, v] of Object.entries(rows)) console.log(k, (v as any[]).length);
  for (const m of rows.measures) {
    const team = rows.teams.find((t: any) => t.id === m.teamId);
    const pts = rows.measurePoints.filter((p: any) => p.measureId === m.id).map((p: any) => ({ stratum: '', ghostedAt: null, ghostReason: null, numerator: null, denominator: null, value: null, ...p }));
    const cs = rows.cycles.filter((c: any) => c.teamId === m.teamId).map((c: any) => {
      const d = rows.cycleDecisions.find((d: any) => d.cycleId === c.id);
      return { ...c, idea: 'x', stage: stageOf({ ...c, decision: d?.decision ?? null }), decision: d?.decision ?? null, decidedOn: d?.decidedOn ?? null, measureIds: rows.cyclePredictions.filter((p: any) => p.cycleId === c.id).map((p: any) => p.measureId) };
    });
    const r = readMeasure({ ruleSet: null, dueLagDays: 7, goalBy: null, unit: '', numeratorWords: '', denominatorWords: '', ratePer: 1, ...m }, pts, cs, 'anhoej', { schoolYearFirstMonth: 7, holidays: [] });
    console.log(`${team.name} | ${m.name} | n=${pts.length} frozen=${r.frozen} | ${r.chart.sentence}\n    ${r.chart.points.map((p) => p.value === null ? '-' : p.value.toFixed(0)).join(' ')}`);
    for (const pr of rows.cyclePredictions.filter((p: any) => p.measureId === m.id)) {
      const c = cs.find((c: any) => c.id === pr.cycleId);
      const h = whatHappened(pr, r.chart.points, c.doStartedOn, clock.today) as any;
      console.log(`      C${c.number} ${pr.low}-${pr.expected}-${pr.high}: ${h.state} ${h.value ?? ''} ${h.isFinal ?? ''}`);
    }
  }
  for (const i of rows.indicators) {
    const obs = rows.observations.filter((o: any) => o.indicatorId === i.id);
    const of = (g: string | null, p: string) => obs.find((o: any) => (o.subgroupId ?? null) === g && o.period === p);
    const periods = [...new Set(obs.map((o: any) => o.period))].sort() as string[];
    const b = i.baselinePeriod ?? periods[0], l = periods.at(-1) as string;
    const val = (o: any) => o?.value ?? (o?.denominator ? (100 * o.numerator) / o.denominator : null);
    const better = i.direction === 'higher' ? 'up' : 'down';
    const ob = of(null, b), ol = of(null, l);
    const st = statusOf({ baseline: val(ob), latest: val(ol), better, minimumMovement: i.minimumMovement, counts: ob.denominator ? { baseline: { count: ob.numerator, of: ob.denominator }, latest: { count: ol.numerator, of: ol.denominator } } : null });
    console.log(`${i.name}: ${b} ${val(ob).toFixed(1)} → ${l} ${val(ol).toFixed(1)} ${st.status} beyond=${st.beyondChance}`);
    for (const d of rows.dimensions.filter((d: any) => d.communityId === i.communityId)) {
      const gs = rows.subgroups.filter((s: any) => s.dimensionId === d.id);
      if (!of(gs[0].id, l)) continue;
      const best = [...gs].filter((g: any) => val(of(g.id, b)) !== null && (of(g.id, b).denominator ?? 99) > 30).sort((x: any, y: any) => (val(of(y.id, b)) - val(of(x.id, b))) * (better === 'up' ? 1 : -1))[0];
      console.log('   ', d.name, gs.map((g: any) => {
        const x = of(g.id, b), y = of(g.id, l), rb = of(best.id, b), rl = of(best.id, l);
        const base = `${g.name} ${val(x)?.toFixed(0) ?? '*'}→${val(y)?.toFixed(0) ?? '*'} (${x.denominator ?? '*'})`;
        if (g === best || !x.denominator || !y.denominator) return base;
        const c = gapChange({ focus: { before: { count: x.numerator, of: x.denominator }, after: { count: y.numerator, of: y.denominator } }, reference: { before: { count: rb.numerator, of: rb.denominator }, after: { count: rl.numerator, of: rl.denominator } } });
        const iv = c.interval!;
        return base + (iv.low > 0 || iv.high < 0 ? ` GAP ${(val(x) - val(rb)).toFixed(0)}→${(val(y) - val(rl)).toFixed(0)}` : '');
      }).join('; '));
    }
  }
});
