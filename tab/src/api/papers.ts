import type {
  MeetingHistory,
  PaperForm,
  PublicationPreview,
  PublicationView,
  RedactionEditsInput,
  TemplateList,
  TemplateMetadata,
  TemplateTags,
} from '@kaigi/core/contract';
import { bytes, json, withFile } from './answers.ts';
import { queryOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** A Word file with tags, and what it is for. */
export interface TemplateFile {
  readonly metadata: TemplateMetadata;
  readonly file: File;
}

/** What is made of 会議録: papers and their templates, the publication copy, and the history. */
export interface PapersClient {
  paper(meetingId: string, form: PaperForm): Promise<Blob>;
  templates(signal?: AbortSignal): Promise<TemplateList>;
  tags(signal?: AbortSignal): Promise<TemplateTags>;
  addTemplate(upload: TemplateFile, idempotencyKey: string): Promise<TemplateList>;
  removeTemplate(templateId: string): Promise<TemplateList>;
  templateContent(templateId: string): Promise<Blob>;
  defaultTemplate(form: PaperForm): Promise<Blob>;
  publication(meetingId: string, signal?: AbortSignal): Promise<PublicationView>;
  preview(meetingId: string, signal?: AbortSignal): Promise<PublicationPreview>;
  redact(meetingId: string, input: RedactionEditsInput, idempotencyKey: string): Promise<PublicationView>;
  copy(meetingId: string, form: PaperForm): Promise<Blob>;
  history(meetingId: string, cursor: string | null, signal?: AbortSignal): Promise<MeetingHistory>;
}

const API = '/api/v1';
const TEMPLATES = `${API}/minutes/templates`;
/** A paper of many hours, or a look at all of its text. */
const DEADLINE_MS = 60_000;

export function papersClient(transport: Transport): PapersClient {
  const one = (id: string, rest: string) => `${API}/meetings/${encodeURIComponent(id)}/${rest}`;
  const get = <T>(path: string, signal?: AbortSignal) =>
    json<T>(transport({ method: 'GET', path, signal, deadlineMs: DEADLINE_MS }));
  const file = (path: string) => bytes(transport({ method: 'GET', path, accept: '*/*', deadlineMs: DEADLINE_MS }));
  return {
    paper: (id, form) => file(`${one(id, 'paper')}${queryOf({ form })}`),
    templates: (signal) => get(TEMPLATES, signal),
    tags: (signal) => get(`${API}/minutes/template-tags`, signal),
    addTemplate: (upload, idempotencyKey) =>
      json(
        transport({
          ...{ method: 'POST', path: TEMPLATES, form: withFile(upload.metadata, upload.file) },
          ...{ idempotencyKey, deadlineMs: DEADLINE_MS },
        }),
      ),
    removeTemplate: (id) => json(transport({ method: 'DELETE', path: `${TEMPLATES}/${encodeURIComponent(id)}` })),
    templateContent: (id) => file(`${TEMPLATES}/${encodeURIComponent(id)}/content`),
    defaultTemplate: (form) => file(`${API}/minutes/default-templates/${form}`),
    publication: (id, signal) => get(one(id, 'publication'), signal),
    preview: (id, signal) => get(one(id, 'publication/preview'), signal),
    redact: (id, body, idempotencyKey) =>
      json(transport({ method: 'POST', path: one(id, 'publication/edits'), body, idempotencyKey })),
    copy: (id, form) => file(`${one(id, 'publication/paper')}${queryOf({ form })}`),
    history: (id, cursor, signal) => get(`${one(id, 'history')}${queryOf({ cursor })}`, signal),
  };
}
