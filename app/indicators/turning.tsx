import { type StoryPart, storyPartWords } from '#db/vocabulary';
import { dayIn } from '~/access/today';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { DeedButton } from '~/ui/sheet';
import type { IndicatorAction } from './actions.server';
import type { PartnerWithRole } from './partners.server';
import type { SavedVersion } from './story';
import { WrittenBy } from './written-by';

/** What works, who has a role to play, and what is done next. */
export function Turning({
  indicatorId,
  works,
  partners,
  actions,
  mayWrite,
  today,
  timeZone,
}: {
  indicatorId: string;
  works: SavedVersion | undefined;
  partners: PartnerWithRole[];
  actions: IndicatorAction[];
  mayWrite: boolean;
  today: string;
  timeZone: string;
}) {
  const part: StoryPart = 'works';
  return (
    <div className="turning">
      <section aria-labelledby="works-head">
        <h3 id="works-head">{storyPartWords[part]}</h3>
        {works ? (
          <>
            <p className="lines">{works.text}</p>
            <p className="hint">
              <WrittenBy who={works.who} at={works.at} timeZone={timeZone} />
            </p>
          </>
        ) : (
          <p className="soft">Not written yet.</p>
        )}
        {mayWrite ? (
          <p className="small">
            <a href={`${paths.story(indicatorId)}#story-works`}>{works ? 'Change it' : 'Write it'}</a>
          </p>
        ) : null}
      </section>
      <section aria-labelledby="partners-head">
        <h3 id="partners-head">Partners with a role</h3>
        {partners.length === 0 ? <p className="soft">None yet.</p> : null}
        {partners.length > 0 ? (
          <ul className="rows">
            {partners.map((partner) => (
              <li key={partner.id}>
                <div>
                  <a href={paths.partnerRole(indicatorId, partner.id)}>{partner.partner}</a>
                  <p>{partner.role}</p>
                  <p className="hint">
                    <WrittenBy who={partner.who} at={partner.at} timeZone={timeZone} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        ) : null}
        {mayWrite ? (
          <p className="btns">
            <a className="btn line" href={paths.newPartnerRole(indicatorId)}>
              Add a partner
            </a>
          </p>
        ) : null}
      </section>
      <section aria-labelledby="actions-head">
        <h3 id="actions-head">What is done next</h3>
        {actions.length === 0 ? <p className="soft">Nothing yet.</p> : null}
        {actions.length > 0 ? (
          <ul className="rows">
            {actions.map((action) => (
              <li key={action.id}>
                <div>
                  <a href={paths.indicatorAction(indicatorId, action.id)}>{action.what}</a>
                  <p>{dueWords(action, today, timeZone)}</p>
                  <p className="hint">
                    <WrittenBy who={action.who} at={action.at} timeZone={timeZone} />
                  </p>
                </div>
                {mayWrite ? (
                  <DeedButton
                    action={paths.actionDone(indicatorId, action.id)}
                    kind="text"
                    values={{ isDone: action.doneAt === null ? 'yes' : 'no' }}
                  >
                    {action.doneAt === null ? 'Done' : 'Not done yet'}
                    <span className="vh">: {action.what}</span>
                  </DeedButton>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
        {mayWrite ? (
          <p className="btns">
            <a className="btn line" href={paths.newAction(indicatorId)}>
              Add an action
            </a>
          </p>
        ) : null}
      </section>
    </div>
  );
}

/** "Joy Alvarez, by Dec 12, 2026", "Done", "Late: by Nov 3, 2026" */
export function dueWords(action: IndicatorAction, today: string, timeZone: string) {
  const { responsible, byDate, doneAt } = action;
  if (doneAt !== null) {
    const on = dayWithYear(dayIn(timeZone, new Date(doneAt)));
    return responsible ? `Done by ${responsible}, ${on}` : `Done, ${on}`;
  }
  const when = byDate === null ? 'no date yet' : `by ${dayWithYear(byDate)}`;
  const isLate = byDate !== null && byDate < today;
  return (
    <>
      {responsible || 'Nobody named'}, {isLate ? <b className="t-worse">late: {when}</b> : when}
    </>
  );
}
