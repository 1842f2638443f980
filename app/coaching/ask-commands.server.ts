import { and, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { helpAnswers, helpAsks } from '#db/schema/coaching';
import { now } from '#db/schema/columns';
import { cycles } from '#db/schema/cycles';
import { measures } from '#db/schema/measures';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import { aboutWords } from './ask-words';
import { findAsk } from './asks.server';
import { coachesOf } from './caseload.server';

/** What an ask is about: a cycle or a measure of the team, or the team itself. */
export interface AskContext {
  cycleId: string | null;
  measureId: string | null;
}

/** What an ask is about, in words. @throws 404 where the cycle or the measure is not this team's. */
export async function contextOf(team: TeamAccess, { cycleId, measureId }: AskContext): Promise<string> {
  if (cycleId !== null) {
    const cycle = await db
      .select({ number: cycles.number })
      .from(cycles)
      .where(and(eq(cycles.id, cycleId), eq(cycles.teamId, team.teamId)))
      .get();
    return aboutWords(found(cycle).number, null);
  }
  if (measureId === null) return '';
  const measure = await db
    .select({ name: measures.name })
    .from(measures)
    .where(and(eq(measures.id, measureId), eq(measures.teamId, team.teamId)))
    .get();
  return aboutWords(null, found(measure).name);
}

/** Asks the team's coach for help; returns the ask's id. */
export async function askForHelp(team: TeamAccess, context: AskContext, words: string): Promise<string> {
  return transaction(async () => {
    const about = await contextOf(team, context);
    if ((await coachesOf(team)).length === 0) {
      throw new RuleBroken(
        'This team has no coach yet. A leader chooses one on the page of the team’s people.',
      );
    }
    const { communityId, teamId, person } = team;
    const { id } = await db
      .insert(helpAsks)
      .values({ communityId, teamId, ...context, words, askedBy: person.id })
      .returning({ id: helpAsks.id })
      .get();
    await record(team, {
      deed: `asked for help${about ? ` with ${about}` : ''}`,
      ...(context.cycleId ? { cycleId: context.cycleId } : {}),
      ...{ thing: 'help ask', thingId: id },
    });
    return id;
  });
}

/** Answers an ask: its coach, or somebody of the team who knows. */
export async function answerAsk(team: TeamAccess, askId: string | undefined, text: string): Promise<void> {
  await transaction(async () => {
    const ask = await findAsk(team, askId);
    if (ask.closedAt !== null) {
      throw new RuleBroken(
        'This was closed meanwhile: no answer is needed any more. Your words are kept here.',
      );
    }
    await db.insert(helpAnswers).values({ askId: ask.id, text, writtenBy: team.person.id });
    await record(team, {
      deed: `answered an ask for help${ask.about ? ` with ${ask.about}` : ''}`,
      ...(ask.cycleId ? { cycleId: ask.cycleId } : {}),
      ...{ thing: 'help ask', thingId: ask.id },
    });
  });
}

/** It is no longer needed, or its answer is enough. A second click changes nothing. */
export async function closeAsk(team: TeamAccess, askId: string | undefined): Promise<void> {
  await transaction(async () => {
    const ask = await findAsk(team, askId);
    if (ask.closedAt !== null) return;
    await db
      .update(helpAsks)
      .set({ closedAt: now(), closedBy: team.person.id })
      .where(eq(helpAsks.id, ask.id));
    await record(team, {
      deed: `closed an ask for help${ask.about ? ` with ${ask.about}` : ''}`,
      ...(ask.cycleId ? { cycleId: ask.cycleId } : {}),
      ...{ thing: 'help ask', thingId: ask.id },
    });
  });
}
