import { type Actor, personOf } from '../../directory/index.ts';
import { append } from '../../ledger/index.ts';
import { newId, onlyOnce, sha256Hex, type Tx } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  Download,
  folded,
  invariant,
  isUuid,
  type Json,
  KaigiError,
  localDateOf,
  notAllowed,
  notFound,
  type UploadedFile,
} from '../../shared/index.ts';
import type { PreparedFile } from '../files.ts';
import type {
  AddEditionInput,
  AddTemplateInput,
  ChangeTemplateInput,
  OfferedTemplates,
  TemplateInFull,
  TemplateQuery,
} from './contract.ts';
import type { TemplateParts } from './parts.ts';
import { mayAdd, mayChange } from './policy.ts';
import { presentEdition, presentTemplate } from './present.ts';
import { type EditionRow, editionLeaf, type TemplateRow } from './rows.ts';
import * as store from './store.ts';

/** 様式 are for everybody of the municipality to use; sections answer for them. */
export interface Templates {
  list(caller: Caller, query: TemplateQuery): Promise<OfferedTemplates>;
  /** @throws not-found `records.template_not_found` */
  show(caller: Caller, id: string): Promise<TemplateInFull>;
  /** @throws not-found `records.template_not_found`; unavailable `records.content_altered`, `records.content_missing` */
  content(caller: Caller, id: string, edition: number | undefined): Promise<Download>;
  /** @throws not-allowed `records.template_not_yours`; bad-input `records.template_not_word` */
  add(caller: Caller, input: AddTemplateInput, uploaded: UploadedFile | null): Promise<TemplateInFull>;
  /** A new edition. @throws as `add`, and conflict `records.template_stale` */
  renew(
    caller: Caller,
    id: string,
    change: { input: AddEditionInput; uploaded: UploadedFile | null },
  ): Promise<TemplateInFull>;
  /** Other words, or offered no longer. @throws as `renew` */
  change(caller: Caller, id: string, input: ChangeTemplateInput): Promise<TemplateInFull>;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Inside {
  readonly tx: Tx;
  readonly actor: Actor;
}

const inside = <T>({ db, directory }: TemplateParts, caller: Caller, work: (open: Inside) => Promise<T>): Promise<T> =>
  db.inMunicipality(caller.municipalityId, async (tx) => work({ tx, actor: await directory.actorOf(tx, caller) }));

async function classesOf({ regulations, clock }: TemplateParts, tx: Tx): Promise<ReadonlyMap<string, string>> {
  await regulations.ready(tx);
  const plan = regulations.packOf(tx.municipalityId, localDateOf(clock.now())).classifications;
  return new Map(plan.map(({ code, minor }) => [code, minor]));
}

/** @throws bad-input `regulations.unknown_classification` */
async function known({ regulations, clock }: TemplateParts, tx: Tx, code: string | null): Promise<void> {
  if (code === null) return;
  await regulations.ready(tx);
  regulations.classification({ municipalityId: tx.municipalityId, day: localDateOf(clock.now()) }, code);
}

async function found(tx: Tx, id: string): Promise<TemplateRow> {
  const row = isUuid(id) ? await store.templateOf(tx, id) : null;
  if (!row) throw notFound('records.template_not_found');
  return row;
}

async function inFull(parts: TemplateParts, { tx, actor }: Inside, id: string): Promise<TemplateInFull> {
  const row = await found(tx, id);
  const [editions, classes] = [await store.editionsOf(tx, id), await classesOf(parts, tx)];
  const current = editions[0];
  invariant(current, 'a template has an edition');
  return { ...presentTemplate({ row, current, actor, classes }), editions: editions.map(presentEdition) };
}

async function list(parts: TemplateParts, caller: Caller, { q, state }: TemplateQuery): Promise<OfferedTemplates> {
  return inside(parts, caller, async ({ tx, actor }) => {
    const [rows, editions] = [await store.allTemplates(tx), await store.currentEditions(tx)];
    const classes = await classesOf(parts, tx);
    const wanted = q.split(/\s+/u).map(folded);
    const items = rows
      .filter((row) => state === 'all' || row.state === 'OFFERED')
      .filter((row) => {
        const text = folded(`${row.title} ${row.purpose} ${row.ownerUnitName}`);
        return wanted.every((word) => text.includes(word));
      })
      .flatMap((row) => {
        const current = editions.find(({ templateId }) => templateId === row.id);
        return current ? [presentTemplate({ row, current, actor, classes })] : [];
      });
    return { items, may: { add: mayAdd(actor) } };
  });
}

async function wordFile({ prepareFile }: TemplateParts, uploaded: UploadedFile | null): Promise<PreparedFile> {
  const file = await prepareFile(uploaded);
  if (file.mediaType !== WORD) throw badInput('records.template_not_word');
  return file;
}

interface NewEdition {
  readonly templateId: string;
  readonly edition: number;
  readonly file: PreparedFile;
  readonly note: string;
}

async function addEdition({ clock }: TemplateParts, { tx, actor }: Inside, added: NewEdition): Promise<void> {
  const { sha256, fileName, mediaType, size } = added.file;
  const { templateId, edition, note } = added;
  const row: EditionRow = {
    ...{ templateId, edition, note, sha256, fileName, mediaType, size },
    ...{ addedAt: clock.now(), addedBy: personOf(actor), leafId: newId(clock) },
  };
  await store.insertEdition(tx, row);
  await append(tx, [editionLeaf(row)]);
}

async function addOnce(
  parts: TemplateParts,
  open: Inside,
  { input, file }: { input: AddTemplateInput; file: PreparedFile },
): Promise<string> {
  const { tx, actor } = open;
  const post = actor.posts[0];
  if (!post || !mayAdd(actor)) throw notAllowed('records.template_not_yours');
  await known(parts, tx, input.classificationCode);
  const path = await parts.directory.unitPath(tx, post.unitId);
  const owner = path.find(({ unitId }) => unitId === post.sectionId);
  const { title, purpose, kind, classificationCode, note } = input;
  const row: TemplateRow = {
    ...{ id: newId(parts.clock), title, purpose, kind, classificationCode, state: 'OFFERED', edition: 1, version: 1 },
    ...{ ownerUnitId: post.sectionId, ownerUnitName: owner?.name ?? post.unitName },
    ...{ changedAt: parts.clock.now(), changedBy: personOf(actor) },
  };
  await store.insertTemplate(tx, row);
  await addEdition(parts, open, { templateId: row.id, edition: 1, file, note });
  return row.id;
}

async function add(parts: TemplateParts, caller: Caller, given: { input: AddTemplateInput; file: PreparedFile }) {
  return inside(parts, caller, async (open) => {
    const request = { use: 'records.add-template', ...given.input, sha256: given.file.sha256 } as Json;
    const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    return inFull(parts, open, await onlyOnce(open.tx, call, () => addOnce(parts, open, given)));
  });
}

/** @throws not-allowed `records.template_not_yours` */
async function changeable({ tx, actor }: Inside, id: string): Promise<TemplateRow> {
  const row = await found(tx, id);
  if (!mayChange(actor, row)) throw notAllowed('records.template_not_yours');
  return row;
}

type Changes = Partial<Pick<TemplateRow, 'title' | 'purpose' | 'kind' | 'classificationCode' | 'state'>>;

interface Changing {
  readonly id: string;
  readonly version: number;
  readonly request: Json;
  readonly changes: Changes;
  readonly renewed?: { readonly file: PreparedFile; readonly note: string };
}

async function changeOnce(parts: TemplateParts, open: Inside, changing: Changing): Promise<'done' | 'stale'> {
  const { id, version, changes, renewed } = changing;
  const before = await changeable(open, id);
  if (before.version !== version) return 'stale';
  await known(parts, open.tx, changes.classificationCode ?? null);
  const edition = before.edition + (renewed ? 1 : 0);
  const changed = { changedAt: parts.clock.now(), changedBy: personOf(open.actor) };
  const after = { ...before, ...changes, ...changed, edition };
  if (!(await store.replaceTemplate(open.tx, after))) return 'stale';
  if (renewed) await addEdition(parts, open, { templateId: id, edition, ...renewed });
  return 'done';
}

async function change(parts: TemplateParts, caller: Caller, changing: Changing): Promise<TemplateInFull> {
  const { became, shown } = await inside(parts, caller, async (open) => {
    const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request: changing.request };
    const became = await onlyOnce(open.tx, call, () => changeOnce(parts, open, changing));
    return { became, shown: await inFull(parts, open, changing.id) };
  });
  if (became === 'stale') throw conflict('records.template_stale', {}, shown);
  return shown;
}

