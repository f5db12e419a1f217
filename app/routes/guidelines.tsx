import type { LoaderFunctionArgs } from '@remix-run/node';
import { StandingPage, standingPageMeta } from './_pages/standing-page.tsx';
import { standingText } from './_pages/standing-text.server.ts';

export function loader({ context }: LoaderFunctionArgs) {
  return standingText('guidelines', context.language);
}

export const meta = standingPageMeta('/guidelines');

export default function GuidelinesRoute() {
  return <StandingPage />;
}
