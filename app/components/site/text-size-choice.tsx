import { useTranslation } from '#app/i18n/use-translation.tsx';
import { TEXT_SIZES, type TextSize } from '#app/platform/theme.ts';

type Props = { textSize: TextSize; to: string };

/** How large everything is written, the present size marked. */
export function TextSizeChoice({ textSize, to }: Props) {
  const { t } = useTranslation();
  return (
    <form className="theme-choice" action="/text-size" method="post">
      <span>{t('site.textSize')}</span>
      <input type="hidden" name="to" value={to} />
      {TEXT_SIZES.map((size) => (
        <button key={size} type="submit" name="textSize" value={size} aria-pressed={size === textSize}>
          {t(`site.textSizes.${size}`)}
        </button>
      ))}
    </form>
  );
}
