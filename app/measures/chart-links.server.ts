import { and, desc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { db, transaction } from '#db/client.server';
import { chartLinks, measures } from '#db/schema/measures';
import { people } from '#db/schema/people';
import type { TeamAccess } from '~/access/gate.server';
import { hashOf, newToken } from '~/access/session.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import { findMeasure } from './queries.server';

const taker = alias(people, 'taker');

/** The links to a measure's chart, newest first: those that work and those that did. Their tokens are kept nowhere. */
export async function linksToChart(team: TeamAccess, measureId: string) {
  return db
    .select({
      id: chartLinks.id,
      label: chartLinks.label,
      untilOn: chartLinks.untilOn,
      madeBy: people.name,
      createdAt: chartLinks.createdAt,
      revokedAt: chartLinks.revokedAt,
      revokedBy: taker.name,
    })
    .from(chartLinks)
    .innerJoin(measures, eq(measures.id, chartLinks.measureId))
    .leftJoin(people, eq(people.id, chartLinks.madeBy))
    .leftJoin(taker, eq(taker.id, chartLinks.revokedBy))
    .where(and(eq(chartLinks.measureId, measureId), eq(measures.teamId, team.teamId)))
    .orderBy(desc(chartLinks.createdAt), desc(chartLinks.id))
    .limit(200);
}

export type ChartLink = Awaited<ReturnType<typeof linksToChart>>[number];

/** Makes a link by which anybody may read one chart; returns its token, which is shown once and kept nowhere. */
export async function makeChartLink(
  team: TeamAccess,
  measureId: string | undefined,
  { label, untilOn }: { label: string; untilOn: string | null },
): Promise<string> {
  return transaction(async () => {
    const measure = await findMeasure(team, measureId);
    if (untilOn !== null && untilOn < team.today) {
      throw new RuleBroken('That day is over. Choose today or a later day.', 'untilOn');
    }
    const token = newToken();
    await db
      .insert(chartLinks)
      .values({ measureId: measure.id, tokenHash: hashOf(token), label, untilOn, madeBy: team.person.id });
    await record(team, {
      deed: `made a link to the chart of “${measure.name}” for ${label}`,
      thing: 'measure',
      thingId: measure.id,
      detail: { untilOn },
    });
    return token;
  });
}

/** Takes a link back: from now on it opens nothing. @throws 404 where it is not this measure's, or was taken back. */
export async function revokeChartLink(
  team: TeamAccess,
  measureId: string | undefined,
  linkId: string,
): Promise<string> {
  return transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const link = found(
      await db
        .update(chartLinks)
        .set({ revokedAt: new Date().toISOString(), revokedBy: team.person.id })
        .where(
          and(eq(chartLinks.id, linkId), eq(chartLinks.measureId, measure.id), isNull(chartLinks.revokedAt)),
        )
        .returning({ label: chartLinks.label })
        .get(),
    );
    await record(team, {
      deed: `took back the link to the chart of “${measure.name}” for ${link.label}`,
      thing: 'measure',
      thingId: measure.id,
    });
    return link.label;
  });
}
