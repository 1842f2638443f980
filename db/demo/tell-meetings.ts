import { demoId } from './chance';
import type { DemoRows } from './rows';
import type { MeetingStory } from './story';
import { cycleId, type TeamContext } from './tell-cycles';

/** A past meeting: who came, and each line of its record, some minutes apart. */
export function tellMeeting(
  rows: DemoRows,
  { on, present, by, lines }: MeetingStory,
  { communityId, teamId, teamKey, clock }: TeamContext,
): void {
  const id = demoId('meeting', teamId, on);
  const person = (key: string) => demoId('person', key);
  const startedBy = person(by);
  rows.meetings.push({
    id,
    teamId,
    onDate: clock.day(on),
    present,
    startedBy,
    createdAt: clock.at(on, '20:30'),
    endedAt: clock.at(on, '21:15'),
    endedBy: startedBy,
  });
  lines.forEach((line, position) => {
    const { kind, text, who = '', due, isDone = false, cycle } = line;
    rows.meetingLines.push({
      id: demoId('meeting line', id, position),
      meetingId: id,
      kind,
      text,
      who,
      byDate: due === undefined ? null : clock.day(due),
      doneAt: isDone ? clock.at(on + 1, '15:00') : null,
      cycleId: cycle === undefined ? null : cycleId(teamKey, cycle),
      writtenBy: person(line.by),
      createdAt: clock.at(on, `20:${35 + 3 * position}`),
    });
  });
  for (const [deed, time] of [
    ['started a meeting', '20:30'],
    ['ended the meeting', '21:15'],
  ] as const) {
    rows.history.push({
      id: demoId('line', id, deed),
      communityId,
      teamId,
      personId: startedBy,
      at: clock.at(on, time),
      deed,
      thing: 'meeting',
      thingId: id,
    });
  }
}
