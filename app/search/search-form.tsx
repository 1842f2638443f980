import { Form } from '@remix-run/react';
import { paths } from '~/paths';
import { Icon } from '~/ui/icons';

/** One field. It asks by address, so that a search can be shared and works without JavaScript. */
export function SearchForm({ typed }: { typed: string }) {
  return (
    <Form method="get" action={paths.search()} role="search" className="searchform">
      <label htmlFor="q" className="vh">
        What are you looking for?
      </label>
      <input
        key={typed}
        id="q"
        name="q"
        type="search"
        className="in"
        defaultValue={typed}
        placeholder="A word, such as attendance"
        maxLength={300}
        autoComplete="off"
        enterKeyHint="search"
        // biome-ignore lint/a11y/noAutofocus: the page is one question, until it is answered.
        autoFocus={typed === ''}
      />
      <button type="submit" className="btn">
        <Icon name="search" />
        Search
      </button>
    </Form>
  );
}
