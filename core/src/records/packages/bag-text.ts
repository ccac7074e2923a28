// RFC 8493 (BagIt 1.0): what stands in the tag files of a bag, as text. Pure.

export const ALGORITHMS = ['sha256', 'sha512'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** Section 2.1.3: CR, LF and %, and only those, are written as percent and two digits. */
export const encodePath = (path: string): string =>
  path.replace(/[%\r\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

export const decodePath = (path: string): string =>
  path.replace(/%(25|0D|0A)/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

export interface ManifestLine {
  readonly hash: string;
  readonly path: string;
}

export const manifestText = (lines: readonly ManifestLine[]): string =>
  lines.map(({ hash, path }) => `${hash}  ${encodePath(path)}\n`).join('');

const LINE_ENDS = /\r\n|\r|\n/;
const linesOf = (text: string): string[] => text.split(LINE_ENDS).filter((line) => line !== '');

/** The lines of a manifest; null where one is none. */
export function parseManifest(text: string): ManifestLine[] | null {
  const lines = linesOf(text).map((line) => /^([0-9a-fA-F]+)[ \t]+\*?(.+)$/.exec(line));
  if (lines.some((line) => line === null)) return null;
  return lines.map((line) => ({ hash: (line?.[1] ?? '').toLowerCase(), path: decodePath(line?.[2] ?? '') }));
}

export type Label = readonly [name: string, value: string];

/** Section 2.2.2: a value of several lines goes on behind white space. */
export const infoText = (labels: readonly Label[]): string =>
  labels.map(([name, value]) => `${name}: ${value.trim().split(LINE_ENDS).join('\n  ')}\n`).join('');

/** The labels of a tag file in their order; null where a line is none. */
export function parseInfo(text: string): Label[] | null {
  const labels: [string, string][] = [];
  for (const line of linesOf(text)) {
    const last = labels.at(-1);
    const [, name, value] = /^([^:\s][^:]*?)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    if (/^[ \t]/.test(line) && last) last[1] += `\n${line.trim()}`;
    else if (name !== undefined && value !== undefined) labels.push([name, value]);
    else return null;
  }
  return labels;
}

/** `Payload-Oxum`: octets, point, number of files. */
export function parseOxum(value: string): { readonly octets: number; readonly files: number } | null {
  const [, octets, files] = /^(\d{1,15})\.(\d{1,15})$/.exec(value.trim()) ?? [];
  return octets === undefined || files === undefined ? null : { octets: Number(octets), files: Number(files) };
}

const MAX_PATH_BYTES = 4_000;
const utf8 = new TextEncoder();

/**
 * Whether a path could lead anywhere but into the bag, or mean different things to different systems: absolute, with a
 * drive, through `..`, home folders, backslashes, control signs other than the two that RFC 8493 speaks of.
 */
export function isUnsafePath(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  if (path === '' || /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f\\\uFFFD]/.test(path)) return true;
  if (/^[/~]|^[a-zA-Z]:/.test(path) || utf8.encode(path).length > MAX_PATH_BYTES) return true;
  return path.split('/').some((part) => part === '' || part === '.' || part === '..');
}

/** Paths that some file system takes for one another have the same key: case, composition, dots and spaces at an end. */
export const pathKey = (path: string): string =>
  path
    .normalize('NFC')
    .toLowerCase()
    .split('/')
    .map((part) => part.replace(/[. ]+$/, ''))
    .join('/');

/** Paths that name the same place as another of them, or a file where another needs a folder. */
export function collidingPaths(paths: readonly string[]): string[] {
  const seen = new Set<string>();
  const colliding: string[] = [];
  for (const path of paths) {
    const key = pathKey(path);
    if (seen.has(key)) colliding.push(path);
    seen.add(key);
  }
  const folders = new Set([...seen].flatMap((key) => foldersOf(key)));
  return [...colliding, ...paths.filter((path) => folders.has(pathKey(path)))];
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
