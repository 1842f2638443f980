import { decisionWords } from '#db/vocabulary';
import { shortDay, span } from '~/ui/dates';
import { dueInWords } from './next-step';
import { type Schedule, type ScheduledContent, studyCameEarly, type WheelPhase } from './stages';

export interface PhaseContent extends ScheduledContent {
  /** The day the Study was first written. */
  studiedOn: string | null;
  decidedOn: string | null;
}

/** How each phase stands, in a few words: beside the wheel and under each phase's name. */
export function phaseWordsOf(
  cycle: PhaseContent,
  schedule: Schedule,
  today: string,
): Record<WheelPhase, string> {
  const { stage } = schedule;
  const due = dueInWords(schedule, today);
  return {
    plan: stage === 'planned' ? due : planned(cycle),
    do: doInWords(cycle, stage === 'doing' ? due : ''),
    study: studyInWords(cycle, stage === 'studying' ? due : ''),
    act: actInWords(cycle, stage === 'deciding' ? due : ''),
  };
}

function planned({ startsOn, endsOn }: PhaseContent): string {
  return endsOn === null ? `Planned from ${shortDay(startsOn)}` : `Planned ${span(startsOn, endsOn)}`;
}

function doInWords({ doStartedOn, doEndedOn, endsOn }: PhaseContent, due: string): string {
  if (doStartedOn === null) return endsOn === null ? 'After the Plan' : `Until ${shortDay(endsOn)}`;
  if (doEndedOn !== null) return `Done ${span(doStartedOn, doEndedOn)}`;
  return [`Started ${shortDay(doStartedOn)}`, due].filter(Boolean).join('. ');
}

function studyInWords(cycle: PhaseContent, due: string): string {
  if (cycle.learned.trim() === '') return due || 'After Do';
  if (studyCameEarly(cycle, cycle.studiedOn)) return 'Written before Do ended';
  return cycle.studiedOn === null ? 'Written' : `Written ${shortDay(cycle.studiedOn)}`;
}

function actInWords({ learned, decision, decidedOn }: PhaseContent, due: string): string {
  if (learned.trim() === '' || decision === null) return due || 'Decide together';
  return decidedOn === null ? decisionWords[decision] : `${decisionWords[decision]}, ${shortDay(decidedOn)}`;
}
