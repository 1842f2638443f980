import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { QueuePage } from './queue-page';
import { readQueue } from './read-queue.server';

export const meta: MetaFunction = () => [{ title: 'Coaching · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  return readQueue(await requireCommunity(request, 'see the queue'), request, null);
}

export default function Queue() {
  return <QueuePage queue={useLoaderData<typeof loader>()} />;
}
