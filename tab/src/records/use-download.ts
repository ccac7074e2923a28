import { useMutation } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import type { KaigiClient } from '../api/client.ts';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { recordsText } from './text.ts';

export interface Download {
  readonly fileName: string;
  readonly from: (api: KaigiClient) => Promise<Blob>;
}

const KEEP_MS = 60_000;

/** Gives the browser something to keep. */
export function saveFile(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}

/** Fetches a file with the person's token and gives it to the browser as a file. */
export function useDownload(): { readonly busy: boolean; download(wish: Download): void } {
  const api = useApi();
  const t = useText(recordsText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ from, fileName }: Download) => saveFile(await from(api), fileName),
    onSuccess: (_, { fileName }) => notify({ text: t('download.done', { name: fileName }), intent: 'success' }),
    onError: (error) =>
      notify({ text: t('download.failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
  });
  return {
    busy: isPending,
    download: (wish) => {
      if (!isPending) mutate(wish);
    },
  };
}
