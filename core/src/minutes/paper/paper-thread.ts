import { serveThread } from '../../platform/thread-work.ts';
import { badInput } from '../../shared/index.ts';
import { saidAnywhere } from '../publication/sweep.ts';
import type { PaperWork } from './paper-maker.ts';
import { checkTemplate, fillTemplate } from './template.ts';

const NOTHING = new Uint8Array();

serveThread(async (work: PaperWork): Promise<Uint8Array> => {
  const { template, data, hidden } = work;
  if (data === null) {
    checkTemplate(template);
    return NOTHING;
  }
  const paper = fillTemplate(template, data);
  const told = saidAnywhere(paper, template, hidden);
  if (told.length > 0) throw badInput('minutes.copy_still_tells', { count: told.length });
  return paper;
});
