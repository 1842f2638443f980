import { randomBytes, randomUUID } from 'node:crypto';
import { type IncomingMessage, METHODS } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import { pinoHttp } from 'pino-http';
import { withoutTokens } from '~/http/log';
import type { Settings } from '~/http/settings.server';
import { byAddress } from './by-address';
import { logger } from './logger';
import { sameOrigin } from './same-origin';

const taken = new Set(['GET', 'HEAD', 'POST']);

/** The whole HTTP stack: logging, security headers, refusals, static files, Remix. */
export async function createApp(settings: Settings): Promise<Express> {
  const isProduction = process.env.NODE_ENV === 'production';
  const isHttps = settings.PUBLIC_URL?.startsWith('https://') ?? false;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', settings.TRUSTED_PROXIES);

  app.use(
    pinoHttp({
      logger,
      genReqId: () => randomUUID(),
      autoLogging: { ignore: (request) => isQuiet(request.url) },
      serializers: {
        req: (request) => ({ id: request.id, method: request.method, url: withoutTokens(request.url) }),
      },
    }),
  );
  app.use((_request, response, next) => {
    response.locals.cspNonce = randomBytes(18).toString('base64');
    next();
  });
  const always = {
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    // Helmet's default, no-referrer, makes browsers post plain forms with `Origin: null`.
    referrerPolicy: { policy: 'same-origin' },
  } satisfies HelmetOptions;
  const guarded = helmet({
    ...always,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'", nonceOf],
        'style-src': isProduction ? ["'self'"] : ["'self'", "'unsafe-inline'"],
        'connect-src': isProduction ? ["'self'"] : ["'self'", 'ws:'],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
  });
  // Shown inside other sites' pages, so it may do nothing: no script, no form, and no session is read for it.
  const framed = helmet({
    ...always,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'style-src': ["'self'"],
        'img-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ['*'],
      },
    },
    xFrameOptions: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
  app.use((request, response, next) =>
    (isSharedChart(request.path) ? framed : guarded)(request, response, next),
  );
  app.use((request, response, next) => {
    if (taken.has(request.method)) return next();
    response
      .status(METHODS.includes(request.method) ? 405 : 501)
      .type('text/plain')
      .send('Not taken here.');
  });
  app.use(compression());

  let build: ServerBuild | (() => Promise<ServerBuild>);
  if (isProduction) {
    const client = path.resolve('build/client');
    // Hashed files never change; everything else is asked for again after an hour.
    app.use(
      '/assets',
      express.static(path.join(client, 'assets'), {
        immutable: true,
        maxAge: '1y',
        fallthrough: false,
        index: false,
      }),
    );
    app.use(express.static(client, { maxAge: '1h', index: false, redirect: false }));
    build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild;
  } else {
    const { createServer } = await import('vite');
    const vite = await createServer({ configFile: 'remix.config.js', server: { middlewareMode: true } });
    app.use(vite.middlewares);
    build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;
  }

  app.use(sameOrigin(settings.PUBLIC_URL));
  app.use(notKept);
  const handlerOf = (of: typeof build): RequestHandler =>
    createRequestHandler({
      build: of,
      mode: process.env.NODE_ENV,
      getLoadContext: (request, response) => ({
        cspNonce: response.locals.cspNonce as string,
        log: logger,
        requestId: String(request.id),
        address: request.ip ?? 'unknown',
        isWholePage: !request.path.endsWith('.data'),
      }),
    });
  const whole = handlerOf(build);
  const handlerFor = typeof build === 'function' ? () => whole : byAddress(build, handlerOf);
  app.all('*', (request, response, next) => handlerFor(request.path)(request, response, next));

  const onError: ErrorRequestHandler = (error: { status?: number }, request, response, next) => {
    const status = error.status ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'bug');
    if (response.headersSent) return next(error);
    response
      .status(status)
      .type('text/plain')
      .send(status === 404 ? 'Not found' : `Something went wrong. Its number is ${String(request.id)}.`);
  };
  app.use(onError);
  return app;
}

const nonceOf = (_request: IncomingMessage, response: unknown) =>
  `'nonce-${(response as Response).locals.cspNonce as string}'`;

/** The chart that a link opens, as a page, a drawing or a picture: the only addresses that another site may frame. */
export const isSharedChart = (path: string) => /^\/embed\/[^/.]+(\/chart\.(svg|png))?\/?$/.test(path);

/** Pages hold a community's data: no cache may keep them. An answer that may be kept says so itself. */
const notKept: RequestHandler = (_request, response, next) => {
  const { writeHead } = response;
  response.writeHead = ((...words: Parameters<typeof writeHead>) => {
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
    return writeHead.apply(response, words);
  }) as typeof writeHead;
  next();
};

const isQuiet = (url: string | undefined) =>
  url === '/up' || url === '/healthz' || (url?.startsWith('/assets/') ?? false);
