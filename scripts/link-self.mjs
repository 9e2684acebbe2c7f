// `npx purposelint` in a folder of this repository runs this checkout, as it runs the package where it is installed.
import { chmod, mkdir, rm, symlink } from 'node:fs/promises';

const bin = new URL('../node_modules/.bin/', import.meta.url);
const link = new URL('purposelint', bin);
await mkdir(bin, { recursive: true });
await rm(link, { force: true });
await symlink('../../dist/cli.cjs', link);
await chmod(new URL('../dist/cli.cjs', import.meta.url), 0o755);
