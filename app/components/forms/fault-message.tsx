import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { Fault } from '#app/platform/forms/faults.ts';

/** A fault in the reader's words. Its key comes out of a schema, so the catalogue's types cannot vouch for it: a test does. */
export function FaultMessage({ fault }: { fault: Fault }) {
  const { t } = useTranslation();
  const translate = t as (key: string, values: Fault['values']) => string;
  return <>{translate(fault.key, fault.values)}</>;
}
