import type {
  AddTemplateInput,
  ChangeTemplateInput,
  OfferedTemplates,
  TemplateInFull,
  TemplateQuery,
} from '@kaigi/core/contract';
import { bytes, json, withFile } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** What is done to the 様式. */
export type TemplateOrder =
  | { readonly to: 'add'; readonly input: Partial<AddTemplateInput>; readonly file: File }
  | { readonly to: 'renew'; readonly id: string; readonly version: number; readonly note: string; readonly file: File }
  | { readonly to: 'change'; readonly id: string; readonly input: ChangeTemplateInput };

/** 様式 */
export interface TemplatesClient {
  list(query: Partial<TemplateQuery>, signal?: AbortSignal): Promise<OfferedTemplates>;
  read(id: string, signal?: AbortSignal): Promise<TemplateInFull>;
  order(order: TemplateOrder, idempotencyKey: string): Promise<TemplateInFull>;
  file(id: string, edition: number): Promise<Blob>;
}

const TEMPLATES = '/templates';
const one = (id: string): string => `${TEMPLATES}/${encodeURIComponent(id)}`;

function sent(order: TemplateOrder) {
  if (order.to === 'change') return { method: 'PATCH', path: pathOf(one(order.id)), body: order.input } as const;
  if (order.to === 'add')
    return { method: 'POST', path: pathOf(TEMPLATES), form: withFile(order.input, order.file) } as const;
  const { version, note } = order;
  return {
    method: 'POST',
    path: pathOf(`${one(order.id)}/editions`),
    form: withFile({ version, note }, order.file),
  } as const;
}

export function templatesClient(transport: Transport): TemplatesClient {
  return {
    list: ({ q = '', state = 'offered' }, signal) =>
      json(transport({ method: 'GET', path: pathOf(TEMPLATES, { q, state }), signal })),
    read: (id, signal) => json(transport({ method: 'GET', path: pathOf(one(id)), signal })),
    order: (order, idempotencyKey) => json(transport({ ...sent(order), idempotencyKey })),
    file: (id, edition) =>
      bytes(transport({ method: 'GET', path: pathOf(`${one(id)}/content`, { edition }), accept: '*/*' })),
  };
}
