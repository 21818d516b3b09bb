import { rename } from 'node:fs/promises';
import { build } from 'esbuild';

// The program as one file, dist/cli/main.js, so that it starts at once; renamed into place, for runs may start side by side.
// With WHOLE set its libraries are in the file too: tests start it some thousand times, and it starts in half the time.
const whole = process.env.WHOLE !== undefined;
const program = `${import.meta.dirname}/dist/cli/main.js`;
const unfinished = `${program}.${process.pid}.tmp`;
await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['src/cli/main.ts'],
  outfile: unfinished,
  bundle: true,
  ...(whole
    ? {
        external: ['sql.js'],
        banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      }
    : { packages: 'external' }),
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  logLevel: 'warning',
});
await rename(unfinished, program);
