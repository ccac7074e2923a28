import { button, el } from './elements.ts';
import type { EditableParagraph } from './open-document.ts';
import { type Language, say } from './text.ts';

interface DialogParts {
  language: Language;
  title: string;
  fields: readonly HTMLElement[];
  text: HTMLTextAreaElement;
}

function textarea(language: Language): { label: HTMLLabelElement; text: HTMLTextAreaElement } {
  const text = el('textarea', { rows: '5', 'data-testid': 'word-paragraph-text' });
  return { label: el('label', {}, [say(language, 'paragraphText'), text]), text };
}

/** Shows the dialog; gives the text, or undefined when the person left it. */
function ask({ language, title, fields, text }: DialogParts): Promise<string | undefined> {
  const dialog = el('dialog', { 'aria-label': title });
  const form = el('form', { method: 'dialog' }, [
    el('h2', {}, [title]),
    ...fields,
    el('div', { class: 'dialog-buttons' }, [
      button(say(language, 'cancel'), {}, () => dialog.close('')),
      el('button', { type: 'submit', value: 'save', class: 'primary', 'data-testid': 'word-paragraph-save' }, [
        say(language, 'save'),
      ]),
    ]),
  ]);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  text.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'save' ? text.value : undefined);
    });
  });
}

export function askNewParagraph(language: Language): Promise<string | undefined> {
  const { label, text } = textarea(language);
  return ask({ language, title: say(language, 'addParagraph'), fields: [label], text });
}

export async function askEditedParagraph(
  language: Language,
  paragraphs: readonly EditableParagraph[],
): Promise<EditableParagraph | undefined> {
  const { label, text } = textarea(language);
  const list = el(
    'select',
    { 'data-testid': 'word-paragraph-list' },
    paragraphs.map(({ index, text: line }) =>
      el('option', { value: String(index) }, [line.trim().slice(0, 60) || say(language, 'emptyParagraph')]),
    ),
  );
  const chosen = () => paragraphs.find(({ index }) => String(index) === list.value);
  const showChosen = () => {
    text.value = chosen()?.text.replaceAll('\v', '\n') ?? '';
  };
  list.addEventListener('change', showChosen);
  showChosen();
  const edited = await ask({
    language,
    title: say(language, 'editParagraph'),
    fields: [el('label', {}, [say(language, 'whichParagraph'), list]), label],
    text,
  });
  const which = chosen();
  return edited === undefined || !which ? undefined : { index: which.index, text: edited };
}
