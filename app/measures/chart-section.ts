import { leadFor, medianWords } from './lead';
import type { Measure } from './measure';
import { methodLine } from './method';
import { proposedPhase } from './proposal';
import type { MeasureReading } from './reading';
import { rulesSaid } from './rules-said';
import { whatWouldChange } from './what-would-change';

/** What the chart of a measure's page says. */
export function chartSection(measure: Measure, reading: MeasureReading) {
  const { chart, kind, ownKind, offer, notDrawn, words, ruleSet, icons } = reading;
  return {
    title: chart.title,
    sentence: chart.sentence,
    better: chart.better,
    goalWord: chart.goalWord,
    kind,
    ownKind,
    offer,
    notDrawn,
    words,
    ruleSet,
    icons,
    median: medianWords(measure, reading),
    lead: leadFor(measure, reading),
    method: methodLine(measure, reading),
    rules: rulesSaid(reading),
    wouldChange: whatWouldChange(measure, reading),
    useful: chart.reading.phases.at(-1)?.useful ?? 0,
    proposal: proposedPhase(reading),
  };
}

export type ChartSection = ReturnType<typeof chartSection>;
