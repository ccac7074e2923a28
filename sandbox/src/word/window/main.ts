import { el } from './elements.ts';
import { readPreferences } from './preferences.ts';
import { say } from './text.ts';
import { WordWindow } from './word-window.ts';

async function start(root: HTMLElement): Promise<void> {
  const preferences = readPreferences();
  document.documentElement.lang = preferences.language;
  document.documentElement.dataset.theme = preferences.isDark ? 'dark' : 'light';
  const person = new URLSearchParams(window.location.search).get('as');
  if (!person) {
    root.replaceChildren(
      el('main', { class: 'start' }, [
        el('p', {}, [say(preferences.language, 'noPerson')]),
        el('a', { href: '/' }, [say(preferences.language, 'choosePerson')]),
      ]),
    );
    return;
  }
  await new WordWindow(root, { person, preferences, taskPaneUrl: await findTaskPane() }).start();
}

async function findTaskPane(): Promise<string> {
  const fallback = 'http://localhost:3978/office-addin/taskpane.html';
  const response = await fetch('/sandbox/config').catch(() => undefined);
  if (!response?.ok) return fallback;
  const { taskPaneUrl } = (await response.json()) as { taskPaneUrl?: string };
  return taskPaneUrl ?? fallback;
}

const root = document.getElementById('word');
if (root) void start(root);
