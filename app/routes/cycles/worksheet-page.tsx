import { useActionData, useLoaderData } from '@remix-run/react';
import { type ReactNode, useEffect, useState } from 'react';
import { phaseWords } from '#db/vocabulary';
import { RampFigure } from '~/charts/ramp-drawing';
import { NoteList } from '~/coaching/note-list';
import { ReviewBanner, ReviewRow } from '~/coaching/review-row';
import { Comments, MarginNotes } from '~/conversations/notes';
import { Chain } from '~/cycles/chain';
import { checkNames } from '~/cycles/checks';
import { ChecksPanel } from '~/cycles/checks-panel';
import { CycleMeta } from '~/cycles/cycle-meta';
import { clockOf } from '~/cycles/desk-clock';
import { PaperSheet } from '~/cycles/paper-sheet';
import { PlanTrail } from '~/cycles/plan-trail';
import { ArchivedCycle, PutAway } from '~/cycles/put-away';
import { DeskContext, focusHere } from '~/cycles/saved-field';
import { phaseOfField } from '~/cycles/sheet-fields';
import { type WheelPhase, wheelPhases } from '~/cycles/stages';
import { useDesk } from '~/cycles/use-desk';
import { Rail, WorkBar } from '~/cycles/work-bar';
import { PhaseSection } from '~/cycles/worksheet';
import { HistoryList } from '~/history/history-list';
import { paths } from '~/paths';
import { BesideField } from '~/ui/beside-field';
import type { KeptWords } from '~/ui/kept-words';
import { Page, Row } from '~/ui/page';
import { phasesOpen } from './open-phases';
import { saidBeside } from './said-beside';
import type { SheetAnswer, WorksheetData } from './worksheet.server';
import { sectionsOf } from './worksheet-sections';

/** The worksheet of a cycle: four phases, each as reading text or, where it is open, with its fields in place. */
export default function WorksheetPage() {
  const data = useLoaderData() as WorksheetData;
  return <Worksheet key={data.at} start={data} answer={useActionData() as SheetAnswer | undefined} />;
}

