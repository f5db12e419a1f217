/** The addresses of a forum's threads, as its public API lists them: those of `query`, the first page of it. */
export async function threadPaths(origin: string, query = ''): Promise<string[]> {
  const response = await fetch(`${origin}/api/v1/threads${query}`);
  const { threads } = (await response.json()) as { threads: { url: string }[] };
  return threads.map(({ url }) => new URL(url).pathname);
}
