import { setFlagsFromString } from 'node:v8';

/** By V8's own names for them: a misspelt flag would be passed over. */
export const MEMORY_FLAGS = {
  /** The heap may grow by half of what is alive before it is collected, and not to several times that, as V8 has it where a machine has much memory. */
  '--heap-growing-percent': 50,
  /** Prisma's query compiler is translated in one thread and not in four, each of which takes memory that it does not give back. */
  '--wasm-num-compilation-tasks': 1,
};

/** Has V8 keep to less memory than it would take. None of it is a limit: what needs more gets it. */
export function boundMemory(): void {
  for (const [flag, value] of Object.entries(MEMORY_FLAGS)) setFlagsFromString(`${flag}=${value}`);
}
