import { badInput } from '../../shared/errors.ts';
import type { Watch } from './package.ts';

/** Finds byte sequences in a stream, also across chunks. */
function search(needles: readonly Buffer[], found: () => never): Watch {
  const longest = Math.max(...needles.map((needle) => needle.length));
  let tail: Buffer = Buffer.alloc(0);
  return (chunk) => {
    const seam = Buffer.concat([tail, chunk.subarray(0, longest)]);
    if (needles.some((needle) => seam.includes(needle) || chunk.includes(needle))) found();
    const seen = chunk.length >= longest ? chunk : Buffer.concat([tail, chunk]);
    tail = Buffer.from(seen.subarray(-(longest - 1)));
  };
}

const dropZeros = (chunk: Buffer) => Buffer.from(chunk.filter((byte) => byte !== 0));
const unsafeXml = () => {
  throw badInput('records.unsafe_xml');
};

// Encodings in which `<!DOCTYPE` would not be seen as ASCII.
const HIDING_ENCODING = /encoding\s*=\s*["']\s*(?:utf-?7|ebcdic|ibm|cp0?37|ucs-?4|utf-?32)/i;

/** Refuses XML with a document type or entity declarations, whatever its encoding. OPC forbids them (ISO/IEC 29500-2, 9.1.4). */
export function watchXml(): Watch {
  const scan = search([Buffer.from('<!DOCTYPE'), Buffer.from('<!ENTITY')], unsafeXml);
  let wide: boolean | null = null;
  return (chunk) => {
    // UTF-16 writes ASCII with a zero beside each byte.
    wide ??= chunk.subarray(0, 4).includes(0) || (chunk[0] ?? 0) >= 0xfe;
    const plain = wide ? dropZeros(chunk) : chunk;
    scan(plain);
  };
}

/** Refuses an encoding under which the scan for declarations would be blind. To be given the start of a part. */
export function checkXmlStart(start: Buffer): void {
  const text = dropZeros(start)
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart();
  if (text !== '' && (!text.startsWith('<') || HIDING_ENCODING.test(text.slice(0, 200)))) unsafeXml();
}

const VBA_STREAM = Buffer.from('_VBA_PROJECT', 'utf16le');

/** Refuses macros in whatever is embedded: an old spreadsheet keeps its own in a stream of this name. */
export function watchBinary(): Watch {
  return search([VBA_STREAM], () => {
    throw badInput('records.macros');
  });
}

export interface Kept {
  readonly watch: Watch;
  /** The first bytes, up to the limit. */
  readonly start: () => Buffer;
  readonly end: () => Buffer;
  readonly size: () => number;
}

/** Keeps the start of a part, and its very end. */
export function keep(limit: number): Kept {
  const chunks: Buffer[] = [];
  let kept = 0;
  let size = 0;
  let end: Buffer = Buffer.alloc(0);
  return {
    watch: (chunk) => {
      size += chunk.length;
      end = chunk.length >= 512 ? Buffer.from(chunk.subarray(-512)) : Buffer.concat([end, chunk]).subarray(-512);
      if (kept >= limit) return;
      const piece = Buffer.from(chunk.subarray(0, limit - kept));
      chunks.push(piece);
      kept += piece.length;
    },
    start: () => Buffer.concat(chunks),
    end: () => end,
    size: () => size,
  };
}
