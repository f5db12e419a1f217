import type { ReactNode } from 'react';
import type { ComposeAnswer } from './compose-answer.ts';
import { IdentifyingDetails } from './identifying/identifying-details.tsx';
import { PreviewPane } from './preview-pane.tsx';

type BesideTextProps = {
  /** The fields in which identifying details are looked for. */
  fields: readonly string[];
  answer: ComposeAnswer | undefined;
  /** What is filled in, and the buttons. */
  children: ReactNode;
};

/**
 * A composer, and what comes by itself as one writes in it: in a column of its own where there is room, after the buttons where
 * there is none. Above them it would move a button away from under the pointer that is about to press it.
 */
export function BesideText({ fields, answer, children }: BesideTextProps) {
  return (
    <div className="compose">
      <div className="compose-main">{children}</div>
      <div className="compose-beside">
        <IdentifyingDetails fields={fields} />
        <PreviewPane answer={answer} />
      </div>
    </div>
  );
}