async function content(parts: TemplateParts, caller: Caller, asked: { id: string; edition: number | undefined }) {
  const row = await inside(parts, caller, async ({ tx }) => {
    const { edition } = await found(tx, asked.id);
    const wanted = asked.edition ?? edition;
    return (await store.editionsOf(tx, asked.id)).find((one) => one.edition === wanted);
  });
  if (!row) throw notFound('records.template_not_found');
  const bytes = await parts.blobs.get(row.sha256);
  if (bytes && sha256Hex(bytes) === row.sha256) return new Download(row.fileName, row.mediaType, bytes);
  throw new KaigiError('unavailable', bytes ? 'records.content_altered' : 'records.content_missing');
}

const given = (changes: Omit<ChangeTemplateInput, 'version'>): Changes =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Changes;

/** Nobody who may not change it gets bytes stored. */
const allowedTo = (parts: TemplateParts, caller: Caller, id: string) =>
  inside(parts, caller, async (open) => void (await changeable(open, id)));

export const createTemplates = (parts: TemplateParts): Templates => ({
  list: (caller, query) => list(parts, caller, query),
  show: (caller, id) => inside(parts, caller, (open) => inFull(parts, open, id)),
  content: (caller, id, edition) => content(parts, caller, { id, edition }),
  async add(caller, input, uploaded) {
    await inside(parts, caller, async ({ actor }) => {
      if (!mayAdd(actor)) throw notAllowed('records.template_not_yours');
    });
    return add(parts, caller, { input, file: await wordFile(parts, uploaded) });
  },
  async renew(caller, id, { input, uploaded }) {
    await allowedTo(parts, caller, id);
    const file = await wordFile(parts, uploaded);
    const { version, note } = input;
    const request: Json = { use: 'records.renew-template', id, version, note, sha256: file.sha256 };
    return change(parts, caller, { id, version, request, changes: {}, renewed: { file, note } });
  },
  change(caller, id, { version, ...changes }) {
    const request = { use: 'records.change-template', id, version, ...given(changes) } as Json;
    return change(parts, caller, { id, version, request, changes: given(changes) });
  },
});
