import { paths } from '~/paths';
import { moment } from '~/ui/dates';
import { DeedButton } from '~/ui/sheet';
import type { SessionInWords } from './sessions.server';

/** Each browser that is signed in, with a way to end it. */
export function SessionList({ sessions, timeZone }: { sessions: SessionInWords[]; timeZone: string }) {
  return (
    <table className="tbl stacked">
      <thead>
        <tr>
          <th scope="col">Device</th>
          <th scope="col">Signed in</th>
          <th scope="col">Last seen</th>
          <th scope="col">
            <span className="vh">End it</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id}>
            <th scope="row">
              {session.device}
              {session.isThisOne ? ' (this one)' : ''}
            </th>
            <td data-label="Signed in">{moment(session.signedInAt, timeZone)}</td>
            <td data-label="Last seen">{moment(session.lastSeenAt, timeZone)}</td>
            <td>
              <DeedButton action={paths.endSession()} kind="text" values={{ sessionId: session.id }}>
                {session.isThisOne ? 'Sign out here' : 'End this one'}
                <span className="vh">: {session.device}</span>
              </DeedButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
