import Docxtemplater from 'docxtemplater';
import { zipSync } from 'fflate';
import PizZip from 'pizzip';
import { badInput } from '../../shared/index.ts';
import type { PaperData } from './paper-data.ts';
import { TAGS, type Tags } from './tags.ts';

type Module = Docxtemplater.DXT.Module;
type Part = Docxtemplater.DXT.Part;

const tidy = (tag: string): string => tag.trim().normalize('NFC');
const isData = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A tag is the name of something that is there, and nothing more: no expressions, nothing inherited. */
const parser = (tag: string) => {
  const name = tidy(tag);
  return {
    get: (scope: unknown): unknown => (isData(scope) && Object.hasOwn(scope, name) ? scope[name] : undefined),
  };
};

/** What is wrong with the tags themselves: where they begin or end, or a kind that is not allowed. */
function brokenTags(error: unknown): string[] {
  if (!isData(error) || !isData(error.properties)) return [];
  const { errors, xtag, id } = error.properties;
  if (Array.isArray(errors)) return errors.flatMap(brokenTags);
  return [typeof xtag === 'string' ? xtag : String(id ?? '')];
}

const MOST_NAMED = 10;
const named = (tags: readonly string[]): string => [...new Set(tags)].slice(0, MOST_NAMED).join('、');

function opened(bytes: Uint8Array, modules: Module[]): Docxtemplater<PizZip> {
  try {
    return new Docxtemplater(new PizZip(bytes), {
      ...{ paragraphLoop: true, linebreaks: true, errorLogging: false, stripInvalidXMLChars: true },
      // `{=` would let a template change what a tag looks like half-way.
      ...{ parser, modules, syntax: { changeDelimiterPrefix: null }, nullGetter: () => '' },
    });
  } catch (error) {
    throw badInput('minutes.template_broken', { tags: named(brokenTags(error)) });
  }
}

interface Unknown {
  readonly tag: string;
  /** As it stands in its paragraph, behind the words before it: people find it by them. */
  readonly where: string;
}

const LONGEST_BEFORE = 15;

/** Keeps the words of a paragraph that stand before the tag one is at. */
function paragraphReader() {
  let before = '';
  return {
    hear({ type, position, value, module }: Part): void {
      if (module !== undefined) before = '';
      else if (type === 'placeholder') before += `{${value}}`;
      else if (type === 'content' && position === 'insidetag') before += value;
      else if (value.includes('</w:p>')) before = '';
    },
    unknown: (tag: string): Unknown => ({ tag, where: `${before.slice(-LONGEST_BEFORE)}{${tag}}` }),
  };
}

type Reader = ReturnType<typeof paragraphReader>;

/**
 * Tags that stand where the table of tags does not have them, as they are written. Words of what stands around may be
 * used within a list; lists of what stands around may not, or a few tags would make a paper without end.
 */
function unknownIn(parts: readonly Part[], around: readonly [Tags, ...Tags[]], reader: Reader): Unknown[] {
  return parts.flatMap((part) => {
    const unknown = part.type === 'placeholder' ? unknownOf(part, around, reader) : [];
    reader.hear(part);
    return unknown;
  });
}

function unknownOf(part: Part, around: readonly [Tags, ...Tags[]], reader: Reader): Unknown[] {
  const name = tidy(part.value);
  const tag = around.find((tags) => Object.hasOwn(tags, name))?.[name];
  if (part.module === undefined) return tag?.kind === 'WORDS' ? [] : [reader.unknown(part.value)];
  const within = part.subparsed ?? [];
  if (part.module === 'loop' && tag?.kind === 'IF') return unknownIn(within, around, reader);
  const { inside } = Object.hasOwn(around[0], name) ? (around[0][name] ?? {}) : {};
  if (part.module === 'loop' && inside) return unknownIn(within, [inside, ...around], reader);
  return [reader.unknown(part.value)];
}

/** Hears what the library made of each part of the file. */
function listener(heard: (parts: readonly Part[]) => void): Module {
  const set = ({ inspect }: { readonly inspect?: { readonly postparsed?: readonly Part[] } }) =>
    heard(inspect?.postparsed ?? []);
  return { name: 'listener', set };
}

/** @throws bad-input that names the tags that cannot be filled, and the words before each */
export function checkTemplate(bytes: Uint8Array): void {
  const unknown: Unknown[] = [];
  opened(bytes, [listener((parts) => unknown.push(...unknownIn(parts, [TAGS], paragraphReader())))]);
  if (unknown.length === 0) return;
  const [tags, where] = [unknown.map((one) => one.tag), unknown.map((one) => one.where)];
  throw badInput('minutes.template_unknown_tags', { tags: named(tags), where: named(where) });
}

/** The template with everything in its place; the same template and data always give the same bytes. */
export function fillTemplate(bytes: Uint8Array, data: PaperData): Uint8Array {
  const filled = opened(bytes, []);
  try {
    filled.render(data);
  } catch (error) {
    throw badInput('minutes.template_broken', { tags: named(brokenTags(error)) });
  }
  const parts = Object.entries(filled.getZip().files).filter(([, file]) => !file.dir);
  const written = parts.map(([name, file]) => [name, file.asUint8Array()] as const);
  return zipSync(Object.fromEntries(written), { mtime: new Date(1980, 0, 1), level: 6 });
}
