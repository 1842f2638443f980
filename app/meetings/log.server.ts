import { and, eq, isNotNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { now } from '#db/schema/columns';
import { meetingLines, meetings } from '#db/schema/meetings';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import { shortDay } from '~/ui/dates';
import { type LogFields, linesOf } from './log-form';

/** Logs a meeting that is over, with all that was written down of it; returns its id. */
export async function logMeeting(team: TeamAccess, fields: LogFields): Promise<string> {
  return transaction(async () => {
    const { onDate, present, promises } = fields;
    if (onDate > team.today) {
      throw new RuleBroken('That day is still to come. Log a meeting once it took place.', 'onDate');
    }
    const sameDay = await db
      .select({ id: meetings.id })
      .from(meetings)
      .where(and(eq(meetings.teamId, team.teamId), eq(meetings.onDate, onDate), isNotNull(meetings.endedAt)))
      .get();
    if (sameDay) {
      throw new RuleBroken(
        'A meeting of that day is logged already. Open it and add what is missing.',
        'onDate',
      );
    }
    const at = now();
    const { id } = await db
      .insert(meetings)
      .values({
        ...{ teamId: team.teamId, onDate, present },
        ...{ startedBy: team.person.id, endedAt: at, endedBy: team.person.id },
      })
      .returning({ id: meetings.id })
      .get();
    const plain = (kind: 'decision' | 'note', text: string) =>
      linesOf(text).map((line) => ({ kind, text: line, who: '', byDate: null }));
    const lines = [
      ...plain('decision', fields.decisions),
      ...promises.filter(({ text }) => text !== '').map((one) => ({ kind: 'promise' as const, ...one })),
      ...plain('note', fields.notes),
    ];
    if (lines.length > 0) {
      await db
        .insert(meetingLines)
        .values(lines.map((line) => ({ ...line, meetingId: id, writtenBy: team.person.id })));
    }
    await record(team, { deed: `logged the meeting of ${shortDay(onDate)}`, thing: 'meeting', thingId: id });
    return id;
  });
}
