import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageMeta } from '#app/components/page-meta.ts';

/** What the loaders of these pages give. */
export type StandingPageData = { title: string; html: string };

/** A page that is one of the texts which come with the forum. */
export function StandingPage() {
  const { title, html } = useLoaderData<StandingPageData>();
  return (
    <div className="page page-narrow">
      <h1>{title}</h1>
      <article className="prose" dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  );
}

/** The head of such a page, known under `path`. */
export function standingPageMeta(path: string): MetaFunction<() => StandingPageData> {
  return ({ data, matches }) => (data ? pageMeta(matches, { title: data.title, canonical: path }) : []);
}
