import { pino, type Logger, type LevelWithSilent } from 'pino';
import { currentHour } from './clock.server.ts';

/**
 * The one log of the process, as JSON lines on standard output. What may stand in it: what the program does with itself, and
 * what broke. Never a text, a search word, a name, an id, a token, an address of a person, nor a path that holds an id.
 */
export let log: Logger = openLog('info');

export function useLogLevel(level: LevelWithSilent): void {
  log = openLog(level);
}

/** Times to the hour, as everywhere: a finer one would tell who was about when. */
function openLog(level: LevelWithSilent): Logger {
  return pino({ level, base: null, timestamp: () => `,"hour":"${currentHour().toISOString()}"` });
}

/**
 * Logs a bug under the id that the person was shown. Only where it happened and of what kind it was: messages of errors
 * (a database's above all) quote what they were given.
 */
export function logUnexpected(error: unknown, correlationId: string): void {
  log.error({ correlationId, ...withoutContent(error) }, 'unexpected error');
}

/** The kind of an error and the places in the program that it came through. */
export function withoutContent(error: unknown): { error: string; code?: string; at?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  const frames = framesOf(error);
  return {
    error: error.name,
    ...(typeof code === 'string' && { code }),
    ...(frames.length > 0 && { at: frames }),
  };
}

/** A stack begins with the message, which may itself have lines that look like places. */
function framesOf({ stack = '', message }: Error): string[] {
  const places = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : '';
  const lines = places.split('\n').map((line) => line.trim());
  return lines.filter((line) => /^at .*:\d+:\d+\)?$/.test(line)).slice(0, 12);
}
