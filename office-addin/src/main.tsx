import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { ApiClient } from './api/client.ts';
import { formStoreFor } from './filing/form-store.ts';
import { PaneModel } from './pane/pane-model.ts';
import type { PaneView } from './pane/pane-state.ts';
import { FirstThatWorks } from './sign-in/first-that-works.ts';
import { HostSignIn } from './sign-in/host-sign-in.ts';
import { NestedSignIn } from './sign-in/nested-sign-in.ts';
import type { SignIn, SignInSettings } from './sign-in/sign-in.ts';
import { speak } from './text.ts';
import { BrowserUnsentStore } from './unsent/unsent-store.ts';
import { type Host, meetHost } from './word/host.ts';
import { OfficeWordDocument } from './word/office-word-document.ts';

interface ClientConfig extends SignInSettings {
  sandbox: boolean;
}

async function readConfig(): Promise<ClientConfig> {
  const response = await fetch('/api/v1/client-config', { cache: 'no-store' });
  if (!response.ok) throw new TypeError(`client-config answered ${response.status}`);
  return (await response.json()) as ClientConfig;
}

async function start(root: HTMLElement): Promise<void> {
  const host = await meetHost();
  document.documentElement.lang = host.locale;
  if (host.word !== 'yes') {
    root.replaceChildren(paragraph(speak(host.locale)(`host.${host.word}`)));
    return;
  }
  const config = await readConfig().catch(() => undefined);
  if (!config) {
    showUnreachable(root, host);
    return;
  }
  const signIn = signInFor(host, config);
  const api = new ApiClient({ signIn, locale: host.locale });
  const word = new OfficeWordDocument();
  const { documentUrl } = host;
  const kept = new BrowserUnsentStore();
  const view = viewOf(window.location.search);
  const makeModel = (person: string) =>
    new PaneModel({ word, api, kept, person, documentUrl, view, forms: formStoreFor(documentUrl, person) });
  createRoot(root).render(<App host={host} api={api} signIn={signIn} makeModel={makeModel} sandbox={config.sandbox} />);
}

/** Nested app authentication where there is one; the older single sign-on behind it, and alone in LTSC 2021. */
function signInFor(host: Host, config: SignInSettings): SignIn {
  return new FirstThatWorks([
    ...(host.supportsNestedSignIn ? [new NestedSignIn(config)] : []),
    ...(host.supportsHostSignIn ? [new HostSignIn()] : []),
  ]);
}

/** Each button of the ribbon opens the pane at an address of its own. */
function viewOf(search: string): PaneView {
  const view = new URLSearchParams(search).get('view');
  return view === 'status' || view === 'places' ? view : 'file';
}

function showUnreachable(root: HTMLElement, host: Host): void {
  const say = speak(host.locale);
  const retry = document.createElement('button');
  retry.textContent = say('retry');
  retry.addEventListener('click', () => window.location.reload());
  const message = paragraph(say('failed.network'));
  message.dataset.testid = 'error';
  message.setAttribute('role', 'alert');
  root.replaceChildren(message, retry);
}

function paragraph(text: string): HTMLParagraphElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}

const root = document.getElementById('pane');
if (root) void start(root);
