import { demoId } from './chance';
import type { Clock, DayOffset } from './clock';
import type { DemoRows } from './rows';
import type { CycleStory } from './story';

export interface TeamContext {
  communityId: string;
  teamId: string;
  teamKey: string;
  clock: Clock;
}

const person = (key: string) => demoId('person', key);
export const cycleId = (teamKey: string, number: number) => demoId('cycle', teamKey, number);
export const measureId = (teamKey: string, key: string) => demoId('measure', teamKey, key);
export const ideaId = (teamKey: string, key: string) => demoId('idea', teamKey, key);

/** A Plan is written on the Friday before the week it starts in, after the cycle before was decided. */
export const plannedOn = (start: DayOffset): DayOffset => Math.min(Math.floor(start / 7) * 7 - 3, -3);

/** One cycle with its questions, predictions, tasks, decision and the lines it left in the history. */
export function tellCycle(rows: DemoRows, cycle: CycleStory, context: TeamContext): void {
  const { clock, communityId, teamId, teamKey } = context;
  const { did, study } = cycle;
  const id = cycleId(teamKey, cycle.number);
  const { planOf, writtenAfterwards } = cycle;
  const createdAt = clock.at(writtenAfterwards ?? plannedOn(cycle.start), '21:10');
  const by = person(cycle.by);
  rows.cycles.push({
    id,
    communityId,
    teamId,
    ideaId: ideaId(teamKey, cycle.idea),
    number: cycle.number,
    previousId: cycle.after === undefined ? null : cycleId(teamKey, cycle.after),
    clonedFromId: planOf ? cycleId(...planOf) : null,
    writtenAfterwards: writtenAfterwards !== undefined,
    startsBranch: cycle.isBranch ?? false,
    ledBy: by,
    createdBy: by,
    createdAt,
    archivedAt: cycle.archived === undefined ? null : clock.at(cycle.archived, '21:20'),
    objective: cycle.objective,
    kind: cycle.kind ?? 'test',
    scale: cycle.scale,
    people: cycle.people,
    sites: cycle.sites,
    focusGroup: cycle.focus ?? '',
    dataPlan: cycle.dataPlan ?? '',
    startsOn: clock.day(cycle.start),
    endsOn: clock.day(cycle.end),
    doStartedOn: did ? clock.day(cycle.start) : null,
    doEndedOn: did && did.ended !== null ? clock.day(did.ended) : null,
    ranAsPlanned: did?.ran ?? null,
    whatDiffered: did?.differed ?? '',
    observations: did?.saw ?? '',
    surprises: did?.surprises ?? '',
    workedFor: study?.workedFor ?? '',
    learned: study?.learned ?? '',
    studiedAt: study ? clock.at(study.on, '20:15') : null,
  });
  tellParts(rows, cycle, id, createdAt, context);
  tellDoing(rows, cycle, id, clock);
  tellDecision(rows, cycle, id, clock);
  for (const [at, deed] of deedsOf(cycle, clock, createdAt)) {
    rows.history.push({
      id: demoId('line', id, deed),
      communityId,
      teamId,
      cycleId: id,
      personId: by,
      at,
      deed,
    });
  }
}

function tellParts(
  rows: DemoRows,
  cycle: CycleStory,
  id: string,
  createdAt: string,
  { clock, teamKey }: TeamContext,
): void {
  cycle.questions.forEach((question, position) => {
    rows.cycleQuestions.push({
      id: demoId('question', id, position),
      cycleId: id,
      position,
      question: question.ask,
      prediction: question.predict,
      chancePercent: question.chance ?? null,
      whatHappened: question.happened ?? '',
      cameTrue: question.came ?? null,
    });
  });
  for (const [measure, expected, low, high] of cycle.predictions ?? []) {
    rows.cyclePredictions.push({
      id: demoId('prediction', id, measure),
      cycleId: id,
      measureId: measureId(teamKey, measure),
      expected,
      low,
      high,
      checkOn: clock.day(cycle.end),
      createdAt,
    });
  }
  cycle.tasks.forEach(([who, what, place, due, isDone], position) => {
    rows.cycleTasks.push({
      id: demoId('task', id, position),
      cycleId: id,
      position,
      who,
      what,
      place,
      dueOn: clock.day(due),
      doneAt: isDone ? clock.at(due, '18:00') : null,
    });
  });
}

/** What was written down while it ran: dated notes, the working list in counts, and files. */
function tellDoing(rows: DemoRows, { by, did }: CycleStory, id: string, clock: Clock): void {
  did?.notes?.forEach(([on, text, writer], position) => {
    rows.cycleNotes.push({
      id: demoId('note', id, position),
      cycleId: id,
      onDate: clock.day(on),
      text,
      writtenBy: person(writer),
      createdAt: clock.at(on, '20:30'),
    });
  });
  did?.counts?.forEach(([group, identified, reached, completed], position) => {
    rows.cycleCounts.push({
      id: demoId('count', id, position),
      cycleId: id,
      group,
      position,
      identified,
      reached,
      completed,
    });
  });
  did?.files?.forEach(([fileName, text], position) => {
    const contents = Buffer.from(text);
    const fileId = demoId('file', id, position);
    rows.cycleFiles.push({
      id: fileId,
      cycleId: id,
      fileName,
      mediaType: 'text/plain',
      bytes: contents.length,
      addedBy: person(by),
      createdAt: clock.at(did.ended ?? 0, '20:35'),
    });
    rows.cycleFileContents.push({ fileId, contents });
  });
}

function tellDecision(rows: DemoRows, cycle: CycleStory, id: string, clock: Clock): void {
  if (!cycle.act) return;
  const { decision, reason, next, on } = cycle.act;
  rows.cycleDecisions.push({
    id: demoId('decision', id),
    cycleId: id,
    decision,
    reason,
    nextStep: next,
    decidedOn: clock.day(on),
    decidedBy: person(cycle.by),
    createdAt: clock.at(on, '20:40'),
  });
}

function deedsOf(cycle: CycleStory, clock: Clock, createdAt: string): [at: string, deed: string][] {
  const { number, did, study, act } = cycle;
  if (cycle.writtenAfterwards !== undefined) {
    return [[createdAt, `wrote down Cycle ${number} after it was over: ${act?.decision ?? 'not decided'}`]];
  }
  const deeds: [string, string][] = [[createdAt, `planned Cycle ${number}`]];
  if (did) deeds.push([clock.at(cycle.start, '14:05'), `started Do of Cycle ${number}`]);
  if (did && did.ended !== null) deeds.push([clock.at(did.ended, '19:50'), `ended Do of Cycle ${number}`]);
  if (study) deeds.push([clock.at(study.on, '20:15'), `wrote the Study of Cycle ${number}`]);
  if (act) deeds.push([clock.at(act.on, '20:40'), `decided Cycle ${number}: ${act.decision}`]);
  return deeds;
}
