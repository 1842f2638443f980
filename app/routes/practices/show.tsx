import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requirePractice } from '~/access/gate.server';
import { Comments } from '~/conversations/notes';
import { HistoryList } from '~/history/history-list';
import { paths } from '~/paths';
import { PracticeWords } from '~/practices/about-practice';
import { withAsked } from '~/practices/asked';
import { DecisionWords } from '~/practices/decision-list';
import { GainsList } from '~/practices/gains-list';
import { ForWhom, WidenedFirst } from '~/practices/gaps-told';
import { InLibrary, MergedBanner } from '~/practices/in-library';
import { DetailPanel, EvidenceHead, ReachAndCeiling, WhatItTakes } from '~/practices/practice-detail';
import { PracticeFilters, PracticeLists } from '~/practices/practice-lists';
import { WhyStopped } from '~/practices/stopped';
import { Adaptations, SpreadOverTime, WhatWentWrong, WhereItWorked } from '~/practices/told-by-teams';
import { UseIt } from '~/practices/use-it';
import { UsesTable } from '~/practices/uses-table';
import { readComments } from '../conversations/read-comments.server';
import { readPractice } from './read-practice.server';
import { readLists } from './read-practices.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.practice.name ?? 'Practice'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requirePractice(request, params);
  // One after the other: both bring the evidence up to date first.
  const lists = await readLists(access, new URL(request.url).searchParams, access.practiceId);
  const [one, talk] = [await readPractice(access), await readComments(access, 'practice', access.practiceId)];
  return { ...one, talk, lists };
}

export default function Practice() {
  const page = useLoaderData<typeof loader>();
  const { practice, lists, timeZone, today, mayEdit } = page;
  const isMerged = page.mergedInto !== null;
  const [decision, ...earlier] = page.decisions;
  return (
    <main id="main" className="page p-prac p-one">
      <div className="title">
        <nav className="crumbs" aria-label="Breadcrumb">
          <a href={withAsked(paths.practices(), lists.asked)}>Practices</a>
        </nav>
        <h1>
          <span className="only-beside">Which practices work here?</span>
          <span className="only-alone">{practice.name}</span>
        </h1>
      </div>
      <div className="split">
        <div className="plist">
          <PracticeFilters
            asked={lists.asked}
            outcomes={lists.outcomes}
            groups={lists.groups}
            shown={lists.shown}
            all={lists.all}
          />
          <PracticeLists
            rows={lists.rows}
            counts={lists.counts}
            asked={lists.asked}
            selectedId={practice.id}
          />
        </div>
        <DetailPanel name={practice.name} description={practice.description} evidence={page.evidence}>
          <MergedBanner into={page.mergedInto} timeZone={timeZone} />
          <WhyStopped stop={page.stop} timeZone={timeZone} today={today} />
          <WidenedFirst gaps={page.gaps} />
          {page.evidence ? <EvidenceHead evidence={page.evidence} votes={page.votes} /> : null}
          {isMerged ? null : (
            <div className="btns">
              <UseIt
                practiceId={practice.id}
                hasTeam={page.hasTeam}
                isStopped={page.stop !== null}
                mayUse={page.mayUse}
              />
              {mayEdit ? (
                <a className="btn line" href={paths.editPractice(practice.id)}>
                  Edit
                </a>
              ) : null}
            </div>
          )}
          <h3>Every team</h3>
          <UsesTable uses={page.uses} practiceId={practice.id} />
          <WhereItWorked {...page.where} />
          <div className="pd-part">
            <ForWhom forWhom={practice.forWhom} gaps={page.gaps} />
          </div>
          <div className="pd-part">
            <WhatWentWrong givenUp={page.givenUp} worsened={page.worsened} />
          </div>
          {page.gains.length > 0 ? (
            <div className="pd-part">
              <h3>Is the gain held?</h3>
              <GainsList gains={page.gains} isOfOnePractice />
            </div>
          ) : null}
          <div className="pd-part">
            <Adaptations teams={page.words} />
          </div>
          <div className="pd-part">
            <WhatItTakes practice={practice} />
          </div>
          <div className="pd-part">
            <SpreadOverTime steps={page.steps} />
          </div>
          <div className="pd-part">
            <ReachAndCeiling reach={page.reach} />
          </div>
          <div className="call" id="decision">
            <h3>Leaders’ decision</h3>
            {decision ? (
              <DecisionWords decision={decision} today={today} timeZone={timeZone} isNewest />
            ) : (
              <p className="soft">Leaders have decided nothing about it yet.</p>
            )}
            {earlier.length > 0 ? (
              <details className="more">
                <summary>Decided before</summary>
                {earlier.map((one) => (
                  <DecisionWords
                    key={one.id}
                    decision={one}
                    today={today}
                    timeZone={timeZone}
                    isNewest={false}
                  />
                ))}
              </details>
            ) : null}
            {mayEdit && !isMerged ? (
              <div className="btns">
                <a className="btn line" href={paths.decidePractice(practice.id)}>
                  {decision ? 'Change the decision' : 'Decide'}
                </a>
              </div>
            ) : null}
          </div>
          <div className="call">
            <h3>How it is done</h3>
            <PracticeWords practice={practice} outcome={practice.outcome} owner={practice.owner} />
          </div>
          <div className="call">
            <h3>Comments</h3>
            <Comments {...page.talk} />
          </div>
          <div className="call">
            <h3>In the library</h3>
            <InLibrary
              practice={practice}
              offer={page.offer}
              mergedHere={page.mergedHere}
              timeZone={timeZone}
              mayEdit={mayEdit && !isMerged}
            />
            <details className="more">
              <summary>History</summary>
              <HistoryList lines={page.lines} timeZone={timeZone} />
            </details>
          </div>
        </DetailPanel>
      </div>
    </main>
  );
}
