import { type ComponentType, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';

/** What a form sends, by field. */
export type Sent = Record<string, string | string[]>;

/** The markup of a page's component, drawn with what its loader and its action answered. */
export function drawnPage(page: ComponentType, loaderData: unknown, actionData?: unknown): string {
  const route = { id: 'page', path: '/', Component: page };
  const context = {
    ...{ basename: '/', location: { pathname: '/', search: '', hash: '', state: null, key: 'x' } },
    ...{ statusCode: 200, errors: null, loaderHeaders: {}, actionHeaders: {}, activeDeferreds: null },
    matches: [{ params: {}, pathname: '/', pathnameBase: '/', route }],
    loaderData: { page: loaderData },
    actionData: actionData === undefined ? null : { page: actionData },
  };
  const router = createStaticRouter([route], context);
  return renderToStaticMarkup(createElement(StaticRouterProvider, { router, context, hydrate: false }));
}

/** The fields of one form of a page as a browser without JavaScript would send them, were nothing typed. */
export function fieldsOf(markup: string, formId: string): Sent {
  const form = new RegExp(`<form[^>]* id="${formId}".*?</form>`, 's').exec(markup)?.[0];
  if (form === undefined) throw new Error(`The page has no form “${formId}”.`);
  const sent: Sent = {};
  const send = (name: string | undefined, value: string) => {
    if (!name) return;
    const before = sent[name];
    sent[name] = before === undefined ? value : [before, value].flat();
  };
  const control = /<input([^>]*)>|<textarea([^>]*)>(.*?)<\/textarea>|<select([^>]*)>(.*?)<\/select>/gs;
  for (const [, input, area, words = '', select, options = ''] of form.matchAll(control)) {
    if (input !== undefined) {
      const { name, type, value = '', ...rest } = attributes(input);
      const isLeftOut = (type === 'checkbox' || type === 'radio') && rest.checked === undefined;
      if (!isLeftOut) send(name, value);
    } else if (area !== undefined) {
      // The first line end after the tag is the markup's; a browser sends its own.
      send(attributes(area).name, decoded(words.replace(/^\n/, '')).replaceAll(/\r?\n/g, '\r\n'));
    } else if (select !== undefined) {
      const all = [...options.matchAll(/<option([^>]*)>/g)].map(([, one = '']) => attributes(one));
      send(attributes(select).name, (all.find((one) => one.selected !== undefined) ?? all[0])?.value ?? '');
    }
  }
  return sent;
}

const attributes = (tag: string): Record<string, string | undefined> =>
  Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decoded(value)]),
  );

const entities: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'" };
const decoded = (text: string) =>
  text.replaceAll(/&(quot|amp|lt|gt|#x27);/g, (all, name) => entities[name] ?? all);
