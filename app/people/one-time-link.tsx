import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

/** The one showing of a link to pass on. */
export function OneTimeLink({ name, address }: { name: string; address: string }) {
  return (
    <Page
      title={`A link for ${name}`}
      crumbs={[{ href: paths.people(), label: 'People' }]}
      meta="Copy it now. It is shown this once, and we keep no copy."
    >
      <Row id="link" title="Pass it on">
        <div className="stack-form">
          <div className="field">
            <label htmlFor="address">One-time link</label>
            <span className="hint" id="address-hint">
              Give it to {name} yourself, on paper or in a message. Whoever opens it can choose the password.
            </span>
            <textarea
              className="in"
              id="address"
              rows={3}
              readOnly
              value={address}
              aria-describedby="address-hint"
              onFocus={(event) => event.currentTarget.select()}
            />
          </div>
          <p>It works once, for seven days. If it runs out, make a new one on the page of {name}.</p>
          <div className="btns">
            <a className="btn" href={paths.people()}>
              Done
            </a>
          </div>
        </div>
      </Row>
    </Page>
  );
}
