import { hasRole, personOf } from '../../directory/index.ts';
import { newId } from '../../platform/index.ts';
import type { InspectFile } from '../../records/index.ts';
import { badInput, type Caller, Download, notAllowed, notFound, type UploadedFile } from '../../shared/index.ts';
import { inside, looking, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { PaperForm, TemplateList, TemplateMetadata } from './contract.ts';
import { defaultTemplate } from './default-templates.ts';
import type { PaperMaker } from './paper-maker.ts';
import * as store from './template-store.ts';
import { fileNameOf, WORD_TYPE } from './word-file.ts';

export interface Templates {
  list(caller: Caller): Promise<TemplateList>;
  /** @throws not-allowed `minutes.templates_not_yours`; bad-input `minutes.template_*`, `records.*` */
  add(caller: Caller, file: UploadedFile | null, metadata: TemplateMetadata): Promise<TemplateList>;
  /** The default of the form is used again, or the one of all 会議体. */
  remove(caller: Caller, templateId: string): Promise<TemplateList>;
  content(caller: Caller, templateId: string): Promise<Download>;
  /** To start one's own from. */
  defaultOf(form: PaperForm): Download;
}

const LONGEST_NAME = 200;
const LARGEST = 5 * 1024 * 1024;

type Parts = MinutesParts & { readonly paperMaker: PaperMaker; readonly inspectWord: InspectFile };

/** @throws not-allowed `minutes.templates_not_yours` */
function allowed({ actor }: Open): void {
  if (!hasRole(actor, 'ADMIN')) throw notAllowed('minutes.templates_not_yours');
}

async function listed({ regulations }: Parts, open: Open): Promise<TemplateList> {
  const { tx, today: day, caller, actor } = open;
  const { bodies } = regulations.meetingsOn({ municipalityId: tx.municipalityId, day });
  const nameOf = (bodyId: string | null) => bodies.find(({ id }) => id === bodyId)?.name[caller.locale] ?? bodyId;
  const templates = await store.templatesOf(tx);
  return {
    items: templates.map(({ templateId: id, form, bodyId, fileName, addedAt, addedBy: by }) => ({
      ...{ id, form, bodyId, bodyName: nameOf(bodyId), fileName, at: addedAt.toISOString(), by },
    })),
    may: { change: hasRole(actor, 'ADMIN') },
  };
}

async function note(parts: Parts, open: Open, template: store.Template, act: 'ADDED' | 'REMOVED'): Promise<void> {
  const { templateId, version, form, bodyId, fileName, sha256 } = template;
  await store.templateHistory.addFact(open.tx, {
    ...{ subject: { kind: 'template', id: templateId }, seq: act === 'ADDED' ? version : version + 1, act },
    ...{ at: parts.clock.now(), staffId: null, actor: personOf(open.actor), via: open.caller.via },
    ...{ fact: { form, bodyId, fileName, sha256 }, leafId: newId(parts.clock) },
  });
}

async function takeAway(parts: Parts, open: Open, template: store.Template): Promise<void> {
  await store.takeTemplateAway(open.tx, template);
  await note(parts, open, template, 'REMOVED');
}

async function put(parts: Parts, open: Open, added: Omit<store.Template, 'addedBy'>): Promise<void> {
  const before = await store.holdTemplates(open.tx, added.form, added.bodyId);
  // The same file once more changes nothing.
  if (before?.sha256 === added.sha256) return;
  if (before) await takeAway(parts, open, before);
  const template = { ...added, addedBy: personOf(open.actor) };
  await store.insertTemplate(open.tx, template);
  await note(parts, open, template, 'ADDED');
}

async function add(
  parts: Parts,
  caller: Caller,
  { file, form, bodyId }: TemplateMetadata & { file: UploadedFile | null },
) {
  if (!file || file.bytes.length === 0) throw badInput('minutes.template_empty');
  if (file.bytes.length > LARGEST) throw badInput('minutes.template_too_large', { most: LARGEST / 1024 / 1024 });
  // Who may not has nothing read for them.
  await looking(parts, caller, async (open) => {
    allowed(open);
    const { tx, today: day } = open;
    const { bodies } = parts.regulations.meetingsOn({ municipalityId: tx.municipalityId, day });
    if (bodyId !== null && !bodies.some(({ id }) => id === bodyId)) throw badInput('minutes.body_unknown');
  });
  await parts.inspectWord(file.bytes);
  await parts.paperMaker.check(file.bytes);
  const sha256 = await parts.blobs.put(file.bytes);
  const list = await inside(parts, caller, async (open) => {
    allowed(open);
    const fileName = file.fileName.replaceAll(/\p{Cc}/gu, ' ').slice(0, LONGEST_NAME);
    await put(parts, open, {
      ...{ templateId: newId(parts.clock), version: 1, form, bodyId, fileName, sha256, addedAt: parts.clock.now() },
    });
    return listed(parts, open);
  });
  parts.wake();
  return list;
}

async function remove(parts: Parts, caller: Caller, templateId: string): Promise<TemplateList> {
  const list = await inside(parts, caller, async (open) => {
    allowed(open);
    const template = await store.templateById(open.tx, templateId);
    // Pressed twice it is gone once.
    if (template) await takeAway(parts, open, template);
    return listed(parts, open);
  });
  parts.wake();
  return list;
}

async function content(parts: Parts, caller: Caller, templateId: string): Promise<Download> {
  const template = await looking(parts, caller, (open) => store.templateById(open.tx, templateId));
  const bytes = template && (await parts.blobs.get(template.sha256));
  if (!template || !bytes) throw notFound('minutes.template_not_found');
  return new Download(template.fileName, WORD_TYPE, bytes);
}

export const createTemplates = (parts: Parts): Templates => ({
  list: (caller) => looking(parts, caller, (open) => listed(parts, open)),
  add: (caller, file, metadata) => add(parts, caller, { ...metadata, file }),
  remove: (caller, templateId) => remove(parts, caller, templateId),
  content: (caller, templateId) => content(parts, caller, templateId),
  defaultOf: (form) => new Download(fileNameOf(form, '標準様式'), WORD_TYPE, defaultTemplate(form)),
});
