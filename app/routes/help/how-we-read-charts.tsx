import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ruleSetWords } from '#db/vocabulary';
import { requireCommunity } from '~/access/gate.server';
import { ChanceSections } from '~/help/chance-sections';
import { ChangeSections } from '~/help/change-sections';
import { ChartSections } from '~/help/chart-sections';
import { Contents } from '~/help/contents';
import { GapSections } from '~/help/gap-sections';
import { JudgmentSections } from '~/help/judgment-sections';
import { RuleSections } from '~/help/rule-sections';
import { Sources } from '~/help/sources';
import { Page } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'How we read charts · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  return { community: access.community.communityName, ruleSet: access.community.ruleSet };
}

export default function HowWeReadCharts() {
  const { community, ruleSet } = useLoaderData<typeof loader>();
  return (
    <Page
      title="How we read charts"
      meta={
        <>
          {community} reads its charts by the <a href={`#${ruleSet}`}>{ruleSetWords[ruleSet]}</a>, unless a
          measure names others.
        </>
      }
    >
      <Contents />
      <RuleSections />
      <ChanceSections />
      <ChangeSections />
      <ChartSections />
      <GapSections />
      <JudgmentSections />
      <Sources />
    </Page>
  );
}
