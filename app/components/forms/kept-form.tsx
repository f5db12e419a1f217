import { Form } from '@remix-run/react';
import { createContext, useContext, type ReactNode } from 'react';
import type { Fault, FormAnswer, Typed } from '#app/platform/forms/faults.ts';
import { ErrorSummary } from './error-summary.tsx';
import { useEmptiedOnSuccess } from './use-emptied-on-success.ts';

const NOTHING: FormAnswer = { typed: {}, faults: {} };

const KeptFormContext = createContext<FormAnswer & { scope?: string | undefined }>(NOTHING);

type KeptFormProps = {
  /** What the action had to say; undefined before the form was sent. */
  answer: FormAnswer | undefined;
  /** What the fields hold at first. */
  defaults?: Typed;
  /** The names of the fields from top to bottom: the summary lists their faults in this order. */
  order: readonly string[];
  /** Sets the ids of its fields apart where a page has several forms. */
  scope?: string;
  /** Another address than the page's own. */
  action?: string;
  children: ReactNode;
};

/**
 * A form whose fields keep what was typed when it comes back with faults: they ask `useKeptField` for their text. It is
 * checked by the server alone, so that everybody reads the same words in the same place, with or without scripts.
 */
export function KeptForm({ answer, defaults, order, scope, children, ...form }: KeptFormProps) {
  const { typed, faults } = answer ?? NOTHING;
  const emptied = useEmptiedOnSuccess(answer);
  return (
    <KeptFormContext.Provider value={{ typed: { ...defaults, ...typed }, faults, scope }}>
      <ErrorSummary faults={faults} order={order} scope={scope} />
      <Form method="post" className="form" noValidate preventScrollReset {...emptied} {...form}>
        {children}
      </Form>
    </KeptFormContext.Provider>
  );
}

export type KeptField = { id: string; name: string; text: string; fault: Fault | undefined };

/** What a field of the form around it shows: the text it keeps and what is wrong with it. */
export function useKeptField(name: string): KeptField {
  const { typed, faults, scope } = useContext(KeptFormContext);
  return { id: fieldId(name, scope), name, text: typed[name] ?? '', fault: faults[name] };
}

/** What sets the ids of the form around it apart from those of others. */
export function useKeptScope(): string | undefined {
  return useContext(KeptFormContext).scope;
}

/** The ids of fields of the form around it. */
export function useKeptFieldIds(names: readonly string[]): readonly string[] {
  const { scope } = useContext(KeptFormContext);
  return names.map((name) => fieldId(name, scope));
}

export function fieldId(name: string, scope?: string): string {
  return scope === undefined ? `field-${name}` : `field-${scope}-${name}`;
}
