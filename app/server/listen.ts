import type { Server } from 'node:http';

/** Listens where the settings say. @throws Error with a sentence that names the setting at fault. */
export function listen(server: Server, { HOST, PORT }: { HOST: string; PORT: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(new Error(whyNot(error, HOST, PORT)));
    server.once('error', fail);
    server.listen(PORT, HOST, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

function whyNot({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `PORT ${port} is already in use. Set PORT to another one.`;
  if (code === 'EACCES')
    return `PORT ${port} needs rights that this account has not. Set PORT to another one.`;
  return `HOST ${host} is no address of this machine (${code ?? message}). Set HOST to 127.0.0.1, or to 0.0.0.0 for all.`;
}
