import { redirect } from '@remix-run/node';
import type { CommunityAccess } from '~/access/gate.server';
import { submit } from '~/http/form.server';
import { bodyLimit, tooLargeInside } from './file-problem';
import { fileForm } from './forms';
import { type For, keepFile } from './keep.server';
import { withProgress } from './progress.server';

/** Takes the file of a form and leads to the page that shows what is in it, or answers at the field why it cannot. */
export function bringFile(
  request: Request,
  access: CommunityAccess,
  thing: For,
  pageOf: (importId: string) => string,
) {
  return withProgress(access, new URL(request.url).searchParams.get('key'), (report) =>
    submit(
      request,
      fileForm,
      async ({ file }) => redirect(pageOf(await keepFile(access, thing, file, report))),
      {
        limit: bodyLimit,
        tooLarge: (bytes) => ({ file: [tooLargeInside(bytes)] }),
        heard: (done, all) => report({ what: 'sent', done, all }),
      },
    ),
  );
}
