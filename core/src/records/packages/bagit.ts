import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { invariant, KaigiError } from '../../shared/index.ts';
import {
  ALGORITHMS,
  type Algorithm,
  BAG_DECLARATION,
  infoText,
  isUnsafePath,
  type Label,
  type ManifestLine,
  manifestText,
  pathKey,
} from './bag-text.ts';

/** A file of the payload. Its path stands below `data/`. */
export interface BagFile {
  readonly path: string;
  readonly content: Uint8Array | { readonly file: string; readonly size: number } | AsyncIterable<Uint8Array>;
  /** What the bytes must be: other bytes end the writing with `records.content_altered`. */
  readonly sha256?: string;
}

export interface BagOptions {
  /** The one folder in the zip. */
  readonly name: string;
  readonly files: AsyncIterable<BagFile> | Iterable<BagFile>;
  /** What bag-info.txt says beside the sizes: read when all files are written. */
  readonly info: readonly Label[] | (() => readonly Label[]);
  readonly at: Date;
}

type Hashes = Readonly<Record<Algorithm, string>>;

// What is packed already gains nothing by being packed again.
const PACKS_WELL = /\.(?:txt|csv|json|jsonl|xml|eml|html?|md|mjs)$/i;

class Hashing extends Transform {
  readonly #hashes: readonly Hash[] = ALGORITHMS.map((algorithm) => createHash(algorithm));
  size = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: Error | null, chunk: Buffer) => void): void {
    for (const hash of this.#hashes) hash.update(chunk);
    this.size += chunk.length;
    done(null, chunk);
  }

  digests(): Hashes {
    const [sha256 = '', sha512 = ''] = this.#hashes.map((hash) => hash.digest('hex'));
    return { sha256, sha512 };
  }
}

function streamOf(content: BagFile['content']): Readable {
  if (content instanceof Uint8Array) return Readable.from([Buffer.from(content)]);
  return Readable.from('file' in content ? createReadStream(content.file) : content);
}

/** Writes one bag into one zip, a file after the other; nothing larger than a chunk is held. */
class BagWriter {
  readonly #zip = new ZipFile();
  readonly #options: BagOptions;
  readonly #payload: { path: string; hashes: Hashes }[] = [];
  readonly #tags: { path: string; hashes: Hashes }[] = [];
  readonly #taken = new Set<string>();
  readonly #stop = new AbortController();
  #octets = 0;

  constructor(options: BagOptions) {
    this.#options = options;
  }

  /** @throws when the reader has gone away, or when a file is not what it must be */
  async writeTo(out: PassThrough): Promise<void> {
    out.once('close', () => this.#stop.abort());
    // What goes wrong with a part is told by its own pipeline.
    this.#zip.on('error', () => undefined);
    await Promise.all([pipeline(this.#zip.outputStream, out), this.#parts()]);
  }

  async #parts(): Promise<void> {
    const { name, at } = this.#options;
    this.#zip.addEmptyDirectory(`${name}/data/`, { mtime: at });
    for await (const file of this.#options.files) await this.#file(file);
    await this.#tagFiles();
    this.#zip.end();
  }

  async #file({ path, content, sha256 }: BagFile): Promise<void> {
    const key = pathKey(path);
    invariant(!isUnsafePath(path) && !this.#taken.has(key), `a safe path of its own in the bag: ${path}`);
    this.#taken.add(key);
    const { size, hashes } = await this.#entry(`data/${path}`, content);
    if (sha256 !== undefined && hashes.sha256 !== sha256)
      throw new KaigiError('unavailable', 'records.content_altered');
    this.#octets += size;
    this.#payload.push({ path: `data/${path}`, hashes });
  }

  async #entry(path: string, content: BagFile['content']): Promise<{ size: number; hashes: Hashes }> {
    const { name, at } = this.#options;
    const hashing = new Hashing();
    const size = content instanceof Uint8Array ? content.length : 'size' in content ? content.size : null;
    const options = { mtime: at, compress: PACKS_WELL.test(path), ...(size === null ? {} : { size }) };
    this.#zip.addReadStream(hashing, `${name}/${path}`, options);
    await pipeline(streamOf(content), hashing, { signal: this.#stop.signal });
    return { size: hashing.size, hashes: hashing.digests() };
  }

  async #tag(path: string, text: string): Promise<void> {
    const { hashes } = await this.#entry(path, new TextEncoder().encode(text));
    this.#tags.push({ path, hashes });
  }

  async #tagFiles(): Promise<void> {
    const { info, at } = this.#options;
    const lines = (of: readonly { path: string; hashes: Hashes }[], algorithm: Algorithm): ManifestLine[] =>
      of.map(({ path, hashes }) => ({ path, hash: hashes[algorithm] }));
    await this.#tag('bagit.txt', BAG_DECLARATION);
    for (const algorithm of ALGORITHMS)
      await this.#tag(`manifest-${algorithm}.txt`, manifestText(lines(this.#payload, algorithm)));
    const sizes: Label[] = [
      ['Bagging-Date', at.toISOString().slice(0, 10)],
      ['Payload-Oxum', `${this.#octets}.${this.#payload.length}`],
    ];
    await this.#tag('bag-info.txt', infoText([...(typeof info === 'function' ? info() : info), ...sizes]));
    // A list of tag files cannot list itself, nor the other of its kind.
    const tags = [...this.#tags];
    for (const algorithm of ALGORITHMS)
      await this.#entry(`tagmanifest-${algorithm}.txt`, new TextEncoder().encode(manifestText(lines(tags, algorithm))));
  }
}

/**
 * A bag (RFC 8493) as a stream of one zip, with SHA-256 and SHA-512 of every file. Fails as a stream: with
 * `records.content_altered` where a file is not the one that was announced.
 */
export function writeBag(options: BagOptions): Readable {
  invariant(!isUnsafePath(options.name) && !options.name.includes('/'), 'the bag’s own name is one safe folder');
  const out = new PassThrough();
  new BagWriter(options).writeTo(out).catch((error: Error) => out.destroy(error));
  return out;
}
