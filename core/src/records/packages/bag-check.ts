import { createHash } from 'node:crypto';
import type { ErrorParams } from '../../shared/index.ts';
import type { BagSource } from './bag-source.ts';
import {
  collidingPaths,
  isUnsafePath,
  type Label,
  type ManifestLine,
  parseInfo,
  parseManifest,
  parseOxum,
} from './bag-text.ts';

/** What is wrong with a bag: a code of `text.ts`. */
export interface BagFault {
  readonly code: string;
  readonly params: ErrorParams;
}

export interface BagChecked {
  readonly faults: readonly BagFault[];
  readonly info: readonly Label[];
  /** Files of the payload, and their bytes. */
  readonly files: number;
  readonly octets: number;
}

// Weaker ones are published too, and prove nothing today: a bag that has only those is refused.
const TRUSTED = ['sha256', 'sha512'];
const KNOWN = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];
const DECLARATION = /^BagIt-Version: (?:0\.97|1\.0)(?:\r\n|\r|\n)Tag-File-Character-Encoding: UTF-8\s*$/;
const MAX_TAG_BYTES = 256 * 1024 * 1024;

const fault = (code: string, params: ErrorParams = {}): BagFault => ({ code: `records.bag_${code}`, params });

async function textOf(source: BagSource, path: string): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of (await source.open(path)) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_TAG_BYTES) return null;
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return null;
  }
}

interface Manifest {
  readonly name: string;
  readonly algorithm: string;
  readonly ofTags: boolean;
  readonly lines: readonly ManifestLine[];
}

/** Holds a bag against RFC 8493: what it must have, that nothing is missing or over, and every hash. */
class BagCheck {
  readonly faults: BagFault[] = [];
  readonly #source: BagSource;
  readonly #present: ReadonlySet<string>;

  constructor(source: BagSource) {
    this.#source = source;
    this.#present = new Set(source.files.map(({ path }) => path));
  }

  async run(): Promise<BagChecked> {
    const { files } = this.#source;
    for (const path of collidingPaths(files.map((file) => file.path))) this.#tell('repeated_path', { path });
    await this.#declaration();
    const manifests = await this.#manifests();
    for (const manifest of manifests) this.#complete(manifest);
    await this.#hashes(manifests);
    const info = await this.#info();
    const payload = files.filter(({ path }) => path.startsWith('data/'));
    const octets = payload.reduce((sum, { size }) => sum + size, 0);
    const oxum = info.find(([name]) => name.toLowerCase() === 'payload-oxum');
    const told = oxum ? parseOxum(oxum[1]) : null;
    if (oxum && (told?.octets !== octets || told.files !== payload.length)) this.#tell('wrong_size');
    return { faults: this.faults, info, files: payload.length, octets };
  }

  #tell(code: string, params: ErrorParams = {}): void {
    this.faults.push(fault(code, params));
  }

  async #declaration(): Promise<void> {
    const text = this.#present.has('bagit.txt') ? await textOf(this.#source, 'bagit.txt') : null;
    if (!DECLARATION.test(text ?? '')) this.#tell('no_declaration');
    // Nothing is fetched from elsewhere: what is not in the bag is not there.
    if (this.#present.has('fetch.txt')) this.#tell('fetches');
  }

  async #manifests(): Promise<Manifest[]> {
    const manifests: Manifest[] = [];
    for (const name of this.#present) {
      const [, tag, algorithm = ''] = /^(tag)?manifest-([a-z0-9]+)\.txt$/.exec(name) ?? [];
      if (algorithm === '') continue;
      const text = await textOf(this.#source, name);
      const lines = text === null ? null : parseManifest(text);
      if (!lines) this.#tell('unreadable_list', { path: name });
      else manifests.push({ name, algorithm, ofTags: tag !== undefined, lines });
    }
    const trusted = manifests.some(({ ofTags, algorithm }) => !ofTags && TRUSTED.includes(algorithm));
    if (!trusted) this.#tell('no_list');
    return manifests;
  }

  #complete({ name, ofTags, lines }: Manifest): void {
    for (const { path } of lines) {
      const belongs = ofTags ? !path.startsWith('data/') && !path.startsWith('tagmanifest-') : path.startsWith('data/');
      if (isUnsafePath(path)) this.#tell('unsafe_path', { path });
      else if (!belongs) this.#tell('wrong_list', { path, list: name });
      else if (!this.#present.has(path)) this.#tell('file_missing', { path });
    }
    const listed = new Set(lines.map(({ path }) => path));
    if (listed.size < lines.length) this.#tell('unreadable_list', { path: name });
    const must = [...this.#present].filter((path) =>
      ofTags ? /^manifest-[a-z0-9]+\.txt$/.test(path) : path.startsWith('data/'),
    );
    for (const path of must) if (!listed.has(path)) this.#tell('file_unlisted', { path, list: name });
  }

  async #hashes(manifests: readonly Manifest[]): Promise<void> {
    const wanted = new Map<string, { algorithm: string; hash: string }[]>();
    for (const { algorithm, lines } of manifests.filter((manifest) => KNOWN.includes(manifest.algorithm)))
      for (const { path, hash } of lines) wanted.set(path, [...(wanted.get(path) ?? []), { algorithm, hash }]);
    for (const [path, claims] of wanted) {
      if (!this.#present.has(path)) continue;
      const hashes = claims.map(({ algorithm }) => createHash(algorithm));
      try {
        for await (const chunk of (await this.#source.open(path)) as AsyncIterable<Buffer>)
          for (const hash of hashes) hash.update(chunk);
      } catch {
        this.#tell('file_unreadable', { path });
        continue;
      }
      if (hashes.some((hash, at) => hash.digest('hex') !== claims[at]?.hash)) this.#tell('file_altered', { path });
    }
  }

  async #info(): Promise<readonly Label[]> {
    const text = this.#present.has('bag-info.txt') ? await textOf(this.#source, 'bag-info.txt') : '';
    const info = text === null ? null : parseInfo(text);
    if (!info) this.#tell('unreadable_list', { path: 'bag-info.txt' });
    return info ?? [];
  }
}

/** Every fault of a bag; none where it is valid (RFC 8493 section 3). */
export function checkBag(source: BagSource): Promise<BagChecked> {
  return new BagCheck(source).run();
}
