import { personaFigure } from './persona-figure.ts';

/** Large shapes, on a field of 32. */
const FIGURES = [
  <circle key="0" className="figure" cx="14" cy="14" r="8" />,
  <path key="1" className="figure" d="M6 22a10 10 0 0 1 20 0Z" />,
  <path key="2" className="figure" d="M7 7h14v14H7Z" />,
  <path key="3" className="figure" d="M6 24 15 7l9 17Z" />,
  <path key="4" className="figure" d="M8 6a16 16 0 0 1 16 16H8Z" />,
  <path key="5" className="figure" d="M7 8h6v16H7Zm8 5h6v11h-6Z" />,
];

/** Small shapes, laid over a corner of the large one. */
const SECONDS = [
  <circle key="0" className="second" cx="22.5" cy="21.5" r="4.5" />,
  <path key="1" className="second" d="M17 25a5.5 5.5 0 0 1 11 0Z" />,
  <path key="2" className="second" d="M18.5 17.5h8v8h-8Z" />,
  <path key="3" className="second" d="m17 26 5-9 5 9Z" />,
  <path key="4" className="second" d="M18 17a9 9 0 0 1 9 9h-9Z" />,
  <path key="5" className="second" d="M20 15h5v11h-5Z" />,
];

type Props = { name: string; threadId: string };

/** The mark beside a name: a small abstract figure out of the name and the thread, and nothing else. */
export function PersonaMark({ name, threadId }: Props) {
  const { tone, figure, second, turn } = personaFigure(name, threadId);
  return (
    <svg className={`persona-mark tone-${tone}`} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect className="ground" width="32" height="32" />
      <g transform={`rotate(${turn} 16 16)`}>
        {FIGURES[figure]}
        {SECONDS[second]}
      </g>
    </svg>
  );
}
