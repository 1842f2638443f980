import type { WheelPhase } from '~/cycles/stages';
import type { WorksheetData } from './worksheet.server';

/** The phases that show their fields: where the cycle is, what comes next to it, and the one that was asked for. */
export function phasesOpen({
  mayWrite,
  stage,
  open,
  cycle,
  today,
}: Pick<WorksheetData, 'mayWrite' | 'stage' | 'open' | 'cycle' | 'today'>): WheelPhase[] {
  if (!mayWrite) return [];
  const here: Record<WorksheetData['stage'], WheelPhase[]> = {
    planned: cycle.startsOn <= today ? ['plan', 'do'] : ['plan'],
    doing: ['do'],
    studying: ['study', 'act'],
    deciding: ['act'],
    done: [],
  };
  return [...new Set([...here[stage], ...(open ? [open] : [])])];
}
