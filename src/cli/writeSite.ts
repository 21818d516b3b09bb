import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { offersByModel } from '../book/offersOf.js';
import { exports } from '../exports/index.js';
import { believedNow } from '../model/clock.js';
import type { ProviderFile } from '../model/providerFile.js';
import { packagePath } from '../read/packagePath.js';
import { siteFiles, type SiteFile } from '../report/site/siteFiles.js';
import { readHistory } from '../store/history.js';
import { changesPath, feedPath, modelsPath, runPath } from '../store/paths.js';
import { Failure } from './failure.js';

/** Writes a site of the table and the page into a folder, to be published as it is; gives how many files it has. */
export async function writeSite(
  site: string,
  { out, page, table }: { readonly out: string; readonly page: string; readonly table: readonly ProviderFile[] },
): Promise<number> {
  const kinds = new Map(table.map(({ provider }) => [provider.id, provider.kind]));
  const offers = table.flatMap(({ models }) => models);
  const files = siteFiles({
    ...{ page, table, exports, madeAt: new Date(believedNow(Date.now())).toISOString() },
    history: (await readHistory(out)).lines,
    models: offersByModel({ offers, kindOf: (provider) => kinds.get(provider) ?? null }),
    asTheyAre: [
      ...(await filesIn(packagePath('data/schemas'), await readdir(packagePath('data/schemas')), 'schemas/')),
      ...(await filesIn(out, [runPath, modelsPath, changesPath, feedPath])),
    ],
  });
  let count = 0;
  for await (const { path, content } of files) {
    await put(join(site, path), content);
    count++;
  }
  return count;
}

async function put(path: string, content: SiteFile['content']): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new Failure(`${path} can't be written (${code}): choose another folder with --site`, 1);
  }
}

/** Those of the named files that are there. */
async function filesIn(folder: string, names: readonly string[], prefix = ''): Promise<SiteFile[]> {
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name)).catch(() => undefined)));
  return names.flatMap((name, i) => {
    const content = contents[i];
    return content === undefined ? [] : [{ path: `${prefix}${name}`, content }];
  });
}
