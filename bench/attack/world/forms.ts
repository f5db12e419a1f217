import type { Fields } from './browser.ts';

/** A form as it stands on a page: where it goes and what a browser would send with nothing touched but `button`. */
export type FoundForm = { action: string; fields: Fields; buttons: { name: string; value: string; label: string }[] };

/** The forms of a page of ours, whose markup is regular enough to be read by pattern. `path` is the page's own. */
export function formsOf(html: string, path: string): FoundForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes = '', inner = '']) => ({
    action: attribute(attributes, 'action') ?? path,
    fields: { ...inputsOf(inner), ...selectsOf(inner), ...textAreasOf(inner) },
    buttons: [...inner.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].map(([, given = '', label = '']) => ({
      name: attribute(given, 'name') ?? '',
      value: attribute(given, 'value') ?? '',
      label: label.replace(/<[^>]*>/g, ''),
    })),
  }));
}

function inputsOf(html: string): Fields {
  const fields: Fields = {};
  for (const [, given = ''] of html.matchAll(/<input\b([^>]*?)\/?>/g)) {
    const name = attribute(given, 'name');
    const type = attribute(given, 'type') ?? 'text';
    const isChosen = !['radio', 'checkbox'].includes(type) || /\bchecked\b/.test(given);
    if (name !== undefined && isChosen && type !== 'submit') fields[name] = attribute(given, 'value') ?? '';
  }
  return fields;
}

function selectsOf(html: string): Fields {
  const found = [...html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(([, given = '', inner = '']) => {
    const options = [...inner.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option);
    const chosen = options.find((option) => /\bselected\b/.test(option)) ?? options[0] ?? '';
    return [attribute(given, 'name') ?? '', attribute(chosen, 'value') ?? ''] as const;
  });
  return Object.fromEntries(found);
}

function textAreasOf(html: string): Fields {
  const found = [...html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)];
  return Object.fromEntries(found.map(([, given = '', text = '']) => [attribute(given, 'name') ?? '', plain(text)]));
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : plain(found);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };

function plain(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}
