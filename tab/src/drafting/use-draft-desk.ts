import type { ActInput, CaseView, DraftCaseInput, EditCaseInput, RouteWish } from '@kaigi/core/contract';
import { useState } from 'react';
import { useApi } from '../api/api-context.ts';
import type { KaigiClient } from '../api/client.ts';
import { errorWords } from '../api/error-text.ts';
import { type Say, useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { goTo } from '../app/use-route.ts';
import { forget } from './form-stash.ts';
import { draftingText } from './text.ts';
import { type DraftWork, type Step, useDraftWork } from './use-draft-work.ts';

/** Tells files apart for the key of a wish: the same name, size and day is the same file. */
const printOf = ({ name, size, lastModified }: File) => ({ name, size, lastModified });

export interface NewDraft {
  readonly input: DraftCaseInput;
  readonly document: File;
  readonly attachments: readonly File[];
}

type Sent = { readonly at: number; readonly of: number } | null;

export interface DraftDesk {
  readonly busy: boolean;
  readonly progress: Sent;
  create(draft: NewDraft): void;
  /** With the 作成指示 that the new draft answers. */
  cite(id: string, instruction: string | null): void;
  save(view: CaseView, edit: EditCaseInput): void;
  /** Saves first what is not saved; `edit` is null where everything is. */
  submit(view: CaseView, edit: EditCaseInput | null): void;
  attach(view: CaseView, files: readonly File[], replaces: string | null): void;
  replaceDocument(view: CaseView, file: File): void;
  wish(view: CaseView, wish: RouteWish): void;
  order(view: CaseView, attachmentIds: string[]): void;
  remove(view: CaseView, attachmentId: string): void;
}

interface Files {
  readonly files: readonly File[];
  /** The attachment of which it is a new version. */
  readonly replaces: string | null;
}

interface Attached {
  readonly view: CaseView;
  readonly failures: readonly { readonly name: string; readonly error: unknown }[];
}

/** The files one after the other, in their order; what fails does not keep the rest back. */
function useAttaching() {
  const api = useApi();
  const t = useText(draftingText);
  const locale = useLocale();
  const notify = useNotice();
  const [progress, setProgress] = useState<Sent>(null);
  const attachAll = async (step: Step, to: CaseView, { files, replaces }: Files): Promise<Attached> => {
    let view = to;
    const failures: { name: string; error: unknown }[] = [];
    for (const [index, file] of files.entries()) {
      setProgress({ at: index + 1, of: files.length });
      const wish = { version: view.version, replaces, file };
      try {
        view = await step(['attach', view.id, index, replaces, printOf(file)], (key) =>
          api.approvals.attach(view.id, wish, key),
        );
      } catch (error) {
        failures.push({ name: file.name, error });
      }
    }
    setProgress(null);
    return { view, failures };
  };
  const tell = ({ failures }: Attached): void => {
    for (const { name, error } of failures) {
      notify({ text: t('done.partly'), body: `${name}: ${errorWords(error, locale).sentence}`, intent: 'error' });
    }
  };
  return { progress, attachAll, tell };
}

type Act = (view: CaseView, input: ActInput, done: string) => void;

/** What is carried out at once, without saving the form. */
function routeAndOrder(act: Act, t: Say<typeof draftingText>): Pick<DraftDesk, 'wish' | 'order' | 'remove'> {
  return {
    wish: (view, wish) => act(view, { act: 'editRoute', version: view.version, wish }, t('route.changed')),
    order: (view, attachmentIds) =>
      act(view, { act: 'orderAttachments', version: view.version, attachmentIds }, t('done.saved')),
    remove: (view, attachmentId) =>
      act(view, { act: 'removeAttachment', version: view.version, attachmentId }, t('done.saved')),
  };
}

interface Tools {
  readonly api: KaigiClient;
  readonly t: Say<typeof draftingText>;
  readonly run: DraftWork['run'];
  readonly attaching: ReturnType<typeof useAttaching>;
  readonly staffId: string;
}

/** Orders that make a case. */
function making({ api, t, run, attaching, staffId }: Tools): Pick<DraftDesk, 'create' | 'cite'> {
  return {
    create: ({ input, document, attachments }) =>
      run({
        work: async (step) => {
          const draft = await step(['draft', input, printOf(document)], (key) =>
            api.drafting.draft(input, document, key),
          );
          // The draft is there whatever becomes of its attachments: a second one must not be made.
          const attached = await attaching.attachAll(step, draft, { files: attachments, replaces: null });
          attaching.tell(attached);
          return attached.view;
        },
        done: t('done.created'),
        onDone: (view) => {
          forget(staffId, null);
          goTo({ page: 'drafting', id: view.id });
        },
      }),
    cite: (id, instruction) =>
      run({
        work: (step) =>
          step(['cite', id, instruction], (key) => {
            const linked = instruction === null ? {} : { instructionId: instruction };
            return api.drafting.cite(id, { corrects: false, ...linked }, key);
          }),
        done: t('cite.done'),
        onDone: (view) => goTo({ page: 'drafting', id: view.id }),
      }),
  };
}

/** Orders about files of a case that is there. */
function filing({ api, t, run, attaching }: Tools): Pick<DraftDesk, 'attach' | 'replaceDocument'> {
  return {
    attach: (view, files, replaces) =>
      run({
        work: async (step) => {
          const attached = await attaching.attachAll(step, view, { files, replaces });
          if (attached.view === view && attached.failures[0]) throw attached.failures[0].error;
          attaching.tell(attached);
          return attached.view;
        },
        done: t('done.attached'),
      }),
    replaceDocument: (view, file) => {
      const wish = { id: view.id, version: view.version, file };
      run({
        work: (step) =>
          step([view.id, 'document', view.version, printOf(file)], (key) => api.drafting.replaceDocument(wish, key)),
        done: t('document.replaced'),
      });
    },
  };
}

/** Everything that a drafter orders from this page. */
export function useDraftDesk(staffId: string): DraftDesk {
  const api = useApi();
  const t = useText(draftingText);
  const { busy, run } = useDraftWork();
  const attaching = useAttaching();
  const tools: Tools = { api, t, run, attaching, staffId };
  const act: Act = (view, input, done) =>
    run({
      work: (step) => step([view.id, input], (key) => api.order(view.id, { to: 'acts', body: input }, key)),
      done,
    });
  const edited = (step: Step, view: CaseView, edit: EditCaseInput) =>
    step([view.id, 'edit', edit], (key) => api.order(view.id, { to: 'edit', body: edit }, key));
  return {
    busy,
    progress: busy ? attaching.progress : null,
    ...making(tools),
    ...filing(tools),
    ...routeAndOrder(act, t),
    save: (view, edit) => run({ work: (step) => edited(step, view, edit), done: t('done.saved') }),
    submit: (view, edit) =>
      run({
        work: async (step) => {
          const { version } = edit ? await edited(step, view, edit) : view;
          const order = { to: 'submit', body: { version } } as const;
          return step([view.id, order], (key) => api.order(view.id, order, key));
        },
        done: t('done.submitted'),
        onDone: () => {
          forget(staffId, view.id);
          goTo({ page: 'case', id: view.id });
        },
      }),
  };
}
