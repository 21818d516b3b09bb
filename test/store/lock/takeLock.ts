import { lockFolder } from '../../../src/store/lock/lockFolder.js';

// A process that takes a folder, tells its parent how it went, and holds on until it is killed.
const [, , folder = ''] = process.argv;
const said = await lockFolder(folder).then(
  () => 'taken',
  () => 'refused',
);
process.send?.(said);
setInterval(() => undefined, 1_000);
