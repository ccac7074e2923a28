import type { Sample } from '../samples/samples.ts';
import type { StoredHead } from './document-store.ts';
import { button, el } from './elements.ts';
import { type Language, say } from './text.ts';

export interface StartPageActions {
  onNew: () => void;
  onSample: (sample: Sample) => void;
  onRecent: (head: StoredHead) => void;
  onForget: (head: StoredHead) => void;
}

export interface StartPageProps {
  language: Language;
  samples: readonly Sample[];
  recent: readonly StoredHead[];
  actions: StartPageActions;
}

export function startPage({ language, samples, recent, actions }: StartPageProps): HTMLElement {
  return el('section', { class: 'start', 'aria-label': say(language, 'file') }, [
    el('div', { class: 'start-new' }, [
      button(say(language, 'newDocument'), { class: 'tile', 'data-testid': 'word-new' }, actions.onNew),
      el('p', { class: 'hint' }, [say(language, 'drop')]),
    ]),
    el('h2', {}, [say(language, 'samples')]),
    el(
      'ul',
      { class: 'files' },
      samples.map((sample) => sampleRow(language, sample, actions)),
    ),
    el('h2', {}, [say(language, 'recent')]),
    recent.length === 0
      ? el('p', { class: 'hint' }, [say(language, 'noRecent')])
      : el(
          'ul',
          { class: 'files', 'data-testid': 'word-recent' },
          recent.map((head) => recentRow(language, head, actions)),
        ),
  ]);
}

function sampleRow(language: Language, sample: Sample, actions: StartPageActions): HTMLElement {
  const open = button('', { class: 'file', 'data-testid': `word-sample-${sample.number}` }, () =>
    actions.onSample(sample),
  );
  open.append(el('strong', {}, [sample.fileName]), el('span', {}, [sample.about[language]]));
  return el('li', {}, [open]);
}

function recentRow(language: Language, head: StoredHead, actions: StartPageActions): HTMLElement {
  const open = button('', { class: 'file', 'data-testid': 'word-recent-document' }, () => actions.onRecent(head));
  const when = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  open.append(el('strong', {}, [head.name]), el('span', {}, [when.format(head.usedAt)]));
  const forget = button('×', { class: 'forget', 'aria-label': say(language, 'forget', { name: head.name }) }, () =>
    actions.onForget(head),
  );
  return el('li', {}, [open, forget]);
}
