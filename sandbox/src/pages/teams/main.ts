import { h, replaceChildren } from '../dom.ts';
import { loadConfig, teamsClient } from '../sandbox-client.ts';
import { applySettings, loadSettings } from '../settings.ts';
import { sayIn } from '../text.ts';
import { WindowApiError } from '../window-api.ts';
import { prepareRenderer } from './card-view.ts';
import { TeamsWindow } from './teams-window.ts';

const settings = loadSettings();
const say = sayIn(settings.locale);
const root = document.getElementById('app') ?? document.body;
const person = new URLSearchParams(location.search).get('as')?.trim() ?? '';

applySettings(settings);
prepareRenderer(say);
document.title = `${say('teams.title')} | ${say('sandbox.name')}`;
if (person === '') location.replace('/');
else void open();

async function open(): Promise<void> {
  replaceChildren(
    root,
    h(
      'main',
      {},
      h('p', { attrs: { class: 'state', role: 'status' }, testId: 'loading' }, say('teams.loading', { person })),
    ),
  );
  const client = teamsClient(person);
  try {
    const [config, chat] = await Promise.all([loadConfig(), client.open()]);
    new TeamsWindow({ say, settings, config, client, chat }).start(root);
  } catch (error) {
    showFailure(error);
  }
}

function showFailure(error: unknown): void {
  const unknown = error instanceof WindowApiError && error.code === 'unknownPerson';
  if (!unknown) console.error(error);
  replaceChildren(
    root,
    h(
      'main',
      { attrs: { class: 'state failed', role: 'alert' }, testId: 'error' },
      h('p', {}, unknown ? say('teams.unknownPerson', { person }) : say('teams.failed')),
      !unknown &&
        h(
          'button',
          { attrs: { type: 'button', class: 'button primary' }, on: { click: () => void open() } },
          say('retry'),
        ),
      ' ',
      h('a', { attrs: { class: 'button', href: '/' } }, say('teams.changePerson')),
    ),
  );
}
