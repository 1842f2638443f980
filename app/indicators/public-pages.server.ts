import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { db, transaction } from '#db/client.server';
import { indicators, observations, outcomes } from '#db/schema/indicators';
import { people } from '#db/schema/people';
import { publicPageIndicators, publicPages } from '#db/schema/scoreboard';
import type { CommunityAccess } from '~/access/gate.server';
import type { PublicPageAccess } from '~/access/links.server';
import { hashOf, newToken } from '~/access/session.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import { plural } from '~/ui/words';
import { seenCells } from './masking';
import { dimensionByGroup, dimensionsOf, figures, readerOf, rule } from './queries.server';
import { targetLabel } from './reading';
import { indicatorView } from './view';

const taker = alias(people, 'taker');

/** The public pages of the community, newest first: those that work and those that did. */
export async function listPublicPages(access: CommunityAccess) {
  return db
    .select({
      id: publicPages.id,
      label: publicPages.label,
      indicators: count(publicPageIndicators.indicatorId),
      madeBy: people.name,
      createdAt: publicPages.createdAt,
      revokedAt: publicPages.revokedAt,
      revokedBy: taker.name,
    })
    .from(publicPages)
    .leftJoin(publicPageIndicators, eq(publicPageIndicators.pageId, publicPages.id))
    .leftJoin(people, eq(people.id, publicPages.madeBy))
    .leftJoin(taker, eq(taker.id, publicPages.revokedBy))
    .where(eq(publicPages.communityId, access.communityId))
    .groupBy(publicPages.id)
    .orderBy(desc(publicPages.createdAt), desc(publicPages.id))
    .limit(200);
}

export type PublicPage = Awaited<ReturnType<typeof listPublicPages>>[number];

/** The indicators that can be shown whole, in the order of their outcomes. */
export async function indicatorsToPublish(access: CommunityAccess) {
  return db
    .select({ id: indicators.id, name: indicators.name, outcome: outcomes.name })
    .from(indicators)
    .innerJoin(outcomes, eq(outcomes.id, indicators.outcomeId))
    .where(and(eq(indicators.communityId, access.communityId), isNull(indicators.archivedAt)))
    .orderBy(asc(outcomes.position), asc(indicators.name))
    .limit(500);
}

/**
 * Makes a link by which anybody may read the scoreboard and these indicators; returns its token, which is shown once
 * and kept nowhere.
 */
export async function publishPage(
  access: CommunityAccess,
  { label, indicatorIds }: { label: string; indicatorIds: string[] },
): Promise<string> {
  return transaction(async () => {
    const ids = [...new Set(indicatorIds)];
    const known = await db
      .select({ id: indicators.id })
      .from(indicators)
      .where(and(inArray(indicators.id, ids), eq(indicators.communityId, access.communityId)));
    if (known.length < ids.length) {
      throw new RuleBroken('Choose indicators of your community.', 'indicatorIds');
    }
    const token = newToken();
    const page = await db
      .insert(publicPages)
      .values({ communityId: access.communityId, tokenHash: hashOf(token), label, madeBy: access.person.id })
      .returning({ id: publicPages.id })
      .get();
    if (ids.length > 0) {
      await db
        .insert(publicPageIndicators)
        .values(ids.map((indicatorId) => ({ pageId: page.id, indicatorId })));
    }
    await record(access, {
      deed: `published the scoreboard and ${plural(ids.length, 'indicator')} for ${label}`,
      thing: 'public page',
      thingId: page.id,
      detail: { indicatorIds: ids },
    });
    return token;
  });
}

/** Takes a public page back: its link opens nothing from now on. @throws 404 where it is not ours, or was taken back. */
export async function revokePublicPage(access: CommunityAccess, pageId: string): Promise<string> {
  return transaction(async () => {
    const page = found(
      await db
        .update(publicPages)
        .set({ revokedAt: new Date().toISOString(), revokedBy: access.person.id })
        .where(
          and(
            eq(publicPages.id, pageId),
            eq(publicPages.communityId, access.communityId),
            isNull(publicPages.revokedAt),
          ),
        )
        .returning({ id: publicPages.id, label: publicPages.label })
        .get(),
    );
    await record(access, {
      deed: `took back the public page for ${page.label}`,
      thing: 'public page',
      thingId: page.id,
    });
    return page.label;
  });
}

/** The ids of the indicators that the page shows whole. */
export async function publishedIndicators(page: PublicPageAccess): Promise<Set<string>> {
  const rows = await db
    .select({ id: publicPageIndicators.indicatorId })
    .from(publicPageIndicators)
    .where(eq(publicPageIndicators.pageId, page.pageId));
  return new Set(rows.map(({ id }) => id));
}

/** One indicator of a public page, masked as for everybody who may not edit; null where the page does not show it. */
export async function readPublished(page: PublicPageAccess, indicatorId: string | undefined) {
  const indicator = await db
    .select({
      id: indicators.id,
      name: indicators.name,
      definition: indicators.definition,
      source: indicators.source,
      outcome: outcomes.name,
      ...rule,
    })
    .from(publicPageIndicators)
    .innerJoin(indicators, eq(indicators.id, publicPageIndicators.indicatorId))
    .innerJoin(outcomes, eq(outcomes.id, indicators.outcomeId))
    .where(
      and(
        eq(publicPageIndicators.pageId, page.pageId),
        eq(publicPageIndicators.indicatorId, indicatorId ?? ''),
        eq(indicators.communityId, page.communityId),
        isNull(indicators.archivedAt),
      ),
    )
    .get();
  if (!indicator) return null;
  const [observed, dimensions] = await Promise.all([
    db
      .select(figures)
      .from(observations)
      .where(eq(observations.indicatorId, indicator.id))
      .orderBy(asc(observations.periodStart), asc(observations.id)),
    dimensionsOf(page, indicator.id),
  ]);
  const seen = seenCells(observed, dimensionByGroup(dimensions), indicator, readerOf(page));
  const firstMonth = page.community.schoolYearFirstMonth;
  const asked = { dimension: null, focus: null, reference: null };
  const view = indicatorView(indicator, seen, dimensions, asked, firstMonth);
  return { indicator, view, targetLabel: targetLabel(indicator, firstMonth) };
}

export type Published = NonNullable<Awaited<ReturnType<typeof readPublished>>>;
