import { paths } from '~/paths';
import { moment } from '~/ui/dates';
import { DeedButton } from '~/ui/sheet';
import type { InboxThing } from './inbox';

/** What waits, by thing: what it is, who said something, the last words, and what to do. */
export function InboxList({ things, timeZone }: { things: readonly InboxThing[]; timeZone: string }) {
  return (
    <ul className="recs inbox">
      {things.map((one) => (
        <li key={one.key}>
          <div className="stack-s">
            <h3>
              <a href={one.href}>{one.name}</a>
            </h3>
            <p className="small soft">
              {one.team ? `${one.team}. ` : ''}
              {one.sentence}
            </p>
            <blockquote className="note">
              <span className="by">
                <b>{one.newest.writer}</b>, {moment(one.newest.at, timeZone)}
              </span>
              <p className="lines">{one.newest.body}</p>
            </blockquote>
          </div>
          <div className="btns">
            <a
              className="btn line"
              href={paths.comments(one.thing, one.thingId, { answer: one.answer.rootId })}
            >
              Answer<span className="vh"> on {one.name}</span>
            </a>
            <DeedButton
              action={paths.putAway()}
              kind="text"
              values={{ thing: one.thing, thingId: one.thingId, isAway: 'yes' }}
            >
              Done with it<span className="vh">: {one.name}</span>
            </DeedButton>
          </div>
        </li>
      ))}
    </ul>
  );
}
