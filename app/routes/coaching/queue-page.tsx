import type { ReactNode } from 'react';
import { Asleep, Caseload, QueueFilters, QueueList } from '~/coaching/queue-list';
import { emptyWords, queueTitle } from '~/coaching/queue-words';
import { paths } from '~/paths';
import { weekday } from '~/ui/dates';
import { Page } from '~/ui/page';
import type { QueueData } from './read-queue.server';

/** The coach's list, and beside it what is done with the line that is chosen. */
export function QueuePage({ queue, children }: { queue: QueueData; children?: ReactNode }) {
  const { teams, filter, all, shown, asleep, caseload, today } = queue;
  const isFiltered = (filter.show !== null || filter.team !== null) && all.length > 0;
  const rest = (
    <>
      <Caseload teams={caseload} />
      <Asleep lines={asleep} />
    </>
  );
  return (
    <Page
      title={queueTitle(all, teams.length)}
      className="p-coach"
      meta={`${weekday(today)}. People who wait for you come first. In each part, the bigger the test and the longer the wait, the higher it stands.`}
      actions={
        <a className="btn line" href={paths.portfolio()}>
          Where our teams stand
        </a>
      }
    >
      {teams.length > 0 ? <QueueFilters filter={filter} teams={teams} all={all} /> : null}
      <div className="split">
        <div className="queue">
          {shown.length > 0 ? (
            <QueueList lines={shown} />
          ) : (
            <p className="lead" id="queue-done">
              {emptyWords({ isFiltered, asleep: asleep.length, teams: teams.length })}
            </p>
          )}
          {children ? rest : null}
        </div>
        {children ?? <div className="queue">{rest}</div>}
      </div>
    </Page>
  );
}
