import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import type { ReadingNote } from './contract.ts';

const MB = 1024 * 1024;
const PICTURES = /^image\/(?:png|jpeg|gif|webp)$/;
const PICTURE_BYTES = 3 * MB;
const ALL_PICTURES_BYTES = 16 * MB;
/** Mathematics and embedded objects, which the conversion passes over. */
const OBJECTS = /<(?:m:oMath|w:object)[\s>]/;
const CHANGES = /<w:(?:ins|del|moveFrom|moveTo)[\s>]/;

interface WordText {
  readonly html: string;
  readonly notes: readonly ReadingNote[];
  /** As Word counted when it saved. */
  readonly pagesByWord: number | null;
}

/** What mammoth asks of a package. */
interface PackageFile {
  exists(name: string): boolean;
  read(name: string, encoding?: string): Promise<Uint8Array | string>;
}

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

/** mammoth does not know ふりがな and would drop the word below it: 「港（みなと）」 instead. */
function withoutRuby(xml: string): string {
  if (!xml.includes('<w:ruby>')) return xml;
  return xml
    .replace(/<w:rubyPr>[\s\S]*?<\/w:rubyPr>|<w:rubyPr\/>/g, '')
    .replace(
      /<w:rt>([\s\S]*?)<\/w:rt>\s*<w:rubyBase>([\s\S]*?)<\/w:rubyBase>/g,
      (_whole, reading: string, base: string) => `${base}${run('（')}${reading}${run('）')}`,
    )
    .replace(/<\/?w:ruby>/g, '');
}

/** UTF-8 or UTF-16, the two encodings that OPC allows (ISO/IEC 29500-2, 9.1.4). */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

function packageOf(bytes: Uint8Array): PackageFile {
  const names = new Set<string>();
  unzipSync(bytes, { filter: ({ name }) => !names.add(name) });
  const part = (name: string): Uint8Array =>
    unzipSync(bytes, { filter: (file) => file.name === name })[name] ?? new Uint8Array();
  return {
    exists: (name) => names.has(name),
    async read(name, encoding) {
      if (encoding === undefined) return part(name);
      if (encoding === 'base64') return Buffer.from(part(name)).toString('base64');
      const text = decoded(part(name));
      return name.startsWith('word/') && name.endsWith('.xml') ? withoutRuby(text) : text;
    },
  };
}

/** Pictures go inline where a browser can show them and they are not too large. */
function pictures(): {
  convert: NonNullable<Parameters<typeof mammoth.convertToHtml>[1]>['convertImage'];
  omitted: () => boolean;
} {
  let total = 0;
  let omitted = false;
  const convert = mammoth.images.imgElement(async (image) => {
    const bytes = PICTURES.test(image.contentType) ? await image.readAsBuffer() : null;
    if (bytes === null || bytes.length > PICTURE_BYTES || total + bytes.length > ALL_PICTURES_BYTES) {
      omitted = true;
      return { src: '' };
    }
    total += bytes.length;
    return { src: `data:${image.contentType};base64,${bytes.toString('base64')}` };
  });
  return { convert, omitted: () => omitted };
}

async function textOf(file: PackageFile, name: string): Promise<string> {
  return file.exists(name) ? String(await file.read(name, 'utf-8')) : '';
}

async function pagesByWord(file: PackageFile): Promise<number | null> {
  const pages = Number(/<Pages>(\d{1,5})<\/Pages>/.exec(await textOf(file, 'docProps/app.xml'))?.[1] ?? 0);
  return pages > 0 ? pages : null;
}

async function notesOf(file: PackageFile): Promise<ReadingNote[]> {
  const main = await textOf(file, 'word/document.xml');
  const comments = await textOf(file, 'word/comments.xml');
  return [
    ...(OBJECTS.test(main) ? (['OBJECTS_OMITTED'] as const) : []),
    ...(CHANGES.test(main) ? (['TRACKED_CHANGES'] as const) : []),
    ...(comments.includes('<w:comment ') ? (['COMMENTS'] as const) : []),
  ];
}

/** The text of a document that has been looked over, as HTML that is still to be made safe. */
export async function readWord(bytes: Uint8Array): Promise<WordText> {
  const file = packageOf(bytes);
  const { convert, omitted } = pictures();
  // mammoth's own door for whoever has opened the package already; its types do not tell of it.
  const input = { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  const options = { styleMap: ['u => u'], externalFileAccess: false, includeEmbeddedStyleMap: false };
  const { value, messages } = await mammoth.convertToHtml(input, {
    ...options,
    ...(convert ? { convertImage: convert } : {}),
  });
  const notes = await notesOf(file);
  if (omitted() || messages.some(({ message }) => /\bimage\b/i.test(message))) notes.push('PICTURES_OMITTED');
  return { html: value, notes, pagesByWord: await pagesByWord(file) };
}
