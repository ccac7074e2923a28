import {
  type TemplateList,
  TemplateListSchema,
  TemplateMetadataSchema,
  type TemplateTags,
  TemplateTagsSchema,
} from '@kaigi/core/contract';
import { SECTION_HEAD } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

type Template = TemplateList['items'][number];

/** The city's own templates, and whether this person may bring some. */
export interface PapersWorld {
  templates: Template[];
  tags: TemplateTags;
  mayChange: boolean;
}

export const aTemplate = (more: Partial<Template> = {}): Template => ({
  ...{ id: '0193c0de-0000-7000-9000-000000000001', form: 'REPORT', bodyId: null, bodyName: null },
  ...{ fileName: '会議結果報告書（市の様式）.docx', at: '2026-11-20T01:00:00.000Z', by: SECTION_HEAD },
  ...more,
});

const TAGS = TemplateTagsSchema.parse({
  items: [
    { tag: '会議名', kind: 'WORDS', says: '会議の名称', within: [] },
    { tag: '公表用', kind: 'IF', says: '公表用の写しだけに出す', within: [] },
    { tag: '審議', kind: 'LIST', says: '議題ごとの内容。議題の前の部分があれば、それが最初', within: [] },
    { tag: '議題名', kind: 'WORDS', says: '議題名。どの議題にも属さない部分では空', within: ['審議'] },
    { tag: '発言', kind: 'LIST', says: '発言', within: ['審議'] },
    { tag: '発言内容', kind: 'WORDS', says: '発言', within: ['審議', '発言'] },
  ],
});

export const firstPapers = (): PapersWorld => ({ templates: [aTemplate()], tags: TAGS, mayChange: true });

const WORD = { 'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };
export const wordFile = (says: string): Answer => ({ body: Buffer.from(`PK ${says}`), headers: WORD });

const listed = ({ templates: items, mayChange }: PapersWorld): TemplateList =>
  TemplateListSchema.parse({ items, may: { change: mayChange } });

/** The metadata of an upload, out of the parts as they came. */
function added(world: PapersWorld, parts: string): Answer {
  const [, metadata = '', fileName = ''] =
    /name="metadata"\r\n\r\n(.*)\r\n[\s\S]*filename="([^"]+)"/u.exec(parts) ?? [];
  const { form, bodyId } = TemplateMetadataSchema.parse(JSON.parse(metadata));
  const others = world.templates.filter((one) => one.form !== form || one.bodyId !== bodyId);
  const bodyName = bodyId === null ? null : '総合計画審議会';
  const id = `0193c0de-0000-7000-9000-00000000001${world.templates.length}`;
  world.templates = [...others, aTemplate({ id, form, bodyId, bodyName, fileName })];
  return { status: 201, body: listed(world) };
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

/** Everything under `/minutes`; null for whatever else. */
export function ofPapers(world: PapersWorld, { method, url, body }: Asked): Answer | null {
  const [first, part, id, rest] = url.pathname.replace('/api/v1/', '').split('/');
  if (first !== 'minutes') return null;
  if (part === 'template-tags') return { body: world.tags };
  if (part === 'default-templates') return wordFile(`default ${id}`);
  if (part !== 'templates') return null;
  if (rest === 'content') return wordFile(`template ${id}`);
  if (method === 'POST') return added(world, String(body));
  if (method === 'DELETE') world.templates = world.templates.filter((one) => one.id !== id);
  return { body: listed(world) };
}
