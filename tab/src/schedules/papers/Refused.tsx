import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { errorWords } from '../../api/error-text.ts';
import { useLocale } from '../../app/locale.ts';

/** What did not happen, and why. */
export function Refused({ error, failed }: { readonly error: unknown; readonly failed: string }) {
  const locale = useLocale();
  if (!error) return null;
  return (
    <MessageBar intent="error" layout="multiline" data-testid="papers-refused">
      <MessageBarBody>
        {failed} {errorWords(error, locale).sentence}
      </MessageBarBody>
    </MessageBar>
  );
}
