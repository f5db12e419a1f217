import { expect, test } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { registry } from '#app/platform/metrics/metrics.ts';
import { measureOutbox } from './outbox-metrics.server.ts';

test('tells how many changes each index has yet to hear of, and for how long', async () => {
  measureOutbox();
  const waits = async (stage: 'index' | 'relay' | 'replay'): Promise<void> => {
    await db.outbox.create({ data: { id: newId(), entity: 'post', entityId: newId(), stage }, select: { id: true } });
  };
  expect(await registry.metrics()).toMatch(/^forum_outbox_index_waiting 0$/m);
  await waits('index');
  await waits('relay');
  await waits('replay');
  const text = await registry.metrics();
  expect(text).toMatch(/^forum_outbox_index_waiting 1$/m);
  expect(text).toMatch(/^forum_outbox_meilisearch_waiting 2$/m);
  expect(text).not.toMatch(/^forum_outbox_\w+_lag_seconds 0$/m);
});
