/** The files of a folder as they were in a commit. */
import { posix } from 'node:path';
import type { SourceText } from '../../text/document.js';
import { UnreadableFile } from '../../text/document.js';
import { decodeText } from '../../text/files/read.js';
import { EXIT, Stop } from '../stop.js';
import type { Repository } from './repository.js';
import { git, gitAnswer } from './run.js';

export interface Tree {
  /** Paths of all files, relative to the folder. */
  readonly names: readonly string[];
  /** Paths at which another repository stands. */
  readonly submodules: readonly string[];
  /**
   * Texts of files that are among the names.
   * @throws UnreadableFile for one that is too large, binary, or not UTF-8
   */
  read(names: readonly string[], limitBytes: number): SourceText[];
}

interface Blob {
  readonly id: string;
  readonly isLink: boolean;
}

const LINK = '120000';
/** The text of a link is a path. */
const LONGEST_PATH = 4096;

/** The folder of the repository in a commit; without any files when it was not there. */
export function treeAt(repository: Repository, commit: string): Tree {
  const folder = repository.prefix.replace(/\/$/u, '');
  const tree = gitAnswer(repository, ['rev-parse', '--verify', '--quiet', folder === '' ? `${commit}^{tree}` : `${commit}:${folder}`]);
  const rows = tree === undefined ? [] : listed(repository, tree);
  const blobs = new Map(rows.filter(({ type }) => type === 'blob').map(({ path, id, mode }) => [path, { id, isLink: mode === LINK }]));
  return {
    names: [...blobs.keys()],
    submodules: rows.filter(({ type }) => type === 'commit').map(({ path }) => path),
    read: (names, limit) => {
      const wanted = followLinks(repository, names, blobs);
      const bytes = blobBytes(repository, wanted, limit);
      return wanted.map(({ name, id }) => decodeText(bytes.get(id) ?? Buffer.alloc(0), name));
    },
  };
}

function listed(repository: Repository, tree: string) {
  const { status, stdout, said } = git(repository, ['ls-tree', '-r', '-z', '--full-tree', tree]);
  if (status !== 0) throw new Stop(EXIT.notChecked, 'git-failed', { command: 'git ls-tree', detail: said });
  return stdout
    .toString('utf8')
    .split('\0')
    .flatMap(row => {
      const match = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/su.exec(row);
      return match === null ? [] : [{ mode: match[1] ?? '', type: match[2] ?? '', id: match[3] ?? '', path: match[4] ?? '' }];
    });
}

interface Wanted {
  readonly name: string;
  readonly id: string;
}

/** A link stands for the file it leads to; one that leads nowhere, or to another link, stands for nothing. */
function followLinks(repository: Repository, names: readonly string[], blobs: ReadonlyMap<string, Blob>): Wanted[] {
  const found = names.flatMap(name => {
    const blob = blobs.get(name);
    return blob === undefined ? [] : [{ name, ...blob }];
  });
  const links = found.filter(({ isLink }) => isLink);
  const targets = links.length === 0 ? new Map<string, Buffer>() : blobBytes(repository, links, LONGEST_PATH);
  return found.flatMap(({ name, id, isLink }) => {
    if (!isLink) return [{ name, id }];
    const target = blobs.get(posix.join(posix.dirname(name), targets.get(id)?.toString('utf8') ?? ''));
    return target === undefined || target.isLink ? [] : [{ name, id: target.id }];
  });
}

/** All of them in one run, after one that asks for their sizes. */
function blobBytes(repository: Repository, wanted: readonly Wanted[], limit: number): ReadonlyMap<string, Buffer> {
  if (wanted.length === 0) return new Map();
  const input = wanted.map(({ id }) => `${id}\n`).join('');
  const sizes = batch(repository, '--batch-check', input).toString('utf8').split('\n');
  wanted.forEach(({ name }, index) => {
    const size = Number(/ blob (\d+)$/u.exec(sizes[index] ?? '')?.[1] ?? Number.NaN);
    if (Number.isNaN(size)) throw new Stop(EXIT.notChecked, 'git-failed', { command: 'git cat-file', detail: sizes[index] ?? '' });
    if (size > limit) throw new UnreadableFile(name, 'too-large');
  });
  const bytes = new Map<string, Buffer>();
  const output = batch(repository, '--batch', input);
  // Each is `<id> blob <size>`, a line end, so many bytes, and a line end.
  for (let at = 0; at < output.length; ) {
    const headEnd = output.indexOf('\n', at);
    const [id = '', , size = '0'] = output.toString('latin1', at, headEnd).split(' ');
    bytes.set(id, output.subarray(headEnd + 1, headEnd + 1 + Number(size)));
    at = headEnd + 1 + Number(size) + 1;
  }
  return bytes;
}

function batch(repository: Repository, mode: string, input: string): Buffer {
  const { status, stdout, said } = git(repository, ['cat-file', mode], input);
  if (status !== 0) throw new Stop(EXIT.notChecked, 'git-failed', { command: 'git cat-file', detail: said });
  return stdout;
}
