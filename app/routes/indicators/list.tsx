import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { IndicatorTable } from '~/indicators/indicator-table';
import { listIndicators } from '~/indicators/scoreboard.server';
import { paths } from '~/paths';
import { scoreboard, scoreboardSentence } from '~/statistics/movement';
import { dayWithYear } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { plural } from '~/ui/words';

export const meta: MetaFunction = () => [{ title: 'Indicators · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  const outcomes = await listIndicators(access);
  const core = outcomes.flatMap(({ indicators }) => indicators.filter(({ isCore }) => isCore));
  const sentence = core.length > 0 ? scoreboardSentence(scoreboard(core), dayWithYear(access.today)) : null;
  return { outcomes, sentence, mayDefine: access.may('manage indicators') };
}

export default function Indicators() {
  const { outcomes, sentence, mayDefine } = useLoaderData<typeof loader>();
  const inUse = outcomes.filter((outcome) => outcome.indicators.length > 0);
  return (
    <Page
      title="Community indicators"
      meta="How the children are doing, for everyone and for each group, from cradle to career."
      actions={
        mayDefine ? (
          <a className="btn" href={paths.newIndicator()}>
            Define an indicator
          </a>
        ) : undefined
      }
    >
      {inUse.length === 0 ? (
        <div className="empty">
          <h2>No indicators yet</h2>
          <p>
            An indicator is one number about the whole community, usually one a year, such as “Graduated in
            four years”. Split by group, it shows for whom things get better.
          </p>
        </div>
      ) : null}
      {sentence ? (
        <p className="lead">
          {sentence} <span className="soft">Core indicators, each since its baseline.</span>
        </p>
      ) : null}
      {inUse.map((outcome) => (
        <Row
          key={outcome.id}
          id={`outcome-${outcome.id}`}
          title={outcome.name}
          note={plural(outcome.indicators.length, 'indicator')}
          wide
        >
          <IndicatorTable indicators={outcome.indicators} />
        </Row>
      ))}
    </Page>
  );
}
