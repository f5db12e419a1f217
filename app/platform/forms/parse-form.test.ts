import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { replySchema } from '#app/domain/posts/schema.ts';
import { startThreadSchema } from '#app/domain/threads/schema.ts';
import { parseForm } from './parse-form.server.ts';

const schema = z.strictObject({
  title: z.string().trim().min(1, 'faults.titleMissing').max(5, 'faults.tooLong'),
  note: z.string().optional(),
  password: z.string({ error: 'faults.passwordMissing' }).min(8, 'faults.passwordShort'),
});

const good: [string, string][] = [
  ['title', ' Ferns '],
  ['password', 'long enough'],
];

function sent(fields: [string, string][]): Request {
  return new Request('http://forum.test/', { method: 'POST', body: new URLSearchParams(fields) });
}

describe('a form that fits its schema', () => {
  it("gives the schema's output and what was typed, without the password", async () => {
    expect(await parseForm(sent(good), schema)).toEqual({
      ok: true,
      intent: undefined,
      value: { title: 'Ferns', password: 'long enough' },
      typed: { title: ' Ferns ' },
    });
  });

  it('may come as multipart', async () => {
    const body = new FormData();
    for (const [name, value] of good) body.append(name, value);
    const form = await parseForm(new Request('http://forum.test/', { method: 'POST', body }), schema);
    expect(form.ok).toBe(true);
  });

  it('counts a line end once, as the counter beside the field does', async () => {
    const form = await parseForm(sent([['title', 'a\r\nb\rc'], good[1]!]), schema);
    expect(form).toMatchObject({ ok: true, value: { title: 'a\nb\nc' } });
  });
});

describe('a form with faults', () => {
  it('names the first fault of each field with what its message needs, and keeps the text', async () => {
    const form = await parseForm(
      sent([
        ['title', 'Too long by far'],
        ['password', 'short'],
      ]),
      schema,
    );
    expect(form).toEqual({
      ok: false,
      intent: undefined,
      typed: { title: 'Too long by far' },
      faults: {
        title: { key: 'faults.tooLong', values: { max: 5 } },
        password: { key: 'faults.passwordShort', values: { min: 8 } },
      },
    });
  });

  it('says how long a Markdown text may be', async () => {
    const form = await parseForm(sent([['body', 'x'.repeat(20_001)]]), replySchema);
    expect(form).toMatchObject({ faults: { body: { key: 'faults.tooLong', values: { max: 20_000 } } } });
  });

  it('reports a rule between fields at the field it is about', async () => {
    const fields: [string, string][] = [
      ['title', 'A title'],
      ['body', 'A text'],
      ['topic', 'endings'],
      ['formKey', 'abcdefghijklmnop'],
    ];
    const form = await parseForm(sent(fields), startThreadSchema);
    expect(form).toMatchObject({ faults: { question: { key: 'faults.questionMissing' } } });
  });

  it("never shows zod's own words", async () => {
    const form = await parseForm(sent([['password', 'long enough']]), schema);
    expect(form).toMatchObject({ ok: false, faults: { title: { key: 'faults.malformed' } } });
  });
});

describe('a form that no page of ours sends', () => {
  const unexpected = { form: { key: 'faults.unexpectedField', values: {} } };

  it.each<[string, [string, string]]>([
    ['a field that nobody asked for', ['role', 'administrator']],
    ['a field twice', ['title', 'Other']],
    ['an array', ['title[]', 'Other']],
    ['an operator object', ['title[$ne]', '']],
    ['__proto__', ['__proto__', 'x']],
    ['a path through __proto__', ['__proto__[ok]', 'x']],
    ['constructor', ['constructor', 'x']],
    ['a path as deep as the body allows', [`a${'[b]'.repeat(100_000)}`, 'x']],
    ['a button where the form has one alone', ['intent', 'preview']],
  ])('is refused as a whole: %s', async (_, field) => {
    const form = await parseForm(sent([...good, field]), schema);
    expect(form).toEqual({ ok: false, intent: undefined, typed: { title: ' Ferns ' }, faults: unexpected });
  });

  it('is refused as a whole: a file', async () => {
    const body = new FormData();
    for (const [name, value] of good) body.append(name, value);
    body.append('note', new File(['x'], 'note.txt'));
    const form = await parseForm(new Request('http://forum.test/', { method: 'POST', body }), schema);
    expect(form).toMatchObject({ ok: false, faults: unexpected });
  });

  it.each([
    ['JSON', 'application/json', '{"title":"x"}'],
    ['a multipart body without its boundary', 'multipart/form-data', 'title=x'],
    ['a broken multipart body', 'multipart/form-data; boundary=x', '--x\r\nContent-Disp'],
  ])('is a bad request when it is no form: %s', async (_, type, body) => {
    const request = new Request('http://forum.test/', { method: 'POST', headers: { 'Content-Type': type }, body });
    await expect(parseForm(request, schema)).rejects.toMatchObject({ code: 'bad-request' });
  });
});

describe('a form with several buttons', () => {
  const intents = ['publish', 'preview'] as const;

  it('says which one was pressed, faults or not', async () => {
    const form = await parseForm(sent([['intent', 'preview']]), schema, { intents });
    expect(form).toMatchObject({ ok: false, intent: 'preview' });
  });

  it('takes the first when it was sent without one', async () => {
    expect(await parseForm(sent(good), schema, { intents })).toMatchObject({ ok: true, intent: 'publish' });
  });

  it('refuses a button that it does not have', async () => {
    const form = await parseForm(sent([...good, ['intent', 'erase']]), schema, { intents });
    expect(form).toMatchObject({ ok: false, faults: { form: { key: 'faults.unexpectedField' } } });
  });
});
