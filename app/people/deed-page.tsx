import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { FormAnswer } from '~/http/form.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

/** Asks once more before a deed that changes somebody's way in, and says why where a rule refuses it. */
export function DeedPage({
  title,
  person,
  answer,
  kind,
  button,
  children,
}: {
  title: string;
  person: { personId: string; name: string };
  answer: FormAnswer | undefined;
  kind: '' | 'danger';
  button: string;
  children: ReactNode;
}) {
  const refusals = Object.values(answer?.error ?? {}).flatMap((words) => words ?? []);
  return (
    <Page
      title={title}
      crumbs={[
        { href: paths.people(), label: 'People' },
        { href: paths.person(person.personId), label: person.name },
      ]}
    >
      <Row id="what" title="What it does">
        <Form method="post" className="stack-form">
          {refusals.length > 0 ? (
            <div className="errors" role="alert">
              {refusals.map((words) => (
                <p key={words} className="err">
                  {words}
                </p>
              ))}
            </div>
          ) : null}
          <p>{children}</p>
          <div className="btns">
            <button type="submit" className={`btn ${kind}`}>
              {button}
            </button>
            <a className="btn text" href={paths.person(person.personId)}>
              Not now
            </a>
          </div>
        </Form>
      </Row>
    </Page>
  );
}
