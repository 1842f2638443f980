import type { CommentedThing } from '#db/vocabulary';
import { paths } from '~/paths';
import { moment } from '~/ui/dates';
import { Icon } from '~/ui/icons';
import { DeedButton } from '~/ui/sheet';
import { plural } from '~/ui/words';
import { portions } from './portion';
import { partsOf } from './things';
import { type Comment, openThreads, type Thread } from './threads';

interface Of {
  thing: CommentedThing;
  thingId: string;
}

interface Talk extends Of {
  threads: readonly Thread[];
  timeZone: string;
  mayWrite: boolean;
  /** There are threads that are not here. */
  hasEarlier: boolean;
}

/** One thread as a note in the margin: who said what, the answers, and the way on. */
export function Note({
  thread,
  of,
  timeZone,
  mayWrite,
  namesPart,
  isAnswered = false,
}: {
  thread: Thread;
  of: Of;
  timeZone: string;
  mayWrite: boolean;
  /** Where it does not stand beside its part. */
  namesPart: boolean;
  /** Its answer is being written below it: the form there leads on, so that no button here loses its words. */
  isAnswered?: boolean;
}) {
  const { thing, thingId } = of;
  const part = partsOf[thing][thread.part];
  const isResolved = thread.resolvedAt !== null;
  const about = `${thread.writer ?? 'somebody'}: ${thread.isOut ? 'taken back' : thread.body.slice(0, 60)}`;
  return (
    <article
      className="note"
      id={`comment-${thread.id}`}
      aria-label={`Comment of ${thread.writer ?? 'somebody who left'}`}
    >
      {namesPart && part ? <p className="hint">About: {part}</p> : null}
      {thread.quote ? (
        <p>
          <q>
            <mark>{thread.quote}</mark>
          </q>
        </p>
      ) : null}
      <Said comment={thread} of={of} timeZone={timeZone} mayWrite={mayWrite && !isAnswered} />
      {thread.answers.map((answer) => (
        <div className="reply" key={answer.id} id={`comment-${answer.id}`}>
          <Said comment={answer} of={of} timeZone={timeZone} mayWrite={mayWrite && !isAnswered} />
        </div>
      ))}
      {isResolved ? (
        <p className="hint">
          Resolved by {thread.resolver ?? 'somebody who left'}, {moment(thread.resolvedAt ?? '', timeZone)}
        </p>
      ) : null}
      {mayWrite && !isAnswered ? (
        <div className="act">
          <a href={paths.comments(thing, thingId, { answer: thread.id })}>
            Answer<span className="vh"> {about}</span>
          </a>
          <DeedButton
            action={paths.resolveComment(thing, thingId, thread.id)}
            kind="text"
            values={{ isResolved: isResolved ? 'no' : 'yes' }}
          >
            {isResolved ? 'Open again' : 'Resolve'}
            <span className="vh"> {about}</span>
          </DeedButton>
        </div>
      ) : null}
    </article>
  );
}

function Said({
  comment,
  of,
  timeZone,
  mayWrite,
}: {
  comment: Comment;
  of: Of;
  timeZone: string;
  mayWrite: boolean;
}) {
  const back = (isOut: boolean) =>
    comment.isMine && mayWrite ? (
      <DeedButton
        action={paths.takeCommentOut(of.thing, of.thingId, comment.id)}
        kind="text"
        values={{ isOut: isOut ? 'yes' : 'no' }}
      >
        {isOut ? 'Take back' : 'Bring back'}
        <span className="vh"> my comment: {comment.body.slice(0, 60)}</span>
      </DeedButton>
    ) : null;
  return (
    <>
      <span className="by">
        <b>{comment.writer ?? 'Somebody who left'}</b>, {moment(comment.createdAt, timeZone)}
      </span>
      {comment.isOut ? (
        <>
          <p className="soft">{comment.isMine ? 'You took this back.' : 'Taken back.'}</p>
          {back(false)}
        </>
      ) : (
        <>
          <p className="lines">{comment.body}</p>
          {back(true)}
        </>
      )}
    </>
  );
}

/** The way to a page with so many threads, those talked in before among them. */
export function EarlierComments({ thing, thingId, count }: Of & { count: number }) {
  return (
    <a className="btn text" href={paths.earlierComments(thing, thingId, count)}>
      Show earlier comments
    </a>
  );
}

/** The open comments beside one part of a thing; nothing where there are none. */
export function MarginNotes({
  part,
  threads,
  timeZone,
  mayWrite,
  ...of
}: Omit<Talk, 'hasEarlier'> & { part: string }) {
  const here = openThreads(threads).filter((thread) => thread.part === part);
  if (here.length === 0) return null;
  return (
    <aside className="q-notes" aria-label={`Comments: ${partsOf[of.thing][part] ?? 'all of it'}`}>
      {here.map((thread) => (
        <Note
          key={thread.id}
          thread={thread}
          of={of}
          timeZone={timeZone}
          mayWrite={mayWrite}
          namesPart={false}
        />
      ))}
    </aside>
  );
}

/** What is said beside a thing, on the thing's own page: the open comments, and the way to the others. */
export function Comments({
  threads,
  timeZone,
  mayWrite,
  hasEarlier,
  exceptParts = [],
  ...of
}: Talk & {
  /** Parts whose comments stand beside them already. */
  exceptParts?: readonly string[];
}) {
  const open = openThreads(threads);
  const here = open.filter((thread) => !exceptParts.includes(thread.part));
  const elsewhere = open.length - here.length;
  const resolved = threads.length - open.length;
  return (
    <div className="stack">
      {open.length === 0 ? (
        <p className="soft">
          No open comments. Ask a question or point at something: who is named with @ finds it in their inbox.
        </p>
      ) : null}
      {here.length > 0 ? (
        <div className="notes">
          {here.map((thread) => (
            <Note key={thread.id} thread={thread} of={of} timeZone={timeZone} mayWrite={mayWrite} namesPart />
          ))}
        </div>
      ) : null}
      {elsewhere > 0 ? (
        <p className="hint">
          {here.length === 0 ? plural(elsewhere, 'comment') : plural(elsewhere, 'more comment')}{' '}
          {elsewhere === 1 ? 'stands' : 'stand'} beside what {elsewhere === 1 ? 'it is' : 'they are'} about.
        </p>
      ) : null}
      <p className="btns">
        {hasEarlier ? <EarlierComments {...of} count={2 * portions.threads} /> : null}
        {mayWrite ? (
          <a className="btn line" href={paths.comments(of.thing, of.thingId, { part: '' })}>
            <Icon name="comment" /> Write a comment
          </a>
        ) : null}
        {resolved > 0 ? (
          <a className="btn text" href={`${paths.comments(of.thing, of.thingId)}#resolved-row`}>
            {plural(resolved, 'resolved comment')}
          </a>
        ) : null}
      </p>
    </div>
  );
}
