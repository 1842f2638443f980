import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireCommunity } from '~/access/gate.server';
import { PracticesInShort, TierRules, VoteRules } from '~/help/practice-rules';
import { PracticeSimulation } from '~/help/practice-simulation';
import { tierMeanings, tiers } from '~/practices/tiers';
import { Page } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'How we judge practices · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireCommunity(request);
  return null;
}

export default function HowWeJudgePractices() {
  return (
    <Page
      title="How we judge practices"
      meta="What their measures did, how often, for whom, and how sure we can be."
    >
      <PracticesInShort />
      <VoteRules />
      <TierRules tiers={tiers.map((tier) => [tier, tierMeanings[tier]] as const)} />
      <PracticeSimulation />
    </Page>
  );
}
