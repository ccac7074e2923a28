import type { CapturedFile, CapturedThread, CaptureInput, Supplements } from './contract.ts';

/** What is filed of it; the same for the same messages, whoever files them and when. */
export const threadOf = (
  { source, participants, messages }: CaptureInput,
  files: readonly CapturedFile[],
  supplements?: Supplements,
): CapturedThread => ({
  ...{ format: 'kaigi-capture/1', source, participants, messages, files },
  ...(supplements ? { supplements } : {}),
});

/** The words in it, for searching. */
export function wordsOfThread({ source, messages, participants, files }: CapturedThread): string {
  const names = participants.map(({ name }) => name).join(' ');
  const said = messages.map(({ by, text, links }) =>
    [by?.name ?? '', text, ...links.map(({ name }) => name)].join('\n'),
  );
  return [source.topic ?? '', names, ...said, ...files.map(({ name }) => name)]
    .filter((line) => line !== '')
    .join('\n');
}
