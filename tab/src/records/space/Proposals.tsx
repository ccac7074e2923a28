import { Button, Link } from '@fluentui/react-components';
import type { SpaceProposal } from '@kaigi/core/contract';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { hashOf } from '../../app/routes.ts';
import { sizeText } from '../../approvals/route-progress.ts';
import { useDisposalStyles } from '../disposal/Disposal.styles.ts';
import { spaceText } from './text.ts';
import { useSpaceAnswer } from './use-space.ts';

export const recordHash = (id: string): string => hashOf({ page: 'records', part: 'record', id, wish: {} });

function Answers({ item }: { readonly item: SpaceProposal }) {
  const styles = useDisposalStyles();
  const t = useText(spaceText);
  const { mutate, isPending } = useSpaceAnswer();
  const { recordId, title, answer, mayAnswer } = item;
  if (!mayAnswer) return null;
  return (
    <span className={styles.badges}>
      {(['KEEP', 'LET_GO'] as const).map((one) => {
        const words = t(one === 'KEEP' ? 'keep' : 'let_go');
        return (
          <Button
            key={one}
            size="small"
            disabledFocusable={isPending || answer?.answer === one}
            onClick={() => (isPending || answer?.answer === one ? undefined : mutate({ recordId, answer: one }))}
            aria-label={t('about', { title, answer: words })}
            data-testid={`space-${one}`}
          >
            {words}
          </Button>
        );
      })}
    </span>
  );
}

/** What is proposed, for its section to say whether it stays. */
export function Proposals({ items }: { readonly items: readonly SpaceProposal[] }) {
  const styles = useDisposalStyles();
  const t = useText(spaceText);
  const locale = useLocale();
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.recordId} className={styles.entry} data-testid="space-item">
          <Link className={styles.name} href={recordHash(item.recordId)}>
            {`${item.number ?? ''} ${item.title}`.trim()}
          </Link>
          <span className={styles.quiet}>
            {`${sizeText(item.bytes)} ${item.endsOn ? t('ends', { day: dayText(item.endsOn, locale) }) : t('ends.none')}`}
          </span>
          {item.answer ? (
            <span>
              {t(`answered.${item.answer.answer}`, { name: item.answer.by, day: dayText(item.answer.on, locale) })}
            </span>
          ) : null}
          <Answers item={item} />
        </li>
      ))}
    </ul>
  );
}
