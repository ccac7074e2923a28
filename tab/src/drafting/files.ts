export const MOST_BYTES = 50 * 1024 * 1024;

export const WORD_FILES = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const ATTACHABLE = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.csv,.txt';

/** What is wrong with a file that is to be the document: a code of `text.ts`, or null. */
export function documentProblem({
  name,
  size,
}: Pick<File, 'name' | 'size'>): 'document.wrong' | 'document.large' | null {
  if (!/\.docx$/i.test(name.normalize('NFKC'))) return 'document.wrong';
  return size > MOST_BYTES ? 'document.large' : null;
}

/** 起案文書_補助金の交付決定.docx: the name without its ending, as the first title. */
export function titleFrom(fileName: string): string {
  return fileName
    .replace(/\.docx$/i, '')
    .trim()
    .slice(0, 200);
}
