/** What a persona's mark is drawn from: a tone, two shapes and how they are turned. Numbers only, none of them a name. */
export type PersonaFigure = {
  /** 1 to 6, a class of marks.css. */
  tone: number;
  /** Index of the large shape. */
  figure: number;
  /** Index of the small shape, never that of the large one. */
  second: number;
  /** Turns of the whole, in degrees. */
  turn: number;
};

export const TONES = 6;
export const SHAPES = 6;
const TURNS = 8;

/**
 * The figure of a name within one thread. The same two always give the same figure; the same name in another thread gives
 * another, so that it joins nothing across threads.
 */
export function personaFigure(name: string, threadId: string): PersonaFigure {
  let state = hash(`${threadId}\n${name}`);
  const draw = (count: number): number => {
    const drawn = state % count;
    state = Math.floor(state / count);
    return drawn;
  };
  const figure = draw(SHAPES);
  return {
    figure,
    second: (figure + 1 + draw(SHAPES - 1)) % SHAPES,
    tone: 1 + draw(TONES),
    turn: draw(TURNS) * (360 / TURNS),
  };
}

// FNV-1a over UTF-16 units, mixed once more (MurmurHash3's finaliser), for FNV's low bits alone are weak.
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
