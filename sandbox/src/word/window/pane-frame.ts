import { button, el } from './elements.ts';
import type { OpenDocument } from './open-document.ts';
import { PaneDoor } from './pane-door.ts';
import type { Preferences } from './preferences.ts';
import { say } from './text.ts';

/** The commands that the add-in's manifest puts on the ribbon. */
export const PANE_VIEWS = ['file', 'status', 'places'] as const;
export type PaneView = (typeof PANE_VIEWS)[number];

const PATIENCE_MS = 10_000;

/** The task pane beside the document: a fresh frame for every document, as Word gives each document its own pane. */
export class PaneFrame {
  readonly #person: string;
  readonly #url: string;
  readonly #preferences: Preferences;
  #again: ((view: PaneView) => void) | undefined;
  #door: PaneDoor | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor({ person, taskPaneUrl, preferences }: { person: string; taskPaneUrl: string; preferences: Preferences }) {
    this.#person = person;
    this.#url = taskPaneUrl;
    this.#preferences = preferences;
  }

  show(document: OpenDocument): HTMLElement {
    const { language } = this.#preferences;
    const frameHolder = el('div', { class: 'pane-frame' });
    const silent = el('div', { class: 'pane-silent', role: 'alert' }, [
      el('p', {}, [say(language, 'paneSilent', { url: new URL(this.#url).origin })]),
      button(say(language, 'reload'), {}, () => this.#load(document, frameHolder, silent)),
    ]);
    this.#again = (view) => this.#load(document, frameHolder, silent, view);
    this.#load(document, frameHolder, silent);
    return el('aside', { class: 'pane', 'aria-label': say(language, 'pane') }, [silent, frameHolder]);
  }

  /** A button of the add-in on the ribbon: each opens the pane at an address of its own. */
  open(view: PaneView): void {
    this.#again?.(view);
  }

  close(): void {
    this.#door?.close();
    this.#door = undefined;
    clearTimeout(this.#patience);
  }

  #load(document: OpenDocument, holder: HTMLElement, silent: HTMLElement, view: PaneView = 'file'): void {
    this.close();
    silent.hidden = true;
    const { language, isDark } = this.#preferences;
    const frame = el('iframe', {
      src: view === 'file' ? this.#url : `${this.#url}?view=${view}`,
      title: say(language, 'pane'),
      'data-testid': 'taskpane-frame',
      allow: 'clipboard-write',
    });
    this.#door = new PaneDoor({
      frame,
      origin: new URL(this.#url).origin,
      document,
      person: this.#person,
      context: { displayLanguage: language === 'ja' ? 'ja-JP' : 'en-US', isDarkTheme: isDark },
      onHello: () => {
        clearTimeout(this.#patience);
        silent.hidden = true;
      },
    });
    this.#patience = setTimeout(() => {
      silent.hidden = false;
    }, PATIENCE_MS);
    holder.replaceChildren(frame);
  }
}
