import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CasePage, CaseView, HistoryEntry } from '@kaigi/core/contract';
import type { Product } from './product.ts';

const TENANTS: Readonly<Record<string, string>> = {
  'minato.example': '6d696e61-746f-4000-8000-000000000001',
  'yamato.example': '79616d61-746f-4000-8000-000000000002',
};
const CLIENT_ID = '4b616967-6900-4000-8000-000000000001';

/** What an HTTP call answered. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** A person of the made-up city who works through the HTTP API, as a script may. */
export interface ApiPerson {
  readonly token: string;
  call<T = unknown>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  draft(title: string, file?: Blob, fileName?: string, headers?: Record<string, string>): Promise<Answer<CaseView>>;
  submit(view: CaseView): Promise<Answer<CaseView>>;
  act(view: Pick<CaseView, 'id' | 'version'>, act: Record<string, unknown>): Promise<Answer<CaseView>>;
  read(id: string): Promise<CaseView>;
  history(id: string): Promise<readonly HistoryEntry[]>;
  list(box: string): Promise<CasePage>;
}

/** Signs in by the resource-owner password grant, which the sandbox tenant answers for scripts. */
export async function signIn(product: Product, name: string, domain = 'minato.example'): Promise<ApiPerson> {
  const form = new URLSearchParams({
    grant_type: 'password',
    client_id: CLIENT_ID,
    client_secret: 'sandbox-secret',
    username: `${name}@${domain}`,
    password: `${name}@${domain}`,
    scope: `api://localhost:3978/${CLIENT_ID}/access_as_user`,
  });
  const signedIn = await fetch(`${product.sandboxUrl}/${TENANTS[domain]}/oauth2/v2.0/token`, {
    method: 'POST',
    body: form,
  });
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  return apiPerson(product, token);
}

export function apiPerson(product: Product, token: string): ApiPerson {
  const api = `${product.serviceUrl}/api/v1`;
  const send = async <T>(url: string, init: RequestInit): Promise<Answer<T>> => {
    const response = await fetch(`${api}${url}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') && text !== '';
    return { status: response.status, body: (json ? JSON.parse(text) : text) as T, headers: response.headers };
  };
  const call: ApiPerson['call'] = (method, url, body, headers = {}) =>
    send(url, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    token,
    call,
    async draft(title, file, fileName = '伺い.docx', headers = {}) {
      const { body } = await call<{ items: { code: string }[] }>('GET', '/regulations/classifications');
      const form = new FormData();
      form.append('metadata', JSON.stringify({ title, classificationCode: body.items[0]?.code }));
      form.append('file', file ?? (await aDocx()), fileName);
      return send<CaseView>('/cases', { method: 'POST', body: form, headers });
    },
    submit: (view) => call<CaseView>('POST', `/cases/${view.id}/submit`, { version: view.version }),
    act: (view, act) => call<CaseView>('POST', `/cases/${view.id}/acts`, { version: view.version, ...act }),
    read: async (id) => (await call<CaseView>('GET', `/cases/${id}`)).body,
    history: async (id) => (await call<{ items: HistoryEntry[] }>('GET', `/cases/${id}/history`)).body.items,
    list: async (box) => (await call<CasePage>('GET', `/cases?box=${box}`)).body,
  };
}

/** A small real Word document. */
export async function aDocx(): Promise<Blob> {
  const { aDocument } = await import('../../core/src/testing/test-city.ts');
  return new Blob([aDocument().bytes]);
}

/** One of the documents that nobody here made, where they are; else one of ours. */
export async function aRealDocx(name: string): Promise<Blob> {
  const samples = process.env.KAIGI_SAMPLES;
  return samples ? new Blob([await readFile(path.resolve(samples, 'docx', name))]) : aDocx();
}
