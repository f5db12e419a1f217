import type { Chair } from '#app/domain/topics/perspectives.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { SideSign } from './side-sign.tsx';

const NAMES = {
  client: 'perspectives.clients',
  practitioner: 'perspectives.practitioners',
  other: 'perspectives.others',
} as const;

/** The name of a chair with its sign. */
export function SideLabel({ side }: { side: Chair }) {
  const { t } = useTranslation();
  const sign = side === 'other' ? 'none' : side;
  return (
    <span className={`perspective side-${sign}`}>
      <SideSign side={sign} />
      {t(NAMES[side])}
    </span>
  );
}
