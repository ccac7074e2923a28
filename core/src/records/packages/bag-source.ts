import { createReadStream } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { badInput } from '../../shared/index.ts';
import { isUnsafePath } from './bag-text.ts';

/** The files of a bag, wherever it lies. */
export interface BagSource {
  /** Below the bag’s own folder. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
  open(file: string): Promise<Readable>;
  close(): Promise<void>;
}

const MAX_ENTRIES = 1_000_000;
const TYPE = 0xf000;
const [REGULAR, FOLDER] = [0x8000, 0x4000];
const MADE_ON_UNIX = 3;

const unsafe = (file: string) => badInput('records.bag_unsafe_path', { path: file });

interface ZipPart {
  readonly path: string;
  readonly entry: yauzl.Entry;
}

/** Many programs write UTF-8 without saying so; what is not, is read as zip was first meant. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: yauzl.Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fileNameRaw);
  } catch {
    return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  }
}

function partOf(entry: yauzl.Entry): ZipPart {
  const name = nameOf(entry);
  const type = entry.versionMadeBy >>> 8 === MADE_ON_UNIX ? (entry.externalFileAttributes >>> 16) & TYPE : 0;
  const isFolder = name.endsWith('/');
  if (isUnsafePath(isFolder ? name.slice(0, -1) : name)) throw unsafe(name);
  // Links lead out of the bag, and devices are no files.
  if (type !== 0 && type !== (isFolder ? FOLDER : REGULAR)) throw badInput('records.bag_link', { path: name });
  if (entry.isEncrypted()) throw badInput('records.bag_encrypted', { path: name });
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw badInput('records.bag_damaged');
  return { path: name, entry };
}

const damaged = (error: unknown): never => {
  throw error instanceof Error && error.name === 'KaigiError' ? error : badInput('records.bag_damaged');
};

async function partsOf(zip: yauzl.ZipFile): Promise<ZipPart[]> {
  if (zip.entryCount > MAX_ENTRIES) throw badInput('records.bag_too_large');
  const parts: ZipPart[] = [];
  let packed = 0;
  for await (const entry of zip.eachEntry()) {
    parts.push(partOf(entry));
    packed += entry.compressedSize;
    // Parts that share their bytes: together they are larger than the file.
    if (packed > zip.fileSize) throw badInput('records.bag_damaged');
  }
  return parts;
}

/** @throws bad-input `records.bag_…`: not a zip, not one folder, unsafe names, links, encrypted, too large */
export async function openZippedBag(file: string): Promise<BagSource> {
  const zip = await yauzl
    .openPromise(file, { decodeStrings: false, validateEntrySizes: true, autoClose: false })
    .catch(() => Promise.reject(badInput('records.bag_not_a_zip')));
  try {
    const parts = await partsOf(zip).catch(damaged);
    const folders = new Set(parts.map((part) => part.path.split('/')[0]));
    const [folder = ''] = folders;
    if (folders.size !== 1 || parts.some((part) => part.path === folder)) throw badInput('records.bag_not_one_folder');
    const inside = parts
      .filter((part) => !part.path.endsWith('/'))
      .map(({ path: at, entry }) => ({ path: at.slice(folder.length + 1), entry }));
    const byPath = new Map(inside.map((part) => [part.path, part.entry]));
    return {
      files: inside.map(({ path: at, entry }) => ({ path: at, size: entry.uncompressedSize })),
      async open(at) {
        const entry = byPath.get(at);
        if (!entry) throw badInput('records.bag_damaged');
        return zip.openReadStreamPromise(entry).catch(damaged);
      },
      close: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** A bag that lies in a folder. @throws bad-input `records.bag_…` */
export async function openFolderBag(folder: string): Promise<BagSource> {
  const files: { path: string; size: number }[] = [];
  const walk = async (inside: string): Promise<void> => {
    for await (const { name } of await opendir(path.join(folder, inside))) {
      const at = inside === '' ? name : `${inside}/${name}`;
      const stat = await lstat(path.join(folder, at));
      if (stat.isDirectory()) await walk(at);
      else if (!stat.isFile()) throw badInput('records.bag_link', { path: at });
      else if (isUnsafePath(at)) throw unsafe(at);
      else files.push({ path: at, size: stat.size });
      if (files.length > MAX_ENTRIES) throw badInput('records.bag_too_large');
    }
  };
  await walk('');
  return { files, open: async (at) => createReadStream(path.join(folder, at)), close: async () => undefined };
}
