import type { Prisma } from '#prisma/client.ts';
import { newId } from '#app/platform/ids.server.ts';
import { randomTag } from '../../authorship/author.server.ts';
import { drawAlias } from '../../authorship/draw-alias.server.ts';
import { slugOf } from '../../threads/slug.ts';
import { sideOf } from '../../topics/perspectives.ts';
import type { PostDraft, ThreadDraft } from './thread-draft.ts';

/** A draft with what its posts were rendered to, in their order. */
export type RenderedDraft = { draft: ThreadDraft; rendered: readonly { html: string; text: string }[] };

/** Everything a thread is made of, as rows to insert in this order. */
export type ThreadRows = {
  thread: Prisma.ThreadCreateManyInput & { externalRef: string };
  scope: Prisma.ThreadScopeCreateManyInput;
  personas: Prisma.PersonaCreateManyInput[];
  posts: Prisma.PostCreateManyInput[];
  revisions: Prisma.RevisionCreateManyInput[];
};

/** The rows of a thread whose personas belong to nobody: their tags are random and no secret derives them. */
export function rowsOf({ draft, rendered }: RenderedDraft, renderVersion: number): ThreadRows {
  const { posts: postDrafts, topicId, externalRef, kind, language, ...opening } = draft;
  const threadId = newId();
  const scopeId = newId();
  const personas = new Personas(scopeId);
  const postIds = postDrafts.map(() => newId());
  const posts = postDrafts.map((post, index): Prisma.PostCreateManyInput => {
    const { html = '', text = '' } = rendered[index] ?? {};
    const { body, perspective, createdAt, quoteOf, writer } = post;
    const author = writer.as === 'pen-name' ? { authorId: writer.accountId } : { personaId: personas.of(writer.key) };
    return {
      id: postIds[index] ?? newId(),
      threadId,
      number: index + 1,
      ...author,
      perspective,
      language,
      body,
      html,
      text,
      renderVersion,
      quoteOfId: quoteOf === null ? null : (postIds[quoteOf] ?? null),
      createdAt,
    };
  });
  return {
    thread: {
      id: threadId,
      slug: slugOf(draft.title),
      scopeId,
      topicId,
      externalRef,
      kind,
      language,
      ...opening,
      ...countersOf(postDrafts),
    },
    scope: { threadId, scopeId },
    personas: personas.rows,
    posts,
    revisions: posts.map(({ id, body, createdAt }, index) => ({
      id: newId(),
      postId: id,
      version: 1,
      body,
      ...(index === 0 ? opening : {}),
      by: 'author',
      createdAt,
    })),
  };
}

/** What a thread keeps of its posts (app/domain/threads/README.md). */
function countersOf(posts: readonly PostDraft[]) {
  const [opening, ...replies] = posts;
  if (!opening) throw new Error('A thread has an opening post');
  const from = (side: 'client' | 'practitioner'): number =>
    replies.filter(({ perspective }) => sideOf(perspective) === side).length;
  return {
    perspective: opening.perspective,
    lastNumber: posts.length,
    replyCount: replies.length,
    clientReplies: from('client'),
    practitionerReplies: from('practitioner'),
    createdAt: opening.createdAt,
    lastActivityAt: new Date(Math.max(...posts.map(({ createdAt }) => createdAt.getTime()))),
  };
}

/** The personas of one thread: one for each key, and one for each post without. */
class Personas {
  readonly rows: Prisma.PersonaCreateManyInput[] = [];
  readonly #byKey = new Map<string, string>();
  readonly #aliases = new Set<string>();
  readonly #scopeId: string;

  constructor(scopeId: string) {
    this.#scopeId = scopeId;
  }

  of(key: string | null): string {
    const known = key === null ? undefined : this.#byKey.get(key);
    if (known !== undefined) return known;
    const id = newId();
    const alias = drawAlias(this.#aliases);
    this.#aliases.add(alias);
    if (key !== null) this.#byKey.set(key, id);
    this.rows.push({ id, scopeId: this.#scopeId, seal: randomTag(), ledgerTag: randomTag(), alias });
    return id;
  }
}
