import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { offerBeside } from '~/http/beside';
import { withoutTokens } from '~/http/log';
import { NonceContext } from '~/http/nonce';
import { startPostman } from './routes/mail/postman.server';

offerBeside(startPostman);

/** Pages never suspend on the server, so they are rendered whole: it costs a third less than a stream. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
) {
  const context = await withWholeData(remixContext);
  const html = renderToString(
    <NonceContext.Provider value={loadContext.cspNonce}>
      <RemixServer context={context} url={request.url} nonce={loadContext.cspNonce} />
    </NonceContext.Provider>,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(`<!doctype html>${html}`, { headers, status });
}

/**
 * The page's data reaches the browser as a stream that RemixServer waits for, and renderToString does not wait:
 * without this no page would come alive. So it is read first, and laid where RemixServer looks for what it has read.
 */
async function withWholeData(context: EntryContext): Promise<EntryContext> {
  if (!context.serverHandoffStream) return context;
  const value = await new Response(context.serverHandoffStream).text();
  const streamCache = {
    0: Object.assign(Promise.resolve(), { result: { done: true, value } }),
  } as unknown as EntryContext['renderMeta'];
  return {
    ...context,
    serverHandoffStream: new ReadableStream(),
    renderMeta: { ...context.renderMeta, streamCache } as EntryContext['renderMeta'],
  };
}

/** Bugs are logged once with the request's id. Refusals and departed browsers are no bugs. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted || error instanceof Response) return;
  const isRefusal = (error as { status?: number } | null)?.status;
  if (isRefusal && isRefusal < 500) return;
  context.log.error(
    { err: error, requestId: context.requestId, path: withoutTokens(new URL(request.url).pathname) },
    'bug',
  );
}
