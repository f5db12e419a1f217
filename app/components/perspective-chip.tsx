import { perspectiveOf, sideOf } from '#app/domain/topics/perspectives.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { SideSign } from './side-sign.tsx';

/** Where somebody speaks from: hue, shape and word. */
export function PerspectiveChip({ slug }: { slug: string }) {
  const language = useLanguage();
  const side = sideOf(slug);
  return (
    <span className={`perspective side-${side}`}>
      <SideSign side={side} />
      {perspectiveOf(slug)?.name[language] ?? slug}
    </span>
  );
}
