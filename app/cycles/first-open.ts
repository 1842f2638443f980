import type { CycleInFull } from './queries.server';
import type { WheelPhase } from './stages';

type Written = Partial<Record<'decision' | 'reason' | 'nextStep', string | null>>;

/**
 * The first field of a phase that is still open: where whoever is sent to that phase begins to write. In Do it is the
 * day that moves the cycle on. Where nothing is open, the field that matters most.
 */
export function firstOpen(
  phase: WheelPhase,
  cycle: CycleInFull,
  { hasMeasures, towards }: { hasMeasures: boolean; towards: Written },
): string {
  const firstOf = (fields: [field: string, isOpen: boolean][], otherwise: string) =>
    fields.find(([, isOpen]) => isOpen)?.[0] ?? otherwise;
  switch (phase) {
    case 'plan':
      return firstOf(
        [
          ['objective', cycle.objective === ''],
          ['predictions.+0.measureId', hasMeasures && cycle.predictions.length === 0],
          ['scale', cycle.scale === null],
          ['endsOn', cycle.endsOn === null],
        ],
        'objective',
      );
    case 'do':
      return firstOf(
        [
          ['doStartedOn', cycle.doStartedOn === null],
          ['doEndedOn', cycle.doEndedOn === null],
          ['observations', cycle.observations === ''],
          ['ranAsPlanned', cycle.ranAsPlanned === null],
        ],
        'observations',
      );
    case 'study':
      return firstOf(
        [
          ...cycle.questions.flatMap((question): [string, boolean][] => [
            [`questions.${question.id}.whatHappened`, question.whatHappened === ''],
            [`questions.${question.id}.cameTrue`, question.cameTrue === null],
          ]),
          ['workedFor', cycle.workedFor === ''],
          ['learned', cycle.learned === ''],
        ],
        'learned',
      );
    case 'act': {
      const act: Written = cycle.decision ? cycle : towards;
      return firstOf(
        [
          ['decision', !act.decision],
          ['reason', !act.reason],
          ['nextStep', !act.nextStep],
        ],
        'reason',
      );
    }
  }
}
