import { h } from './dom.ts';
import { applySettings, keepSettings, type Settings, switchLocale, type Theme, themes } from './settings.ts';
import type { Say } from './text.ts';

/** The two switches every window carries: colours (at once) and language (fresh page). */
export function settingsBar(initial: Settings, say: Say, onTheme: (theme: Theme) => void): HTMLElement {
  let settings = initial;
  const select = h(
    'select',
    {
      attrs: { 'aria-label': say('theme.label') },
      testId: 'theme',
      on: {
        change: () => {
          const theme = themes.find((candidate) => candidate === select.value) ?? 'default';
          settings = { ...settings, theme };
          keepSettings(settings);
          applySettings(settings);
          onTheme(theme);
        },
      },
    },
    ...themes.map((theme) => h('option', { attrs: { value: theme } }, say(`theme.${theme}`))),
  );
  select.value = settings.theme;
  const other = settings.locale === 'ja' ? 'en' : 'ja';
  const language = h(
    'button',
    {
      attrs: { type: 'button', class: 'quiet', lang: other, title: say('locale.label') },
      testId: 'locale',
      on: { click: () => switchLocale(settings, other) },
    },
    say('locale.other'),
  );
  return h('div', { attrs: { class: 'settings' } }, select, language);
}
