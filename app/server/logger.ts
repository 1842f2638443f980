import pino from 'pino';

/** One JSON line an event, on standard output. Cookies and tokens never reach it. */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'],
});
