import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireThing } from '~/access/gate.server';
import { answerAndResolve, writeComment } from '~/conversations/commands.server';
import { CommentSheet } from '~/conversations/comment-sheet';
import { commentForm } from '~/conversations/forms';
import { EarlierComments, Note } from '~/conversations/notes';
import { howMany, portions } from '~/conversations/portion';
import { nameOfThing, peopleToTell, threadsBeside } from '~/conversations/queries.server';
import { partAsked, placeOfThing } from '~/conversations/things';
import { openThreads, resolvedThreads } from '~/conversations/threads';
import { unknownWords, writtenWords } from '~/conversations/written-words';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { mayCommentOn } from './may-comment.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Comments: ${data?.named.name ?? 'something'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireThing(request, params);
  const { searchParams } = new URL(request.url);
  const mayWrite = mayCommentOn(access);
  const asked = searchParams.get('answer');
  const count = howMany(searchParams.get('threads'), portions.threads);
  const [named, { threads, hasEarlier }, people] = await Promise.all([
    nameOfThing(access),
    threadsBeside(access, access, { count, asked }),
    mayWrite ? peopleToTell(access) : [],
  ]);
  const answered = threads.find(({ id }) => id === asked) ?? null;
  return {
    named: { ...named, href: placeOfThing(named) },
    open: openThreads(threads),
    resolved: resolvedThreads(threads),
    answered,
    earlier: hasEarlier ? count + portions.threads : null,
    part: partAsked(access.thing, searchParams.get('part')),
    people: people.filter(({ id }) => id !== access.person.id),
    timeZone: access.community.timeZone,
    formKey: newFormKey(),
    mayWrite,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireThing(request, params, 'comment');
  return submit(request, commentForm, async (fields, form) => {
    let unknown: string[] = [];
    const { place } = await once(access.person.id, sentKey(form), async () => {
      const write = fields.resolves ? answerAndResolve : writeComment;
      unknown = (await write(access, fields)).unknown;
      return `${placeOfThing({ ...access, teamId: access.teamId ?? null })}#comments-row`;
    });
    const { thing, thingId } = access;
    const undo = fields.resolves
      ? { action: paths.resolveComment(thing, thingId, fields.rootId ?? ''), values: { isResolved: 'no' } }
      : null;
    return redirectSaying(place, `${writtenWords(fields)}${unknownWords(unknown)}`, undo);
  });
}

export default function CommentsOfThing() {
  const { named, open, resolved, answered, earlier, part, people, timeZone, formKey, mayWrite } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { thing, thingId, team, teamId } = named;
  const note = (thread: (typeof open)[number], isAnswered = false) => (
    <Note
      key={thread.id}
      thread={thread}
      of={{ thing, thingId }}
      timeZone={timeZone}
      mayWrite={mayWrite}
      namesPart
      isAnswered={isAnswered}
    />
  );
  return (
    <Page
      title="Comments"
      crumbs={[
        ...(teamId && team ? [{ href: paths.team(teamId), label: team }] : []),
        { href: named.href, label: named.name },
      ]}
      meta={`On ${named.name}.`}
    >
      {mayWrite ? (
        <Row id="write" title={answered ? 'Your answer' : 'Write a comment'}>
          <div className="stack" id="write">
            {answered ? note(answered, true) : null}
            <CommentSheet
              key={`${formKey} ${answered?.id ?? ''}`}
              answer={answer}
              thing={thing}
              part={part}
              rootId={answered?.id ?? null}
              mayResolve={answered !== null && answered.resolvedAt === null}
              people={people}
              formKey={formKey}
            />
          </div>
        </Row>
      ) : null}
      <Row id="open" title="Open">
        {open.length === 0 ? (
          <p className="soft">No open comments.</p>
        ) : (
          <div className="notes">
            {open.filter(({ id }) => id !== answered?.id).map((thread) => note(thread))}
          </div>
        )}
      </Row>
      {resolved.length > 0 ? (
        <Row id="resolved" title="Resolved" note="Hidden from the page, kept here">
          <div className="notes">{resolved.map((thread) => note(thread))}</div>
        </Row>
      ) : null}
      {earlier === null ? null : <EarlierComments {...{ thing, thingId }} count={earlier} />}
    </Page>
  );
}
