import { describe, expect, it } from 'vitest';
import { render } from '#app/platform/markdown/render.ts';
import { guideParts } from './guide-parts.ts';

function partsOf(markdown: string) {
  const rendered = render(markdown);
  if (!rendered.ok) throw new Error(rendered.fault);
  const parts = guideParts(rendered.html);
  expect(parts.map(({ html }) => html).join('')).toBe(rendered.html);
  return parts.map(({ heading }) => heading);
}

describe('the parts of a guide', () => {
  it('begin at its top headings, whatever level these have, and leave nothing of it out', () => {
    expect(partsOf('Before.\n\n## One\n\nText.\n\n### Under one\n\n## Two\n\nText.')).toEqual([null, 'One', 'Two']);
    expect(partsOf('### One\n\nText.\n\n### Two')).toEqual(['One', 'Two']);
    expect(partsOf('Only text.\n\n> Quoted.')).toEqual([null]);
  });

  it('have headings as words, with markup and characters as readers see them', () => {
    expect(partsOf('## *Phones* & “mail”\n\n## `a < b` > c\n\n## Line [link](https://example.org/?a="b">c)')).toEqual([
      'Phones & “mail”',
      'a < b > c',
      'Line link',
    ]);
  });

  it('are never cut inside a quotation, a list or a table', () => {
    expect(partsOf('## One\n\n> ## Quoted\n>\n> text\n\n- item\n\n  ## In a list\n\n## Two')).toEqual(['One', 'Two']);
  });

  it('have none for an empty heading, and none for an empty text', () => {
    expect(partsOf('## One\n\n##\n\nText.')).toEqual(['One']);
    expect(guideParts('')).toEqual([]);
  });
});