function Worksheet({ start, answer }: { start: WorksheetData; answer: SheetAnswer | undefined }) {
  const [data, setData] = useState(start);
  const [open, setOpen] = useState(() => phasesOpen(start));
  const { teamId, cycle, states, words, step, stage, mayWrite } = data;
  const place = paths.cycleField(teamId, cycle.id);
  const desk = useDesk({
    ...{ place, personId: data.personId, cycleId: cycle.id, stood: start.stood },
    clashes: answer?.clashes ?? [],
    isRefused: answer?.status === 'error',
    onSaved: async () => {
      const fresh = await fetch(place)
        .then((response) => (response.ok ? (response.json() as Promise<WorksheetData>) : null))
        .catch(() => null);
      if (!fresh) return;
      setData(fresh);
      setOpen((before) => [...new Set([...before, ...phasesOpen({ ...fresh, open: start.open })])]);
    },
  });
  const { waiting, takeBack } = desk;
  useEffect(() => {
    if (window.location.hash === '#here') focusHere();
  }, []);
  // Words that wait on the device need their fields: the forms and rows they belong to are drawn first.
  const [drawnWith, setDrawnWith] = useState<KeptWords>({});
  useEffect(() => {
    if (!waiting) return;
    if (drawnWith === waiting) {
      void takeBack(waiting);
      return;
    }
    const missing = Object.keys(waiting).flatMap((field) => phaseOfField(field) ?? []);
    setOpen((before) => [...new Set([...before, ...missing])]);
    setDrawnWith(waiting);
  }, [waiting, drawnWith, takeBack]);

  const formAt: Record<WheelPhase, string> = {
    plan: paths.planCycle(teamId, cycle.id),
    do: paths.doCycle(teamId, cycle.id),
    study: paths.studyCycle(teamId, cycle.id),
    act: paths.actCycle(teamId, cycle.id),
  };
  const isOpen = (phase: WheelPhase) => mayWrite && open.includes(phase);
  const isHere = step !== null && isOpen(step.form) && (data.open ?? step.form) === step.form;
  const button = step
    ? { href: isHere ? '#here' : paths.formOfCycle(teamId, cycle.id, step.form), label: step.button }
    : data.next
      ? { href: paths.cycle(teamId, data.next.id), label: `Go to Cycle ${data.next.number}` }
      : { href: paths.nextCycle(teamId, cycle.id), label: 'Start the next cycle' };
  const sections: Record<WheelPhase, ReactNode> = sectionsOf({
    data,
    answer,
    start,
    kept: drawnWith,
    isOpen,
    formAt,
  });
  return (
    <Page
      title={cycle.idea}
      className="p-cycle"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: data.team },
      ]}
      meta={<CycleMeta teamId={teamId} cycle={cycle} mayWrite={mayWrite} />}
    >
      <ReviewBanner reviews={data.reviews} timeZone={data.timeZone} />
      <ArchivedCycle teamId={teamId} cycle={cycle} mayWrite={data.mayBringBack} />
      <PlanTrail trail={data.trail} takeHref={data.mayTakePlan ? paths.takePlan(teamId, cycle.id) : null} />
      <WorkBar
        states={states}
        button={mayWrite ? button : null}
        told={desk.told}
        signIn={paths.signIn(paths.cycle(teamId, cycle.id))}
      />
      <div className="ws">
        <Rail number={cycle.number} states={states} words={words} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens to the forms in it. */}
        <div
          ref={desk.root}
          className="ws-body"
          onInput={desk.onInput}
          onBlur={desk.onBlur}
          onSubmitCapture={desk.onSubmitCapture}
        >
          <DeskContext.Provider
            value={{
              clashes: desk.clashes,
              wrong: desk.wrong,
              here: mayWrite ? data.here : null,
              keeps: answer?.keeps ?? [],
              choose: desk.isAlive ? desk.choose : null,
              clock: (instant) => clockOf(instant, data.timeZone, start.at),
            }}
          >
            <BesideField.Provider value={saidBeside(data)}>
              {wheelPhases.map((phase) => (
                <PhaseSection
                  key={phase}
                  phase={phase}
                  states={states}
                  words={words[phase]}
                  margin={<MarginNotes {...data.talk} part={phase} />}
                  hasMargin={!isOpen(phase)}
                >
                  {sections[phase]}
                </PhaseSection>
              ))}
            </BesideField.Provider>
          </DeskContext.Provider>
        </div>
      </div>
      <ReviewRow
        teamId={teamId}
        cycleId={cycle.id}
        reviews={data.reviews}
        timeZone={data.timeZone}
        checkNames={checkNames}
        may={{ ask: mayWrite, review: data.mayReview }}
      />
      {data.notes.length > 0 ? (
        <Row id="notes" title="From your coach">
          <NoteList notes={data.notes} timeZone={data.timeZone} />
        </Row>
      ) : null}
      {data.checks.length > 0 ? (
        <Row id="checks" title="Seven checks" note="What makes a test worth trusting">
          <ChecksPanel teamId={teamId} cycleId={cycle.id} answers={data.checks} mayWrite={mayWrite} />
        </Row>
      ) : null}
      <Row id="ramp" title="The ramp" note="This idea, test by test" wide>
        {data.ramp ? <RampFigure picture={data.ramp} /> : null}
      </Row>
      <Row id="chain" title="Where it leads" note="Working on it is not proof of causing it" wide>
        <Chain
          teamId={teamId}
          cycle={{ ...cycle, words: cycle.decision ? words.act : phaseWords[stage] }}
          practice={
            cycle.practiceId && cycle.practice ? { id: cycle.practiceId, name: cycle.practice } : null
          }
          measures={data.chain}
        />
      </Row>
      <Row id="comments" title="Comments">
        <Comments {...data.talk} exceptParts={wheelPhases} />
      </Row>
      <Row id="history" title="History">
        <HistoryList lines={data.lines} timeZone={data.timeZone} />
        {mayWrite ? (
          <p>
            <a href={paths.cycleVersions(teamId, cycle.id)}>Every saved version</a>
          </p>
        ) : null}
        <p>
          <a href={paths.cycleFiles(teamId, cycle.id)}>Files of this cycle</a>
        </p>
        <p>
          This page prints on one sheet. <a href={paths.blankCycle(teamId)}>A blank worksheet</a>
        </p>
      </Row>
      {mayWrite ? <PutAway teamId={teamId} cycleId={cycle.id} /> : null}
      <PaperSheet team={data.team} cycle={cycle} predictions={data.predictions} />
    </Page>
  );
}
