import type { i18n, TFunction } from 'i18next';
import { createContext, useContext, type ReactNode } from 'react';

const InstanceContext = createContext<i18n | null>(null);

/** Gives the page in it its words: of one language, which stays the same for as long as the page does. */
export function I18nProvider({ i18n, children }: { i18n: i18n; children: ReactNode }) {
  return <InstanceContext.Provider value={i18n}>{children}</InstanceContext.Provider>;
}

/**
 * The words of the page. What i18next's own hook does beyond this, waiting for words and for another language, costs as much as the words
 * themselves, some hundred times a page.
 */
export function useTranslation(): { t: TFunction; i18n: i18n } {
  const instance = useContext(InstanceContext);
  if (!instance) throw new Error('There is no I18nProvider around this component');
  return { t: instance.t, i18n: instance };
}
