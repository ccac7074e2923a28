import type { RecordingKind } from './contract.ts';

const textAt = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

const startsWith = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign);

const SOUND_BRANDS = new Set(['M4A ', 'M4B ']);
// Pictures come in the same container (HEIF, AVIF): only what is sound or film.
const FILM_BRANDS = /^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash|3gp[4-9]|qt {2})$/;

/** ISO 14496-12, 4.3: the brand of a file of boxes. */
function boxKind(bytes: Uint8Array): RecordingKind | null {
  if (textAt(bytes, 4, 4) !== 'ftyp') return null;
  const brand = textAt(bytes, 8, 4);
  if (SOUND_BRANDS.has(brand)) return 'M4A';
  return FILM_BRANDS.test(brand) ? 'MP4' : null;
}

/** ISO 11172-3, 2.4.2.3: a frame of layer III with a bit rate and a sampling rate that there are. */
function isFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const synchronised = first === 0xff && (second & 0xe0) === 0xe0;
  const [version, layer] = [(second >> 3) & 3, (second >> 1) & 3];
  const [rate, sampling] = [third >> 4, (third >> 2) & 3];
  return synchronised && version !== 1 && layer === 1 && rate !== 0 && rate !== 15 && sampling !== 3;
}

const HEAD = 256;

/** EBML names the kind of document in its head (Matroska's own is not played by browsers). */
const isWebm = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x1a, 0x45, 0xdf, 0xa3) && textAt(bytes, 0, HEAD).includes('\x42\x82\x84webm');

/** What a file holds, by its first bytes and never by its name; null where it is no recording. */
export function kindOf(bytes: Uint8Array): RecordingKind | null {
  const container = textAt(bytes, 0, 4);
  if ((container === 'RIFF' || container === 'RF64') && textAt(bytes, 8, 4) === 'WAVE') return 'WAV';
  if (container === 'OggS') return 'OGG';
  if (textAt(bytes, 0, 3) === 'ID3' || isFrame(bytes)) return 'MP3';
  return isWebm(bytes) ? 'WEBM' : boxKind(bytes);
}

export const MEDIA_TYPES: Readonly<Record<RecordingKind, string>> = {
  WAV: 'audio/wav',
  M4A: 'audio/mp4',
  MP4: 'video/mp4',
  MP3: 'audio/mpeg',
  OGG: 'audio/ogg',
  WEBM: 'video/webm',
};
