export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** The paper of both, for what browsers draw around a page; a test holds it to `styles/tokens.css`. */
export const PAPER = { light: '#faf6ee', dark: '#171512' } as const;

export function isTheme(text: unknown): text is Theme {
  return THEMES.some((theme) => theme === text);
}

export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export function isTextSize(text: unknown): text is TextSize {
  return TEXT_SIZES.some((size) => size === text);
}
