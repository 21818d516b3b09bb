import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { pageProgram } from '../../src/report/pageProgram.js';
import type { ReportData } from '../../src/report/reportData.js';
import { reportPage } from '../../src/report/reportPage.js';
import { ratecard } from '../cli/ratecard.js';

/** Whether there is a browser to test with: CI has one, and tells it. */
export const hasBrowser = process.env['BROWSER'] === '1';

/** A phone, by its size. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

let browser: Promise<Browser> | undefined;
let folder: Promise<string> | undefined;
const opened: Page[] = [];
const said: string[] = [];

const scratch = (): Promise<string> => (folder ??= mkdtemp(join(tmpdir(), 'ratecard-page-')));

/** A page from disk, at a place such as `#/changes`; that nothing is said on its console is seen at the end of the test. */
export async function openFile(path: string, hash = '', options: BrowserContextOptions = {}): Promise<Page> {
  browser ??= chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const context = await (await browser).newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  opened.push(page);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) said.push(`asked for ${request.url()}`);
  });
  await page.goto(pathToFileURL(path).href + hash);
  await page.getByRole('main').waitFor();
  return page;
}

/** The page of made-up data, at a place. */
export async function openData(data: ReportData, hash = '', options: BrowserContextOptions = {}): Promise<Page> {
  const path = join(await scratch(), `${opened.length}.html`);
  await writeFile(path, reportPage(data, await pageProgram()));
  return openFile(path, hash, options);
}

let offline: Promise<string> | undefined;

/** The folder of an offline run with its page, and its site in `site`: that which RUN names, or one made for the tests of a file. */
export const offlineRun = (): Promise<string> =>
  (offline ??= (async () => {
    const known = process.env['RUN'];
    if (known !== undefined) return known;
    const out = join(await scratch(), 'run');
    for (const args of [
      ['--offline', '--concurrency', '10'],
      ['report', '--site', join(out, 'site')],
    ]) {
      const done = await ratecard([...args, '--quiet', '--out', out]);
      expect(done.stderr).toBe('');
    }
    return out;
  })());

afterEach(async () => {
  const errors = said.splice(0);
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
  expect(errors).toEqual([]);
});

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
  const path = await folder;
  folder = undefined;
  offline = undefined;
  if (path) await rm(path, { recursive: true, force: true });
});
