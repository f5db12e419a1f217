import { expect, test } from 'vitest';
import { Undo } from './undo.ts';

test('what was done last is undone first, and a failure on the way keeps nothing from being undone', async () => {
  const undone: string[] = [];
  const undo = new Undo();
  undo.add(() => undone.push('lock'));
  undo.add(() => {
    throw new Error('the database was gone');
  });
  undo.add(async () => undone.push('server'));

  await expect(undo.all()).rejects.toThrow('the database was gone');

  expect(undone).toEqual(['server', 'lock']);
  await undo.all();
  expect(undone).toEqual(['server', 'lock']);
});
