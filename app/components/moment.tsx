import {
  formatAbout,
  formatDay,
  formatDayAndTime,
  formatMonth,
  machineDay,
  machineHour,
  machineMonth,
} from '#app/i18n/dates.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';

type Props = {
  date: Date;
  /** `month`: the month alone. `day`: the day. `about`: the day and the hour, which is all that is ever stored. */
  kind?: 'month' | 'day' | 'about';
};

/** When something was, in the reader's language and for machines. The year shows when it is another than this one. */
export function Moment({ date, kind = 'day' }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = new Date();
  if (kind === 'month') return <time dateTime={machineMonth(date)}>{formatMonth(date, language)}</time>;
  if (kind === 'day') return <time dateTime={machineDay(date)}>{formatDay(date, language, today)}</time>;
  return (
    <time dateTime={machineHour(date)} title={formatDayAndTime(date, language, t)}>
      {formatAbout(date, language, t, today)}
    </time>
  );
}
