import type { ReactNode } from 'react';
import { Interval } from '~/charts/interval';
import { Strip } from '~/charts/strip';
import { costWords } from './about-practice';
import type { Evidence } from './tiers';
import { listNames, markOf, notCountedWords, percentWords, rangeWords, sharedWords } from './vote-words';
import type { Vote } from './votes';

export interface DetailReach {
  /** "266 people, by Attendance Action Team in Cycle 4" */
  sentence: string;
  ceilings: string[];
}

export function EvidenceHead({ evidence, votes }: { evidence: Evidence; votes: readonly Vote[] }) {
  const { mean, p10, p90 } = evidence;
  const notCounted = notCountedWords(votes);
  return (
    <div className="pd-ev">
      {votes.length > 0 ? <Strip verdicts={votes.map((vote) => markOf[vote])} large /> : null}
      {mean !== null && p10 !== null && p90 !== null ? (
        <div className="pl-i">
          <Interval share={mean} low={p10} high={p90} width={196} />
          <span aria-hidden="true">
            {percentWords(p10)} to {percentWords(p90)}
          </span>
        </div>
      ) : null}
      <p>
        <b>{sharedWords(evidence)}</b> {rangeWords(evidence)}
      </p>
      {notCounted ? <p className="hint">{notCounted}.</p> : null}
    </div>
  );
}

export function ReachAndCeiling({ reach }: { reach: DetailReach | null }) {
  return (
    <>
      <h3>Reach, and the most it can have moved</h3>
      {reach === null ? (
        <p className="soft">No cycle of it has counted whom it reached.</p>
      ) : (
        <>
          <p>{reach.sentence}</p>
          {reach.ceilings.length === 0 ? (
            <p className="soft">
              What share of an indicator’s change it can have made cannot be said yet: that needs a measure in
              percent that feeds an indicator in percent, with counts on both.
            </p>
          ) : (
            <ul className="plain">
              {reach.ceilings.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
}

export function WhatItTakes({
  practice,
}: {
  practice: { takesHours: string; takesMoney: string; takesMaterials: string; owner: string | null };
}) {
  const words = costWords(practice.takesHours, practice.takesMoney, practice.takesMaterials);
  return (
    <>
      <h3>What it takes</h3>
      <p className={words ? 'lines' : 'soft'}>{words || 'Not written yet.'}</p>
      {practice.owner ? <p>Ask {practice.owner}.</p> : null}
    </>
  );
}

/** The article beside the lists; on a phone, the page. */
export function DetailPanel({
  name,
  description,
  evidence,
  children,
}: {
  name: string;
  description: string;
  evidence: Evidence | null;
  children: ReactNode;
}) {
  return (
    <article className="pdetail" id="detail" aria-labelledby="detail-name">
      <p className="kick">{evidence ? `${listNames[evidence.list]}. ${evidence.tier}` : 'Practice'}</p>
      <h2 id="detail-name">{name}</h2>
      {description ? <p className="lead2">{description}</p> : null}
      {children}
    </article>
  );
}
