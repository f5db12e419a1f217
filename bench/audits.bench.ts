import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from '#app/platform/host/find-browser.mjs';
import { closeMarkdown, useWorkerFile } from '#app/platform/markdown/markdown.server.ts';
import { Figures, tellSkipped } from './figures.ts';
import { readOptions } from './options.ts';
import { startDemoForum, type DemoForum } from './weight/demo-forum.ts';

/**
 * `npm run bench -- audits`: Lighthouse's scores of the pages that strangers come to, on a phone. It is fetched for this alone
 * (docs/decisions/083); without a network, or npm's copy of an earlier time, nothing is audited, and that is said.
 */
readOptions({});
const LIGHTHOUSE = 'lighthouse@12.8.2';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const BAR = 98;
/** What was looked for is kept out of search engines on purpose. */
const KEPT_OUT = ['--skip-audits=is-crawlable'];
const ONLY_PERFORMANCE = ['--only-categories=performance'];

type Audit = { id: string; score: number | null; title: string };
type Report = {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
};

const folder = mkdtempSync(join(tmpdir(), 'forum-bench-audits-'));
if (lighthouse(['--version'])) await auditForum();
else tellSkipped('audits', `for ${LIGHTHOUSE} is not here and could not be fetched`);
rmSync(folder, { recursive: true, force: true });

async function auditForum(): Promise<void> {
  process.env['CHROME_PATH'] = await findBrowser();
  useWorkerFile(pathToFileURL(resolve('build/server/markdown-worker.js')));
  const env = { DATA_DIR: join(folder, 'data'), SEAL_KEY: randomBytes(32).toString('base64') };
  const forum = await startDemoForum(env);
  try {
    auditPages(forum);
  } finally {
    await forum.server.stop();
    await closeMarkdown();
  }
}

function auditPages({ server: { origin }, threadPath }: DemoForum): void {
  const figures = new Figures(`audits: ${LIGHTHOUSE}, a phone: ${CATEGORIES.join(', ')}`);
  audit(figures, 'home', { address: `${origin}/` });
  audit(figures, 'topic', { address: `${origin}/topics/email-and-text` });
  audit(figures, 'thread of 20 posts', { address: origin + threadPath });
  audit(figures, 'search', { address: `${origin}/search` });
  audit(figures, 'search, found', { address: `${origin}/search?q=texting`, options: KEPT_OUT });
}

type Page = { address: string; options?: readonly string[] };

function audit(figures: Figures, what: string, { address, options = [] }: Page): void {
  const [first, ...others] = [options, ONLY_PERFORMANCE, ONLY_PERFORMANCE].map((each) => reportOn(address, each));
  const scores = CATEGORIES.map((category) => scoreOf(first, category));
  // How fast a page seems differs from run to run, with what else the machine does: the middle one of three counts.
  scores[0] =
    [scores[0], ...others.map((report) => scoreOf(report, 'performance'))].sort((x = 0, y = 0) => x - y)[1] ?? 0;
  const isMet = scores.every((score) => score >= BAR);
  figures.tell({ what, value: scores.join(', '), bar: `${BAR} each`, isMet });
  if (isMet) return;
  for (const { id, score, title } of missedIn(first)) console.log(`    MISSED ${id} (${score}): ${title}`);
}

function reportOn(address: string, options: readonly string[]): Report {
  const file = join(folder, 'report.json');
  const flags = process.getuid?.() === 0 ? '--headless=new --no-sandbox' : '--headless=new';
  const output = ['--quiet', '--output=json', `--output-path=${file}`, `--chrome-flags=${flags}`];
  if (!lighthouse([address, ...output, ...options])) throw new Error(`Lighthouse could not audit ${address}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

function scoreOf(report: Report | undefined, category: string): number {
  return Math.round(100 * (report?.categories[category]?.score ?? 0));
}

/** The audits that count for a score that is under the bar, and took something from it. */
function missedIn(report: Report | undefined): Audit[] {
  const missed = CATEGORIES.filter((category) => scoreOf(report, category) < BAR);
  const weighed = missed.flatMap((category) => report?.categories[category]?.auditRefs ?? []);
  const audits = weighed.flatMap(({ id, weight }) => (weight > 0 ? (report?.audits[id] ?? []) : []));
  return audits.filter(({ score }) => score !== null && 100 * score < BAR);
}

/** Runs Lighthouse through npm, which fetches it when it has to. */
function lighthouse(args: readonly string[]): boolean {
  const npm = process.env['npm_execpath'];
  const [program, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const exec = ['exec', '--yes', '--ignore-scripts', '--prefer-offline', `--package=${LIGHTHOUSE}`, '--', 'lighthouse'];
  return spawnSync(program, [...first, ...exec, ...args], { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}
