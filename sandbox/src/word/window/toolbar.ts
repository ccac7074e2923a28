import { button, el } from './elements.ts';
import { PANE_VIEWS, type PaneView } from './pane-frame.ts';
import { choose, type Preferences } from './preferences.ts';
import { say, type TextCode } from './text.ts';

export interface ToolbarProps {
  preferences: Preferences;
  person: string;
  /** The open document's name; without one the document's own tools are not offered. */
  name: string | undefined;
  onFile: (file: File) => void;
  onStart: () => void;
  onAdd: () => void;
  onEdit: () => void;
  onDownload: () => void;
  onPane: (view: PaneView) => void;
}

export function toolbar(props: ToolbarProps): HTMLElement[] {
  const t = (code: TextCode, params?: Record<string, string>) => say(props.preferences.language, code, params);
  return [
    el('header', { class: 'title-bar' }, [
      el('span', { class: 'logo', 'aria-hidden': 'true' }, ['W']),
      el('h1', { title: props.name ?? '' }, [props.name ?? t('title')]),
      el('span', { class: 'badge', title: t('sandbox') }, [t('badge')]),
      el('span', { class: 'who' }, [t('who', { person: props.person })]),
    ]),
    el('div', { class: 'ribbon', role: 'toolbar', 'aria-label': t('file') }, [
      props.name !== undefined && button(t('file'), { 'data-testid': 'word-file-menu' }, props.onStart),
      fileInput(t('open'), props.onFile),
      ...(props.name === undefined ? [] : documentTools(props)),
      el('span', { class: 'spring' }),
      button(props.preferences.isDark ? t('light') : t('dark'), { class: 'quiet' }, () =>
        choose({ isDark: !props.preferences.isDark }),
      ),
      button(t('otherLanguage'), { class: 'quiet' }, () =>
        choose({ language: props.preferences.language === 'ja' ? 'en' : 'ja' }),
      ),
    ]),
  ];
}

function documentTools({ preferences, onAdd, onEdit, onDownload, onPane }: ToolbarProps): HTMLElement[] {
  const t = (code: TextCode) => say(preferences.language, code);
  return [
    button(t('addParagraph'), { 'data-testid': 'word-add-paragraph' }, onAdd),
    button(t('editParagraph'), { 'data-testid': 'word-edit-paragraph' }, onEdit),
    button(t('download'), { 'data-testid': 'word-download' }, onDownload),
    el('span', { class: 'divider', 'aria-hidden': 'true' }),
    ...PANE_VIEWS.map((view) => button(t(`pane.${view}`), { 'data-testid': `word-pane-${view}` }, () => onPane(view))),
  ];
}

function fileInput(label: string, onFile: (file: File) => void): HTMLElement {
  const input = el('input', { type: 'file', accept: '.docx', 'data-testid': 'word-open-file', class: 'file-input' });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    input.value = '';
    if (file) onFile(file);
  });
  return el('label', { class: 'button' }, [label, input]);
}
