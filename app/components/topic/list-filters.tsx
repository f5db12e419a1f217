import type { ThreadSort } from '#app/domain/threads/list-threads.server.ts';
import { CHAIRS, perspectivesOf } from '#app/domain/topics/perspectives.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { PerspectiveChip } from '../perspective-chip.tsx';
import { Segments, type Segment } from '../segments.tsx';
import { SideLabel } from '../side-label.tsx';
import { listPath, type ListView } from './list-path.ts';

const SORTS: readonly ThreadSort[] = ['latest', 'new', 'unanswered'];

/** `path`: of the list. */
type Props = { path: string; view: ListView };

/** Whose threads, and in which order: links, so that each view has an address. */
export function ListFilters({ path, view }: Props) {
  const { t } = useTranslation();
  return (
    <div className="list-head">
      <Segments name={t('topics.perspectiveFilter')} segments={useSideSegments(path, view)} />
      <Segments
        name={t('topics.sort')}
        segments={SORTS.map((sort) => ({
          key: sort,
          href: listPath(path, { ...view, sort }),
          label: t(`topics.${sort}`),
          isCurrent: sort === view.sort,
        }))}
      />
    </div>
  );
}

function useSideSegments(path: string, { perspectives, sort }: ListView): Segment[] {
  const { t } = useTranslation();
  const isChosen = (slugs: readonly string[]) =>
    slugs.length === perspectives.length && slugs.every((each) => perspectives.includes(each));
  const sides = CHAIRS.map((side) => ({
    key: side,
    href: listPath(path, { perspectives: perspectivesOf(side), sort }),
    label: <SideLabel side={side} />,
    isCurrent: isChosen(perspectivesOf(side)),
  }));
  const segments: Segment[] = [
    {
      key: 'everyone',
      href: listPath(path, { perspectives: [], sort }),
      label: t('topics.everyone'),
      isCurrent: isChosen([]),
    },
    ...sides,
  ];
  // An address may name perspectives that make up no side: then they stand for themselves.
  if (segments.some(({ isCurrent }) => isCurrent)) return segments;
  const label = perspectives.map((each) => <PerspectiveChip key={each} slug={each} />);
  return [...segments, { key: 'own', href: listPath(path, { perspectives, sort }), label, isCurrent: true }];
}
