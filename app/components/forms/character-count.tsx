import { useTranslation } from '#app/i18n/use-translation.tsx';
import { useHydrated } from './use-hydrated.ts';

type CharacterCountProps = { id: string; length: number; max: number };

/**
 * How much room is left. Without scripts it could only go stale, so it says how much there is in all. Read aloud when the
 * room runs out, not with every letter.
 */
export function CharacterCount({ id, length, max }: CharacterCountProps) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const left = max - length;
  const isNear = hydrated && left < max / 10;
  return (
    <p className={left < 0 ? 'field-count is-over' : 'field-count'} id={id} aria-live={isNear ? 'polite' : 'off'}>
      {!hydrated && t('forms.atMost', { count: max })}
      {hydrated && left >= 0 && t('forms.left', { count: left })}
      {hydrated && left < 0 && t('forms.over', { count: -left })}
    </p>
  );
}
