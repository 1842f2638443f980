import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { addFile, filesOfCycle, placeFile } from '~/cycles/commands/files.server';
import { fileForm } from '~/cycles/field-forms';
import { fileBytes } from '~/cycles/file-limits';
import { FilesSection } from '~/cycles/files-section';
import { findCycle } from '~/cycles/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Files of Cycle ${data?.cycle.number ?? ''} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const { id, number, idea } = await findCycle(team, params.cycleId);
  const files = await filesOfCycle(team, id);
  return {
    team: { id: team.teamId, name: team.teamName },
    cycle: { id, number, idea },
    mayWrite: team.may('write cycles') && !team.teamIsArchived,
    files: files.map(({ createdAt, takenOutAt, ...file }) => ({
      ...file,
      day: dayIn(team.community.timeZone, new Date(createdAt)),
      href: paths.cycleFile(team.teamId, id, file.id),
      isOut: takenOutAt !== null,
    })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id } = await findCycle(team, params.cycleId);
  const back = paths.cycleFiles(team.teamId, id);
  const work = async ({
    file,
    fileId,
    place,
  }: {
    file?: File;
    fileId: string | null;
    place: 'out' | 'back' | null;
  }) => {
    if (file) {
      await addFile(team, id, file);
      return redirectSaying(back, 'The file is added.');
    }
    await placeFile(team, id, { fileId: fileId ?? '', place: place ?? 'out' });
    return redirectSaying(
      back,
      place === 'back' ? 'The file is back.' : 'The file is taken out. You can bring it back.',
    );
  };
  // A file that is only a little too large still gets its sentence at the field.
  return submit(request, fileForm, work, { limit: 2 * fileBytes });
}

/** The files that belong to a cycle. */
export default function FilesOfCycle() {
  const { team, cycle, files, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={`Files of Cycle ${cycle.number}`}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.cycle(team.id, cycle.id), label: `Cycle ${cycle.number}` },
      ]}
      meta={cycle.idea}
    >
      <Row id="files" title="Files" note="For the people of your community">
        <FilesSection
          files={files}
          place={mayWrite ? paths.cycleFiles(team.id, cycle.id) : undefined}
          answer={answer}
        />
      </Row>
    </Page>
  );
}
