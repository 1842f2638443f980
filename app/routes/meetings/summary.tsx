import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { findMeeting, readRecord } from '~/meetings/queries.server';
import { summaryText } from '~/meetings/record';
import { RecordInFull } from '~/meetings/record-lines';
import { paths } from '~/paths';
import { CopyButton } from '~/ui/copy';
import { longDay, weekday } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { PrintButton } from '~/ui/print-button';
import { DeedButton } from '~/ui/sheet';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.team.name}: meeting of ${longDay(data.onDate)} · Upcurve` : 'Meeting · Upcurve' },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const meeting = await findMeeting(access, params.meetingId);
  const record = await readRecord(access, meeting.id);
  return {
    team: { id: access.teamId, name: access.teamName },
    meetingId: meeting.id,
    onDate: meeting.onDate,
    startedBy: meeting.startedBy,
    record,
    text: summaryText(access.teamName, meeting.onDate, record),
    mayWrite: !access.teamIsArchived && access.may('write cycles'),
  };
}

export default function MeetingSummary() {
  const { team, meetingId, onDate, startedBy, record, text, mayWrite } = useLoaderData<typeof loader>();
  return (
    <Page
      title={`Meeting of ${longDay(onDate)}`}
      className="p-summary"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.meetings(team.id), label: 'Our meetings' },
      ]}
      meta={[
        `${team.name}, ${weekday(onDate)}.`,
        startedBy ? `Started by ${startedBy}.` : '',
        record.isEnded ? '' : 'It goes on.',
      ]
        .filter(Boolean)
        .join(' ')}
      actions={
        <>
          <CopyButton
            what={() => ({ text })}
            failed="Copying did not work. Select the text below and copy it."
          >
            Copy as plain text
          </CopyButton>
          <PrintButton>Print</PrintButton>
          {mayWrite ? (
            record.isEnded ? (
              <DeedButton action={paths.reopenMeeting(team.id, meetingId)} kind="text">
                Open the meeting again
              </DeedButton>
            ) : (
              <a className="btn text" href={paths.meeting(team.id)}>
                Go to the meeting
              </a>
            )
          ) : null}
        </>
      }
    >
      <Row id="present" title="Who was here">
        <div className="stack-s">
          <p className={record.present ? 'lines' : 'soft'}>{record.present || 'Not written down.'}</p>
          {mayWrite ? (
            <p className="btns">
              <a className="btn text" href={paths.meetingPresent(team.id, meetingId)}>
                {record.present ? 'Change it' : 'Write who was here'}
              </a>
            </p>
          ) : null}
        </div>
      </Row>
      <Row id="record" title="Written down">
        <div className="stack-l">
          <RecordInFull teamId={team.id} meetingId={meetingId} lines={record.lines} mayWrite={mayWrite} />
          {mayWrite ? (
            <p className="btns">
              <a className="btn line" href={paths.newMeetingLine(team.id, meetingId)}>
                Add a line
              </a>
            </p>
          ) : null}
        </div>
      </Row>
      <section className="row p-plain" aria-labelledby="plain-row">
        <div className="hang">
          <h2 id="plain-row">As plain text</h2>
        </div>
        <div className="main">
          <textarea
            className="in"
            aria-labelledby="plain-row"
            readOnly
            rows={8}
            value={text}
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
      </section>
    </Page>
  );
}
