import { and, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { events } from '#db/schema/events';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { ChangedMeanwhile, notFound, RuleBroken } from '~/http/errors';
import { plainLineEnds } from '~/http/line-ends';
import type { TeamEvent } from './event';
import type { AnswerFields } from './forms';
import { findTeamEvent } from './queries.server';

/** What stands in the team's way. @throws 404 for any other event, and for one that was taken off. */
export async function findBarrier(team: TeamAccess, eventId: string | undefined): Promise<TeamEvent> {
  const event = await findTeamEvent(team, eventId);
  if (event.kind !== 'barrier' || event.archivedAt !== null) throw notFound();
  return event;
}

/** Says what a leader will do about a barrier, or that it is out of the way; the words before stay in the history. */
export async function answerBarrier(
  team: TeamAccess,
  eventId: string | undefined,
  { text, isOver, was }: AnswerFields,
): Promise<void> {
  await transaction(async () => {
    const { today, person, communityId } = team;
    const { id, title, onDate, untilDate, answer } = await findBarrier(team, eventId);
    if (untilDate !== null && untilDate <= today)
      throw new RuleBroken('This is out of the way already: its last day is written.');
    if (text === answer && !isOver) return;
    const stands = plainLineEnds(answer);
    if (text !== answer && plainLineEnds(was).trim() !== stands.trim()) {
      const sentence = `Somebody answered meanwhile: “${stands}” Put the two together and send it again.`;
      throw new ChangedMeanwhile([{ field: 'text', sentence, shown: { was: stands } }]);
    }
    await db
      .update(events)
      .set({
        ...{ answer: text, answeredBy: person.id, answeredOn: today },
        // One that was to come has its first day as its last.
        ...(isOver ? { untilDate: onDate > today ? onDate : today } : {}),
      })
      .where(and(eq(events.id, id), eq(events.communityId, communityId)));
    const again = answer === '' || text === answer ? '' : ' anew';
    await record(team, {
      deed: `answered the barrier “${title}”${again}${isOver ? ', which is out of the way' : ''}`,
      ...{ thing: 'event', thingId: id },
      ...(again ? { detail: { before: { answer } } } : {}),
    });
  });
}
