import type { ReactNode } from 'react';
import { ActSection, ToNext } from '~/cycles/act-section';
import { ActSheet } from '~/cycles/act-sheet';
import { DoSection } from '~/cycles/do-section';
import { DoSheet } from '~/cycles/do-sheet';
import { withKeptRows } from '~/cycles/kept-rows';
import { PlanSection } from '~/cycles/plan-section';
import { PlanSheet } from '~/cycles/plan-sheet';
import { planValues } from '~/cycles/plan-values';
import { drawnOf } from '~/cycles/sheet-drawn';
import { actValues, doToWrite, studyValues } from '~/cycles/sheet-values';
import type { WheelPhase } from '~/cycles/stages';
import { StudyNumbers, StudySection } from '~/cycles/study-section';
import { StudySheet } from '~/cycles/study-sheet';
import { paths } from '~/paths';
import type { KeptWords } from '~/ui/kept-words';
import type { SheetAnswer, WorksheetData } from './worksheet.server';

interface Sections {
  /** As it stands now. */
  data: WorksheetData;
  /** As it was when its forms were drawn. */
  start: WorksheetData;
  answer: SheetAnswer | undefined;
  /** Words that wait on the device: their rows are drawn with the others. */
  kept: KeptWords;
  isOpen: (phase: WheelPhase) => boolean;
  formAt: Record<WheelPhase, string>;
}

/** Each phase as its form, or as reading text with the way to its form. */
export function sectionsOf(sections: Sections): Record<WheelPhase, ReactNode> {
  const { data, start, answer, kept, isOpen, formAt } = sections;
  const { teamId, cycle, predictions, charts, mayWrite } = data;
  const edit = (phase: WheelPhase) => (mayWrite ? formAt[phase] : undefined);
  const sheet = (phase: WheelPhase) => ({
    answer: start.open === phase ? answer : undefined,
    action: formAt[phase],
    fresh: start.fresh,
  });
  const drawn = <Values extends object>(values: Values, tasks?: WorksheetData['cycle']['tasks']) => ({
    ...values,
    drawn: drawnOf(values, start.stood, tasks),
  });
  const writtenPlan = planValues(start.cycle, start.fresh);
  const plan = withKeptRows('plan', writtenPlan, kept);
  const writtenDo = doToWrite(start.cycle, start.fresh, start.today);
  const doing = withKeptRows('do', writtenDo, kept);
  // Before Do has begun there is nothing to follow on from.
  const mayFollow = mayWrite && (cycle.doStartedOn !== null || data.stage === 'done');
  const nextHref = mayFollow ? paths.nextCycle(teamId, cycle.id) : undefined;
  const numbers = { cycle, predictions, charts, cameEarly: data.cameEarly };
  const decidedOn = start.cycle.decision ? start.cycle : { decidedOn: start.today, ...filled(start.towards) };
  return {
    plan: isOpen('plan') ? (
      <PlanSheet
        key={plan === writtenPlan ? 'written' : 'kept'}
        {...sheet('plan')}
        values={drawn(plan)}
        measures={start.measures}
        people={start.people}
        newMeasureHref={paths.newMeasure(teamId)}
        record={start.record}
      />
    ) : (
      <PlanSection
        cycle={cycle}
        predictions={predictions}
        edit={edit('plan')}
        tick={mayWrite ? paths.cycleField(teamId, cycle.id) : undefined}
      />
    ),
    do: isOpen('do') ? (
      <DoSheet
        key={doing === writtenDo ? 'written' : 'kept'}
        {...sheet('do')}
        values={drawn(doing, cycle.tasks)}
        cycle={start.cycle}
        today={start.today}
      />
    ) : (
      <DoSection cycle={cycle} edit={edit('do')} />
    ),
    study: isOpen('study') ? (
      <>
        <StudyNumbers {...numbers} />
        <StudySheet
          {...sheet('study')}
          values={drawn(studyValues(start.cycle))}
          questions={start.cycle.questions}
        />
      </>
    ) : (
      <StudySection {...numbers} edit={edit('study')} />
    ),
    act: isOpen('act') ? (
      <>
        {cycle.learned ? null : (
          <p className="soft">A decision counts once what you learned is written. You can start now.</p>
        )}
        <ActSheet {...sheet('act')} values={drawn(actValues(decidedOn))} />
        <ToNext {...{ teamId, nextHref, next: data.next }} kind="text" />
      </>
    ) : (
      <ActSection {...{ teamId, cycle, nextHref, next: data.next, gains: data.gains }} edit={edit('act')} />
    ),
  };
}

/** Without what is empty. */
const filled = <Values extends object>(values: Values): Partial<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Partial<Values>;
