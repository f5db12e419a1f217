import type { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { z } from 'zod';

/** What is said on the control socket: JSON, one message a line. Raised when a message changes its meaning. */
export const PROTOCOL = 1;

/** The forum's first word, so that a caller can tell a busy forum from a hung one. */
const greetingSchema = z.strictObject({ greeting: z.number(), pid: z.number() });

/** The caller's only word. Closing the connection interrupts the command. */
export const requestSchema = z.strictObject({
  command: z.string(),
  args: z.array(z.string()),
  cwd: z.string(),
  isTerminal: z.boolean(),
  columns: z.number().int().positive(),
});
export type CommandRequest = z.infer<typeof requestSchema>;

export const answerSchema = z.union([
  greetingSchema,
  z.strictObject({ out: z.string() }),
  z.strictObject({ err: z.string() }),
  z.strictObject({ done: z.number(), total: z.number().nullable(), label: z.string() }),
  z.strictObject({ exit: z.number().int() }),
]);
export type CommandAnswer = z.infer<typeof answerSchema>;

export function send(stream: Writable, message: CommandRequest | CommandAnswer): void {
  if (stream.writable) stream.write(`${JSON.stringify(message)}\n`);
}

/**
 * The messages that come in until the stream ends. Leaving the loop leaves the stream open.
 *
 * @throws when a line is no JSON or not of that shape, or the stream breaks or is destroyed.
 */
export async function* receive<Schema extends z.ZodType>(
  stream: Readable,
  schema: Schema,
): AsyncGenerator<z.output<Schema>> {
  const decoder = new StringDecoder('utf8');
  let unfinished = '';
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    const lines = (unfinished + decoder.write(chunk as Buffer)).split('\n');
    unfinished = lines.pop() ?? '';
    for (const line of lines) yield schema.parse(JSON.parse(line));
  }
}
