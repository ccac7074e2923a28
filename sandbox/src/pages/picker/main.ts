import { append, h, replaceChildren } from '../dom.ts';
import { findPeople, loadConfig } from '../sandbox-client.ts';
import { applySettings, loadSettings } from '../settings.ts';
import { sayIn } from '../text.ts';
import { settingsBar } from '../theme-switch.ts';
import type { Municipality, SandboxConfig } from '../window-api.ts';
import { matchesQuery } from './group-people.ts';
import { municipalityView } from './people-list.ts';

const settings = loadSettings();
const say = sayIn(settings.locale);
applySettings(settings);
document.title = `${say('picker.title')} | ${say('sandbox.name')}`;

const results = h('div', { attrs: { class: 'results', 'aria-busy': true } });
const found = h('p', { attrs: { class: 'hint', role: 'status' }, testId: 'found' });
const search = h('input', {
  attrs: {
    type: 'search',
    id: 'search',
    autocomplete: 'off',
    placeholder: say('picker.search'),
    'aria-label': say('picker.search'),
  },
  testId: 'search',
  on: { input: () => void showMatches() },
});
const newTab = h('input', { attrs: { type: 'checkbox' }, testId: 'new-tab', on: { change: () => void showMatches() } });

let config: SandboxConfig | null = null;
let everyone: readonly Municipality[] = [];
let asking = new AbortController();

mount();
void load();

function mount(): void {
  const header = h(
    'header',
    { attrs: { class: 'top' } },
    h(
      'div',
      { attrs: { class: 'brand' } },
      h('span', { attrs: { class: 'mark', 'aria-hidden': 'true' } }, '議'),
      say('sandbox.name'),
    ),
    settingsBar(settings, say, () => undefined),
  );
  const main = h(
    'main',
    { attrs: { id: 'main' } },
    h('h1', {}, say('picker.title')),
    h('p', { attrs: { class: 'lead' } }, say('picker.lead')),
    h(
      'div',
      { attrs: { class: 'tools', role: 'search' } },
      search,
      h('label', { attrs: { class: 'choice' } }, newTab, say('picker.newTab')),
    ),
    found,
    results,
  );
  const root = document.getElementById('app');
  if (root !== null) {
    append(root, [
      h('a', { attrs: { class: 'skip', href: '#main' } }, say('skip.toMain')),
      h('p', { attrs: { class: 'notice', role: 'note' } }, say('sandbox.notice')),
      header,
      main,
    ]);
  }
}

async function load(): Promise<void> {
  showLoading();
  try {
    [config, everyone] = await Promise.all([loadConfig(), findPeople('', new AbortController().signal)]);
    await showMatches();
  } catch {
    showFailure();
  }
}

async function showMatches(): Promise<void> {
  if (config === null) return;
  const query = search.value.trim();
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
    const matches = await matching(query, signal);
    if (!signal.aborted) show(matches, query, config);
  } catch {
    if (!signal.aborted) showFailure();
  }
}

/** A small city is wholly here and answers at once; a large one is asked, a moment after the last key. */
async function matching(query: string, signal: AbortSignal): Promise<readonly Municipality[]> {
  if (query === '') return everyone;
  if (everyone.every((city) => city.people.length >= city.total)) {
    return everyone.map((city) => ({ ...city, people: city.people.filter((person) => matchesQuery(person, query)) }));
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  return signal.aborted ? [] : findPeople(query, signal);
}

function show(municipalities: readonly Municipality[], query: string, { tabUrl }: SandboxConfig): void {
  const searching = query !== '';
  const count = municipalities.reduce((sum, city) => sum + city.people.length, 0);
  results.setAttribute('aria-busy', 'false');
  found.textContent = searching && count > 0 ? say('picker.found', { count }) : '';
  if (count === 0) {
    const sentence = searching ? say('picker.empty', { query }) : say('picker.none');
    replaceChildren(results, h('p', { attrs: { class: 'state', role: 'status' }, testId: 'empty' }, sentence));
    return;
  }
  replaceChildren(
    results,
    ...municipalities
      .filter((city) => city.people.length > 0)
      .map((city) => municipalityView(say, city, { tabUrl, newTab: newTab.checked, searching })),
  );
}

function showLoading(): void {
  results.setAttribute('aria-busy', 'true');
  const skeleton = Array.from({ length: 6 }, () =>
    h('li', { attrs: { class: 'person skeleton', 'aria-hidden': 'true' } }),
  );
  replaceChildren(
    results,
    h('p', { attrs: { class: 'hint', role: 'status' }, testId: 'loading' }, say('state.loading')),
    h('ul', { attrs: { class: 'people' } }, ...skeleton),
  );
}

function showFailure(): void {
  results.setAttribute('aria-busy', 'false');
  found.textContent = '';
  replaceChildren(
    results,
    h(
      'div',
      { attrs: { class: 'state failed', role: 'alert' }, testId: 'error' },
      h('p', {}, say('picker.failed')),
      h(
        'button',
        { attrs: { type: 'button', class: 'button primary' }, on: { click: () => void load() } },
        say('retry'),
      ),
    ),
  );
}
