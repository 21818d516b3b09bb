import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { ratecard, root } from '../cli/ratecard.js';

// The pictures of the page in the README, of an offline run: `pnpm screens`.

interface Screen {
  readonly name: string;
  /** The place on the page. */
  readonly hash: string;
  readonly options: BrowserContextOptions;
}

const screens: readonly Screen[] = [
  {
    name: 'page',
    hash: '#/offers?q=claude&sort=input&can=tools&most=5&offers=anthropic/claude-sonnet-4-5,anthropic/claude-haiku-4-5',
    options: { viewport: { width: 1180, height: 700 } },
  },
  {
    name: 'phone',
    hash: '#/cost?offers=openai/gpt-4o,anthropic/claude-sonnet-4-5,google/gemini-2.5-pro&input=20m&output=2m',
    options: { viewport: { width: 390, height: 760 }, deviceScaleFactor: 1.5, isMobile: true, colorScheme: 'dark' },
  },
];

/** A tenth of the bytes, in which letters stay sharp. */
const asWebp = (png: string): string => `(async () => {
  const image = new Image();
  image.src = 'data:image/png;base64,${png}';
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.8).split(',')[1];
})()`;

async function take(browser: Browser, path: string, { name, hash, options }: Screen): Promise<void> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(pathToFileURL(path).href + hash);
  await page.getByRole('main').waitFor();
  await page.waitForTimeout(500);
  const png = (await page.screenshot()).toString('base64');
  const blank = await browser.newPage();
  const webp = await blank.evaluate<string>(asWebp(png));
  await writeFile(join(root, 'docs', `${name}.webp`), Buffer.from(webp, 'base64'));
}

const out = await mkdtemp(join(tmpdir(), 'ratecard-screens-'));
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  await ratecard(['--offline', '--concurrency', '10', '--quiet', '--report', '--out', out]);
  for (const screen of screens) await take(browser, join(out, 'report.html'), screen);
} finally {
  await browser.close();
  await rm(out, { recursive: true });
}
