import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { KeysPage } from '#app/components/help/keys-page.tsx';
import { standingPageMeta } from './_pages/standing-page.tsx';
import { standingText } from './_pages/standing-text.server.ts';

export function loader({ context }: LoaderFunctionArgs) {
  return standingText('keys', context.language);
}

export const meta = standingPageMeta('/keys');

export default function KeysRoute() {
  return <KeysPage {...useLoaderData<typeof loader>()} />;
}
