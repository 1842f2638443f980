import { paths } from '~/paths';
import { moment } from '~/ui/dates';
import { mailKindWords, mailStateWords } from './mail-words';
import type { MailInBrief } from './queries.server';

/** Letters, newest first: to whom, what, and what became of them. */
export function OutboxTable({ mails, timeZone }: { mails: readonly MailInBrief[]; timeZone: string }) {
  return (
    <table className="tbl stacked">
      <thead>
        <tr>
          <th scope="col">E-mail</th>
          <th scope="col">To</th>
          <th scope="col">What it is</th>
          <th scope="col">Written</th>
          <th scope="col">What became of it</th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id}>
            <th scope="row">
              <a href={paths.mail(mail.id)}>{mail.subject}</a>
            </th>
            <td data-label="To">{mail.to}</td>
            <td>{mailKindWords[mail.kind]}</td>
            <td className="nowrap">{moment(mail.createdAt, timeZone)}</td>
            <td>
              {mailStateWords[mail.state]}
              {mail.sentAt ? `, ${moment(mail.sentAt, timeZone)}` : ''}
              {mail.problem ? <p className="hint">{mail.problem}</p> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
