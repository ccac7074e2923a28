import type { PaperForm, TemplateList } from '@kaigi/core/contract';

export const FORMS = [
  'REPORT',
  'VERBATIM',
  'CLEAN',
  'KEY_POINTS',
  'SUMMARY',
  'DECISIONS',
] as const satisfies readonly PaperForm[];

type Template = TemplateList['items'][number];

/** The one of the 会議体 before the one of all; null: the default. */
export function templateFor(items: readonly Template[], form: PaperForm, bodyId: string | null): Template | null {
  const own = items.filter((one) => one.form === form);
  const ofBody = bodyId === null ? undefined : own.find((one) => one.bodyId === bodyId);
  return ofBody ?? own.find((one) => one.bodyId === null) ?? null;
}
